"""Events: what has happened, in the past tense. A ticket's history is its events.

A fact says what happened; the envelope `Event` says when, by whom, by which mutation, and which fields of the ticket
changed from what to what (the audit trail, and what undo puts back).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from kanbandesk.workflow.people import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that has happened to a ticket."""

    name: ClassVar[str] = ""


FACTS: dict[str, type[Fact]] = {}
F = TypeVar("F", bound=Fact)


def fact(name: str) -> Callable[[type[F]], type[F]]:
    """Register a fact under the `name` that is stored."""

    def register(cls: type[F]) -> type[F]:
        if name in FACTS:
            raise ValueError(f"the fact {name!r} is registered twice")
        cls.name = name
        FACTS[name] = cls
        return cls

    return register


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One fact on one ticket: `at` is the doer's (clamped) moment, `recorded_at` the server's (C1).

    `changes` holds field, value before and value after, each as canonical JSON; empty for what came from elsewhere.
    """

    id: str
    ticket_id: str
    mutation_id: str
    actor_kind: Role
    actor_id: str
    at: int
    recorded_at: int
    fact: Fact
    changes: tuple[tuple[str, str, str], ...] = ()


@fact("ticket_created")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCreated(Fact):
    """A ticket was opened."""

    title: str = ""
    status_id: str = "new"


@fact("ticket_claimed")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketClaimed(Fact):
    """An agent took the ticket; `previous_owner_id` when it was taken over."""

    agent_id: str
    previous_owner_id: str = ""


@fact("ticket_assigned")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketAssigned(Fact):
    """The ticket was given to an agent by somebody else, or drawn by lot."""

    agent_id: str
    previous_owner_id: str = ""
    is_drawn: bool = False


@fact("ticket_released")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketReleased(Fact):
    """The owner gave the ticket back."""

    previous_owner_id: str


@fact("status_changed")
@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChanged(Fact):
    """The ticket came to another status; `cause` is the command's name."""

    before: str
    after: str
    cause: str = ""
    reason: str = ""


@fact("message_added")
@dataclass(frozen=True, slots=True, kw_only=True)
class MessageAdded(Fact):
    """Something was said; `kind` as in MessageKind."""

    message_id: str
    kind: str


@fact("fields_edited")
@dataclass(frozen=True, slots=True, kw_only=True)
class FieldsEdited(Fact):
    """Fields of the ticket were changed; the envelope's `changes` say which."""

    reason: str = ""


@fact("ticket_moved")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMoved(Fact):
    """The card got another place within its column."""


@fact("tags_changed")
@dataclass(frozen=True, slots=True, kw_only=True)
class TagsChanged(Fact):
    """Tags came or went."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@fact("ticket_blocked")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketBlocked(Fact):
    """The ticket was marked as blocked."""

    reason: str


@fact("ticket_unblocked")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketUnblocked(Fact):
    """The block was taken off."""


@fact("attachment_added")
@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentAdded(Fact):
    """A file was put on the ticket."""

    attachment_id: str
    file_name: str
    size: int = 0  # bytes
    media_type: str = ""
    sha256: str = ""


@fact("tickets_linked")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketsLinked(Fact):
    """The ticket was tied to another; `is_source` tells from which end it is seen."""

    link_id: str
    other_id: str
    kind: str
    is_source: bool = True


@fact("tickets_unlinked")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketsUnlinked(Fact):
    """A tie was undone; `is_source` tells from which end it is seen."""

    link_id: str
    other_id: str
    kind: str = ""
    is_source: bool = True


@fact("ticket_merged")
@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMerged(Fact):
    """This ticket went into another (`into_id`), or took another in (`from_id`)."""

    into_id: str = ""
    from_id: str = ""


@fact("watching_changed")
@dataclass(frozen=True, slots=True, kw_only=True)
class WatchingChanged(Fact):
    """Somebody began or stopped to watch the ticket."""

    agent_id: str
    is_watching: bool


@fact("change_undone")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeUndone(Fact):
    """The doer took a change back; `removed` is the ticket that went with its creation, as canonical JSON."""

    undone_mutation_id: str
    removed: str = ""


@fact("record_imported")
@dataclass(frozen=True, slots=True, kw_only=True)
class RecordImported(Fact):
    """A record of another program's log: the status after it (empty = unchanged) and what else it said."""

    status_id: str = ""
    owner_id: str = ""
    details: tuple[tuple[str, str], ...] = ()
