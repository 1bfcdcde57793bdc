"""A workspace with a feed, without the ledger's receipts: mutations are run one by one, each at the next version."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from kanbandesk.models.base import table_of
from kanbandesk.models.head import Head
from kanbandesk.models.ledger import CommitLog
from kanbandesk.models.store import Store
from kanbandesk.protocol import PullAnswer, PullRequest
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.feed import Feed, rebuild_members
from kanbandesk.server.core.membership import MEMBER, members_of_rows
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.handlers import handle
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import SYSTEM, Actor
from kanbandesk.workflow.transaction import Context, Entity
from tests.factories.toy_desk import ToyDesk
from tests.factories.workflow import NOW

LOG = table_of(CommitLog)
Line = tuple[str, str, str, int]


class FeedHome:
    """One database, one feed; `page` is how many rows a page has."""

    def __init__(self, engine: Engine | Database, *, page: int = 500) -> None:
        self.engine = engine
        self.feed = Feed(page)
        self._tags = itertools.count(1)
        self.now = NOW
        with engine.begin() as connection:
            rebuild_members(connection)

    def mutate(self, work: Callable[[Store], None], *, actor: Actor = SYSTEM, uid: str = "") -> int:
        """Run `work` as one mutation and return its version; whatever it raises leaves no trace."""
        with self.engine.begin() as connection:
            head = Head.take(connection)
            head.ver += 1
            head.now = max(head.now, self.now)
            context = Context(actor=actor, uid=uid or new_id(), now=self.now, at=self.now)
            store = Store(connection, context, head)
            work(store)
            store.flush()
            self.feed.record(store, head.ver)
            line = {"ver": head.ver, "tag": next(self._tags), "at": self.now, "actor": "", "client_id": "c"}
            connection.execute(insert(LOG), {**line, "mid": head.ver})
            head.save(connection)
            return head.ver

    def do(self, actor: Actor, command: Command, *, uid: str = "") -> int:
        """Run a command by the rulebook."""
        return self.mutate(lambda store: handle(store, store.context, command), actor=actor, uid=uid)

    def keep(self, *entities: Entity) -> int:
        """Write entities as one mutation, without any rule."""

        def put(store: Store) -> None:
            for entity in entities:
                store.put(entity)

        return self.mutate(put)

    def desk(self, agent_id: str, *, wants: tuple[str, ...] = (), feed: Feed | None = None) -> ToyDesk:
        """Return an empty desk of an agent; with a feed of its own it reads the database alone."""

        def pull(request: PullRequest) -> PullAnswer | None:
            with self.reading() as connection:
                return (feed or self.feed).pull(connection, agent_id, request, self.now)

        return ToyDesk(pull, wants=wants)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read in one snapshot."""
        if isinstance(self.engine, Database):
            with self.engine.reading() as connection:
                yield connection
        else:
            with self.engine.connect() as connection:
                yield connection.execution_options(is_reading=True)

    def members(self) -> set[Line]:
        """Return the live lines, without their versions."""
        with self.reading() as connection:
            live = select(MEMBER.c.grp, MEMBER.c.kind, MEMBER.c.id, MEMBER.c.hash).where(MEMBER.c.is_live)
            return {
                (group, kind, row_id, content) for group, kind, row_id, content in connection.execute(live)
            }

    def members_of_rows(self) -> set[Line]:
        """Return the lines that the rows would have if they were all written anew."""
        with self.reading() as connection:
            return {_line(line) for lines in members_of_rows(connection, self.now) for line in lines}


def _line(line: dict[str, Any]) -> Line:
    return line["grp"], line["kind"], line["id"], line["hash"]
