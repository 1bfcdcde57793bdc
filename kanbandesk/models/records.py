"""Tables of what is kept beside tickets: violations, tasks, notifications, ratings."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from kanbandesk.models.base import Base, Count, Ident, Json, Key, Moment, Version, Words


def _partial(column: str, condition: str) -> Index:
    """Return the index of the rows that somebody still has to look at."""
    return Index(None, column, sqlite_where=text(condition), postgresql_where=text(condition))


class ViolationRow(Base):
    """One run of a clock over its limit (R13), or of a promise (R12)."""

    __tablename__ = "violation"

    id: Mapped[Key]
    ticket_id: Mapped[Ident]
    kind: Mapped[Ident]
    status_id: Mapped[Ident]
    sla_class: Mapped[Ident]
    line_id: Mapped[Ident]
    degree: Mapped[Count]
    started_at: Mapped[Moment]
    since: Mapped[Moment]
    until: Mapped[Moment | None]
    moments: Mapped[Json]
    agent_ids: Mapped[Json]
    ver: Mapped[Version]

    __table_args__ = (Index(None, "ticket_id"), Index(None, "since"))


class TaskRow(Base):
    """Something that somebody has to do about a ticket."""

    __tablename__ = "task"

    id: Mapped[Key]
    kind: Mapped[Ident]
    ticket_id: Mapped[Ident]
    board_id: Mapped[Ident]
    agent_id: Mapped[Ident]
    line_id: Mapped[Ident]
    created_at: Mapped[Moment]
    opens_at: Mapped[Moment]
    due_at: Mapped[Moment | None]
    told_at: Mapped[Moment | None]
    done_at: Mapped[Moment | None]
    done_by: Mapped[Ident]
    answer: Mapped[Words]
    ver: Mapped[Version]

    __table_args__ = (
        Index(None, "ticket_id"),
        _partial("due_at", "done_at IS NULL AND told_at IS NULL"),
        _partial("created_at", "done_at IS NULL"),
    )


class NotificationRow(Base):
    """What one person was told."""

    __tablename__ = "notification"

    id: Mapped[Key]
    agent_id: Mapped[Ident]
    kind: Mapped[Ident]
    ticket_id: Mapped[Ident]
    board_id: Mapped[Ident]
    number: Mapped[Count | None]
    title: Mapped[Words]
    by_id: Mapped[Ident]
    text: Mapped[Words]
    at: Mapped[Moment]
    read_at: Mapped[Moment | None]
    ver: Mapped[Version]

    __table_args__ = (Index(None, "agent_id", "at"), _partial("agent_id", "read_at IS NULL"))


class RatingRow(Base):
    """What a requester said of a closing or an answer (R11c)."""

    __tablename__ = "rating"

    id: Mapped[Key]
    ticket_id: Mapped[Ident]
    message_id: Mapped[Ident]
    closed_at: Mapped[Moment | None]
    agent_id: Mapped[Ident]
    contact_id: Mapped[Ident]
    is_liked: Mapped[bool]
    comment: Mapped[Words]
    at: Mapped[Moment]
    ver: Mapped[Version]

    __table_args__ = (Index(None, "ticket_id"), Index(None, "agent_id", "at"))
