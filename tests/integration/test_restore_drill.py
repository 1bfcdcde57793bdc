"""The server dies, and its last backup is older than what people did: their desks bring it up to date (sync.md 1.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from kanbandesk.cli import main
from kanbandesk.models.files import FileFolder
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.workflow.commands import AddNote, ChangeTags, ClaimTicket, CreateTicket
from kanbandesk.workflow.ids import new_id
from tests.factories.desk_cores import Clock, Desk, Rows, Team


def shared(desk: Desk) -> Rows:
    """Return the rows that everybody holds: what somebody was told is his own."""
    return {key: row for key, row in desk.rows().items() if key[0] != "notification"}


class Drill:
    """A team of two, and the place where its server comes back."""

    def __init__(self, folder: Path, url: str) -> None:
        self._folder, self._url = folder, url
        (folder / "server").mkdir()
        self.team = Team(folder / "server", Clock())
        self.ada = Desk(self.team, folder / "ada", self.team.ada)
        self.bo = Desk(self.team, folder / "bo", self.team.agent("Bo"))
        self.tickets: list[str] = []

    def create(self, desk: Desk, title: str) -> str:
        """Let somebody open a ticket and say something on it."""
        ticket_id = new_id()
        desk.done(CreateTicket(ticket_id=ticket_id, title=title))
        desk.done(AddNote(ticket_id=ticket_id, message_id=new_id(), text=f"on {title}"))
        self.tickets.append(ticket_id)
        return ticket_id

    def settle(self, *desks: Desk) -> None:
        """Let desks exchange everything, with the stories of all tickets."""
        for _ in range(2):
            for desk in desks:
                for ticket_id in self.tickets:
                    desk.core.want(ticket_id)
                desk.settle()

    def back_up(self) -> None:
        assert main(["backup", "--home", str(self.team.folder), str(self._folder / "backup")]) == 0

    def restore(self) -> None:
        """Let the server die, and another one begin from the backup, where the desks find it."""
        self.team.server.close()
        home = self._folder / "again"
        words = ["--database", self._url] if self._url else []
        assert main(["restore", str(self._folder / "backup"), str(home), *words]) == 0
        database = Database.open(self._url or home / "server.db")
        self.team.server = TeamServer(database, self.team.clock, FileFolder(home / "files"))

    def newcomer(self) -> Desk:
        """Return a desk that knows only what the server says."""
        return Desk(self.team, self._folder / "new", self.team.ada)

    def ask(self, question: str) -> list[tuple[object, ...]]:
        with self.team.server.database.reading() as connection:
            return [tuple(row) for row in connection.execute(text(question))]

    def close(self) -> None:
        for desk in (self.ada, self.bo):
            desk.core.close()
        self.team.close()


@pytest.fixture
def drill(tmp_path: Path, team_url: str) -> Iterator[Drill]:
    drill = Drill(tmp_path, team_url)
    yield drill
    drill.close()


def test_desks_heal_a_server_that_came_back_from_an_older_backup(drill: Drill) -> None:
    ada, bo = drill.ada, drill.bo
    drill.settle(ada, bo)
    early = drill.create(ada, "before the backup")
    drill.settle(ada, bo)
    drill.back_up()

    drill.create(ada, "after it, by Ada")
    late = drill.create(bo, "after it, by Bo")
    drill.settle(ada, bo)
    ada.done(ClaimTicket(ticket_id=late))  # on what another desk will have to bring back first
    bo.done(ChangeTags(ticket_id=early, add=("urgent",)))
    drill.settle(ada, bo)
    acknowledged = drill.ask("SELECT uid FROM receipt WHERE status = 'applied' ORDER BY uid")
    drill.create(bo, "never sent")

    drill.restore()
    assert len(drill.ask("SELECT id FROM ticket")) == 1
    drill.settle(bo, ada, bo, ada)
    newcomer = drill.newcomer()
    drill.settle(newcomer)

    assert shared(ada) == shared(bo) == shared(newcomer)
    titles = Counter(title for (title,) in drill.ask("SELECT title FROM ticket"))
    notes = Counter(body for (body,) in drill.ask("SELECT body FROM message"))
    expected = ["before the backup", "after it, by Ada", "after it, by Bo", "never sent"]
    assert titles == Counter(expected)
    assert notes == Counter(f"on {title}" for title in expected)
    assert drill.ask("SELECT tags FROM ticket WHERE title = 'before the backup'") == [('["urgent"]',)]
    again = set(drill.ask("SELECT uid FROM receipt WHERE status = 'applied'"))
    assert set(acknowledged) - again == set(), "all that was acknowledged is back"
    newcomer.core.close()


def test_what_built_on_a_desk_that_calls_later_waits_with_its_person(drill: Drill) -> None:
    """A ticket is not there before its desk has brought it again: nothing is lost, but somebody retries."""
    ada, bo = drill.ada, drill.bo
    drill.settle(ada, bo)
    drill.back_up()
    ticket_id = drill.create(bo, "after the backup")
    drill.settle(bo, ada)
    ada.done(AddNote(ticket_id=ticket_id, message_id=new_id(), text="I know that printer"))
    drill.settle(ada, bo)

    drill.restore()
    drill.settle(ada)
    (returned,) = ada.core.returned()
    assert returned.code == "not_found"
    drill.settle(bo, ada)
    ada.core.retry(returned.uid)
    drill.settle(ada, bo)
    assert ada.core.returned() == ()
    assert shared(ada) == shared(bo)
    notes = [body for (body,) in drill.ask("SELECT body FROM message ORDER BY body")]
    assert notes == ["I know that printer", "on after the backup"]
