"""Kills the processes of a working team again and again, and looks for what its desks had said was kept.

    python dev.py kills 1000 --team [--database sqlite|postgresql] [--seed S] [--without outbox]
    python dev.py kills 60 --team --servers 3 --database postgresql

Desks at which somebody works, and a server that they reach over HTTP, get SIGKILL at random moments and are started
anew at once; on PostgreSQL the processes of the database too. Now and then all come to rest, and are looked at by the
simulator's oracles. With several servers behind a proxy these alone are killed, one after the other.
Ends with `N kills, 0 lost, 0 double`, or with what was found and exit code 1.
"""

from __future__ import annotations

import argparse
import gc
import random
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kanbandesk.cli import main as kanbandesk
from kanbandesk.simulate.house import IDS
from tests.end_to_end.kill_check import BROKEN, DOUBLE, LOST, Fault
from tests.end_to_end.kill_session import Expected, Record
from tests.end_to_end.kills import say
from tests.end_to_end.team_check import complaints, quiet_faults, stop_timers, wait_for_wakes
from tests.end_to_end.team_children import Child, Stuck, pause
from tests.end_to_end.team_guards import GUARDS
from tests.end_to_end.team_places import MortalPostgres, Place, PostgresPlace, SqlitePlace, leader, tokens
from tests.end_to_end.team_proxy import proxy
from tests.end_to_end.team_session import Seat, settle, work

HOME_KILLS = 100
"""Kills that one team suffers before it comes to rest, and a fresh one is taken."""
PEOPLE = (*IDS, IDS[0])
"""Whose the desks are: one of them works at two computers."""
LONGEST = 0.6
"""Seconds between two kills, at most."""
SERVER_SHARE, DATABASE_SHARE, RESTART_SHARE = 0.15, 0.04, 0.01
"""Share of the kills that hit the server, a process of PostgreSQL, all of PostgreSQL; the rest are desks."""


