"""When the system looks at a ticket, and what it finds then (C4, C5, C9)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.commands import (
    AddNote,
    ClaimTicket,
    LookAgain,
    SaveCalendar,
    SaveLine,
    SaveWorkflow,
    SetAway,
    WakeTicket,
)
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.people import SYSTEM, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, StatusKind
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.timers import due, look_past, next_look, upcoming
from tests.factories.support import Support
from tests.factories.ticking import Ticking
from tests.factories.workflow import NOW, OFFICE_HOURS, make_id, make_ticket

K = StatusKind


def house_of(support: Support, now: int | None = None) -> House:
    return House.of(support.ledger.transaction(), support.now if now is None else now)


class TestNextLook:
    @pytest.mark.parametrize(
        ("kind", "after"),
        [
            (K.NEW, 40 * SECOND),
            (K.ASSIGNED, 5 * MINUTE),
            (K.IN_PROGRESS, 2 * HOUR),
            (K.WAITING_CLIENT, DAY),
            (K.POSTPONED, 12 * HOUR),  # the promise runs on: nobody told the client (R7b)
            (K.SOLVED, DAY),
            (K.CLOSED, None),
        ],
    )
    def test_each_ticket_keeps_when_it_is_to_be_looked_at(
        self, support: Support, kind: StatusKind, after: int | None
    ) -> None:
        ticket = support.ticket(support.in_status(kind))
        assert ticket.timer_at == (None if after is None else NOW + after)

    def test_what_has_passed_is_looked_at_at_once(self, support: Support) -> None:
        late = make_ticket(status_id="postponed", wake_at=NOW - DAY)
        assert next_look(late, house_of(support)) == NOW - DAY

    def test_a_change_of_the_ticket_reckons_it_anew(self, support: Support) -> None:
        ticket_id = support.opened()
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))
        assert support.ticket(ticket_id).timer_at == NOW + 5 * MINUTE

    def test_timers_switched_off_look_at_nothing(self, support: Support) -> None:
        """C9."""
        ticket = make_ticket(status_id="postponed", wake_at=NOW - DAY)
        house = replace(house_of(support), process=Process(are_timers_on=False))
        assert (next_look(ticket, house), due(ticket, house)) == (None, [])


class TestDue:
    def test_a_moment_that_has_just_come_is_not_past(self, support: Support) -> None:
        """C4: an act stamped exactly at the limit is in time and comes before the timer."""
        ticket = make_ticket(status_id="postponed", wake_at=NOW)
        assert due(ticket, house_of(support, NOW)) == []
        (only,) = due(ticket, house_of(support, NOW + 1))
        assert only.command == WakeTicket(ticket_id=ticket.id, due=NOW)

    def test_the_same_thing_has_the_same_uid_whenever_it_is_found(self, support: Support) -> None:
        ticket = make_ticket(status_id="postponed", wake_at=NOW)
        found = {due(ticket, house_of(support, NOW + later))[0].uid for later in (1, HOUR, DAY)}
        assert len(found) == 1

    def test_another_moment_is_another_thing(self, support: Support) -> None:
        ticket = make_ticket(status_id="postponed", wake_at=NOW)
        again = replace(ticket, wake_at=NOW + 1)
        house = house_of(support, NOW + DAY)
        assert due(ticket, house)[0].uid != due(again, house)[0].uid

    def test_it_comes_in_due_order(self, support: Support) -> None:
        ticket = support.ticket(support.in_status(K.ASSIGNED))
        moments = [one.at for one in upcoming(ticket, house_of(support))]
        assert moments == sorted(moments)
        assert len(moments) > 1

    def test_what_was_done_is_due_no_more(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        Ticking(support).pass_time(16 * MINUTE)
        names = [one.command.name for one in upcoming(support.ticket(ticket_id), house_of(support))]
        assert "escalate_ticket" not in names
        assert due(support.ticket(ticket_id), house_of(support)) == []


class TestLookAgain:
    """What is found and has nothing left to be done is not found for ever."""

    def test_next_look_lies_ahead_whatever_was_decided(self, support: Support) -> None:
        ticket = make_ticket(status_id="postponed", wake_at=NOW - DAY)
        assert look_past(ticket, house_of(support), NOW).timer_at is None
        ahead = replace(ticket, status_id="solved", wake_at=None, proposed_at=NOW)
        assert look_past(ahead, house_of(support), NOW).timer_at == NOW + 2 * DAY

    def test_what_was_not_decided_yet_is_looked_at_whenever_that_is_written_down(
        self, support: Support
    ) -> None:
        ticket = make_ticket(status_id="postponed", wake_at=NOW, timer_at=NOW - DAY)
        assert look_past(ticket, house_of(support, NOW + DAY), NOW).timer_at == NOW

    def test_refused_command_is_not_tried_again(self, support: Support) -> None:
        """A ticket that came in solved without its two texts cannot be closed by itself."""
        ticket = support.put(make_ticket(status_id="solved", proposed_at=NOW - 3 * DAY, timer_at=NOW - DAY))
        ticking = Ticking(support)
        ticking.tick()
        assert support.ticket(ticket.id).timer_at is None
        assert ticking.done == []

    def test_ticket_that_changed_meanwhile_is_left_alone(self, support: Support) -> None:
        ticket_id = support.opened()
        ticket = support.ticket(ticket_id)
        support.do(support.ada, AddNote(ticket_id=ticket_id, message_id=make_id(), text="Mine"))
        before = support.ticket(ticket_id)
        support.wait(HOUR)
        support.do(SYSTEM, LookAgain(ticket_id=ticket_id, revision=ticket.revision))
        assert support.ticket(ticket_id) == before

    def test_only_the_system_looks(self, support: Support) -> None:
        ticket_id = support.opened()
        assert support.refused(support.lea, LookAgain(ticket_id=ticket_id, revision=1)).code == "role"


class TestSettings:
    """A change of the house reckons the next look of what it concerns."""

    def test_other_hours_of_a_line(self, support: Support) -> None:
        support.wait(7 * HOUR + 59 * MINUTE + 50 * SECOND)  # ten seconds to six in Oslo
        ticket_id = support.opened()
        closing = support.now + 10 * SECOND
        support.do(support.admin, SaveCalendar(calendar=OFFICE_HOURS))
        for line in support.ledger.all(Line):
            support.do(support.admin, SaveLine(line=replace(line, calendar_id="office")))
        assert support.ticket(ticket_id).timer_at == closing + 15 * HOUR + 30 * SECOND

    def test_other_hours_move_every_norm(self, support: Support) -> None:
        support.wait(7 * HOUR)  # an hour before six in Oslo
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.admin, SaveCalendar(calendar=OFFICE_HOURS))
        support.do(
            support.admin, SaveLine(line=replace(support.ledger.get(Line, "first"), calendar_id="office"))
        )
        assert support.ticket(ticket_id).timer_at == support.now + HOUR + 15 * HOUR + HOUR

    def test_another_time_of_the_auto_close(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        workflow = replace(support.workflow, auto_close_after=HOUR)
        support.do(support.admin, SaveWorkflow(workflow=workflow))
        assert support.ticket(ticket_id).timer_at == NOW + HOUR

    def test_an_owner_who_leaves(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        support.wait(MINUTE)
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=True))
        assert support.ticket(ticket_id).timer_at == support.now

    def test_nothing_is_written_where_nothing_changes(self, support: Support) -> None:
        ticket_id = support.opened()
        revision = support.ticket(ticket_id).revision
        support.do(support.admin, SaveLine(line=support.ledger.get(Line, "third")))
        assert support.ticket(ticket_id).revision == revision


class TestJumpingClock:
    """Whatever the clock does, each thing happens once."""

    @pytest.mark.parametrize("jumps", [(HOUR, -HOUR, 2 * HOUR), (-HOUR, 3 * HOUR), (DAY, DAY)])
    def test_nothing_happens_twice(self, support: Support, jumps: tuple[int, ...]) -> None:
        ticket_ids = [support.opened(), support.in_status(K.ASSIGNED)]
        ticking = Ticking(support)
        for jump in jumps:
            support.wait(jump)
            ticking.tick()
        for ticket_id in ticket_ids:
            story = [
                command.name
                for command in ticking.done
                if getattr(command, "ticket_id", "") == ticket_id and command.name != "note_violations"
            ]
            assert len(story) == len(set(story)), story
        assert all(isinstance(one, Ticket) for one in map(support.ticket, ticket_ids))
