"""Sums over the rows of each group, by which a desk finds out that its copy is not what it should be."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, func, select

from kanbandesk.server.core.membership import MEMBER

_SUMS = (
    select(MEMBER.c.grp, func.count(), func.sum(MEMBER.c.hash))
    .where(MEMBER.c.grp.in_(bindparam("grps", expanding=True)), MEMBER.c.is_live)
    .group_by(MEMBER.c.grp)
)


def digest(connection: Connection, groups: Iterable[str]) -> dict[str, tuple[int, int]]:
    """Return for each group the number of its live rows and the sum of their hashes; (0, 0) for an empty one."""
    asked = list(groups)
    sums = dict.fromkeys(asked, (0, 0))
    for group, count, total in connection.execute(_SUMS, {"grps": asked}):
        sums[group] = (count, int(total))
    return sums
