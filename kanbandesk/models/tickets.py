"""Tables of tickets and what hangs on them: messages, attachments, events, links.

The first columns of `ticket` are those of a card, in the card's order: the board at start reads only the
beginning of each row.
"""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from kanbandesk.models.base import Base, Count, Ident, Json, Key, Moment, Version, Words


class TicketRow(Base):
    """A ticket; `sla_due` and `sla_left` follow from `sla` and the first line's calendar, for the board."""

    __tablename__ = "ticket"

    id: Mapped[Key]
    number: Mapped[Count | None]
    title: Mapped[Words]
    client_id: Mapped[Ident]
    requester_id: Mapped[Ident]
    status_id: Mapped[Ident]
    rank: Mapped[Ident]
    line_id: Mapped[Ident]
    owner_id: Mapped[Ident]
    priority: Mapped[Ident]
    channel: Mapped[Ident]
    tags: Mapped[Json]
    created_at: Mapped[Moment]
    status_since: Mapped[Moment]
    answered_at: Mapped[Moment | None]
    client_wrote_at: Mapped[Moment | None]
    due1: Mapped[Moment | None]
    due2: Mapped[Moment | None]
    due3: Mapped[Moment | None]
    urgency_case: Mapped[Ident]
    sla_class: Mapped[Ident]
    sla_due: Mapped[Moment | None]
    sla_left: Mapped[Count | None]
    wake_at: Mapped[Moment | None]
    expected_at: Mapped[Moment | None]
    due_at: Mapped[Moment | None]
    tracker_key: Mapped[Words]
    proposed_at: Mapped[Moment | None]
    closed_at: Mapped[Moment | None]
    blocked_reason: Mapped[Words]
    is_ignored: Mapped[bool]
    was_in_development: Mapped[bool]
    message_count: Mapped[Count]
    attachment_count: Mapped[Count]
    link_count: Mapped[Count]
    offered_line_id: Mapped[Ident]
    parent_id: Mapped[Ident]
    subtask_id: Mapped[Ident]
    ver: Mapped[Version]
    board_id: Mapped[Ident]
    companion_ids: Mapped[Json]
    watcher_ids: Mapped[Json]
    sla: Mapped[Json | None]
    category: Mapped[Words]
    fields: Mapped[Json]
    clocks: Mapped[Json]
    is_client_told: Mapped[bool]
    woken_at: Mapped[Moment | None]
    vendor: Mapped[Words]
    vendor_reference: Mapped[Words]
    handed_at: Mapped[Moment | None]
    sent_to_development_by: Mapped[Ident]
    problem: Mapped[Words]
    done: Mapped[Words]
    closing_reason: Mapped[Ident]
    is_phantom: Mapped[bool]
    merged_into: Mapped[Ident]
    rejected_count: Mapped[Count]
    reopened_count: Mapped[Count]
    postponed_count: Mapped[Count]
    source_key: Mapped[Ident]
    offered_to: Mapped[Ident]
    offered_by: Mapped[Ident]
    offered_at: Mapped[Moment | None]
    returned_count: Mapped[Count]
    tracker_state: Mapped[Words]
    request_type: Mapped[Ident]
    playbook: Mapped[Json]
    ladder_step: Mapped[Count]
    is_ladder_off: Mapped[bool]
    prepared_answer: Mapped[Words]
    waits_for_shift: Mapped[bool]
    alarmed_ids: Mapped[Json]
    alarm_at: Mapped[Moment | None]
    alarm_since: Mapped[Moment | None]
    breached_at: Mapped[Moment | None]
    is_reviewed: Mapped[bool]
    phantom_verdict: Mapped[Ident]
    timer_at: Mapped[Moment | None]

    __table_args__ = (
        Index(None, "number", unique=True),
        Index(None, "ver"),
        Index(None, "status_id", "rank", "id"),
        Index(None, "client_id"),
        Index(None, "requester_id"),
        Index(
            None,
            "source_key",
            unique=True,
            sqlite_where=text("source_key <> ''"),
            postgresql_where=text("source_key <> ''"),
        ),
        Index(
            None,
            "timer_at",
            sqlite_where=text("timer_at IS NOT NULL"),
            postgresql_where=text("timer_at IS NOT NULL"),
        ),
        Index(None, "owner_id", "status_id"),
        Index(
            None,
            "offered_line_id",
            sqlite_where=text("offered_line_id <> ''"),
            postgresql_where=text("offered_line_id <> ''"),
        ),
    )


class MessageRow(Base):
    """Something said on a ticket."""

    __tablename__ = "message"

    id: Mapped[Key]
    ticket_id: Mapped[Ident]
    kind: Mapped[Ident]
    body: Mapped[Words]
    author_id: Mapped[Ident]
    author_name: Mapped[Words]
    channel: Mapped[Ident]
    at: Mapped[Moment]
    recorded_at: Mapped[Moment]
    attachment_ids: Mapped[Json]
    source_key: Mapped[Ident]
    ver: Mapped[Version]

    __table_args__ = (
        Index(None, "ticket_id", "recorded_at"),
        Index(
            None,
            "source_key",
            sqlite_where=text("source_key <> ''"),
            postgresql_where=text("source_key <> ''"),
        ),
    )


class AttachmentRow(Base):
    """A file on a ticket; its content lies in the home's files under its SHA-256."""

    __tablename__ = "attachment"

    id: Mapped[Key]
    ticket_id: Mapped[Ident]
    name: Mapped[Words]
    size: Mapped[Count]
    media_type: Mapped[Ident]
    sha256: Mapped[Ident]
    added_at: Mapped[Moment]
    added_by: Mapped[Ident]
    ver: Mapped[Version]

    __table_args__ = (Index(None, "ticket_id"), Index(None, "sha256"))


class EventRow(Base):
    """A fact of a ticket's history; `position` orders the events of one mutation."""

    __tablename__ = "event"

    id: Mapped[Key]
    ticket_id: Mapped[Ident]
    mutation_id: Mapped[Ident]
    actor_kind: Mapped[Ident]
    actor_id: Mapped[Ident]
    at: Mapped[Moment]
    recorded_at: Mapped[Moment]
    fact: Mapped[Json]
    changes: Mapped[Json]
    position: Mapped[Count]
    ver: Mapped[Version]

    __table_args__ = (Index(None, "ticket_id", "recorded_at"), Index(None, "mutation_id"))


class LinkRow(Base):
    """A tie between two tickets."""

    __tablename__ = "link"

    id: Mapped[Key]
    source_id: Mapped[Ident]
    target_id: Mapped[Ident]
    kind: Mapped[Ident]
    ver: Mapped[Version]

    __table_args__ = (Index(None, "source_id"), Index(None, "target_id"))
