"""What a team's desk feels: from a drop to the picture at another desk, and how long it takes to have everything.

Real servers (`kanbandesk serve`, SQLite) over HTTP; real windows where something is painted; all on this computer.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import select

from benchmarks.figures import figure, percentile
from benchmarks.machine import ROOT, description, screen
from benchmarks.server_home import (
    Member,
    Served,
    opened,
    served,
    server_copy,
    sign_in,
    sign_in_first,
    team_home,
)
from benchmarks.server_moves import hands
from benchmarks.sync_desk import bootstrap_s, catch_up_s, change, drain_s
from kanbandesk.models.base import table_of
from kanbandesk.models.tickets import TicketRow
from kanbandesk.server.core.database import Database
from kanbandesk.server.moving.sharing import begin_new_history

TICKETS, MANY = 10_000, 50_000
DESKS = (1, 50)
"""How many other desks hear of a move."""
MOVES = 60
"""In one round with so many desks."""
MISSED, WAITING = 10_000, 1_000
PATIENCE = 300
"""Seconds after which a window counts as hung."""

Taken = dict[str, list[float]]


def measure(
    rounds: int, *, tickets: int = TICKETS, many: int = MANY, moves: int = MOVES, waiting: int = WAITING
) -> dict[str, Any]:
    """Return the figures of `dev.py bench sync`."""
    propagated: dict[str, Taken] = defaultdict(lambda: defaultdict(list))
    taken: Taken = defaultdict(list)
    with screen() as environment:
        machine = description(environment)
        with server_copy(team_home(tickets)) as home:
            _measure_moves(home, rounds, moves, environment, propagated)
        with server_copy(team_home(tickets), has_timers=False) as home:
            _measure_return(home, rounds, waiting, taken)
        with server_copy(team_home(many)) as home:
            _measure_bootstrap(home, rounds, environment, taken)
    figures: dict[str, Any] = {
        name: {desks: figure(values) for desks, values in by.items()} for name, by in propagated.items()
    }
    figures |= {
        name: figure(values, digits=2 if name.endswith("_s") else 1) for name, values in taken.items()
    }
    return {**figures, "tickets": tickets, "many_tickets": many, "moves": moves, "machine": machine}


# -- from a drop to the other's picture ------------------------------------------------------------------------------


def _measure_moves(
    home: Path, rounds: int, moves: int, environment: dict[str, str], taken: dict[str, Taken]
) -> None:
    with opened(home, "") as database:
        mover, other = sign_in_first(database), sign_in(database, 1)[0]
        listeners = sign_in(database, max(DESKS) - 1)
    with (
        served(home) as server,
        _bootstrapped(server, mover, environment) as hand,
        _bootstrapped(server, other, environment) as eye,
    ):
        for _ in range(rounds):
            for desks in DESKS:
                with _listening(server, listeners[: desks - 1]):
                    _one_round(hand, eye, moves, str(desks), taken)


def _one_round(hand: Window, eye: Window, moves: int, desks: str, taken: dict[str, Taken]) -> None:
    moved = hand.ask(f"move {moves}")
    seen = eye.ask("seen", lambda seen: moved["began"].keys() <= seen.keys())
    spread = [(seen[card_id] - began) / 1e6 for card_id, began in moved["began"].items()]
    taken["local_action_p95_ms"][desks].append(percentile(moved["local"], 95))
    taken["local_kept_p95_ms"][desks].append(percentile(moved["kept"], 95))
    taken["propagation_p50_ms"][desks].append(percentile(spread, 50))
    taken["propagation_p95_ms"][desks].append(percentile(spread, 95))


@contextmanager
def _listening(server: Served, members: Sequence[Member]) -> Iterator[None]:
    """Let light desks wait for news, for the length of the block."""
    if not members:
        yield
        return
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.sync_light"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdin is not None
        assert process.stdout is not None
        json.dump({"url": server.url, "members": [astuple(member) for member in members]}, process.stdin)
        process.stdin.close()
        assert process.stdout.readline() == "ready\n", "the light desks did not come to wait"
        yield
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


# -- windows ---------------------------------------------------------------------------------------------------------


class Window:
    """A window in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, what: str, is_enough: Callable[[Any], bool] = lambda _: True) -> Any:
        """Have something done, again until the answer is enough, and return it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        while True:
            print(what, file=self._process.stdin, flush=True)
            answer = json.loads(self._process.stdout.readline())
            if is_enough(answer):
                return answer


@contextmanager
def _window(
    server: Served, member: Member, folder: Path, environment: dict[str, str], *, has_board: bool
) -> Iterator[Window]:
    """Open a window on a member's desk; the way to the server stays closed until it is asked for."""
    told = {"folder": str(folder), "url": server.url, "token": member.token, "agent_id": member.agent_id}
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.sync_window", json.dumps({**told, "board": has_board})],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Window(process)
        process.communicate("close\n", PATIENCE)
    finally:
        process.kill()
        process.wait()


