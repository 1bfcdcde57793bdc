"""The ledger's memory: what was decided on each mutation, whose the sources of mutations are, and how far each came."""

from __future__ import annotations

import functools
import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, insert, select

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import CommitLog, DeskClient, ReceiptRow
from kanbandesk.models.statements import upsert
from kanbandesk.models.team import DeadLetter
from kanbandesk.protocol import FORBIDDEN, FORKED, GAP, Mutation, Outcome, Problem, Result
from kanbandesk.workflow.codec import canonical_json

_RECEIPT, _CLIENT, _LOG = table_of(ReceiptRow), table_of(DeskClient), table_of(CommitLog)
_COLUMNS = (
    _RECEIPT.c.uid,
    _RECEIPT.c.mid,
    _RECEIPT.c.status,
    _RECEIPT.c.code,
    _RECEIPT.c.params,
    _RECEIPT.c.ver,
    _RECEIPT.c.hash,
)
_KNOWN = select(*_COLUMNS).where(
    _RECEIPT.c.uid.in_(bindparam("uids", expanding=True)), _RECEIPT.c.status != Outcome.DUPLICATE.value
)
_AT = select(*_COLUMNS).where(
    _RECEIPT.c.client_id == bindparam("client_id"), _RECEIPT.c.mid == bindparam("mid")
)
_KNOWN_UIDS = select(_RECEIPT.c.uid).where(_RECEIPT.c.uid.in_(bindparam("uids", expanding=True)))
_CLIENTS = select(_CLIENT.c.id, _CLIENT.c.last_mid, _CLIENT.c.agent_id, _CLIENT.c.app).where(
    _CLIENT.c.id.in_(bindparam("ids", expanding=True))
)
_ADD_RECEIPT, _ADD_LOG, _ADD_LETTER = insert(_RECEIPT), insert(_LOG), insert(table_of(DeadLetter))
_MOST_UIDS = 500


