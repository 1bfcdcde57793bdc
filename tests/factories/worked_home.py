"""A home on which somebody has worked: tickets, notes, a file, a refused command, a draft."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kanbandesk.app.homes import Home, system_now
from kanbandesk.models.engine import writing_engine
from kanbandesk.models.files import FileFolder
from kanbandesk.protocol import mutation_of
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.workspace import Workspace
from kanbandesk.workflow.commands import (
    AddAttachment,
    AddNote,
    ClaimTicket,
    CloseTicket,
    Command,
    CreateTicket,
    LinkTickets,
)
from kanbandesk.workflow.ids import new_id
from tests.factories.board_files import keep
from tests.factories.databases import Postgres
from tests.factories.workflow import make_notification, make_rating, make_task, make_violation

PICTURE = b"\x89PNG the printer's last page " * 4_000
TICKETS = 5


def attachment(ticket_id: str, sha256: str, size: int) -> AddAttachment:
    """Return the command that puts a kept file on a ticket."""
    return AddAttachment(
        ticket_id=ticket_id,
        attachment_id=new_id(),
        file_name="page.png",
        size=size,
        media_type="image/png",
        sha256=sha256,
    )


def work_at(path: Path, me: str, *commands: Command) -> None:
    """Carry out commands at a board as its first person, who has it open alone."""
    workspace = Workspace(path, system_now)
    for one in commands:
        mutation = mutation_of(one, uid=new_id(), at=system_now())
        workspace.commit([Submission(mutation=mutation, client_id="this desk", actor_id=me)])
    workspace.close()


def keep_beside(path: Path, me: str, ticket_id: str) -> None:
    """Let there be a row in each table of what is kept beside tickets."""
    engine = writing_engine(path)
    rows = [make(ticket_id=ticket_id) for make in (make_violation, make_task, make_rating)]
    told = make_notification(ticket_id=ticket_id, agent_id=me, board_id="support", at=system_now())
    keep(engine, *rows, told)
    engine.dispose()


@pytest.fixture(scope="session")
def worked_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home made once; only to be copied."""
    folder = tmp_path_factory.mktemp("worked")
    picture = folder / "page.png"
    picture.write_bytes(PICTURE)
    with closing(Home.create(folder / "home", name="Support", me="Ada Berg")) as home:
        sha256, size = FileFolder(home.files_path).keep(picture)
        ids = [new_id() for _ in range(TICKETS)]
        work_at(
            home.board_path,
            home.me,
            *(CreateTicket(ticket_id=one, title=f"Принтер {number}") for number, one in enumerate(ids)),
            ClaimTicket(ticket_id=ids[0]),
            AddNote(ticket_id=ids[0], message_id=new_id(), text="Låst \N{PILE OF POO} ‘so’ — it says\nno"),
            attachment(ids[0], sha256, size),
            LinkTickets(ticket_id=ids[1], target_id=ids[2], link_id=new_id()),
            CloseTicket(ticket_id=ids[3], closing_reason=None),  # type: ignore[arg-type] # refused
            ClaimTicket(ticket_id="nowhere"),
        )
        keep_beside(home.board_path, home.me, ids[0])
        with closing(sqlite3.connect(home.desk_path)) as drafts, drafts:
            drafts.execute("CREATE TABLE note (text TEXT)")
            drafts.execute("INSERT INTO note VALUES ('half a sentence')")
    return folder / "home"


@pytest.fixture
def worked_home(worked_template: Path, tmp_path: Path) -> Path:
    """A home on which somebody has worked, to go on with."""
    return Path(shutil.copytree(worked_template, tmp_path / "solo"))


@pytest.fixture(params=["sqlite", "postgresql"])
def team_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where a team's rows go: into the server's folder, told by "", or to a new database."""
    if request.param == "sqlite":
        yield ""
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of a SQLite file's tables, by table, in an order of their own."""
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return {
            name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr)
            for (name,) in names
            if not name.startswith(("search_", "alembic"))
        }


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, by where they lie."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
