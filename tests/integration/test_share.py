"""The board of one desk becomes a team's, on both databases, and a team's goes from one to the other."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kanbandesk.__main__ import main as program
from kanbandesk.app.homes import BOARD, DESK, FILES, LOCK, Home, system_now
from kanbandesk.app.locks import FileLock
from kanbandesk.cli import main
from kanbandesk.models.faults import Shared
from kanbandesk.models.files import FileFolder
from kanbandesk.models.schema import bring_up_to_date
from kanbandesk.models.search import search
from kanbandesk.protocol import Outcome, PullRequest, PushRequest, mutation_of
from kanbandesk.server.administration import Administration
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.feed import digest
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.moving.tables import PASSING, TABLES, Sums, sums_of
from kanbandesk.server.places import create_if_missing, open_database
from kanbandesk.workflow.commands import CreateTicket
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from tests.factories.databases import Postgres
from tests.factories.worked_home import PICTURE, contents, everything, work_at

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


@contextmanager
def held(path: Path) -> Iterator[None]:
    lock = FileLock.take(path)
    yield
    lock.release()


@pytest.mark.parametrize("verb", ["share", "move", "backup", "restore"])
def test_the_verb_is_the_command_line_s_not_the_window_s(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        program([verb, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: kanbandesk {verb}")


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


def test_a_home_that_was_shared_is_kept_but_no_more_written_to(
    worked_home: Path, server_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = everything(worked_home / BOARD)
    share(worked_home, server_home)
    with pytest.raises(Shared, match=re.escape(str(server_home))):
        Home.open(worked_home)
    rows["meta"] = sorted([*rows["meta"], ("shared", str(server_home))])
    assert everything(worked_home / BOARD) == rows
    assert contents(worked_home)[DESK], "drafts stay at their desk"
    assert main(["export", "--home", str(worked_home), str(worked_home / "all.csv")]) == 0, "it can be read"
    assert share(worked_home, server_home.with_name("second")) == 1, "nor shared twice"
    assert main(["share", "--home", str(worked_home), "--take-back"]) == 0
    Home.open(worked_home).close()


def test_a_home_that_is_kept_goes_on_by_itself(worked_home: Path, server_home: Path) -> None:
    share(worked_home, server_home, "", "--keep")
    with closing(Home.open(worked_home)) as home:
        work_at(home.board_path, home.me, CreateTicket(ticket_id=new_id(), title="Only here"))
    epochs = {
        everything(path)["sync_head"][0][1] for path in (worked_home / BOARD, server_home / "server.db")
    }
    assert len(epochs) == 2, "nothing may take the two histories for one"


def test_a_dry_run_tells_all_and_changes_nothing(
    worked_home: Path, server_home: Path, team_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(worked_home / BOARD)
    assert share(worked_home, server_home, team_url, "--dry-run") == 0
    assert "5 tickets, 1 message, 11 events and 1 file (0.1 MB) would be taken" in capsys.readouterr().err
    assert not server_home.exists()
    assert everything(worked_home / BOARD) == before
    if team_url:
        with closing(opened(server_home, team_url)) as database:
            assert not database.has_workspace()


def test_a_board_in_use_is_not_shared(
    worked_home: Path, server_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Home.open(worked_home)):
        assert share(worked_home, server_home) == 1
    assert "is open in another program" in capsys.readouterr().err
    assert not server_home.exists()


def test_a_folder_in_which_a_server_runs_is_left_alone(worked_home: Path, server_home: Path) -> None:
    server_home.mkdir()
    with held(server_home / LOCK):
        assert share(worked_home, server_home) == 1
    assert contents(server_home).keys() == {LOCK}


def test_a_folder_with_other_things_is_left_alone(worked_home: Path, server_home: Path) -> None:
    server_home.mkdir()
    (server_home / "thesis.odt").write_text("years of work")
    assert share(worked_home, server_home) == 1
    assert contents(server_home) == {"thesis.odt": b"years of work"}
    Home.open(worked_home).close()


def test_a_workspace_that_nobody_has_entered_gives_way(
    worked_home: Path, server_home: Path, team_url: str
) -> None:
    """Whoever started the server first, to see it run, need not begin again."""
    with closing(open_database(server_home, team_url)) as database:
        create_if_missing(database, system_now, "Empty")
    assert share(worked_home, server_home, team_url) == 0
    assert sums(server_home, team_url)["ticket"][0] == 5


def test_a_workspace_that_somebody_uses_stays(
    worked_home: Path, server_home: Path, team_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_database(server_home, team_url)) as database:
        create_if_missing(database, system_now, "Theirs")
    with Administration(opened(server_home, team_url), server_home) as administration:
        administration.add("Bo", (Role.AGENT,))
    before = sums(server_home, team_url)
    assert share(worked_home, server_home, team_url) == 1
    assert "holds a workspace already; it was left untouched" in capsys.readouterr().err
    assert sums(server_home, team_url) == before
    Home.open(worked_home).close()


def test_a_login_that_cannot_be_leaves_nothing_behind(
    worked_home: Path, server_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert share(worked_home, server_home, "", "--login", " ") == 1
    assert "give another --login" in capsys.readouterr().err
    assert not server_home.exists()


def test_a_damaged_board_is_not_shared(
    worked_home: Path, server_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(worked_home / BOARD)) as connection, connection:
        connection.execute("UPDATE sync_head SET next_number = 2")
    assert share(worked_home, server_home) == 1
    assert "its tickets are newer than its head" in capsys.readouterr().err
    assert not server_home.exists()


def test_a_damaged_file_is_left_out_and_told(
    worked_home: Path, server_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (picture,) = (path for path in (worked_home / FILES).rglob("*") if path.is_file())
    picture.write_bytes(b"another")
    assert share(worked_home, server_home) == 0
    told = capsys.readouterr().err
    assert f"The file {picture.name} is damaged, and was left out." in told
    assert "1 attachment without a file here" in told
    assert not contents(server_home / FILES)


def test_a_team_s_desk_is_not_a_board_to_share(
    tmp_path: Path, server_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "team.json").write_text("{}")
    assert share(tmp_path / "desk", server_home) == 1
    assert "is one desk of a team" in capsys.readouterr().err


# -- from one database to the other -------------------------------------------------------------------------


def test_a_team_s_board_goes_to_postgresql_and_back_and_is_the_same(
    worked_home: Path, tmp_path: Path, postgres: Postgres
) -> None:
    url = postgres.url(postgres.create())
    share(worked_home, tmp_path / "first")
    first = everything(tmp_path / "first" / "server.db")
    words = ["--home", str(tmp_path / "first"), "move", str(tmp_path / "second"), "--database", url]
    assert main(words) == 0
    words = ["--home", str(tmp_path / "second"), "move", str(tmp_path / "third"), "--from-database", url]
    assert main(words) == 0
    third = everything(tmp_path / "third" / "server.db")
    assert [row[3] for row in sorted(third.pop("audit"))][-2:] == ["move", "move"]
    del first["audit"]
    assert third == first, "also the epoch: no desk begins anew"
    assert contents(tmp_path / "third" / FILES) == contents(worked_home / FILES)


def test_words_are_found_on_the_board_that_came_back(
    worked_home: Path, tmp_path: Path, postgres: Postgres
) -> None:
    url = postgres.url(postgres.create())
    share(worked_home, tmp_path / "first", url)
    main(["--home", str(tmp_path / "first"), "move", str(tmp_path / "second"), "--from-database", url])
    with closing(sqlite3.connect(tmp_path / "second" / "server.db")) as connection:
        assert len(search(connection, "lås")) == 1
        assert len(search(connection, "принтер")) == 5


def test_what_arrives_changed_is_not_kept(worked_home: Path, server_home: Path, postgres: Postgres) -> None:
    """A trigger stands for whatever may tamper with rows on their way in."""
    url = postgres.url(postgres.create())
    with closing(opened(server_home, url)) as database:
        database.migrate()
        with database.begin() as connection:
            connection.exec_driver_sql(
                "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS"
                " $$ BEGIN NEW.title := upper(NEW.title); RETURN NEW; END $$"
            )
            connection.exec_driver_sql(
                "CREATE TRIGGER shout BEFORE INSERT ON ticket FOR EACH ROW EXECUTE FUNCTION shout()"
            )
    assert share(worked_home, server_home, url) == 1
    assert not server_home.exists()
    with closing(opened(server_home, url)) as database:
        assert not database.has_workspace()
    Home.open(worked_home).close()


def test_a_database_under_a_running_server_is_not_moved(
    worked_home: Path, tmp_path: Path, postgres: Postgres, capsys: pytest.CaptureFixture[str]
) -> None:
    url = postgres.url(postgres.create())
    share(worked_home, tmp_path / "first", url)
    database = opened(tmp_path, url)
    server = TeamServer(database, system_now, FileFolder(tmp_path / "first" / FILES))
    server.leader.lead()
    move = ["--home", str(tmp_path / "first"), "move", str(tmp_path / "second"), "--from-database", url]
    assert main(move) == 1
    assert "A server still works on" in capsys.readouterr().err
    server.close()
    assert main(move) == 0, "it has given the lead away"


@pytest.mark.parametrize("address", ["mysql://nowhere/x", "postgresql+psycopg://nobody@localhost:1/x"])
def test_a_database_that_is_not_there_is_told_plainly(
    worked_home: Path, server_home: Path, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert share(worked_home, server_home, address) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not server_home.exists()
