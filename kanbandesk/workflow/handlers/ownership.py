"""Who has the ticket: claim, assign, release (R1a, S2, S3)."""

from __future__ import annotations

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import AssignTicket, ClaimTicket, ReleaseTicket
from kanbandesk.workflow.errors import NotAllowed, Taken
from kanbandesk.workflow.events import TicketAssigned, TicketReleased
from kanbandesk.workflow.handlers import texts
from kanbandesk.workflow.handlers.offers import tell_the_line
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.handlers.transitions import check_move, cross
from kanbandesk.workflow.handlers.work import Work, name_of
from kanbandesk.workflow.moves import plan_move
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.rights import Action, may
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.timers import is_still_due
from kanbandesk.workflow.transaction import Context, Transaction

OWNERS = frozenset({Role.AGENT, Role.LEAD, Role.DEVELOPER})


def claim_ticket(tx: Transaction, ctx: Context, cmd: ClaimTicket) -> None:
    """Take a new ticket, or one from the owner named; refused with the winner's name when it is another's (R1a).

    A ticket under way stays in its status. A lead's reason calls it back to Assigned instead, and to its owner (S2).
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    if ctx.actor.kind is not Role.AGENT:
        raise NotAllowed(codes.ROLE, action=Action.CLAIM.value)
    if _calls_back(work, cmd.reason):
        cross(work, cmd, check_move(work, cmd))
    else:
        check_not_taken(work, cmd.from_owner_id)
        if work.kind is StatusKind.NEW:
            cross(work, cmd, check_move(work, cmd))
        else:
            work.check(Action.CLAIM)
            work.check_open()
        if work.ticket.owner_id != ctx.actor.id:
            work.claim()
    work.save()


def check_not_taken(work: Work, from_owner_id: str) -> None:
    """Raise Taken when the ticket has an owner other than the actor and the one it is to be taken from (R1a)."""
    owner_id = work.ticket.owner_id
    if owner_id and owner_id not in (work.actor.id, from_owner_id):
        raise Taken(codes.TAKEN, owner_id=owner_id, owner=name_of(work.tx, owner_id))


def assign_ticket(tx: Transaction, ctx: Context, cmd: AssignTicket) -> None:
    """Give the ticket to an agent: by hand, by a lead, or drawn by the system (R1a, R1b).

    A new one comes to Assigned; one under way stays in its status, unless a lead calls it back with a reason.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.ASSIGN)
    work.check_open()
    agent = tx.get(Agent, cmd.agent_id)
    _check_can_own(work, agent)
    comes_to_assigned = work.kind is StatusKind.NEW or _calls_back(work, cmd.reason)
    previous = work.ticket.owner_id
    if previous == agent.id and not comes_to_assigned:
        return
    work.own(agent.id)
    is_drawn = ctx.actor.kind is Role.SYSTEM
    work.tell(TicketAssigned(agent_id=agent.id, previous_owner_id=previous, is_drawn=is_drawn))
    tell(work, NoticeKind.ASSIGNED, [agent.id])
    if comes_to_assigned:
        reason = texts.optional_line(cmd.reason, "reason")
        work.enter(StatusKind.ASSIGNED, cause=cmd.name, reason=reason, place=cmd.place)
    work.save()


def _calls_back(work: Work, reason: str) -> bool:
    """Tell whether a lead's reason brings a ticket under way back to Assigned (S2)."""
    target = work.workflow.of_kind(StatusKind.ASSIGNED)
    if not reason.strip() or work.kind is StatusKind.ASSIGNED:
        return False
    plan = plan_move(work.workflow, work.ticket, target.id, work.actor)
    return plan.is_allowed and may(work.actor, Action.OVERRULE, work.ticket)


def _check_can_own(work: Work, agent: Agent) -> None:
    if not agent.is_active or not OWNERS & set(agent.roles):
        raise NotAllowed(codes.AGENT_INACTIVE, agent_id=agent.id)
    line_id = work.ticket.line_id
    is_on_line = not line_id or not agent.line_ids or line_id in agent.line_ids
    if not is_on_line and not may(work.actor, Action.OVERRULE, work.ticket):
        raise NotAllowed(codes.AGENT_NOT_ON_LINE, agent_id=agent.id, line_id=line_id)


def release_ticket(tx: Transaction, ctx: Context, cmd: ReleaseTicket) -> None:
    """Give the ticket back: New again, without an owner, with New's time beginning anew (S2, R1d).

    The system does so for an owner who is absent or off shift before he has started; marks stay.
    """
    work = Work.on(tx, ctx, cmd.ticket_id)
    if ctx.actor.kind is Role.SYSTEM and not is_still_due(work.ticket, work.house, cmd):
        work.save()
        return
    give_back(work, cmd)


def give_back(work: Work, cmd: ReleaseTicket) -> None:
    """Make a ticket New again, without an owner, and offer it to its line (S2, R1d)."""
    move = check_move(work, cmd)
    previous = work.ticket.owner_id
    cross(work, cmd, move)
    work.change(owner_id="")
    work.tell(TicketReleased(previous_owner_id=previous))
    tell_the_line(work)
    work.save()
