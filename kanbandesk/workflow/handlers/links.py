"""Tickets that belong together: links and merging (R11e)."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import LinkTickets, UnlinkTickets
from kanbandesk.workflow.errors import Invalid, NotFound
from kanbandesk.workflow.events import TicketsLinked, TicketsUnlinked
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.tickets import Link, Ticket
from kanbandesk.workflow.transaction import Context, Transaction


def link_tickets(tx: Transaction, ctx: Context, cmd: LinkTickets) -> None:
    """Tie this ticket to another; both tell it."""
    if cmd.target_id == cmd.ticket_id:
        raise Invalid(codes.SAME_TICKET)
    if not cmd.link_id:
        raise Invalid(codes.EMPTY, field="link_id")
    work, other = Work.on(tx, ctx, cmd.ticket_id), Work.on(tx, ctx, cmd.target_id)
    work.check(Action.LINK)
    link = Link(id=cmd.link_id, source_id=cmd.ticket_id, target_id=cmd.target_id, kind=cmd.kind)
    if tx.find(Link, link.id) is not None or _has_twin(tx, link):
        raise Invalid(codes.EXISTS, kind="Link", id=link.id)
    tie(link, work, other)
    work.save()
    other.save()


def _has_twin(tx: Transaction, link: Link) -> bool:
    """Tell whether the two are tied in this way already, from either end."""
    ends = {link.source_id, link.target_id}
    ties = [*tx.scan(Link, source_id=link.source_id), *tx.scan(Link, target_id=link.source_id)]
    return any({each.source_id, each.target_id} == ends and each.kind is link.kind for each in ties)


def tie(link: Link, source: Work, target: Work) -> None:
    """Keep a link, count it on both tickets, and tell both."""
    source.tx.put(link)
    for end, other, is_source in ((source, target, True), (target, source, False)):
        end.change(link_count=end.ticket.link_count + 1)
        kind = link.kind.value
        end.tell(TicketsLinked(link_id=link.id, other_id=other.ticket.id, kind=kind, is_source=is_source))


def unlink_tickets(tx: Transaction, ctx: Context, cmd: UnlinkTickets) -> None:
    """Undo a tie, from either end."""
    link = tx.get(Link, cmd.link_id)
    if cmd.ticket_id not in (link.source_id, link.target_id):
        raise NotFound(codes.NOT_FOUND, kind="Link", id=link.id)
    Work.on(tx, ctx, cmd.ticket_id).check(Action.LINK)
    tx.delete(Link, link.id)
    for end_id, other_id, is_source in (
        (link.source_id, link.target_id, True),
        (link.target_id, link.source_id, False),
    ):
        ticket = tx.find(Ticket, end_id)
        if ticket is None:
            continue
        tx.put(replace(ticket, link_count=max(0, ticket.link_count - 1)))
        fact = TicketsUnlinked(link_id=link.id, other_id=other_id, kind=link.kind.value, is_source=is_source)
        tx.emit(end_id, fact)
