"""The workflow as data: statuses, what each demands, its norm, and who may move what where (rules S1-S5)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR


class StatusKind(StrEnum):
    """What a status means to the rules; its name on screen is free."""

    NEW = "new"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING_CLIENT = "waiting_client"
    WAITING_VENDOR = "waiting_vendor"
    POSTPONED = "postponed"
    IN_DEVELOPMENT = "in_development"
    SOLVED = "solved"
    CLOSED = "closed"


class ClockKind(StrEnum):
    """How a norm's time passes (C2): always, in the line's opening hours, or in whole days on which it opens."""

    WALL = "wall"
    LINE = "line"
    DAY = "day"


class Demand(StrEnum):
    """What entering a status asks for; also the name of the command's field that brings it."""

    URGENCY_CASE = "urgency_case"
    SLA_CLASS = "sla_class"
    QUESTION = "question"
    VENDOR = "vendor"
    VENDOR_REFERENCE = "vendor_reference"
    EXPECTED_AT = "expected_at"
    WAKE_AT = "wake_at"
    TRACKER_KEY = "tracker_key"
    DUE_AT = "due_at"
    PROBLEM = "problem"
    DONE = "done"
    CLOSING_REASON = "closing_reason"
    REASON = "reason"


class ClosingReason(StrEnum):
    """Why a ticket is closed (S1)."""

    SOLVED = "solved"
    WITHDRAWN = "withdrawn"
    SILENT = "silent"
    DUPLICATE = "duplicate"
    SPAM = "spam"
    PHANTOM = "phantom"


class Priority(StrEnum):
    """How pressing a ticket is, lowest first."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A state of the workflow: what it demands on entry and its norm in up to three degrees.

    `norm` holds the limits in milliseconds on the clock `clock`. For In development they are shares of the term
    (see `ageing`), for Waiting for vendor they count from the expected date, for Postponed from the waking.
    """

    id: str
    kind: StatusKind
    name: str
    norm: tuple[int, ...] = ()
    clock: ClockKind = ClockKind.LINE
    demands: tuple[Demand, ...] = ()
    moves: tuple[str, ...] = ()  # ids of the statuses an agent may move to by hand (S2)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlaClass:
    """A promise by classification (R7): the target in milliseconds, on the wall clock or in opening hours."""

    id: str
    name: str
    target: int
    clock: ClockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyCase:
    """An entry of the urgency directory (R6): the case sets priority and SLA class."""

    id: str
    name: str
    priority: Priority
    sla_class: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDefinition:
    """A custom field of the workspace: `kind` is text, number, date or choice."""

    id: str
    name: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    is_put_away: bool = False  # filled in no more; what tickets hold of it stays, and is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """All of a workspace's process settings that are not people: one entity, id "default"."""

    id: str = "default"
    statuses: tuple[Status, ...]
    sla_classes: tuple[SlaClass, ...]
    urgency_cases: tuple[UrgencyCase, ...]
    fields: tuple[FieldDefinition, ...] = ()
    gone_fields: tuple[FieldDefinition, ...] = ()  # deleted ones, by which closed tickets name what they hold
    default_sla_class: str = "settings"  # R7a: unclassified counts as a settings question
    auto_close_after: int = 2 * DAY  # R11a
    silent_close_after: int = 2 * DAY  # S1
    reopen_within: int = 14 * DAY  # R11b

    def status(self, status_id: str) -> Status:
        """Return the status `status_id`; KeyError when the workflow has none."""
        for status in self.statuses:
            if status.id == status_id:
                return status
        raise KeyError(status_id)

    def of_kind(self, kind: StatusKind) -> Status:
        """Return the first status that means `kind`; KeyError when the workflow has none."""
        for status in self.statuses:
            if status.kind is kind:
                return status
        raise KeyError(kind)

    def field(self, field_id: str) -> FieldDefinition | None:
        """Return a custom field, also one that was deleted; None for a stranger's (an import's)."""
        known = (*self.fields, *self.gone_fields)
        return next((definition for definition in known if definition.id == field_id), None)

    def sla(self, class_id: str) -> SlaClass:
        """Return the SLA class `class_id`; KeyError when there is none."""
        for sla_class in self.sla_classes:
            if sla_class.id == class_id:
                return sla_class
        raise KeyError(class_id)


