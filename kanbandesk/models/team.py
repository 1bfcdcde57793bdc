"""Tables that only a team's server fills: the feed, accounts and sessions, the audit trail, leaders, dead letters."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index
from sqlalchemy.orm import Mapped, mapped_column

from kanbandesk.models.base import Base, Count, Ident, Json, Key, Moment, Version, Words


class Member(Base):
    """That a row belongs to a group of the feed; a dead one is a tombstone. `hash` is of the row's content, 40 bits."""

    __tablename__ = "member"

    grp: Mapped[Key]
    kind: Mapped[Key]
    id: Mapped[Key]
    ver: Mapped[Version]
    is_live: Mapped[bool]
    hash: Mapped[Count]

    __table_args__ = (
        Index(None, "grp", "ver", "kind", "id"),  # the order of a pull's pages
        Index(None, "kind", "id"),
        Index(None, "ver"),
    )


class Account(Base):
    """How an agent signs in; whether he may is told by the agent's own row. Without a password there is no way in."""

    __tablename__ = "account"

    agent_id: Mapped[Key]
    login: Mapped[Ident]
    """Casefolded; a mail address or a name."""
    password_hash: Mapped[Ident]
    totp_secret: Mapped[Ident]
    totp_used: Mapped[Count]
    """The time step of the last code that was taken: none is taken twice."""
    created_at: Mapped[Moment]

    __table_args__ = (Index(None, "login", unique=True),)


class Session(Base):
    """A desk that is signed in; of its token only the SHA-256 is kept."""

    __tablename__ = "session"

    id: Mapped[Key]
    token_hash: Mapped[Ident]
    agent_id: Mapped[Ident]
    client_id: Mapped[Ident]
    device: Mapped[Words]
    created_at: Mapped[Moment]
    seen_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    revoked_at: Mapped[Moment | None]

    __table_args__ = (Index(None, "token_hash", unique=True), Index(None, "agent_id"))


class Invitation(Base):
    """A link by which an agent sets his first password, or a new one; of its token only the SHA-256 is kept."""

    __tablename__ = "invitation"

    token_hash: Mapped[Key]
    agent_id: Mapped[Ident]
    login: Mapped[Ident]
    created_by: Mapped[Ident]
    created_at: Mapped[Moment]
    ends_at: Mapped[Moment]
    used_at: Mapped[Moment | None]


class Throttle(Base):
    """How often something was tried in vain, by account or address; nothing is taken `until` then."""

    __tablename__ = "throttle"

    key: Mapped[Key]
    failures: Mapped[Count]
    until: Mapped[Moment]


class Audit(Base):
    """One line of the trail of what administrators and sign-ins did; each carries the hash of the line before it."""

    __tablename__ = "audit"

    seq: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    at: Mapped[Moment]
    actor_id: Mapped[Ident]
    action: Mapped[Ident]
    subject: Mapped[Ident]
    details: Mapped[Json]
    before_hash: Mapped[Ident]
    hash: Mapped[Ident]


class Leader(Base):
    """Who runs a job for all processes; `token` grows with each change of hands, and fences off the one before."""

    __tablename__ = "leader"

    name: Mapped[Key]
    holder: Mapped[Ident]
    token: Mapped[Count]
    until: Mapped[Moment]


class PresenceRow(Base):
    """Who is here, and which ticket he looks at; no part of the ledger."""

    __tablename__ = "presence"

    client_id: Mapped[Key]
    agent_id: Mapped[Ident]
    ticket_id: Mapped[Ident]
    is_typing: Mapped[bool]
    seen_at: Mapped[Moment]


class DeadLetter(Base):
    """A mutation that failed by a fault of the program: kept for its repair."""

    __tablename__ = "dead_letter"

    uid: Mapped[Key]
    client_id: Mapped[Ident]
    mid: Mapped[Count]
    name: Mapped[Ident]
    version: Mapped[Count]
    args: Mapped[Json]
    error: Mapped[Words]
    at: Mapped[Moment]
