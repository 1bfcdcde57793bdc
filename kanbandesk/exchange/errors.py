"""What can go wrong with a file as a whole.

ExchangeError      the file cannot be read; nothing was changed
├── BadFile        damaged, too large, or not what the format says
├── UnknownFormat  nothing tells which program wrote it
└── BadSetting     a mapping, a title file, a zone or a moment that was given cannot be used

The message is one sentence for the person who started the import: what happened, and where. The window says it in its
own language, from `code` and `params`. A bad row is no error: it goes to the `Report`.
"""

from __future__ import annotations


class ExchangeError(Exception):
    """The file cannot be read; nothing was changed."""

    code = "unreadable"

    def __init__(self, text: str = "", code: str = "", **params: str | int) -> None:
        super().__init__(text)
        self.code = code or type(self).code
        self.params = params


class BadFile(ExchangeError):
    """The file is damaged, too large, or not what the format says."""

    code = "damaged"


class UnknownFormat(ExchangeError):
    """Nothing in the file tells which program wrote it."""

    code = "no_format"


class BadSetting(ExchangeError):
    """A mapping, a title file, a zone or a moment that was given cannot be used."""

    code = "bad_setting"
