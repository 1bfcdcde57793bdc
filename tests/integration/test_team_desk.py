"""The desk of a team's member keeps what every desk promises, over a real server; and what only it has."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, InvalidStateError, wait
from contextlib import suppress
from pathlib import Path

import pytest

from kanbandesk.sync.desk import Place, TeamDesk
from kanbandesk.sync.transport import HttpTransport
from kanbandesk.workflow.cards import Draft, Receipt
from kanbandesk.workflow.commands import (
    AddAttachment,
    AnswerTask,
    ChangeTags,
    ClaimTicket,
    CreateTicket,
    ReadNotifications,
)
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import DAY
from kanbandesk.workflow.team import Connection, Presence, SyncStatus
from tests.factories.served_team import Cable, ServedTeam, system_clock
from tests.integration.desk_contract import (
    PATIENCE,
    DeskContract,
    Watcher,
    call_of,
    called_back,
    cards,
    done,
    new_ticket,
    note,
    result,
    woken_soon,
)
from tests.integration.trial_contract import TrialContract


@pytest.fixture
def team(tmp_path: Path) -> Iterator[ServedTeam]:
    served = ServedTeam(tmp_path / "server")
    yield served
    served.stop()


OpenDesk = Callable[..., TeamDesk]


@pytest.fixture
def tokens() -> dict[str, str]:
    """The tokens of the desks' people."""
    return {}


@pytest.fixture
def open_desk(team: ServedTeam, tmp_path: Path, tokens: dict[str, str]) -> Iterator[OpenDesk]:
    """Opens desks, each person's in a folder of its own, and closes them in the end."""
    desks: list[TeamDesk] = []

    def opened(
        agent_id: str = "", url: str = "", clock: Callable[[], int] = system_clock, device: str = ""
    ) -> TeamDesk:
        agent_id = agent_id or team.ada
        who = agent_id + device
        folder = tmp_path / who
        folder.mkdir(exist_ok=True)
        if who not in tokens:
            tokens[who] = team.token(agent_id, device)
        place = Place(folder=folder, agent_id=agent_id, workspace="Support")
        made = TeamDesk(
            place,
            lambda: HttpTransport(url or team.url, tokens[who]),
            clock=clock,
            on_close=lambda: desks.__setitem__(slice(None), [one for one in desks if one is not made]),
        )
        desks.append(made)
        return made

    yield opened
    for one in tuple(desks):
        one.close()


@pytest.fixture
def desk(open_desk: OpenDesk) -> TeamDesk:
    opened = open_desk()
    result(opened.board())
    return opened


@pytest.fixture
def reopen(desk: TeamDesk, open_desk: OpenDesk) -> Callable[[], TeamDesk]:
    """Closes the desk and opens it on the same folder."""

    def reopened() -> TeamDesk:
        desk.close()
        return open_desk()

    return reopened


class TestTeamDesk(DeskContract, TrialContract):
    """All of the contract."""


# -- two desks ------------------------------------------------------------------------------------------------


def settle(*desks: TeamDesk) -> None:
    """Wait until the server has decided everything that was submitted."""
    for one in desks:
        result(one.team.settled())


def live(desk: TeamDesk, connection: Connection = Connection.LIVE) -> SyncStatus:
    """Wait until the desk stands so with its server."""
    return until(desk, lambda status: status.connection is connection)


def until(desk: TeamDesk, wanted: Callable[[SyncStatus], bool]) -> SyncStatus:
    """Wait for a status."""
    came: Future[SyncStatus] = Future()

    def look(status: SyncStatus) -> None:
        if wanted(status):
            with suppress(InvalidStateError):  # two threads tell
                came.set_result(status)

    stop = desk.team.watch_status(look)
    look(desk.team.status())
    try:
        return result(came)
    finally:
        stop()


