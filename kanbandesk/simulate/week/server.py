"""The week's server: the real core over a SQLite file, that looks for what is due, is killed, and comes back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select, text

from kanbandesk.models.base import table_of
from kanbandesk.models.files import FileFolder
from kanbandesk.models.head import Head
from kanbandesk.models.people import AgentRow
from kanbandesk.models.store import Store
from kanbandesk.protocol import Outcome, Result, mutation_of
from kanbandesk.server.core.bootstrap import create_workspace
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.timers import due_submissions, next_due
from kanbandesk.simulate.house import Crash
from kanbandesk.simulate.week.cast import ADMINISTRATOR, BEGAN, Cast
from kanbandesk.simulate.week.record import Line, Record, end_file
from kanbandesk.simulate.work import Chance
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.people import SYSTEM, Agent, Role
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction

MOST_LOOKS: Final = 60
"""Looks of the timers at one moment: more means that they find the same again and again."""
_AGENT = table_of(AgentRow)
_BY_VERSION: Final = (
    text("CREATE INDEX week_event ON event (ver)"),
    text("CREATE INDEX week_notification ON notification (ver)"),
)
"""The record asks after each commit what it brought, which nobody else does."""
_AWAY: Final = select(_AGENT.c.id).where(_AGENT.c.is_away)


class WeekServer:
    """Decides what people and timers submit, and writes down what came of it."""

    def __init__(self, folder: Path, clock: Callable[[], int], chance: Chance, *, leaders: int) -> None:
        self._folder, self._clock, self._chance, self._leaders = folder, clock, chance, leaders
        self._is_mortal = False
        self._back_at: dict[str, int] = {}
        self._team = self._open(is_new=True)
        self.record = Record(folder / "record.jsonl")

    def _open(self, *, is_new: bool = False) -> TeamServer:
        database = Database.open(self._folder / "week.db")
        if is_new:
            database.migrate()
            with database.begin() as connection:
                me = Agent(id=ADMINISTRATOR, name="Administrator", roles=(Role.ADMINISTRATOR,))
                create_workspace(connection, me=me, now=BEGAN)
                for statement in _BY_VERSION:
                    connection.execute(statement)
        team = TeamServer(database, self._clock, FileFolder(self._folder / "files"))
        handle = team.ledger.handle

        def mortal(tx: Transaction, ctx: Context, command: c.Command) -> None:
            handle(tx, ctx, command)
            if self._is_mortal:
                raise Crash

        team.ledger.handle = mortal
        return team

    def set_up(self, cast: Cast) -> None:
        """Let the administrator set the desk up; ValueError when something is refused."""
        for command in cast.commands():
            result = self.submit(Role.AGENT, ADMINISTRATOR, command)
            if result.status is Outcome.REJECTED:
                raise ValueError(f"{command.name} was refused: {result.code} {dict(result.params)}")
        with self._team.database.reading() as connection:
            self.record.skip(connection)

    def submit(self, kind: Role, actor_id: str, command: c.Command) -> Result:
        """Decide what somebody wants."""
        mutation = mutation_of(command, uid=self._chance.uid(), at=self._clock())
        submission = Submission(
            mutation=mutation,
            client_id=f"desk-{actor_id}",
            actor_id=actor_id,
            actor_kind=kind,
            command=command,
        )
        if isinstance(command, c.SetAway):
            self._back_at.pop(command.agent_id, None)
            if command.until is not None:
                self._back_at[command.agent_id] = command.until
        return self._team.submit(submission).result(0)

    def ticket(self, ticket_id: str) -> Ticket | None:
        """Return a ticket as it stands, None when there is none."""
        if not ticket_id:
            return None
        now = self._clock()
        context = Context(actor=SYSTEM, uid="", now=now, at=now)
        with self._team.database.reading() as connection:
            return Store(connection, context, Head(ver=0, next_number=0, now=now)).find(Ticket, ticket_id)

    def next_due(self) -> int | None:
        """Return the first moment at which something is due, None when nothing is."""
        with self._team.database.reading() as connection:
            return next_due(connection, 0)

    def look(self) -> list[Line]:
        """Let the leader do what is due; a second one that believes he leads has looked before, and acts after."""
        stale: list[Submission] = []
        if self._leaders > 1:
            with self._team.database.reading() as connection:
                stale = due_submissions(connection, self._clock())
        looks = 0
        while self._team.leader.lead() and looks < MOST_LOOKS:
            looks += 1
        for submission in stale:
            self._team.submit(submission).result(0)
        return self.effects()

    def effects(self) -> list[Line]:
        """Write down what has come of it since the last time; return that."""
        with self._team.database.reading() as connection:
            self._note_returns(connection)
            return self.record.effects(connection)

    def _note_returns(self, connection: Connection) -> None:
        """Write down who is back at the moment for which he said so."""
        now = self._clock()
        over = [agent_id for agent_id, until in self._back_at.items() if until < now]
        if over:
            away = set(connection.scalars(_AWAY))
            for agent_id in over:
                if agent_id not in away:
                    due = self._back_at.pop(agent_id)
                    self.record.note(now, "returned", agent=agent_id, due=due)

    def kill(self) -> None:
        """End the process in the middle of whatever it does now."""
        self._is_mortal = True
        try:
            self._team.leader.lead()
            self.submit(Role.AGENT, ADMINISTRATOR, c.SetAway(agent_id=ADMINISTRATOR, is_away=False))
        except Crash:
            pass
        finally:
            self._is_mortal = False
        self._team.database.close()
        self.record.note(self._clock(), "down")

    def come_back(self) -> list[Line]:
        """Begin anew on what is on the disk; return what was committed in the moment of the kill."""
        self._team = self._open()
        found = self.effects()
        self.record.note(self._clock(), "up")
        return found

    def finish(self) -> None:
        """Write down what is there, and stop."""
        with self._team.database.reading() as connection:
            end: dict[str, Any] = end_file(connection)
        (self._folder / "end.json").write_text(json.dumps(end), encoding="utf-8")
        self.record.close()
        self._team.database.close()