@dataclass(slots=True)
class Source:
    """A source of mutations as it stands: `agent_id` is empty for the server's own and for one that is new."""

    id: str
    last_mid: int = 0
    agent_id: str = ""
    app: str = ""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A receipt: the result, and the hash of the mutation it is for."""

    result: Result
    hash: str


class Receipts:
    """What one transaction knows and adds of that memory; `write` puts it down."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sources: dict[str, Source] = {}
        self._used: set[str] = set()
        self._by_uid: dict[str, Result | None] = {}
        self._by_mid: dict[tuple[str, int], _Kept] = {}
        self._receipts: list[dict[str, Any]] = []
        self._log: list[dict[str, Any]] = []
        self._letters: list[dict[str, Any]] = []

    def look_up(self, uids: Iterable[str], client_ids: Iterable[str]) -> None:
        """Read at once what is known of mutations and sources that are about to come."""
        new = [uid for uid in dict.fromkeys(uids) if uid not in self._by_uid]
        if new:
            self._by_uid.update(dict.fromkeys(new))
            for row in self._connection.execute(_KNOWN, {"uids": new}):
                self._by_uid[row.uid] = _result(row)
        unknown = [client_id for client_id in dict.fromkeys(client_ids) if client_id not in self._sources]
        if unknown:
            self._sources.update((client_id, Source(client_id)) for client_id in unknown)
            for one in self._connection.execute(_CLIENTS, {"ids": unknown}):
                self._sources[one.id] = Source(one.id, one.last_mid, one.agent_id, one.app)

    def source(self, client_id: str) -> Source:
        """Return how far a source of mutations has come."""
        if client_id not in self._sources:
            self.look_up((), (client_id,))
        return self._sources[client_id]

    def known(self, uid: str) -> Result | None:
        """Return what was decided on a mutation, None when it never came."""
        if uid not in self._by_uid:
            self.look_up((uid,), ())
        return self._by_uid[uid]

    def claim(self, client_id: str, agent_id: str, app: str) -> Source:
        """Return a desk's source, which from its first mutation on is its agent's; Problem when it is not his."""
        source = self.source(client_id)
        if source.agent_id != agent_id and (source.agent_id or source.last_mid):
            raise Problem(FORBIDDEN, action="push")
        source.agent_id, source.app = agent_id, app or source.app
        self._used.add(client_id)
        return source

    def earlier(self, source: Source, mutation: Mutation) -> Result | None:
        """Return what was decided on a desk's mutation if it came before; Problem when it is not the next one.

        `gap` when some before it are missing; `forked` when another mutation had this number: then another desk, from
        a copy of this one's files, has been here.
        """
        if mutation.mid == source.last_mid + 1:
            return None
        if mutation.mid > source.last_mid:
            raise Problem(GAP, expect=source.last_mid + 1)
        kept = self._by_mid.get((source.id, mutation.mid)) or self._read(source.id, mutation.mid)
        if kept is None or (kept.result.uid, kept.hash) != (mutation.uid, mutation.hash()):
            raise Problem(FORKED, at=mutation.mid)
        return kept.result

    def add(self, mutation: Mutation, result: Result, *, client_id: str, actor_id: str, now: int) -> None:
        """Remember what was decided on `mutation`; an applied one gets its line in the log of commits."""
        self.source(client_id).last_mid = result.mid
        self._used.add(client_id)
        if result.status is not Outcome.DUPLICATE:
            self._by_uid[result.uid] = result
        mutation_hash = mutation.hash()
        self._by_mid[client_id, result.mid] = _Kept(result, mutation_hash)
        row = {"client_id": client_id, "mid": result.mid, "uid": result.uid, "hash": mutation_hash}
        row |= {"status": result.status.value, "code": result.code, "ver": result.ver}
        row["params"] = canonical_json(dict(result.params)) if result.params else "{}"
        self._receipts.append(row)
        if result.status in (Outcome.APPLIED, Outcome.MERGED):
            line = {"ver": result.ver, "tag": secrets.randbits(63), "at": now, "actor": actor_id}
            self._log.append({**line, "client_id": client_id, "mid": result.mid})

    def bury(self, mutation: Mutation, *, client_id: str, mid: int, error: str, now: int) -> None:
        """Keep a mutation that the program could not carry out, for its repair."""
        letter = {"uid": mutation.uid, "client_id": client_id, "mid": mid, "name": mutation.name, "at": now}
        args = canonical_json(mutation.args).encode("utf-8", "replace").decode()
        letter |= {"version": mutation.version, "args": args, "error": error}
        self._letters.append(letter)

    def write(self, now: int) -> None:
        """Put everything down."""
        if self._log:
            self._connection.execute(_ADD_LOG, self._log)
        if self._receipts:
            self._connection.execute(_ADD_RECEIPT, self._receipts)
        if self._letters:
            self._connection.execute(_ADD_LETTER, self._letters)
        if self._used:
            used = [self._sources[client_id] for client_id in sorted(self._used)]
            rows = [
                {"id": one.id, "last_mid": one.last_mid, "agent_id": one.agent_id, "app": one.app}
                for one in used
            ]
            save = _save_clients(self._connection.dialect.name)
            self._connection.execute(save, [row | {"seen_at": now} for row in rows])

    def _read(self, client_id: str, mid: int) -> _Kept | None:
        row = self._connection.execute(_AT, {"client_id": client_id, "mid": mid}).first()
        return None if row is None else _Kept(_result(row), row.hash)


def known_uids(connection: Connection, uids: Iterable[str]) -> set[str]:
    """Return those of the mutations that were decided already."""
    asked, known = list(uids), set[str]()
    for start in range(0, len(asked), _MOST_UIDS):
        known.update(connection.scalars(_KNOWN_UIDS, {"uids": asked[start : start + _MOST_UIDS]}))
    return known


def source_of(connection: Connection, client_id: str) -> Source:
    """Return how far a source of mutations has come, as read without the head."""
    row = connection.execute(_CLIENTS, {"ids": [client_id]}).first()
    return Source(client_id) if row is None else Source(*row)


def _result(row: Any) -> Result:
    params = tuple(sorted(json.loads(row.params).items()))
    return Result(
        uid=row.uid, mid=row.mid, status=Outcome(row.status), code=row.code, params=params, ver=row.ver
    )


@functools.cache
def _save_clients(dialect: str) -> Insert:
    return upsert(_CLIENT, dialect)
