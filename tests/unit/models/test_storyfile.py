"""An opened ticket comes with its whole story, in the order it happened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine

from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.storyfile import read_ticket
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.events import TicketCreated, TicketMoved
from kanbandesk.workflow.ids import new_id
from tests.factories.board_files import keep, store_on
from tests.factories.workflow import (
    NOW,
    make_attachment,
    make_client,
    make_contact,
    make_link,
    make_message,
    make_ticket,
)


@pytest.fixture
def reading(board_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(board_path)) as connection:
        yield connection


def test_a_ticket_comes_with_its_people_messages_files_and_links(
    engine: Engine, reading: sqlite3.Connection
) -> None:
    client, contact = make_client(), make_contact()
    ticket = make_ticket(client_id=client.id, requester_id=contact.id)
    blocker, duplicate = make_ticket(), make_ticket(status_id="closed")
    later, sooner = (make_message(ticket_id=ticket.id, at=NOW + moment) for moment in (2, 1))
    attachment = make_attachment(ticket_id=ticket.id)
    links = [
        make_link(source_id=blocker.id, target_id=ticket.id),
        make_link(source_id=ticket.id, target_id=duplicate.id),
    ]
    keep(
        engine, client, contact, ticket, blocker, duplicate, later, sooner, attachment, *links, make_message()
    )
    detail = read_ticket(reading, ticket.id)
    assert detail.ticket.id == ticket.id
    assert (detail.client, detail.requester) == (client, contact)
    assert detail.messages == (sooner, later)
    assert detail.attachments == (attachment,)
    assert detail.links == tuple(links)
    assert [card.id for card in detail.linked] == [blocker.id, duplicate.id]


def test_events_stand_in_the_order_they_were_recorded(engine: Engine, reading: sqlite3.Connection) -> None:
    ticket = make_ticket()
    keep(engine, ticket)
    with engine.begin() as connection:
        for facts in (
            [TicketCreated(title="one"), TicketMoved()],
            [TicketCreated(title="two"), TicketMoved()],
        ):
            store = store_on(connection, uid=new_id())
            for fact in facts:
                store.emit(ticket.id, fact)
            store.flush()
            store.head.save(connection)
    titles = [getattr(event.fact, "title", "moved") for event in read_ticket(reading, ticket.id).events]
    assert titles == ["one", "moved", "two", "moved"]


def test_a_ticket_of_nobody_has_neither_client_nor_requester(
    engine: Engine, reading: sqlite3.Connection
) -> None:
    ticket = make_ticket(client_id="", requester_id="unknown")
    keep(engine, ticket)
    detail = read_ticket(reading, ticket.id)
    assert (detail.client, detail.requester, detail.linked) == (None, None, ())


def test_a_ticket_that_is_not_there_is_not_found(reading: sqlite3.Connection) -> None:
    with pytest.raises(NotFound):
        read_ticket(reading, "nobody")
    assert not reading.in_transaction
