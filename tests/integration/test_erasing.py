"""A requester is forgotten on the server, on every desk and in what comes back from a backup; the figures stay."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from kanbandesk.cli import main
from kanbandesk.models.files import FileFolder
from kanbandesk.models.search import search_in
from kanbandesk.protocol import mutation_of
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.core.server import TeamServer
from kanbandesk.sync.desk import Place, TeamDesk
from kanbandesk.sync.transport import HttpTransport
from kanbandesk.workflow.clients import ERASED, Contact
from kanbandesk.workflow.commands import (
    AddAddress,
    AddAttachment,
    AddNote,
    AnswerClient,
    BlockTicket,
    CloseTicket,
    Command,
    CreateTicket,
    EditTicket,
    MergeContacts,
    RateTicket,
    SaveAgent,
    SaveContact,
    StartTicket,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.statuses import ClosingReason
from tests.factories.databases import first_agent
from tests.factories.pushing import Desk
from tests.factories.served_team import ServedTeam, system_clock
from tests.integration.desk_contract import PATIENCE, done, result
from tests.integration.test_team_desk import live, settle

CANARY = "Nordmannsen"
"""Stands in all that is said of him, and nowhere else."""
MAIL = "ola.nordmannsen@example.org"
TWIN = "o.nordmannsen@home.example"
"""By which he was another contact, before somebody saw that they are one."""


def said_of_him(ticket_id: str, contact_id: str) -> list[Command]:
    """Return commands that leave his name in every corner."""
    return [
        CreateTicket(
            ticket_id=ticket_id,
            title=f"{CANARY} cannot print",
            text=f"I am {CANARY}, and it is blank",
            message_id=new_id(),
            requester_id=contact_id,
        ),
        StartTicket(ticket_id=ticket_id, urgency_case="how_to"),
        AnswerClient(ticket_id=ticket_id, message_id=new_id(), text=f"Dear {CANARY}"),
        AddNote(ticket_id=ticket_id, message_id=new_id(), text=f"{CANARY} again"),
        BlockTicket(ticket_id=ticket_id, reason=f"{CANARY} is away"),
        EditTicket(ticket_id=ticket_id, title=f"{CANARY} prints blank labels", reason=f"said {CANARY}"),
    ]


def rows_with(database: Database, word: str) -> list[str]:
    """Return the tables in which a word stands, whatever the column."""
    found = []
    with database.reading() as connection:
        for table in inspect(connection).get_table_names():
            if table.startswith("search"):
                continue
            told = connection.execute(text(f'SELECT * FROM "{table}"')).all()
            found += [table for row in told if any(word.casefold() in str(value).casefold() for value in row)]
    return found


class Desktop:
    """A server's core, its first person's way to it, and Ola, who has asked something."""

    def __init__(self, home: Path, url: str) -> None:
        self.home, self.url = home, url
        database = Database.open(url)
        with database.begin() as connection:
            rebuild_members(connection)
        self.server = TeamServer(database, system_clock, FileFolder(home / "files"))
        self.desk = Desk(self.server, first_agent(database))
        self.contact_id, self.ticket_id, self.other_id = new_id(), new_id(), new_id()
        self.do(SaveContact(contact=Contact(id=self.contact_id, name=f"Ola {CANARY}", mail=MAIL)))
        for command in said_of_him(self.ticket_id, self.contact_id):
            self.do(command)
        twin = Contact(id=new_id(), name=f"O. {CANARY}", mail=TWIN)
        self.do(SaveContact(contact=twin))
        self.do(MergeContacts(contact_id=twin.id, target_id=self.contact_id))
        self.do(AddAddress(contact_id=self.contact_id, new_address_id=new_id(), chat=f"@{CANARY}"))
        self.do(CreateTicket(ticket_id=self.other_id, title="Another's", text="Hello", message_id=new_id()))
        self.sha256 = self.attach(self.ticket_id, CANARY.encode())

    def do(self, command: Command) -> None:
        assert self.desk.do(command).status.value == "applied", command

    def attach(self, ticket_id: str, content: bytes) -> str:
        path = self.home / f"{CANARY}.txt"
        path.write_bytes(content)
        sha256, size = self.server.files.keep(path)
        path.unlink()
        self.do(
            AddAttachment(
                ticket_id=ticket_id,
                attachment_id=new_id(),
                file_name=f"{CANARY}.txt",
                size=size,
                media_type="text/plain",
                sha256=sha256,
            )
        )
        return sha256

    def admin(self, *words: str) -> int:
        """Run the command line's verb beside the server."""
        url = ["--database", self.url] if "://" in self.url else []
        return main(["admin", "--home", str(self.home), *url, *words])

    def rows(self, question: str) -> list[tuple[object, ...]]:
        with self.server.database.reading() as connection:
            return [tuple(row) for row in connection.execute(text(question))]


