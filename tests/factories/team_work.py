"""A support desk whose work goes through the ledger of a team's server, and through the memory beside it."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.protocol import Outcome, mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Ledger, Submission
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Line, Role, actor_of
from kanbandesk.workflow.transaction import Entity
from tests.factories.feed_home import FeedHome
from tests.factories.support import Support, Who
from tests.factories.workflow import make_board


class Rejected(Exception):
    """The ledger refused a command."""


class TeamSupport(Support):
    """Ada, Bo and the others, on a server: what the ledger applies is done in memory too.

    Ada, Lea, Tor, the developer and the administrator see a board that the others do not.
    """

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.home = FeedHome(database)
        self.done: set[str] = set()
        """The names of the commands that were applied."""
        self._server = Ledger(database, lambda: self.now, feed=self.home.feed)
        members = (self.ada, self.lea, self.tor, self.dev, self.admin)
        self.lab: Board = replace(
            make_board(), id="lab", name="Laboratory", member_ids=tuple(one.id for one in members)
        )
        self.ledger.add(Line(id="second", name="Second line", position=1))
        self.ledger.add(self.lab)
        self.home.keep(*self.ledger.entities.values())

    def do(self, who: Who, command: Command, *, at: int | None = None, uid: str = "") -> str:
        """Let the server apply a command, then the memory; Rejected when the ledger refuses."""
        actor = actor_of(who) if isinstance(who, Agent) else who
        uid = uid or new_id(self.now)
        self.home.now = self.now
        kind = actor.kind if actor.kind in (Role.REQUESTER, Role.SYSTEM) else Role.AGENT
        mutation = mutation_of(command, uid=uid, at=self.now if at is None else at)
        submission = Submission(
            mutation=mutation, client_id=f"desk of {actor.id}", actor_kind=kind, actor_id=actor.id
        )
        (result,) = self._server.apply([submission])
        if result.status is Outcome.REJECTED:
            assert result.code != "internal"
            raise Rejected(result.code)
        self.done.add(command.name)
        return super().do(who, command, at=at, uid=uid)

    def keep(self, *entities: Entity) -> None:
        """Write entities on both sides, without any rule."""
        self.ledger.add(*entities)
        self.home.keep(*entities)
