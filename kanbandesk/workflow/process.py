"""What runs by itself, as settings: the numbers of rules.md that are no status's norm and no promise's target.

One entity, id "default", beside the workflow. Times are milliseconds unless the name says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kanbandesk.workflow.first_words import ENGLISH, FIRST_WORDS
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE

REMINDER: Final = FIRST_WORDS[ENGLISH].reminder


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestType:
    """What a requester chooses in every form, chat and call menu, and the line that it leads to (R5)."""

    id: str
    name: str
    line_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutingRule:
    """Tickets that all filled parts fit go to `line_id`; the first rule in listed order wins (R5).

    `words` are looked for in title and first message, any of them, whole and whatever their case.
    """

    id: str
    name: str
    line_id: str
    category: str = ""
    client_id: str = ""
    region: str = ""
    words: tuple[str, ...] = ()
    is_on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something to be asked before a ticket is passed on (R17)."""

    id: str
    text: str
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """The questions of a category, in the order in which they are asked (R17)."""

    id: str
    name: str
    category: str
    questions: tuple[Question, ...] = ()


class ReasonKind(StrEnum):
    """What a reason is given for."""

    TRANSFER = "transfer"
    RETURN = "return"
    DECLINE = "decline"
    BREACH = "breach"
    OVERRULE = "overrule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A reason offered to choose from; one's own words are always possible."""

    id: str
    kind: ReasonKind
    text: str


AWAY_REASONS: Final = ("sick", "holiday", "training")
"""Why people are away (R1a), as the window has words for it; anything else stands as it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Why an agent is away, as he said, or whoever sent him (R1a)."""

    id: str  # the agent's
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAwayOne:
    """A client or contact that is offered no more; a client that was merged leads to the one that remains."""

    id: str
    into_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """The settings of what runs by itself: one entity, id "default"."""

    id: str = "default"
    are_timers_on: bool = True  # C9: off on an imported board until switched on
    head_id: str = ""  # R2b: the head of support; empty: first line's lead
    on_call_ids: tuple[str, ...] = ()  # R7c: who is alarmed next, in this order
    alarm_every: int = 5 * MINUTE  # R7c
    alarm_next_after: int = 15 * MINUTE  # R7c
    breach_reason_within: int = 24 * HOUR  # R12
    football_returns: int = 2  # R8b: at this return only a lead may transfer
    due_hour: int = 18 * HOUR  # R9: of a due date without time, after midnight in the workspace's zone
    time_zone: str = "UTC"  # C1: of "month" and "day"
    sends_reminders: bool = False  # R10: automatic sending is off
    reminder: str = REMINDER  # R10: in the workspace's words
    postponements: int = 3  # R10b: at this postponement without a public answer the lead is told
    rating_within: int = 14 * DAY  # R11c: after the closing
    call_back_percent: int = 5  # R11f
    call_back_after: int = 7 * DAY  # R11f
    development_board: str = "development"  # R9: where sub-tasks go; empty: none are made
    development_line: str = "development"
    setup_line: str = ""  # R8a: implementation, which is first offered to whoever set up the client
    request_types: tuple[RequestType, ...] = ()
    routing: tuple[RoutingRule, ...] = ()
    playbooks: tuple[Playbook, ...] = ()
    reasons: tuple[Reason, ...] = ()
    tags: tuple[str, ...] = ()  # offered first; others may be written
    absences: tuple[Absence, ...] = ()  # R1a: no setting; kept by going away and coming back alone
    put_away: tuple[PutAwayOne, ...] = ()  # R4: no setting; kept by putting clients and contacts away alone

    def is_put_away(self, entity_id: str) -> bool:
        """Tell whether a client or a contact is offered no more."""
        return any(one.id == entity_id for one in self.put_away)

    def successor(self, client_id: str) -> str:
        """Return the client that a merged one leads to, else itself."""
        return next((one.into_id for one in self.put_away if one.id == client_id and one.into_id), client_id)

    def away_because(self, agent_id: str) -> str:
        """Return why an agent is away, empty when nobody said."""
        return next((one.reason for one in self.absences if one.id == agent_id), "")


def default_process(language: str = ENGLISH) -> Process:
    """Return what a new workspace starts with: R5's request types over the default lines, in its language."""
    words = FIRST_WORDS[language]
    return Process(
        reminder=words.reminder,
        request_types=(
            RequestType(id="technical", name=words.technical, line_id="second"),
            RequestType(id="plain", name=words.plain, line_id="first"),
            RequestType(id="not_technical", name=words.not_technical, line_id="commercial"),
        ),
    )