def shown(desk: TeamDesk) -> dict[str, tuple[object, ...]]:
    """Return what a desk's board shows of each card, and how far it has come."""
    return {
        card.id: (
            card.number,
            card.title,
            card.status_id,
            card.tags,
            card.rank,
            card.revision,
            card.is_pending,
        )
        for card in cards(desk).values()
    }


def equal_in_the_end(one: TeamDesk, other: TeamDesk) -> None:
    """Both boards come to show the same, nothing pending."""
    news = threading.Event()
    stops = [desk.subscribe(lambda _: news.set()) for desk in (one, other)]
    while True:
        news.clear()
        settle(one, other)
        boards = [shown(desk) for desk in (one, other)]
        if boards[0] == boards[1] and not any(values[-1] for values in boards[0].values()):
            break
        assert news.wait(PATIENCE), boards
    for stop in stops:
        stop()


@pytest.fixture
def other(team: ServedTeam, open_desk: OpenDesk) -> TeamDesk:
    opened = open_desk(team.agent("Ben Vik"))
    result(opened.board())
    return opened


def test_what_one_moves_the_other_sees(desk: TeamDesk, other: TeamDesk) -> None:
    watcher = Watcher(other)
    ticket_id = new_ticket(desk)
    watcher.wait_for(lambda changes: ticket_id in [card.id for card in changes.cards])
    done(desk, ClaimTicket(ticket_id=ticket_id))
    changes = watcher.wait_for(lambda changes: any(card.status_id == "assigned" for card in changes.cards))
    assert [card.is_pending for card in changes.cards] == [False]
    assert shown(desk) == shown(other)


def test_a_card_is_pending_until_the_server_has_decided(desk: TeamDesk) -> None:
    watcher = Watcher(desk)
    ticket_id = new_ticket(desk)
    told = [card.is_pending for changes in watcher.seen for card in changes.cards if card.id == ticket_id]
    assert told[0] is True
    assert told[-1] is False


def test_a_story_is_fetched_when_it_is_opened(desk: TeamDesk, other: TeamDesk) -> None:
    ticket_id = new_ticket(desk, text="Since this morning")
    Watcher(other)
    equal_in_the_end(desk, other)
    detail = result(other.ticket(ticket_id))
    assert [message.body for message in detail.messages] == ["Since this morning"]
    watcher = Watcher(other)
    done(desk, note(ticket_id, "and at noon"))
    watcher.wait_for(lambda changes: ticket_id in [card.id for card in changes.cards])
    assert [message.body for message in result(other.ticket(ticket_id)).messages][-1] == "and at noon"


def test_a_file_that_another_attached_is_fetched_when_it_is_wanted(
    desk: TeamDesk, other: TeamDesk, tmp_path: Path
) -> None:
    ticket_id = new_ticket(desk)
    picture = tmp_path / "label.png"
    picture.write_bytes(b"\x89PNG" + bytes(50_000))
    sha256, size = result(desk.keep_file(picture))
    attach = AddAttachment(
        ticket_id=ticket_id,
        attachment_id=new_id(),
        file_name="label.png",
        sha256=sha256,
        size=size,
        media_type="image/png",
    )
    done(desk, attach)
    assert result(other.file(sha256)).read_bytes() == picture.read_bytes()


def test_a_refusal_of_the_server_comes_back_with_its_words(
    team: ServedTeam, desk: TeamDesk, other: TeamDesk
) -> None:
    ticket_id = new_ticket(desk)
    equal_in_the_end(desk, other)
    team.stop()
    live(other, Connection.OFFLINE)
    receipt = result(other.submit(ClaimTicket(ticket_id=ticket_id)))
    assert receipt.is_applied  # as far as this desk can tell
    team.start()
    team.decide(ClaimTicket(ticket_id=ticket_id))
    other.team.sync_now()
    status = until(other, lambda status: status.attention == 1)
    (returned,) = result(other.team.returned())
    assert (returned.command, returned.code) == (ClaimTicket(ticket_id=ticket_id), "taken")
    assert status.pending == 0
    result(other.team.discard(returned.uid))
    until(other, lambda status: status.attention == 0)


