"""The draw, the escalation, and who is away (R1, R2, C5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.calendars import Calendar, Spans
from kanbandesk.workflow.commands import (
    AssignTicket,
    ClaimTicket,
    DrawTicket,
    EscalateTicket,
    PostponeTicket,
    ReceiveReply,
    ReleaseTicket,
    ReturnAgent,
    SaveAgent,
    SaveLine,
    SetAway,
    StartTicket,
)
from kanbandesk.workflow.events import (
    DrawWaits,
    StatusChanged,
    TicketAssigned,
    TicketEscalated,
    TicketReleased,
)
from kanbandesk.workflow.people import SYSTEM, Agent, Draw, Line, Role
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import NoticeKind, Notification
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, StatusKind
from kanbandesk.workflow.timers import clock_of
from tests.factories.support import Support
from tests.factories.ticking import Ticking
from tests.factories.workflow import NOW, OFFICE_HOURS, make_agent, make_id, make_lead

K = StatusKind


@pytest.fixture
def ticking(support: Support) -> Ticking:
    """A desk whose timers run; Lea leads the first line, where Ada and Bo are too."""
    support.ledger.add(replace(support.ledger.get(Line, "first"), lead_id=support.lea.id))
    return Ticking(support)


def shift(*, id: str, weekly: tuple[Spans, ...]) -> Calendar:
    """Return the calendar of a shift, in UTC."""
    return Calendar(id=id, name=id, time_zone="UTC", weekly=weekly)


def told(support: Support, kind: NoticeKind) -> list[str]:
    """Return who was told, as often as he was."""
    return [one.agent_id for one in support.ledger.all(Notification) if one.kind is kind]


def send_away(support: Support, *agents: Agent, until: int | None = None) -> None:
    for agent in agents:
        support.do(agent, SetAway(agent_id=agent.id, is_away=True, until=until))


def facts(support: Support, ticket_id: str, kind: type) -> list[object]:
    return [event.fact for event in support.history(ticket_id) if isinstance(event.fact, kind)]


class TestOffer:
    """R1a: a new ticket is offered to the line's agents on shift."""

    def test_new_ticket_is_told_to_those_on_shift(self, support: Support) -> None:
        send_away(support, support.lea)
        support.opened()
        assert told(support, NoticeKind.OFFERED) == [support.ada.id], (
            "Bo opened it himself, Tor is on another line"
        )

    def test_who_has_a_shift_of_his_own_is_not_told_outside_of_it(self, support: Support) -> None:
        night = shift(id="night", weekly=(((0, 360),),) * 7)
        support.ledger.add(night, replace(support.ada, shift_id="night"))
        support.opened()
        assert told(support, NoticeKind.OFFERED) == [support.lea.id]

    def test_released_ticket_is_offered_again(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        before = len(told(support, NoticeKind.OFFERED))
        support.do(support.ada, ReleaseTicket(ticket_id=ticket_id))
        assert len(told(support, NoticeKind.OFFERED)) == before + 2

    def test_who_is_given_a_ticket_is_told(self, support: Support) -> None:
        ticket_id = support.opened()
        support.do(support.lea, AssignTicket(ticket_id=ticket_id, agent_id=support.ada.id))
        assert told(support, NoticeKind.ASSIGNED) == [support.ada.id]


class TestDraw:
    """R1b, R1d."""

    def test_nobody_for_40_s_and_the_system_draws(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.opened()
        assert ticking.pass_time(40 * SECOND) == [], "an act stamped with the limit comes first (C4)"
        ticking.pass_time(1)
        ticket = support.ticket(ticket_id)
        assert ticket.status_id == "assigned"
        assert ticket.owner_id in {support.ada.id, support.bo.id, support.lea.id}
        drawn = TicketAssigned(agent_id=ticket.owner_id, is_drawn=True, due=NOW + 40 * SECOND)
        assert drawn in facts(support, ticket_id, TicketAssigned)
        assert told(support, NoticeKind.DRAWN) == [ticket.owner_id]

    def test_draw_keeps_due_and_done_and_the_next_clock_starts_when_done(
        self, support: Support, ticking: Ticking
    ) -> None:
        """C5, after a long pause of the program."""
        ticket_id = support.opened()
        support.wait(20 * MINUTE)
        ticking.tick()
        (moved,) = facts(support, ticket_id, StatusChanged)
        assert isinstance(moved, StatusChanged)
        assert moved.due == NOW + 40 * SECOND
        clock = clock_of(support.ticket(ticket_id), K.ASSIGNED, ticking._house())
        assert clock is not None
        assert clock.started_at == NOW + 20 * MINUTE

    def test_claimed_in_time_is_not_drawn(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.opened()
        support.wait(40 * SECOND)
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))
        ticking.pass_time(4 * MINUTE)
        assert support.ticket(ticket_id).owner_id == support.ada.id
        assert ticking.names() == []

    def test_draw_that_comes_too_late_does_nothing(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.opened()
        support.wait(41 * SECOND)
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))
        before = support.ticket(ticket_id)
        support.do(SYSTEM, DrawTicket(ticket_id=ticket_id, due=NOW + 40 * SECOND))
        assert support.ticket(ticket_id) == before

    def test_only_the_system_draws_and_escalates(self, support: Support) -> None:
        ticket_id = support.opened()
        for command in (DrawTicket, EscalateTicket):
            assert support.refused(support.lea, command(ticket_id=ticket_id, due=NOW)).code == "role"

    def test_released_ticket_has_40_new_seconds(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(30 * SECOND)
        support.do(support.ada, ReleaseTicket(ticket_id=ticket_id))
        ticking.pass_time(40 * SECOND)
        assert support.ticket(ticket_id).status_id == "new"
        ticking.pass_time(1)
        assert support.ticket(ticket_id).status_id == "assigned"

    def test_least_loaded_is_drawn_where_the_line_has_it_so(self, support: Support, ticking: Ticking) -> None:
        set_draw(support, Draw.LEAST_LOADED)
        support.in_status(K.IN_PROGRESS, support.ada)
        support.in_status(K.IN_PROGRESS, support.lea)
        ticket_id = support.opened()
        ticking.pass_time(MINUTE)
        assert support.ticket(ticket_id).owner_id == support.bo.id

    def test_round_robin_takes_everybody_in_turn(self, support: Support, ticking: Ticking) -> None:
        set_draw(support, Draw.ROUND_ROBIN)
        drawn = []
        for _ in range(6):
            ticket_id = support.opened()
            ticking.pass_time(MINUTE)
            drawn.append(support.ticket(ticket_id).owner_id)
        everybody = sorted([support.ada.id, support.bo.id, support.lea.id])
        assert drawn == everybody * 2

    def test_random_draw_takes_each_of_them_and_is_the_same_on_every_machine(self, support: Support) -> None:
        drawn = set()
        for number in range(30):
            ticket_id = support.opened()
            uid = f"018f0000-0000-7000-8000-{number:012}"
            support.wait(41 * SECOND)
            support.do(SYSTEM, DrawTicket(ticket_id=ticket_id, due=support.now - SECOND), uid=uid)
            owner_id = support.ticket(ticket_id).owner_id
            drawn.add(owner_id)
            everybody = sorted([support.ada.id, support.bo.id, support.lea.id])
            assert owner_id in everybody
        assert len(drawn) == 3

    def test_who_has_ten_open_tickets_is_not_drawn(self, support: Support, ticking: Ticking) -> None:
        set_draw(support, Draw.RANDOM, cap=1)
        support.in_status(K.IN_PROGRESS, support.ada)
        support.in_status(K.WAITING_CLIENT, support.lea)
        ticket_id = support.opened()
        ticking.pass_time(41 * SECOND)
        assert support.ticket(ticket_id).owner_id == support.bo.id
        assert told(support, NoticeKind.ALL_FULL) == []

    def test_all_full_the_least_loaded_and_the_lead_is_told(self, support: Support, ticking: Ticking) -> None:
        set_draw(support, Draw.RANDOM, cap=1)
        for agent in (support.ada, support.ada, support.bo, support.lea, support.lea):
            support.in_status(K.IN_PROGRESS, agent)
        ticket_id = support.opened()
        ticking.pass_time(41 * SECOND)
        assert support.ticket(ticket_id).owner_id == support.bo.id
        assert told(support, NoticeKind.ALL_FULL) == [support.lea.id]

    def test_claiming_by_hand_ignores_the_cap(self, support: Support) -> None:
        set_draw(support, Draw.RANDOM, cap=1)
        support.in_status(K.IN_PROGRESS, support.ada)
        ticket_id = support.opened()
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))
        assert support.ticket(ticket_id).owner_id == support.ada.id

    def test_closed_tickets_weigh_nothing(self, support: Support, ticking: Ticking) -> None:
        set_draw(support, Draw.LEAST_LOADED)
        support.in_status(K.CLOSED, support.bo)
        support.in_status(K.IN_PROGRESS, support.ada)
        support.in_status(K.IN_PROGRESS, support.lea)
        ticket_id = support.opened()
        ticking.pass_time(41 * SECOND)
        assert support.ticket(ticket_id).owner_id == support.bo.id

    def test_developers_draw_only_their_own_line(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.opened(line_id="development")
        ticking.pass_time(41 * SECOND)
        assert support.ticket(ticket_id).owner_id == support.dev.id

    def test_timers_switched_off_do_nothing(self, support: Support, ticking: Ticking) -> None:
        """C9."""
        support.ledger.add(replace(support.ledger.get(Process, "default"), are_timers_on=False))
        ticket_id = support.opened()
        assert support.ticket(ticket_id).timer_at is None
        assert ticking.pass_time(DAY) == []


def set_draw(support: Support, draw: Draw, cap: int = 10) -> None:
    line = replace(support.ledger.get(Line, "first"), draw=draw, cap=cap, lead_id=support.lea.id)
    support.do(support.admin, SaveLine(line=line))


class TestNobodyOnShift:
    """R1c."""

    @pytest.fixture
    def waiting(self, support: Support, ticking: Ticking) -> str:
        send_away(support, support.ada, support.bo, support.lea)
        ticket_id = support.opened()
        ticking.pass_time(10 * MINUTE)
        return ticket_id

    def test_it_stays_new_and_the_lead_is_told_once(
        self, support: Support, ticking: Ticking, waiting: str
    ) -> None:
        ticking.pass_time(DAY)
        assert support.ticket(waiting).status_id == "new"
        assert told(support, NoticeKind.NOBODY_ON_SHIFT) == [support.lea.id]
        assert facts(support, waiting, DrawWaits) == [
            DrawWaits(due=NOW + 40 * SECOND, told_id=support.lea.id)
        ]

    def test_draw_runs_when_the_first_agent_is_back(
        self, support: Support, ticking: Ticking, waiting: str
    ) -> None:
        back_at = support.now
        support.do(support.bo, SetAway(agent_id=support.bo.id, is_away=False))
        ticking.pass_time(SECOND)
        ticket = support.ticket(waiting)
        assert (ticket.owner_id, ticket.waits_for_shift) == (support.bo.id, False)
        assert TicketAssigned(agent_id=support.bo.id, is_drawn=True, due=back_at) in facts(
            support, waiting, TicketAssigned
        )

    def test_draw_counts_from_the_moment_for_which_somebody_said_that_he_is_back(
        self, support: Support, ticking: Ticking, waiting: str
    ) -> None:
        """C5: however late the server looks, it was due when he was back."""
        back_at = support.now + 5 * MINUTE
        support.do(support.bo, SetAway(agent_id=support.bo.id, is_away=True, until=back_at))
        ticking.pass_time(5 * MINUTE + 700)
        ticking.pass_time(SECOND)
        assert TicketAssigned(agent_id=support.bo.id, is_drawn=True, due=back_at) in facts(
            support, waiting, TicketAssigned
        )

    def test_draw_runs_when_the_shift_begins(self, support: Support, ticking: Ticking) -> None:
        evening = shift(id="evening", weekly=(((14 * 60, 20 * 60),),) * 7)
        support.ledger.add(evening)
        for agent in (support.ada, support.bo, support.lea):
            support.ledger.add(replace(agent, shift_id="evening"))
        ticket_id = support.opened()
        ticking.pass_time(5 * HOUR)
        assert support.ticket(ticket_id).status_id == "new"
        ticking.pass_time(SECOND)
        (drawn,) = facts(support, ticket_id, TicketAssigned)
        assert isinstance(drawn, TicketAssigned)
        assert drawn.due == NOW + 5 * HOUR, "two o'clock"

    def test_it_waits_for_who_comes_although_somebody_was_there_while_the_program_was_off(
        self, support: Support, ticking: Ticking
    ) -> None:
        """C5: the draw happens when it is done: on shift is who is so then."""
        morning = shift(id="morning", weekly=(((9 * 60, 10 * 60),),) * 7)
        support.ledger.add(morning)
        for agent in (support.ada, support.bo, support.lea):
            support.ledger.add(replace(agent, shift_id="morning"))
        ticket_id = support.opened()
        support.wait(2 * HOUR)
        ticking.tick()
        assert support.ticket(ticket_id).waits_for_shift
        ticking.pass_time(22 * HOUR + SECOND)
        (drawn,) = facts(support, ticket_id, TicketAssigned)
        assert isinstance(drawn, TicketAssigned)
        assert drawn.due == NOW + DAY

    def test_a_shift_that_is_given_to_somebody_counts_at_once(
        self, support: Support, ticking: Ticking, waiting: str
    ) -> None:
        support.do(support.admin, SaveAgent(agent=make_agent(name="Siv Aas")))
        ticking.pass_time(SECOND)
        assert support.ticket(waiting).status_id == "assigned"


class TestEscalation:
    """R2, R2b."""

    def test_15_min_without_a_start_and_the_lead_is_added_and_told(
        self, support: Support, ticking: Ticking
    ) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(15 * MINUTE)
        assert support.ticket(ticket_id).is_ignored is False
        ticking.pass_time(1)
        ticket = support.ticket(ticket_id)
        assert (ticket.is_ignored, ticket.companion_ids) == (True, (support.lea.id,))
        assert ticket.owner_id == support.ada.id
        assert told(support, NoticeKind.ESCALATED) == [support.lea.id]
        assert facts(support, ticket_id, TicketEscalated) == [
            TicketEscalated(owner_id=support.ada.id, lead_ids=(support.lea.id,), due=NOW + 15 * MINUTE)
        ]

    def test_it_happens_once_for_an_owner_and_again_for_the_next(
        self, support: Support, ticking: Ticking
    ) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(DAY)
        support.do(support.lea, AssignTicket(ticket_id=ticket_id, agent_id=support.bo.id))
        ticking.pass_time(DAY)
        owners = [fact.owner_id for fact in facts(support, ticket_id, TicketEscalated)]  # type: ignore[attr-defined]
        assert owners == [support.ada.id, support.bo.id]

    def test_started_in_time_is_not_ignored(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        support.wait(15 * MINUTE)
        support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))
        ticking.pass_time(HOUR)
        assert not support.ticket(ticket_id).is_ignored

    def test_the_mark_stays_for_good(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(16 * MINUTE)
        support.do(support.ada, ReleaseTicket(ticket_id=ticket_id))
        support.do(support.bo, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))
        assert support.ticket(ticket_id).is_ignored

    @pytest.mark.parametrize("by_owner", [False, True], ids=["no lead", "the lead is the owner"])
    def test_without_another_lead_the_head_of_support_is_told(
        self, support: Support, ticking: Ticking, by_owner: bool
    ) -> None:
        head = make_lead(name="Hege Dahl", line_ids=())
        support.ledger.add(head, replace(support.ledger.get(Process, "default"), head_id=head.id))
        owner = support.lea if by_owner else support.ada
        if not by_owner:
            support.ledger.add(replace(support.ledger.get(Line, "first"), lead_id=""))
        support.in_status(K.ASSIGNED, owner)
        ticking.pass_time(16 * MINUTE)
        assert told(support, NoticeKind.ESCALATED) == [head.id]

    def test_first_lines_lead_is_the_head_unless_set(self, support: Support, ticking: Ticking) -> None:
        support.in_status(K.ASSIGNED, support.tor, line_id="second")
        ticking.pass_time(16 * MINUTE)
        assert told(support, NoticeKind.ESCALATED) == [support.lea.id]

    def test_without_any_lead_administrators_are_told(self, support: Support, ticking: Ticking) -> None:
        support.ledger.add(replace(support.ledger.get(Line, "first"), lead_id=""))
        support.in_status(K.ASSIGNED)
        ticking.pass_time(16 * MINUTE)
        assert told(support, NoticeKind.ESCALATED) == [support.admin.id]