_WORKING = ("waiting_client", "waiting_vendor", "postponed", "in_development", "solved")
STATUSES: tuple[Status, ...] = (
    Status(
        id="new",
        kind=StatusKind.NEW,
        name="New",
        norm=(40 * SECOND, 5 * MINUTE, 15 * MINUTE),
        moves=("assigned",),
    ),
    Status(
        id="assigned",
        kind=StatusKind.ASSIGNED,
        name="Assigned",
        norm=(5 * MINUTE, 15 * MINUTE, 60 * MINUTE),
        moves=("in_progress", "waiting_client", "new"),
    ),
    Status(
        id="in_progress",
        kind=StatusKind.IN_PROGRESS,
        name="In progress",
        norm=(2 * HOUR, 4 * HOUR, 8 * HOUR),
        demands=(Demand.URGENCY_CASE, Demand.SLA_CLASS),
        moves=_WORKING,
    ),
    Status(
        id="waiting_client",
        kind=StatusKind.WAITING_CLIENT,
        name="Waiting for client",
        norm=(1 * DAY, 2 * DAY, 3 * DAY),
        clock=ClockKind.DAY,
        demands=(Demand.QUESTION,),
        moves=("in_progress", "solved"),
    ),
    Status(
        id="waiting_vendor",
        kind=StatusKind.WAITING_VENDOR,
        name="Waiting for vendor",
        norm=(1 * DAY, 3 * DAY, 7 * DAY),
        clock=ClockKind.DAY,
        demands=(Demand.VENDOR, Demand.VENDOR_REFERENCE, Demand.EXPECTED_AT),
        moves=("in_progress", "solved"),
    ),
    Status(
        id="postponed",
        kind=StatusKind.POSTPONED,
        name="Postponed",
        norm=(0, 4 * HOUR, 1 * DAY),
        demands=(Demand.WAKE_AT,),
        moves=("in_progress", "solved"),
    ),
    Status(
        id="in_development",
        kind=StatusKind.IN_DEVELOPMENT,
        name="In development",
        norm=(80, 100, 2 * DAY),  # per cent of the term, per cent of the term, time past the due date
        clock=ClockKind.DAY,
        demands=(Demand.TRACKER_KEY, Demand.DUE_AT),
        moves=("in_progress", "solved", "waiting_client"),
    ),
    Status(
        id="solved",
        kind=StatusKind.SOLVED,
        name="Solved",
        norm=(1 * DAY,),
        clock=ClockKind.DAY,
        demands=(Demand.PROBLEM, Demand.DONE),
        moves=("in_progress", "closed"),
    ),
    Status(
        id="closed",
        kind=StatusKind.CLOSED,
        name="Closed",
        clock=ClockKind.WALL,
        demands=(Demand.CLOSING_REASON,),
        moves=("in_progress",),
    ),
)


def default_workflow() -> Workflow:
    """Return the workflow that a new workspace starts with: the table of rules.md, R6 and R7."""
    return Workflow(
        statuses=STATUSES,
        sla_classes=(
            SlaClass(id="problem", name="Problem", target=1 * HOUR, clock=ClockKind.WALL),
            SlaClass(id="settings", name="Settings question", target=12 * HOUR, clock=ClockKind.LINE),
            SlaClass(id="review", name="Case review", target=72 * HOUR, clock=ClockKind.LINE),
            SlaClass(id="store", name="Store update", target=14 * DAY, clock=ClockKind.WALL),
            SlaClass(id="wish", name="Wish", target=96 * HOUR, clock=ClockKind.LINE),
        ),
        urgency_cases=(
            UrgencyCase(
                id="no_connection", name="No connection", priority=Priority.URGENT, sla_class="problem"
            ),
            UrgencyCase(
                id="premium_telephony",
                name="Telephony integration with a premium partner",
                priority=Priority.HIGH,
                sla_class="problem",
            ),
            UrgencyCase(
                id="fault", name="Something does not work", priority=Priority.HIGH, sla_class="problem"
            ),
            UrgencyCase(
                id="how_to", name="How do I set it up", priority=Priority.NORMAL, sla_class="settings"
            ),
            UrgencyCase(
                id="case_review",
                name="What happened in one case",
                priority=Priority.NORMAL,
                sla_class="review",
            ),
            UrgencyCase(
                id="store_update", name="Update in the stores", priority=Priority.LOW, sla_class="store"
            ),
            UrgencyCase(id="wish", name="A wish", priority=Priority.LOW, sla_class="wish"),
        ),
    )