def test_who_looks_at_what_is_told_to_the_others(desk: TeamDesk, other: TeamDesk, team: ServedTeam) -> None:
    came: Future[None] = Future()
    ticket_id = new_ticket(desk)

    def look(present: tuple[Presence, ...]) -> None:
        if any((one.agent_id, one.ticket_id) == (team.ada, ticket_id) for one in present):
            with suppress(InvalidStateError):
                came.set_result(None)

    desk.team.watch_presence(lambda _: None)
    desk.team.look_at(ticket_id)
    live(other)
    other.team.watch_presence(look)
    result(came)


# -- a network that fails ---------------------------------------------------------------------------------------


@pytest.fixture
def cable(team: ServedTeam) -> Iterator[Cable]:
    laid = Cable(team.port)
    yield laid
    laid.cut()


def test_both_work_on_while_the_cable_is_cut_and_are_equal_in_the_end(
    desk: TeamDesk, team: ServedTeam, cable: Cable, open_desk: OpenDesk
) -> None:
    far = open_desk(team.agent("Ben Vik"), cable.url)
    result(far.board())
    ticket_id = new_ticket(desk, "Both")
    equal_in_the_end(desk, far)
    cable.cut()
    live(far, Connection.OFFLINE)
    for number in range(20):
        for one, tag in ((desk, "near"), (far, "far")):
            assert result(one.submit(ChangeTags(ticket_id=ticket_id, add=(f"{tag}{number}",)))).is_applied
    created = new_id()
    assert result(far.submit(CreateTicket(ticket_id=created, title="Offline"))).is_applied
    assert cards(far)[created].is_pending
    assert far.team.status().pending == 21
    cable.mend()
    far.team.sync_now()
    live(far)
    equal_in_the_end(desk, far)
    assert len(cards(desk)[ticket_id].tags) == 40
    assert cards(desk)[created].number == 2


def test_a_server_that_is_killed_under_load_loses_nothing_and_does_nothing_twice(
    desk: TeamDesk, team: ServedTeam
) -> None:
    tickets = [new_ticket(desk, f"Ticket {number}") for number in range(2)]
    team.stop()
    told: list[Future[Receipt]] = []
    for round_number in range(1):
        with team.in_a_process():
            desk.team.sync_now()
            live(desk)
            told += [desk.submit(note(tickets[n % 2], f"{round_number}/{n}")) for n in range(60)]
            until(desk, lambda status: 0 < status.pending < 50)
        # killed with no warning
    assert all(result(receipt).is_applied for receipt in told)
    team.start()
    desk.team.sync_now()
    settle(desk)
    bodies = [[message.body for message in result(desk.ticket(one)).messages] for one in tickets]
    assert bodies == [[f"{r}/{n}" for r in range(1) for n in range(60) if n % 2 == part] for part in (0, 1)]
    assert result(desk.team.returned()) == ()


def test_what_was_done_offline_outlives_the_desk_and_is_sent_at_the_next_start(
    desk: TeamDesk, reopen: Callable[[], TeamDesk], team: ServedTeam
) -> None:
    result(desk.board())
    team.stop()
    live(desk, Connection.OFFLINE)
    ticket_id = new_id()
    assert result(desk.submit(CreateTicket(ticket_id=ticket_id, title="Offline"))).is_applied
    again = reopen()
    assert cards(again)[ticket_id].is_pending
    team.start()
    result(again.warm_up())
    settle(again)
    assert cards(again)[ticket_id].number == 1


def test_a_desk_without_a_server_opens_its_board_and_closes_at_once(
    desk: TeamDesk, reopen: Callable[[], TeamDesk], team: ServedTeam
) -> None:
    ticket_id = new_ticket(desk)
    desk.close()
    team.stop()
    again = reopen()
    assert list(cards(again)) == [ticket_id]
    result(again.warm_up())
    live(again, Connection.OFFLINE)
    assert result(again.ticket(ticket_id)).ticket.title == "Blank labels"


