"""A backup holds everything of one moment, and becomes a workspace again; what is damaged or hostile does not."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import stat
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from kanbandesk.app.homes import BOARD, DESK, FILES, Home, system_now
from kanbandesk.cli import main
from kanbandesk.models.base import table_of
from kanbandesk.models.files import FileFolder
from kanbandesk.models.schema import SCHEMA_VERSION, bring_up_to_date, schema_version
from kanbandesk.models.team import Invitation
from kanbandesk.protocol import Problem, PullRequest
from kanbandesk.server.administration import Administration
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.server import TeamServer
from kanbandesk.server.moving import parcel
from kanbandesk.server.moving.tables import Sums, sums_of
from kanbandesk.server.people.sessions import Sessions
from kanbandesk.workflow.commands import CreateTicket
from kanbandesk.workflow.ids import new_id
from tests.factories.databases import Postgres
from tests.factories.worked_home import contents, everything, work_at
from tests.factories.workflow import NOW

NEWLY_MADE = {"sync_head", "member", "audit", "invitation", "session"}
"""Tables in which a restored team's workspace differs from what was backed up."""
Parts = dict[str, bytes]


@pytest.fixture
def team_home(worked_home: Path, tmp_path: Path, team_url: str) -> Path:
    """The home of a team's server, its rows in either database."""
    home = tmp_path / "server"
    words = ["--database", team_url] if team_url else []
    assert main(["share", "--home", str(worked_home), str(home), *words]) == 0
    return home


