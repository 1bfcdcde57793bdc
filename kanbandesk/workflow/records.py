"""What is kept beside tickets: violations, tasks, notifications and ratings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class KeptForGood(Exception):
    """A rating is never changed or deleted by anyone (R11c): the program is wrong that tries."""


class ViolationKind(StrEnum):
    """What was broken."""

    NORM = "norm"  # the time in a status (R13)
    PROMISE = "promise"  # the SLA (R12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One run of a clock over its limit, raised in place to its highest degree and counted once (R13).

    `since` is degree 1's moment and `until` the clock's stop, None while it runs; `moments` are those at which the
    degrees were reached, by the clock and not by whoever noticed (C5). `agent_ids` are who is charged with each
    degree, empty text for nobody. A promise has one degree.
    """

    id: str  # follows from ticket, status and the run's beginning, so that a run has one
    ticket_id: str
    kind: ViolationKind = ViolationKind.NORM
    status_id: str = ""
    sla_class: str = ""
    line_id: str = ""
    degree: int = 1
    started_at: int  # when the run of the clock began
    since: int
    until: int | None = None
    moments: tuple[int, ...] = ()
    agent_ids: tuple[str, ...] = ()


class TaskKind(StrEnum):
    """What is asked of somebody beside the tickets."""

    BREACH_REASON = "breach_reason"  # R12
    CALL_BACK = "call_back"  # R11f
    CALL_REQUESTER = "call_requester"  # R10b: a requester without a channel
    PHANTOM = "phantom"  # R11d: to confirm or to refute
    REVIEW = "review"  # R11f: a closed conversation to look through


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something that one person, or a line, has to do about a ticket."""

    id: str
    kind: TaskKind
    ticket_id: str
    board_id: str  # the ticket's, since who sees that sees the task
    agent_id: str = ""  # whose it is; empty: the line's
    line_id: str = ""
    created_at: int
    opens_at: int  # not shown before (R11f: seven days later)
    due_at: int | None = None
    told_at: int | None = None  # the head was told that it is over due (R12)
    done_at: int | None = None
    done_by: str = ""
    answer: str = ""  # the reason written, or what came of it


class NoticeKind(StrEnum):
    """Why somebody is told something."""

    OFFERED = "offered"  # a new ticket, or a transfer, for one's line
    DRAWN = "drawn"  # the system gave one a ticket
    ASSIGNED = "assigned"
    TAKEN_OVER = "taken_over"  # S3: the old owner is told
    ESCALATED = "escalated"  # R2
    NOBODY_ON_SHIFT = "nobody_on_shift"  # R1c
    ALL_FULL = "all_full"  # R1b
    ALARM = "alarm"  # R7c: until acknowledged
    BREACHED = "breached"  # R12
    BREACH_UNEXPLAINED = "breach_unexplained"  # R12: no reason within a day
    MENTIONED = "mentioned"
    CLIENT_REPLIED = "client_replied"
    REJECTED = "rejected"
    DISLIKED = "disliked"  # R11c
    PHANTOM = "phantom"  # R11d
    WOKEN = "woken"
    OWNER_ABSENT = "owner_absent"  # R10b
    POSTPONED_AGAIN = "postponed_again"  # R10b
    FOOTBALL = "football"  # R8b
    TRANSFERRED = "transferred"
    TRANSFER_ACCEPTED = "transfer_accepted"
    TRANSFER_RETURNED = "transfer_returned"
    DEVELOPED = "developed"  # R9: the sub-task is done
    DECLINED = "declined"  # R9
    PAST_DUE = "past_due"  # R9: the developers' date is missed
    WATCHED = "watched"  # something happened to a ticket that one watches
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """What one person was told, kept until he has read it and long after: nothing is only a toast."""

    id: str
    agent_id: str
    kind: NoticeKind
    ticket_id: str = ""
    board_id: str = ""  # the ticket's, since who sees that no more is to hold nothing of it
    number: int | None = None  # of the ticket, and its title, as they were
    title: str = ""
    by_id: str = ""  # the person who caused it, empty for the system
    text: str = ""  # the words that belong to it: a note's beginning, a reason
    at: int
    read_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """What a requester said of one closing, or of one answer: kept as given, by nobody changed or deleted (R11c)."""

    id: str
    ticket_id: str
    message_id: str = ""  # of the answer that is rated; empty: of the closing
    closed_at: int | None = None  # which closing
    agent_id: str = ""  # whose solution or answer it was
    contact_id: str = ""
    is_liked: bool
    comment: str = ""
    at: int


def check_rating(before: Rating | None, after: Rating | None) -> None:
    """Raise KeptForGood when a rating would be replaced or deleted; legal erasure blanks the comment only (R11c)."""
    if before is None or before == after:
        return
    if after is None or after != replace(before, comment=""):
        raise KeptForGood(before.id)
