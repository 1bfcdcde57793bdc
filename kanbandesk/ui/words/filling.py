"""Putting values into a translated sentence."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

_PLACE = re.compile(r"\{(\w+)\}")

translate = QCoreApplication.translate


def fill(sentence: str, **values: str) -> str:
    """Return `sentence` with each `{name}` replaced by its value.

    One pass and no format language: braces inside a value stay as they are, and a translation that names a value
    which is not there shows the name instead of failing.
    """
    return _PLACE.sub(lambda match: values.get(match.group(1), match.group(0)), sentence)


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Mark `text` for the translators under Qt's name, which their tools look for; Qt's own gives an object."""
    return text