@pytest.fixture
def empty_url(team_url: str, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where rows are restored to: the kind of database that they come from, but a new one."""
    if not team_url:
        yield ""
        return
    server: Postgres = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def archive(worked_home: Path, tmp_path: Path) -> Path:
    """A backup of a home."""
    out = tmp_path / "home.backup"
    assert main(["backup", "--home", str(worked_home), str(out)]) == 0
    return out


def with_url(words: list[str], url: str) -> list[str]:
    return [*words, *(["--database", url] if url else [])]


def opened(home: Path, url: str) -> Database:
    return Database.open(url or home / "server.db")


def sums(home: Path, url: str) -> Sums:
    with closing(opened(home, url)) as database, database.reading() as connection:
        return sums_of(connection)


def test_a_home_comes_back_as_it_was(worked_home: Path, archive: Path, tmp_path: Path) -> None:
    assert main(["restore", str(archive), str(tmp_path / "again")]) == 0
    before, after = everything(worked_home / BOARD), everything(tmp_path / "again" / BOARD)
    assert {name for name in before if before[name] != after[name]} == {"sync_head"}
    assert contents(tmp_path / "again" / FILES) == contents(worked_home / FILES)
    assert everything(tmp_path / "again" / DESK) == everything(worked_home / DESK)
    Home.open(tmp_path / "again").close()


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")
def test_a_backup_is_its_owner_s_alone(archive: Path) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600


def test_a_backup_is_made_while_somebody_works(worked_home: Path, tmp_path: Path) -> None:
    with closing(Home.open(worked_home)) as home:
        work_at(home.board_path, home.me, CreateTicket(ticket_id=new_id(), title="Meanwhile"))
        assert main(["backup", "--home", str(worked_home), str(tmp_path / "b")]) == 0
    main(["restore", str(tmp_path / "b"), str(tmp_path / "again")])
    assert len(everything(tmp_path / "again" / BOARD)["ticket"]) == 6


def test_a_backup_replaces_the_last_only_when_it_is_whole(worked_home: Path, archive: Path) -> None:
    whole = archive.read_bytes()
    with closing(sqlite3.connect(worked_home / BOARD)) as connection, connection:
        connection.execute("UPDATE sync_head SET ver = 1")
    assert main(["backup", "--home", str(worked_home), str(archive)]) == 1
    assert archive.read_bytes() == whole
    assert [one.name for one in archive.parent.glob(".*")] == []


def test_a_team_s_workspace_comes_back(
    team_home: Path, team_url: str, empty_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "b")
    assert main(with_url(["backup", "--home", str(team_home), out], team_url)) == 0
    again = tmp_path / "again"
    assert main(with_url(["restore", out, str(again)], empty_url)) == 0
    assert "5 tickets, 1 message, 11 events and 1 file are in" in capsys.readouterr().err
    before, after = sums(team_home, team_url), sums(again, empty_url)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= NEWLY_MADE
    assert before["member"] == after["member"]
    assert contents(again / FILES) == contents(team_home / FILES)


def test_a_backup_of_one_database_is_restored_into_the_other(
    team_home: Path, team_url: str, tmp_path: Path, postgres: Postgres
) -> None:
    main(with_url(["backup", "--home", str(team_home), str(tmp_path / "b")], team_url))
    other = "" if team_url else postgres.url(postgres.create())
    assert main(with_url(["restore", str(tmp_path / "b"), str(tmp_path / "again")], other)) == 0
    assert sums(tmp_path / "again", other)["ticket"][0] == 5


def test_a_restored_history_is_another_and_lets_nobody_in_by_old_tokens(
    team_home: Path, team_url: str, empty_url: str, tmp_path: Path
) -> None:
    """What was revoked or accepted since the backup must not come to life again."""
    with Administration(opened(team_home, team_url), team_home) as administration:
        ada = administration.all()[0].agent.id
        token, _ = administration.people.invitations.invite(ada, "ada", by="")
    server = TeamServer(opened(team_home, team_url), system_now, FileFolder(team_home / FILES))
    pulled = server.pull(ada, PullRequest(client_id="desk"))
    server.close()
    assert pulled is not None
    main(with_url(["backup", "--home", str(team_home), str(tmp_path / "b")], team_url))
    main(with_url(["restore", str(tmp_path / "b"), str(tmp_path / "again")], empty_url))
    server = TeamServer(
        opened(tmp_path / "again", empty_url), system_now, FileFolder(tmp_path / "again" / FILES)
    )
    with pytest.raises(Problem, match="resync"):
        server.pull(ada, PullRequest(client_id="desk", cursor=pulled.cursor, groups=pulled.groups))
    server.close()
    with Administration(opened(tmp_path / "again", empty_url), tmp_path / "again") as administration:
        with pytest.raises(Problem, match="not_found"):
            administration.people.invitations.accept(token, "a horse in the battery", "")
        assert administration.people.verify_audit().broken_at == 0
    with closing(opened(team_home, team_url)) as database, database.reading() as connection:
        used = connection.scalars(select(table_of(Invitation).c.used_at)).all()
    assert None in used, "the place that was backed up is as it was"


@pytest.mark.parametrize("keeps", [False, True], ids=["ended", "kept"])
def test_desks_stay_signed_in_only_where_that_is_asked_for(
    team_home: Path, team_url: str, empty_url: str, tmp_path: Path, keeps: bool
) -> None:
    with closing(opened(team_home, team_url)) as database, database.begin() as connection:
        Sessions(database, system_now).open(connection, agent_id="ada", client_id="desk", device="laptop")
    main(with_url(["backup", "--home", str(team_home), str(tmp_path / "b")], team_url))
    words = ["restore", str(tmp_path / "b"), str(tmp_path / "again"), *(["--keep-sessions"] if keeps else [])]
    assert main(with_url(words, empty_url)) == 0
    assert sums(tmp_path / "again", empty_url)["session"][0] == keeps


def test_a_desk_s_own_board_does_not_go_into_a_database(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [
        "restore",
        str(archive),
        str(tmp_path / "again"),
        "--database",
        "postgresql+psycopg://nobody@localhost:1/x",
    ]
    assert main(words) == 1
    assert "restore it into a folder, then share it" in capsys.readouterr().err


def test_only_an_empty_place_is_restored_into(worked_home: Path, archive: Path) -> None:
    before = contents(worked_home)
    assert main(["restore", str(archive), str(worked_home)]) == 1
    assert contents(worked_home) == before


def test_a_team_s_desk_is_not_backed_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A copy of its outbox would be a second desk under the same name."""
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "team.json").write_text("{}")
    assert main(["backup", "--home", str(tmp_path / "desk"), str(tmp_path / "b")]) == 1
    assert "is one desk of a team" in capsys.readouterr().err


