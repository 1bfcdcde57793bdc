"""The board's model against plain reckoning over all cards, whatever happens to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.workflow.ageing import level
from kanbandesk.workflow.boards import Filter, Swimlane
from kanbandesk.workflow.cards import Card, Changes
from kanbandesk.workflow.statuses import HOUR, MINUTE
from tests.factories.workflow import NOW, make_agent, make_card, make_snapshot

STATUSES = ("new", "assigned", "in_progress", "waiting_client", "solved", "closed")
OWNERS = ("", "me", "bo")
TITLES = ("Gateway drops calls", "Cannot log in", "Отчёт за квартал", "STRASSE or Straße")
FILTERS = (
    Filter(),
    Filter(text="gate"),
    Filter(text="ОТЧЁТ"),
    Filter(text="strasse"),
    Filter(text="calls sms"),
    Filter(owner_ids=("me",)),
    Filter(owner_ids=("",), text="log"),
    Filter(line_ids=("second",)),
    Filter(priorities=("high", "urgent")),
    Filter(tags=("sms",)),
    Filter(levels=(1, 2)),
    Filter(blocked_only=True),
    Filter(client_ids=("north",)),
)


def loaded(*cards: Card, **changes: object) -> BoardModel:
    model = BoardModel()
    model.load(make_snapshot(list(cards), **changes))
    return model


# -- the oracle ---------------------------------------------------------------------------------------------


def passes(card: Card, wanted: Filter, now: int) -> bool:
    text = " ".join((f"#{card.number}", card.title, card.client, *card.tags)).casefold()
    owners = ["me" if owner == "me" else owner for owner in wanted.owner_ids]
    return all(
        (
            all(word in text for word in wanted.text.casefold().split()),
            not owners or card.owner_id in owners,
            not wanted.line_ids or card.line_id in wanted.line_ids,
            not wanted.client_ids or card.client_id in wanted.client_ids,
            not wanted.priorities or card.priority in wanted.priorities,
            not wanted.tags or bool(set(wanted.tags) & set(card.tags)),
            not wanted.levels or level(card, now) in wanted.levels,
            not wanted.blocked_only or bool(card.blocked_reason),
        )
    )


def lane_of(card: Card, swimlane: Swimlane) -> str:
    return {
        Swimlane.NONE: "",
        Swimlane.LINE: card.line_id,
        Swimlane.AGENT: card.owner_id,
        Swimlane.PRIORITY: str(card.priority),
        Swimlane.CLIENT: card.client_id,
    }[swimlane]


def check(model: BoardModel, cards: dict[str, Card], wanted: Filter, swimlane: Swimlane, now: int) -> None:
    lanes = {lane.id for lane in model.lanes} | {""}
    for column in model.columns:
        mine = sorted(
            (card for card in cards.values() if card.status_id in column.status_ids),
            key=lambda card: (card.rank, card.id),
        )
        shown = [card for card in mine if passes(card, wanted, now)]
        for lane in lanes | {lane_of(card, swimlane) for card in shown}:
            expected = [card.id for card in shown if lane_of(card, swimlane) == lane]
            assert list(model.ids(column.id, lane)) == expected
        counts = model.counts(column.id)
        assert (counts.total, counts.shown) == (len(mine), len(shown))
        levels = [level(card, now) for card in mine]
        assert counts.levels == tuple(levels.count(one) for one in range(4))
    used = {lane_of(card, swimlane) for card in cards.values() if passes(card, wanted, now)}
    used &= {
        lane_of(card, swimlane)
        for card in cards.values()
        if model.board.column_of(card.status_id) and passes(card, wanted, now)
    }
    assert swimlane is Swimlane.NONE or {lane.id for lane in model.lanes} == used


@st.composite
def a_card(draw: st.DrawFn, ids: st.SearchStrategy[str]) -> Card:
    due = draw(st.integers(-5, 5)) * MINUTE + NOW
    return make_card(
        id=draw(ids),
        number=draw(st.integers(1, 99)),
        title=draw(st.sampled_from(TITLES)),
        status_id=draw(st.sampled_from(STATUSES)),
        rank=draw(st.sampled_from(("A", "B", "V", "V1", "z"))),
        owner_id=draw(st.sampled_from(OWNERS)),
        line_id=draw(st.sampled_from(("first", "second", ""))),
        client_id=draw(st.sampled_from(("north", "south", ""))),
        priority=draw(st.sampled_from(("low", "normal", "high", "urgent"))),
        tags=draw(st.sampled_from(((), ("sms",), ("sms", "map")))),
        blocked_reason=draw(st.sampled_from(("", "waits"))),
        due1=due,
        due2=draw(st.sampled_from((None, due + MINUTE))),
        due3=draw(st.sampled_from((None, due + 2 * MINUTE))),
    )


IDS = st.sampled_from([f"card-{number}" for number in range(12)])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("change"), st.lists(a_card(IDS), max_size=4)),
        st.tuples(st.just("remove"), IDS),
        st.tuples(st.just("filter"), st.sampled_from(FILTERS)),
        st.tuples(st.just("lanes"), st.sampled_from(list(Swimlane))),
        st.tuples(st.just("time"), st.integers(0, 4)),
    ),
    max_size=12,
)


@given(start=st.lists(a_card(IDS), max_size=12, unique_by=lambda card: card.id), steps=STEPS)
def test_model_shows_what_a_look_at_all_cards_shows(
    start: list[Card], steps: list[tuple[str, object]]
) -> None:
    cards = {card.id: card for card in start}
    model = loaded(*start)
    wanted, swimlane, now = Filter(), Swimlane.NONE, NOW
    for kind, what in steps:
        if kind == "change":
            batch = {card.id: card for card in what}  # type: ignore[attr-defined]
            cards |= batch
            model.apply(Changes(cards=tuple(batch.values())))
        elif kind == "remove":
            cards.pop(str(what), None)
            model.apply(Changes(removed=(str(what),)))
        elif kind == "filter":
            wanted = what  # type: ignore[assignment]
            model.set_filter(wanted)
        elif kind == "lanes":
            swimlane = what  # type: ignore[assignment]
            model.set_swimlane(swimlane)
        else:
            now += int(what) * MINUTE  # type: ignore[call-overload]
            model.tick(now)
        check(model, cards, wanted, swimlane, now)


# -- ageing -------------------------------------------------------------------------------------------------


def test_level_rises_at_its_very_millisecond() -> None:
    model = loaded(make_card(due1=NOW + 10))
    assert model.ages.next_moment() == NOW + 10
    assert not model.tick(NOW + 9).cards
    tick = model.tick(NOW + 10)
    assert len(tick.cards) == 1
    assert tick.columns == {"new"}
    assert model.counts("new").levels == (0, 1, 0, 0)


def test_a_level_hours_ahead_rises_at_its_moment_too() -> None:
    model = loaded(make_card(due1=NOW + 3 * HOUR))
    moments = []
    for _ in range(5):  # it looks an hour ahead each time
        moments.append(model.ages.next_moment() or 0)
        if model.tick(moments[-1]).cards:
            break
    assert moments[-1] == NOW + 3 * HOUR
    assert moments == sorted(set(moments))
    assert model.counts("new").levels == (0, 1, 0, 0)


def test_a_board_left_alone_for_a_day_catches_up_at_once() -> None:
    model = loaded(make_card(due1=NOW + MINUTE, due2=NOW + 3 * HOUR), make_card())
    tick = model.tick(NOW + 24 * HOUR)
    assert (len(tick.cards), model.counts("new").levels) == (1, (1, 0, 1, 0))


def test_a_closed_card_does_not_wake_the_board() -> None:
    model = loaded(make_card(status_id="closed", due1=NOW + 10))
    assert model.ages.next_moment() is None


def test_a_card_that_grew_late_joins_the_filter_of_late_cards() -> None:
    model = loaded(make_card(id="a", due1=NOW + 10))
    model.set_filter(Filter(levels=(1,)))
    assert not model.ids("new")
    model.tick(NOW + 10)
    assert list(model.ids("new")) == ["a"]


# -- counts -------------------------------------------------------------------------------------------------


def test_counts_are_true_counts_whatever_the_filter_hides() -> None:
    model = loaded(make_card(title="Gateway"), make_card(title="Login", due1=NOW))
    model.set_filter(Filter(text="gateway"))
    counts = model.counts("new")
    assert (counts.total, counts.shown, counts.levels) == (2, 1, (1, 1, 0, 0))


def test_number_is_found_with_its_sign() -> None:
    model = loaded(make_card(id="a", number=4756), make_card(number=4763))
    model.set_filter(Filter(text="#4756"))
    assert list(model.ids("new")) == ["a"]


def test_typing_on_narrows_and_rubbing_out_widens_again() -> None:
    model = loaded(make_card(id="a", title="Gateway"), make_card(id="b", title="Gate"))
    for text, expected in (("gate", ["a", "b"]), ("gatew", ["a"]), ("gate", ["a", "b"]), ("", ["a", "b"])):
        model.set_filter(Filter(text=text))
        assert sorted(model.ids("new")) == expected


def test_a_changed_title_is_found_by_its_new_words() -> None:
    card = make_card(id="a", title="Gateway")
    model = loaded(card)
    model.set_filter(Filter(text="router"))
    model.apply(Changes(cards=(make_card(id="a", title="Router"),)))
    assert list(model.ids("new")) == ["a"]


def test_idle_folding_of_texts_ends() -> None:
    model = loaded(*(make_card() for _ in range(5)))
    rounds = 0
    while model.narrowing.warm(model.cards, 2):
        rounds += 1
    assert rounds == 2  # portions of two, two and the last one


# -- settings -----------------------------------------------------------------------------------------------


def test_settings_lay_the_board_out_anew_and_keep_filter_and_cards() -> None:
    model = loaded(make_card(id="a", title="Gateway"))
    model.set_filter(Filter(text="gate"))
    snapshot = make_snapshot([])
    board = replace(snapshot.boards[0], columns=snapshot.boards[0].columns[:2])
    touched = model.apply(Changes(settings=replace(snapshot, boards=[board])))
    assert touched == {"new", "in_progress"}
    assert [column.id for column in model.columns] == ["new", "in_progress"]
    assert list(model.ids("new")) == ["a"]


def test_my_cards_are_mine_whoever_looks() -> None:
    model = loaded(make_card(id="a", owner_id="bo"), me=make_agent(id="bo", name="Bo"))
    model.set_filter(Filter(owner_ids=("me",)))
    assert list(model.ids("new")) == ["a"]


# -- lanes --------------------------------------------------------------------------------------------------


def test_lanes_of_agents_begin_with_mine_and_end_with_nobodys() -> None:
    agents = [make_agent(id="bo", name="Bo"), make_agent(id="al", name="Al"), make_agent(id="me", name="Ze")]
    cards = [make_card(owner_id=owner) for owner in ("bo", "", "al", "me", "bo")]
    model = loaded(*cards, agents=agents, me=agents[2])
    model.set_swimlane(Swimlane.AGENT)
    assert [(lane.id, lane.count) for lane in model.lanes] == [("me", 1), ("al", 1), ("bo", 2), ("", 1)]


def test_lanes_of_strangers_come_after_all_known_ones_and_before_nobodys() -> None:
    agents = [make_agent(id="bo", name="Bo")]
    model = loaded(*(make_card(owner_id=owner) for owner in ("", "stranger", "bo")), agents=agents)
    model.set_swimlane(Swimlane.AGENT)
    assert [lane.id for lane in model.lanes] == ["bo", "stranger", ""]


@pytest.mark.parametrize(
    ("swimlane", "expected"),
    [
        (Swimlane.PRIORITY, ["urgent", "low"]),
        (Swimlane.LINE, ["first", "second"]),
        (Swimlane.CLIENT, ["n", "s"]),
    ],
)
def test_lanes_have_the_order_of_what_they_stand_for(swimlane: Swimlane, expected: list[str]) -> None:
    model = loaded(
        make_card(priority="low", line_id="second", client_id="s", client="South"),
        make_card(priority="urgent", line_id="first", client_id="n", client="north"),
    )
    model.set_swimlane(swimlane)
    assert [lane.id for lane in model.lanes] == expected


# -- what a hand does ---------------------------------------------------------------------------------------


def test_a_pending_card_lies_where_the_hand_put_it() -> None:
    model = loaded(
        make_card(id="a", rank="B", status_id="in_progress"),
        make_card(id="b", rank="D", status_id="in_progress"),
        make_card(id="c"),
    )
    assert model.place_pending(["c"], "in_progress", "a", "b") == {"new", "in_progress"}
    assert list(model.ids("in_progress")) == ["a", "c", "b"]
    assert model.cards["c"].is_pending


def test_a_refused_card_is_back_in_its_exact_slot() -> None:
    model = loaded(*(make_card(id=id_, rank=rank) for id_, rank in (("a", "B"), ("b", "D"), ("c", "F"))))
    model.place_pending(["b"], "in_progress", "", "")
    assert model.revert(["b"]) == {"new", "in_progress"}
    assert list(model.ids("new")) == ["a", "b", "c"]
    assert not model.cards["b"].is_pending


def test_a_message_that_comes_meanwhile_leaves_a_pending_card_in_its_place() -> None:
    model = loaded(make_card(id="a", rank="B"))
    model.place_pending(["a"], "in_progress", "", "")
    model.apply(Changes(cards=(make_card(id="a", rank="B", message_count=7),)))
    assert list(model.ids("in_progress")) == ["a"]
    assert (model.cards["a"].message_count, model.cards["a"].is_pending) == (7, True)
    model.revert(["a"])
    assert (model.cards["a"].status_id, model.cards["a"].message_count) == ("new", 7)


def test_the_first_of_two_moves_confirmed_leaves_the_card_at_the_second() -> None:
    model = loaded(make_card(id="a", rank="B"))
    model.place_pending(["a"], "in_progress", "", "")
    model.place_pending(["a"], "solved", "", "")
    model.apply(Changes(cards=(make_card(id="a", rank="C", status_id="in_progress"),)))
    assert list(model.ids("solved")) == ["a"]
    model.apply(Changes(cards=(make_card(id="a", rank="C", status_id="solved"),)))
    assert not model.cards["a"].is_pending


def test_a_saved_card_loses_its_mark_and_stays() -> None:
    model = loaded(make_card(id="a", rank="B"))
    model.place_pending(["a"], "in_progress", "", "")
    assert model.settle(["a"]) == {"in_progress"}
    assert list(model.ids("in_progress")) == ["a"]
    assert not model.cards["a"].is_pending


def test_several_cards_keep_their_order_in_their_new_place() -> None:
    cards = [make_card(id=id_, rank=id_.upper()) for id_ in "abc"]
    model = loaded(*cards, make_card(id="x", rank="H", status_id="solved"))
    model.place_pending(["a", "b", "c"], "solved", "x", "")
    assert list(model.ids("solved")) == ["x", "a", "b", "c"]


def test_a_card_between_two_of_one_rank_is_placed_all_the_same() -> None:
    tied = [make_card(id=id_, rank="V", status_id="solved") for id_ in "ab"]
    model = loaded(*tied, make_card(id="c"))
    model.place_pending(["c"], "solved", "a", "b")
    assert set(model.ids("solved")) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("after", "before", "expected"),
    [
        ("a", "d", ("a", "b")),
        ("", "d", ("c", "d")),
        ("d", "", ("d", "e")),
        ("", "", ("e", "")),
        ("gone", "", ("e", "")),
    ],
)
def test_a_place_counts_the_cards_that_the_filter_hides(
    after: str, before: str, expected: tuple[str, str]
) -> None:
    model = loaded(*(make_card(id=id_, rank=id_.upper(), title=id_ * 3) for id_ in "abcde"))
    place = model.place_between("new", after, before)
    assert (place.after, place.before) == expected


def test_cards_that_move_are_no_neighbours_of_themselves() -> None:
    model = loaded(*(make_card(id=id_, rank=id_.upper()) for id_ in "abc"))
    place = model.place_between("new", "a", "c", moving=["b"])
    assert (place.after, place.before) == ("a", "c")


def touched_by(model: BoardModel, act: Callable[[BoardModel], set[str]]) -> set[str]:
    return act(model)


def test_only_touched_columns_are_told() -> None:
    model = loaded(make_card(id="a"), make_card(id="b", status_id="solved"))
    assert model.apply(Changes(cards=(make_card(id="a", status_id="in_progress"),))) == {"new", "in_progress"}
    assert model.apply(Changes(removed=("b",))) == {"solved"}
    assert model.apply(Changes(removed=("nobody",))) == set()
    assert model.changed == {"a"}


def test_a_new_workspace_is_an_empty_board() -> None:
    model = BoardModel()
    assert model.columns == ()
    assert model.ages.next_moment() is None
    assert model.apply(Changes()) == set()
    assert [lane.count for lane in model.lanes] == [0]


def test_now_of_a_tick_ages_cards_that_come_later() -> None:
    model = loaded()
    model.tick(NOW + HOUR)
    model.apply(Changes(cards=(make_card(due1=NOW + MINUTE),)))
    assert model.counts("new").levels == (0, 1, 0, 0)
