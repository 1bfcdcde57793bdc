"""Is all decided once that a team's desks had said was kept, and do all hold the same? Asked when it is quiet."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from kanbandesk.models.files import FileFolder
from kanbandesk.models.rows import SETTINGS, setting
from kanbandesk.models.statements import sql_for
from kanbandesk.protocol import Outcome, PullAnswer, PullRequest, PushAnswer, PushRequest, mutation_of
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.core.timers import due_submissions
from kanbandesk.server.moving.attachments import contents_in, count_missing, is_whole
from kanbandesk.server.moving.snapshot import reading_from, take_snapshot
from kanbandesk.server.moving.soundness import flaws
from kanbandesk.server.places import FILES, system_clock
from kanbandesk.simulate import oracles
from kanbandesk.simulate.desks import Fate, SimDesk
from kanbandesk.simulate.work import Chance
from kanbandesk.sync.transport import HttpTransport
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.commands import SaveProcess
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.process import Process
from tests.end_to_end.kill_check import BROKEN, DOUBLE, LOST, Fault, has_left_its_mark
from tests.end_to_end.kill_session import Expected, Told
from tests.end_to_end.team_children import pause
from tests.end_to_end.team_places import Place
from tests.end_to_end.team_session import Seat

ROUNDS = 60
"""Rounds after which desks that still have something to say or to hear are stuck."""
WOKEN_WITHIN = 40
"""Seconds of quiet after which every ticket whose moment has come is awake: the lease of a dead leader takes ten."""
_AWAY = "the database did not answer: OperationalError"
_SORTS = {"is nowhere": LOST, "twice": DOUBLE}


class HttpHouse:
    """The running server, as the oracles ask it: everybody by a session of their own."""

    def __init__(self, seats: Sequence[Seat], path: Path) -> None:
        self.path, self.clock = path, system_clock
        self._ways = {seat.agent_id: HttpTransport(seat.url, seat.token) for seat in seats}

    def push(self, agent_id: str, request: PushRequest) -> Future[PushAnswer]:
        """Bring mutations."""
        answer: Future[PushAnswer] = Future()
        answer.set_result(self._ways[agent_id].push(request))
        return answer

    def pull(self, agent_id: str, request: PullRequest) -> PullAnswer | None:
        """Ask for a page."""
        return self._ways[agent_id].pull(request)

    def subscribe(self, listener: object) -> object:
        """Nobody waits here."""
        del listener
        return lambda: None

    def close(self) -> None:
        """Hang up."""
        for way in self._ways.values():
            way.close()


def quiet_faults(
    place: Place, seats: Sequence[Seat], expected: Sequence[Expected], folder: Path
) -> list[Fault]:
    """Let the desks' files come level with the server over the network, and return all that is wrong then."""
    snapshot = folder / "snapshot.db"
    house = HttpHouse(seats, snapshot)
    desks: list[SimDesk] = []
    try:
        for seat, said in zip(seats, expected, strict=True):
            desk = SimDesk(seat.folder, seat.agent_id, house, Chance(0), clock=system_clock, fate=Fate())  # type: ignore[arg-type]
            desk.accepted = _accepted(said)
            desks.append(desk)
            desk.ask_for_sums()
        if not _come_level(desks):
            states = [str(desk.core.state()) for desk in desks]
            return [(BROKEN, f"the desks never came to rest: {states}")]
        database = place.open()
        take_snapshot(database, snapshot)
        database.close()
        found = [(BROKEN, flaw) for flaw in flaws(snapshot)]
        found += _files(snapshot, place.home / FILES)
        found += [(_sort(text), text) for text in oracles.violations(house, desks, folder)]
        with closing(sqlite3.connect(snapshot)) as server:
            for desk, said in zip(desks, expected, strict=True):
                found += _told_truly(server, desk, said)
        return found
    finally:
        for desk in desks:
            desk.close()
        house.close()


def wait_for_wakes(place: Place) -> list[Fault]:
    """Wait until the timers have done all that is due, whoever of the leaders died over it."""
    until = time.monotonic() + WOKEN_WITHIN
    while due := _count_due(place):
        if time.monotonic() > until:
            return [(BROKEN, f"{due} tickets were not woken")]
        pause(0.5)
    return []


