"""When the system looks at a ticket next: reckoned with each change of the ticket, and anew when the house changes."""

from __future__ import annotations

from collections.abc import Iterable

from kanbandesk.workflow.commands import LookAgain, Timed
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.timers import is_still_due, look_after, look_past
from kanbandesk.workflow.transaction import Context, Transaction

WAITING_FOR_PEOPLE = frozenset({StatusKind.NEW, StatusKind.ASSIGNED})
"""The statuses whose timers hang on who is there (R1)."""
OPEN = frozenset(StatusKind) - {StatusKind.CLOSED}


def look_again(tx: Transaction, ctx: Context, cmd: LookAgain) -> None:
    """Reckon the next look of a ticket for which nothing is left to be done now."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.WAKE)
    if work.ticket.revision == cmd.revision:
        tx.put(look_past(work.ticket, work.house, cmd.decided_until))


def timed(tx: Transaction, ctx: Context, cmd: Timed) -> tuple[Work, bool]:
    """Return the work on the ticket of a due command, and whether that is still what the ticket needs.

    NotAllowed unless the system acts. `Work.save` is called in either case: it reckons the next look.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.WAKE)
    return work, is_still_due(work.ticket, work.house, cmd)


def look_at(tx: Transaction, house: House, tickets: Iterable[Ticket]) -> None:
    """Reckon the next look of these tickets with the house as it is now."""
    for ticket in tickets:
        looked_after = look_after(ticket, house)
        if looked_after != ticket:
            tx.put(looked_after)


def look_at_all(tx: Transaction, ctx: Context, kinds: Iterable[StatusKind] = OPEN) -> None:
    """Reckon the next look of every ticket in statuses of these kinds: the settings have changed."""
    house = House.of(tx, ctx.now)
    for kind in kinds:
        look_at(tx, house, tx.scan(Ticket, status_id=house.workflow.of_kind(kind).id))


def look_at_offers(tx: Transaction, house: House, line_ids: Iterable[str]) -> None:
    """Reckon the next look of what is offered to these lines: somebody came or went."""
    for line_id in line_ids:
        look_at(tx, house, tx.scan(Ticket, offered_line_id=line_id))
