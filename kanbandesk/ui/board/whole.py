"""The board with all its cards as one snapshot, for who looks through them; the model's own holds none."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.workflow.cards import BoardSnapshot


class WholeBoard:
    """Returns the same snapshot until something has changed: the panel asks often, and there may be 100,000 cards."""

    def __init__(self, model: BoardModel) -> None:
        self._model = model
        self._kept: BoardSnapshot | None = None
        self._revision = -1

    def __call__(self) -> BoardSnapshot:
        """Return the settings with all cards as they are now."""
        model = self._model
        if self._kept is None or self._revision != model.revision:
            self._kept = replace(model.snapshot, cards=list(model.cards.values()))
            self._revision = model.revision
        return self._kept