class Team:
    """A server, or several behind a proxy, its desks, and all that has been said at them."""

    def __init__(self, folder: Path, place: Place, seed: str, servers: int = 1) -> None:
        self.folder, self.place = folder, place
        self.killed: Counter[str] = Counter()
        self.found: list[Fault] = []
        self._seed, self._lives = seed, 0
        self._log = folder / "server.log"
        self._ports = [_free_port() for _ in range(servers)]
        front = self._ports[0] if servers == 1 else _free_port()
        url = f"http://127.0.0.1:{front}"
        given = tokens(place, list(PEOPLE))
        self.seats = [
            Seat(folder / f"desk-{number}", agent_id, token, url)
            for number, (agent_id, token) in enumerate(zip(PEOPLE, given, strict=True))
        ]
        self.expected = [Expected() for _ in self.seats]
        self.pauses = Pauses()
        gc.collect()
        gc.freeze()
        self._proxy = (
            Child("the proxy", lambda: proxy(front, self._ports), self._log) if servers > 1 else None
        )
        self.servers = [self._serve(number) for number in range(servers)]
        for child in (*self.servers, *filter(None, [self._proxy])):
            child.wait_until_ready()
        self.desks = [self._sit(number) for number in range(len(self.seats))]
        for desk in self.desks:
            desk.wait_until_ready()

    # -- killing ----------------------------------------------------------------------------------------------------

    def kill_desk(self, number: int) -> None:
        """Kill a desk, hear what it had said, and start it again."""
        self._end_desk(number)
        self.killed["desks"] += 1
        self.desks[number] = self._sit(number)

    def kill_server(self, number: int = 0) -> None:
        """Kill a server and start it again."""
        self.keep_serving()
        self._look_at(self.servers[number], self.servers[number].kill())
        self.killed["servers"] += 1
        self.servers[number] = self._serve(number)

    def keep_serving(self) -> None:
        """Start a server again when it found no database at its start, as whoever supervises it does."""
        for number in range(len(self.servers)):
            while (server := self.servers[number]).has_ended():
                if not self.place.url or server.status != 1:
                    self._look_at(server, server.status or 0)
                self.killed["starts of a server without a database"] += 1
                if isinstance(self.place, PostgresPlace):
                    self.place.server.wait_until_up()
                self.servers[number] = self._serve(number)
                self.servers[number].wait_until_ready()

    def rest(self) -> None:
        """Let all come to rest, and look at everything."""
        try:
            self._serve_for_good()
            self._settle()
            self.found += wait_for_wakes(self.place)
            stop_timers(self.place)
            self.found += quiet_faults(self.place, self.seats, self.expected, self.folder)
        except Stuck as stuck:
            self.found.append((BROKEN, str(stuck)))
        for server in self.servers:
            if status := server.kill(signal.SIGTERM):
                self.found.append((BROKEN, f"{server.name} ended with {status} when it was told to stop"))
        for log in (self._log, *(seat.log for seat in self.seats)):
            self.found += complaints(log, is_without_database=bool(self.place.url))
        for seat, said in zip(self.seats, self.expected, strict=True):
            if said.open:
                self.found.append((LOST, f"{len(said.open)} commands of {seat.agent_id} never got a receipt"))

    def close(self) -> None:
        """End whatever still runs."""
        for child in (*self.servers, *self.desks, *filter(None, [self._proxy])):
            if child.status is None:
                child.kill()

    def _settle(self) -> None:
        for number in range(len(self.desks)):
            self._end_desk(number)
        self.desks = [
            Child(seat.folder.name, lambda seat=seat, said=said: settle(seat, said), seat.log)  # type: ignore[misc]
            for seat, said in zip(self.seats, self.expected, strict=True)
        ]
        for number, desk in enumerate(self.desks):
            status = desk.wait()
            self._hear(number)
            if status:
                self.found.append((BROKEN, f"{desk.name} ended with {status}"))

    def _serve_for_good(self) -> None:
        """Nobody is killed any more: who was started while the database began anew is waited for, or started again."""
        while True:
            self.keep_serving()
            try:
                for server in self.servers:
                    server.wait_until_ready()
            except Stuck:
                if not any(server.is_ending for server in self.servers):
                    raise
            else:
                return

    # -- processes ----------------------------------------------------------------------------------------------------

    def _serve(self, number: int) -> Child:
        words = ["serve", "--home", str(self.place.home), "--port", str(self._ports[number])]
        if self.place.url:
            words += ["--database", self.place.url]
        return Child(f"server {number}", lambda: kanbandesk(words), self._log)

    def _sit(self, number: int) -> Child:
        seat, said = self.seats[number], self.expected[number]
        self._lives += 1
        seed = f"{self._seed}/{self._lives}"
        return Child(seat.folder.name, lambda: work(seat, said, seed), seat.log)

    def _end_desk(self, number: int) -> None:
        self._look_at(self.desks[number], self.desks[number].kill())
        self._hear(number)

    def _look_at(self, child: Child, status: int) -> None:
        """A process that works ends by the kill, never by itself."""
        if status != -signal.SIGKILL:
            self.found.append((BROKEN, f"{child.name} ended by itself with {status}"))

    def _hear(self, number: int) -> None:
        record = self.seats[number].record
        for line in Record.read(record):
            if line["kind"] == "connection":
                self.pauses.hear(number, line["is_"], line["at"])
            else:
                self.expected[number].hear(line)
        record.unlink(missing_ok=True)


class Pauses:
    """For how long desks that were not killed themselves had no server."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.others: set[str] = set()
        """States in which no desk may come because a server died."""
        self._since: dict[int, float] = {}

    def hear(self, desk: int, connection: str, at: float) -> None:
        """A desk stands otherwise with the server from a moment on."""
        if connection == "offline":
            self._since.setdefault(desk, at)
        elif connection == "live" and desk in self._since:
            self.seconds.append(at - self._since.pop(desk))
        elif connection not in ("live", "connecting"):
            self.others.add(connection)


def kill_in_turn(team: Team, kills: int, draw: random.Random, told: Callable[[], None]) -> None:
    """Kill one server after the other; of all the leaders of the timers, one has the lease at a time."""
    holders: dict[int, str] = {}
    for turn in range(kills):
        pause(draw.uniform(0.2, 1.5))
        team.kill_server(turn % len(team.servers))
        team.servers[turn % len(team.servers)].wait_until_ready()
        holder, token = leader(team.place)
        if holders.setdefault(token, holder) != holder or token < max(holders):
            team.found.append((BROKEN, f"the lease's token {token} went from {holders[token]} to {holder}"))
        told()
    team.killed["changes of the leader"] = len(holders) - 1


def kill_randomly(team: Team, kills: int, draw: random.Random, told: Callable[[], None]) -> None:
    """Kill so many of a team's processes at random moments."""
    shares = {"desk": 1.0, "server": SERVER_SHARE}
    if isinstance(team.place, PostgresPlace):
        shares |= {"database": DATABASE_SHARE, "restart": RESTART_SHARE}
    for _ in range(kills):
        pause(draw.uniform(0, LONGEST))
        what = draw.choices(list(shares), list(shares.values()))[0]
        if what == "server":
            team.kill_server(draw.randrange(len(team.servers)))
        elif what == "desk" or isinstance(team.place, SqlitePlace):
            team.kill_desk(draw.randrange(len(PEOPLE)))
        elif what == "restart":
            team.place.server.restart()
            team.killed["whole databases"] += 1
            team.keep_serving()
        elif team.place.server.kill_backend(team.place.name, draw.choice):
            team.killed["database processes"] += 1
        else:
            team.kill_desk(draw.randrange(len(PEOPLE)))
        told()


