"""What a screen reader hears: nothing that the eye is told by colour, sign or place is left out."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.ui.board import spoken
from kanbandesk.ui.board.faces import Faces
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.workflow.boards import Filter, Swimlane
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import DAY, HOUR
from tests.factories.workflow import NOW, make_card, make_snapshot


def model_with(*cards: Card) -> BoardModel:
    model = BoardModel()
    snapshot = make_snapshot(list(cards))
    columns = tuple(replace(column, wip_limit=1) for column in snapshot.boards[0].columns)
    model.load(replace(snapshot, boards=[replace(snapshot.boards[0], columns=columns)]))
    return model


def describe(card: Card, swimlane: Swimlane = Swimlane.NONE) -> str:
    model = model_with(card)
    model.set_swimlane(swimlane)
    face = Faces().of(card, model.snapshot.workflow, NOW)
    return spoken.card_description(model, card, face, 2, 9)


def test_a_card_is_called_by_number_and_title() -> None:
    assert spoken.card_name(make_card(number=4756, title="Need SIP trace")) == "#4756 Need SIP trace"
    assert spoken.card_name(make_card(number=None, title="Need\nSIP\u202e trace")) == "new Need SIP trace"


def test_a_card_is_described_with_its_age_in_words_and_its_place() -> None:
    card = make_card(
        status_id="waiting_client",
        owner_id="me",
        answered_at=NOW - 3 * DAY,
        status_since=NOW - 3 * DAY,
        due1=NOW - 2,
        due2=NOW - 1,
        due3=NOW,
        client="Volga Taxi",
        priority="urgent",
        sla_left=HOUR,
        blocked_reason="router",
        is_ignored=True,
        is_pending=True,
        tags=("sip", "map"),
    )
    assert describe(card) == (
        "stale: 3 d since our answer, priority Urgent, Volga Taxi, Ada Berg, clock stopped, blocked: router, "
        "was ignored, not saved yet, tags sip map, 2 of 9"
    )


def test_an_unowned_card_says_so_and_a_lane_its_name() -> None:
    assert describe(make_card(), Swimlane.PRIORITY) == (
        "fresh: 1 h unclaimed, Nordlys Bakeri, nobody has it, lane Normal, 2 of 9"
    )


def test_a_column_says_its_true_counts_its_limit_and_its_pulse() -> None:
    model = model_with(make_card(title="one"), make_card(due1=NOW), make_card(due1=NOW, due2=NOW, due3=NOW))
    column = model.columns[0]
    assert spoken.column_text(model, column).endswith("limit 1, 2 over the limit, 1 ageing, 1 stale")
    model.set_filter(Filter(text="one"))
    assert "1 shown by the filter" in spoken.column_text(model, column)


def test_a_moved_card_says_where_it_lies_now() -> None:
    card = make_card(number=7, status_id="solved")
    assert spoken.moved_text(model_with(card), card, 1, 4) == "#7: Solved, 1 of 4"


def test_a_tip_shows_what_the_card_has_no_room_for() -> None:
    card = make_card(number=7, title="x" * 90, client="Volga Taxi", owner_id="me", blocked_reason="router")
    assert list(spoken.card_tip(model_with(card), card)) == [
        "#7 " + "x" * 90,
        "Volga Taxi · Ada Berg",
        "blocked: router",
    ]
