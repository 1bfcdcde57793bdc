"""The alarm of a Problem (R7c): the head of support, then those on call, until somebody acknowledges it."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.workflow import codes
from kanbandesk.workflow.alarms import alarmed_now, first_alarmed
from kanbandesk.workflow.commands import AcknowledgeAlarm, RaiseAlarm
from kanbandesk.workflow.errors import NotAllowed
from kanbandesk.workflow.events import AlarmAcknowledged, AlarmRaised
from kanbandesk.workflow.handlers.telling import tell
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.records import NoticeKind
from kanbandesk.workflow.rights import Action, may
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.transaction import Context, Transaction


def begin_alarm(work: Work) -> None:
    """The class Problem was set: alarm the head of support at once, at any hour; nobody while timers are off (C9)."""
    if work.house.process.are_timers_on and work.kind is not StatusKind.CLOSED:
        work.change(alarmed_ids=(), alarm_since=work.ctx.now)
        _alarm(work, first_alarmed(work.house), work.ctx.now)


def end_alarm(work: Work) -> None:
    """There is nothing left to be alarmed of."""
    work.change(alarm_at=None)


def raise_alarm(tx: Transaction, ctx: Context, cmd: RaiseAlarm) -> None:
    """Nobody has acknowledged: alarm the same again, or the next on call (a system command)."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.WAKE)
    if work.ticket.alarm_at is not None and work.ticket.alarm_at <= ctx.now:
        agent_ids, is_next = alarmed_now(work.ticket, work.house)
        if is_next:
            work.change(alarm_since=ctx.now)  # the following clocks start at `done` (C5)
        _alarm(work, agent_ids, cmd.due)
    work.save()


def acknowledge_alarm(tx: Transaction, ctx: Context, cmd: AcknowledgeAlarm) -> None:
    """Who was alarmed, or a lead, has taken note: no further alarms."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    if ctx.actor.id not in work.ticket.alarmed_ids and not may(ctx.actor, Action.OVERRULE, work.ticket):
        raise NotAllowed(codes.NOT_YOUR_TICKET, owner_id=work.ticket.owner_id)
    if work.ticket.alarm_at is None:
        return
    end_alarm(work)
    work.tell(AlarmAcknowledged())
    work.save()


def _alarm(work: Work, agent_ids: tuple[str, ...], due: int) -> None:
    alarmed = dict.fromkeys((*work.ticket.alarmed_ids, *agent_ids))
    work.ticket = replace(
        work.ticket, alarmed_ids=tuple(alarmed), alarm_at=work.ctx.now + work.house.process.alarm_every
    )
    tell(work, NoticeKind.ALARM, agent_ids)
    for agent_id in agent_ids:
        work.tell(AlarmRaised(agent_id=agent_id, due=due))
