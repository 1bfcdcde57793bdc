"""Three server processes on one PostgreSQL are restarted one after the other, while people and timers go on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import httpx
import psycopg
import pytest

from kanbandesk.sync.desk import Place, TeamDesk
from kanbandesk.sync.transport import HttpTransport
from kanbandesk.workflow.commands import AddNote, CreateTicket, PostponeTicket, StartTicket
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import SECOND
from tests.end_to_end.test_serve import PASSWORD, Serving, kanbandesk, serving
from tests.factories.databases import Postgres
from tests.integration.desk_contract import PATIENCE, cards, done, result
from tests.integration.test_team_desk import equal_in_the_end, live, settle

SERVERS = 3
LOGIN = "ann@example.org"


class Company:
    """Three processes, and a desk of Ann's at each."""

    def __init__(self, folder: Path, url: str, ending: ExitStack) -> None:
        self._home, self.url, self._ending = folder / "server", url, ending
        self._processes = [ending.enter_context(self._serve())]
        words = ("create-administrator", "--name", "Ann", "--login", LOGIN, "--password")
        made = kanbandesk(
            "admin", "--home", str(self._home), "--database", url, *words, answer=f"{PASSWORD}\n"
        )
        assert made.returncode == 0, made.stderr
        self._processes += [ending.enter_context(self._serve()) for _ in range(SERVERS - 1)]
        self.desks = [self._desk(folder / f"desk{number}", number) for number in range(SERVERS)]

    def restart(self, number: int) -> None:
        """Stop a process as a system does, and start it again at its port."""
        process = self._processes[number]
        port = process.url.rpartition(":")[2]
        assert process.stop() == 0
        self._processes[number] = self._ending.enter_context(self._serve("--port", port))

    def _serve(self, *words: str) -> AbstractContextManager[Serving]:
        return serving(self._home, "--database", self.url, *words)

    def _desk(self, folder: Path, number: int) -> TeamDesk:
        folder.mkdir()
        server = self._processes[number].url
        body = {"login": LOGIN, "password": PASSWORD, "client_id": new_id()}
        session = httpx.post(f"{server}/v1/session", json=body, timeout=PATIENCE).raise_for_status().json()
        place = Place(folder=folder, agent_id=session["agent_id"])
        desk = TeamDesk(place, lambda: HttpTransport(server, session["token"]))
        self._ending.callback(desk.close)
        result(desk.board())
        live(desk)
        return desk


@pytest.fixture
def company(postgres: Postgres, tmp_path: Path) -> Iterator[Company]:
    name = postgres.create()
    with ExitStack() as ending:
        yield Company(tmp_path, postgres.url(name), ending)
    postgres.drop(name)


def postponed(desk: TeamDesk, seconds: int) -> str:
    """Return a ticket that wakes in so many seconds."""
    ticket_id = new_id()
    done(desk, CreateTicket(ticket_id=ticket_id, title=f"Wakes after {seconds} s"))
    done(desk, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))
    done(desk, PostponeTicket(ticket_id=ticket_id, wake_at=desk.now() + seconds * SECOND))
    return ticket_id


def wait_until_woken(desk: TeamDesk, ticket_ids: list[str]) -> None:
    news = threading.Event()
    stop = desk.subscribe(lambda _: news.set())
    while True:
        news.clear()
        shown = cards(desk)
        if {shown[one].status_id for one in ticket_ids} == {"in_progress"}:
            break
        assert news.wait(2 * PATIENCE), "a timer is lost"
    stop()


def test_a_rolling_restart_loses_no_work_and_no_timer_and_does_none_twice(company: Company) -> None:
    """Each process leads the timers at some time, or none of them twice (R10b; issue 3, item 1)."""
    desks = company.desks
    woken = [postponed(desks[number % SERVERS], 4 * number + 2) for number in range(6)]
    for number, desk in enumerate(desks):
        company.restart(number)
        note = AddNote(ticket_id=woken[number], message_id=new_id(), text=f"during restart {number}")
        assert result(desk.submit(note)).is_applied
        desk.team.sync_now()
    wait_until_woken(desks[0], woken)
    settle(*desks)
    for other in desks[1:]:
        equal_in_the_end(desks[0], other)
    assert all(result(desk.team.returned()) == () for desk in desks)
    with psycopg.connect(company.url.replace("postgresql+psycopg", "postgresql")) as connection:
        asked = "SELECT ticket_id, count(*) FROM event WHERE fact LIKE '%wake_ticket%' GROUP BY ticket_id"
        assert dict(connection.execute(asked).fetchall()) == dict.fromkeys(woken, 1)
        notes = connection.execute("SELECT count(*) FROM message WHERE kind = 'note'").fetchone()
        assert notes == (SERVERS,)
        assert connection.execute("SELECT count(*) FROM leader").fetchone() == (1,)
