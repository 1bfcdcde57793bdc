"""What a killed desk was doing: a person's seeded work at the desk of a team, over HTTP.

Each command is written down before it is submitted, and again when its receipt has come, as in `kill_session`.
"""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from pathlib import Path

from kanbandesk.simulate.house import IDS
from kanbandesk.simulate.work import Chance, draw_command
from kanbandesk.sync.desk import Place, TeamDesk
from kanbandesk.sync.transport import HttpTransport
from kanbandesk.workflow import commands as c
from kanbandesk.workflow.cards import Changes, Receipt
from kanbandesk.workflow.codec import decode, encode
from kanbandesk.workflow.team import SyncStatus
from tests.end_to_end.kill_session import Expected, Record

LATELY = 12
"""Commands of one's own that somebody thinks of undoing."""
MOST_PENDING = 40
"""Commands without a verdict from which on a person waits, so that the quiet in the end is not all there is."""
ATTACHING = 0.03
"""Share of the commands that attach a file."""
SOON = (300, 4_000)
"""Milliseconds after which some of the postponed tickets wake."""


@dataclass(frozen=True)
class Seat:
    """One desk: its folder, whose it is, and the way to the server. The records of its lives lie beside it."""

    folder: Path
    agent_id: str
    token: str
    url: str

    @property
    def record(self) -> Path:
        """The file of what its program said."""
        return self.folder.with_suffix(".record")

    @property
    def log(self) -> Path:
        """The file of what it complained of."""
        return self.folder.with_suffix(".log")

    def open(self) -> TeamDesk:
        """Open what a killed program has left behind."""
        self.folder.mkdir(exist_ok=True)
        place = Place(folder=self.folder, agent_id=self.agent_id, workspace="Support")
        return TeamDesk(place, lambda: HttpTransport(self.url, self.token))


class Worker:
    """A person at work until the end comes."""

    def __init__(self, desk: TeamDesk, record: Record, seed: str, scratch: Path) -> None:
        self._desk, self._record, self._chance = desk, record, Chance(seed)
        self._scratch = scratch
        self._tickets: dict[str, None] = {}
        self._uids: deque[str] = deque(maxlen=LATELY)
        self._news = threading.Event()
        desk.subscribe(self._look)
        self._tickets.update(dict.fromkeys(card.id for card in desk.board().result().cards))

    def _look(self, changes: Changes) -> None:
        self._tickets.update(dict.fromkeys(card.id for card in changes.cards))
        self._news.set()

    def work(self, rounds: int | None = None) -> None:
        """Work, for ever if need be: now one command, now several at once."""
        for _ in itertools.count() if rounds is None else range(rounds):
            given = [self._do() for _ in range(self._chance.choice((1, 1, 1, 3, 8)))]
            wait(given, timeout=self._chance.uniform(0.0, 0.1))  # without a server some have no receipt yet
            self._news.wait(self._chance.uniform(0.0, 0.2))  # a moment's thought, or until the board changes
            self._news.clear()
            while self._desk.team.status().pending > MOST_PENDING:
                wait([self._desk.team.settled()], timeout=1)

    def _do(self) -> Future[Receipt]:
        chance, uid = self._chance, self._chance.uid()
        command = draw_command(chance, list(self._tickets)[-40:], list(self._uids), IDS, self._desk.now())
        if isinstance(command, c.PostponeTicket) and chance.falls(0.7):
            command = c.PostponeTicket(
                ticket_id=command.ticket_id, wake_at=self._desk.now() + chance.randint(*SOON)
            )
        if isinstance(command, c.AddAttachment):  # drawn without a content
            command = self._attachment(command.ticket_id)
        elif chance.falls(ATTACHING) and self._tickets:
            command = self._attachment(chance.choice(list(self._tickets)))
        self._uids.append(uid)
        if chance.falls(0.05) and self._tickets:
            self._desk.ticket(chance.choice(list(self._tickets)))
        return submit(self._desk, self._record, uid, command)

    def _attachment(self, ticket_id: str) -> c.Command:
        """Keep a file and return the command that attaches it."""
        source = self._scratch / "attachment.txt"
        source.write_text(f"{self._chance.uid()} {self._chance.words()} " * self._chance.randint(1, 4_000))
        sha256, size = self._desk.keep_file(source).result()
        return c.AddAttachment(
            ticket_id=ticket_id,
            attachment_id=self._chance.uid(),
            file_name="log.txt",
            size=size,
            media_type="text/plain",
            sha256=sha256,
        )


def submit(desk: TeamDesk, record: Record, uid: str, command: c.Command) -> Future[Receipt]:
    """Write down, submit, and write down the receipt when it comes."""
    record.write("submitted", uid=uid, command={"name": command.name, "args": encode(command)})
    future = desk.submit(command, uid)

    def came(done: Future[Receipt]) -> None:
        if done.exception() is None:  # else the desk was closed: there is no receipt
            receipt = done.result()
            record.write("receipt", uid=uid, is_applied=receipt.is_applied, code=receipt.code)

    future.add_done_callback(came)
    return future


def submit_again(desk: TeamDesk, record: Record, expected: Expected) -> list[Future[Receipt]]:
    """Submit with the same uids all that never got a receipt."""
    return [
        submit(desk, record, uid, decode(c.REGISTRY[carried["name"]], carried["args"]))
        for uid, carried in list(expected.open.items())
    ]


def work(seat: Seat, expected: Expected, seed: str) -> int:
    """Be a desk at which somebody works for ever."""
    desk = seat.open()
    desk.warm_up()
    record = Record(seat.record)
    desk.team.watch_status(_telling(record))
    worker = Worker(desk, record, seed, seat.folder)
    submit_again(desk, record, expected)
    sys.stdout.write("works\n")  # heard by the parent
    sys.stdout.flush()
    worker.work()
    return 0


def _telling(record: Record) -> Callable[[SyncStatus], None]:
    """Write down how the desk stands with the server, whenever that changes."""
    last = ""

    def tell(status: SyncStatus) -> None:
        nonlocal last
        if status.connection != last:
            last = status.connection
            record.write("connection", is_=status.connection, code=status.code, at=time.time())

    return tell


def settle(seat: Seat, expected: Expected) -> int:
    """Be a desk that does nothing more, until the server has decided all of its commands."""
    desk = seat.open()
    record = Record(seat.record)
    desk.team.watch_status(_telling(record))
    desk.board().result()
    given = submit_again(desk, record, expected)
    desk.team.settled().result()
    wait(given)
    desk.team.settled().result()
    desk.close()
    return 0
