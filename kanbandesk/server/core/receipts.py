"""The ledger's memory: what was decided on each mutation, and how far each of its sources has come."""

from __future__ import annotations

import functools
import json
import secrets
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, insert, select

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import CommitLog, DeskClient, ReceiptRow
from kanbandesk.models.statements import upsert
from kanbandesk.protocol import Mutation, Outcome, Result
from kanbandesk.workflow.codec import canonical_json

_RECEIPT, _CLIENT, _LOG = table_of(ReceiptRow), table_of(DeskClient), table_of(CommitLog)
_KNOWN = select(_RECEIPT.c.mid, _RECEIPT.c.status, _RECEIPT.c.code, _RECEIPT.c.params, _RECEIPT.c.ver).where(
    _RECEIPT.c.uid == bindparam("uid"), _RECEIPT.c.status != Outcome.DUPLICATE.value
)
_KNOWN_UIDS = select(_RECEIPT.c.uid).where(_RECEIPT.c.uid.in_(bindparam("uids", expanding=True)))
_LAST_MID = select(_CLIENT.c.last_mid).where(_CLIENT.c.id == bindparam("id"))
_ADD_RECEIPT, _ADD_LOG = insert(_RECEIPT), insert(_LOG)
_MOST_UIDS = 500


class Receipts:
    """What one transaction adds to that memory; `write` puts it down."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last_mids: dict[str, int] = {}
        self._receipts: list[dict[str, Any]] = []
        self._log: list[dict[str, Any]] = []

    def next_mid(self, client_id: str) -> int:
        """Return the number of the client's next mutation."""
        if client_id not in self._last_mids:
            self._last_mids[client_id] = self._connection.scalar(_LAST_MID, {"id": client_id}) or 0
        return self._last_mids[client_id] + 1

    def add(self, mutation: Mutation, result: Result, *, client_id: str, actor_id: str, now: int) -> None:
        """Remember what was decided on `mutation`; an applied one gets its line in the log of commits."""
        self._last_mids[client_id] = result.mid
        row = {"client_id": client_id, "mid": result.mid, "uid": result.uid, "hash": mutation.hash()}
        row |= {
            "status": result.status.value,
            "code": result.code,
            "params": canonical_json(dict(result.params)),
        }
        self._receipts.append({**row, "ver": result.ver})
        if result.status is Outcome.APPLIED:
            line = {"ver": result.ver, "tag": secrets.randbits(63), "at": now, "actor": actor_id}
            self._log.append({**line, "client_id": client_id, "mid": result.mid})

    def write(self, now: int) -> None:
        """Put everything down."""
        if self._log:
            self._connection.execute(_ADD_LOG, self._log)
        if self._receipts:
            self._connection.execute(_ADD_RECEIPT, self._receipts)
            clients = [
                {"id": client_id, "last_mid": mid, "seen_at": now, "agent_id": "", "app": ""}
                for client_id, mid in self._last_mids.items()
            ]
            self._connection.execute(_save_clients(self._connection.dialect.name), clients)


def known_result(connection: Connection, uid: str) -> Result | None:
    """Return what was decided on a mutation, None when it never came."""
    row = connection.execute(_KNOWN, {"uid": uid}).first()
    if row is None:
        return None
    params = tuple(sorted(json.loads(row.params).items()))
    return Result(uid=uid, mid=row.mid, status=Outcome(row.status), code=row.code, params=params, ver=row.ver)


def known_uids(connection: Connection, uids: Iterable[str]) -> set[str]:
    """Return those of the mutations that were decided already."""
    asked, known = list(uids), set[str]()
    for start in range(0, len(asked), _MOST_UIDS):
        known.update(connection.scalars(_KNOWN_UIDS, {"uids": asked[start : start + _MOST_UIDS]}))
    return known


@functools.cache
def _save_clients(dialect: str) -> Insert:
    return upsert(_CLIENT, dialect)