class TestAbsence:
    """R1a, R1d, R10b."""

    def test_absent_owner_loses_what_he_has_not_started(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(MINUTE)
        send_away(support, support.ada)
        ticking.pass_time(SECOND)
        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.owner_id) == ("new", "")
        assert TicketReleased(previous_owner_id=support.ada.id) in facts(support, ticket_id, TicketReleased)
        assert facts(support, ticket_id, StatusChanged)[-1] == StatusChanged(
            before="assigned", after="new", cause="release_ticket", due=NOW + MINUTE
        )
        ticking.pass_time(41 * SECOND)
        assert support.ticket(ticket_id).owner_id in {support.bo.id, support.lea.id}

    def test_reply_to_what_an_absent_owner_closed_is_offered_to_the_line(
        self, support: Support, ticking: Ticking
    ) -> None:
        """R11b."""
        ticket_id = support.in_status(K.CLOSED)
        send_away(support, support.ada)
        support.do(SYSTEM, ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="It is here again."))
        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.owner_id, ticket.offered_line_id) == (
            "in_progress",
            support.ada.id,
            "first",
        )
        ticking.pass_time(41 * SECOND)
        ticket = support.ticket(ticket_id)
        assert ticket.owner_id in {support.bo.id, support.lea.id}
        assert (ticket.status_id, ticket.offered_line_id) == ("assigned", "")

    def test_marks_stay_when_the_ticket_goes_back(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(20 * MINUTE)
        send_away(support, support.ada)
        ticking.pass_time(SECOND)
        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.is_ignored, ticket.companion_ids) == (
            "new",
            True,
            (support.lea.id,),
        )

    def test_who_goes_off_shift_loses_what_he_has_not_started(self) -> None:
        support = Support(OFFICE_HOURS)
        ticking = Ticking(support)
        support.wait(7 * HOUR + 55 * MINUTE)  # five to six in Oslo
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(5 * MINUTE)
        assert support.ticket(ticket_id).status_id == "assigned"
        ticking.pass_time(1)
        assert support.ticket(ticket_id).status_id == "new"

    def test_who_claims_off_shift_keeps_it_until_his_next_shift_ends(self) -> None:
        support = Support(OFFICE_HOURS)
        ticking = Ticking(support)
        support.wait(10 * HOUR)
        ticket_id = support.in_status(K.ASSIGNED)
        ticking.pass_time(10 * HOUR)
        assert support.ticket(ticket_id).owner_id == support.ada.id

    def test_what_was_started_stays(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        send_away(support, support.ada)
        ticking.pass_time(HOUR)
        assert support.ticket(ticket_id).owner_id == support.ada.id

    def test_who_said_until_when_is_back_by_himself(self, support: Support, ticking: Ticking) -> None:
        send_away(support, support.ada, until=NOW + HOUR)
        ticking.pass_time(HOUR)
        assert support.ledger.get(Agent, support.ada.id).is_away
        ticking.pass_time(1)
        assert not support.ledger.get(Agent, support.ada.id).is_away
        assert ticking.names() == ["return_agent"]

    def test_who_is_back_earlier_is_not_brought_back_again(self, support: Support, ticking: Ticking) -> None:
        send_away(support, support.ada, until=NOW + HOUR)
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=False))
        send_away(support, support.ada)
        ticking.pass_time(DAY)
        assert support.ledger.get(Agent, support.ada.id).is_away

    def test_a_return_that_was_put_off_does_not_happen_before(self, support: Support) -> None:
        send_away(support, support.ada, until=NOW + HOUR)
        send_away(support, support.ada, until=NOW + DAY)
        support.wait(2 * HOUR)
        support.do(SYSTEM, ReturnAgent(agent_id=support.ada.id, due=NOW + HOUR))
        assert support.ledger.get(Agent, support.ada.id).is_away

    def test_a_colleague_does_not_say_who_is_away_but_a_lead_does(self, support: Support) -> None:
        command = SetAway(agent_id=support.ada.id, is_away=True, reason="sick")
        assert support.refused(support.bo, command).code == "role"
        support.do(support.lea, command)
        assert support.ledger.get(Agent, support.ada.id).is_away

    def test_a_moment_that_has_passed_is_refused(self, support: Support) -> None:
        command = SetAway(agent_id=support.ada.id, is_away=True, until=NOW)
        assert support.refused(support.ada, command).code == "in_past"

    @pytest.mark.parametrize("kind", [K.WAITING_CLIENT, K.POSTPONED])
    def test_the_lead_is_told_of_what_waits_with_an_absent_owner(
        self, support: Support, ticking: Ticking, kind: StatusKind
    ) -> None:
        support.in_status(kind)
        support.in_status(K.IN_PROGRESS)
        send_away(support, support.ada)
        assert told(support, NoticeKind.OWNER_ABSENT) == [support.lea.id]

    def test_an_absent_owners_ticket_is_offered_when_it_wakes(
        self, support: Support, ticking: Ticking
    ) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, PostponeTicket(ticket_id=ticket_id, wake_at=NOW + HOUR))
        send_away(support, support.ada)
        ticking.pass_time(HOUR + SECOND)
        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.offered_line_id, ticket.owner_id) == (
            "in_progress",
            "first",
            support.ada.id,
        )
        ticking.pass_time(MINUTE)
        ticket = support.ticket(ticket_id)
        assert ticket.status_id == "assigned"
        assert ticket.owner_id in {support.bo.id, support.lea.id}

    def test_who_is_back_when_a_ticket_is_woken_late_keeps_it(
        self, support: Support, ticking: Ticking
    ) -> None:
        """C5, R10b: waking happens when it is done, and by then he is back as he said; only nobody has noted it."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, PostponeTicket(ticket_id=ticket_id, wake_at=NOW + HOUR))
        send_away(support, support.ada, until=NOW + HOUR + MINUTE)
        support.wait(2 * HOUR)
        ticking.tick()
        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.offered_line_id) == ("in_progress", "")

    def test_who_is_back_when_a_draw_is_done_late_is_drawn(self, support: Support, ticking: Ticking) -> None:
        """C5: on shift is who is so then."""
        send_away(support, support.bo, support.lea)
        send_away(support, support.ada, until=NOW + 10 * MINUTE)
        ticket_id = support.opened()
        support.wait(20 * MINUTE)
        ticking.tick()
        assert support.ticket(ticket_id).owner_id == support.ada.id
        assert facts(support, ticket_id, DrawWaits) == []
        assert TicketAssigned(agent_id=support.ada.id, is_drawn=True, due=NOW + 40 * SECOND) in facts(
            support, ticket_id, TicketAssigned
        )

    def test_who_was_away_before_he_started_has_lost_it_though_he_is_back(
        self, support: Support, ticking: Ticking
    ) -> None:
        """R1d, C5: it was due when he went, however late it is done."""
        ticket_id = support.in_status(K.ASSIGNED)
        send_away(support, support.ada, until=NOW + MINUTE)
        support.wait(HOUR)
        ticking.tick()
        released = [fact for fact in facts(support, ticket_id, StatusChanged) if fact.after == "new"]  # type: ignore[attr-defined]
        assert [fact.due for fact in released] == [NOW]  # type: ignore[attr-defined]

    def test_system_moves_are_the_systems(self, support: Support, ticking: Ticking) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        send_away(support, support.ada)
        ticking.pass_time(SECOND)
        assert {event.actor_kind for event in support.history(ticket_id)[-2:]} == {Role.SYSTEM}
