"""Whose turn it is, without anybody doing anything: the draw and the escalation (R1b, R1c, R2)."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.workflow.commands import DrawTicket, EscalateTicket
from kanbandesk.workflow.events import DrawWaits, TicketAssigned, TicketEscalated
from kanbandesk.workflow.handlers.looking import timed
from kanbandesk.workflow.handlers.offers import accept
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.people import Agent, Draw, Line
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.rosters import choose, lead_for, lead_of, on_shift
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.timers import clock_of, offered_line
from kanbandesk.workflow.transaction import Context, Transaction


def draw_ticket(tx: Transaction, ctx: Context, cmd: DrawTicket) -> None:
    """Nobody has claimed it in time: the system draws among those on shift (R1b), or tells the lead (R1c).

    An offered transfer is drawn on the line that it is offered to (R8a), first of all for whom it is offered first.
    """
    work, is_due = timed(tx, ctx, cmd)
    if is_due:
        agent = _drawn(work)
        if agent is None:
            _wait_for_shift(work, cmd.due)
        elif work.ticket.offered_line_id:
            accept(work, agent.id, cause=cmd.name, is_drawn=True, due=cmd.due)
        else:
            work.own(agent.id)
            work.tell(TicketAssigned(agent_id=agent.id, is_drawn=True, due=cmd.due))
            work.enter(StatusKind.ASSIGNED, cause=cmd.name, due=cmd.due)
            tell(work, NoticeKind.DRAWN, [agent.id])
    work.save()


def _drawn(work: Work) -> Agent | None:
    """Return whom the system draws, having told the lead when all are full (R1b); None when nobody is on shift."""
    line_id = offered_line(work.ticket)
    present = [
        agent
        for agent in on_shift(line_id, work.house, work.ctx.now)
        if not work.ticket.offered_line_id or agent.id != work.ticket.owner_id
    ]
    first = [agent for agent in present if agent.id == work.ticket.offered_to]
    line = work.house.lines.get(line_id)
    counts = work.tx.open_counts(tuple(agent.id for agent in present))
    agent, are_full = choose(line, first or present, counts, work.ctx.uid)
    if agent is not None and are_full:
        tell(work, NoticeKind.ALL_FULL, _leads(work))
    if agent is not None and line is not None and line.draw is Draw.ROUND_ROBIN:
        work.tx.put(replace(work.tx.get(Line, line.id), last_drawn_id=agent.id))
    return agent


def _leads(work: Work) -> tuple[str, ...]:
    """Return the lead of the line that is to take the ticket; never its owner (R2b)."""
    return lead_of(offered_line(work.ticket), work.house, other_than=work.ticket.owner_id)


def _wait_for_shift(work: Work, due: int) -> None:
    """Nobody is on shift: the lead is told once, and the draw runs when the first agent comes (R1c)."""
    if work.ticket.waits_for_shift:
        return
    work.change(waits_for_shift=True)
    leads = _leads(work)
    work.tell(DrawWaits(due=due, told_id=leads[0] if leads else ""))
    tell(work, NoticeKind.NOBODY_ON_SHIFT, leads)


def escalate_ticket(tx: Transaction, ctx: Context, cmd: EscalateTicket) -> None:
    """Its owner has not started in time: the lead is added and told, the mark "ignored" stays for good (R2)."""
    work, is_due = timed(tx, ctx, cmd)
    if is_due:
        leads = lead_for(work.ticket, work.house)
        companions = (*work.ticket.companion_ids, *leads)
        clock = clock_of(work.ticket, StatusKind.ASSIGNED, work.house)
        work.change(
            is_ignored=True,
            companion_ids=tuple(dict.fromkeys(companions)),
            clocks=tuple(
                replace(each, is_told=True) if each == clock else each for each in work.ticket.clocks
            ),
        )
        work.tell(TicketEscalated(owner_id=work.ticket.owner_id, lead_ids=leads, due=cmd.due))
        tell(work, NoticeKind.ESCALATED, leads)
    work.save()
