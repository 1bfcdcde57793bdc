"""The board is read from its file as it stands, without the closed tickets."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kanbandesk.models.boardfile import changes_of, open_for_reading, read_board, snapshot
from kanbandesk.models.cardrows import read_cards
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.calendars import ALWAYS
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import HOUR, ClockKind, default_workflow
from kanbandesk.workflow.tickets import Message, Ticket
from tests.factories.board_files import keep, me_of
from tests.factories.workflow import NOW, OFFICE_HOURS, card_of, make_agent, make_client, make_ticket


@pytest.fixture
def reading(board_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(board_path)) as connection:
        yield connection


def values(card: Card) -> dict[str, object]:
    return {field.name: getattr(card, field.name) for field in fields(Card)}


def full_ticket(**changes: object) -> Ticket:
    """A ticket of which every field of its card says something."""
    made = make_ticket(
        requester_id="r",
        owner_id="o",
        tags=("vip", "Принтер"),
        answered_at=1,
        client_wrote_at=2,
        dues=(3, 4, 5),
        urgency_case="fault",
        sla_class="problem",
        wake_at=6,
        expected_at=7,
        due_at=8,
        tracker_key="KD-1",
        proposed_at=9,
        closed_at=10,
        blocked_reason="parts",
        is_ignored=True,
        was_in_development=True,
        message_count=11,
        attachment_count=12,
        link_count=13,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # names of fields


def test_a_card_shows_what_its_ticket_is(engine: Engine, board_path: Path) -> None:
    client = make_client()
    ticket = full_ticket(client_id=client.id)
    keep(engine, client, ticket)
    (card,) = read_board(board_path, NOW).cards
    assert values(card) == values(card_of(replace(ticket, revision=2), client=client.name))
    assert type(card.is_ignored) is bool


def test_the_snapshot_holds_the_settings_and_people(engine: Engine, board_path: Path) -> None:
    ben = make_agent(name="Ben")
    keep(
        engine, ben, OFFICE_HOURS, SavedView(id="v2", name="Two", position=2), SavedView(id="v1", name="One")
    )
    board = read_board(board_path, NOW)
    assert board.workflow == default_workflow()
    assert [line.id for line in board.lines] == ["first", "second", "third", "commercial", "development"]
    assert [view.id for view in board.views] == ["v1", "v2"]
    assert board.calendars == [OFFICE_HOURS]
    assert {agent.name for agent in board.agents} == {"Ada Berg", "Ben"}
    assert (board.me.id, board.now, board.home_name) == (me_of(board_path), NOW, "Support")
    assert [one.id for one in board.boards] == ["support", "development"]


@pytest.mark.parametrize(
    "closed", [0, 1, 50], ids=["none closed", "one closed", "most closed: read by the index"]
)
def test_closed_tickets_are_counted_and_left_out(engine: Engine, board_path: Path, closed: int) -> None:
    shown = [make_ticket(status_id=status) for status in ("new", "solved", "waiting_client")]
    keep(engine, *shown, *(make_ticket(status_id="closed") for _ in range(closed)))
    board = read_board(board_path, NOW)
    assert {card.id for card in board.cards} == {ticket.id for ticket in shown}
    assert board.closed_count == closed


def test_cards_share_the_words_that_repeat(engine: Engine, board_path: Path) -> None:
    client = make_client()
    keep(engine, client, *(make_ticket(client_id=client.id, tags=("vip",)) for _ in range(2)))
    one, other = read_board(board_path, NOW).cards
    assert one.client_id is other.client_id
    assert one.tags is other.tags


@pytest.mark.parametrize("is_enabled", [True, False])
def test_reading_leaves_the_garbage_collector_as_it_was(board_path: Path, is_enabled: bool) -> None:
    try:
        gc.enable() if is_enabled else gc.disable()
        read_board(board_path, NOW)
        assert gc.isenabled() is is_enabled
    finally:
        gc.enable()


def test_nothing_can_be_written_through_a_reading_connection(reading: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        reading.execute("DELETE FROM meta")


def test_a_snapshot_is_of_one_moment(engine: Engine, reading: sqlite3.Connection) -> None:
    reading.execute("BEGIN")
    reading.execute("SELECT count(*) FROM meta").fetchone()
    keep(engine, make_ticket())
    reading.execute("COMMIT")
    seen: list[str] = []
    reading.set_trace_callback(seen.append)
    assert len(snapshot(reading, NOW).cards) == 1
    assert seen[0] == "BEGIN"
    assert seen[-1] == "COMMIT"


def test_cards_are_read_by_id_closed_ones_too(engine: Engine, reading: sqlite3.Connection) -> None:
    client = make_client()
    open_one, closed_one = make_ticket(client_id=client.id), make_ticket(status_id="closed")
    keep(engine, client, open_one, closed_one)
    cards = read_cards(reading, [open_one.id, "not there", closed_one.id])
    assert {card.id: card.client for card in cards} == {open_one.id: client.name, closed_one.id: ""}


def test_more_cards_than_one_question_takes_are_read(engine: Engine, reading: sqlite3.Connection) -> None:
    tickets = [make_ticket() for _ in range(1001)]
    keep(engine, *tickets)
    assert len(read_cards(reading, [ticket.id for ticket in tickets])) == 1001


def test_a_running_sla_clock_is_told_by_its_due_moment(engine: Engine, board_path: Path) -> None:
    """R7a: first line's opening hours, whoever holds the ticket."""
    clock = SlaClock.start(12 * HOUR, ClockKind.LINE, NOW)
    keep(engine, OFFICE_HOURS, Line(id="first", name="First line", calendar_id="office"))
    keep(engine, make_ticket(sla=clock, line_id="second"))
    (card,) = read_board(board_path, NOW).cards
    assert (card.sla_due, card.sla_left) == (clock.due_at(OFFICE_HOURS), None)


