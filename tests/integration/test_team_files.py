"""Files between desks and a real server: those that it lost come back by themselves, those too large are told of."""

from __future__ import annotations

import re
import secrets
import shutil
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kanbandesk.models.files import FileFolder
from kanbandesk.protocol import GONE, Problem
from kanbandesk.server.api.services import Settings
from kanbandesk.server.moving.backup import back_up
from kanbandesk.server.moving.parcel import TEAM
from kanbandesk.server.moving.restore import restore
from kanbandesk.sync import uploads
from kanbandesk.sync.desk import Place, TeamDesk
from kanbandesk.sync.reach import WantedFiles
from kanbandesk.sync.transport import HttpTransport
from kanbandesk.workflow.codes import FILE_TOO_LARGE
from kanbandesk.workflow.commands import AddAttachment, AddNote
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.team import Connection
from tests.conftest import ExpectedLog
from tests.factories.served_team import Cable, ServedTeam
from tests.integration.desk_contract import PATIENCE, done, new_ticket, note, result
from tests.integration.test_team_desk import live, settle

MEGA = 1 << 20


@pytest.fixture
def team(tmp_path: Path) -> Iterator[ServedTeam]:
    served = ServedTeam(tmp_path / "server")
    yield served
    served.stop()


Open = Callable[..., TeamDesk]


@pytest.fixture
def open_desk(team: ServedTeam, tmp_path: Path) -> Iterator[Open]:
    """Opens Ada's desk, at the server or at what stands before it."""
    desks: list[TeamDesk] = []
    token = team.token(team.ada)

    def opened(url: str = "", transport: type[HttpTransport] = HttpTransport) -> TeamDesk:
        folder = tmp_path / "ada"
        folder.mkdir(exist_ok=True)
        desk = TeamDesk(Place(folder=folder, agent_id=team.ada), lambda: transport(url or team.url, token))
        desks.append(desk)
        result(desk.warm_up())
        live(desk)
        return desk

    yield opened
    for desk in desks:
        desk.close()


def attach(desk: TeamDesk, ticket_id: str, folder: Path, content: bytes) -> AddAttachment:
    """Return the command that hangs a file on a ticket, whose content the desk keeps."""
    path = folder / f"{secrets.token_hex(4)}.bin"
    path.write_bytes(content)
    sha256, size = result(desk.keep_file(path))
    return AddAttachment(
        ticket_id=ticket_id,
        attachment_id=new_id(),
        file_name="label.bin",
        size=size,
        media_type="application/octet-stream",
        sha256=sha256,
    )


Comes = Callable[[FileFolder, str], bool]


