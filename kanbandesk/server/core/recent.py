"""The newest changes in memory, read once for all desks: a commit wakes every one of them with the same question.

It also keeps what the grants need: the boards, and on which board a wanted ticket is. Everything in it is as of one
version; whoever uses it holds a lock, and asks for the head inside the lock, so that no snapshot is older than this.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from typing import Final, NamedTuple

from sqlalchemy import Connection, bindparam, select

from kanbandesk.models.base import table_of
from kanbandesk.models.ledger import CommitLog, Setting, SyncHead
from kanbandesk.models.rows import SETTINGS, TABLES, setting
from kanbandesk.models.tickets import TicketRow
from kanbandesk.server.core.contents import Values, columns_of, contents
from kanbandesk.server.core.groups import granted_groups
from kanbandesk.server.core.membership import MEMBER, holders
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.tickets import Ticket

MOST: Final = 10_000
"""Changes that are kept; a desk that missed more reads the database."""
_MOST_PLACES: Final = 100_000
_MOST_GRANTS: Final = 1_000
_MOST_TOLD: Final = 50
_HEAD, _LOG, _SETTING, _TICKET = (table_of(one) for one in (SyncHead, CommitLog, Setting, TicketRow))

_READ_HEAD: Final = select(_HEAD.c.epoch, _HEAD.c.ver, _HEAD.c.horizon).where(_HEAD.c.id == 1)
_TAG: Final = select(_LOG.c.tag).where(_LOG.c.ver == bindparam("ver"))
_TAGS: Final = select(_LOG.c.ver, _LOG.c.tag).where(_LOG.c.ver >= bindparam("since"))
_CHANGED: Final = (
    select(MEMBER.c.ver, MEMBER.c.kind, MEMBER.c.id, MEMBER.c.grp)
    .where(MEMBER.c.ver > bindparam("after"))
    .limit(bindparam("count"))
)
_BOARDS: Final = select(_SETTING.c.data).where(_SETTING.c.kind == SETTINGS[Board])
_PLACES: Final = select(_TICKET.c.id, _TICKET.c.board_id).where(
    _TICKET.c.id.in_(bindparam("ids", expanding=True))
)


class HeadLine(NamedTuple):
    """The head as a pull sees it."""

    epoch: str
    ver: int
    horizon: int


class Change(NamedTuple):
    """A row that a pull tells of, in the order of its pages; `values` are None when no group holds it any more."""

    ver: int
    kind: str
    id: str
    groups: tuple[str, ...] = ()
    values: Values | None = None


_Question = tuple[int, frozenset[str], tuple[int, str, str], int]
"""What a desk asks for: after which version, of which groups, behind which point, and how much at most."""


class _Row(NamedTuple):
    ver: int
    groups: frozenset[str]
    values: Values | None


def read_head(connection: Connection) -> HeadLine:
    """Return the head in the connection's snapshot."""
    return HeadLine(*connection.execute(_READ_HEAD).one())


