"""R7c: a Problem alarms the head at once, every 5 minutes until acknowledged, after 15 the next on call."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.alarms import dues
from kanbandesk.workflow.commands import AcceptSolution, AcknowledgeAlarm, EditTicket, RaiseAlarm, StartTicket
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.events import AlarmRaised
from kanbandesk.workflow.people import SYSTEM, Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import NoticeKind, Notification
from kanbandesk.workflow.statuses import DAY, MINUTE, StatusKind
from tests.factories.support import Support, propose
from tests.factories.workflow import OFFICE_HOURS, make_agent

K = StatusKind


class Alarmed(Support):
    """A support desk whose head is Lea; Nils and Ola are on call after her."""

    def __init__(self) -> None:
        super().__init__()
        self.nils = make_agent(name="Nils Dal")
        self.ola = make_agent(name="Ola Vik")
        self.process = Process(head_id=self.lea.id, on_call_ids=(self.nils.id, self.ola.id))
        self.ledger.add(self.process, self.nils, self.ola)

    def problem(self) -> str:
        ticket_id = self.in_status(K.ASSIGNED)
        self.do(self.ada, StartTicket(ticket_id=ticket_id, urgency_case="no_connection"))
        return ticket_id

    def due(self, ticket_id: str) -> list[int]:
        house = House.of(self.ledger.transaction(), self.now)
        return [due.at for due in dues(self.ticket(ticket_id), house)]

    def run(self, ticket_id: str, until: int) -> None:
        """Raise what becomes due until `until` after now, each a millisecond later."""
        end = self.now + until
        while (due := next(iter(self.due(ticket_id)), None)) is not None and due < end:
            self.ledger.now = due + 1
            self.do(SYSTEM, RaiseAlarm(ticket_id=ticket_id, due=due))
        self.ledger.now = end

    def alarms(self, ticket_id: str) -> list[str]:
        return [
            event.fact.agent_id for event in self.history(ticket_id) if isinstance(event.fact, AlarmRaised)
        ]

    def told(self, agent: Agent) -> int:
        notices = self.ledger.all(Notification)
        return sum(each.agent_id == agent.id and each.kind is NoticeKind.ALARM for each in notices)


@pytest.fixture
def desk() -> Alarmed:
    return Alarmed()


def test_problem_alarms_the_head_when_the_class_is_set(desk: Alarmed) -> None:
    ticket_id = desk.problem()

    assert desk.alarms(ticket_id) == [desk.lea.id]
    assert desk.told(desk.lea) == 1
    assert desk.due(ticket_id) == [desk.now + 5 * MINUTE]


@pytest.mark.parametrize("case", ["how_to", "wish"])
def test_other_classes_alarm_nobody(desk: Alarmed, case: str) -> None:
    ticket_id = desk.in_status(K.ASSIGNED)
    desk.do(desk.ada, StartTicket(ticket_id=ticket_id, urgency_case=case))

    assert (desk.alarms(ticket_id), desk.due(ticket_id)) == ([], [])


def test_class_that_becomes_a_problem_alarms(desk: Alarmed) -> None:
    ticket_id = desk.in_status(K.IN_PROGRESS)
    desk.wait(DAY)
    desk.do(desk.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))

    assert desk.alarms(ticket_id) == [desk.lea.id]


def test_alarm_comes_every_5_minutes_and_after_15_to_the_next_on_call(desk: Alarmed) -> None:
    ticket_id = desk.problem()
    desk.run(ticket_id, 42 * MINUTE)

    lea, nils, ola = desk.lea.id, desk.nils.id, desk.ola.id
    assert desk.alarms(ticket_id) == [lea] * 3 + [nils] * 3 + [ola] * 3


def test_alarm_comes_at_night_too_and_to_who_is_away(desk: Alarmed) -> None:
    """At any hour: neither opening hours nor shifts nor an absence stop it."""
    first = replace(desk.ledger.get(Line, "first"), calendar_id="office")
    desk.ledger.add(OFFICE_HOURS, first, replace(desk.lea, is_away=True, shift_id="office"))
    desk.wait(14 * 60 * MINUTE)
    ticket_id = desk.problem()
    desk.run(ticket_id, 6 * MINUTE)

    assert desk.alarms(ticket_id) == [desk.lea.id] * 2
    assert desk.told(desk.lea) == 2


def test_last_on_call_is_alarmed_until_acknowledged(desk: Alarmed) -> None:
    ticket_id = desk.problem()
    desk.run(ticket_id, 2 * 60 * MINUTE)

    assert set(desk.alarms(ticket_id)[6:]) == {desk.ola.id}
    assert desk.due(ticket_id) != []


def test_without_anybody_on_call_the_head_is_alarmed_on(desk: Alarmed) -> None:
    desk.ledger.add(replace(desk.process, on_call_ids=()))
    ticket_id = desk.problem()
    desk.run(ticket_id, 31 * MINUTE)

    assert desk.alarms(ticket_id) == [desk.lea.id] * 7


def test_who_left_is_passed_over(desk: Alarmed) -> None:
    desk.ledger.add(replace(desk.nils, is_active=False))
    ticket_id = desk.problem()
    desk.run(ticket_id, 16 * MINUTE)

    assert desk.alarms(ticket_id)[-1] == desk.ola.id


def test_acknowledged_alarm_is_raised_no_more(desk: Alarmed) -> None:
    ticket_id = desk.problem()
    desk.run(ticket_id, 6 * MINUTE)
    desk.do(desk.lea, AcknowledgeAlarm(ticket_id=ticket_id))
    desk.wait(DAY)
    desk.do(SYSTEM, RaiseAlarm(ticket_id=ticket_id, due=desk.now - DAY))

    assert (len(desk.alarms(ticket_id)), desk.due(ticket_id)) == (2, [])


def test_only_who_was_alarmed_or_a_lead_acknowledges(desk: Alarmed) -> None:
    ticket_id = desk.problem()

    assert desk.refused(desk.nils, AcknowledgeAlarm(ticket_id=ticket_id)).code == "not_your_ticket"
    desk.run(ticket_id, 16 * MINUTE)
    desk.do(desk.nils, AcknowledgeAlarm(ticket_id=ticket_id))
    assert desk.due(ticket_id) == []


def test_alarm_raised_late_counts_on_from_then(desk: Alarmed) -> None:
    """C5: following clocks start at `done`."""
    ticket_id = desk.problem()
    desk.wait(7 * MINUTE)
    desk.do(SYSTEM, RaiseAlarm(ticket_id=ticket_id, due=desk.now - 2 * MINUTE))

    assert desk.due(ticket_id) == [desk.now + 5 * MINUTE]


def test_lowered_class_ends_the_alarm(desk: Alarmed) -> None:
    ticket_id = desk.problem()
    desk.do(desk.lea, EditTicket(ticket_id=ticket_id, sla_class="settings", reason="It was the cable"))

    assert desk.due(ticket_id) == []


def test_closing_ends_the_alarm_and_a_solution_does_not(desk: Alarmed) -> None:
    ticket_id = desk.problem()
    desk.do(desk.ada, propose(ticket_id))
    assert desk.due(ticket_id) != []
    desk.do(desk.requester, AcceptSolution(ticket_id=ticket_id))

    assert desk.due(ticket_id) == []


def test_without_a_head_all_administrators_are_alarmed(desk: Alarmed) -> None:
    """R2b."""
    desk.ledger.add(replace(desk.process, head_id=""))
    ticket_id = desk.problem()

    assert desk.alarms(ticket_id) == [desk.admin.id]


def test_timers_that_are_off_alarm_nobody(desk: Alarmed) -> None:
    """C9."""
    desk.ledger.add(replace(desk.process, are_timers_on=False))
    ticket_id = desk.problem()

    assert (desk.alarms(ticket_id), desk.due(ticket_id)) == ([], [])


def test_only_the_system_raises_alarms(desk: Alarmed) -> None:
    assert desk.refused(desk.lea, RaiseAlarm(ticket_id=desk.problem(), due=0)).code == "role"
