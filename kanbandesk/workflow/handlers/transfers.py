"""From line to line: offering a ticket, accepting it, taking the offer back, and "not ours" (R8a, R8b)."""

from __future__ import annotations

from kanbandesk.workflow import codes
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.commands import AcceptTransfer, ReturnTicket, TransferTicket, WithdrawTransfer
from kanbandesk.workflow.errors import Demanded, Invalid, NotAllowed, Taken
from kanbandesk.workflow.events import TransferOffered, TransferWithdrawn
from kanbandesk.workflow.football import is_football
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.messages import take_over_to_answer
from kanbandesk.workflow.handlers.offers import accept, offer
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.handlers.work import Work, end_offer, name_of
from kanbandesk.workflow.people import Line, Role
from kanbandesk.workflow.playbooks import missing
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.rights import Action, may
from kanbandesk.workflow.rosters import lead_of, works_on
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.transaction import Context, Transaction


def transfer_ticket(tx: Transaction, ctx: Context, cmd: TransferTicket) -> None:
    """Offer the ticket to another line: until somebody accepts, its owner and its status stay (R8a).

    A new ticket is claimed by who passes it on: somebody always goes on talking to the client.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.TRANSFER)
    work.check_open()
    line = tx.get(Line, cmd.line_id)
    if line.id in (work.ticket.line_id, work.house.process.development_line) or work.ticket.parent_id:
        raise Invalid(codes.UNKNOWN_VALUE, field="line_id", value=line.id)
    if is_football(work.ticket, work.house.process) and not may(ctx.actor, Action.OVERRULE, work.ticket):
        raise NotAllowed(codes.FOOTBALL, count=work.ticket.returned_count)
    asked = missing(work.ticket, work.house.process)
    if asked and not cmd.unknown_because.strip():
        raise Demanded(codes.QUESTION_OPEN, question=asked[0].text)
    if not work.ticket.owner_id:
        take_over_to_answer(work, cmd.name)
    offer(
        work,
        line.id,
        first_to=_set_up_by(work, line.id),
        reason=texts.optional_line(cmd.reason, "reason"),
        unknown_because=texts.optional_line(cmd.unknown_because, "unknown_because"),
    )
    tell(work, NoticeKind.TRANSFERRED, [work.ticket.owner_id], text=cmd.reason)
    work.save()


def _set_up_by(work: Work, line_id: str) -> str:
    """Return who is offered the ticket first: implementation's own client, whom he set up (R8a)."""
    if not work.ticket.client_id or line_id != work.house.process.setup_line:
        return ""
    client = work.tx.find(Client, work.ticket.client_id)
    agent = work.house.agents.get(client.set_up_by) if client is not None and client.set_up_by else None
    return agent.id if agent is not None and works_on(agent, line_id, work.house) else ""


def accept_transfer(tx: Transaction, ctx: Context, cmd: AcceptTransfer) -> None:
    """Take the ticket that was offered: Assigned to the accepter, on his line (R8a); the first one wins (R1a).

    An owner who is back keeps what was offered to his own line while he was absent.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    ticket = work.ticket
    if ctx.actor.kind is not Role.AGENT:
        raise NotAllowed(codes.ROLE, action=Action.CLAIM.value)
    if not ticket.offered_line_id:
        if ticket.owner_id != ctx.actor.id:
            raise Taken(codes.TAKEN, owner_id=ticket.owner_id, owner=name_of(tx, ticket.owner_id))
        return
    _check_is_offered(work)
    if ticket.owner_id == ctx.actor.id and ticket.offered_line_id == ticket.line_id:
        _leave_to_owner(work)
        work.tell(TransferWithdrawn(line_id=ticket.line_id))
    else:
        accept(work, ctx.actor.id, cause=cmd.name, place=cmd.place)
    work.save()


def _leave_to_owner(work: Work) -> None:
    """End the offer: nobody has taken it. What was not started yet keeps since when it is its owner's turn (R1d)."""
    end_offer(work)
    if work.kind is StatusKind.ASSIGNED:
        work.change(offered_at=work.ctx.now)


def _check_is_offered(work: Work) -> None:
    """Raise NotAllowed("not_your_line") when the actor is not among those to whom the ticket is offered."""
    agent, line_id = work.house.agents.get(work.actor.id), work.ticket.offered_line_id
    is_theirs = agent is not None and works_on(agent, line_id, work.house)
    if not is_theirs and not may(work.actor, Action.OVERRULE, work.ticket):
        raise NotAllowed(codes.NOT_YOUR_LINE, line_id=line_id)


def withdraw_transfer(tx: Transaction, ctx: Context, cmd: WithdrawTransfer) -> None:
    """Take the offer back, while nobody has accepted; without an offer there is nothing to do."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.TRANSFER)
    line_id = work.ticket.offered_line_id
    if line_id:
        _leave_to_owner(work)
        work.tell(TransferWithdrawn(line_id=line_id))
        work.save()


def return_ticket(tx: Transaction, ctx: Context, cmd: ReturnTicket) -> None:
    """Say "not ours": back to first line, whoever passed it on; at the second return both leads are told (R8b).

    What is still with first line stays with its owner there. What another line has is offered to first line.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    reason = texts.line(cmd.reason, "reason")
    ticket, first = work.ticket, work.house.first_line
    is_offered = bool(ticket.offered_line_id) and ticket.offered_line_id != ticket.line_id
    if is_offered:
        _check_is_offered(work)
    else:
        work.check(Action.TRANSFER)
    work.check_open()
    line_id = ticket.offered_line_id if is_offered else ticket.line_id
    if first is None or line_id == first.id or ticket.parent_id:
        raise Invalid(codes.UNKNOWN_VALUE, field="line_id", value=line_id)
    if ticket.line_id == first.id:
        _leave_to_owner(work)
        fact = TransferOffered(from_line_id=line_id, line_id=first.id, reason=reason, is_return=True)
        work.tell(fact)
    else:
        if not ticket.owner_id:
            take_over_to_answer(work, cmd.name)
        offer(work, first.id, reason=reason, is_return=True)
    work.change(returned_count=ticket.returned_count + 1)
    told = dict.fromkeys((ticket.owner_id, ticket.offered_by, *ticket.companion_ids))
    tell(work, NoticeKind.TRANSFER_RETURNED, told, text=reason)
    if is_football(work.ticket, work.house.process):
        leads = dict.fromkeys((*lead_of(line_id, work.house), *lead_of(first.id, work.house)))
        tell(work, NoticeKind.FOOTBALL, leads, text=reason)
    work.save()
