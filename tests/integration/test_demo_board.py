"""The demo board as a newcomer finds it: played through the real ledger into a real home."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kanbandesk.app.boards import demo_path, home_for, opened
from kanbandesk.app.demo import NoDemo, create_demo, is_demo, renew_demo
from kanbandesk.app.homes import ENVIRONMENT, Home
from kanbandesk.app.options import Options
from kanbandesk.app.solo import SoloDesk
from kanbandesk.exchange.demo import MY_NAME, WORKPLACE
from kanbandesk.models.boardfile import open_for_reading, read_board
from kanbandesk.models.faults import InUse, Occupied
from kanbandesk.models.files import FileFolder
from kanbandesk.models.storyfile import read_ticket
from kanbandesk.server.core.workspace import Workspace
from kanbandesk.workflow.ageing import level
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.cards import BoardSnapshot, Card, TicketDetail
from kanbandesk.workflow.commands import AddNote
from kanbandesk.workflow.events import StatusChanged, TicketCreated
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, StatusKind
from kanbandesk.workflow.tickets import MessageKind, Ticket

NOW = 1_790_000_123_456


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "home"
    create_demo(path, NOW).close()
    return path


@pytest.fixture(scope="module")
def board(demo: Path) -> BoardSnapshot:
    return read_board(demo / "board.db", NOW)


@pytest.fixture(scope="module")
def stories(demo: Path) -> list[TicketDetail]:
    """All tickets with their stories, the closed ones too."""
    with closing(open_for_reading(demo / "board.db")) as connection:
        ids = [id_ for (id_,) in connection.execute("SELECT id FROM ticket ORDER BY number")]
        return [read_ticket(connection, id_) for id_ in ids]


def kind_of(board: BoardSnapshot, status_id: str) -> StatusKind:
    return board.workflow.status(status_id).kind


def cards_in(board: BoardSnapshot, *status_ids: str) -> list[Card]:
    """Return the support desk's own cards: the developers' board has sub-tasks beside them."""
    return [card for card in board.cards if card.status_id in status_ids and not card.parent_id]


def support_of(board: BoardSnapshot) -> Board:
    return next(each for each in board.boards if each.id == "support")


# -- what it shows --------------------------------------------------------------------------------------------


def test_every_status_has_tickets(board: BoardSnapshot) -> None:
    open_ones = {kind_of(board, card.status_id) for card in board.cards}
    assert open_ones == set(StatusKind) - {StatusKind.CLOSED}
    assert board.closed_count >= 5


@pytest.mark.parametrize(
    ("column_id", "levels"),
    [
        ("new", {0, 1, 2, 3}),
        ("in_progress", {0, 1, 2, 3}),
        ("waiting_client", {0, 1, 2, 3}),
        ("waiting_vendor", {0, 1, 2, 3}),
        ("postponed", {0}),  # what is due wakes, and then ages in In progress
        ("in_development", {0, 1, 2, 3}),
        ("solved", {0, 1}),  # its norm has one degree
    ],
)
def test_every_ageing_level_stands_in_every_column_where_it_can(
    board: BoardSnapshot, column_id: str, levels: set[int]
) -> None:
    (column,) = [column for column in support_of(board).columns if column.id == column_id]
    assert {level(card, NOW) for card in cards_in(board, *column.status_ids)} == levels


@pytest.mark.parametrize("status_id", ["new", "assigned"])
def test_new_and_assigned_show_every_level_by_themselves(board: BoardSnapshot, status_id: str) -> None:
    assert {level(card, NOW) for card in cards_in(board, status_id)} == {0, 1, 2, 3}


def test_a_woken_ticket_lies_untouched_among_mine(stories: list[TicketDetail]) -> None:
    (woken,) = [story.ticket for story in stories if story.ticket.woken_at is not None]
    assert woken.status_id == "in_progress"
    assert woken.dues[0] == woken.woken_at


def test_one_column_is_over_its_limit(board: BoardSnapshot) -> None:
    limited = {
        column.id: len(cards_in(board, *column.status_ids)) - column.wip_limit
        for column in support_of(board).columns
        if column.wip_limit is not None
    }
    assert limited == {"in_progress": 1, "in_development": -2}


def test_promises_run_stand_and_are_broken(board: BoardSnapshot) -> None:
    """R7b: they stand in Waiting and Solved; one runs out within the hour, some have."""
    assert any(card.sla_due is None and card.sla_left is not None for card in board.cards)
    dues = [card.sla_due for card in board.cards if card.sla_due is not None]
    assert any(due < NOW for due in dues)
    assert any(NOW < due < NOW + 30 * MINUTE for due in dues)
    assert {card.sla_class for card in board.cards} >= {"problem", "settings", "review", "store", "wish"}


def test_the_small_things_are_all_there(stories: list[TicketDetail]) -> None:
    tickets = [story.ticket for story in stories]
    assert sum(bool(ticket.blocked_reason) for ticket in tickets) == 1
    assert any(ticket.watcher_ids for ticket in tickets)
    assert any(ticket.merged_into for ticket in tickets)
    assert any(ticket.rejected_count and ticket.status_id == "solved" for ticket in tickets)
    assert {ticket.closing_reason for ticket in tickets} >= {
        "solved",
        "silent",
        "spam",
        "withdrawn",
        "duplicate",
    }
    assert sum(len(story.links) for story in stories) >= 4
    assert sum(len(story.attachments) for story in stories) >= 4


def test_a_transfer_is_under_way_to_my_line(board: BoardSnapshot) -> None:
    (offered,) = [card for card in board.cards if card.offered_line_id]
    assert offered.offered_line_id in board.me.line_ids
    assert offered.owner_id not in ("", board.me.id)


def test_sub_tasks_lie_with_the_developer(stories: list[TicketDetail]) -> None:
    """R9: each of the two tells the other."""
    tickets = {story.ticket.id: story.ticket for story in stories}
    pairs = [(tickets[ticket.parent_id], ticket) for ticket in tickets.values() if ticket.parent_id]
    assert len(pairs) == 2
    for ticket, sub_task in pairs:
        assert ticket.subtask_id == sub_task.id
        assert (ticket.status_id, sub_task.status_id) == ("in_development", "in_progress")
        assert sub_task.board_id == "development"


def test_the_process_is_set_up_and_off(board: BoardSnapshot) -> None:
    """The demo shows every state at once, which draws and escalations would tidy up."""
    process = board.process
    assert not process.are_timers_on
    assert (len(process.request_types), len(process.routing), len(process.playbooks)) == (3, 2, 1)
    assert len(board.calendars) == 3
    (office,) = [line.id for line in board.lines if line.calendar_id]
    assert office == "commercial"


def test_a_playbook_was_gone_through(stories: list[TicketDetail]) -> None:
    (asked,) = [story.ticket for story in stories if story.ticket.playbook]
    assert len(asked.playbook) == 3


def test_it_is_my_desk(board: BoardSnapshot) -> None:
    assert (board.home_name, board.me.name, board.me.line_ids) == (WORKPLACE, MY_NAME, ("first", "second"))
    mine = {kind_of(board, card.status_id) for card in board.cards if card.owner_id == board.me.id}
    assert mine == set(StatusKind) - {StatusKind.NEW, StatusKind.CLOSED}


def test_the_welcome_lies_on_top_of_new(board: BoardSnapshot) -> None:
    first = min(cards_in(board, "new", "assigned"), key=lambda card: (card.rank, card.id))
    assert first.title == "Welcome! Drag me to In progress"


def test_numbers_follow_the_tickets_age(stories: list[TicketDetail]) -> None:
    assert [story.ticket.number for story in stories] == list(range(1, len(stories) + 1))
    assert [story.ticket.created_at for story in stories] == sorted(
        story.ticket.created_at for story in stories
    )


# -- whether it is true ---------------------------------------------------------------------------------------


def test_dues_are_what_the_norms_make_of_the_moments(
    stories: list[TicketDetail], board: BoardSnapshot
) -> None:
    """Counted here from the table of rules.md alone, on the lines that are open round the clock."""
    checked = set()
    for story in stories:
        ticket, kind = story.ticket, kind_of(board, story.ticket.status_id)
        if kind is StatusKind.CLOSED or ticket.line_id == "commercial":
            continue
        if ticket.offered_line_id or _has_a_history_of_its_own(ticket, kind):
            continue
        began, limits = _norm_of(ticket)[kind]
        assert began is not None
        dues = [began + limit for limit in limits]
        assert [due for due in ticket.dues if due is not None] == dues, ticket.title
        checked.add(kind)
    assert checked == set(StatusKind) - {StatusKind.CLOSED}


def _norm_of(ticket: Ticket) -> dict[StatusKind, tuple[int | None, tuple[int, ...]]]:
    """Where the norm of each status began for this ticket, and its limits."""
    handed, due = ticket.handed_at or 0, ticket.due_at or 0
    return {
        StatusKind.NEW: (ticket.status_since, (40 * SECOND, 5 * MINUTE, 15 * MINUTE)),
        StatusKind.ASSIGNED: (ticket.status_since, (5 * MINUTE, 15 * MINUTE, 60 * MINUTE)),
        StatusKind.IN_PROGRESS: (ticket.answered_at, (2 * HOUR, 4 * HOUR, 8 * HOUR)),
        StatusKind.WAITING_CLIENT: (ticket.answered_at, (DAY, 2 * DAY, 3 * DAY)),
        StatusKind.WAITING_VENDOR: (ticket.expected_at, (DAY, 3 * DAY, 7 * DAY)),
        StatusKind.POSTPONED: (ticket.wake_at, (0, 4 * HOUR, DAY)),
        StatusKind.IN_DEVELOPMENT: (
            handed,
            ((due - handed) * 80 // 100, due - handed, due - handed + 2 * DAY),
        ),
        StatusKind.SOLVED: (ticket.proposed_at, (DAY,)),
    }


def _has_a_history_of_its_own(ticket: Ticket, kind: StatusKind) -> bool:
    """Clocks paused and resumed, or two at once: the tests beside this one look at those."""
    if kind is StatusKind.IN_PROGRESS:
        return (ticket.answered_at or 0) < ticket.status_since
    return kind is StatusKind.IN_DEVELOPMENT and (ticket.client_wrote_at or 0) > ticket.status_since


def test_a_clients_word_in_development_makes_the_card_age(stories: list[TicketDetail]) -> None:
    """R10: the status stays, In progress's norm runs on; the ten minutes before the hand-over count (C6)."""
    (ticket,) = [
        story.ticket
        for story in stories
        if story.ticket.status_id == "in_development"
        and (story.ticket.client_wrote_at or 0) > story.ticket.status_since
    ]
    assert ticket.dues[0] == (ticket.client_wrote_at or 0) + 2 * HOUR - 10 * MINUTE


