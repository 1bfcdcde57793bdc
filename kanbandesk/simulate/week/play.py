"""Plays the week: people act at drawn moments, the server looks for what is due once a second, and may be killed."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from kanbandesk.models.files import FileFolder
from kanbandesk.models.head import Head
from kanbandesk.models.store import Store
from kanbandesk.protocol import Outcome, Result, mutation_of
from kanbandesk.server.core.bootstrap import create_workspace
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.timers import due_submissions, next_due
from kanbandesk.simulate.house import Crash
from kanbandesk.simulate.week.cast import ADMINISTRATOR, BEGAN, Cast, draw_cast, house_file
from kanbandesk.simulate.week.day import Look, developer_does, owner_does, pause
from kanbandesk.simulate.week.record import Record, end_file
from kanbandesk.simulate.work import Chance
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.calendars import ALWAYS, is_open
from kanbandesk.workflow.people import SYSTEM, Agent, Role
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, StatusKind
from kanbandesk.workflow.tickets import Channel, Ticket
from kanbandesk.workflow.transaction import Context, Transaction

TICK: Final = SECOND
WEEK: Final = 7 * DAY
TYPES: Final = ("technical", "plain", "not_technical", "")
_CLAIMED_AT_LIMIT: Final = 0.02
_HEARD: Final = 0.5
"""In how many cases an alarm is heard."""
MOST_LOOKS: Final = 60
"""Looks of the timers at one moment: more means that they find the same again and again."""


@dataclass(slots=True)
class Played:
    """What a week was: what the command line tells of it."""

    seed: int
    tickets: int
    acts: int = 0
    refused: int = 0
    ticks: int = 0
    kills: int = 0
    faults: list[str] = field(default_factory=list)


class Week:
    """One week; `folder` receives the three files. `kills` ends the server's process once each virtual hour."""

    def __init__(
        self, seed: int, folder: Path, *, tickets: int, days: int = 7, kills: bool = False, leaders: int = 1
    ) -> None:
        self.chance = Chance(seed)
        self.cast: Cast = draw_cast(self.chance)
        self.played = Played(seed, tickets)
        self.now = BEGAN
        self.ends_at = BEGAN + days * DAY
        self._folder = folder
        self._leaders = leaders
        self._kills = kills
        self._heap: list[tuple[int, int, Callable[[], None]]] = []
        self._order = count()
        self._down_until: int | None = None
        self._mortal = False
        folder.mkdir(parents=True, exist_ok=True)
        self._server = self._open(is_new=True)
        self._record = Record(folder / "record.jsonl")
        self._set_up()

    # -- the server -----------------------------------------------------------------------------------------------

    def _open(self, *, is_new: bool = False) -> TeamServer:
        database = Database.open(self._folder / "week.db")
        if is_new:
            database.migrate()
            with database.begin() as connection:
                me = Agent(id=ADMINISTRATOR, name="Administrator", roles=(Role.ADMINISTRATOR,))
                create_workspace(connection, me=me, now=BEGAN)
        server = TeamServer(database, lambda: self.now, FileFolder(self._folder / "files"))
        handle = server.ledger.handle

        def mortal(tx: Transaction, ctx: Context, command: c.Command) -> None:
            handle(tx, ctx, command)
            if self._mortal:
                raise Crash

        server.ledger.handle = mortal
        return server

    def _set_up(self) -> None:
        for command in self.cast.commands():
            result = self._submit(Role.AGENT, ADMINISTRATOR, command)
            if result.status is Outcome.REJECTED:
                raise ValueError(f"{command.name} was refused: {result.code} {dict(result.params)}")
        with self._server.database.reading() as connection:
            self._record.skip(connection)
        house = house_file(self.cast, self.played.seed, self.ends_at, TICK)
        (self._folder / "house.json").write_text(json.dumps(house, indent=1), encoding="utf-8")

    def _submit(self, kind: Role, actor_id: str, command: c.Command) -> Result:
        mutation = mutation_of(command, uid=self.chance.uid(), at=self.now)
        submission = Submission(
            mutation=mutation,
            client_id=f"desk-{actor_id}",
            actor_id=actor_id,
            actor_kind=kind,
            command=command,
        )
        return self._server.submit(submission).result(0)

    def _kill(self) -> None:
        """End the server's process, in the middle of whatever it does next, for up to twenty minutes."""
        if self._down_until is not None:
            return
        self.played.kills += 1
        self._mortal = True
        try:
            self._server.leader.lead()
            self._act(Role.AGENT, ADMINISTRATOR, c.SetAway(agent_id="max", is_away=False))
        except Crash:
            pass
        finally:
            self._mortal = False
        self._server.database.close()
        self._record.note(self.now, "down")
        self._down_until = self.now + self.chance.randint(1, 20 * MINUTE)
        self._at(self._down_until, self._come_back)

    def _come_back(self) -> None:
        self._server = self._open()
        self._down_until = None
        self._note_effects()  # what was committed in the moment of the kill
        self._record.note(self.now, "up")

    # -- time -----------------------------------------------------------------------------------------------------

    def play(self) -> Played:
        """Play to the end of the week."""
        self._draw_arrivals()
        for agent in self.cast.agents:
            self._at(BEGAN + self.chance.randint(0, DAY), partial(self._go_away, agent))
        if self._kills:
            for hour in range((self.ends_at - BEGAN) // HOUR):
                self._at(BEGAN + hour * HOUR + self.chance.randint(1, HOUR - 1), self._kill)
        while self._heap and not self.played.faults:
            at, _, act = heapq.heappop(self._heap)
            if at >= self.ends_at:
                break
            self._tick_until(at)
            self.now = max(self.now, at)
            act()
        self._tick_until(self.ends_at)
        self._finish()
        return self.played

    def _at(self, moment: int, act: Callable[[], None]) -> None:
        heapq.heappush(self._heap, (moment, next(self._order), act))

    def _tick_until(self, moment: int) -> None:
        """Let the server look at each second at which something is due, before `moment`."""
        looks = 0
        last = 0
        while self._down_until is None:
            with self._server.database.reading() as connection:
                due = next_due(connection, 0)
            if due is None:
                return
            at = max((due // TICK + 1) * TICK, self.now)
            if at > moment or at > self.ends_at:
                return
            looks = looks + 1 if at == last else 0
            last = at
            if looks > MOST_LOOKS:
                self.played.faults.append(f"at {at} the timers find the same again and again")
                return
            self.now = at
            self.played.ticks += 1
            self._look()

    def _look(self) -> None:
        """Let the leader do what is due; a second one that believes he leads has looked before, and acts after."""
        stale: list[Submission] = []
        if self._leaders > 1:
            with self._server.database.reading() as connection:
                stale = due_submissions(connection, self.now)
        self._server.leader.lead()
        for submission in stale:
            self._server.submit(submission).result(0)
        self._note_effects()

    def _note_effects(self) -> None:
        with self._server.database.reading() as connection:
            written = self._record.effects(connection)
        for line in written:
            if line["what"] == "alarmed":
                self._expect_note(line["ticket"], line["agent"])

    def _expect_note(self, ticket_id: str, agent_id: str) -> None:
        """Who was alarmed takes note within minutes, or sleeps on."""
        if self.chance.falls(_HEARD):
            note = c.AcknowledgeAlarm(ticket_id=ticket_id)
            at = self.now + self.chance.randint(20 * SECOND, 9 * MINUTE)
            self._at(at, partial(self._hear, agent_id, note))

    def _hear(self, agent_id: str, note: c.AcknowledgeAlarm) -> None:
        ticket = None if self._down_until is not None else self._ticket(note.ticket_id)
        if ticket is not None and ticket.alarm_at is not None:
            self._act(Role.AGENT, agent_id, note)

    def _finish(self) -> None:
        if self._down_until is not None:
            self._come_back()
            self._tick_until(self.ends_at)
        with self._server.database.reading() as connection:
            end = end_file(connection)
        (self._folder / "end.json").write_text(json.dumps(end), encoding="utf-8")
        self._record.close()
        self._server.database.close()

    # -- people ---------------------------------------------------------------------------------------------------

    def _try(self, kind: Role, who: str, command: c.Command) -> None:
        self._act(kind, who, command)

    def _act(self, kind: Role, who: str, command: c.Command) -> bool:
        """Let somebody do something; tell whether it was applied. While the server is away he tries again later."""
        if self._down_until is not None:
            later = self._down_until + self.chance.randint(1, MINUTE)
            self._at(later, partial(self._try, kind, who, command))
            return False
        result = self._submit(kind, who, command)
        self.played.acts += 1
        self.played.refused += result.status is Outcome.REJECTED
        more: dict[str, object] = {}
        ticket = self._ticket(getattr(command, "ticket_id", ""))
        if ticket is not None and isinstance(
            command, (c.CreateTicket, c.StartTicket, c.EditTicket, c.TakeIn)
        ):
            more["class"] = ticket.sla_class
        self._record.act(self.now, who, command, result, **more)
        self._note_effects()
        return result.status is not Outcome.REJECTED

    def _ticket(self, ticket_id: str) -> Ticket | None:
        with self._server.database.reading() as connection:
            return read_ticket(connection, ticket_id, self.now) if ticket_id else None

    def _kind(self, ticket: Ticket) -> StatusKind:
        return self.cast.workflow.status(ticket.status_id).kind

    def _draw_arrivals(self) -> None:
        """More come by day than by night, and on working days."""
        for _ in range(self.played.tickets):
            while True:
                at = self.chance.randint(BEGAN, self.ends_at - 1)
                local = ((at - BEGAN) // HOUR + 1) % 24
                if self.chance.falls(1.0 if 7 <= local < 18 else 0.2):
                    break
            self._at(at, self._arrive)

    def _arrive(self) -> None:
        contact = self.chance.choice(self.cast.contacts)
        ticket_id = self.chance.uid()
        command = c.CreateTicket(
            ticket_id=ticket_id,
            title=self.chance.words(),
            text="Please help.",
            message_id=self.chance.uid(),
            requester_id=contact.id,
            channel=Channel.FORM,
            request_type=self.chance.choice(TYPES),
        )
        if self._down_until is not None:
            self._at(self._down_until + self.chance.randint(1, MINUTE), self._arrive)
            return
        self._submit_arrival(command, contact.id, contact.client_id)

    def _submit_arrival(self, command: c.CreateTicket, contact_id: str, client_id: str) -> None:
        result = self._submit(Role.REQUESTER, contact_id, command)
        self.played.acts += 1
        ticket = self._ticket(command.ticket_id)
        if ticket is None:
            self.played.faults.append(f"a ticket was refused: {result.code} {dict(result.params)}")
            return
        self._record.act(
            self.now,
            contact_id,
            command,
            result,
            line=ticket.line_id,
            requester=contact_id,
            client=client_id,
            **{"class": ticket.sla_class},
        )
        self._note_effects()
        self._hope_for_claims(ticket)
        self._follow(ticket.id, self.now + 41 * SECOND)

    def _hope_for_claims(self, ticket: Ticket) -> None:
        """Some claim at once, some in the very last moment, some two at a time; the rest is drawn."""
        chance = self.chance
        if not chance.falls(0.55):
            return
        at = self.now + (40 * SECOND if chance.falls(_CLAIMED_AT_LIMIT) else chance.randint(2_000, 39_900))
        for _ in range(2 if chance.falls(0.15) else 1):
            agent = chance.choice(self.cast.people_of(ticket.line_id) or self.cast.agents)
            if self._is_working(agent, ticket.line_id, at):
                claim = c.ClaimTicket(ticket_id=ticket.id)
                self._at(at, partial(self._try, Role.AGENT, agent.id, claim))

    def _is_working(self, agent: Agent, line_id: str, at: int) -> bool:
        calendars = {calendar.id: calendar for calendar in self.cast.calendars}
        lines = {line.id: line.calendar_id for line in self.cast.lines}
        return is_open(calendars.get(agent.shift_id or lines.get(line_id, ""), ALWAYS), at)

    def _follow(self, ticket_id: str, at: int) -> None:
        self._at(at, partial(self._look_at, ticket_id))

    def _look_at(self, ticket_id: str) -> None:
        """Whoever has the ticket looks at it, or its client does: and again later, until it is closed."""
        if self._down_until is not None:
            self._follow(ticket_id, self._down_until + self.chance.randint(1, MINUTE))
            return
        ticket = self._ticket(ticket_id)
        if ticket is None:
            return
        kind = self._kind(ticket)
        if kind is StatusKind.CLOSED:
            self._after_closing(ticket)
            return
        if kind is StatusKind.SOLVED:
            self._client_judges(ticket)
        elif kind is StatusKind.WAITING_CLIENT and self.chance.falls(0.5):
            self._client_replies(ticket)
        elif ticket.offered_line_id:
            self._somebody_accepts(ticket)
        elif ticket.owner_id:
            self._owner_acts(ticket, kind)
        after = self._ticket(ticket_id) or ticket
        self._follow(ticket_id, self.now + pause(self.chance, self._kind(after)))

    def _owner_acts(self, ticket: Ticket, kind: StatusKind) -> None:
        owner = next((one for one in self.cast.agents if one.id == ticket.owner_id), None)
        if owner is None or not self._is_working(owner, ticket.line_id, self.now):
            return
        look = Look(self.chance, ticket, self.now, self.cast.workflow.urgency_cases)
        does = developer_does if ticket.parent_id else owner_does
        command = does(look, kind)
        is_done = command is not None and self._act(Role.AGENT, owner.id, command)
        if is_done and isinstance(command, c.HandToDevelopment):
            self._follow(command.subtask_id, self.now + self.chance.randint(20_000, 20 * MINUTE))
        if kind not in (StatusKind.ASSIGNED, StatusKind.SOLVED) and self.chance.falls(0.05):
            self._client_replies(ticket)

    def _client_replies(self, ticket: Ticket) -> None:
        if ticket.requester_id:
            reply = c.ReceiveReply(
                ticket_id=ticket.id,
                message_id=self.chance.uid(),
                text="Here.",
                contact_id=ticket.requester_id,
            )
            self._act(Role.REQUESTER, ticket.requester_id, reply)

    def _client_judges(self, ticket: Ticket) -> None:
        """Some accept, some reject, some write again, some say nothing for two days."""
        chance, who = self.chance, ticket.requester_id
        if not who or chance.falls(0.45):
            return
        if chance.falls(0.6):
            liked = chance.choice((True, True, False, None))
            accept = c.AcceptSolution(ticket_id=ticket.id, rating_id=chance.uid(), is_liked=liked)
            self._act(Role.REQUESTER, who, accept)
        elif chance.falls(0.6):
            reject = c.RejectSolution(ticket_id=ticket.id, text="No.", message_id=chance.uid())
            self._act(Role.REQUESTER, who, reject)
        else:
            self._client_replies(ticket)

    def _after_closing(self, ticket: Ticket) -> None:
        if self.chance.falls(0.05) and ticket.requester_id:
            self._client_replies(ticket)
            self._follow(ticket.id, self.now + pause(self.chance, StatusKind.IN_PROGRESS))

    def _somebody_accepts(self, ticket: Ticket) -> None:
        agent = self.chance.choice(self.cast.people_of(ticket.offered_line_id) or self.cast.agents)
        if not self._is_working(agent, ticket.offered_line_id, self.now):
            return
        if self.chance.falls(0.75):
            self._act(Role.AGENT, agent.id, c.AcceptTransfer(ticket_id=ticket.id))
        else:
            self._act(Role.AGENT, agent.id, c.ReturnTicket(ticket_id=ticket.id, reason="Not ours"))

    def _go_away(self, agent: Agent) -> None:
        """Lunch, meetings, illness: for a time that is said or not."""
        if self._down_until is None:
            until = self.now + self.chance.randint(10, 120) * MINUTE
            says_so = self.chance.falls(0.6)
            away = c.SetAway(agent_id=agent.id, is_away=True, until=until if says_so else None)
            if self._act(Role.AGENT, agent.id, away) and not says_so:
                back = c.SetAway(agent_id=agent.id, is_away=False)
                self._at(until, partial(self._try, Role.AGENT, agent.id, back))
        self._at(self.now + self.chance.randint(3 * HOUR, DAY), partial(self._go_away, agent))


def read_ticket(connection: Connection, ticket_id: str, now: int) -> Ticket | None:
    """Return a ticket as it stands."""
    context = Context(actor=SYSTEM, uid="", now=now, at=now)
    return Store(connection, context, Head(ver=0, next_number=0, now=now)).find(Ticket, ticket_id)