def test_a_stopped_sla_clock_is_told_by_what_is_left(engine: Engine, board_path: Path) -> None:
    clock = SlaClock.start(HOUR, ClockKind.WALL, NOW - 600_000).stop(ALWAYS, NOW)
    keep(engine, make_ticket(sla=clock))
    (card,) = read_board(board_path, NOW).cards
    assert (card.sla_due, card.sla_left) == (None, 3_000_000)


def test_a_clock_on_a_calendar_that_opens_no_more_promises_nothing(engine: Engine, board_path: Path) -> None:
    never = replace(OFFICE_HOURS, weekly=((),) * 7)
    keep(engine, never, Line(id="first", name="First line", calendar_id="office"))
    keep(engine, make_ticket(sla=SlaClock.start(HOUR, ClockKind.LINE, NOW)))
    (card,) = read_board(board_path, NOW).cards
    assert (card.sla_due, card.sla_left) == (None, None)


def test_changes_are_the_cards_of_the_tickets_that_were_written(
    engine: Engine, reading: sqlite3.Connection
) -> None:
    moved, closed = make_ticket(), make_ticket(status_id="closed")
    keep(engine, moved, closed, make_ticket())
    changes = changes_of(reading, {Ticket: {moved.id, closed.id, "gone"}}, NOW)
    assert changes is not None
    assert [card.id for card in changes.cards] == [moved.id]
    assert changes.removed == tuple(sorted([closed.id, "gone"]))
    assert changes.settings is None


def test_a_clients_new_name_changes_its_cards(engine: Engine, reading: sqlite3.Connection) -> None:
    client = make_client()
    ticket = make_ticket(client_id=client.id)
    keep(engine, client, ticket)
    keep(engine, replace(client, name="New name"))
    changes = changes_of(reading, {Client: {client.id}}, NOW)
    assert changes is not None
    assert [(card.id, card.client) for card in changes.cards] == [(ticket.id, "New name")]
    assert changes.settings is not None
    assert changes.settings.clients == [replace(client, name="New name")]


@pytest.mark.parametrize("kind", [Agent, Line, SavedView])
def test_changed_people_and_settings_come_whole_and_without_cards(
    engine: Engine, reading: sqlite3.Connection, kind: type
) -> None:
    keep(engine, make_ticket())
    changes = changes_of(reading, {kind: {"any"}}, NOW)
    assert changes is not None
    assert changes.settings is not None
    assert changes.settings.cards == []
    assert changes.settings.workflow == default_workflow()
    assert changes.cards == ()


@pytest.mark.parametrize("written", [{}, {Message: {"m"}}])
def test_what_the_board_does_not_show_changes_nothing(
    reading: sqlite3.Connection, written: dict[type, set[str]]
) -> None:
    assert changes_of(reading, written, NOW) is None
