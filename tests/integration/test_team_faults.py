"""A team's desk on a bad network, and with a server that says something else than yes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kanbandesk.protocol import BUSY, FORBIDDEN, RESYNC, TOO_LARGE, TOO_OLD, Problem, PullAnswer, PullRequest
from kanbandesk.sync import engine
from kanbandesk.sync.contents import Contents
from kanbandesk.sync.desk import Place, TeamDesk
from kanbandesk.sync.reach import Transport
from kanbandesk.sync.testing import Faults, FaultyTransport, InProcessTransport
from kanbandesk.workflow.codes import FILE_TOO_LARGE
from kanbandesk.workflow.commands import AddAttachment, ChangeTags
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.team import Connection
from tests.conftest import ExpectedLog
from tests.factories.served_team import ServedTeam
from tests.integration.desk_contract import cards, done, new_ticket, note, result
from tests.integration.test_team_desk import equal_in_the_end, live, settle

Open = Callable[..., TeamDesk]


@pytest.fixture
def team(tmp_path: Path) -> Iterator[ServedTeam]:
    served = ServedTeam(tmp_path / "server")
    yield served
    served.stop()


@pytest.fixture
def open_desk(team: ServedTeam, tmp_path: Path) -> Iterator[Open]:
    """Opens a desk by a way of its own."""
    desks: list[TeamDesk] = []

    def opened(connect: Callable[[], Transport], agent_id: str = "") -> TeamDesk:
        folder = tmp_path / new_id()
        folder.mkdir()
        desks.append(TeamDesk(Place(folder=folder, agent_id=agent_id or team.ada), connect))
        return desks[-1]

    yield opened
    for desk in desks:
        desk.close()


class Moody(InProcessTransport):
    """Says what it is told to say, once each, instead of pulling or of taking a file."""

    def __init__(self, team: ServedTeam) -> None:
        super().__init__(team.core, team.ada, files=team.files)
        self.pulls: list[Problem] = []
        self.files: list[Problem] = []

    def pull(self, request: PullRequest) -> PullAnswer | None:
        if self.pulls:
            raise self.pulls.pop(0)
        return super().pull(request)

    def put_file(self, path: Path, sha256: str) -> None:
        if self.files:
            raise self.files.pop(0)
        super().put_file(path, sha256)


@pytest.fixture
def moody(team: ServedTeam) -> Moody:
    return Moody(team)


@pytest.fixture
def desk(open_desk: Open, moody: Moody) -> TeamDesk:
    opened = open_desk(lambda: moody)
    result(opened.board())
    live(opened)
    return opened


@pytest.mark.parametrize("seed", range(2))
def test_two_desks_on_a_bad_network_are_equal_in_the_end(
    team: ServedTeam, open_desk: Open, seed: int
) -> None:
    faults = Faults(lost_requests=0.1, lost_answers=0.1, duplicates=0.1)
    chance = random.Random(seed)

    def badly(agent_id: str) -> Callable[[], Transport]:
        return lambda: FaultyTransport(InProcessTransport(team.core, agent_id), chance, faults)

    ben = team.agent("Ben Vik")
    desks = [open_desk(badly(team.ada)), open_desk(badly(ben), ben)]
    for one in desks:
        result(one.board())
    ticket_id = new_ticket(desks[0])
    equal_in_the_end(*desks)
    for number in range(15):
        for name, one in zip(("ada", "ben"), desks, strict=True):
            result(one.submit(ChangeTags(ticket_id=ticket_id, add=(f"{name}{number}",))))
            one.team.sync_now()
    equal_in_the_end(*desks)
    assert len(cards(desks[0])[ticket_id].tags) == 30
    assert all(result(one.team.returned()) == () for one in desks)


def test_a_program_that_is_too_old_works_on_and_waits(desk: TeamDesk, moody: Moody) -> None:
    ticket_id = new_ticket(desk)
    moody.pulls = [Problem(TOO_OLD, oldest=2)]
    desk.team.sync_now()
    assert live(desk, Connection.OUTDATED).code == TOO_OLD
    assert result(desk.submit(note(ticket_id))).is_applied
    desk.team.sync_now()
    live(desk)
    settle(desk)


def test_a_server_that_is_busy_once_is_not_told(desk: TeamDesk, moody: Moody) -> None:
    told: list[Connection] = []
    stop = desk.team.watch_status(lambda status: told.append(status.connection))
    moody.pulls = [Problem(BUSY, after=0)]
    desk.team.sync_now()
    done(desk, note(new_ticket(desk)))
    stop()
    assert set(told) <= {Connection.LIVE}
    assert moody.pulls == []


def test_a_server_that_stays_busy_is_told(desk: TeamDesk, moody: Moody) -> None:
    moody.pulls = [Problem(BUSY, after=0)] * 2
    desk.team.sync_now()
    assert live(desk, Connection.OFFLINE).code == BUSY
    live(desk)


def test_a_history_that_is_not_the_servers_is_pulled_anew(desk: TeamDesk, moody: Moody) -> None:
    ticket_id = new_ticket(desk)
    moody.pulls = [Problem(RESYNC)]
    desk.team.sync_now()
    done(desk, note(ticket_id))
    assert list(cards(desk)) == [ticket_id]
    assert moody.pulls == []


def test_what_the_gate_refuses_is_told_and_tried_again(
    desk: TeamDesk, moody: Moody, expected_log: ExpectedLog
) -> None:
    expected_log("The server does not take it: forbidden")
    moody.pulls = [Problem(FORBIDDEN, action="pull")]
    desk.team.sync_now()
    assert live(desk, Connection.OFFLINE).code == FORBIDDEN
    desk.team.sync_now()
    live(desk)


def test_a_bug_on_the_way_is_logged_and_the_desk_goes_on(
    desk: TeamDesk, moody: Moody, expected_log: ExpectedLog
) -> None:
    expected_log("The sync stumbled")
    moody.pulls = [ZeroDivisionError()]  # type: ignore[list-item]
    desk.team.sync_now()
    live(desk, Connection.OFFLINE)
    desk.team.sync_now()
    live(desk)


def test_a_file_that_the_server_never_takes_does_not_hold_up_the_rest(
    desk: TeamDesk, moody: Moody, tmp_path: Path
) -> None:
    ticket_id = new_ticket(desk)
    (tmp_path / "big").write_bytes(b"too big")
    sha256, size = result(desk.keep_file(tmp_path / "big"))
    moody.files = [Problem(TOO_LARGE, limit=3)]
    result(
        desk.submit(
            AddAttachment(
                ticket_id=ticket_id,
                attachment_id=new_id(),
                file_name="big",
                size=size,
                media_type="text/plain",
                sha256=sha256,
            )
        )
    )
    result(desk.submit(note(ticket_id, "behind it")))
    settle(desk)
    assert "behind it" in [message.body for message in result(desk.ticket(ticket_id)).messages]
    (returned,) = result(desk.team.returned())
    assert (returned.code, dict(returned.params)) == (
        FILE_TOO_LARGE,
        {"name": "big", "size": size, "limit": 3},
    )
    assert result(desk.ticket(ticket_id)).attachments == ()
    assert result(desk.file(sha256)).read_bytes() == b"too big", "it is still kept here"


def test_a_content_that_is_not_what_was_asked_for_is_not_taken(tmp_path: Path, moody: Moody) -> None:
    contents = Contents(tmp_path)

    def send_another(sha256: str, target: Path) -> None:
        target.write_bytes(b"something else")

    moody.get_file = send_another  # type: ignore[method-assign]
    with pytest.raises(NotFound):
        contents.find("ab" * 32, moody)
    with pytest.raises(NotFound):
        contents.find("ab" * 32, None)


def test_after_a_sleep_the_server_is_asked_at_once(desk: TeamDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The long pull may wait on a connection that died while the computer slept: it is begun anew, with sums."""
    telling = desk._engine._runs["desk-push"].__self__  # type: ignore[attr-defined]
    asked: list[bool] = []
    monkeypatch.setattr(telling._errands, "distrust", lambda: asked.append(True))
    monkeypatch.setattr(engine, "SLEPT", -1.0)
    desk.team.watch_presence(lambda _: None)  # rings the bell
    done(desk, note(new_ticket(desk)))
    assert asked


def test_words_of_a_story_that_is_not_here_are_found_in_the_archive(desk: TeamDesk, moody: Moody) -> None:
    moody.archive = lambda text, limit: ("far", "farther")  # type: ignore[method-assign]
    ticket_id = new_ticket(desk, "Blank labels")
    assert result(desk.search("labels")) == (ticket_id, "far", "farther")
    assert result(desk.search("  ")) == ()
    moody.pulls = [Problem(BUSY, after=0)] * 2
    desk.team.sync_now()
    live(desk, Connection.OFFLINE)
    assert result(desk.search("labels")) == (ticket_id,)
