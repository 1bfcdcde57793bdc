"""The views of the top bar, and that a count in idle slices is the true count."""

from dataclasses import replace

import pytest

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.views import saved
from kanbandesk.ui.views.facets import facets
from kanbandesk.ui.views.saved import built_in, tally, visible_views
from kanbandesk.workflow.boards import Filter, SavedView
from tests.factories.workflow import NOW, make_board, make_card, make_snapshot


def board(count: int = 30) -> BoardModel:
    model = BoardModel()
    snapshot = make_snapshot()
    me = snapshot.me.id
    cards = [
        make_card(status_id="in_progress" if place % 3 else "closed", owner_id=me if place % 2 else "")
        for place in range(count)
    ]
    model.load(replace(snapshot, cards=cards))
    return model


def test_the_count_is_that_of_the_cards_on_the_board(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved, "CHUNK", 7)
    model = board()
    counts = list(tally(built_in(model), model, NOW))[-1]
    on_board = [card for card in model.cards.values() if card.status_id == "in_progress"]
    mine = [card for card in on_board if card.owner_id == model.snapshot.me.id]
    assert counts["built-in:mine"] == len(mine)
    assert counts["built-in:free"] == len(on_board) - len(mine)


def test_cards_on_another_board_are_not_counted() -> None:
    """R9: sub-tasks lie with the developers; nobody finds them behind a chip of this board."""
    ours = make_card(status_id="in_progress", owner_id="me", line_id="first")
    theirs = make_card(status_id="in_progress", owner_id="me", parent_id=ours.id)
    boards = [make_board(), replace(make_board(), id="development", name="Development")]
    model = BoardModel()
    model.load(make_snapshot([ours, theirs], boards=boards))
    assert list(tally(built_in(model), model, NOW))[-1]["built-in:mine"] == 1
    model.show_board("development")
    assert list(tally(built_in(model), model, NOW))[-1]["built-in:mine"] == 1


def test_an_empty_board_counts_nothing() -> None:
    model = board(0)
    assert list(tally(built_in(model), model, NOW))[-1]["built-in:mine"] == 0


def test_a_view_of_somebody_else_is_not_shown() -> None:
    model = board(0)
    model.snapshot.views[:] = [
        SavedView(id="a", name="Mine too", owner_id=model.snapshot.me.id),
        SavedView(id="b", name="Everybody's"),
        SavedView(id="c", name="Bo's", owner_id="bo"),
    ]
    shown = {view.id for view in visible_views(model)}
    assert {"a", "b"} <= shown
    assert "c" not in shown


def test_a_facet_is_put_on_and_taken_off() -> None:
    wanted = Filter()
    for facet in facets():
        value = next(iter(facet.values(board(3))), None)
        if value is None:
            continue
        on = facet.toggled(wanted, value)
        assert facet.chosen(on) == (value,), facet.name
        assert facet.toggled(on, value) == wanted
        assert facet.cleared(on) == wanted


def test_a_chip_names_two_values_and_counts_the_rest() -> None:
    model = board(0)
    facet = next(facet for facet in facets() if facet.part == "priorities")
    wanted = Filter(priorities=("urgent", "high", "low"))
    assert facet.words(wanted, model) == "Priority: Urgent, High +1"