@pytest.fixture
def desktop(database_url: str, tmp_path: Path) -> Iterator[Desktop]:
    made = Desktop(tmp_path, database_url)
    yield made
    made.server.close()


def test_nothing_of_him_is_left_in_any_table_and_the_figures_stay(desktop: Desktop) -> None:
    figures = (
        "SELECT id, number, status_id, created_at, answered_at, sla_due, owner_id, message_count FROM ticket"
    )
    events = "SELECT id, ticket_id, actor_id, at FROM event ORDER BY id"
    before = desktop.rows(figures), desktop.rows(events)
    assert rows_with(desktop.server.database, CANARY)
    assert desktop.admin("erase", MAIL, "--yes") == 0
    assert rows_with(desktop.server.database, CANARY) == []
    assert (desktop.rows(figures), desktop.rows(events)) == before
    with desktop.server.database.reading() as connection:
        assert search_in(connection, CANARY) == ()
        assert search_in(connection, "Hello") == (desktop.other_id,)
    assert not desktop.server.files.has(desktop.sha256)
    assert desktop.rows(f"SELECT title FROM ticket WHERE id = '{desktop.ticket_id}'") == [(ERASED,)]
    assert set(desktop.rows("SELECT name, mail, phone, chat FROM contact")) == {(ERASED, "", "", "")}
    assert desktop.admin("audit", "verify") == 0
    assert desktop.rows("SELECT action, subject FROM audit") == [("erase", desktop.contact_id)]


def test_receipts_that_quote_what_was_overwritten_are_emptied(desktop: Desktop) -> None:
    """Two changed the title at once: the second's receipt tells what the first had written (sync.md 1.8)."""
    bo = Agent(id=new_id(), name="Bo")
    desktop.do(SaveAgent(agent=bo))
    edit = EditTicket(ticket_id=desktop.ticket_id, title="Blank labels")
    result_of_it = Desk(desktop.server, bo.id).do(edit, seen={desktop.ticket_id: 1})
    assert result_of_it.status.value == "merged"
    assert "receipt" in rows_with(desktop.server.database, CANARY)
    assert desktop.admin("erase", MAIL, "--yes") == 0
    assert rows_with(desktop.server.database, CANARY) == []


def test_a_file_that_hangs_on_anothers_ticket_too_stays(desktop: Desktop) -> None:
    assert desktop.attach(desktop.other_id, CANARY.encode()) == desktop.sha256
    assert desktop.admin("erase", desktop.contact_id, "--yes") == 0
    assert desktop.server.files.has(desktop.sha256)


