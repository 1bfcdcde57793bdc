"""The board of one desk is brought to a running server over HTTP: all of it, once, or nothing."""

from __future__ import annotations

import io
import shutil
import socket
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from kanbandesk import wire
from kanbandesk.app import sharing
from kanbandesk.app import team as joining
from kanbandesk.app.homes import BOARD, FILES, Home
from kanbandesk.app.membership import Membership
from kanbandesk.app.sharing import Entry, share_over_the_wire
from kanbandesk.cli import main
from kanbandesk.models.faults import Shared
from kanbandesk.models.search import search_in
from kanbandesk.protocol import RESYNC, Cursor, PullRequest
from kanbandesk.server.api.services import Settings
from kanbandesk.server.core.database import Database
from kanbandesk.server.core.feed import digest
from kanbandesk.server.core.membership import rebuild_members
from kanbandesk.server.moving.backup import back_up
from kanbandesk.server.moving.parcel import SOLO, TEAM
from kanbandesk.server.moving.tables import Sums, sums_of
from kanbandesk.sync.keys import Keys
from kanbandesk.sync.office import Brought, Office, Told
from kanbandesk.sync.reach import Unreachable
from kanbandesk.sync.transport import HttpTransport
from kanbandesk.workflow.commands import CreateTicket
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from tests.factories.knocking import PASSWORD, Door
from tests.factories.worked_home import TICKETS, contents

KEPT = {"receipt", "ticket", "message", "attachment", "event", "link", "setting", "client", "contact"}
"""Tables of which nothing changes on the way."""


@pytest.fixture
def door(database: Database, tmp_path: Path) -> Iterator[Door]:
    """A server as it was started for the first time: its administrator has an account, nobody has done anything."""
    door = Door(database, tmp_path)
    door.become(door.ada, Role.AGENT, Role.ADMINISTRATOR)
    door.let_in(door.ada, "ada@example.org")
    with door.open():
        yield door


@pytest.fixture
def token(door: Door) -> str:
    return door.sign_in("ada@example.org").token


@pytest.fixture
def archive(worked_home: Path, tmp_path: Path) -> Path:
    with closing(Database.open(worked_home / BOARD)) as board:
        back_up(board, worked_home / FILES, tmp_path / "board.backup", kind=SOLO)
    return tmp_path / "board.backup"


def bring(door: Door, token: str, body: bytes) -> httpx.Response:
    return door.ask("POST", "/v1/restore", token, content=body)


def sums(database: Database) -> Sums:
    with database.reading() as connection:
        return sums_of(connection)


def is_untouched(door: Door, token: str) -> bool:
    """Whether a board would still be taken, and nothing of one lies about."""
    root = door.team.files.root
    left = [one for one in root.rglob("*") if one.is_file()] if root.exists() else []
    return door.ask("GET", "/v1/restore", token).status_code == 200 and not left


def test_the_board_arrives_with_numbers_history_receipts_and_files(
    door: Door, token: str, archive: Path, worked_home: Path
) -> None:
    with closing(Database.open(worked_home / BOARD)) as solo:
        before = sums(solo)
    answer = bring(door, token, archive.read_bytes())
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["name"], told["workspace"]) == ("Ada Berg", "Support")
    assert (told["tickets"], told["files"], told["missing"]) == (TICKETS, 1, 0)
    after = sums(door.database)
    assert {name for name in before if before[name] == after[name]} >= KEPT
    assert contents(door.team.files.root) == contents(worked_home / FILES)
    with door.database.reading() as connection:
        assert len(search_in(connection, "принтер")) == TICKETS
    assert door.people.verify_audit().broken_at == 0


def test_the_feed_tells_of_the_board_as_one_made_anew_would(door: Door, token: str, archive: Path) -> None:
    me = bring(door, token, archive.read_bytes()).json()["agent_id"]
    asked = wire.pull_request_to_json(PullRequest(client_id=new_id(), wants_digest=True))
    answer = wire.pull_answer_from_json(door.ask("POST", "/v1/sync/pull", token, content=asked).content)
    assert sum(put.kind == "ticket" for put in answer.puts) == TICKETS
    assert any(put.kind == "agent" and put.id == me for put in answer.puts)
    with door.database.begin() as connection:
        rebuild_members(connection)
        assert digest(connection, answer.groups) == answer.digest


def test_who_brought_it_goes_on_as_the_board_s_first_person(door: Door, token: str, archive: Path) -> None:
    me = bring(door, token, archive.read_bytes()).json()["agent_id"]
    assert me != door.ada
    (session,) = door.ask("GET", "/v1/sessions", token).json()["sessions"]
    assert (session["agent_id"], session["is_current"]) == (me, True)
    assert door.sign_in("ada@example.org").agent_id == me
    invitation = {"agent_id": me, "login": "ada@example.org"}
    assert door.ask("POST", "/v1/invitations", token, json=invitation).status_code == 200


