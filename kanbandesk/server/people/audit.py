"""The trail of what administrators and sign-ins did: each line holds the hash of the one before it.

Whoever changes or takes out a line breaks the chain from there on. The chain's last hash, kept elsewhere (each is
logged), tells even that the end was cut off. No line holds a password, a token or what people wrote.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select

from kanbandesk.models.base import table_of
from kanbandesk.models.team import Audit
from kanbandesk.workflow.codec import canonical_json

log = logging.getLogger(__name__)

_TABLE = table_of(Audit)
_LAST = select(_TABLE.c.seq, _TABLE.c.hash).order_by(_TABLE.c.seq.desc()).limit(1)
_ALL = select(_TABLE).order_by(_TABLE.c.seq)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reading the whole trail showed: its length and last hash, and the first line that does not fit (0: none)."""

    lines: int
    last_hash: str
    broken_at: int = 0


def record(
    connection: Connection, *, at: int, actor_id: str, action: str, subject: str = "", **details: str | int
) -> None:
    """Add a line within the caller's transaction; `actor_id` is empty for the machine's own administrator."""
    if connection.dialect.name == "postgresql":
        # Two processes must not build on the same line; SQLite has one writer anyway.
        connection.exec_driver_sql("LOCK TABLE audit IN SHARE ROW EXCLUSIVE MODE")
    last = connection.execute(_LAST).first()
    before = "" if last is None else last.hash
    line = {
        "seq": 1 if last is None else last.seq + 1,
        "at": at,
        "actor_id": actor_id,
        "action": action,
        "subject": subject,
        "details": canonical_json(details),
        "before_hash": before,
    }
    connection.execute(insert(_TABLE), {**line, "hash": _hash(line)})
    log.info("audit %s %s", line["seq"], _hash(line), extra={"action": action, "actor_id": actor_id})


def verify(connection: Connection) -> Verdict:
    """Read the whole trail."""
    lines, before = 0, ""
    for row in connection.execute(_ALL):
        line = dict(row._mapping)
        told = line.pop("hash")
        lines += 1
        if row.seq != lines or row.before_hash != before or told != _hash(line):
            return Verdict(lines, before, row.seq)
        before = told
    return Verdict(lines, before)


def _hash(line: dict[str, str | int]) -> str:
    return hashlib.sha256(canonical_json(line).encode()).hexdigest()
