"""Cards put into one gap of a big column, over the real store: what one move writes does not grow with the column."""

from __future__ import annotations

from sqlalchemy import Engine, select

from kanbandesk.models.base import table_of
from kanbandesk.models.tickets import TicketRow
from kanbandesk.workflow.commands import MoveTicket, Place
from kanbandesk.workflow.handlers import handle
from kanbandesk.workflow.people import actor_of
from kanbandesk.workflow.ranks import LIMIT, spaced_ranks
from kanbandesk.workflow.tickets import Ticket
from tests.factories.board_files import board_path, engine, keep, new_board, store_on
from tests.factories.workflow import make_lead, make_ticket

__all__ = ["board_path", "engine", "new_board"]
SIZE = 4_000
TIMES = 400
_TICKET = table_of(TicketRow)


def order(engine: Engine) -> list[tuple[str, str]]:
    """Return the ids and ranks of the cards in New as the board reads them."""
    question = select(_TICKET.c.id, _TICKET.c.rank).where(_TICKET.c.status_id == "new")
    with engine.begin() as connection:
        rows = connection.execute(question.order_by(_TICKET.c.rank, _TICKET.c.id))
        return [(row.id, row.rank) for row in rows]


def test_cards_put_into_one_gap_over_and_over_leave_the_rest_of_a_big_column_alone(engine: Engine) -> None:
    lead = make_lead()
    tickets = [make_ticket(rank=rank) for rank in spaced_ranks(SIZE)]
    keep(engine, lead, *tickets)
    wanted = [ticket.id for ticket in tickets]
    after, before = wanted[99:101]
    written = []
    for ticket in tickets[-TIMES:]:
        with engine.begin() as connection:
            store = store_on(connection, actor=actor_of(lead))
            move = MoveTicket(ticket_id=ticket.id, place=Place(after=after, before=before))
            handle(store, store.context, move)
            store.flush()
            store.head.save(connection)
            written.append(len(store.written[Ticket]))
        wanted.remove(ticket.id)
        wanted.insert(wanted.index(before), ticket.id)
        after = ticket.id

    cards = order(engine)
    assert [card_id for card_id, _ in cards] == wanted
    assert max(len(rank) for _, rank in cards) < LIMIT
    assert 2 <= len([count for count in written if count > 1]) <= TIMES // 80
    assert max(written) == 33
