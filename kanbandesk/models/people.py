"""Tables of people and organisations: agents, clients, contacts."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped

from kanbandesk.models.base import Base, Ident, Json, Key, Moment, Version, Words


def _unique_source_key() -> Index:
    """Return the index that keeps one import from adding the same thing twice."""
    filled = text("source_key <> ''")
    return Index(None, "source_key", unique=True, sqlite_where=filled, postgresql_where=filled)


class AgentRow(Base):
    """Somebody who works here."""

    __tablename__ = "agent"

    id: Mapped[Key]
    name: Mapped[Words]
    roles: Mapped[Json]
    line_ids: Mapped[Json]
    is_active: Mapped[bool]
    skills: Mapped[Json]
    shift_id: Mapped[Ident]
    is_away: Mapped[bool]
    away_until: Mapped[Moment | None]
    since: Mapped[Moment]
    source_key: Mapped[Ident]
    ver: Mapped[Version]

    __table_args__ = (_unique_source_key(),)


class ClientRow(Base):
    """An organisation that has a contract."""

    __tablename__ = "client"

    id: Mapped[Key]
    name: Mapped[Words]
    contract_number: Mapped[Ident]
    region: Mapped[Words]
    manager_id: Mapped[Ident]
    set_up_by: Mapped[Ident]
    source_key: Mapped[Ident]
    ver: Mapped[Version]

    __table_args__ = (_unique_source_key(),)


class ContactRow(Base):
    """A person at a client."""

    __tablename__ = "contact"

    id: Mapped[Key]
    name: Mapped[Words]
    client_id: Mapped[Ident]
    mail: Mapped[Ident]
    phone: Mapped[Ident]
    chat: Mapped[Ident]
    source_key: Mapped[Ident]
    ver: Mapped[Version]

    __table_args__ = (
        _unique_source_key(),
        Index(None, "client_id"),
        Index(None, "mail"),
        Index(None, "phone"),
        Index(None, "chat"),
    )
