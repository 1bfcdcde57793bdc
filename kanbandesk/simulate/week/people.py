"""The people of the week: requesters who write, agents who claim and work, leads who are woken at night."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, Protocol

from kanbandesk.simulate.week.cast import Cast
from kanbandesk.simulate.week.day import Look, developer_does, lowered, owner_does, pause
from kanbandesk.simulate.week.record import Line
from kanbandesk.simulate.work import Chance
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.calendars import ALWAYS, is_open
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, StatusKind
from kanbandesk.workflow.tickets import Channel, Ticket

TYPES: Final = ("technical", "plain", "not_technical", "")
_CLAIMED_AT_LIMIT: Final = 0.02
_LOWERED: Final = 0.1
_OVERTIME: Final = 0.03
"""In how many cases somebody claims who is off shift."""
_HEARD: Final = 0.5
"""In how many cases an alarm is heard."""


class Time(Protocol):
    """What the people need of the week: its clock, its server, and a later moment."""

    now: int

    def at(self, moment: int, act: Callable[[], None]) -> None:
        """Do something at a moment."""
        ...

    def ticket(self, ticket_id: str) -> Ticket | None:
        """Return a ticket, None when there is none."""
        ...

    def act(self, kind: Role, who: str, command: c.Command) -> bool:
        """Let somebody do something; tell whether it was applied."""
        ...

    def open_ticket(self, contact_id: str, client_id: str, command: c.CreateTicket) -> Ticket | None:
        """Let a requester open a ticket, and return it."""
        ...

    def later(self, act: Callable[[], None]) -> bool:
        """While the server is away: do it when it is back, and tell so."""
        ...


class People:
    """Everybody who does something in the week."""

    def __init__(self, time: Time, cast: Cast, chance: Chance) -> None:
        self._time, self._cast, self._chance = time, cast, chance
        self._hours = {calendar.id: calendar for calendar in cast.calendars}
        self._lines = {line.id: line.calendar_id for line in cast.lines}

    # -- requesters ---------------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Somebody asks for help."""
        if self._time.later(self.arrive):
            return
        contact = self._chance.choice(self._cast.contacts)
        command = c.CreateTicket(
            ticket_id=self._chance.uid(),
            title=self._chance.words(),
            text="Please help.",
            message_id=self._chance.uid(),
            requester_id=contact.id,
            channel=Channel.FORM,
            request_type=self._chance.choice(TYPES),
        )
        ticket = self._time.open_ticket(contact.id, contact.client_id, command)
        if ticket is not None:
            self._hope_for_claims(ticket)
            self._follow(ticket.id, self._time.now + 41 * SECOND)

    def _reply(self, ticket: Ticket) -> None:
        if ticket.requester_id:
            reply = c.ReceiveReply(
                ticket_id=ticket.id,
                message_id=self._chance.uid(),
                text="Here.",
                contact_id=ticket.requester_id,
            )
            self._time.act(Role.REQUESTER, ticket.requester_id, reply)

    def _judge(self, ticket: Ticket) -> None:
        """Some accept, some reject, some write again, some say nothing for two days."""
        chance, who = self._chance, ticket.requester_id
        if not who or chance.falls(0.45):
            return
        if chance.falls(0.6):
            liked = chance.choice((True, True, False, None))
            accept = c.AcceptSolution(ticket_id=ticket.id, rating_id=chance.uid(), is_liked=liked)
            self._time.act(Role.REQUESTER, who, accept)
        elif chance.falls(0.6):
            reject = c.RejectSolution(ticket_id=ticket.id, text="No.", message_id=chance.uid())
            self._time.act(Role.REQUESTER, who, reject)
        else:
            self._reply(ticket)

    # -- agents -------------------------------------------------------------------------------------------------

    def _hope_for_claims(self, ticket: Ticket) -> None:
        """Some claim at once, some in the very last moment, some two at a time; the rest is drawn."""
        chance = self._chance
        if not chance.falls(0.55):
            return
        wait = 40 * SECOND if chance.falls(_CLAIMED_AT_LIMIT) else chance.randint(2_000, 39_900)
        at = self._time.now + wait
        for _ in range(2 if chance.falls(0.15) else 1):
            agent = chance.choice(self._cast.people_of(ticket.line_id) or self._cast.agents)
            if self._is_working(agent, ticket.line_id, at) or chance.falls(_OVERTIME):
                self._time.at(at, partial(self._try, agent.id, c.ClaimTicket(ticket_id=ticket.id)))

    def _try(self, who: str, command: c.Command) -> None:
        self._time.act(Role.AGENT, who, command)

    def _is_working(self, agent: Agent, line_id: str, at: int) -> bool:
        return is_open(self._hours.get(agent.shift_id or self._lines.get(line_id, ""), ALWAYS), at)

    def _follow(self, ticket_id: str, at: int) -> None:
        self._time.at(at, partial(self._look_at, ticket_id))

    def _look_at(self, ticket_id: str) -> None:
        """Whoever has the ticket looks at it, or its client does: and again later, until it is closed."""
        if self._time.later(partial(self._look_at, ticket_id)):
            return
        ticket = self._time.ticket(ticket_id)
        if ticket is None:
            return
        kind = self._kind(ticket)
        if kind is StatusKind.CLOSED:
            self._after_closing(ticket)
            return
        if kind is StatusKind.SOLVED:
            self._judge(ticket)
        elif kind is StatusKind.WAITING_CLIENT and self._chance.falls(0.5):
            self._reply(ticket)
        elif ticket.offered_line_id:
            self._accept(ticket)
        elif ticket.owner_id:
            self._work_on(ticket, kind)
        after = self._time.ticket(ticket_id) or ticket
        self._think_again(after)
        self._follow(ticket_id, self._time.now + pause(self._chance, self._kind(after)))

    def _think_again(self, ticket: Ticket) -> None:
        """A lead lowers what is no Problem, whatever has become of it meanwhile."""
        is_problem = ticket.sla_class == "problem" and not ticket.parent_id
        if is_problem and self._chance.falls(_LOWERED):
            look = Look(self._chance, ticket, self._time.now, self._cast.workflow.urgency_cases)
            self._try(self._cast.process.head_id, lowered(look))

    def _work_on(self, ticket: Ticket, kind: StatusKind) -> None:
        owner = next((one for one in self._cast.agents if one.id == ticket.owner_id), None)
        if owner is None or not self._is_working(owner, ticket.line_id, self._time.now):
            return
        look = Look(self._chance, ticket, self._time.now, self._cast.workflow.urgency_cases)
        does = developer_does if ticket.parent_id else owner_does
        command = does(look, kind)
        is_done = command is not None and self._time.act(Role.AGENT, owner.id, command)
        if is_done and isinstance(command, c.HandToDevelopment):
            self._follow(command.subtask_id, self._time.now + self._chance.randint(20_000, 20 * MINUTE))
        if kind not in (StatusKind.ASSIGNED, StatusKind.SOLVED) and self._chance.falls(0.05):
            self._reply(ticket)

    def _accept(self, ticket: Ticket) -> None:
        """Somebody of the other line takes what was offered, or says that it is not theirs."""
        agent = self._chance.choice(self._cast.people_of(ticket.offered_line_id) or self._cast.agents)
        if not self._is_working(agent, ticket.offered_line_id, self._time.now):
            return
        if self._chance.falls(0.75):
            self._try(agent.id, c.AcceptTransfer(ticket_id=ticket.id))
        else:
            self._try(agent.id, c.ReturnTicket(ticket_id=ticket.id, reason="Not ours"))

    def _after_closing(self, ticket: Ticket) -> None:
        if self._chance.falls(0.05) and ticket.requester_id:
            self._reply(ticket)
            self._follow(ticket.id, self._time.now + pause(self._chance, StatusKind.IN_PROGRESS))

    def go_away(self, agent: Agent) -> None:
        """Lunch, meetings, illness: for a time that is said or not."""
        now = self._time.now
        if self._time.later(partial(self.go_away, agent)):
            return
        until = now + self._chance.randint(10, 120) * MINUTE
        says_so = self._chance.falls(0.6)
        away = c.SetAway(agent_id=agent.id, is_away=True, until=until if says_so else None)
        if self._time.act(Role.AGENT, agent.id, away) and not says_so:
            back = c.SetAway(agent_id=agent.id, is_away=False)
            self._time.at(until, partial(self._try, agent.id, back))
        self._time.at(now + self._chance.randint(3 * HOUR, DAY), partial(self.go_away, agent))

    # -- who is alarmed -----------------------------------------------------------------------------------------

    def hear_of(self, effects: list[Line]) -> None:
        """Who was alarmed takes note within minutes, or sleeps on."""
        for line in effects:
            if line["what"] == "alarmed" and self._chance.falls(_HEARD):
                note = c.AcknowledgeAlarm(ticket_id=line["ticket"])
                at = self._time.now + self._chance.randint(20 * SECOND, 9 * MINUTE)
                self._time.at(at, partial(self._take_note, line["agent"], note))

    def _take_note(self, agent_id: str, note: c.AcknowledgeAlarm) -> None:
        if self._time.later(partial(self._take_note, agent_id, note)):
            return
        ticket = self._time.ticket(note.ticket_id)
        if ticket is not None and ticket.alarm_at is not None:
            self._try(agent_id, note)

    def _kind(self, ticket: Ticket) -> StatusKind:
        return self._cast.workflow.status(ticket.status_id).kind
