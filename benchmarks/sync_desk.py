"""One desk without a window against a real server: its first pull, its return after an absence, its full outbox."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from benchmarks.server_home import Member
from benchmarks.server_wire import LightDesk
from kanbandesk.protocol import MOST_MUTATIONS
from kanbandesk.sync.desk import Place, TeamDesk
from kanbandesk.sync.reach import Transport, Unreachable
from kanbandesk.sync.transport import HttpTransport
from kanbandesk.workflow.commands import ChangeTags, Command
from kanbandesk.workflow.team import Connection, SyncStatus

PATIENCE = 300
"""Seconds after which a desk counts as hung."""


class Hung(Exception):
    """A desk did not come to where it was to come."""


class Way:
    """The way from a desk to its server, closed until it is opened."""

    def __init__(self, url: str, token: str) -> None:
        self._url, self._token = url, token
        self.is_open = False

    def connect(self) -> Transport:
        """Return the transport, Unreachable while the way is closed."""
        if not self.is_open:
            raise Unreachable("the way is closed")
        return HttpTransport(self._url, self._token)


@contextmanager
def desk_of(folder: Path, member: Member, way: Way) -> Iterator[TeamDesk]:
    """Lend a member's desk in a folder."""
    folder.mkdir(exist_ok=True)
    place = Place(folder=folder, agent_id=member.agent_id, workspace="Support")
    with closing(TeamDesk(place, way.connect)) as desk:
        yield desk


def bootstrap_s(url: str, member: Member, folder: Path) -> float:
    """Return how long an empty desk takes from its opening to a board that can be shown."""
    way = Way(url, member.token)
    way.is_open = True
    with desk_of(folder, member, way) as desk:
        started = time.perf_counter()
        desk.board().result(PATIENCE)
        seconds = time.perf_counter() - started
        _wait_until_live(desk)
    return seconds


def catch_up_s(url: str, member: Member, folder: Path) -> float:
    """Return how long a desk that was away takes from its opening until it holds what it has missed."""
    way = Way(url, member.token)
    way.is_open = True
    with desk_of(folder, member, way) as desk:
        started = time.perf_counter()
        desk.warm_up()
        _wait_until_live(desk)
        return time.perf_counter() - started


def drain_s(url: str, member: Member, folder: Path, commands: Sequence[Command]) -> float:
    """Return how long it takes from the way's opening until the server has judged all that a desk has done before."""
    way = Way(url, member.token)
    with desk_of(folder, member, way) as desk:
        for receipt in [desk.submit(command) for command in commands]:
            assert receipt.result(PATIENCE).is_applied, receipt.result()
        way.is_open = True
        started = time.perf_counter()
        desk.team.sync_now()
        desk.team.settled().result(PATIENCE)
        seconds = time.perf_counter() - started
        assert not desk.team.returned().result(PATIENCE), "the server refused some of it"
        return seconds


async def change(url: str, member: Member, ticket_ids: Sequence[str]) -> None:
    """Change tickets at the server, each in a mutation of its own."""
    desk = await LightDesk.to(url, member)
    commands = [ChangeTags(ticket_id=ticket_id, add=("missed",)) for ticket_id in ticket_ids]
    for start in range(0, len(commands), MOST_MUTATIONS):
        await desk.push(itertools.islice(commands, start, start + MOST_MUTATIONS))
    await desk.close()


def _wait_until_live(desk: TeamDesk) -> None:
    live = threading.Event()

    def look(status: SyncStatus) -> None:
        if status.connection is Connection.LIVE:
            live.set()

    desk.team.watch_status(look)
    look(desk.team.status())
    if not live.wait(PATIENCE):
        raise Hung(str(desk.team.status()))
