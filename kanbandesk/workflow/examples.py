"""Examples of a norm: a card of the status for each of its degrees, for whoever sets the norm to look at (R13)."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, Final

from kanbandesk.workflow.ageing import Clockwork, Timetable
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.replacing import replace
from kanbandesk.workflow.statuses import DAY, MINUTE, Status, StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket

TERM: Final = 5 * DAY
"""The term of an example in development, of which its norm takes shares (R9)."""
_ROUND_THE_CLOCK: Final = Timetable(calendars={}, line_calendars={})
_SHARED: Final = {field.name for field in fields(Card)} & {field.name for field in fields(Ticket)}
_DATED: Final = {StatusKind.WAITING_VENDOR, StatusKind.POSTPONED}


def aged_cards(workflow: Workflow, status_id: str, now: int) -> list[Card]:
    """Return a fresh card of a status, and one that reaches each degree of its norm just `now` (UTC ms).

    Time passes round the clock for them: what is set is a length, and a night would hide it. The closed status, which
    has no norm, has no cards. KeyError when there is no such status.
    """
    status = workflow.status(status_id)
    if status.kind is StatusKind.CLOSED:
        return []
    passed = _passed(status)
    alone = replace(workflow, statuses=(status,))  # another of the same kind would lend its norm
    return [_card(_ticket(status, place, now - one), alone, status) for place, one in enumerate(passed)]


def _passed(status: Status) -> list[int]:
    """Return after how long (ms) from what its norm counts from each example stands, the fresh one first."""
    limits = list(status.norm)
    if status.kind is StatusKind.IN_DEVELOPMENT:
        limits = [TERM * share // 100 for share in limits[:2]] + [TERM + past for past in limits[2:]]
    if status.kind in _DATED:
        return [-DAY, *limits]
    return [min(limits, default=10 * MINUTE) // 2, *limits]


def _ticket(status: Status, place: int, begun: int) -> Ticket:
    """Return the ticket whose norm counts from `begun`."""
    since = begun - DAY if status.kind in _DATED else begun
    dates: dict[str, Any] = {
        StatusKind.WAITING_CLIENT: {"answered_at": begun},
        StatusKind.WAITING_VENDOR: {"expected_at": begun},
        StatusKind.POSTPONED: {"wake_at": begun},
        StatusKind.IN_DEVELOPMENT: {"handed_at": begun, "due_at": begun + TERM},
        StatusKind.SOLVED: {"proposed_at": begun},
    }.get(status.kind, {})
    return Ticket(
        id=f"example:{place}", title="", status_id=status.id, created_at=since, status_since=since, **dates
    )


def _card(ticket: Ticket, workflow: Workflow, status: Status) -> Card:
    clockwork = Clockwork(workflow, _ROUND_THE_CLOCK)
    aged = clockwork.with_dues(clockwork.restart(ticket, status.kind, ticket.status_since))
    due1, due2, due3 = aged.dues
    return Card(
        **{name: getattr(aged, name) for name in _SHARED},
        client="",
        due1=due1,
        due2=due2,
        due3=due3,
        sla_due=None,
        sla_left=None,
    )
