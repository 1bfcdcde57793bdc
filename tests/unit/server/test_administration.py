"""Who is invited: people that a shared board brought along, and new ones."""

from __future__ import annotations

import threading
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanbandesk.cli_server import DONE, FAILED, invite, show_missing_files
from kanbandesk.models.files import FileFolder
from kanbandesk.server.administration import Administration
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.places import system_clock
from tests.factories.board_files import keep_in
from tests.factories.workflow import make_attachment, make_ticket


@pytest.fixture
def administration(database: Database, tmp_path: Path) -> Iterator[Administration]:
    """A sitting at a workspace on each of the databases."""
    with Administration(database, tmp_path) as administration:
        yield administration


def invited(administration: Administration, name: str, login: str) -> dict[str, str]:
    """Invite somebody by the command line's verb; return who signs in by which login now."""
    words = Namespace(login=login, name=name, roles="agent", password=False, address="")
    assert invite(administration, words) == DONE
    return {person.agent.id: person.login for person in administration.all()}


def test_who_works_here_without_a_login_gets_one_and_stays_the_same_person(
    administration: Administration,
) -> None:
    maud = administration.add("Maud Perrin", ["agent"])
    before = len(administration.all())
    assert invited(administration, "Maud Perrin", "maud")[maud] == "maud"
    assert len(administration.all()) == before


def test_a_namesake_of_who_signs_in_already_is_somebody_new(administration: Administration) -> None:
    maud = administration.add("Maud Perrin", ["agent"])
    invited(administration, "Maud Perrin", "maud")
    logins = invited(administration, "Maud Perrin", "maud.p")
    assert logins[maud] == "maud"
    assert sorted(filter(None, logins.values())) == ["maud", "maud.p"]


def test_what_the_command_line_changes_is_heard_by_the_server_beside_it(
    database_url: str, tmp_path: Path
) -> None:
    """On SQLite too: its server has the file for itself but for this."""
    serving = TeamServer(Database.open(database_url), system_clock, FileFolder(tmp_path / "files"))
    heard = threading.Event()
    serving.start()
    serving.subscribe(lambda _head: heard.set())
    with Administration(Database.open(database_url), tmp_path) as administration:
        administration.add("Maud Perrin", ["agent"])
    assert heard.wait(30)
    serving.close()


def test_attachments_without_a_file_are_listed(
    administration: Administration, database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.png").write_bytes(b"page")
    sha256, _ = FileFolder(tmp_path / "files").keep(tmp_path / "page.png")
    ticket = make_ticket(number=7)
    there = make_attachment(ticket_id=ticket.id, name="there.png", sha256=sha256)
    lost = make_attachment(ticket_id=ticket.id, name="lost.png", sha256="0" * 64, size=1_234)
    keep_in(database, ticket, there, lost)
    assert show_missing_files(administration, Namespace()) == FAILED
    told = capsys.readouterr()
    assert "#7  lost.png  1,234 bytes" in told.out
    assert "there.png" not in told.out
    assert told.err.startswith("1 of the attachments")