def test_a_backup_of_an_older_version_is_brought_up_to_date(archive: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    old.touch()
    bring_up_to_date(old, 1)
    with closing(sqlite3.connect(old)) as connection, connection:  # as that version wrote it
        connection.execute("INSERT INTO sync_head VALUES (1, 'of old', 1, 0, 1, ?)", (NOW,))
        connection.execute("INSERT INTO meta VALUES ('me', 'ada')")
    ((_, epoch, ver, *_),) = everything(old)["sync_head"]
    pack(archive, relisted({**parts_of(archive), BOARD: old.read_bytes()}, epoch=epoch, ver=ver, schema=1))
    assert main(["restore", str(archive), str(tmp_path / "again")]) == 0
    Home.open(tmp_path / "again").close()
    assert schema_version(tmp_path / "again" / BOARD) == SCHEMA_VERSION


# -- what is damaged ----------------------------------------------------------------------------------------


def parts_of(path: Path) -> Parts:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path: Path, parts: Parts) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def relisted(parts: Parts, **changes: Any) -> Parts:
    """Give the parts a list that fits them, as somebody would who means harm."""
    told = json.loads(parts[parcel.LIST])
    others = {name: content for name, content in parts.items() if name != parcel.LIST}
    told["parts"] = {
        name: (len(content), hashlib.sha256(content).hexdigest()) for name, content in others.items()
    }
    return others | {parcel.LIST: json.dumps(told | changes).encode()}


