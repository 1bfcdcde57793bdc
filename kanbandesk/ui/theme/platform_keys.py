"""Keys as this system writes them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

_ENTERS = ("Return", "Enter")


def native(keys: str) -> str:
    """Return a shortcut in the system's writing, with the arrow of the Enter key: "Ctrl+K", "⌘K", "Ctrl+↵"."""
    text, last = _written(keys), keys.rpartition("+")[2]
    # The key's name stands at the end, in the language of the window.
    return text.removesuffix(_written(last)) + "↵" if last in _ENTERS else text


def confirm_keys() -> str:
    """Return what confirms a sheet or sends an answer."""
    return native("Ctrl+Return")


def _written(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
