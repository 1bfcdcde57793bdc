"""Choosing from a list under a button of the panel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.picker import Finder, Picker


def pick(
    anchor: QWidget,
    hint: str,
    choices: Sequence[Choice] | Finder,
    take: Callable[[Choice], object],
    *,
    width: int = 320,
) -> Picker:
    """Open a list under `anchor` and call `take` with what is chosen; `choices` may be found by what is typed."""
    picker = Picker(anchor.window(), hint=hint, width=width)
    if callable(choices):
        picker.offer_found(choices)
    else:
        picker.offer(choices)
    picker.chosen.connect(take)
    picker.open_below(QRect(anchor.mapToGlobal(anchor.rect().topLeft()), anchor.size()))
    picker.field.setFocus()
    return picker
