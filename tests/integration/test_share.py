"""The board of one desk becomes a team's, on both databases, and a team's goes from one to the other."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kanbandesk.app.homes import BOARD, FILES, system_now
from kanbandesk.cli import main
from kanbandesk.models.files import FileFolder
from kanbandesk.models.schema import bring_up_to_date
from kanbandesk.protocol import Outcome, PullRequest, PushRequest, mutation_of
from kanbandesk.server.administration import Administration
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.feed import digest
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.moving.tables import PASSING, TABLES, Sums, sums_of
from kanbandesk.workflow.commands import CreateTicket
from kanbandesk.workflow.ids import new_id
from tests.factories.worked_home import PICTURE, contents, everything

KEPT = {
    "commit_log",
    "receipt",
    "ticket",
    "message",
    "attachment",
    "event",
    "link",
    "setting",
    "client",
    "contact",
}
"""Tables of which nothing changes when a board is shared."""


@pytest.fixture
def server_home(tmp_path: Path) -> Path:
    return tmp_path / "server"


def share(home: Path, target: Path, url: str = "", *more: str) -> int:
    return main(["share", "--home", str(home), str(target), *(["--database", url] if url else []), *more])


def opened(home: Path, url: str) -> Database:
    return Database.open(url or home / "server.db")


def sums(home: Path, url: str = "") -> Sums:
    with closing(opened(home, url)) as database, database.reading() as connection:
        return sums_of(connection)


def test_every_table_is_brought_along_or_left_on_purpose(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    bring_up_to_date(tmp_path / "new.db")
    known = {table.name for table in (*TABLES, *PASSING)}
    assert known == {name for name in everything(tmp_path / "new.db") if name != "search"}


def test_a_shared_board_has_its_numbers_history_receipts_and_files(
    worked_home: Path, server_home: Path, team_url: str
) -> None:
    with closing(Database.open(worked_home / BOARD)) as solo, solo.reading() as connection:
        before = sums_of(connection)
    assert share(worked_home, server_home, team_url) == 0
    assert {one.name for one in server_home.iterdir()} == {FILES, *([] if team_url else ["server.db"])}
    after = sums(server_home, team_url)
    assert {name for name in before if before[name] == after[name]} >= KEPT
    assert before["receipt"][0] > 0
    assert contents(server_home / FILES) == contents(worked_home / FILES)
    assert PICTURE in contents(server_home / FILES).values()


def test_a_shared_board_is_a_team_s_with_an_invited_administrator(
    worked_home: Path, server_home: Path, team_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    share(worked_home, server_home, team_url)
    told = capsys.readouterr()
    assert "signs in as ada.berg" in told.err
    with Administration(opened(server_home, team_url), server_home) as administration:
        accepted = administration.people.invitations.accept(told.out.strip(), "a horse in the battery", "")
        assert (accepted.login, accepted.name, accepted.workspace) == ("ada.berg", "Ada Berg", "Support")
        assert "administrator" in administration.all()[0].agent.roles
        assert administration.people.verify_audit().broken_at == 0


def test_a_desk_pulls_a_shared_board_and_works_on_it(
    worked_home: Path, server_home: Path, team_url: str
) -> None:
    share(worked_home, server_home, team_url)
    database = opened(server_home, team_url)
    with Administration(database, server_home) as administration:
        ada = administration.all()[0].agent.id
        server = TeamServer(database, system_now, FileFolder(server_home / FILES))
        pulled = server.pull(ada, PullRequest(client_id="desk", wants_digest=True))
        assert pulled is not None
        assert pulled.cursor is not None
        tickets = [put for put in pulled.puts if put.kind == "ticket"]
        assert len(tickets) == 5
        command = CreateTicket(ticket_id=new_id(), title="The sixth")
        mutation = replace(mutation_of(command, uid=new_id(), at=system_now()), mid=1)
        request = PushRequest(client_id="desk", mutations=(mutation,))
        (result,) = server.push(ada, request).result().results
        assert result.status is Outcome.APPLIED
        with database.reading() as connection:
            groups = digest(connection, pulled.groups)
            numbers = connection.exec_driver_sql("SELECT number FROM ticket ORDER BY number").scalars().all()
        assert numbers == [1, 2, 3, 4, 5, 6]
        assert groups != pulled.digest