@pytest.fixture
def comes(monkeypatch: pytest.MonkeyPatch) -> Comes:
    """Waits until a content is kept in a folder, by whomever."""
    kept = threading.Condition()
    keep = FileFolder.keep

    def keep_and_tell(folder: FileFolder, source: Path) -> tuple[str, int]:
        done = keep(folder, source)
        with kept:
            kept.notify_all()
        return done

    monkeypatch.setattr(FileFolder, "keep", keep_and_tell)

    def comes(folder: FileFolder, sha256: str) -> bool:
        with kept:
            return kept.wait_for(lambda: folder.has(sha256), PATIENCE)

    return comes


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A desk that comes back asks at once what is missing, also when it has just asked."""
    monkeypatch.setattr(uploads, "AT_MOST", 0.0)


# -- what the server has lost -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("impatient")
def test_a_file_that_the_server_lost_comes_back_from_a_desk(
    team: ServedTeam, open_desk: Open, tmp_path: Path, comes: Comes
) -> None:
    desk = open_desk()
    command = attach(desk, new_ticket(desk), tmp_path, b"blank label")
    done(desk, command)
    assert team.files.has(command.sha256)
    team.stop()
    shutil.rmtree(team.files.root)
    team.start()
    live(desk)
    assert comes(team.files, command.sha256)


def test_a_file_that_was_lost_while_nobody_was_there_comes_back_when_somebody_is(
    team: ServedTeam, open_desk: Open, tmp_path: Path, comes: Comes
) -> None:
    desk = open_desk()
    command = attach(desk, new_ticket(desk), tmp_path, b"blank label")
    done(desk, command)
    desk.close()
    shutil.rmtree(team.files.root)
    open_desk()
    assert comes(team.files, command.sha256)


def test_files_come_back_to_a_server_that_was_restored_from_an_older_backup(
    team: ServedTeam, open_desk: Open, tmp_path: Path, comes: Comes
) -> None:
    """One hung on a ticket before the backup, whose copy was lost, and one that came after it (sync.md 1.6)."""
    desk = open_desk()
    ticket_id = new_ticket(desk)
    before = attach(desk, ticket_id, tmp_path, b"before the backup")
    done(desk, before)
    team.files.forget(before.sha256)
    back_up(team.core.database, team.files.root, tmp_path / "backup", kind=TEAM)
    after = attach(desk, ticket_id, tmp_path, b"after the backup")
    done(desk, after)
    team.stop()
    restore(tmp_path / "backup", tmp_path / "again", keeps_sessions=True)
    team.path, team.files = tmp_path / "again" / "server.db", FileFolder(tmp_path / "again" / "files")
    team.start()
    assert comes(team.files, after.sha256)
    assert comes(team.files, before.sha256)
    settle(desk)
    assert {one.sha256 for one in result(desk.ticket(ticket_id)).attachments} == {
        before.sha256,
        after.sha256,
    }


class OfYesterday(HttpTransport):
    """A way to a server that cannot be asked for what it misses."""

    def wanted_files(self, here: tuple[str, ...]) -> WantedFiles:
        raise Problem(GONE, kind="Page", id=str(len(here)))


def test_a_server_that_cannot_be_asked_is_brought_files_all_the_same(
    team: ServedTeam, open_desk: Open, tmp_path: Path
) -> None:
    desk = open_desk(transport=OfYesterday)
    command = attach(desk, new_ticket(desk), tmp_path, b"blank label")
    done(desk, command)
    assert team.files.has(command.sha256)
    assert live(desk).code == ""


# -- what is too large ------------------------------------------------------------------------------------------------


@pytest.fixture
def narrow(team: ServedTeam) -> ServedTeam:
    """A server that takes files of 1 MiB."""
    team.stop()
    team.settings = Settings(longest_file=MEGA)
    team.start()
    return team


def test_a_file_that_is_too_large_is_refused_before_it_is_sent(
    narrow: ServedTeam, open_desk: Open, tmp_path: Path
) -> None:
    desk = open_desk()
    ticket_id = new_ticket(desk)
    done(desk, attach(desk, ticket_id, tmp_path, b"a small one, with which the desk learns the limit"))
    command = attach(desk, ticket_id, tmp_path, bytes(2 * MEGA))
    receipt = result(desk.submit(command))
    assert (receipt.is_applied, receipt.code) == (False, FILE_TOO_LARGE)
    assert dict(receipt.params) == {"name": "label.bin", "size": 2 * MEGA, "limit": MEGA}
    assert desk.team.status().pending == 0
    assert not narrow.files.has(command.sha256)
    assert live(desk).connection is Connection.LIVE


def test_a_file_given_offline_that_turns_out_too_large_comes_back_with_the_reason(
    narrow: ServedTeam, open_desk: Open, tmp_path: Path
) -> None:
    cable = Cable(narrow.port)
    desk = open_desk(cable.url)
    ticket_id = new_ticket(desk)
    cable.cut()
    live(desk, Connection.OFFLINE)
    desk._uploads.longest = 0  # as in a run that has not met the server yet
    command = attach(desk, ticket_id, tmp_path, bytes(2 * MEGA))
    assert result(desk.submit(command)).is_applied
    assert result(desk.submit(note(ticket_id, "behind it"))).is_applied
    cable.mend()
    desk.team.sync_now()
    live(desk)
    settle(desk)
    (returned,) = result(desk.team.returned())
    assert (returned.command, returned.code) == (command, FILE_TOO_LARGE)
    assert dict(returned.params) == {"name": "label.bin", "size": 2 * MEGA, "limit": MEGA}
    detail = result(desk.ticket(ticket_id))
    assert detail.attachments == ()
    assert [message.body for message in detail.messages] == ["behind it"]
    assert result(desk.file(command.sha256)).stat().st_size == 2 * MEGA, "the desk still has it"
    desk.close()
    cable.cut()


class CuttingProxy(Cable):
    """Takes no body over 1 MiB, as nginx comes; `is_rude`: it says nothing, and hangs up."""

    is_rude = False

    def passes(self, said: bytes, near: socket.socket) -> bool:
        length = re.search(rb"\r\ncontent-length: (\d+)", said, re.IGNORECASE)
        if not said.startswith(b"PUT ") or length is None or int(length[1]) <= MEGA:
            return True
        if self.is_rude:
            near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        else:
            page = b"<html><h1>413 Request Entity Too Large</h1></html>"
            head = (
                b"HTTP/1.1 413 Request Entity Too Large\r\nConnection: close\r\nContent-Type: text/html\r\n"
            )
            near.sendall(head + b"Content-Length: %d\r\n\r\n" % len(page) + page)
        return False


@pytest.fixture
def proxy(team: ServedTeam) -> Iterator[CuttingProxy]:
    cutting = CuttingProxy(team.port)
    yield cutting
    cutting.cut()


@pytest.mark.parametrize("is_rude", [False, True])
def test_a_file_that_a_proxy_cuts_comes_back_and_holds_up_nothing(
    proxy: CuttingProxy, open_desk: Open, tmp_path: Path, is_rude: bool
) -> None:
    """It looks like a broken line; the desk finds out that it is the file that breaks it."""
    proxy.is_rude = is_rude
    desk = open_desk(proxy.url)
    ticket_id = new_ticket(desk)
    command = attach(desk, ticket_id, tmp_path, bytes(8 * MEGA))
    result(desk.submit(command))
    result(desk.submit(AddNote(ticket_id=ticket_id, message_id=new_id(), text="behind it")))
    settle(desk)
    (returned,) = result(desk.team.returned())
    assert (returned.command, returned.code) == (command, FILE_TOO_LARGE)
    assert dict(returned.params) == {"name": "label.bin", "size": 8 * MEGA, "limit": 0}
    assert [message.body for message in result(desk.ticket(ticket_id)).messages] == ["behind it"]
    live(desk)
    desk.close()


def test_a_lost_file_that_is_too_large_by_now_is_left_alone(
    team: ServedTeam, open_desk: Open, tmp_path: Path, comes: Comes, expected_log: ExpectedLog
) -> None:
    expected_log("and does not take it: file_too_large")
    desk = open_desk()
    ticket_id = new_ticket(desk)
    large = attach(desk, ticket_id, tmp_path, bytes(2 * MEGA))
    small = attach(desk, ticket_id, tmp_path, b"small")
    done(desk, large)
    done(desk, small)
    desk.close()
    shutil.rmtree(team.files.root)
    team.stop()
    team.settings = Settings(longest_file=MEGA)
    team.start()
    desk = open_desk()
    assert comes(team.files, small.sha256)
    done(desk, note(ticket_id))
    assert not team.files.has(large.sha256)
