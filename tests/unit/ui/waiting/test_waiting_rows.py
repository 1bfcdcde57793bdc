"""The rows of the waiting room (R10): how long a client has been silent, and what is offered for it."""

from __future__ import annotations

from kanbandesk.ui.inbox.deeds import Deed
from kanbandesk.ui.waiting.rows import Order, Reminded, rows_of, silence_of, standing, waiting
from kanbandesk.ui.words import Names
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import DAY, HOUR, default_workflow
from tests.factories.workflow import NOW, make_card

NAMES = Names(agents={"a": "Ada", "b": "Bo"}, lines={})


def silent(days: float, **changes: object) -> Card:
    """Return a card that waits for its client since so many days."""
    since = NOW - int(days * DAY)
    values = {
        "status_id": "waiting_client",
        "answered_at": since,
        "status_since": since - HOUR,
        "due1": since + DAY,
        "due2": since + 2 * DAY,
        "due3": since + 3 * DAY,
        **changes,
    }
    return make_card(**values)


def test_silence_counts_from_our_last_public_answer_and_not_from_the_entry() -> None:
    assert silence_of(silent(2, answered_at=NOW - HOUR), NOW) == HOUR


def test_without_an_answer_silence_counts_from_the_entry() -> None:
    assert silence_of(silent(2, answered_at=None, status_since=NOW - DAY), NOW) == DAY


def test_only_waiting_tickets_are_there_the_longest_silence_first() -> None:
    short, long, other = silent(1), silent(3), make_card(status_id="in_progress")
    assert waiting([short, other, long], default_workflow(), NOW) == [long, short]


def test_figures_count_each_level_and_the_longest_silence() -> None:
    figures = standing([silent(0.5), silent(1.5), silent(2.5), silent(4)], NOW)
    assert figures.levels == (1, 1, 1, 1)
    assert figures.longest == 4 * DAY


def test_the_first_day_offers_a_reminder_and_the_second_other_ways() -> None:
    rows = rows_of([silent(3), silent(1.2), silent(0.2)], NAMES, {}, NOW, Order.SILENCE)
    assert [row.deeds for row in rows] == [
        (Deed.CALL, Deed.CHANNEL, Deed.CLOSE_SILENT),
        (Deed.REMIND, Deed.HOLD),
        (),
    ]


def test_a_held_ladder_can_be_let_go() -> None:
    card = silent(1.2)
    (row,) = rows_of([card], NAMES, {card.id: Reminded(is_off=True)}, NOW, Order.SILENCE)
    assert row.deeds == (Deed.REMIND, Deed.RELEASE)
    assert row.end == "No reminders"


def test_a_row_tells_when_the_client_was_reminded_and_how_often() -> None:
    card = silent(2.5)
    sent = (NOW - DAY, NOW - HOUR)
    (row,) = rows_of([card], NAMES, {card.id: Reminded(sent=sent)}, NOW, Order.SILENCE)
    assert row.end.startswith("Reminded 2 times, last ")


def test_rows_can_be_ordered_by_client_and_by_person() -> None:
    one = silent(3, client="Zebra", owner_id="a")
    other = silent(1, client="Alba", owner_id="b")
    by_client = rows_of([one, other], NAMES, {}, NOW, Order.CLIENT)
    by_person = rows_of([one, other], NAMES, {}, NOW, Order.OWNER)
    assert [row.ticket_id for row in by_client] == [other.id, one.id]
    assert [row.ticket_id for row in by_person] == [one.id, other.id]


def test_a_screen_reader_hears_age_silence_and_what_was_done() -> None:
    (row,) = rows_of([silent(3.5, number=7, title="Trace", client="Volga")], NAMES, {}, NOW, Order.SILENCE)
    assert row.spoken == "#7, Trace, Volga, stale, silent for 3 d 12 h"
