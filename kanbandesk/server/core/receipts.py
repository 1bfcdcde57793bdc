"""The ledger's memory: what was decided on each mutation, whose the sources of mutations are, and how far each came."""

from __future__ import annotations

import functools
import json
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Connection, Select, bindparam, cast, func, select, text

from kanbandesk.models.base import table_of
from kanbandesk.models.gathering import Asked, Gathering, Rows
from kanbandesk.models.ledger import CommitLog, DeskClient, ReceiptRow
from kanbandesk.models.statements import among, listed
from kanbandesk.models.team import DeadLetter
from kanbandesk.protocol import FORBIDDEN, FORKED, GAP, Mutation, Outcome, Problem, Result
from kanbandesk.workflow.codec import canonical_json

_RECEIPT, _CLIENT, _LOG = table_of(ReceiptRow), table_of(DeskClient), table_of(CommitLog)
_LETTER = table_of(DeadLetter)
_RECEIPTS = select(
    _RECEIPT.c.uid,
    _RECEIPT.c.mid,
    _RECEIPT.c.status,
    _RECEIPT.c.code,
    _RECEIPT.c.params,
    _RECEIPT.c.ver,
    _RECEIPT.c.hash,
)
_AT = _RECEIPTS.where(_RECEIPT.c.client_id == bindparam("client_id"), _RECEIPT.c.mid == bindparam("mid"))
_SOURCES = select(_CLIENT.c.id, _CLIENT.c.last_mid, _CLIENT.c.agent_id, _CLIENT.c.app)
_SOURCE = _SOURCES.where(_CLIENT.c.id == bindparam("id"))


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
    """What one transaction knows and adds of that memory; it is written with the rest that is gathered."""

    def __init__(self, gathering: Gathering, dialect: str) -> None:
        self._gathering = gathering
        self._dialect = dialect
        self._sources: dict[str, Source] = {}
        self._used: set[str] = set()
        self._by_uid: dict[str, Result | None] = {}
        self._by_mid: dict[tuple[str, int], _Kept] = {}

    def asking(self, uids: Iterable[str], client_ids: Iterable[str]) -> list[Asked]:
        """Return what is to be asked of mutations and sources that are about to come."""
        asked = []
        if new := [uid for uid in dict.fromkeys(uids) if uid not in self._by_uid]:
            asked.append(Asked(_known(self._dialect), {"uids": listed(new)}, self._take_receipts(new)))
        if unknown := [one for one in dict.fromkeys(client_ids) if one not in self._sources]:
            asked.append(
                Asked(_clients(self._dialect), {"ids": listed(unknown)}, self._take_sources(unknown))
            )
        return asked

    def _take_receipts(self, uids: list[str]) -> Callable[[Rows], None]:
        def take_in(rows: Rows) -> None:
            self._by_uid.update(dict.fromkeys(uids))
            self._by_uid.update((row[0], _result(row)) for row in rows)

        return take_in

    def _take_sources(self, client_ids: list[str]) -> Callable[[Rows], None]:
        def take_in(rows: Rows) -> None:
            self._sources.update((client_id, Source(client_id)) for client_id in client_ids)
            self._sources.update((row[0], Source(*row)) for row in rows)

        return take_in

    def has_looked_up(self, uid: str) -> bool:
        """Tell whether it is known whether a mutation came before."""
        return uid in self._by_uid

    def source(self, client_id: str) -> Source:
        """Return how far a source of mutations has come."""
        if client_id not in self._sources:
            self._gathering.ask(self.asking((), (client_id,)))
        return self._sources[client_id]

    def known(self, uid: str) -> Result | None:
        """Return what was decided on a mutation, None when it never came."""
        if uid not in self._by_uid:
            self._gathering.ask(self.asking((uid,), ()))
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
        self._gathering.insert(_RECEIPT, row)
        if result.status in (Outcome.APPLIED, Outcome.MERGED):
            line = {"ver": result.ver, "tag": secrets.randbits(63), "at": now, "actor": actor_id}
            self._gathering.insert(_LOG, {**line, "client_id": client_id, "mid": result.mid})

    def bury(self, mutation: Mutation, *, client_id: str, mid: int, error: str, now: int) -> None:
        """Keep a mutation that the program could not carry out, for its repair."""
        letter = {"uid": mutation.uid, "client_id": client_id, "mid": mid, "name": mutation.name, "at": now}
        args = canonical_json(mutation.args).encode("utf-8", "replace").decode()
        letter |= {"version": mutation.version, "args": args, "error": error}
        self._gathering.insert(_LETTER, letter)

    def finish(self, now: int) -> None:
        """Let it be written how far the sources have come."""
        for client_id in sorted(self._used):
            one = self._sources[client_id]
            row = {"id": one.id, "last_mid": one.last_mid, "agent_id": one.agent_id, "app": one.app}
            self._gathering.put(_CLIENT, (one.id,), {**row, "seen_at": now})

    def _read(self, client_id: str, mid: int) -> _Kept | None:
        row = self._gathering.direct.first(_AT, {"client_id": client_id, "mid": mid})
        return None if row is None else _Kept(_result(row), row[-1])


def known_uids(connection: Connection, uids: Iterable[str]) -> set[str]:
    """Return those of the mutations that were decided already."""
    asked = list(uids)
    if not asked:
        return set()
    return set(connection.scalars(_known_uids(connection.dialect.name), {"uids": listed(asked)}))


def source_of(connection: Connection, client_id: str) -> Source:
    """Return how far a source of mutations has come, as read without the head."""
    row = connection.execute(_SOURCE, {"id": client_id}).first()
    return Source(client_id) if row is None else Source(*row)


def _result(row: Sequence[Any]) -> Result:
    uid, mid, status, code, params, ver, _ = row
    told = tuple(sorted(json.loads(params).items()))
    return Result(uid=uid, mid=mid, status=Outcome(status), code=code, params=told, ver=ver)


_IS_FIRST = text(f"status <> '{Outcome.DUPLICATE.value}'")
"""As it stands in the index of the uids, which is used only by who asks for the same."""


@functools.cache
def _known(dialect: str) -> Select[Any]:
    if dialect == "postgresql":  # joined: a young workspace's table counts as small, and is looked through
        uids = func.json_array_elements_text(cast(bindparam("uids"), JSON))
        return _RECEIPTS.where(_RECEIPT.c.uid.in_(select(uids)), _IS_FIRST)
    return _RECEIPTS.where(among(_RECEIPT.c.uid, "uids", dialect), _IS_FIRST)


@functools.cache
def _known_uids(dialect: str) -> Select[Any]:
    return select(_RECEIPT.c.uid).where(among(_RECEIPT.c.uid, "uids", dialect), _IS_FIRST)


@functools.cache
def _clients(dialect: str) -> Select[Any]:
    return _SOURCES.where(among(_CLIENT.c.id, "ids", dialect))
