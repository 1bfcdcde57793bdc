"""What must hold when all is quiet (sync.md, 2): looked at in the files, by other ways than the code goes.

1 every replica equals the server's view of its person · 2 nothing acknowledged is lost, nothing is done twice ·
6 numbers are given once · 8 a replica equals a fresh bootstrap, its search index too · 9 nothing of a lost board
is left · 17 nobody is stuck.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Protocol

from kanbandesk.protocol import PullAnswer, PullRequest
from kanbandesk.simulate.desks import SimDesk
from kanbandesk.sync.core import DeskCore

TABLES = ("ticket", "message", "attachment", "event", "link", "agent", "client", "contact", "setting")


class Served(Protocol):
    """A server at rest: `path` is its SQLite file, or a copy of its rows in one."""

    path: Path
    clock: Callable[[], int]

    def pull(self, agent_id: str, request: PullRequest) -> PullAnswer | None:
        """Return a page."""
        ...


def violations(house: Served, desks: Sequence[SimDesk], folder: Path) -> list[str]:
    """Return what does not hold, in words."""
    with closing(sqlite3.connect(house.path)) as server:
        return [
            *_server_is_sound(server),
            *_nothing_is_lost(server, desks),
            *(
                one
                for place, desk in enumerate(desks)
                for one in _replica_is_right(house, server, desk, folder / f"fresh-{place}")
            ),
        ]


def _server_is_sound(server: sqlite3.Connection) -> Iterator[str]:
    for (count,) in server.execute("SELECT count(*) FROM dead_letter"):
        if count:
            yield f"{count} mutations failed by a fault of the program"
    twice = "SELECT uid FROM receipt WHERE status <> 'duplicate' GROUP BY uid HAVING count(*) > 1"
    yield from (f"mutation {uid} was decided twice" for (uid,) in server.execute(twice))
    numbers = "SELECT number FROM ticket GROUP BY number HAVING count(*) > 1"
    yield from (f"number {number} was given twice" for (number,) in server.execute(numbers))
    unmade = (
        "SELECT m.uid FROM receipt m WHERE m.status IN ('applied', 'merged')"
        " AND NOT EXISTS (SELECT 1 FROM commit_log c WHERE c.ver = m.ver) AND m.ver > (SELECT horizon FROM sync_head)"
    )
    yield from (f"mutation {uid} is acknowledged and in no commit" for (uid,) in server.execute(unmade))


def _nothing_is_lost(server: sqlite3.Connection, desks: Sequence[SimDesk]) -> Iterator[str]:
    decided = {uid for (uid,) in server.execute("SELECT uid FROM receipt")}
    for desk in desks:
        back = {one.uid for one in desk.core.returned()}
        for uid, command in desk.accepted.items():
            if uid not in decided | back | desk.settled_by_hand:
                yield f"{command.name} {uid} of {desk.agent_id} was kept, and is nowhere"


def _replica_is_right(
    house: Served, server: sqlite3.Connection, desk: SimDesk, folder: Path
) -> Iterator[str]:
    with closing(sqlite3.connect(desk.core.replica_path)) as replica:
        yield from _replica_is_the_servers(server, replica, desk.agent_id)
        yield from _equals_a_bootstrap(house, replica, desk.agent_id, folder)


def _replica_is_the_servers(
    server: sqlite3.Connection, replica: sqlite3.Connection, agent_id: str
) -> Iterator[str]:
    """Every row is the server's byte for byte; every open ticket of a visible board is there, and no other board's."""
    boards = {}
    for board_id, data in server.execute("SELECT id, data FROM setting WHERE kind = 'board'"):
        members = json.loads(data).get("member_ids", ())
        boards[board_id] = not members or agent_id in members
    for table in TABLES:
        for row in set(_rows(replica, table)) - set(_rows(server, table)):
            yield f"{agent_id} holds a row of {table} that the server has not: {row[:4]}"
    held = dict(replica.execute("SELECT id, board_id FROM ticket"))
    yield from (
        f"{agent_id} still holds ticket {one} of board {board}"
        for one, board in held.items()
        if not boards[board]
    )
    open_ones = server.execute("SELECT id, board_id FROM ticket WHERE closed_at IS NULL")
    yield from (
        f"{agent_id} lacks the open ticket {one}"
        for one, board in open_ones
        if boards[board] and one not in held
    )
    for (count,) in replica.execute("SELECT count(*) FROM shadow"):
        if count:
            yield f"{agent_id} has {count} shadows with nothing pending"


def _equals_a_bootstrap(
    house: Served, replica: sqlite3.Connection, agent_id: str, folder: Path
) -> Iterator[str]:
    """A desk that has come to rest holds what a new one of the same person and with the same wishes would."""
    folder.mkdir()
    fresh = DeskCore(folder, agent_id=agent_id, clock=house.clock)
    wishes = [str(one) for (one,) in replica.execute("SELECT ticket_id FROM wanted ORDER BY turn")]
    try:
        for ticket_id in wishes:
            fresh.want(ticket_id)
        _pull_all(house, agent_id, fresh)
        with closing(sqlite3.connect(fresh.replica_path)) as new:
            yield from _differences(replica, new, agent_id)
    finally:
        fresh.close()


def _differences(replica: sqlite3.Connection, new: sqlite3.Connection, agent_id: str) -> Iterator[str]:
    for table in (*TABLES, "row_group"):
        mine, theirs = (
            set(connection.execute(f"SELECT * FROM {table}"))  # noqa: S608 - our own words
            for connection in (replica, new)
        )
        if mine != theirs:
            odd = min(mine ^ theirs, key=repr)
            yield f"{table} of {agent_id} is not as after a bootstrap: {str(odd)[:200]}"
    mine, theirs = (_found_words(connection) for connection in (replica, new))
    if mine != theirs:
        odd = min(mine ^ theirs, key=repr)
        mine, theirs = ({one for one in words if one[0] == odd[0]} for words in (mine, theirs))
        yield f"the search index of {agent_id} holds {mine}, after a bootstrap {theirs}"


def _found_words(connection: sqlite3.Connection) -> set[tuple[object, ...]]:
    """Return what the search index holds; in which order the messages came into it means nothing."""
    index = connection.execute("SELECT rowid, title, coalesce(body, '') FROM search")
    return {(number, title, *sorted(str(body).splitlines())) for number, title, body in index}


def _pull_all(house: Served, agent_id: str, core: DeskCore) -> None:
    """Pull until there is nothing more: one's own tickets are known, and their stories wanted, after the first."""
    while (answer := house.pull(agent_id, core.next_pull())) is not None:
        if core.stage(answer):
            core.apply()


def _rows(connection: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    names = ", ".join(f'"{name}"' for name in sorted(columns))
    return connection.execute(f"SELECT {names} FROM {table}")  # noqa: S608 - our own words
