"""Keys as this system writes them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def native(keys: str) -> str:
    """Return a key sequence in the system's writing: "Ctrl+K", "⌘K"."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def confirm_keys() -> str:
    """Return what confirms a sheet or sends an answer."""
    return native("Ctrl+Return").replace("Return", "↵")
