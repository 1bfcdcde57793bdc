"""On one computer the timers run in the program itself (rules R10b, R11a; C5, C9)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing as closing_connection
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kanbandesk.app.homes import BOARD, Home, system_now
from kanbandesk.app.solo import SoloDesk
from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.engine import writing_engine
from kanbandesk.workflow.cards import Changes
from kanbandesk.workflow.commands import AddNote, PostponeTicket
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import DAY, HOUR
from kanbandesk.workflow.tickets import Ticket
from tests.factories.board_files import keep
from tests.factories.workflow import make_ticket

PATIENCE = 30
Start = Callable[..., SoloDesk]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Opens a desk on a new home that holds these tickets."""
    desks: list[SoloDesk] = []

    def started(*tickets: Ticket, **settings: object) -> SoloDesk:
        def furnish(folder: Path) -> None:
            engine: Engine = writing_engine(folder / BOARD)
            keep(engine, *tickets)
            engine.dispose()

        home = Home.create(tmp_path / "home", furnish=furnish, began_at=system_now() - 90 * DAY, **settings)  # type: ignore[arg-type]
        desks.append(SoloDesk(home))
        return desks[-1]

    yield started
    for desk in desks:
        desk.close()


def postponed(wake_at: int) -> Ticket:
    return make_ticket(status_id="postponed", wake_at=wake_at, status_since=wake_at - HOUR)


def solved(proposed_at: int) -> Ticket:
    return make_ticket(
        status_id="solved", proposed_at=proposed_at, status_since=proposed_at, problem="Blank", done="Cleaned"
    )


def status(desk: SoloDesk, ticket: Ticket) -> str:
    return desk.ticket(ticket.id).result(PATIENCE).ticket.status_id


def test_what_fell_due_while_the_program_was_off_happens_at_opening_in_due_order(start: Start) -> None:
    now = system_now()
    late, early, closing = postponed(now - HOUR), postponed(now - 3 * HOUR), solved(now - 2 * DAY - 2 * HOUR)
    asleep = postponed(now + HOUR)
    desk = start(late, early, closing, asleep)
    order: list[str] = []
    desk.subscribe(lambda changes: order.extend([*(card.id for card in changes.cards), *changes.removed]))
    assert desk.warm_up().result(PATIENCE) == ()
    assert [status(desk, one) for one in (late, early, closing, asleep)] == [
        "in_progress",
        "in_progress",
        "closed",
        "postponed",
    ]
    with closing_connection(open_for_reading(desk._home.board_path)) as connection:
        story = connection.execute(
            "SELECT ticket_id FROM event WHERE fact LIKE '%status_changed%' ORDER BY ver"
        )
        assert [ticket_id for (ticket_id,) in story] == [early.id, closing.id, late.id]
    assert set(order) == {late.id, early.id, closing.id}


def test_the_timers_come_before_the_first_command(start: Start) -> None:
    ticket = postponed(system_now() - HOUR)
    desk = start(ticket)
    desk.submit(AddNote(ticket_id=ticket.id, message_id=new_id(), text="I look at it")).result(PATIENCE)
    woken, *_, noted = desk.ticket(ticket.id).result(PATIENCE).events
    assert (woken.actor_kind, noted.actor_kind) == (Role.SYSTEM, Role.AGENT)


def test_what_falls_due_while_the_program_runs_happens_then(start: Start) -> None:
    ticket = postponed(system_now() + 300)
    desk = start(ticket)
    woken = threading.Event()

    def listen(changes: Changes) -> None:
        if any(card.status_id == "in_progress" for card in changes.cards):
            woken.set()

    desk.subscribe(listen)
    desk.warm_up().result(PATIENCE)
    assert status(desk, ticket) == "postponed" or woken.is_set()
    assert woken.wait(PATIENCE)
    assert status(desk, ticket) == "in_progress"


def test_what_is_postponed_while_the_program_runs_wakes_too(start: Start) -> None:
    desk = start(make_ticket(status_id="in_progress"))
    (card,) = desk.board().result(PATIENCE).cards
    woken = threading.Event()
    desk.subscribe(lambda changes: woken.set() if any(one.wake_at is None for one in changes.cards) else None)
    receipt = desk.submit(PostponeTicket(ticket_id=card.id, wake_at=desk.now() + 300)).result(PATIENCE)
    assert receipt.is_applied, receipt
    assert woken.wait(PATIENCE)


def test_what_was_due_happens_once_also_when_the_program_is_started_again(start: Start) -> None:
    ticket = postponed(system_now() - HOUR)
    desk = start(ticket)
    desk.warm_up().result(PATIENCE)
    before = desk.ticket(ticket.id).result(PATIENCE)
    desk.close()
    again = SoloDesk(Home.open(desk._home.path))
    again.warm_up().result(PATIENCE)
    assert again.ticket(ticket.id).result(PATIENCE) == before
    again.close()


def test_an_imported_board_has_no_timers(start: Start) -> None:
    """C9: on an imported board timers are off until switched on."""
    ticket = postponed(system_now() - HOUR)
    desk = start(ticket, has_timers=False)
    desk.warm_up().result(PATIENCE)
    desk.submit(AddNote(ticket_id=ticket.id, message_id=new_id(), text="asleep")).result(PATIENCE)
    assert status(desk, ticket) == "postponed"
