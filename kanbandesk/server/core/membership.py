"""Which row belongs to which group, kept with every mutation: the feed is read from these lines alone.

A row has one line for each group that ever held it; a dead one is a tombstone, which tells a desk to let go.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, Final, cast

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import SyncHead
from kanbandesk.models.store import Store
from kanbandesk.models.team import Member
from kanbandesk.protocol import row_hasher
from kanbandesk.server.core.contents import chunks, columns_of
from kanbandesk.server.core.groups import KINDS, WORDS, Row, groups_of, is_in_window
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.records import Notification, Rating, Violation
from kanbandesk.workflow.tickets import Ticket

MEMBER: Final = table_of(Member)
_LASTING: Final = frozenset({Event, Violation, Rating, Notification})
"""Kinds whose rows stay in the groups into which they came."""
_HEAD: Final = table_of(SyncHead)
_HOLDERS: Final = select(MEMBER.c.id, MEMBER.c.grp).where(
    MEMBER.c.kind == bindparam("of_kind"), MEMBER.c.id.in_(bindparam("ids", expanding=True)), MEMBER.c.is_live
)
_RETIRE: Final = (
    update(MEMBER)
    .where(
        MEMBER.c.kind == bindparam("of_kind"),
        MEMBER.c.id == bindparam("of_id"),
        MEMBER.c.is_live,
        MEMBER.c.ver < bindparam("at_ver"),
    )
    .values(is_live=False, hash=0, ver=bindparam("at_ver"))
)


def record(store: Store, ver: int) -> None:
    """Write the lines of all rows that a mutation wrote, which `store` has flushed, at the mutation's version.

    Every group that holds a row now gets its line at `ver`; a live line that is older is of a group that has lost it.
    """
    now = store.context.now
    held: list[dict[str, Any]] = []
    moved: list[dict[str, Any]] = []
    for kind, rows in store.rows.items():
        for row_id, row in rows.items():
            if row is not None:
                held += _lines(kind, row, ver, now)
            if not _stays(store, kind, row, now):
                moved.append({"of_kind": WORDS[kind], "of_id": row_id, "at_ver": ver})
    if held:
        store.shelf.put(MEMBER, held)
    if moved:
        store.shelf.behind(_RETIRE, moved)


def holders(connection: Connection, word: str, ids: Iterable[str]) -> dict[str, set[str]]:
    """Return the groups that hold each of the rows of a kind, by id; a row that none holds is left out."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for row_id, group in connection.execute(_HOLDERS, {"of_kind": word, "ids": list(ids)}).all():
        groups[row_id].add(group)
    return groups


def rebuild_members(connection: Connection) -> None:
    """Make all lines anew from the rows, without tombstones: for a board that becomes a team's, and for a restore.

    What desks have pulled before is of no use then: the horizon moves up to the head, so they begin from nothing.
    """
    now = connection.execute(_HEAD.select()).one().now
    connection.execute(delete(MEMBER))
    for lines in members_of_rows(connection, now):
        connection.execute(insert(MEMBER), lines)
    connection.execute(update(_HEAD).values(horizon=_HEAD.c.ver))
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("ANALYZE")  # the planner has no figures yet of what came in bulk


def members_of_rows(connection: Connection, now: int) -> Iterator[list[dict[str, Any]]]:
    """Yield the live lines that follow from the rows as they are, each at its row's own version."""
    for word, kind in KINDS.items():
        for rows in chunks(connection, word):
            lines = [line for row in rows for line in _lines(kind, row, row["ver"], now)]
            if lines:
                yield lines


def _stays(store: Store, kind: type[Any], row: Row | None, now: int) -> bool:
    """Tell whether a row certainly left no group: some kinds never do, most tickets stay on their board."""
    if row is None or kind is not Ticket:
        return row is not None and kind in _LASTING
    before = store.before(row["id"])
    return is_in_window(row["closed_at"], now) and (before is None or before.board_id == row["board_id"])


def _lines(kind: type[Any], row: Row, ver: int, now: int) -> list[dict[str, Any]]:
    word, hash_of = _hashing(cast("Hashable", kind))
    line = {"kind": word, "id": row["id"], "ver": ver, "is_live": True, "hash": hash_of(row)}
    return [{"grp": group, **line} for group in groups_of(kind, row, now)]


@functools.cache
def _hashing(kind: Any) -> tuple[str, Callable[[Row], int]]:
    """Return what a kind is called on the wire, and how its rows are hashed."""
    word = WORDS[kind]
    return word, row_hasher(word, columns_of(word))
