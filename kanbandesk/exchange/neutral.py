"""Neutral tickets: what a reader makes of another program's data, before it is given ids.

People, clients and lines are names as the other program has them, statuses are ids of our workflow, moments are UTC
milliseconds. `load` turns neutral tickets into commands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import Channel, MessageKind


class Happening(StrEnum):
    """What an entry of another program's history tells."""

    RECORD = "record"  # a line of a log: the ticket after one update
    CREATED = "created"
    STATUS = "status"
    OWNER = "owner"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True, kw_only=True)
class NeutralEvent:
    """One entry of a ticket's history, in the order of the file."""

    at: int
    kind: Happening = Happening.RECORD
    actor: str = ""  # an agent's name, empty when it was nobody we know
    status: str = ""  # the status id after it, empty when it stayed
    before: str = ""  # the status id before it, where that is known
    owner: str = ""
    message: int = -1  # the index of the ticket's message that it tells of
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NeutralMessage:
    """Something said on a ticket."""

    at: int
    kind: MessageKind
    body: str
    author: str = ""  # an agent's name, or the requester's for a client's message


@dataclass(slots=True, kw_only=True)
class NeutralTicket:
    """A ticket of another program with its history; `key` is what that program calls it."""

    key: str
    title: str
    created_at: int
    status: str = "new"  # a status id of our workflow
    since: int = 0  # entry into the status: where the present run of it began
    requester: str = ""
    requester_mail: str = ""
    client: str = ""
    owner: str = ""
    companions: tuple[str, ...] = ()
    line: str = ""  # a group's name, empty for the first line (R5)
    channel: Channel = Channel.IMPORT
    priority: Priority = Priority.NORMAL
    category: str = ""
    tags: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()  # name, value
    due_at: int | None = None
    blocked_reason: str = ""
    vendor: str = ""
    tracker_key: str = ""
    was_in_development: bool = False
    handed_at: int | None = None
    sent_to_development_by: str = ""
    proposed_at: int | None = None
    closed_at: int | None = None
    closing_reason: str = ""
    reopened_count: int = 0
    events: list[NeutralEvent] = field(default_factory=list)
    messages: list[NeutralMessage] = field(default_factory=list)
