"""Broken promises: a task for the account manager, who watches until the ticket is closed (R12); missed terms (R9)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.events import PromiseBroken, TermMissed
from kanbandesk.workflow.handlers.telling import tell, tell_about
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.promises import breach_id, breaks_at, may_be_broken, misses_at
from kanbandesk.workflow.records import NoticeKind, Task, TaskKind, Violation, ViolationKind
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.rosters import lead_of
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.transaction import Context, Transaction

if TYPE_CHECKING:  # keeping a ticket keeps its breaches
    from kanbandesk.workflow.handlers.work import Work


def keep_breach(work: Work, before: Ticket, hours: Calendar | None = None) -> None:
    """Keep the breach of a promise that was broken before now (C4), as the ticket stood `before`: once per SLA run.

    A change of class leaves it as it is (R7a). `hours` are the first line's that held until now, when they change.
    """
    if not may_be_broken(before, work.ctx.now) or not work.house.process.are_timers_on:
        return
    due = breaks_at(before, work.house.first_hours if hours is None else hours)
    if due is None or due >= work.ctx.now or before.sla is None:
        return
    tx, started_at = work.tx, before.sla.started_at
    violation = Violation(
        id=breach_id(before, started_at, "violation"),
        ticket_id=before.id,
        kind=ViolationKind.PROMISE,
        sla_class=before.sla_class or work.workflow.default_sla_class,
        line_id=before.line_id,
        started_at=started_at,
        since=due,
        moments=(due,),
        until=before.sla.pauses[-1][0] if before.sla.running_since is None else None,
        agent_ids=(_owner_at(work, before, due),),
    )
    if tx.find(Violation, violation.id) is not None:
        return  # an undo put the ticket back to before it
    tx.put(violation)
    task = _task(work, before, started_at)
    tx.put(task)
    work.change(breached_at=due, watcher_ids=_with(work.ticket.watcher_ids, task.agent_id))
    work.tell(
        PromiseBroken(
            violation_id=violation.id,
            sla_class=violation.sla_class,
            task_id=task.id,
            agent_id=task.agent_id,
            due=due,
        )
    )
    tell(work, NoticeKind.BREACHED, (task.agent_id,))


def stay_broken(work: Work, before: Ticket) -> None:
    """A recorded breach stays, whatever is undone: with who has to explain it watching (R7a, R12)."""
    if before.breached_at is None or work.ticket.breached_at is not None or before.sla is None:
        return
    task = work.tx.find(Task, breach_id(before, before.sla.started_at, "task"))
    agent_id = "" if task is None else task.agent_id
    work.change(breached_at=before.breached_at, watcher_ids=_with(work.ticket.watcher_ids, agent_id))


def follow_breach(work: Work) -> None:
    """End the violation of a broken promise with its clock's stop, and open it again when that runs on (R7b, R13)."""
    ticket = work.ticket
    if ticket.breached_at is None or ticket.sla is None:
        return
    violation = work.tx.find(Violation, breach_id(ticket, ticket.sla.started_at, "violation"))
    if violation is None or (violation.until is None) == (ticket.sla.running_since is not None):
        return
    until = None if ticket.sla.running_since is not None else work.ctx.now
    work.tx.put(replace(violation, until=until))


def end_watch(work: Work) -> None:
    """Closed: who watched because of a breach watches no longer (R12)."""
    if work.ticket.breached_at is None:
        return
    tasks = work.tx.scan(Task, ticket_id=work.ticket.id)
    gone = {task.agent_id for task in tasks if task.kind is TaskKind.BREACH_REASON}
    work.change(watcher_ids=tuple(each for each in work.ticket.watcher_ids if each not in gone))


def keep_missed_term(work: Work, before: Ticket) -> None:
    """Tell the owner that the developers' date is past: once per date (R9)."""
    due = misses_at(work.workflow, before)
    if due is None or due >= work.ctx.now or _is_told(work, before.status_id):
        return
    if work.ticket.due_at == before.due_at:
        clocks = work.ticket.clocks
        marked = (
            replace(each, is_told=each.is_told or each.status_id == before.status_id) for each in clocks
        )
        work.change(clocks=tuple(marked))
    work.tell(TermMissed(due=due, told_id=before.owner_id))
    tell(work, NoticeKind.PAST_DUE, (before.owner_id,))


def heads(tx: Transaction, ctx: Context) -> tuple[str, ...]:
    """Return who is told as the head of support: administrators when there is none (R2b)."""
    return lead_of("", House.of(tx, ctx.now))


def account_manager(tx: Transaction, client_id: str) -> str:
    """Return the client's account manager when he works here, else empty."""
    client = tx.find(Client, client_id) if client_id else None
    manager = tx.find(Agent, client.manager_id) if client is not None and client.manager_id else None
    return manager.id if manager is not None and manager.is_active else ""


def tell_overdue(tx: Transaction, ctx: Context, task: Task) -> tuple[str, ...]:
    """Tell the head of support that a breach goes without its reason; return whom (R12)."""
    told = heads(tx, ctx)
    tell_about(tx, ctx, tx.find(Ticket, task.ticket_id), NoticeKind.BREACH_UNEXPLAINED, told)
    return told


def _owner_at(work: Work, ticket: Ticket, due: int) -> str:
    """Return who had the ticket at `due` (R13): a change of class may break a promise long ago (R7a)."""
    for old, _ in work.tx.changed(ticket.id, "owner_id", after=due):
        owner_id: str = json.loads(old)
        return owner_id
    return ticket.owner_id


def _task(work: Work, ticket: Ticket, started_at: int) -> Task:
    """Return the task to explain the breach; its day begins now (C5)."""
    managers = (account_manager(work.tx, ticket.client_id), *heads(work.tx, work.ctx))
    now = work.ctx.now
    return Task(
        id=breach_id(ticket, started_at, "task"),
        kind=TaskKind.BREACH_REASON,
        ticket_id=ticket.id,
        board_id=ticket.board_id,
        agent_id=next((each for each in managers if each), ""),
        created_at=now,
        opens_at=now,
        due_at=now + work.house.process.breach_reason_within,
    )


def _is_told(work: Work, status_id: str) -> bool:
    return any(clock.is_told for clock in work.ticket.clocks if clock.status_id == status_id)


def _with(agent_ids: tuple[str, ...], agent_id: str) -> tuple[str, ...]:
    return agent_ids if not agent_id or agent_id in agent_ids else (*agent_ids, agent_id)
