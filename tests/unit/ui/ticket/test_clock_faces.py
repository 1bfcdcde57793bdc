"""The panel's clocks in words (C6, C7, C8; R7a, R7b; ui.md, "Ticket panel")."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kanbandesk.ui.ticket.clock_faces import Face, clock_faces, next_tick
from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, ClockKind, default_workflow
from kanbandesk.workflow.tickets import Ticket
from tests.factories.workflow import NOW, OFFICE_HOURS, make_lines, make_ticket

WORKFLOW = default_workflow()
ROUND_THE_CLOCK = Timetable.of(make_lines(), [])
OFFICE = Timetable.of(make_lines("office"), [OFFICE_HOURS])


def ticket(status_id: str = "in_progress", since: int = 3 * HOUR, **changes: Any) -> Ticket:
    return make_ticket(status_id=status_id, status_since=NOW - since, **changes)


def faces(shown: Ticket, timetable: Timetable = ROUND_THE_CLOCK) -> list[Face]:
    return clock_faces(shown, WORKFLOW, timetable, NOW)


def levels(shown: Ticket) -> list[int]:
    return [face.level for face in faces(shown)[:3]]


def test_a_new_ticket_has_no_answer_yet() -> None:
    shown = faces(ticket("new", 32 * SECOND, client_wrote_at=NOW - 32 * SECOND))
    assert [face.value for face in shown] == ["32 s", "none yet", "32 s"]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (ticket("new"), [2, 0, 0]),
        (ticket("in_progress"), [2, 0, 0]),
        (ticket("in_progress", answered_at=NOW - HOUR), [0, 2, 0]),
        (ticket("in_progress", answered_at=NOW - 5 * HOUR), [2, 0, 0]),
        (ticket("waiting_client", answered_at=NOW - 3 * HOUR), [0, 2, 0]),
        (ticket("waiting_vendor"), [2, 0, 0]),
        (ticket("in_development", client_wrote_at=NOW - HOUR), [0, 0, 2]),
        (ticket("in_development", client_wrote_at=NOW - HOUR, answered_at=NOW - MINUTE), [2, 0, 0]),
        (ticket("solved", answered_at=NOW - HOUR), [2, 0, 0]),
    ],
)
def test_the_level_stands_on_the_clock_that_the_norm_follows(shown: Ticket, expected: list[int]) -> None:
    assert levels(replace(shown, dues=(NOW - 2, NOW, NOW + 1))) == expected


@pytest.mark.parametrize(
    ("shown", "label"),
    [
        (ticket("in_development", due_at=NOW - 2 * DAY), "In this column, due 2 d ago"),
        (ticket("waiting_vendor", expected_at=NOW + 3 * DAY), "In this column, due in 3 d"),
        (ticket("postponed", wake_at=NOW + DAY), "In this column, wakes Wed 09:00"),
        (ticket("solved", proposed_at=NOW - DAY), "In this column, closes in 1 d"),
        (ticket("in_progress", due_at=NOW - DAY), "In this column"),
        (ticket("closed", closed_at=NOW - DAY), "Since it was closed"),
    ],
)
def test_where_the_norm_follows_a_date_the_date_is_told(shown: Ticket, label: str) -> None:
    assert faces(shown)[0].label == label


def test_the_level_is_told_by_a_word_too() -> None:
    [column, *_] = faces(ticket("new", dues=(NOW, NOW, NOW)))
    assert column.spoken == "In this column: 3 h (stale)"
    assert faces(ticket("new"))[0].spoken == "In this column: 3 h"


def sla(started: int, target: int = 12 * HOUR) -> SlaClock:
    return SlaClock.start(target, ClockKind.LINE, NOW - started)


def sla_face(clock: SlaClock, timetable: Timetable = ROUND_THE_CLOCK, **changes: Any) -> Face | None:
    shown = faces(ticket(sla=clock, **changes), timetable)
    return shown[3] if len(shown) == 4 else None


@pytest.mark.parametrize(
    ("started", "value", "level"),
    [
        (HOUR, "11 h left", 0),
        (9 * HOUR, "3 h left", 1),
        (11 * HOUR, "1 h left", 2),
        (12 * HOUR, "0 s left", 2),  # C4: at the limit is in time
        (12 * HOUR + 12 * MINUTE, "12 min over", 3),
    ],
)
def test_the_sla_clock_tells_what_is_left(started: int, value: str, level: int) -> None:
    assert sla_face(sla(started), sla_class="settings") == Face("SLA · Settings", value, level)


def test_an_unclassified_ticket_counts_as_a_settings_question() -> None:
    face = sla_face(sla(HOUR))
    assert face is not None
    assert face.label == "SLA · Settings"


def test_a_stopped_clock_says_so_and_has_no_level() -> None:
    stopped = sla(11 * HOUR + 30 * MINUTE).stop(OFFICE.calendar(""), NOW - 10 * MINUTE)
    face = sla_face(stopped)
    assert face is not None
    assert (face.value, face.level) == ("stopped, 40 min left", 0)
    over = sla(13 * HOUR).stop(OFFICE.calendar(""), NOW)
    face = sla_face(over)
    assert face is not None
    assert face.value == "stopped, 1 h over"


def test_what_is_left_is_real_time_until_due_as_on_the_card() -> None:
    # One of eight office hours has passed at 09:00 UTC (10:00 in Oslo): due at 16:00 UTC, an hour before closing.
    face = sla_face(sla(HOUR, 8 * HOUR), OFFICE)
    assert face is not None
    assert face.value == "7 h left"


def test_a_calendar_that_never_opens_has_no_face() -> None:
    never = Calendar(id="never", name="Never", time_zone="UTC", weekly=((),) * 7)
    timetable = Timetable.of(make_lines("never"), [never])
    assert sla_face(sla(HOUR), timetable) is None


def test_a_closed_ticket_has_no_sla_face() -> None:
    assert sla_face(sla(HOUR), closed_at=NOW, status_id="closed") is None


def test_a_clock_that_counts_seconds_ticks_each_second() -> None:
    assert next_tick(ticket(since=32 * SECOND), NOW) == SECOND
    assert next_tick(ticket(answered_at=NOW - SECOND), NOW) == SECOND


def test_else_it_ticks_each_minute_or_when_a_level_is_reached() -> None:
    assert next_tick(ticket(), NOW) == MINUTE
    assert next_tick(ticket(dues=(NOW - 1, NOW + 5 * SECOND, NOW + DAY)), NOW) == 5 * SECOND
    assert next_tick(ticket(dues=(NOW - 1, NOW, NOW + DAY)), NOW) == MINUTE


def test_a_sub_task_has_the_clock_of_its_column_alone_with_its_level() -> None:
    """R9: it has no client who writes or is answered."""
    shown = faces(replace(ticket("in_progress", 2 * HOUR, parent_id="p"), dues=(NOW - 2, NOW, NOW + 1)))
    assert shown == [Face("In this column", "2 h", 2)]
