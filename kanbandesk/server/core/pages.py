"""One page of a pull, read from the database: every group in the order of (version, kind, id), from a point on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, or_, select, tuple_

from kanbandesk.protocol import story_group
from kanbandesk.server.core.contents import contents
from kanbandesk.server.core.membership import MEMBER, holders
from kanbandesk.server.core.recent import Change

Point = tuple[int, str, str]
NOWHERE: Final[Point] = (-1, "", "")
_ALL: Final = -1
_STORY: Final = story_group("")
_KEY: Final = (MEMBER.c.ver, MEMBER.c.kind, MEMBER.c.id)


def _page(of_groups: Any) -> Select[Any]:
    """Ask for the lines of groups behind a point: live ones, and tombstones of versions after `dead_after`.

    Distinct: a link is a line of two stories, and a page that counted it twice would take itself for the last.
    """
    behind = tuple_(bindparam("ver"), bindparam("kind"), bindparam("id"))
    is_told = or_(MEMBER.c.is_live, MEMBER.c.ver > bindparam("dead_after"))
    return (
        select(*_KEY)
        .distinct()
        .where(of_groups, tuple_(*_KEY) > behind, is_told)
        .order_by(*_KEY)
        .limit(bindparam("most"))
    )


_OF_ONE: Final = _page(MEMBER.c.grp == bindparam("grp"))
_OF_MANY: Final = _page(MEMBER.c.grp.in_(bindparam("grps", expanding=True)))


@dataclass(frozen=True, slots=True)
class Span:
    """What a pull reads: of the groups that the desk holds what came after `after`, of the new ones all that lives.

    A row may die in a new group while its pages are read: those tombstones are told that are younger than `start`.
    """

    held: frozenset[str]
    new: frozenset[str]
    after: int
    start: int


def read_page(connection: Connection, span: Span, behind: Point, most: int) -> list[Change]:
    """Return the first `most` changes of a span behind a point."""
    keys: set[Point] = set()
    held_from = max(behind, (span.after + 1, "", ""))
    for groups, point, dead_after in ((span.held, held_from, _ALL), (span.new, behind, span.start)):
        asked = {"ver": point[0], "kind": point[1], "id": point[2], "dead_after": dead_after, "most": most}
        keys.update(_keys(connection, groups, asked))
    return _with_rows(connection, sorted(keys)[:most], span.held | span.new)


def _keys(connection: Connection, groups: Iterable[str], asked: dict[str, Any]) -> set[Point]:
    """Ask wide groups one by one, along the index, and the many small stories together."""
    keys: set[Point] = set()
    stories = []
    for group in groups:
        if group.startswith(_STORY):
            stories.append(group)
        else:
            keys.update(_points(connection, _OF_ONE, asked | {"grp": group}))
    if stories:
        keys.update(_points(connection, _OF_MANY, asked | {"grps": stories}))
    return keys


def _points(connection: Connection, question: Select[Any], asked: dict[str, Any]) -> list[Point]:
    return [(ver, kind, row_id) for ver, kind, row_id in connection.execute(question, asked).all()]


def _with_rows(connection: Connection, keys: list[Point], granted: frozenset[str]) -> list[Change]:
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for _, kind, row_id in keys:
        ids[kind].add(row_id)
    rows = {kind: contents(connection, kind, kind_ids) for kind, kind_ids in ids.items()}
    groups = {kind: holders(connection, kind, kind_ids) for kind, kind_ids in ids.items()}
    changes = []
    for ver, kind, row_id in keys:
        held = tuple(sorted(granted.intersection(groups[kind].get(row_id, ()))))
        changes.append(Change(ver, kind, row_id, held, rows[kind].get(row_id) if held else None))
    return changes
