"""Sessions: which desks are signed in. One is remembered for some seconds, so that a pull asks nothing.

A session ends after 14 days without a sign of life and after 90 days anyway. One that was revoked stays in the books
until then, so that its desk learns that it has to forget everything (`wipe`).
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.team import Session
from kanbandesk.protocol import GONE, SIGNED_OUT, WIPE, Problem
from kanbandesk.server.core.database import Database
from kanbandesk.server.people.tokens import kept, new_token
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.statuses import DAY, MINUTE, SECOND

IDLE, LONGEST = 14 * DAY, 90 * DAY
SEEN_EVERY: Final = 5 * MINUTE
"""How often a sign of life is written down."""
REMEMBERED: Final = 2 * SECOND
"""For how long a session is believed without asking: so late does this process learn what another one revoked."""
_MOST_REMEMBERED: Final = 10_000

_TABLE = table_of(Session)
_BY_TOKENS = select(_TABLE).where(_TABLE.c.token_hash.in_(bindparam("hashes", expanding=True)))
_BY_ID = select(_TABLE).where(_TABLE.c.id == bindparam("session_id"))
_LIVE = _TABLE.c.revoked_at.is_(None) & (_TABLE.c.ends_at > bindparam("now"))
_OF_AGENT = (
    select(_TABLE)
    .where(_TABLE.c.agent_id == bindparam("of_agent"), _LIVE, _TABLE.c.seen_at > bindparam("idle_since"))
    .order_by(_TABLE.c.created_at, _TABLE.c.id)
)
_SEEN = update(_TABLE).where(_TABLE.c.id == bindparam("session_id")).values(seen_at=bindparam("now"))
_END = update(_TABLE).where(_TABLE.c.id == bindparam("session_id"), _LIVE).values(ends_at=bindparam("now"))
_REVOKE = update(_TABLE).where(_TABLE.c.id == bindparam("session_id")).values(revoked_at=bindparam("now"))
_END_OF_DESK = (
    update(_TABLE)
    .where(_TABLE.c.agent_id == bindparam("of_agent"), _TABLE.c.client_id == bindparam("of_client"), _LIVE)
    .values(ends_at=bindparam("now"))
)
_END_OTHERS = (
    update(_TABLE)
    .where(_TABLE.c.agent_id == bindparam("of_agent"), _TABLE.c.id != bindparam("but"), _LIVE)
    .values(ends_at=bindparam("now"))
)
_SWEEP = delete(_TABLE).where(_TABLE.c.ends_at < bindparam("before"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Who speaks, from which desk."""

    session_id: str
    agent_id: str
    client_id: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A desk that is signed in, as its owner is shown it; moments are UTC ms."""

    id: str
    agent_id: str
    client_id: str
    device: str
    created_at: int
    seen_at: int
    ends_at: int


@dataclass(slots=True)
class _Known:
    """What is remembered of a token: who it is, or the problem it meets."""

    asked_at: int
    caller: Caller | Problem
    seen_at: int = 0

    def is_fresh(self, now: int) -> bool:
        """Tell whether this is believed without asking."""
        return 0 <= now - self.asked_at < REMEMBERED


class Sessions:
    """All sessions; its methods may be called by any thread."""

    def __init__(self, database: Database, clock: Callable[[], int]) -> None:
        self._database = database
        self._clock = clock
        self._known: dict[str, _Known] = {}
        self._lock = threading.Lock()
        self.listeners: list[Callable[[], None]] = []
        """Called when sessions of this process's making have ended; on the thread that ended them."""

    @contextmanager
    def changing(self) -> Iterator[Connection]:
        """Write in one transaction that may end sessions; when it is kept, everybody is asked anew who he is."""
        with self._database.begin() as connection:
            yield connection
        self.forget_all()
        for listener in tuple(self.listeners):
            listener()

    def remembered(self, token: str) -> Caller | None:
        """Return who holds `token` without asking the database; None when it has to be asked by `find`."""
        now = self._clock()
        with self._lock:
            known = self._known.get(kept(token))
        if known is None or not known.is_fresh(now):
            return None
        if isinstance(known.caller, Problem) or now - known.seen_at >= SEEN_EVERY:
            return None
        return known.caller

    def find(self, token: str) -> Caller:
        """Return who holds `token`; Problem "signed_out" or "wipe" when nobody does (any more)."""
        key, now = kept(token), self._clock()
        known = self._ask([key], now)[key]
        if isinstance(known.caller, Problem):
            raise known.caller
        if now - known.seen_at >= SEEN_EVERY:
            with self._database.begin() as connection:
                connection.execute(_SEEN, {"session_id": known.caller.session_id, "now": now})
            known.seen_at = now
        return known.caller

    def judge(self, tokens: Sequence[str]) -> list[Problem | None]:
        """Return for each token the problem that its holder meets, None when he may go on.

        One question for all that are not remembered: a commit wakes every desk at once.
        """
        now, keys = self._clock(), [kept(token) for token in tokens]
        with self._lock:
            known = {key: one for key in keys if (one := self._known.get(key)) and one.is_fresh(now)}
        known |= self._ask(set(keys) - known.keys(), now)
        callers = [known[key].caller for key in keys]
        return [caller if isinstance(caller, Problem) else None for caller in callers]

    def _ask(self, keys: Iterable[str], now: int) -> dict[str, _Known]:
        """Ask the database for sessions by the hashes of their tokens; who may come in is remembered."""
        asked = list(keys)
        if not asked:
            return {}
        with self._database.reading() as connection:
            rows = connection.execute(_BY_TOKENS, {"hashes": asked}).all()
            shelf = Shelf(connection)
            agents = {agent_id: shelf.read(Agent, agent_id) for agent_id in {row.agent_id for row in rows}}
        found = {row.token_hash: _judged(row, agents[row.agent_id], now) for row in rows}
        for key, known in found.items():
            if isinstance(known.caller, Caller):
                self._remember(key, known)
        return dict.fromkeys(asked, _Known(now, Problem(SIGNED_OUT))) | found

    def open(
        self, connection: Connection, *, agent_id: str, client_id: str, device: str
    ) -> tuple[str, str, int]:
        """Begin a session in the caller's transaction; return its token, its id and when it ends at the latest.

        A session that the same desk had before ends by it.
        """
        now, token, session_id = self._clock(), new_token(), new_id()
        connection.execute(_END_OF_DESK, {"of_agent": agent_id, "of_client": client_id, "now": now})
        connection.execute(_SWEEP, {"before": now - LONGEST})
        line = {
            "id": session_id,
            "token_hash": kept(token),
            "agent_id": agent_id,
            "client_id": client_id,
            "device": device,
            "created_at": now,
            "seen_at": now,
            "ends_at": now + LONGEST,
            "revoked_at": None,
        }
        connection.execute(insert(_TABLE), line)
        self.forget_all()
        return token, session_id, now + LONGEST

    def end(self, connection: Connection, session_id: str) -> None:
        """Sign one desk out."""
        connection.execute(_END, {"session_id": session_id, "now": self._clock()})
        self.forget_all()

    def end_others(self, connection: Connection, agent_id: str, but: str = "") -> None:
        """Sign all desks of an agent out but one: after a new password."""
        connection.execute(_END_OTHERS, {"of_agent": agent_id, "but": but, "now": self._clock()})
        self.forget_all()

    def revoke(self, connection: Connection, session_id: str) -> None:
        """Let a desk forget everything the next time that it calls."""
        connection.execute(_REVOKE, {"session_id": session_id, "now": self._clock()})
        self.forget_all()

    def owner(self, connection: Connection, session_id: str) -> str:
        """Return whose session it is; Problem("not_found") when there is none."""
        row = connection.execute(_BY_ID, {"session_id": session_id}).first()
        if row is None:
            raise Problem(GONE, kind="Session", id=session_id)
        return str(row.agent_id)

    def devices(self, connection: Connection, agent_id: str) -> list[Device]:
        """Return where an agent is signed in, oldest first."""
        now = self._clock()
        asked = {"of_agent": agent_id, "now": now, "idle_since": now - IDLE}
        names = Device.__slots__
        return [
            Device(**{name: getattr(row, name) for name in names})
            for row in connection.execute(_OF_AGENT, asked)
        ]

    def forget_all(self) -> None:
        """Ask for every session anew: something has changed."""
        with self._lock:
            self._known.clear()

    def _remember(self, key: str, known: _Known) -> None:
        with self._lock:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[key] = known


def _judged(row: Any, agent: Agent | None, now: int) -> _Known:
    """Return what a session's row says of whoever brings its token."""
    if now >= row.ends_at or now - row.seen_at >= IDLE:
        return _Known(now, Problem(SIGNED_OUT))
    if row.revoked_at is not None or agent is None or not agent.is_active:
        return _Known(now, Problem(WIPE))
    caller = Caller(session_id=row.id, agent_id=agent.id, client_id=row.client_id, roles=tuple(agent.roles))
    return _Known(now, caller, row.seen_at)
