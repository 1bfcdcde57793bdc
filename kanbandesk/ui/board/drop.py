"""What a drop on the board asks of the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from kanbandesk.workflow.commands import Place


@dataclass(frozen=True, slots=True)
class DropRequest:
    """Cards let go over a column that takes them; they lie in the gap until the window has answered.

    `status_id` is the status they are to come to; it is empty when cards of different statuses only change places in
    their column. `anchor` is the gap, in global coordinates.
    """

    ids: tuple[str, ...]
    column_id: str
    status_id: str
    place: Place
    anchor: QRect
