"""What a team's server needs: the feed, accounts and sessions, the audit trail, leaders, dead letters."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

BINARY_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the team's tables, and tell of each client whose it is."""
    for name in ("agent_id", "app"):
        op.add_column("desk_client", sa.Column(name, BINARY_TEXT, nullable=False, server_default=""))
    _feed()
    _people()
    _house()


def _keys(*names: str) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, BINARY_TEXT, nullable=False) for name in names)


def _texts(*names: str) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, sa.Text(), nullable=False) for name in names)


def _numbers(*names: str, nullable: bool = False) -> Iterator[sa.Column[int]]:
    return (sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=nullable) for name in names)


def _flags(*names: str) -> Iterator[sa.Column[bool]]:
    return (sa.Column(name, sa.Boolean(), nullable=False) for name in names)


def _index(table: str, *columns: str, unique: bool = False) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns), unique=unique)


def _feed() -> None:
    op.create_table(
        "member",
        *_keys("grp", "kind", "id"),
        *_numbers("ver"),
        *_flags("is_live"),
        *_numbers("hash"),
        sa.PrimaryKeyConstraint("grp", "kind", "id", name="pk_member"),
    )
    _index("member", "grp", "ver", "kind", "id")
    _index("member", "kind", "id")
    _index("member", "ver")


def _people() -> None:
    op.create_table(
        "account",
        *_keys("agent_id", "login", "password_hash", "totp_secret"),
        *_numbers("totp_used", "created_at"),
        sa.PrimaryKeyConstraint("agent_id", name="pk_account"),
    )
    _index("account", "login", unique=True)
    op.create_table(
        "session",
        *_keys("id", "token_hash", "agent_id", "client_id"),
        *_texts("device"),
        *_numbers("created_at", "seen_at", "ends_at"),
        *_numbers("revoked_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
    )
    _index("session", "token_hash", unique=True)
    _index("session", "agent_id")
    op.create_table(
        "invitation",
        *_keys("token_hash", "agent_id", "login", "created_by"),
        *_numbers("created_at", "ends_at"),
        *_numbers("used_at", nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name="pk_invitation"),
    )
    op.create_table(
        "throttle",
        *_keys("key"),
        *_numbers("failures", "until"),
        sa.PrimaryKeyConstraint("key", name="pk_throttle"),
    )


def _house() -> None:
    op.create_table(
        "audit",
        *_numbers("seq", "at"),
        *_keys("actor_id", "action", "subject"),
        *_texts("details"),
        *_keys("before_hash", "hash"),
        sa.PrimaryKeyConstraint("seq", name="pk_audit"),
    )
    op.create_table(
        "leader",
        *_keys("name", "holder"),
        *_numbers("token", "until"),
        sa.PrimaryKeyConstraint("name", name="pk_leader"),
    )
    op.create_table(
        "presence",
        *_keys("client_id", "agent_id", "ticket_id"),
        *_flags("is_typing"),
        *_numbers("seen_at"),
        sa.PrimaryKeyConstraint("client_id", name="pk_presence"),
    )
    op.create_table(
        "dead_letter",
        *_keys("uid", "client_id"),
        *_numbers("mid"),
        *_keys("name"),
        *_numbers("version"),
        *_texts("args", "error"),
        *_numbers("at"),
        sa.PrimaryKeyConstraint("uid", name="pk_dead_letter"),
    )
