"""What it costs to find what is due among many open tickets, second after second on a virtual clock.

The tickets are the population's rows, each with the next moment that the rulebook reckons for it. Every tick is a look
as the leader takes it, and what it finds is done before the next one, so that the following ticks find what follows.
At the end nobody has looked for an hour: then each look finds as much as one transaction takes.
"""

from __future__ import annotations

import gc
import hashlib
import shutil
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from benchmarks.figures import percentile
from benchmarks.homes import CACHE, made_by
from benchmarks.population import NOW, Population
from benchmarks.server import machine_alone
from kanbandesk.models.engine import reading_engine, writing_engine
from kanbandesk.models.head import Head
from kanbandesk.models.store import Store
from kanbandesk.server.core.ledger import Ledger
from kanbandesk.server.core.timers import due_submissions, next_due
from kanbandesk.server.core.workspace import create_file
from kanbandesk.workflow import alarms, ladder, promises, timers, violations
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import SYSTEM, Agent
from kanbandesk.workflow.statuses import DAY, HOUR, SECOND
from kanbandesk.workflow.timers import look_past
from kanbandesk.workflow.transaction import Context

TICKETS = 100_000
TICKS = 100
"""Looks in one round."""
WARM = 20
"""Looks that are not counted: the first ones compile statements and read settings."""
_CHUNK = 2_000


def measure(rounds: int, *, tickets: int = TICKETS, ticks: int = TICKS) -> dict[str, Any]:
    """Return the figures of `dev.py bench timers`, in milliseconds but for the counts."""
    with tempfile.TemporaryDirectory(prefix="timers-") as folder:
        path = Path(shutil.copy(board(tickets), Path(folder) / "board.db"))
        engine, reading = writing_engine(path), reading_engine(path)
        try:
            found = _Ticks(engine, reading)
            found.run(WARM, is_counted=False)
            for _ in range(rounds):
                found.run(ticks)
            found.pause(HOUR)
            found.run(ticks)
        finally:
            engine.dispose()
            reading.dispose()
    return found.figures() | {"tickets": tickets, "machine": machine_alone()}


def board(tickets: int, cache: Path = CACHE) -> Path:
    """Return a board with so many open tickets, made now unless it is there; not to be written to."""
    path = cache / f"timers-{tickets}-{made_by()}-{_reckoned_by()}.db"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        _fill(unfinished, tickets)
        unfinished.rename(path)
    return path


def _reckoned_by() -> str:
    """Return what tells boards apart whose moments were reckoned by other rules."""
    sources = (Path(str(rules.__file__)) for rules in (timers, violations, promises, alarms, ladder))
    return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:8]


class _Ticks:
    """Looks, a virtual second apart, and what they found."""

    def __init__(self, engine: Engine, reading: Engine) -> None:
        self._reading = reading
        self._now = NOW
        self._ledger = Ledger(engine, lambda: self._now)
        self.looks: list[float] = []
        self.after_pause: list[float] = []
        self._has_paused = False
        self.busy: list[float] = []
        self.idle: list[float] = []
        self.found: list[int] = []
        self.deeds: list[float] = []
        self.next_looks: list[float] = []

    def run(self, ticks: int, *, is_counted: bool = True) -> None:
        """Look `ticks` times, and do what is found."""
        gc.collect()
        for _ in range(ticks):
            self._now += SECOND
            began, busy_since = time.perf_counter(), time.thread_time()
            with self._reading.connect() as connection:
                due = due_submissions(connection, self._now)
            took, busy = time.perf_counter() - began, time.thread_time() - busy_since
            began = time.perf_counter()
            with self._reading.connect() as connection:
                next_due(connection, self._now)
            next_took = time.perf_counter() - began
            began = time.perf_counter()
            self._ledger.apply(due)
            deeds_took = time.perf_counter() - began
            if is_counted and self._has_paused:
                self.after_pause.append(took * 1000)
            elif is_counted:
                (self.looks if due else self.idle).append(took * 1000)
                self.busy.append(busy * 1000)
                self.found.append(len(due))
                self.next_looks.append(next_took * 1000)
                if due:
                    self.deeds.append(deeds_took * 1000 / len(due))

    def pause(self, duration: int) -> None:
        """Let time pass in which nobody looks; the looks that follow are counted apart."""
        self._now += duration
        self._has_paused = True

    def figures(self) -> dict[str, Any]:
        """Return what the looks came to; a look that found nothing is told apart.

        `tick_cpu_p95_ms` is this thread's own time: what a look takes where nobody else wants the processor.
        """
        return {
            "tick_p50_ms": round(percentile(self.looks, 50), 2),
            "tick_p95_ms": round(percentile(self.looks, 95), 2),
            "tick_max_ms": round(max(self.looks), 2),
            "tick_cpu_p95_ms": round(percentile(self.busy, 95), 2),
            "after_pause_p50_ms": round(percentile(self.after_pause, 50), 2),
            "after_pause_p95_ms": round(percentile(self.after_pause, 95), 2),
            "idle_p95_ms": round(percentile(self.idle, 95), 2) if self.idle else None,
            "next_p95_ms": round(percentile(self.next_looks, 95), 2),
            "deed_p50_ms": round(percentile(self.deeds, 50), 2),
            "ticks": len(self.looks),
            "idle_ticks": len(self.idle),
            "due_per_tick": round(sum(self.found) / len(self.found), 1),
        }


def _fill(path: Path, tickets: int) -> None:
    """Write a board with so many open tickets, each to be looked at when the rulebook has it next."""
    create_file(path, me="Ada Berg", now=NOW - DAY, meta={"name": "Support"})
    engine = writing_engine(path)
    population = Population(tickets, me="me")
    with engine.begin() as connection:
        store = _store(connection)
        people: tuple[Agent | Client | Contact, ...] = (
            *population.agents,
            *population.clients,
            *population.contacts,
        )
        for person in people:
            store.put(person)
        store.flush()
        store.head.save(connection)
    for first in range(0, tickets, _CHUNK):
        with engine.begin() as connection:
            _put(connection, population, range(first, min(first + _CHUNK, tickets)))
        print(f"\r· Making a board with {tickets:,} tickets: {first + _CHUNK:,}", end="", file=sys.stderr)
    print(file=sys.stderr)
    engine.dispose()


def _put(connection: Connection, population: Population, indices: range) -> None:
    store = _store(connection)
    house = House.of(store, NOW)
    for index in indices:
        ticket = replace(population.ticket(index).ticket, number=index + 1)
        store.put(look_past(ticket, house, NOW))
    store.flush()
    store.head.save(connection)


def _store(connection: Connection) -> Store:
    head = Head.take(connection)
    head.ver += 1
    return Store(connection, Context(actor=SYSTEM, uid=new_id(), now=NOW, at=NOW), head)