# -- sessions ---------------------------------------------------------------------------------------------------


def test_a_session_that_ended_stops_the_sync_until_somebody_signs_in(
    desk: TeamDesk, team: ServedTeam, tokens: dict[str, str]
) -> None:
    ticket_id = new_ticket(desk)
    caller = team.people.sessions.find(tokens[team.ada])
    team.people.sign_out(caller.session_id, by=team.ada)
    signed_out = Connection.CONNECTING
    while signed_out is not Connection.SIGNED_OUT:  # the server remembers who may come in for some moments
        assert result(desk.submit(note(ticket_id, "still here"))).is_applied
        status = until(desk, lambda status: not status.pending or status.connection is Connection.SIGNED_OUT)
        signed_out = status.connection
    assert desk.team.status().pending == 1
    tokens[team.ada] = team.token(team.ada)
    desk.team.resume()
    settle(desk)
    assert live(desk).pending == 0


def test_a_revoked_desk_forgets_everything(
    desk: TeamDesk, team: ServedTeam, tokens: dict[str, str], tmp_path: Path
) -> None:
    ticket_id = new_ticket(desk, "canary-in-the-replica")
    picture = tmp_path / "canary"
    picture.write_bytes(b"canary")
    sha256, _ = result(desk.keep_file(picture))
    result(desk.save_draft(Draft(ticket_id=ticket_id, kind="note", text="canary-in-a-draft", saved_at=1)))
    caller = team.people.sessions.find(tokens[team.ada])
    team.people.revoke(caller.session_id, by=team.ada, may_others=True)
    watcher = Watcher(desk)
    while desk.team.status().connection is not Connection.LOCKED:
        wait([desk.submit(note(ticket_id))], PATIENCE)
        until(desk, lambda status: not status.pending or status.connection is Connection.LOCKED)
    assert desk.team.status().code == "wipe"
    watcher.wait_for(lambda changes: changes.is_reload)
    assert result(desk.drafts(ticket_id)) == ()
    with pytest.raises(NotFound):
        result(desk.file(sha256))
    assert not desk.board().done()
    left = [
        path for path in (tmp_path / team.ada).rglob("*") if path.is_file() and b"canary" in path.read_bytes()
    ]
    assert left == []


def test_a_desk_that_heard_nothing_for_two_weeks_shows_nothing_until_it_does(
    desk: TeamDesk, open_desk: OpenDesk, team: ServedTeam
) -> None:
    ticket_id = new_ticket(desk)
    desk.close()
    team.stop()
    late = open_desk(clock=lambda: system_clock() + 15 * DAY)
    board = late.board()
    assert live(late, Connection.LOCKED).code == "offline_too_long"
    assert not board.done()
    team.start()
    late.team.sync_now()
    assert [card.id for card in result(board).cards] == [ticket_id]


def test_what_one_reads_and_does_at_the_office_is_read_and_done_at_home(
    desk: TeamDesk, open_desk: OpenDesk
) -> None:
    """Two desks of one person: the inbox is one."""
    home = open_desk(device="home")
    result(home.board())
    home_watch = Watcher(home)
    task = call_of(desk, called_back(desk))
    woken_soon(desk)
    (told,) = home_watch.wait_for(lambda changes: bool(changes.notifications)).notifications
    done(desk, ReadNotifications(ids=(told.id,)))
    done(desk, AnswerTask(task_id=task.id, answer="Called"))
    home_watch.wait_for(
        lambda changes: any(one.id == told.id and one.read_at for one in changes.notifications)
    )
    home_watch.wait_for(lambda changes: task.id in changes.removed_records)  # done, it is its ticket's story
    board = result(home.board())
    assert [bool(one.read_at) for one in board.notifications] == [True]
    assert task.id not in [one.id for one in board.tasks]