def test_what_would_go_is_told_first_and_nothing_changes(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    before = desktop.rows("SELECT ver FROM sync_head")
    assert desktop.admin("erase", TWIN) == 0
    assert desktop.contact_id in capsys.readouterr().out  # a further address is his
    assert desktop.admin("erase", MAIL) == 0
    told = capsys.readouterr()
    assert f"Ola {CANARY}  {desktop.contact_id}  1 tickets  3 messages  1 files" in told.out
    assert "--yes" in told.err
    assert desktop.rows("SELECT ver FROM sync_head") == before
    assert rows_with(desktop.server.database, CANARY)


def test_nobody_is_erased_by_a_name_that_fits_none_or_two(
    desktop: Desktop, capsys: pytest.CaptureFixture[str]
) -> None:
    assert desktop.admin("erase", "nobody@example.org", "--yes") == 1
    desktop.do(SaveContact(contact=Contact(id=new_id(), name="His brother", mail=MAIL)))
    assert desktop.admin("erase", MAIL, "--yes") == 2
    assert "2 are known as" in capsys.readouterr().err
    assert rows_with(desktop.server.database, CANARY)


def test_a_rating_stays_and_only_its_comment_goes(desktop: Desktop) -> None:
    """R11c: legal erasure blanks the comment only."""
    desktop.do(
        CloseTicket(
            ticket_id=desktop.ticket_id, closing_reason=ClosingReason.SPAM, reason=f"{CANARY} sends that"
        )
    )
    rate = RateTicket(
        ticket_id=desktop.ticket_id, rating_id=new_id(), is_liked=False, comment=f"{CANARY} is cross"
    )
    submission = Submission(
        mutation=mutation_of(rate, uid=new_id(), at=system_clock()),
        client_id="portal",
        actor_kind=Role.REQUESTER,
        actor_id=desktop.contact_id,
    )
    assert desktop.server.submit(submission).result(PATIENCE).status.value == "applied"
    assert desktop.admin("erase", MAIL, "--yes") == 0
    assert rows_with(desktop.server.database, CANARY) == []
    assert desktop.rows("SELECT is_liked, comment FROM rating") in ([(0, "")], [(False, "")])


def test_who_was_erased_is_erased_again_after_a_restore(
    desktop: Desktop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    url = ["--database", desktop.url] if "://" in desktop.url else []
    backup, again = (
        tmp_path_factory.mktemp("backup") / "old.backup",
        tmp_path_factory.mktemp("again") / "home",
    )
    assert main(["backup", "--home", str(desktop.home), *url, str(backup)]) == 0
    assert desktop.admin("erase", MAIL, "--yes") == 0
    assert main(["restore", str(backup), str(again)]) == 0
    listed = desktop.home / "erased"
    assert CANARY not in listed.read_text()
    assert main(["admin", "--home", str(again), "erase", "--again", str(listed)]) == 0
    restored = Database.open(again / "server.db")
    assert rows_with(restored, CANARY) == []
    restored.close()
    assert list((again / "files").glob("??/*")) == []


def test_a_desk_forgets_him_in_all_its_files(tmp_path: Path) -> None:
    """Rows, search index, files, and what it keeps for a server that might forget (sync.md 1.6)."""
    team = ServedTeam(tmp_path / "server")
    folder = tmp_path / "ada"
    folder.mkdir()
    token = team.token(team.ada)
    desk = TeamDesk(Place(folder=folder, agent_id=team.ada), lambda: HttpTransport(team.url, token))
    try:
        result(desk.board())
        live(desk)
        contact_id, ticket_id = new_id(), new_id()
        done(desk, SaveContact(contact=Contact(id=contact_id, name=f"Ola {CANARY}", mail=MAIL)))
        for command in said_of_him(ticket_id, contact_id):
            done(desk, command)
        (tmp_path / "plan.txt").write_text(CANARY)
        sha256, size = result(desk.keep_file(tmp_path / "plan.txt"))
        attachment = AddAttachment(
            ticket_id=ticket_id,
            attachment_id=new_id(),
            file_name=f"{CANARY}.txt",
            size=size,
            media_type="text/plain",
            sha256=sha256,
        )
        done(desk, attachment)
        result(desk.ticket(ticket_id))
        assert bytes_with(folder)
        came = threading.Event()
        stop = desk.subscribe(
            lambda changes: came.set() if any(card.title == ERASED for card in changes.cards) else None
        )
        assert main(["admin", "--home", str(team.path.parent), "erase", MAIL, "--yes"]) == 0
        assert came.wait(PATIENCE)
        stop()
        settle(desk)
        assert result(desk.search(CANARY)) == ()
    finally:
        desk.close()
        team.stop()
    assert bytes_with(folder) == []


def bytes_with(folder: Path) -> list[str]:
    """Return the files of a desk in which his name stands."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in paths if CANARY.encode() in path.read_bytes()]
