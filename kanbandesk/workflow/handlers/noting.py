"""What a ticket's clocks have reached is kept beside it, whenever the ticket is kept (R13)."""

from __future__ import annotations

from functools import partial

from kanbandesk.workflow.ageing import Clockwork
from kanbandesk.workflow.records import Violation
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction
from kanbandesk.workflow.violations import Look, noted


def note(tx: Transaction, ctx: Context, before: Ticket, after: Ticket, clockwork: Clockwork) -> Ticket:
    """Keep the violations of a ticket that was `before` and is to be `after`; return it with its clocks marked.

    `clockwork` has the hours that held until now (C3).
    """
    known = partial(tx.find, Violation)
    look = Look(
        before=before,
        after=after,
        clockwork=clockwork,
        now=ctx.now,
        known=known,
        developer_id=_developer(tx, before, clockwork),
    )
    result = noted(look)
    for violation in result.violations:
        if violation != known(violation.id):
            tx.put(violation)
    for fact in result.facts:
        tx.emit(after.id, fact)
    return result.ticket


def _developer(tx: Transaction, ticket: Ticket, clockwork: Clockwork) -> str | None:
    """Return who has the ticket's sub-task, who is charged with its term; None without one, or out of development."""
    kind = clockwork.workflow.status(ticket.status_id).kind
    if not ticket.subtask_id or kind is not StatusKind.IN_DEVELOPMENT:
        return None
    subtask = tx.find(Ticket, ticket.subtask_id)
    return None if subtask is None else subtask.owner_id