class Tally:
    """What was found, and how it goes on."""

    def __init__(self, seed: str) -> None:
        self.found: Counter[str] = Counter()
        self.killed: Counter[str] = Counter()
        self.commands = self.kills = 0
        self.pauses: list[float] = []
        self._seed = seed
        self.started = self._told = time.monotonic()

    def count(self) -> None:
        """One more was killed; now and then say so."""
        self.kills += 1
        if time.monotonic() - self._told > 10:
            self._told = time.monotonic()
            say(f"{self.kills} kills, {self.kills / (self._told - self.started):.1f} a second")

    def add(self, team: Team, first: int) -> None:
        """Take in what became of a team."""
        self.killed += team.killed
        self.commands += sum(len(said.told) for said in team.expected)
        self.pauses += team.pauses.seconds
        if team.pauses.others:
            team.found.append((BROKEN, f"desks were {team.pauses.others}"))
        for sort, what in team.found:
            self.found[sort] += 1
            say(f"{sort} (seed {self._seed}, kills from {first}): {what}")


def run(kills: int, seed: str, database: str, seconds: float = float("inf"), servers: int = 1) -> Tally:
    """Kill so many, or as many as teams can be begun with in so many seconds; return what was found."""
    draw, tally = random.Random(seed), Tally(seed)
    with tempfile.TemporaryDirectory(prefix="kanbandesk-kills-") as name, _places(database) as new_place:
        for first in range(0, kills, HOME_KILLS):
            if time.monotonic() - tally.started > seconds:
                break
            folder = Path(name) / str(first)
            folder.mkdir()
            place = new_place(folder / "server")
            team = Team(folder, place, f"{seed}/{first}", servers)
            kill = kill_in_turn if servers > 1 else kill_randomly
            try:
                kill(team, min(HOME_KILLS, kills - first), draw, tally.count)
                team.rest()
            finally:
                team.close()
                tally.add(team, first)
            place.close()
            if not team.found:
                shutil.rmtree(folder)
    return tally


@contextmanager
def _places(database: str) -> Iterator[Callable[[Path], Place]]:
    """Give what makes workspaces on a kind of database."""
    if database == "sqlite":
        yield SqlitePlace
        return
    with MortalPostgres() as server:
        yield lambda home: PostgresPlace(home, server)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Kill a working team and look for losses.")
    parser.add_argument("kills", type=int, nargs="?", default=1000)
    parser.add_argument("--team", action="store_true", help="(a team, not one desk)")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--seed", default=str(random.SystemRandom().randrange(10**6)))
    parser.add_argument("--minutes", type=float, default=float("inf"), help="begin no new team after so many")
    parser.add_argument("--without", choices=sorted(GUARDS), help="take a guard away: losses must be found")
    parser.add_argument(
        "--servers", type=int, default=1, help="behind a proxy, killed in turn; PostgreSQL only"
    )
    args = parser.parse_args()
    if args.servers > 1 and args.database == "sqlite":
        parser.error("a SQLite file has one server")
    say(f"seed {args.seed}, {args.database}")
    with ExitStack() as broken:
        if args.without:
            broken.enter_context(GUARDS[args.without]())
        tally = run(args.kills, args.seed, args.database, args.minutes * 60, args.servers)
    killed = ", ".join(f"{count} {what}" for what, count in tally.killed.most_common())
    say(f"{killed}; {tally.commands} commands, {time.monotonic() - tally.started:.0f} s")
    if args.servers > 1:
        longest = max(tally.pauses, default=0.0)
        say(f"{len(tally.pauses)} times a desk had no server, for {longest:.1f} s at the longest")
    found = tally.found
    rest = f", {found[BROKEN]} broken" if found[BROKEN] else ""
    say(f"{tally.kills} kills, {found[LOST]} lost, {found[DOUBLE]} double{rest}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
