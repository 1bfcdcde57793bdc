"""What can be asked of a trial, and what it answers: settings tried on what has happened, before they are kept.

Nothing is changed by a trial. What would have been is reckoned both with the settings as they are and with those that
are tried, as though either had held all the time, so that the two are compared alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The settings that are to be tried, and only these: what is not named stays as it is.

    Lines and calendars are named one by one, each in the place of the one with its id, or beside the others.
    """

    workflow: Workflow | None = None
    process: Process | None = None
    lines: tuple[Line, ...] = ()
    calendars: tuple[Calendar, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rerouted:
    """A ticket that would have gone to another line."""

    ticket_id: str
    number: int | None
    title: str
    before: str  # line ids
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingTrial:
    """How many tickets came in, and those that would have gone elsewhere, oldest first."""

    tickets: int = 0
    rerouted: tuple[Rerouted, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NormCount:
    """Violations of one status at one highest degree (R13), with the old settings and with the new ones."""

    status_id: str
    degree: int
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCount:
    """Broken promises of one class (R7a), with the old settings and with the new ones."""

    sla_class: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseChange:
    """A promise that only the old or only the new settings have broken, and when (UTC ms); None: it was kept."""

    ticket_id: str
    number: int | None
    title: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseTrial:
    """Broken promises in the order of the classes, and those that differ, by the moment at which they broke."""

    counts: tuple[PromiseCount, ...] = ()
    changed: tuple[PromiseChange, ...] = ()


class Turn(StrEnum):
    """What can go wrong between a ticket's coming and its start (R1, R2)."""

    UNCLAIMED = "unclaimed"  # nobody claimed it before New's degree 1, at which the system draws (R1b)
    UNATTENDED = "unattended"  # nor was anybody on shift then, by the rosters (R1c)
    FULL = "full"  # it was drawn for somebody who had reached the line's cap (R1b)
    LATE = "late"  # its owner had not started before Assigned's degree 2, at which the lead is told (R2)


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnCount:
    """How often that happened on one line, with the old settings and with the new ones."""

    line_id: str
    turn: Turn
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnTrial:
    """How often tickets were offered, drawn and given to somebody to start, and what went wrong with that.

    `undecided`: drawn before the new limit was up, so that nobody knows whether they would have been claimed.
    """

    offers: int = 0
    draws: int = 0
    starts: int = 0
    counts: tuple[TurnCount, ...] = ()
    undecided: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialReport:
    """What came of a trial over the time from `since` to `until` (UTC ms), on so many tickets that were open then.

    `is_partial`: there were more tickets than were looked at, or this desk does not hold the stories of all.
    """

    since: int
    until: int
    tickets: int = 0
    routing: RoutingTrial = field(default_factory=RoutingTrial)
    norms: tuple[NormCount, ...] = ()  # in the order of the statuses and degrees
    promises: PromiseTrial = field(default_factory=PromiseTrial)
    turns: TurnTrial = field(default_factory=TurnTrial)
    is_partial: bool = False
