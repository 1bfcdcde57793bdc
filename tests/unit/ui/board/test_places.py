"""The layout follows the model by mending what is there: it has to be what a new layout would be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.ui.board.geometry import Layout
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.places import Places
from kanbandesk.ui.board.sizes import CardSizes
from kanbandesk.workflow.boards import Density, Filter, Swimlane
from kanbandesk.workflow.cards import Card, Changes
from tests.factories.workflow import make_card, make_snapshot

IDS = [f"card-{number}" for number in range(14)]
Lines = dict[tuple[str, str], tuple[tuple[str, ...], list[int]]]


def measure(text: str) -> float:
    """Ten pixels a letter."""
    return 10.0 * len(text)


def lay_out(model: BoardModel) -> Places:
    return Places(model, Layout(), CardSizes(measure))


def lines(places: Places) -> Lines:
    """Return ids and tops of all cells."""
    model = places.model
    return {
        (column.id, lane.id): (tuple(cell.ids), list(cell.tops))
        for column, cells in zip(model.columns, places.layout.cells, strict=True)
        for lane, cell in zip(model.lanes, cells, strict=True)
    }


CARDS = st.builds(
    make_card,
    id=st.sampled_from(IDS),
    rank=st.sampled_from(("A", "B", "M", "V", "z")),
    status_id=st.sampled_from(("new", "in_progress", "closed")),
    title=st.sampled_from(("Short", "A title that is so long that it needs two lines", "")),
    tags=st.sampled_from(((), ("sms",))),
    priority=st.sampled_from(("low", "high")),
)
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("change"), st.lists(CARDS, max_size=3)),
        st.tuples(st.just("remove"), st.sampled_from(IDS)),
        st.tuples(st.just("filter"), st.sampled_from(("", "short", "long"))),
        st.tuples(st.just("lanes"), st.sampled_from((Swimlane.NONE, Swimlane.PRIORITY))),
        st.tuples(st.just("width"), st.sampled_from((900, 2600))),
        st.tuples(st.just("density"), st.sampled_from(list(Density))),
        st.tuples(st.just("load"), st.just("")),
    ),
    max_size=10,
)


@given(start=st.lists(CARDS, max_size=14, unique_by=lambda card: card.id), acts=ACTS)
def test_a_mended_layout_is_the_one_that_would_be_made_anew(
    start: list[Card], acts: list[tuple[str, object]]
) -> None:
    model, width = BoardModel(), 900
    model.load(make_snapshot(start))
    places = lay_out(model)
    places.bring(None, width, 600)
    for kind, what in acts:
        touched: set[str] | None = None
        if kind == "change":
            batch = {card.id: card for card in what}  # type: ignore[attr-defined]
            touched = model.apply(Changes(cards=tuple(batch.values())))
        elif kind == "remove":
            touched = model.apply(Changes(removed=(str(what),)))
        elif kind == "filter":
            model.set_filter(Filter(text=str(what)))
        elif kind == "lanes":
            model.set_swimlane(what)  # type: ignore[arg-type]
        elif kind == "width":
            width, touched = int(str(what)), {column.id for column in model.columns}
        elif kind == "density":
            model.density = what  # type: ignore[assignment]
        else:
            model.load(make_snapshot(list(model.cards.values())))
        places.bring(touched, width, 600)
        anew = lay_out(model)
        anew.bring(None, width, 600)
        assert lines(places) == lines(anew)


@pytest.mark.parametrize("count", [3, 200])
def test_few_changes_are_followed_and_many_read_anew(count: int) -> None:
    model = BoardModel()
    model.load(make_snapshot([make_card(id=f"{number:03}", rank=f"{number:03}V") for number in range(300)]))
    places = lay_out(model)
    places.bring(None, 900, 600)
    cells = places.layout.cells[0][0]
    changed = tuple(make_card(id=f"{number:03}", rank=f"{300 - number:03}V") for number in range(count))
    places.bring(model.apply(Changes(cards=changed)), 900, 600)
    anew = lay_out(model)
    anew.bring(None, 900, 600)
    assert lines(places) == lines(anew)
    assert (places.layout.cells[0][0] is cells) == (count == 3)


def test_a_column_that_nobody_named_is_followed_too() -> None:
    model = BoardModel()
    model.load(make_snapshot([make_card(id="a", rank="a")]))
    places = lay_out(model)
    places.bring(None, 900, 600)
    model.apply(Changes(cards=(make_card(id="b", rank="b"),)))
    assert places.bring(set(), 900, 600) == {0}
    assert places.layout.cells[0][0].ids == ["a", "b"]


def test_positions_are_those_of_one_cell() -> None:
    model = BoardModel()
    cards = [make_card(id=id_, rank=id_) for id_ in "abc"] + [make_card(id="x", status_id="solved")]
    model.load(make_snapshot(cards))
    places = lay_out(model)
    places.bring(None, 900, 600)
    assert places.positions({"c", "a", "x", "nobody"}, 0, 0) == [0, 2]
    assert places.in_order({"x", "c", "a", "nobody"}) == ("a", "c", "x")
    assert places.locate("x") == (6, 0, 0)
