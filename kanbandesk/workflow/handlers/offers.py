"""An offer: a ticket that stays with its owner, under New's norm, until somebody of a line accepts it (R8a, R3)."""

from __future__ import annotations

from kanbandesk.workflow.commands import Place
from kanbandesk.workflow.events import TransferAccepted, TransferOffered
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.handlers.work import Work, end_offer
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.rosters import is_absent, lead_for, on_shift
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.timers import offered_line


def offer(
    work: Work,
    line_id: str,
    *,
    first_to: str = "",
    reason: str = "",
    unknown_because: str = "",
    is_return: bool = False,
) -> None:
    """Offer the ticket to a line, under New's norm on that line's hours (R8a); an earlier offer gives way to it."""
    work.change(
        offered_line_id=line_id,
        offered_to=first_to,
        offered_by=work.actor.id,
        offered_at=work.ctx.now,
        waits_for_shift=False,
    )
    work.ticket = work.clockwork.restart(work.ticket, StatusKind.NEW, work.at)
    fact = TransferOffered(
        from_line_id=work.ticket.line_id,
        line_id=line_id,
        reason=reason,
        unknown_because=unknown_because,
        is_return=is_return,
    )
    work.tell(fact)
    tell_the_line(work)


def tell_the_line(work: Work) -> None:
    """Tell those who are on shift that they may take the ticket (R1a); first of all whom it is offered first (R8a)."""
    ticket = work.ticket
    present = [agent.id for agent in on_shift(offered_line(ticket), work.house, work.ctx.now)]
    tell(work, NoticeKind.OFFERED, [ticket.offered_to] if ticket.offered_to in present else present)


def accept(
    work: Work,
    agent_id: str,
    *,
    cause: str,
    place: Place | None = None,
    is_drawn: bool = False,
    due: int | None = None,
) -> None:
    """Give the offered ticket to an agent of that line: Assigned, on that line (R8a).

    A first-line agent who had it stays as companion: he clarifies and nudges.
    """
    ticket = work.ticket
    fact = TransferAccepted(
        line_id=ticket.offered_line_id,
        agent_id=agent_id,
        offered_by=ticket.offered_by,
        offered_at=ticket.offered_at if ticket.offered_at is not None else work.ctx.now,
        is_drawn=is_drawn,
        due=due,
    )
    is_transfer = ticket.offered_line_id != ticket.line_id
    end_offer(work)
    first = work.house.first_line
    if is_transfer and ticket.owner_id and first is not None and ticket.line_id == first.id:
        companions = dict.fromkeys((*ticket.companion_ids, ticket.owner_id))
        work.change(companion_ids=tuple(companions))
    before = work.clockwork.timetable
    work.change(line_id=ticket.offered_line_id)
    work.own(agent_id)
    work.tell(fact)
    if work.kind is StatusKind.ASSIGNED:
        work.ticket = work.clockwork.restart(work.ticket, StatusKind.ASSIGNED, work.at)
        work.change(status_since=work.at)
    else:
        work.enter(StatusKind.ASSIGNED, cause=cause, place=place, due=due)
    work.ticket = work.clockwork.settle(work.ticket, before, work.at)  # the other line's hours (C2)
    if is_drawn:
        tell(work, NoticeKind.DRAWN, [agent_id])
    tell(work, NoticeKind.TRANSFER_ACCEPTED, dict.fromkeys((ticket.owner_id, ticket.offered_by)))


def offer_when_absent(work: Work, *, is_urgent: bool = False) -> None:
    """Offer a ticket to its own line when its owner is absent, or, when urgent, off shift (R3, R10b, R11b).

    A ticket that nobody owns is offered as well. The lead is told of whom it waits for.
    """
    ticket = work.ticket
    if ticket.offered_line_id:
        return
    house, now = work.house, work.ctx.now
    is_here = bool(ticket.owner_id) and not is_absent(ticket.owner_id, house)
    if is_here and is_urgent:
        is_here = any(agent.id == ticket.owner_id for agent in on_shift(ticket.line_id, house, now))
    if not is_here:
        offer(work, ticket.line_id)
        tell(work, NoticeKind.OWNER_ABSENT, lead_for(ticket, house))


def tell_of_absence(work: Work) -> None:
    """Tell the lead of a ticket that others hold while its owner is absent: it stays with them (R3)."""
    if is_absent(work.ticket.owner_id, work.house):
        tell(work, NoticeKind.OWNER_ABSENT, lead_for(work.ticket, work.house))
