"""What is due happens by itself, once, in due order (R10b, R11a, C5)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing as closing_connection
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.storyfile import read_ticket
from kanbandesk.protocol import Outcome
from kanbandesk.server.core.ledger import MOST, Ledger
from kanbandesk.server.core.timers import due_submissions, next_due
from kanbandesk.workflow.commands import CloseTicket, WakeTicket
from kanbandesk.workflow.errors import NotAllowed
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import DAY, HOUR, ClockKind, ClosingReason, default_workflow
from kanbandesk.workflow.tickets import Ticket
from tests.factories.board_files import keep
from tests.factories.workflow import NOW, make_ticket

Due = Callable[[int], list[tuple[str, str]]]


def postponed(wake_at: int) -> Ticket:
    return make_ticket(status_id="postponed", wake_at=wake_at)


def solved(proposed_at: int) -> Ticket:
    texts = {"problem": "Blank labels", "done": "Cleaned the head"}
    return make_ticket(status_id="solved", proposed_at=proposed_at, status_since=proposed_at, **texts)


@pytest.fixture
def due(engine: Engine) -> Due:
    """What is due at a moment: command and ticket, in order."""

    def at(now: int) -> list[tuple[str, str]]:
        with engine.begin() as connection:
            found = due_submissions(connection, now)
        return [(one.mutation.name, one.mutation.args["ticket_id"]) for one in found]

    return at


def next_after(engine: Engine, now: int) -> int | None:
    with engine.begin() as connection:
        return next_due(connection, now)


def plans_of_a_look(engine: Engine, now: int) -> dict[str, list[str]]:
    """How SQLite goes about each question of a look: its steps, by the question."""
    with engine.begin() as connection:
        asked: list[str] = []
        sqlite = connection.connection.driver_connection
        assert sqlite is not None
        sqlite.set_trace_callback(asked.append)
        due_submissions(connection, now)
        next_due(connection, now)
        sqlite.set_trace_callback(None)
        return {one: [row[3] for row in sqlite.execute(f"EXPLAIN QUERY PLAN {one}")] for one in asked}


def test_no_question_of_a_look_reads_a_whole_table_or_puts_rows_in_order(engine: Engine) -> None:
    """Neither tickets nor receipts, of which there may be millions; a house has some dozens of people."""
    keep(engine, postponed(NOW))
    steps = [step for plan in plans_of_a_look(engine, NOW + 1).values() for step in plan]
    assert [step for step in steps if "ticket" in step]
    assert [step for step in steps if "receipt" in step]
    slow = [step for step in steps if step.startswith(("SCAN", "USE TEMP"))]
    assert not [step for step in slow if step != "SCAN agent" and "VIRTUAL TABLE" not in step], steps


def test_a_postponed_ticket_is_due_at_its_instant(engine: Engine, due: Due) -> None:
    """R10b: waking happens at its instant, at night too; an act stamped with it comes first (C4)."""
    ticket = postponed(NOW)
    keep(engine, ticket)
    assert due(NOW) == []
    assert due(NOW + 1) == [("wake_ticket", ticket.id)]


def test_a_solved_ticket_is_due_two_days_after_its_proposal(engine: Engine, due: Due) -> None:
    """R11a: auto-close 2 days after the proposal."""
    ticket = solved(NOW)
    keep(engine, ticket)
    assert due(NOW + 2 * DAY) == []
    assert due(NOW + 2 * DAY + 1) == [("close_ticket", ticket.id)]


def test_other_statuses_are_never_due(engine: Engine, due: Due) -> None:
    keep(engine, make_ticket(status_id="in_progress", wake_at=NOW, proposed_at=NOW))
    keep(engine, make_ticket(status_id="postponed", wake_at=None), make_ticket(status_id="solved"))
    assert due(NOW + 30 * DAY) == []
    assert next_after(engine, 0) is None


def test_what_is_due_comes_in_due_order_whatever_the_rule(engine: Engine, due: Due) -> None:
    last, first, middle = postponed(NOW + 3), solved(NOW + 1 - 2 * DAY), postponed(NOW + 2)
    keep(engine, last, first, middle)
    assert [ticket_id for _, ticket_id in due(NOW + DAY)] == [first.id, middle.id, last.id]


def look_at(engine: Engine, ticket: Ticket, at: int) -> None:
    """Let the ticket be looked at at `at`, whatever is due for it."""
    with engine.begin() as connection:
        asked = {"at": at, "id": ticket.id}
        connection.execute(text("UPDATE ticket SET timer_at = :at WHERE id = :id"), asked)


def timer_of(engine: Engine, ticket: Ticket) -> int | None:
    """Return when the ticket is looked at next."""
    with engine.begin() as connection:
        asked = {"id": ticket.id}
        at: int | None = connection.scalar(text("SELECT timer_at FROM ticket WHERE id = :id"), asked)
        return at


def do(engine: Engine, found_at: int, done_at: int) -> list[str]:
    """Do at one moment what was found at another; return the names of it."""
    with engine.begin() as connection:
        found = due_submissions(connection, found_at)
    Ledger(engine, lambda: done_at).apply(found)
    return [one.mutation.name for one in found]


def test_tickets_that_were_looked_at_too_early_keep_no_other_from_being_read(engine: Engine) -> None:
    early = [postponed(NOW + HOUR) for _ in range(MOST)]
    on_time = postponed(NOW + 1)
    keep(engine, *early, on_time)
    for ticket in early:
        look_at(engine, ticket, NOW)
    assert do(engine, NOW + 2 * HOUR, NOW + 2 * HOUR) == ["look_again"] * MOST
    assert {timer_of(engine, ticket) for ticket in early} == {NOW + HOUR}
    with engine.begin() as connection:
        first, *_ = due_submissions(connection, NOW + 2 * HOUR)
    assert first.mutation.args["ticket_id"] == on_time.id


def test_one_look_finds_what_one_transaction_takes_in_due_order(engine: Engine, due: Due) -> None:
    """C5: what is behind it comes with the next look, however many things each ticket has due."""
    tickets = [postponed(NOW + moment) for moment in range(3 * MOST)]
    keep(engine, *reversed(tickets))
    assert [ticket_id for _, ticket_id in due(NOW + DAY)] == [ticket.id for ticket in tickets[:MOST]]


def test_what_falls_due_while_a_ticket_is_looked_at_again_is_done(engine: Engine) -> None:
    """The look found nothing more to do, and right after it the ticket had to wake."""
    ticket = postponed(NOW + 5)
    keep(engine, ticket)
    look_at(engine, ticket, NOW - HOUR)
    assert do(engine, NOW, NOW + 10) == ["look_again"]
    assert timer_of(engine, ticket) == NOW + 5
    assert do(engine, NOW + 11, NOW + 11) == ["wake_ticket"]


def test_what_is_left_behind_something_refused_is_done(engine: Engine) -> None:
    """A breach was refused and a waking left for the next look, as others come first: it must not be forgotten."""
    promise = SlaClock(kind=ClockKind.WALL, target_ms=HOUR, started_at=NOW - HOUR, running_since=NOW - HOUR)
    ticket = replace(postponed(NOW + HOUR), sla=promise)
    keep(engine, ticket)
    with engine.begin() as connection:
        found = due_submissions(connection, NOW + 1)
    assert [one.mutation.name for one in found] == ["note_breach"]

    def refuse(*_: object) -> None:
        raise NotAllowed("closed")

    Ledger(engine, lambda: NOW + 1, refuse).apply(found)
    keep(engine, *(postponed(NOW + 1 + moment) for moment in range(MOST)))
    while do(engine, NOW + DAY, NOW + DAY):
        pass
    with engine.begin() as connection:
        asked = {"id": ticket.id}
        status = connection.scalar(text("SELECT status_id FROM ticket WHERE id = :id"), asked)
    assert status == "in_progress"


def test_the_next_moment_is_the_earliest_that_is_still_to_come(engine: Engine) -> None:
    keep(engine, postponed(NOW + 5 * HOUR), solved(NOW - DAY))
    assert next_after(engine, NOW) == NOW + 5 * HOUR
    keep(engine, postponed(NOW))
    assert next_after(engine, NOW - 1) == NOW
    assert next_after(engine, NOW + DAY) == NOW, "what was not done yet is to be done at once"


def test_the_workspaces_own_limit_counts(engine: Engine, due: Due) -> None:
    keep(engine, replace(default_workflow(), auto_close_after=HOUR), solved(NOW))
    assert len(due(NOW + HOUR + 1)) == 1


def test_a_due_thing_is_the_systems_and_carries_the_command(engine: Engine) -> None:
    waking, closing = postponed(NOW), solved(NOW - 2 * DAY)
    keep(engine, waking, closing)
    with engine.begin() as connection:
        submissions = due_submissions(connection, NOW + 1)
    assert {one.actor_kind for one in submissions} == {Role.SYSTEM}
    assert {type(one.command) for one in submissions} == {WakeTicket, CloseTicket}
    assert CloseTicket(ticket_id=closing.id, closing_reason=ClosingReason.SOLVED, due=NOW) in [
        one.command for one in submissions
    ]


def test_it_happens_once_however_often_it_is_asked(engine: Engine, due: Due) -> None:
    ticket = postponed(NOW)
    keep(engine, ticket)
    with engine.begin() as connection:
        submissions = due_submissions(connection, NOW + 1)
        assert due_submissions(connection, NOW + 1) != []
    ledger = Ledger(engine, lambda: NOW + 1)
    first, second = ledger.apply([*submissions, *submissions])
    assert first == second
    assert first.status is Outcome.APPLIED
    assert ("wake_ticket", ticket.id) not in due(NOW + DAY)


def test_what_was_refused_is_not_tried_again(engine: Engine, due: Due) -> None:
    keep(engine, postponed(NOW))
    with engine.begin() as connection:
        submissions = due_submissions(connection, NOW + 1)

    def refuse(*_: object) -> None:
        raise NotAllowed("closed")

    (result,) = Ledger(engine, lambda: NOW + 1, refuse).apply(submissions)
    assert result.status is Outcome.REJECTED
    assert due(NOW) == []


def test_a_ticket_postponed_again_wakes_again(engine: Engine, due: Due) -> None:
    ticket = postponed(NOW)
    keep(engine, ticket)
    with engine.begin() as connection:
        submissions = due_submissions(connection, NOW + 1)
    Ledger(engine, lambda: NOW + 1).apply(submissions)
    keep(engine, replace(ticket, wake_at=NOW + HOUR))
    assert due(NOW + HOUR + 1) == [("wake_ticket", ticket.id)]


def test_the_rulebook_wakes_and_closes(engine: Engine, board_path: Path) -> None:
    waking, closing = postponed(NOW), solved(NOW - 2 * DAY)
    keep(engine, waking, closing)
    with engine.begin() as connection:
        submissions = due_submissions(connection, NOW + 1)
    results = Ledger(engine, lambda: NOW + 1).apply(submissions)
    assert [(one.status, one.code) for one in results] == [(Outcome.APPLIED, "")] * 2
    with closing_connection(open_for_reading(board_path)) as reading:
        woken, closed = (read_ticket(reading, one.id).ticket for one in (waking, closing))
    assert (woken.status_id, woken.woken_at, woken.wake_at) == ("in_progress", NOW + 1, None)
    assert (closed.status_id, closed.closing_reason) == ("closed", "solved")


def test_an_owner_whom_nobody_knows_is_absent_from_the_beginning(engine: Engine, due: Due) -> None:
    """R1d: the moment is the ticket's; one that went along with the clock would never have come."""
    ticket = make_ticket(status_id="assigned", owner_id="nobody", status_since=NOW)
    keep(engine, ticket)
    assert ("release_ticket", ticket.id) in due(NOW + HOUR)