@contextmanager
def _bootstrapped(server: Served, member: Member, environment: dict[str, str]) -> Iterator[Window]:
    """Open a window whose desk is live, with all there is."""
    with tempfile.TemporaryDirectory() as folder:
        bootstrap_s(server.url, member, Path(folder))
        with _window(server, member, Path(folder), environment, has_board=True) as window:
            window.ask("ready")
            yield window


# -- having everything -----------------------------------------------------------------------------------------------


def _measure_return(home: Path, rounds: int, waiting: int, taken: Taken) -> None:
    """A desk comes back after 10,000 changes; others come back with 1,000 commands of their own."""
    with opened(home, "") as database:
        away, other = sign_in(database, 2)
        workers = [sign_in_first(database) for _ in range(rounds)]
        changed = _ticket_ids(database)[:MISSED]
        hand = hands(database, [workers[0]])[0]
    with served(home) as server, tempfile.TemporaryDirectory() as folder:
        before = Path(folder) / "before"
        bootstrap_s(server.url, away, before)
        asyncio.run(change(server.url, other, changed))
        commands = hand.commands()
        for number, worker in enumerate(workers):
            copy = Path(folder) / f"away-{number}"
            shutil.copytree(before, copy)
            taken["catchup_10k_s"].append(catch_up_s(server.url, away, copy))
            own = Path(folder) / f"worker-{number}"
            bootstrap_s(server.url, worker, own)
            taken["outbox_1000_drain_s"].append(
                drain_s(server.url, worker, own, list(islice(commands, waiting)))
            )


def _measure_bootstrap(home: Path, rounds: int, environment: dict[str, str], taken: Taken) -> None:
    """Desks pull everything: with nobody looking, before an empty window, and under a board that is scrolled."""
    with opened(home, "") as database:
        members = sign_in(database, 3)
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder) / str(number) for number in range(3 * rounds)]
        with served(home) as server:
            for number in range(rounds):
                bare, empty, _ = places[3 * number : 3 * number + 3]
                taken["bootstrap_50k_s"].append(bootstrap_s(server.url, members[0], bare))
                with _window(server, members[1], _made(empty), environment, has_board=False) as window:
                    first = window.ask("wait")
                taken["frame_p95_during_first_bootstrap_ms"].append(percentile(first["frames"], 95))
                shutil.rmtree(empty)
        with opened(home, "") as database, database.begin() as connection:
            begin_new_history(connection)  # every desk pulls from nothing, and shows its board meanwhile
        with served(home) as server:
            for number in range(rounds):
                bare = places[3 * number]
                with _window(server, members[0], bare, environment, has_board=True) as window:
                    again = window.ask("scroll")
                taken["frame_p50_during_bootstrap_ms"].append(percentile(again["frames"], 50))
                taken["frame_p95_during_bootstrap_ms"].append(percentile(again["frames"], 95))
                taken["frame_worst_during_bootstrap_ms"].append(max(again["frames"]))
                taken["bootstrap_50k_while_scrolling_s"].append(again["seconds"])


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _ticket_ids(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.scalars(select(table_of(TicketRow).c.id).order_by(table_of(TicketRow).c.id)))
