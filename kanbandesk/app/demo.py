"""The demo board: a home in which the story of `exchange.demo` was played through the ledger, act by act.

Each command is given by its own person at its own moment, so clocks, dues and history are the rulebook's own.
"""

from __future__ import annotations

import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kanbandesk.app.homes import BOARD, DEMO_MARK, FILES, LOCK, Home, system_now
from kanbandesk.app.locks import FileLock
from kanbandesk.exchange.demo import BEGAN_AGO, MY_NAME, WORKPLACE, Act, Story, tell_story
from kanbandesk.models.boardfile import open_for_reading, read_meta
from kanbandesk.models.engine import engine_over, open_for_writing
from kanbandesk.models.faults import Fault
from kanbandesk.models.files import FileFolder
from kanbandesk.protocol import Outcome, mutation_of
from kanbandesk.server.core.ledger import Ledger, Submission

CLIENT_ID = "demo"


class NoDemo(Fault):
    """The home is nobody's demo: it is not thrown away."""

    words = "{path} is not a demo board; it was left untouched. Name another folder, or leave --fresh out."


class StoryRefused(Exception):
    """The rules refuse an act of the story: the demo's files and the rulebook have come apart."""


def create_demo(path: Path, now: int | None = None) -> Home:
    """Make a home with the demo board at `path` and open it: whole, or not at all.

    Ages are those of `now` (UTC ms), the computer's clock when omitted. Raises Occupied when the folder holds anything.
    """
    present = system_now() if now is None else now
    return Home.create(
        path,
        name=WORKPLACE,
        me=MY_NAME,
        has_timers=False,  # it shows every state at once: draws and escalations would tidy it up before anybody looks
        began_at=present - BEGAN_AGO,
        furnish=lambda folder: _furnish(folder, present),
    )


def renew_demo(path: Path) -> Home:
    """Make the demo board at `path` anew, throwing the old one away once that is done.

    NoDemo or InUse when that must not be.
    """
    if not is_demo(path):
        raise NoDemo(path)
    FileLock.take(path / LOCK).release()
    old = path.with_name(f".{path.name}.{secrets.token_hex(4)}.old")
    with ExitStack() as putting_back:
        path.rename(old)
        putting_back.callback(old.rename, path)
        home = create_demo(path)
        putting_back.pop_all()  # it is not needed any more
    shutil.rmtree(old, ignore_errors=True)
    return home


def is_demo(path: Path) -> bool:
    """Tell whether the home at `path` was made as a demo."""
    with closing(open_for_reading(path / BOARD)) as connection:
        return DEMO_MARK in read_meta(connection)


def _furnish(folder: Path, now: int) -> None:
    with closing(open_for_reading(folder / BOARD)) as connection:
        me_id = read_meta(connection)["me"]
    story = tell_story(now, me_id)
    _keep_files(folder / FILES, story)
    with _hasty(folder / BOARD) as connection:
        _play(connection, story)
        connection.execute("INSERT INTO meta VALUES (?, ?)", (DEMO_MARK, str(now)))


@contextmanager
def _hasty(path: Path) -> Iterator[sqlite3.Connection]:
    """Lend a writing connection that waits for the disk only once, at the end: the home is not anybody's before."""
    with closing(open_for_writing(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        yield connection
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _play(connection: sqlite3.Connection, story: Story) -> None:
    """Give the story's commands, each at its own moment: the ledger's clock stands where the act does."""
    present = story.acts[0].at
    ledger = Ledger(engine_over(connection), lambda: present)
    for act in story.acts:
        present = act.at
        (result,) = ledger.apply([_submission(act)])
        if result.status is not Outcome.APPLIED:
            raise StoryRefused(f"{act.command.name} by {act.actor_id}: {result.code} {dict(result.params)}")


def _submission(act: Act) -> Submission:
    return Submission(
        mutation=mutation_of(act.command, uid=act.uid, at=act.at),
        client_id=CLIENT_ID,
        actor_kind=act.actor_kind,
        actor_id=act.actor_id,
        command=act.command,
    )


def _keep_files(folder: Path, story: Story) -> None:
    """Put the attachments' contents into the home's folder of files."""
    kept = FileFolder(folder)
    with TemporaryDirectory() as desk:
        for sha256, content in story.files.items():
            source = Path(desk) / sha256
            source.write_bytes(content)
            kept.keep(source)