def test_history_leads_to_where_the_ticket_stands(stories: list[TicketDetail]) -> None:
    for story in stories:
        facts = [event.fact for event in story.events]
        assert isinstance(facts[0], TicketCreated)
        path = [fact for fact in facts if isinstance(fact, StatusChanged)]
        assert [step.before for step in path] == [facts[0].status_id, *(step.after for step in path)][:-1]
        assert (path[-1].after if path else facts[0].status_id) == story.ticket.status_id


def test_history_has_its_true_moments_and_doers(stories: list[TicketDetail]) -> None:
    """C1: the doer's moment and the server's are the same, since each act was recorded when it happened."""
    for story in stories:
        assert all(event.at == event.recorded_at < NOW for event in story.events)
        assert all(earlier.at <= later.at for earlier, later in itertools.pairwise(story.events))
        began = story.events[0]
        if story.ticket.parent_id:
            assert began.actor_kind is Role.AGENT  # whoever handed over (R9)
        else:
            assert (began.actor_kind, began.actor_id) == (Role.REQUESTER, story.ticket.requester_id)


def test_no_ticket_is_without_a_conversation(stories: list[TicketDetail]) -> None:
    for story in stories:
        if story.ticket.merged_into:
            continue  # what was said went along (R11e)
        asked = MessageKind.NOTE if story.ticket.parent_id else MessageKind.CLIENT
        assert story.messages[0].kind is asked
        assert story.ticket.message_count == len(story.messages)
        is_taken_up = story.ticket.status_id not in ("new", "assigned")
        assert len(story.messages) > 1 or not is_taken_up, story.ticket.title


