"""How pressing a ticket is: the urgency case sets priority and SLA class, lowering takes a lead's reason (R6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.ageing import PROBLEM
from kanbandesk.workflow.errors import Demanded, Invalid, NotAllowed
from kanbandesk.workflow.events import FieldsEdited, StatusChanged
from kanbandesk.workflow.handlers.alarms import begin_alarm, end_alarm
from kanbandesk.workflow.handlers.promises import followed, reclassified, strictness
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.rights import Action, may
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import Demand, Priority, StatusKind, UrgencyCase

_ORDER: Final = {priority: position for position, priority in enumerate(Priority)}


def classify(
    work: Work, case_id: str = "", class_id: str = "", *, priority: Priority | None = None, reason: str = ""
) -> None:
    """Set what is given: a case brings its priority and its class, either of which may be named beside it (R6).

    Invalid("unknown_value") when the directory has no such case or class; NotAllowed("lowering_needs_lead"), or
    Demanded("reason") of a lead, when it makes the ticket less pressing than it or the case has it.
    """
    case = _case(work, case_id)
    sla_class = class_id or (case.sla_class if case else work.ticket.sla_class)
    if class_id and class_id not in {known.id for known in work.workflow.sla_classes}:
        raise Invalid(codes.UNKNOWN_VALUE, field="sla_class", value=class_id)
    new_priority = priority or (case.priority if case else work.ticket.priority)
    _check_class(work, sla_class, case, reason)
    _check_priority(work, new_priority, case, reason, is_named=priority is not None)
    work.change(priority=new_priority, urgency_case=case.id if case else work.ticket.urgency_case)
    set_class(work, sla_class)


def set_class(work: Work, sla_class: str) -> None:
    """Give the ticket a class: its promise is recomputed (R7a), its norms change clocks for class Problem (C2)."""
    before = work.ticket.sla_class
    if sla_class == before:
        return
    work.change(sla_class=sla_class)
    if sla_class == PROBLEM:
        work.change(sla=never_postponed(work))
    work.change(sla=reclassified(work.workflow, work.ticket, work.house.first_hours))
    work.change(sla=followed(work.workflow, work.ticket, work.house.first_hours, work.ctx.now))
    if sla_class == PROBLEM:
        begin_alarm(work)
    elif before == PROBLEM:
        end_alarm(work)
    if PROBLEM in (before, sla_class):
        clockwork = work.clockwork
        work.ticket = clockwork.settle(work.ticket, clockwork.timetable, work.at)


def never_postponed(work: Work) -> SlaClock | None:
    """Return the promise without the stops of postponements: a Problem's never stopped there (R7a, R7b)."""
    sla = work.ticket.sla
    if sla is None or not sla.pauses:
        return sla
    postponed = _postponements(work)
    pauses = tuple(pause for pause in sla.pauses if pause[0] not in postponed)
    if sla.running_since is None and sla.pauses[-1][0] in postponed:
        return replace(sla, pauses=pauses, running_since=sla.pauses[-1][0])
    return replace(sla, pauses=pauses)


def _postponements(work: Work) -> frozenset[int]:
    """Return the moments at which the ticket was put aside, or the client was told of it later."""
    postponed = work.workflow.of_kind(StatusKind.POSTPONED).id
    return frozenset(
        event.recorded_at
        for event in work.tx.events_on(work.ticket.id)
        if (isinstance(event.fact, StatusChanged) and event.fact.after == postponed)
        or (
            isinstance(event.fact, FieldsEdited)
            and any(name == "is_client_told" for name, _, _ in event.changes)
        )
    )


def _case(work: Work, case_id: str) -> UrgencyCase | None:
    if not case_id:
        return None
    for case in work.workflow.urgency_cases:
        if case.id == case_id:
            return case
    raise Invalid(codes.UNKNOWN_VALUE, field="urgency_case", value=case_id)


def _check_class(work: Work, sla_class: str, case: UrgencyCase | None, reason: str) -> None:
    bounds = [work.ticket.sla_class, case.sla_class if case else ""]
    strictest = max((strictness(work.workflow, bound) for bound in bounds if bound), default=None)
    if strictest is not None and strictness(work.workflow, sla_class) < strictest:
        _check_lowering(work, "sla_class", reason)


def _check_priority(
    work: Work, priority: Priority, case: UrgencyCase | None, reason: str, *, is_named: bool
) -> None:
    """The first case sets the priority whatever it was; from then on, or by hand, lower is a lead's to say."""
    is_first = case is not None and not work.ticket.sla_class
    bounds = [] if is_first else [work.ticket.priority]
    if case is not None and is_named:
        bounds.append(case.priority)
    if any(_ORDER[priority] < _ORDER[bound] for bound in bounds):
        _check_lowering(work, "priority", reason)


def _check_lowering(work: Work, field: str, reason: str) -> None:
    if not may(work.actor, Action.OVERRULE, work.ticket):
        raise NotAllowed(codes.LOWERING, field=field)
    if not reason.strip():
        raise Demanded(codes.DEMANDED, demand=Demand.REASON.value)
