"""Sizes of files in words."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_MEGA = 1_000_000


def size_text(size: int) -> str:
    """Return a size in bytes as people read it: "14 kB", "2.3 MB"."""
    precision = 0 if size < _MEGA else 1
    return QLocale().formattedDataSize(size, precision, QLocale.DataSizeFormat.DataSizeSIFormat)
