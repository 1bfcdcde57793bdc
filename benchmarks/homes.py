"""Homes with a population, made once and kept under `build/`; what is measured works on copies.

The finished home appears under its name only when it is whole. What was made before an interruption is kept beside it
and gone on with.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import sys
import tempfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from benchmarks import population, words
from benchmarks.machine import ROOT
from benchmarks.population import BATCH, NOW, Population
from kanbandesk.app.homes import BOARD, Home, system_now
from kanbandesk.models.migrations import versions
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.statuses import HOUR

CACHE = ROOT / "build" / "benchmarks"
UNDER_WAY = 4
"""Commands handed to the desk before the first of them is saved."""


class Refused(Exception):
    """The desk did not take a part of the population; the text is the receipt."""


def label(tickets: int) -> str:
    """Return how a size is called in figures: "10k"."""
    return f"{tickets // 1000}k" if tickets % 1000 == 0 else str(tickets)


def made_by() -> str:
    """Return what tells homes apart that other tables or another population would be found in."""
    sources = [
        *sorted(Path(versions.__path__[0]).glob("v*.py")),
        Path(population.__file__),
        Path(words.__file__),
    ]
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:8]


def populated_home(tickets: int, cache: Path = CACHE) -> Path:
    """Return the home with so many open tickets, made now unless it is there. Raises Refused."""
    path = cache / f"home-{tickets}-{made_by()}"
    if not path.exists():
        unfinished = path.with_name(f"{path.name}.part")
        fill(unfinished, tickets)
        unfinished.rename(path)
    return path


def fill(path: Path, tickets: int) -> None:
    """Bring the home at `path` to `tickets` open tickets, whatever it has already; through the desk, as all writing."""
    from kanbandesk.app.solo import SoloDesk

    if Home.exists(path):
        _switch_timers(path, is_on=False)  # it is gone on with
    home = Home.open(path) if Home.exists(path) else Home.create(path, as_of=NOW - HOUR, has_timers=False)
    people = Population(tickets, me=home.me)
    desk = SoloDesk(home)
    try:
        waiting: deque[Future[Receipt]] = deque()
        made = ticket_count(path)
        for command in people.commands(made):
            waiting.append(desk.submit(command, str(uuid5(NAMESPACE_URL, f"population:{tickets}:{made}"))))
            made += len(command.tickets)
            if len(waiting) == UNDER_WAY:
                _check(waiting.popleft().result())
            if made % (10 * BATCH) == 0:
                _say(f"\r· Making a home with {tickets:,} tickets: {made:,}")
        for future in waiting:
            _check(future.result())
    finally:
        desk.close()
    _switch_timers(path, is_on=True)
    _say("\n")


def ticket_count(path: Path) -> int:
    """Return how many tickets the home at `path` holds."""
    with closing(sqlite3.connect(path / BOARD)) as connection:
        return int(connection.execute("SELECT count(*) FROM ticket").fetchone()[0])


@contextmanager
def working_copy(home: Path) -> Iterator[Path]:
    """Lend a copy of a home whose clock stands at the population's moment."""
    home.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="copy-", dir=home.parent) as folder:
        copy = Path(folder) / "home"
        shutil.copytree(home, copy)
        set_clock(copy)
        yield copy


def set_clock(path: Path) -> None:
    """Let the clock of the home at `path` stand at the population's moment now."""
    with closing(sqlite3.connect(path / BOARD)) as connection, connection:
        connection.execute("UPDATE meta SET value = ? WHERE key = 'clock_offset'", (str(NOW - system_now()),))


def _switch_timers(path: Path, *, is_on: bool) -> None:
    """An imported board's timers are off (C9); what is measured is a board in use, of which nothing is due just now."""
    change = (
        "json_remove(data, '$.are_timers_on')"
        if is_on
        else "json_set(data, '$.are_timers_on', json('false'))"
    )
    with closing(sqlite3.connect(path / BOARD)) as connection, connection:
        connection.execute(f"UPDATE setting SET data = {change} WHERE kind = 'process'")  # noqa: S608 - our own words


def _check(receipt: Receipt) -> None:
    if not receipt.is_applied:
        raise Refused(f"{receipt.code} {dict(receipt.params)}")


def _say(text: str) -> None:
    print(text, end="", file=sys.stderr, flush=True)
