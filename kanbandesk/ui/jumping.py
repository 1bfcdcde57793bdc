"""From a card to the one at the other end of a hand-over to development, on its own board (R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.board.belonging import pair_of

if TYPE_CHECKING:
    from kanbandesk.ui.main_window import MainWindow


def jump_to_pair(window: MainWindow, ticket_id: str) -> None:
    """Go there, past a filter that hides it; nothing where there is no other card."""
    card = window.model.cards.get(ticket_id)
    other = pair_of(card, window.model.cards) if card is not None else None
    if other is not None:
        window.places.go(Act.BOARD)
        show_card(window, other.id)


def show_card(window: MainWindow, ticket_id: str) -> None:
    """Choose a card on its own board, past a filter that hides it."""
    model, view = window.model, window.view
    card = model.cards.get(ticket_id)
    if card is None:
        return
    board = model.belonging.board_of(card)
    if board is not None and not model.belonging.column_of(card):
        window.change_board(board.id)
    if model.place_of(ticket_id) is not None and view.card_rect(ticket_id) is None:
        window.lens.clear()
    view.select([ticket_id], ticket_id)
    view.reveal(ticket_id)
