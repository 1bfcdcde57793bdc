"""What can go wrong with a file as a whole.

ExchangeError      the file cannot be read; nothing was changed
├── BadFile        damaged, too large, or not what the format says
├── UnknownFormat  nothing tells which program wrote it
└── BadSetting     a mapping, a title file, a zone or a moment that was given cannot be used

The message is one sentence for the person who started the import: what happened, and where. A bad row is no error: it
goes to the `Report`.
"""

from __future__ import annotations


class ExchangeError(Exception):
    """The file cannot be read; nothing was changed."""


class BadFile(ExchangeError):
    """The file is damaged, too large, or not what the format says."""


class UnknownFormat(ExchangeError):
    """Nothing in the file tells which program wrote it."""


class BadSetting(ExchangeError):
    """A mapping, a title file, a zone or a moment that was given cannot be used."""
