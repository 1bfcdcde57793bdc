"""What is kept beside tickets reaches the window: the board, an opened ticket, a batch of changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kanbandesk.models.boardfile import changes_of, open_for_reading, read_board
from kanbandesk.models.recordfile import SHOWN_NOTIFICATIONS, notifications_of, open_tasks
from kanbandesk.models.storyfile import read_ticket
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import Notification, Rating, Task, Violation
from tests.factories.board_files import keep, me_of
from tests.factories.workflow import (
    NOW,
    make_notification,
    make_rating,
    make_task,
    make_ticket,
    make_violation,
)


@pytest.fixture
def reading(board_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(board_path)) as connection:
        yield connection


def test_the_board_has_the_process_ones_own_notifications_and_open_tasks(
    engine: Engine, board_path: Path
) -> None:
    mine = make_notification(agent_id=me_of(board_path))
    task = make_task()
    keep(engine, Process(head_id="lea"), mine, make_notification(agent_id="bo"), task, make_task(done_at=NOW))
    board = read_board(board_path, NOW)
    assert board.process == Process(head_id="lea")
    assert (board.notifications, board.tasks) == ([mine], [task])


def test_a_board_without_settings_of_the_process_has_the_usual_ones(board_path: Path) -> None:
    with closing(sqlite3.connect(board_path)) as connection:
        connection.execute("DELETE FROM setting WHERE kind = 'process'")
        connection.commit()
    assert read_board(board_path, NOW).process == Process()


def test_the_newest_notifications_and_all_unread_ones_are_at_hand(
    engine: Engine, reading: sqlite3.Connection
) -> None:
    """Nothing is only a toast (issue 4, item 11): what was not read does not fall out of sight."""
    read = [make_notification(at=NOW + at, read_at=NOW) for at in range(1, SHOWN_NOTIFICATIONS + 10)]
    unread = make_notification(at=NOW - 1)
    keep(engine, *read, unread, make_notification(at=NOW - 2, read_at=NOW))
    found = notifications_of(reading, "me")
    assert found == [*reversed(read[9:]), unread]


def test_open_tasks_come_oldest_first(engine: Engine, reading: sqlite3.Connection) -> None:
    later, sooner = make_task(created_at=NOW), make_task(created_at=NOW - 1)
    keep(engine, later, sooner)
    assert open_tasks(reading) == [sooner, later]


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("SELECT id FROM notification WHERE agent_id = 'x' ORDER BY at DESC", "ix_notification_agent_id_at"),
        ("SELECT id FROM notification WHERE agent_id = 'x' AND read_at IS NULL", "ix_notification_agent_id"),
        ("SELECT id FROM task WHERE done_at IS NULL ORDER BY created_at", "ix_task_created_at"),
    ],
)
def test_what_the_start_reads_is_found_by_an_index(
    reading: sqlite3.Connection, question: str, index: str
) -> None:
    plan = [row[3] for row in reading.execute(f"EXPLAIN QUERY PLAN {question}")]
    assert any(index in step for step in plan), plan


def test_a_ticket_opens_with_its_violations_ratings_and_all_tasks(
    engine: Engine, reading: sqlite3.Connection
) -> None:
    ticket = make_ticket()
    later, sooner = (make_violation(ticket_id=ticket.id, since=NOW + at) for at in (2, 1))
    rating, task = make_rating(ticket_id=ticket.id), make_task(ticket_id=ticket.id, done_at=NOW)
    keep(engine, ticket, later, sooner, rating, task, make_violation(), make_rating(), make_task())
    detail = read_ticket(reading, ticket.id)
    assert detail.violations == (sooner, later)
    assert (detail.ratings, detail.tasks) == ((rating,), (task,))


def test_a_notification_alone_is_a_change(
    engine: Engine, reading: sqlite3.Connection, board_path: Path
) -> None:
    mine, other = make_notification(agent_id=me_of(board_path)), make_notification(agent_id="bo")
    keep(engine, mine, other)
    changes = changes_of(reading, {Notification: {mine.id, other.id}}, NOW)
    assert changes is not None
    assert (changes.notifications, changes.cards, changes.settings) == ((mine,), (), None)


def test_what_somebody_else_is_told_changes_nothing_here(engine: Engine, reading: sqlite3.Connection) -> None:
    other = make_notification(agent_id="bo")
    keep(engine, other)
    assert changes_of(reading, {Notification: {other.id}}, NOW) is None


def test_a_task_that_is_done_is_told_with_its_ticket(engine: Engine, reading: sqlite3.Connection) -> None:
    ticket = make_ticket()
    task = make_task(ticket_id=ticket.id, done_at=NOW)
    keep(engine, ticket, task)
    changes = changes_of(reading, {Task: {task.id}}, NOW)
    assert changes is not None
    assert changes.tasks == (task,)
    assert [card.id for card in changes.cards] == [ticket.id]


def test_a_task_that_is_gone_is_told_by_its_id(reading: sqlite3.Connection) -> None:
    """In a team a done task stays only with a story that is held here."""
    changes = changes_of(reading, {Task: {"gone"}}, NOW)
    assert changes is not None
    assert changes.removed_records == ("gone",)


@pytest.mark.parametrize("make", [make_violation, make_rating])
def test_the_card_of_a_ticket_is_told_when_its_violations_or_ratings_change(
    engine: Engine, reading: sqlite3.Connection, make: type[Violation] | type[Rating]
) -> None:
    ticket = make_ticket()
    record = make(ticket_id=ticket.id)  # type: ignore[call-arg]  # a factory: the rest has its default
    keep(engine, ticket, record)
    changes = changes_of(reading, {type(record): {record.id}}, NOW)
    assert changes is not None
    assert [card.id for card in changes.cards] == [ticket.id]


def test_a_change_of_the_process_brings_all_settings(
    engine: Engine, reading: sqlite3.Connection, board_path: Path
) -> None:
    mine = make_notification(agent_id=me_of(board_path))
    keep(engine, replace(Process(), head_id="lea"), mine)
    changes = changes_of(reading, {Process: {"default"}}, NOW)
    assert changes is not None
    assert changes.settings is not None
    assert (changes.settings.process.head_id, changes.settings.notifications) == ("lea", [mine])