def test_other_desks_of_the_administrator_forget_what_was_there(
    door: Door, token: str, archive: Path
) -> None:
    other = door.sign_in("ada@example.org").token
    bring(door, token, archive.read_bytes())
    assert door.ask("GET", "/v1/sessions", other).json()["code"] == "wipe"


def test_a_desk_that_has_pulled_begins_anew(door: Door, token: str, archive: Path) -> None:
    desk = new_id()
    asked = wire.pull_request_to_json(PullRequest(client_id=desk))
    first = wire.pull_answer_from_json(door.ask("POST", "/v1/sync/pull", token, content=asked).content)
    assert isinstance(first.cursor, Cursor)
    bring(door, token, archive.read_bytes())
    with door.database.reading() as connection:
        assert sums_of(connection)["commit_log"][0] > 1
    assert door.team.head() > first.cursor.ver
    again = wire.pull_request_to_json(PullRequest(client_id=desk, cursor=first.cursor, groups=first.groups))
    assert door.ask("POST", "/v1/sync/pull", token, content=again).json()["code"] == RESYNC


def test_a_board_is_brought_once_and_is_known_again(door: Door, token: str, archive: Path) -> None:
    with zipfile.ZipFile(archive) as parcel:
        origin = wire.from_json(parcel.read("manifest.json"))["parts"][BOARD][1]
    bring(door, token, archive.read_bytes())
    answer = bring(door, token, archive.read_bytes())
    assert (answer.status_code, answer.json()["code"]) == (409, "occupied")
    assert answer.json()["params"] == {"origin": origin}
    assert door.ask("GET", "/v1/restore", token).json()["params"] == {"origin": origin}


@pytest.mark.parametrize("touched", ["ticket", "person"])
def test_a_workspace_in_use_is_left_as_it_is(door: Door, token: str, archive: Path, touched: str) -> None:
    if touched == "ticket":
        door.decide(CreateTicket(ticket_id=new_id(), title="The first one"), door.ada)
    else:
        door.agent("ben")
    before = sums(door.database)
    answer = bring(door, token, archive.read_bytes())
    assert (answer.status_code, answer.json()["params"]) == (409, {"origin": ""})
    assert sums(door.database) == before


def damaged(archive: Path, how: str) -> bytes:
    body = bytearray(archive.read_bytes())
    if how == "cut":
        return bytes(body[: len(body) // 2])
    if how == "no archive":
        return b"hello"
    with zipfile.ZipFile(archive) as parcel:
        name = next(name for name in parcel.namelist() if name.startswith("files/"))
        body[parcel.getinfo(name).header_offset + 200] ^= 1
    return bytes(body)


@pytest.mark.parametrize("how", ["cut", "no archive", "another bit"])
def test_a_damaged_board_is_refused_whole(door: Door, token: str, archive: Path, how: str) -> None:
    answer = bring(door, token, damaged(archive, how))
    assert (answer.status_code, answer.json()) == (
        422,
        {"code": "no_board", "params": {"reason": "damaged"}},
    )
    assert is_untouched(door, token)
    assert bring(door, token, archive.read_bytes()).status_code == 200


def test_nothing_is_not_a_board(door: Door, token: str) -> None:
    assert bring(door, token, b"").json() == {"code": "malformed", "params": {"field": "body"}}


def test_the_backup_of_a_team_is_restored_at_its_server_only(door: Door, token: str, tmp_path: Path) -> None:
    back_up(door.database, tmp_path / "no-files", tmp_path / "team.backup", kind=TEAM)
    answer = bring(door, token, (tmp_path / "team.backup").read_bytes())
    assert answer.json() == {"code": "no_board", "params": {"reason": "team"}}
    assert is_untouched(door, token)


def test_an_upload_that_breaks_off_leaves_nothing(door: Door, token: str, archive: Path) -> None:
    body = archive.read_bytes()
    place = urlsplit(str(door.client.base_url))
    with socket.create_connection((place.hostname, place.port or 0)) as line:
        head = f"POST /v1/restore HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {token}\r\n"
        line.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:-1])
    answer = bring(door, token, body)  # its turn comes when the other's is over
    while answer.status_code == 503:
        answer = bring(door, token, body)
    assert answer.status_code == 200


