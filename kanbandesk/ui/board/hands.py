"""What hands do to cards, by mouse or keys: one way to ask for a move, one way to be refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kanbandesk.ui.board.accessible import announce
from kanbandesk.ui.board.drag import Drag
from kanbandesk.ui.board.geometry import Gap
from kanbandesk.ui.board.legality import Planner, verdict
from kanbandesk.ui.board.lying import Lying
from kanbandesk.ui.board.messages import Messages
from kanbandesk.ui.board.scene import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kanbandesk.ui.board.view import BoardView


class Hands:
    """The drag, the cards that lie and wait, and the messages of a view. `plan` is None until the window sets it."""

    def __init__(self, view: BoardView) -> None:
        self._view = view
        self.plan: Planner | None = None
        self.messages = Messages(view)
        self.drag = Drag(view, self.ask, self.refuse)
        self.lying = Lying(view, self.drag.slide_home)

    def verdict(self, ids: Sequence[str], column: int) -> Verdict:
        """Return what a column says to cards."""
        model = self._view.model
        if self.plan is None:
            return Verdict(is_legal=False)
        return verdict(model, self.plan, [model.cards[card_id] for card_id in ids], model.columns[column])

    def ask(self, ids: tuple[str, ...], lead: str, gap: Gap) -> None:
        """Ask the window to move cards into a gap; they lie there until it has answered."""
        says = self.verdict(ids, gap.column)
        if not says.is_legal:
            self.refuse(says.reason, self._view.model.columns[gap.column].id)
            return
        self._view.drop_requested.emit(self.lying.request_for(ids, lead, gap, says.status_id))

    def refuse(self, reason: str, column_id: str) -> None:
        """Say in place, and to a screen reader, why a column does not take something."""
        view = self._view
        self.messages.show(reason, view.board_layout.body(view.places.column(column_id)))
        announce(view, reason)

    def follow_model(self) -> None:
        """The model has changed: what lies or is held may have moved, or be gone."""
        self.lying.check()
        if self.plan is not None:
            self.drag.refresh(self.plan)

    def let_all_go(self) -> None:
        """The window lost the pointer: what is in the hand goes home."""
        self.drag.cancel()