class Recent:
    """The changes behind `base`, up to the head."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._head = HeadLine("", -1, 0)
        self.base = -1
        self._changes: list[tuple[int, str, str, frozenset[str]]] = []
        self._rows: dict[tuple[str, str], _Row] = {}
        self._tags: dict[int, int] = {}
        self._boards: list[Board] | None = None
        self._places: dict[str, str | None] = {}
        self._grants: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
        self._told: dict[_Question, tuple[Change, ...]] = {}
        self._groups: dict[int, set[str]] = {}

    def is_ahead_of(self, head: HeadLine) -> bool:
        """Tell whether this knows more than a snapshot with that head does."""
        return self._head.epoch == head.epoch and self._head.ver > head.ver

    def come_to(self, connection: Connection, head: HeadLine) -> None:
        """Read what has been committed since, up to the snapshot of `connection`, whose head is `head`."""
        if self._head.epoch != head.epoch or not self._read_on(connection, head):
            self._begin(connection, head)
        self._head = head

    def tag(self, connection: Connection, ver: int) -> int:
        """Return the tag of a version, 0 when the log has no line for it."""
        if ver < self.base:
            return connection.scalar(_TAG, {"ver": ver}) or 0
        return self._tags.get(ver, 0)

    def granted(self, connection: Connection, agent_id: str, wants: tuple[str, ...]) -> tuple[str, ...]:
        """Return the groups that the agent may hold now; reckoned again only when a board or a place has changed."""
        found = self._grants.get((agent_id, wants))
        if found is None:
            if len(self._grants) >= _MOST_GRANTS:
                self._grants.clear()
            found = self._grants[agent_id, wants] = self._reckon_grants(connection, agent_id, wants)
        return found

    def _reckon_grants(
        self, connection: Connection, agent_id: str, wants: tuple[str, ...]
    ) -> tuple[str, ...]:
        if self._boards is None:
            self._boards = [setting(Board, text) for text in connection.scalars(_BOARDS)]
        unknown = [ticket_id for ticket_id in wants if ticket_id not in self._places]
        if unknown:
            if len(self._places) > _MOST_PLACES:
                self._places, self._grants = {}, {}
                unknown = list(wants)
            self._places.update(dict.fromkeys(unknown))
            for ticket_id, board_id in connection.execute(_PLACES, {"ids": unknown}):
                self._places[ticket_id] = board_id
        return granted_groups(agent_id, self._boards, wants, self._places.__getitem__)

    def changes(
        self, after: int, granted: frozenset[str], behind: tuple[int, str, str], most: int
    ) -> tuple[Change, ...]:
        """Return the first changes of granted groups after version `after`, behind a point; `after` is within this.

        Whoever asks the same is told the same: of the groups only those count in which something is.
        """
        key = (after, granted.intersection(self._groups_since(after)), behind, most)
        told = self._told.get(key)
        if told is None:
            if len(self._told) >= _MOST_TOLD:
                self._told.clear()
            told = self._told[key] = tuple(self._find(*key))
        return told

    def _groups_since(self, after: int) -> set[str]:
        """Return the groups that held or hold what has changed since a version."""
        groups = self._groups.get(after)
        if groups is None:
            if len(self._groups) >= _MOST_TOLD:
                self._groups.clear()
            groups = self._groups[after] = set()
            for position in range(bisect.bisect_left(self._changes, (after + 1,)), len(self._changes)):
                _, kind, row_id, touched = self._changes[position]
                groups |= touched | self._rows[kind, row_id].groups
        return groups

    def _find(
        self, after: int, granted: frozenset[str], behind: tuple[int, str, str], most: int
    ) -> list[Change]:
        newest: dict[tuple[str, str], int] = {}
        for position in range(bisect.bisect_left(self._changes, (after + 1,)), len(self._changes)):
            ver, kind, row_id, touched = self._changes[position]
            if not touched.isdisjoint(granted):
                newest[kind, row_id] = ver
        keys = sorted((ver, *key) for key, ver in newest.items() if (ver, *key) > behind)[:most]
        return [self._change(key, granted) for key in keys]

    def _change(self, key: tuple[int, str, str], granted: frozenset[str]) -> Change:
        row = self._rows[key[1:]]
        groups = tuple(sorted(row.groups & granted))
        return Change(*key, groups, row.values if groups else None)

    def _begin(self, connection: Connection, head: HeadLine) -> None:
        self._changes, self._rows = [], {}
        self._told, self._groups = {}, {}
        self._boards, self._places, self._grants = None, {}, {}
        self.base = head.ver
        self._tags = {head.ver: connection.scalar(_TAG, {"ver": head.ver}) or 0}

    def _read_on(self, connection: Connection, head: HeadLine) -> bool:
        """Take up what came after our head; False when it is too much, or of another history."""
        if head.ver == self._head.ver:
            return True
        since = self._head.ver
        tags: dict[int, int] = {row.ver: row.tag for row in connection.execute(_TAGS, {"since": since})}
        if tags.get(since, 0) != self._tags.get(since, 0):
            return False  # the database was put back to an older state, and went on from there
        found = connection.execute(_CHANGED, {"after": since, "count": self._most + 1}).all()
        if len(found) > self._most:
            return False
        self._tags.update(tags)
        touched: defaultdict[tuple[int, str, str], set[str]] = defaultdict(set)
        for ver, kind, row_id, group in found:
            touched[ver, kind, row_id].add(group)
        self._told, self._groups = {}, {}
        self._changes += [(*key, frozenset(touched[key])) for key in sorted(touched)]
        self._read_rows(connection, {(kind, row_id): ver for ver, kind, row_id in sorted(touched)})
        self._forget()
        return True

    def _read_rows(self, connection: Connection, newest: dict[tuple[str, str], int]) -> None:
        ids: defaultdict[str, list[str]] = defaultdict(list)
        for kind, row_id in newest:
            ids[kind].append(row_id)
        values = {kind: contents(connection, kind, kind_ids) for kind, kind_ids in ids.items()}
        groups = {kind: holders(connection, kind, kind_ids) for kind, kind_ids in ids.items()}
        for (kind, row_id), ver in newest.items():
            held = frozenset(groups[kind].get(row_id, ()))
            self._rows[kind, row_id] = _Row(ver, held, values[kind].get(row_id))
        self._learn(values, ids)

    def _learn(self, values: dict[str, dict[str, Values]], ids: dict[str, list[str]]) -> None:
        """Take from the rows what the grants need."""
        if SETTINGS[Board] in ids:
            self._boards, self._grants = None, {}
        word = TABLES[Ticket]
        at = columns_of(word).index("board_id")
        for ticket_id in ids.get(word, ()):
            row = values[word].get(ticket_id)
            place = None if row is None else row[at]
            if self._places.get(ticket_id) != place:
                self._grants = {}
            self._places[ticket_id] = place

    def _forget(self) -> None:
        """Let go of the oldest versions, whole, when there are more changes than are kept."""
        if len(self._changes) <= self._most:
            return
        self.base = self._changes[len(self._changes) - self._most // 2][0]
        end = bisect.bisect_left(self._changes, (self.base + 1,))
        for _, kind, row_id, _ in self._changes[:end]:
            if (row := self._rows.get((kind, row_id))) is not None and row.ver <= self.base:
                del self._rows[kind, row_id]
        del self._changes[:end]
        self._tags = {ver: tag for ver, tag in self._tags.items() if ver >= self.base}
