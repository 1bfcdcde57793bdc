"""On which board a card lies (R9)."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.ui.board.belonging import pair_of
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.workflow.cards import BoardSnapshot, Card, Changes
from tests.factories.workflow import make_agent, make_board, make_card, make_snapshot


def _pair() -> tuple[Card, Card]:
    ticket = make_card(status_id="in_development", was_in_development=True)
    subtask = make_card(parent_id=ticket.id, line_id="development")
    ticket.subtask_id = subtask.id
    return ticket, subtask


def _two_boards(*cards: Card, **changes: object) -> BoardSnapshot:
    boards = [replace(make_board(), id="development", name="Development"), make_board()]
    return make_snapshot(list(cards), boards=boards, **changes)


def _on(model: BoardModel) -> set[str]:
    return {card_id for column in model.columns for card_id in model.ids(column.id)}


def test_a_subtask_lies_on_the_developers_board_and_its_ticket_on_the_first() -> None:
    ticket, subtask = _pair()
    model = BoardModel()
    model.load(_two_boards(ticket, subtask))
    assert (model.board.id, _on(model)) == ("support", {ticket.id})
    model.show_board("development")
    assert (model.board.id, _on(model)) == ("development", {subtask.id})
    board = model.belonging.board_of(ticket)
    assert board is not None
    assert board.id == "support"


def test_who_works_only_for_the_developers_begins_on_their_board() -> None:
    me = make_agent(id="me", line_ids=("development",))
    model = BoardModel()
    model.load(_two_boards(me=me, agents=[me]))
    assert model.board.id == "development"


def test_with_one_board_all_cards_lie_on_it() -> None:
    ticket, subtask = _pair()
    model = BoardModel()
    model.load(make_snapshot([ticket, subtask]))
    assert _on(model) == {ticket.id, subtask.id}
    assert model.belonging.board_of(subtask) is None


def test_of_two_boards_for_tickets_each_shows_its_own() -> None:
    here, there, lost = make_card(), make_card(board_id="sales"), make_card(board_id="gone")
    snapshot = _two_boards(here, there, lost)
    snapshot.boards.append(replace(make_board(), id="sales", name="Sales"))
    model = BoardModel()
    model.load(snapshot)
    assert (model.board.id, _on(model)) == ("support", {here.id, lost.id})
    assert [model.belonging.column_of(card) for card in (here, there, lost)] == ["new", "", "new"]
    board = model.belonging.board_of(there)
    assert board is not None
    assert board.id == "sales"
    model.show_board("sales")
    assert _on(model) == {there.id}
    assert model.belonging.title("Night shift", "Sales") == "Night shift · Sales"


def test_a_change_of_a_subtask_touches_the_column_of_its_ticket_which_tells_its_age() -> None:
    ticket, subtask = _pair()
    model = BoardModel()
    model.load(_two_boards(ticket, subtask))
    moved = make_card(id=subtask.id, parent_id=ticket.id, status_id="in_progress", revision=2)
    assert model.apply(Changes(cards=(moved,))) == {"in_development"}
    assert _on(model) == {ticket.id}
    assert model.counts("in_progress").total == 0


def test_each_of_a_pair_finds_the_other() -> None:
    ticket, subtask = _pair()
    cards = {card.id: card for card in (ticket, subtask)}
    assert pair_of(ticket, cards) is subtask
    assert pair_of(subtask, cards) is ticket
    assert pair_of(make_card(), cards) is None
    assert pair_of(ticket, {}) is None


def test_a_window_is_called_by_its_home_and_by_the_board_where_there_are_several() -> None:
    model = BoardModel()
    model.load(_two_boards())
    assert model.belonging.title("Night shift", "Support") == "Night shift"
    model.show_board("development")
    assert model.belonging.title("Night shift", "Development") == "Night shift · Development"
    assert model.belonging.title("", "Development") == "Development"
    model.load(make_snapshot([]))
    assert model.belonging.title("Night shift", "Support") == "Night shift"


def test_a_new_ticket_lies_on_the_board_that_is_shown_but_never_with_the_developers() -> None:
    model = BoardModel()
    model.load(_two_boards())
    developers, first = (board.id for board in model.snapshot.boards)
    assert model.belonging.for_new(first) == first
    assert model.belonging.for_new(developers) == first
    assert model.belonging.for_new("gone") == first


def test_who_does_not_see_the_intakes_board_makes_tickets_on_his_own() -> None:
    model = BoardModel()
    model.load(make_snapshot([], boards=[replace(make_board(), id="own")]))
    assert model.belonging.for_new(model.board.id) == "own"
