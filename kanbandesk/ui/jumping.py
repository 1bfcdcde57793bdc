"""From a card to the one at the other end of a hand-over to development, on its own board (R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.board.belonging import pair_of

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow


def jump_to_pair(window: MainWindow, ticket_id: str) -> None:
    """Go there, past a filter that hides it; nothing where there is no other card."""
    model, view = window.model, window.view
    card = model.cards.get(ticket_id)
    other = pair_of(card, model.cards) if card is not None else None
    if other is None:
        return
    board = model.belonging.board_of(other)
    if board is not None and board.id != model.board.id:
        window.change_board(board.id)
    window.places.go(Act.BOARD)
    if model.place_of(other.id) is not None and view.card_rect(other.id) is None:
        window.lens.clear()
    view.select([other.id], other.id)
    view.reveal(other.id)