def refused(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Try to restore what must not be; return what is told."""
    target = path.with_name("nowhere")
    before = set(path.parent.iterdir())
    capsys.readouterr()
    assert main(["restore", str(path), str(target)]) == 1
    assert set(path.parent.iterdir()) == before
    told = capsys.readouterr().err
    assert "Nothing was written." in told
    assert told.count("\n") == 1
    return told


def test_a_bit_that_fell_over_is_found_and_its_part_named(
    archive: Path, worked_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = bytearray(archive.read_bytes())
    whole[whole.index(b"last page", 1000) + 3] ^= 1
    archive.write_bytes(whole)
    (content,) = contents(worked_home / FILES)
    assert f"files/{content}" in refused(archive, capsys)


def test_an_archive_that_was_cut_off_is_refused(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    archive.write_bytes(archive.read_bytes()[:-200])
    assert "is damaged" in refused(archive, capsys)


def test_every_place_at_which_it_may_be_cut_or_flipped_is_refused_or_harmless(
    archive: Path, tmp_path: Path
) -> None:
    """Whatever comes out is a plain refusal, or the board as it was."""
    whole = archive.read_bytes()
    for place in range(0, len(whole), len(whole) // 20):
        flipped = bytearray(whole)
        flipped[place] ^= 0x55
        archive.write_bytes(flipped)
        target = tmp_path / f"at{place}"
        is_done = main(["restore", str(archive), str(target)]) == 0
        assert target.exists() is is_done
        if is_done:
            assert len(everything(target / BOARD)["ticket"]) == 5


@pytest.mark.parametrize("text", [b"", b"not a zip at all", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_backup_is_refused(
    tmp_path: Path, text: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "b").write_bytes(text)
    refused(tmp_path / "b", capsys)


def test_a_backup_of_a_newer_program_asks_for_that(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack(archive, relisted(parts_of(archive), format=parcel.FORMAT + 1))
    assert main(["restore", str(archive), str(archive.with_name("nowhere"))]) == 1
    assert "please update the program" in capsys.readouterr().err


# -- what is hostile ----------------------------------------------------------------------------------------


def on_board(parts: Parts, folder: Path, *statements: str) -> Parts:
    """Change the board in an archive."""
    path = folder / "evil.db"
    path.write_bytes(parts[BOARD])
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA journal_mode = DELETE")
    content = path.read_bytes()
    path.unlink()
    return relisted(parts | {BOARD: content})


@pytest.mark.parametrize(
    "name",
    [
        "../outside",
        "/etc/cron.d/x",
        "files/../../x",
        "C:\\x",
        "files/ab/" + "c" * 64,
        "server.db",
        "lock",
        "files/",
    ],
)
def test_a_name_that_no_backup_has_is_refused(
    archive: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pack(archive, relisted(parts_of(archive) | {name: b"boo"}))
    refused(archive, capsys)


def test_a_content_under_another_s_name_is_refused(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack(archive, relisted(parts_of(archive) | {f"files/ab/ab{'c' * 62}": b"boo"}))
    assert "holds what no backup has" in refused(archive, capsys)


def test_a_name_that_is_there_twice_is_refused(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"), zipfile.ZipFile(archive, "a") as more:
        more.writestr(BOARD, b"another")
    assert "do not fit" in refused(archive, capsys)


def test_a_part_that_is_not_listed_is_refused(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(archive, "a") as more:
        more.writestr("drafts.db", b"x") if "drafts.db" not in more.namelist() else more.writestr("x", b"x")
    assert "do not fit" in refused(archive, capsys)


def test_a_bomb_is_refused_before_it_goes_off(
    archive: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel, "HARMLESS", 1 << 20)
    zeros = bytes(64 << 20)
    parts = parts_of(archive)
    sha256 = hashlib.sha256(zeros).hexdigest()
    pack(archive, relisted(parts | {f"files/{sha256[:2]}/{sha256}": zeros}))
    assert archive.stat().st_size < 1 << 20
    assert "would unpack to more than any backup does" in refused(archive, capsys)


def test_a_part_that_is_larger_than_its_list_says_is_not_unpacked(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = parts_of(archive)
    told = json.loads(parts[parcel.LIST])
    told["parts"][BOARD][0] = 10
    pack(archive, parts | {parcel.LIST: json.dumps(told).encode()})
    assert f"{BOARD} is not what its list says" in refused(archive, capsys)


def test_a_part_that_is_whole_but_not_the_listed_one_is_refused(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = parts_of(archive)
    told = json.loads(parts[parcel.LIST])
    told["parts"][BOARD][1] = "0" * 64
    pack(archive, parts | {parcel.LIST: json.dumps(told).encode()})
    assert f"{BOARD} is not what its list says" in refused(archive, capsys)


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("CREATE TRIGGER evil AFTER INSERT ON ticket BEGIN DELETE FROM audit; END", "trigger 'evil'"),
        ("CREATE VIEW evil AS SELECT 1", "view 'evil'"),
        ("DROP INDEX ix_ticket_ver", "index 'ix_ticket_ver' is missing"),
        ("PRAGMA application_id = 7", "is not a board of KanbanDesk"),
        ("PRAGMA user_version = 99", "written by a newer KanbanDesk"),
        ("UPDATE receipt SET mid = mid + 100", "receipts go beyond"),
        ("INSERT INTO commit_log VALUES (999, 1, 1, '', '', 1)", "its log of commits is newer"),
        ("UPDATE sync_head SET epoch = 'another'", "its list tells of another moment"),
        ("DELETE FROM sync_head", "its head is not one row"),
    ],
)
def test_a_board_that_is_not_what_it_should_be_is_refused(
    archive: Path, tmp_path: Path, statement: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "aside"
    folder.mkdir()
    pack(archive, on_board(parts_of(archive), folder, statement))
    shutil.rmtree(folder)
    assert told in refused(archive, capsys)


@pytest.mark.parametrize(
    "list_",
    [
        b"",
        b"[]",
        b'{"format": 1}',
        b'{"format": "1"}',
        b"\xff\xfe",
        b'{"format": 1, "kind": "solo", "parts": 3}',
    ],
)
def test_a_list_that_is_no_list_is_refused(
    archive: Path, list_: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    pack(archive, parts_of(archive) | {parcel.LIST: list_})
    refused(archive, capsys)


@pytest.mark.parametrize(
    "changes",
    [
        {"parts": {BOARD: 3}},
        {"parts": {BOARD: [None, None]}},
        {"parts": [BOARD]},
        {"rows": {"ticket": None}},
        {"rows": "many"},
        {"made_at": 10**30},
        {"made_at": -1},
        {"kind": "cloud"},
        {"ver": "7"},
    ],
    ids=str,
)
def test_a_list_of_strange_values_is_refused(
    archive: Path, changes: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    parts = parts_of(archive)
    pack(archive, parts | {parcel.LIST: json.dumps(json.loads(parts[parcel.LIST]) | changes).encode()})
    refused(archive, capsys)


def test_a_name_from_elsewhere_does_not_steer_the_terminal(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack(archive, relisted(parts_of(archive), workspace="\x1b[2JAll is well\n", rows={}))
    assert main(["restore", str(archive), str(archive.with_name("again"))]) == 0
    assert "\x1b" not in capsys.readouterr().err
