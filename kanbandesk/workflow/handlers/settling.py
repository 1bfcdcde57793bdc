"""Other hours: what has passed was counted by those that held until now, what follows goes by the new ones (C3)."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.workflow.ageing import Clockwork, Timetable
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.handlers.breaches import keep_breach
from kanbandesk.workflow.handlers.noting import note
from kanbandesk.workflow.handlers.work import WORKFLOW_ID, Work, timetable_of
from kanbandesk.workflow.promises import breaks_at
from kanbandesk.workflow.statuses import StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.timers import look_after
from kanbandesk.workflow.transaction import Context, Transaction


def settle_all(tx: Transaction, ctx: Context, before: Timetable) -> None:
    """Settle the clocks of the open tickets whose hours are others now, and reckon their dues anew (C3)."""
    after = timetable_of(tx)
    if after == before:
        return
    house = House.of(tx, ctx.now)
    workflow = tx.get(Workflow, WORKFLOW_ID)
    clockwork, old = Clockwork(workflow, after, ctx.now), Clockwork(workflow, before, ctx.now)
    old_hours, new_hours = before.calendar(before.first_line), after.calendar(after.first_line)
    for status in workflow.statuses:
        if status.kind is StatusKind.CLOSED:
            continue
        for ticket in tx.scan(Ticket, status_id=status.id):
            settled = ticket
            has_clocks = _has_new_hours(clockwork, ticket, before)
            has_promise = ticket.sla is not None and old_hours != new_hours
            if has_clocks:
                settled = note(tx, ctx, ticket, clockwork.settle(ticket, before, ctx.now), old)
                settled = clockwork.with_dues(settled)
            if ticket.sla is not None and has_promise:
                settled = replace(settled, sla=ticket.sla.settle(old_hours, ctx.now))
                settled = _with_breach(Work(tx, ctx, settled), ticket, old_hours)
            if has_clocks or has_promise:  # also where nothing had passed yet by the old hours
                settled = look_after(settled, house)
            if settled != ticket:
                tx.put(settled)


def _with_breach(work: Work, before: Ticket, hours: Calendar) -> Ticket:
    """Return the ticket with the breach that the hours until now brought, and nobody has noted yet (C3, R12)."""
    due = breaks_at(before, hours)
    if due is not None and due < work.ctx.now:
        keep_breach(work, before, hours)
    return work.ticket


def _has_new_hours(clockwork: Clockwork, ticket: Ticket, before: Timetable) -> bool:
    """Tell whether a clock of the ticket follows hours that are others than before."""
    after = clockwork.timetable
    return any(
        before.calendar(clock.calendar_id) != after.calendar(clockwork.hours_of(clock, ticket))
        for clock in ticket.clocks
    )
