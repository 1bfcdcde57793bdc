"""How a clock that stands still is told on cards: in words where a whole column has room for them, else by a sign.

Where not even a sign has room beside the usual badge, the age comes first and nothing is told.
"""

from __future__ import annotations

from enum import Enum

from kanbandesk.ui import words
from kanbandesk.ui.board import sizes
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.text import Fonts
from kanbandesk.workflow.boards import Column

BADGE_EDGES = 24  # px of a badge beside its text
BETWEEN = 8  # px between badge, clock and disc
SIGN = 6  # px of the sign for a clock that stands
PLAIN = 5  # px by which a badge without a ground ends before its edge


class Pause(Enum):
    """The forms."""

    WORDS = "words"
    SIGN = "sign"
    NONE = "none"


class Pauses:
    """The form of each column. It goes by the column's width, so that no two cards of a column differ."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, int, str], Pause] = {}
        self._generation = -1

    def form(self, model: BoardModel, status_id: str, width: int, fonts: Fonts, now: int) -> Pause:
        """Return how cards of `width` px in the column of a status tell that their clock stands."""
        if self._generation != model.generation:
            self._generation = model.generation
            self._forms.clear()
        text = words.stopped_words()
        key = (status_id, width, text)
        form = self._forms.get(key)
        if form is None:
            column = next((column for column in model.columns if status_id in column.status_ids), None)
            room = 0.0 if column is None else width - _taken(column, model, fonts, now)
            is_wide = room >= 2 * BETWEEN + fonts.small.width(text)
            form = Pause.WORDS if is_wide else Pause.SIGN if room >= BETWEEN + SIGN - PLAIN else Pause.NONE
            self._forms[key] = form
        return form


def _taken(column: Column, model: BoardModel, fonts: Fonts, now: int) -> float:
    """Return what the usual badge, the owner's disc and the edges take of a card's width."""
    workflow = model.snapshot.workflow
    badges = (badge for status in column.status_ids for badge in words.usual_badges(status, workflow, now))
    return sizes.LEFT + BADGE_EDGES + max(map(fonts.strong.width, badges)) + 2 * sizes.DISC + sizes.RIGHT
