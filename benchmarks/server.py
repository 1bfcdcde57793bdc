"""How much a server takes: moves a second by 1, 10 and 50 desks on each database, and pulls of one row by 50.

The server is a real process, `kanbandesk serve`, over HTTP on this computer; all rules, the feed and the disk are on.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, figure, percentile
from benchmarks.machine import description
from benchmarks.server_home import (
    POSTGRESQL,
    SQLITE,
    Member,
    Served,
    opened,
    served,
    sign_in,
    team_home,
    workspace,
)
from benchmarks.server_moves import Hand, Round, Window, closed_loop, hands, mover, puller, waker
from benchmarks.server_wire import LightDesk, connected

TICKETS = 10_000
DATABASES = (SQLITE, POSTGRESQL)
DESKS = (1, 10, 50)
SECONDS = 4.0
"""Of one window."""

Figures = dict[str, Any]


def measure(
    rounds: int,
    *,
    tickets: int = TICKETS,
    databases: Sequence[str] = DATABASES,
    desks: Sequence[int] = DESKS,
    seconds: float = SECONDS,
) -> Figures:
    """Return the figures of `dev.py bench server`: the spread over so many windows of each measurement."""
    home = team_home(tickets)
    machine = machine_alone()
    taken: dict[str, Figures] = defaultdict(dict)
    for kind in databases:
        for name, figures in measure_database(kind, home, rounds, desks, seconds).items():
            taken[name][kind] = figures
    return {**taken, "tickets": tickets, "machine": machine}


def machine_alone() -> dict[str, str | int | float]:
    """Return what figures should stand beside that come without a window."""
    told = description({"QT_QPA_PLATFORM": ""})
    return {name: value for name, value in told.items() if name not in {"platform", "window", "pyside"}}


def measure_database(
    kind: str, home: Path, rounds: int, desks: Sequence[int], seconds: float
) -> dict[str, Figures | Figure]:
    """Return the figures of one database."""
    with workspace(kind, home) as (folder, url):
        with opened(folder, url) as database:
            members = sign_in(database, max(desks))
            dealt = hands(database, members)
        with served(folder, url) as server:
            return asyncio.run(
                _measure(server, list(zip(members, dealt, strict=True)), rounds, desks, seconds)
            )


async def _measure(
    server: Served, people: list[tuple[Member, Hand]], rounds: int, desks: Sequence[int], seconds: float
) -> dict[str, Figures | Figure]:
    light = await connected(server.url, [member for member, _ in people])
    movers = [mover(desk, hand) for desk, (_, hand) in zip(light, people, strict=True)]
    moves: dict[str, Figures] = defaultdict(dict)
    for count in desks:
        windows = await closed_loop(server, movers[:count], seconds, rounds)
        for name, told in _of_moves(windows).items():
            moves[name][str(count)] = told
    pulls, wakes = await _pulls(server, light, movers, rounds, seconds)
    for desk in light:
        await desk.close()
    return {
        **moves,
        "pull_per_s": figure([window.per_second for window in pulls]),
        "pull_p95_ms": _share(pulls, 95),
        "processor_ms_per_pull": figure([window.processor_ms for window in pulls], digits=2),
        "woken_per_s": figure([window.per_second * (len(light) - 1) for window in wakes]),
    }


async def _pulls(
    server: Served, light: list[LightDesk], movers: list[Round], rounds: int, seconds: float
) -> tuple[list[Window], list[Window]]:
    """Let all desks pull one row in a closed loop; then let each move of one bring its row to the others, who wait."""
    for desk in light:
        await desk.pull()
    wakes = await closed_loop(server, [waker(movers[0], light[1:])], seconds, rounds)
    for desk in light:
        await desk.pull()
    await movers[0]()
    return await closed_loop(server, [puller(desk) for desk in light[1:]], seconds, rounds), wakes


def _of_moves(windows: list[Window]) -> Figures:
    return {
        "moves_per_s": figure([window.per_second for window in windows]),
        "mutation_p50_ms": _share(windows, 50),
        "mutation_p95_ms": _share(windows, 95),
        "processor_ms_per_move": figure([window.processor_ms for window in windows], digits=2),
    }


def _share(windows: list[Window], share: int) -> Figure:
    return figure([percentile(window.milliseconds, share) for window in windows])
