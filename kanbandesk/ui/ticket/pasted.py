"""Pictures from the clipboard become files before they are attached."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QDateTime
from PySide6.QtGui import QImage

from kanbandesk.ui.words import translate


@lru_cache(maxsize=1)
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="kanbandesk-pasted-")


def save_pasted(image: QImage) -> Path:
    """Write a pasted picture as PNG under a name that tells when; it goes when the program ends. OSError as writing."""
    moment = QDateTime.currentDateTime().toString("yyyy-MM-dd HH-mm-ss-zzz")
    path = Path(_folder().name) / f"{translate('Files', 'picture')} {moment}.png"
    if not image.save(str(path)):
        raise OSError(f"the picture could not be written to {path}")
    return path
