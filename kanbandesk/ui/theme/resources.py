"""Where the files without code lie: beside the package in a checkout, inside it once installed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


@lru_cache(maxsize=1)
def folder() -> Path:
    """Return the folder of icons, style and translations."""
    inside = _PACKAGE / "resources"
    return inside if inside.is_dir() else _PACKAGE.parent / "resources"
