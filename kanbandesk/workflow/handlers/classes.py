"""How pressing a ticket is: the urgency case sets priority and SLA class, lowering takes a lead's reason (R6)."""

from __future__ import annotations

import json
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.ageing import PROBLEM
from kanbandesk.workflow.errors import Demanded, Invalid, NotAllowed
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
    if PROBLEM in (before, sla_class):
        work.change(sla=_postponed_anew(work))
    work.change(sla=reclassified(work.workflow, work.ticket, work.house.first_hours))
    work.change(sla=followed(work.workflow, work.ticket, work.house.first_hours, work.ctx.now))
    if sla_class == PROBLEM:
        begin_alarm(work)
    elif before == PROBLEM:
        end_alarm(work)
    if PROBLEM in (before, sla_class):
        clockwork = work.clockwork
        work.ticket = clockwork.settle(work.ticket, clockwork.timetable, work.at)


def _postponed_anew(work: Work) -> SlaClock | None:
    """Return the promise with the stops that its class has in postponements: told ones, a Problem none (R7a, R7b)."""
    sla = work.ticket.sla
    if sla is None:
        return None
    told = [stop for stop in _told_postponements(work) if stop[0] >= sla.started_at]
    begins = {since for since, _ in told}
    others = [stop for stop in sla.pauses if stop[0] not in begins]
    if work.ticket.sla_class == PROBLEM:
        return sla.with_pauses(tuple(others))
    return sla.with_pauses(tuple(sorted([*others, *told], key=lambda stop: stop[0])))


def _told_postponements(work: Work) -> list[tuple[int, int | None]]:
    """Return from when to when the ticket was put aside with the client knowing the date; None: it still is."""
    postponed = work.workflow.of_kind(StatusKind.POSTPONED).id
    is_postponed = is_told = False
    since: int | None = None
    found: list[tuple[int, int | None]] = []
    for event in work.tx.events_on(work.ticket.id):
        for name, _, new in event.changes:
            if name == "status_id":
                is_postponed = json.loads(new) == postponed
            elif name == "is_client_told":
                is_told = json.loads(new)
        if is_postponed and is_told:
            since = event.recorded_at if since is None else since
        elif since is not None:
            found.append((since, event.recorded_at))
            since = None
    return found if since is None else [*found, (since, None)]


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