def test_what_fails_while_it_is_put_in_place_leaves_nothing(
    door: Door, token: str, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kanbandesk.protocol import BUSY, Problem
    from kanbandesk.server.moving import taking

    def fail(*_: object) -> None:
        raise Problem(BUSY, after=1)

    with monkeypatch.context() as patch:
        patch.setattr(taking, "rebuild_members", fail)
        assert bring(door, token, archive.read_bytes()).status_code == 503
    assert is_untouched(door, token)
    assert bring(door, token, archive.read_bytes()).status_code == 200


def test_a_board_longer_than_the_server_takes_is_refused(
    *,
    sqlite_board: Path,
    tmp_path: Path,
    archive: Path,
    worked_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    database = Database.open(shutil.copy(sqlite_board, tmp_path / "server.db"))
    door = Door(database, tmp_path, Settings(longest_board=1_000))
    door.become(door.ada, Role.AGENT, Role.ADMINISTRATOR)
    door.let_in(door.ada, "ada")
    with door.open():
        token = door.sign_in("ada").token
        answer = bring(door, token, archive.read_bytes())
        assert (answer.status_code, answer.json()["params"]) == (413, {"limit": 1_000})
        assert is_untouched(door, token)
        assert share(door, worked_home, monkeypatch, "--login", "ada") == 1
        assert "takes at most 1,000 bytes" in capsys.readouterr().err


# -- the desk's side --------------------------------------------------------------------------------------------------


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Keys:
    """Tokens are kept by this program only."""
    keys = Keys(None)
    monkeypatch.setattr(joining, "system_keys", lambda: keys)
    return keys


def share(
    door: Door, home: Path, monkeypatch: pytest.MonkeyPatch, *more: str, password: str = PASSWORD
) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    server = str(door.client.base_url)
    return main(["share", "--home", str(home), "--server", server, "--login", "ada@example.org", *more])


def test_share_brings_the_board_and_keeps_the_home_to_be_read(
    door: Door, worked_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(worked_home / FILES)
    assert share(door, worked_home, monkeypatch) == 0
    told = capsys.readouterr().err
    assert f"{TICKETS} tickets" in told
    assert "is kept as it is" in told
    assert contents(worked_home / FILES) == before
    assert not [one.name for one in worked_home.iterdir() if one.name.startswith(".")]
    with pytest.raises(Shared):
        Home.open(worked_home)
    assert door.ask("GET", "/v1/sessions", door.sign_in("ada@example.org").token).status_code == 200


@pytest.mark.parametrize("trouble", ["occupied", "bad_sign_in", "forbidden", "unreachable"])
def test_a_share_that_is_refused_changes_nothing(
    door: Door,
    worked_home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    trouble: str,
) -> None:
    more, password, words = [], PASSWORD, "Nothing was changed."
    if trouble == "occupied":
        door.decide(CreateTicket(ticket_id=new_id(), title="The first one"), door.ada)
        words = "is in use"
    elif trouble == "forbidden":
        door.agent("ben")
        more, words = ["--login", "ben"], "Only an administrator"
    elif trouble == "bad_sign_in":
        password, words = "wrong", "does not know this login"
    else:
        more, words = ["--server", "http://127.0.0.1:1"], "cannot be reached"
    assert share(door, worked_home, monkeypatch, *more, password=password) == 1
    assert words in capsys.readouterr().err
    Home.open(worked_home).close()


def test_a_board_whose_answer_was_lost_is_known_to_have_arrived(
    door: Door, worked_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(self: Office, archive: Path, told: Told) -> Brought:
        Office.real_bring(self, archive, told)  # type: ignore[attr-defined]
        raise Unreachable("the line broke")

    monkeypatch.setattr(Office, "real_bring", Office.bring, raising=False)
    monkeypatch.setattr(Office, "bring", lose)
    monkeypatch.setattr(sharing, "PAUSE", 0)
    entry = Entry(server=str(door.client.base_url), login="ada@example.org", password=PASSWORD)
    with closing(Home.open(worked_home)) as home:
        done = share_over_the_wire(home, entry, lambda *_: None)
    assert done.brought is None
    with pytest.raises(Shared):
        Home.open(worked_home)


def test_a_board_that_never_arrived_is_not_taken_for_shared(
    door: Door, worked_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(_self: Office, _archive: Path, _told: Told) -> Brought:
        raise Unreachable("the line broke")

    monkeypatch.setattr(Office, "bring", lose)
    monkeypatch.setattr(sharing, "PAUSE", 0)
    entry = Entry(server=str(door.client.base_url), login="ada@example.org", password=PASSWORD)
    with closing(Home.open(worked_home)) as home, pytest.raises(Unreachable):
        share_over_the_wire(home, entry, lambda *_: None)
    Home.open(worked_home).close()


def test_the_home_becomes_a_desk_of_the_team_without_signing_in_again(
    door: Door, worked_home: Path, tmp_path: Path, keys: Keys
) -> None:
    token, _ = door.people.invitations.invite(door.ada, "ada@example.org", by="")
    link = f"{door.client.base_url}/join/{token}"
    entry = Entry(server=link, login="", password="a horse in the battery")
    sent = []
    with closing(Home.open(worked_home)) as home:
        me = home.me
        share_over_the_wire(home, entry, lambda *one: sent.append(one), desk_folder=tmp_path / "desk")
    assert sent[-1][0] == sent[-1][1] > 0
    membership = Membership.read(tmp_path / "desk")
    assert (membership.agent_id, membership.login) == (me, "ada@example.org")
    transport = HttpTransport(membership.server, keys.find(membership.desk))
    answer = transport.pull(PullRequest(client_id=new_id()))
    transport.close()
    assert answer is not None
    assert sum(put.kind == "ticket" for put in answer.puts) == TICKETS
