"""Tables of the ledger: the head, what was committed, who sent it, and the receipts that make it exactly once."""

from __future__ import annotations

from sqlalchemy import BigInteger, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from kanbandesk.models.base import Base, Count, Ident, Json, Key, Moment, Version, Words


class SyncHead(Base):
    """The one row that every write takes first: the order of all writes. `now` keeps the clock from going back."""

    __tablename__ = "sync_head"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    epoch: Mapped[Ident]
    ver: Mapped[Version]
    horizon: Mapped[Version]
    next_number: Mapped[Count]
    now: Mapped[Moment]


class CommitLog(Base):
    """One line for each applied mutation; `tag` is drawn anew, so that a restored copy can be told apart."""

    __tablename__ = "commit_log"

    ver: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tag: Mapped[Count]
    at: Mapped[Moment]
    actor: Mapped[Ident]
    client_id: Mapped[Ident]
    mid: Mapped[Count]


class DeskClient(Base):
    """A source of mutations: a desk, this home itself, its timers."""

    __tablename__ = "desk_client"

    id: Mapped[Key]
    last_mid: Mapped[Count]
    seen_at: Mapped[Moment]
    agent_id: Mapped[Ident]
    """Whose desk it is, empty for the server's own; nobody else's mutations are taken under this id."""
    app: Mapped[Ident]
    """The version of the program that it last spoke with."""


class ReceiptRow(Base):
    """What became of a mutation; its arguments are not kept."""

    __tablename__ = "receipt"

    client_id: Mapped[Key]
    mid: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    uid: Mapped[Ident]
    hash: Mapped[Ident]
    status: Mapped[Ident]
    code: Mapped[Ident]
    params: Mapped[Json]
    ver: Mapped[Version]

    __table_args__ = (
        Index(
            None,
            "uid",
            unique=True,
            sqlite_where=text("status <> 'duplicate'"),
            postgresql_where=text("status <> 'duplicate'"),
        ),
    )


class Setting(Base):
    """An entity of the process settings as canonical JSON: workflow, board, line, calendar, saved view."""

    __tablename__ = "setting"

    kind: Mapped[Key]
    id: Mapped[Key]
    data: Mapped[Json]
    ver: Mapped[Version]


class Meta(Base):
    """What the home says of itself: name, me, clock_offset, timers."""

    __tablename__ = "meta"

    key: Mapped[Key]
    value: Mapped[Words]