def stop_timers(place: Place) -> None:
    """Switch the timers off, as an administrator does: from then on nothing happens that nobody does (C9)."""
    database = place.open()
    server = TeamServer(database, system_clock, FileFolder(place.home / FILES))
    with database.reading() as connection:
        text: str = connection.scalars(
            sql_for(connection.dialect.name).settings.one, {"of_kind": SETTINGS[Process], "id": "default"}
        ).one()
    command = SaveProcess(process=replace(setting(Process, text), are_timers_on=False))
    mutation = mutation_of(command, uid=new_id(), at=system_clock())
    actor = Submission(mutation=mutation, client_id="checker", actor_kind=Role.SYSTEM, command=command)
    if server.submit(actor).result().status is not Outcome.APPLIED:
        raise AssertionError("the timers were not switched off")
    database.close()


def _count_due(place: Place) -> int:
    database = place.open()
    with database.reading() as connection:
        due = len(due_submissions(connection, system_clock()))
    database.close()
    return due


def complaints(log: Path, *, is_without_database: bool) -> list[Fault]:
    """Return what a process logged as an error: neither its own death nor anybody else's may be one.

    That the database was away may be said where it was.
    """
    text = log.read_text(errors="replace") if log.exists() else ""
    marks = ("ERROR", "CRITICAL", "Traceback")
    lines = [line for line in text.splitlines() if any(mark in line for mark in marks)]
    if is_without_database:
        lines = [line for line in lines if _AWAY not in line]
    return [(BROKEN, f"{log.name}: {line[:2_000]}") for line in lines[:3]]


def _files(snapshot: Path, files: Path) -> Iterator[Fault]:
    """Every attachment has its content on the server, whole."""
    with reading_from(snapshot) as connection:
        if missing := count_missing(connection, files):
            yield LOST, f"{missing} attachments have no content"
    yield from (
        (BROKEN, f"the file {sha256} is not what it says")
        for sha256, path in contents_in(files)
        if not is_whole(sha256, path)
    )


def _come_level(desks: Sequence[SimDesk]) -> bool:
    """Push and pull until nobody has anything to say or to hear; False when that does not come."""
    for _ in range(ROUNDS):
        is_busy = False
        for desk in desks:
            while desk.push():
                is_busy = True
            while desk.pull_page():
                is_busy = True
        if not is_busy and not any(desk.core.state().pending for desk in desks):
            return True
    return False


def _accepted(said: Expected) -> dict[str, c.Command]:
    """Return what the person was told is kept."""
    return {
        uid: decode(c.REGISTRY[told.name], told.args) for uid, told in said.told.items() if told.is_applied
    }


def _told_truly(server: sqlite3.Connection, desk: SimDesk, said: Expected) -> Iterator[Fault]:
    """What was applied has left its words; what was refused lies in the tray of its desk, and nothing else does."""
    tray = {one.uid for one in desk.core.returned()}
    verdicts = dict(server.execute("SELECT uid, status FROM receipt WHERE status <> 'duplicate'"))
    for uid, told in said.told.items():
        verdict = verdicts.get(uid)
        if verdict == "rejected" and told.is_applied and uid not in tray:
            yield LOST, f"{told.name} {uid} was refused, and is not in the tray of {desk.agent_id}"
        elif verdict in ("applied", "merged"):
            if uid in tray or not told.is_applied:
                yield BROKEN, f"{told.name} {uid} was {verdict}, and its person was told that it is refused"
            elif not (_was_undone(server, told) or has_left_its_mark(server, uid, told.args)):
                yield LOST, f"what {told.name} {uid} did: {told.args}"


def _was_undone(server: sqlite3.Connection, told: Told) -> bool:
    """Tell whether a command was about a ticket whose creation somebody took back; or about none at all."""
    ticket_id = told.args.get("ticket_id")
    undone = "SELECT 1 FROM event WHERE ticket_id = ? AND fact LIKE '%\"change_undone\"%'"
    is_gone = not server.execute("SELECT 1 FROM ticket WHERE id = ?", (ticket_id,)).fetchone()
    return ticket_id is None or (is_gone and server.execute(undone, (ticket_id,)).fetchone() is not None)


def _sort(text: str) -> str:
    return next((sort for words, sort in _SORTS.items() if words in text), BROKEN)
