"""Who is here and looks at which ticket. It is no part of the ledger: it costs no version, and is forgotten soon.

One process remembers it in memory; several of them share a table.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select

from kanbandesk.models.base import table_of
from kanbandesk.models.statements import upsert
from kanbandesk.models.team import PresenceRow
from kanbandesk.server.core.database import Database
from kanbandesk.workflow.statuses import SECOND

STANDS: Final = 45 * SECOND
"""How long somebody is here after the last sign."""
_TABLE = table_of(PresenceRow)
_HERE = select(_TABLE).where(_TABLE.c.seen_at > bindparam("since")).order_by(_TABLE.c.client_id)
_SWEEP = delete(_TABLE).where(_TABLE.c.seen_at <= bindparam("since"))


@dataclass(frozen=True, slots=True)
class Sign:
    """What one desk says of its person; `seen_at` is UTC ms."""

    client_id: str
    agent_id: str
    ticket_id: str
    is_typing: bool
    seen_at: int


class Presence:
    """Who is here, over all processes."""

    def __init__(self, database: Database, clock: Callable[[], int]) -> None:
        self._database = database
        self._clock = clock
        self._signs: dict[str, Sign] = {}
        self._lock = threading.Lock()

    def tell(self, client_id: str, agent_id: str, ticket_id: str, *, is_typing: bool) -> list[Sign]:
        """Note a sign of one desk; return those of everybody, one for each person and ticket."""
        now = self._clock()
        sign = Sign(client_id, agent_id, ticket_id, is_typing, now)
        return _distinct(self._shared(sign, now) if self._database.is_shared else self._own(sign, now))

    def _own(self, sign: Sign, now: int) -> list[Sign]:
        with self._lock:
            self._signs[sign.client_id] = sign
            self._signs = {one: here for one, here in self._signs.items() if here.seen_at > now - STANDS}
            return sorted(self._signs.values(), key=lambda one: one.client_id)

    def _shared(self, sign: Sign, now: int) -> list[Sign]:
        since = {"since": now - STANDS}
        with self._database.begin() as connection:
            connection.execute(upsert(_TABLE, connection.dialect.name), asdict(sign))
            connection.execute(_SWEEP, since)
            return self._rows(connection, since)

    def _rows(self, connection: Connection, since: dict[str, int]) -> list[Sign]:
        return [Sign(**row._mapping) for row in connection.execute(_HERE, since)]


def _distinct(signs: Iterable[Sign]) -> list[Sign]:
    """One person may have several desks: what he does at any of them is told once."""
    found: dict[tuple[str, str], Sign] = {}
    for sign in signs:
        key = (sign.agent_id, sign.ticket_id)
        if key not in found or sign.is_typing:
            found[key] = sign
    return list(found.values())