def test_attachments_can_be_opened(demo: Path, stories: list[TicketDetail]) -> None:
    kept = FileFolder(demo / "files")
    for attachment in (each for story in stories for each in story.attachments):
        assert kept.path(attachment.sha256).stat().st_size == attachment.size


def test_nothing_is_due_behind_the_newcomers_back(demo: Path) -> None:
    """The timers find nothing to wake or to close at the first opening."""
    with closing(Workspace(demo / "board.db", lambda: NOW)) as workspace:
        assert workspace.due() == []


def test_the_file_is_whole(demo: Path) -> None:
    with closing(sqlite3.connect(demo / "board.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


# -- where it lies --------------------------------------------------------------------------------------------


@pytest.fixture
def no_named_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A default home of nobody's making, as on a new computer."""
    monkeypatch.delenv(ENVIRONMENT)
    monkeypatch.setattr(Home, "default_path", staticmethod(lambda: tmp_path / "data" / "home"))
    return tmp_path / "data"


def test_a_first_start_opens_the_demo_beside_the_default_home(no_named_home: Path) -> None:
    assert home_for(Options(), ()) == no_named_home / "demo"
    assert home_for(Options(is_demo=True), ()) == no_named_home / "demo"


def test_a_home_of_ones_own_is_opened_once_there_is_one(no_named_home: Path) -> None:
    Home.create(no_named_home / "home").close()
    assert home_for(Options(), ()) == no_named_home / "home"
    assert home_for(Options(is_demo=True), ()) == demo_path()


def test_what_was_done_is_kept_until_a_fresh_one_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "demo"
    assert _notes(_with_a_note(path)) == 1
    assert _notes(path) == 1
    opened(path, is_fresh=True).close()
    assert _notes(path) == 0
    assert [entry.name for entry in tmp_path.iterdir()] == ["demo"]


def _with_a_note(path: Path) -> Path:
    home = opened(path)
    desk = SoloDesk(home)
    try:
        card = desk.board().result().cards[0]
        note = AddNote(ticket_id=card.id, message_id=new_id(), text="Mine, all mine")
        assert desk.submit(note).result().is_applied
    finally:
        desk.close()
    return path


def _notes(path: Path) -> int:
    opened(path).close()
    with closing(open_for_reading(path / "board.db")) as connection:
        (count,) = connection.execute("SELECT count(*) FROM message WHERE body = 'Mine, all mine'").fetchone()
    return int(count)


def test_only_a_demo_is_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "work"
    Home.create(path).close()
    with pytest.raises(NoDemo, match="left untouched"):
        renew_demo(path)
    assert Home.exists(path)
    assert not is_demo(path)


def test_a_demo_that_is_open_is_not_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "demo"
    with closing(create_demo(path)):
        with pytest.raises(InUse):
            renew_demo(path)
        assert is_demo(path)


def test_a_demo_that_could_not_be_made_anew_is_still_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here the computer's clock stands at 1970: no three weeks have passed by then."""
    path = tmp_path / "demo"
    _with_a_note(path)
    monkeypatch.setattr("kanbandesk.app.demo.system_now", lambda: 0)
    with pytest.raises(ValueError, match="int is out of range"):
        renew_demo(path)
    monkeypatch.undo()
    assert _notes(path) == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["demo"]


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Tove")
    with pytest.raises(Occupied):
        create_demo(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]
