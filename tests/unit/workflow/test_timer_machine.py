"""When the system looks at a ticket, whatever people and settings do: neither too late nor too early."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from benchmarks import population as benchmarks
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import (
    AcceptTransfer,
    Command,
    DeleteSetting,
    ReturnTicket,
    SaveAgent,
    SaveCalendar,
    SaveLine,
    SaveProcess,
    SaveWorkflow,
    SetAway,
    TransferTicket,
)
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.timers import look_after, next_look, upcoming
from tests.factories.random_work import PICKS, WHO, RandomWork
from tests.factories.support import Support
from tests.factories.ticking import Ticking
from tests.factories.workflow import OFFICE_HOURS

K = StatusKind
PASSES = st.sampled_from([0, 1, SECOND, 39 * SECOND, 5 * MINUTE, HOUR, 7 * HOUR, DAY, 3 * DAY])
LATE = replace(OFFICE_HOURS, weekly=(((720, 1200),),) * 6 + ((),))
"""Noon to eight, Saturdays too."""
NIGHT = replace(OFFICE_HOURS, id="night", name="Night", weekly=(((0, 360), (1320, 1440)),) * 7)
EARLY = replace(OFFICE_HOURS, weekly=(((360, 660), (840, 900)),) * 7)
"""Six to eleven, and an hour in the afternoon."""
HOURS = (OFFICE_HOURS, LATE, EARLY, replace(OFFICE_HOURS, id="night", name="Night"), NIGHT)
STATUSES = (K.NEW, K.ASSIGNED, K.IN_PROGRESS, K.WAITING_CLIENT, K.POSTPONED, K.IN_DEVELOPMENT, K.SOLVED)
LINES = ("first", "second", "third")


def is_away_until(agent: Agent, now: int) -> bool:
    """Tell whether an agent comes back at `now`, to the millisecond."""
    return agent.is_away and agent.away_until == now


class TimerMachine(RuleBasedStateMachine):
    """A desk at which people work, come and go, settings change, and the system looks in time, or late."""

    @initialize(calendar=st.sampled_from([(), (OFFICE_HOURS, NIGHT)]))
    def open_desk(self, calendar: tuple[Calendar, ...]) -> None:
        self.support = Support(*calendar)
        self.ticking = Ticking(self.support)
        self.work = RandomWork(self.support)
        self.is_late = False
        hours = calendar[-1].id if calendar else ""
        for kind in STATUSES:
            self.support.in_status(kind)
        line = Line(id="zero", name="Closing down", calendar_id=hours, position=-1)
        self.support.do(self.support.admin, SaveLine(line=line))

    # -- steps ---------------------------------------------------------------------------------------------------

    @rule(duration=PASSES)
    def time_passes(self, duration: int) -> None:
        self.ticking.pass_time(duration)

    @rule(duration=PASSES)
    def nobody_looks_for_a_while(self, duration: int) -> None:
        self.is_late = self.is_late or duration > 0
        self.support.wait(duration)
        self.ticking.tick()

    @rule(who=st.sampled_from(WHO[:-1]), choice=PICKS, pick=PICKS)
    def give_a_command(self, who: str, choice: int, pick: int) -> None:
        self.attempt(who, self.work.command(choice, pick))

    @rule(who=st.sampled_from(WHO[:4]), pick=PICKS, choice=PICKS)
    def pass_on(self, who: str, pick: int, choice: int) -> None:
        ticket = self.work.ticket(pick)
        commands: tuple[Command, ...] = (
            TransferTicket(ticket_id=ticket.id, line_id=LINES[choice % 3]),
            TransferTicket(ticket_id=ticket.id, line_id=LINES[choice % 3]),
            AcceptTransfer(ticket_id=ticket.id),
            ReturnTicket(ticket_id=ticket.id, reason="Not ours"),
        )
        self.attempt(who, commands[choice % 4])

    @rule(who=st.sampled_from(WHO[:4]), hours=st.sampled_from([None, 0, 1, 20]))
    def come_or_go(self, who: str, hours: int | None) -> None:
        agent = self.work.person(who)
        until = self.support.now + hours * HOUR if hours else None
        self.attempt(who, SetAway(agent_id=agent.id, is_away=hours != 0, until=until))

    @rule(choice=PICKS, pick=PICKS)
    def change_the_house(self, choice: int, pick: int) -> None:
        ledger = self.support.ledger
        calendars = [one.id for one in ledger.all(Calendar)] or [""]
        lines, agents = ledger.all(Line), ledger.all(Agent)
        line, agent = lines[pick % len(lines)], agents[pick % len(agents)]
        process, workflow = ledger.all(Process)[0], ledger.all(Workflow)[0]
        commands: tuple[Command, ...] = (
            SaveCalendar(calendar=HOURS[pick % len(HOURS)]),
            SaveLine(line=replace(line, calendar_id=calendars[pick % len(calendars)])),
            SaveLine(line=replace(line, position=pick % 7)),
            SaveAgent(agent=replace(agent, shift_id=calendars[pick % len(calendars)])),
            SaveAgent(agent=replace(agent, is_active=pick % 3 > 0)),
            SaveAgent(agent=replace(agent, line_ids=(LINES[pick % 3],))),
            SaveProcess(process=replace(process, are_timers_on=pick % 4 > 0)),
            SaveWorkflow(workflow=replace(workflow, auto_close_after=(1 + pick % 3) * DAY)),
            DeleteSetting(kind="line", setting_id="zero"),
        )
        self.attempt("admin", commands[choice % len(commands)])

    # -- what holds after every step -----------------------------------------------------------------------------

    @invariant()
    def each_ticket_is_looked_at_when_the_first_thing_is_due(self) -> None:
        """Whatever has changed, the ticket or the house; who comes back in this very moment is noted after it (C4)."""
        house = House.of(self.support.ledger.transaction(), self.support.now)
        if any(is_away_until(agent, house.now) for agent in house.agents.values()):
            return
        for ticket in self.support.ledger.all(Ticket):
            assert ticket.timer_at == next_look(ticket, house), (ticket, upcoming(ticket, house))

    @invariant()
    def who_looks_in_time_never_looks_for_nothing(self) -> None:
        assert self.is_late or not self.ticking.looks

    @invariant()
    def nothing_is_due_before_what_brought_it_about(self) -> None:
        """Hours that change put people on or off shift now, not as of a moment that was looked at already (C5)."""
        assert not self.ticking.belated

    @invariant()
    def nothing_is_refused(self) -> None:
        assert not self.ticking.refused

    def attempt(self, who: str, command: Command) -> None:
        """Do what the rules allow; a command may come in the very millisecond of a limit, before any look (C4)."""
        try:
            self.support.do(self.work.person(who), command)
        except Refusal:
            return


TestTimerMachine = TimerMachine.TestCase
TestTimerMachine.settings = settings(max_examples=25, stateful_step_count=40)


@pytest.mark.parametrize("calendar", [(), (OFFICE_HOURS,)])
def test_the_benchmarks_tickets_are_never_looked_at_for_nothing(calendar: tuple[Calendar, ...]) -> None:
    """Months old, in every status, owned by colleagues and by nobody known."""
    support = Support(*calendar)
    support.ledger.now = benchmarks.NOW
    population = benchmarks.Population(40, me="nobody")
    people: tuple[Agent | Client | Contact, ...] = (
        *population.agents,
        *population.clients,
        *population.contacts,
    )
    support.ledger.add(*people)
    house = House.of(support.ledger.transaction(), support.now)
    tickets = [replace(population.ticket(index).ticket, number=index + 1) for index in range(40)]
    support.ledger.add(*(look_after(ticket, house) for ticket in tickets))
    ticking = Ticking(support)
    for _ in range(4):
        assert ticking.pass_time(6 * HOUR)
        assert ticking.looks == []
        for ticket in support.ledger.all(Ticket):
            assert ticket.timer_at is None or ticket.timer_at >= support.now
