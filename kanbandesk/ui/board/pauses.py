"""How a clock that stands still is told on cards: in words where a whole column has room for them, else by a sign."""

from __future__ import annotations

from kanbandesk.ui import words
from kanbandesk.ui.board import sizes
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.text import Fonts
from kanbandesk.workflow.boards import Column

BADGE_EDGES = 24  # px of a badge beside its text
BETWEEN = 8  # px between badge, clock and disc


class Pauses:
    """The form of each column. It goes by the column's width, so that no two cards of a column differ."""

    def __init__(self) -> None:
        self._forms: dict[tuple[str, int, str], bool] = {}
        self._generation = -1

    def are_words(self, model: BoardModel, status_id: str, width: int, fonts: Fonts, now: int) -> bool:
        """Tell whether cards of `width` px in the column of a status say in words that their clock stands."""
        if self._generation != model.generation:
            self._generation = model.generation
            self._forms.clear()
        text = words.stopped_words()
        key = (status_id, width, text)
        form = self._forms.get(key)
        if form is None:
            column = next((column for column in model.columns if status_id in column.status_ids), None)
            form = self._forms[key] = column is not None and _needed(column, model, text, fonts, now) <= width
        return form


def _needed(column: Column, model: BoardModel, text: str, fonts: Fonts, now: int) -> float:
    """Return the width of a card that has room for the words beside any usual badge and the owner's disc."""
    workflow = model.snapshot.workflow
    badges = (badge for status in column.status_ids for badge in words.usual_badges(status, workflow, now))
    widest = max(map(fonts.strong.width, badges))
    clock = fonts.small.width(text)
    return sizes.LEFT + BADGE_EDGES + widest + BETWEEN + clock + BETWEEN + 2 * sizes.DISC + sizes.RIGHT
