"""All tables of the first version, and the search index of either database."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

BINARY_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2')",
    ),
    "postgresql": (
        # Words as SQLite takes them: without accents, split at every sign; PostgreSQL takes no more than 1 MB of them.
        r"""
        CREATE FUNCTION search_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
        RETURN to_tsvector('pg_catalog.simple'::regconfig, translate(
            regexp_replace(normalize(left(words, 100000), NFKD), '[\u0300-\u036f]', '', 'g'),
            '.,:;@/\-_+*#&=?!<>()[]{}|~^%%$"''`', repeat(' ', 40)))
        """,
        (
            "CREATE INDEX search_ticket ON ticket"
            " USING gin (search_words(CAST(number AS text) || ' ' || title || ' ' || source_key))"
        ),
        "CREATE INDEX search_message ON message USING gin (search_words(body))",
    ),
}


def upgrade() -> None:
    """Create everything."""
    _agent()
    _attachment()
    _client()
    _commit_log()
    _contact()
    _desk_client()
    _event()
    _link()
    _message()
    _meta()
    _receipt()
    _setting()
    _sync_head()
    _ticket()
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.get_bind().exec_driver_sql(statement)


def _keys(*names: str) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, BINARY_TEXT, nullable=False) for name in names)


def _texts(*names: str, nullable: bool = False) -> Iterator[sa.Column[str]]:
    return (sa.Column(name, sa.Text(), nullable=nullable) for name in names)


def _numbers(*names: str, nullable: bool = False) -> Iterator[sa.Column[int]]:
    return (sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=nullable) for name in names)


def _flags(*names: str) -> Iterator[sa.Column[bool]]:
    return (sa.Column(name, sa.Boolean(), nullable=False) for name in names)


def _index(table: str, *columns: str, unique: bool = False, where: str | None = None) -> None:
    condition = None if where is None else sa.text(where)
    op.create_index(
        f"ix_{table}_{'_'.join(columns)}",
        table,
        list(columns),
        unique=unique,
        sqlite_where=condition,
        postgresql_where=condition,
    )


def _agent() -> None:
    op.create_table(
        "agent",
        *_keys("id"),
        *_texts("name", "roles", "line_ids"),
        *_flags("is_active"),
        *_keys("source_key"),
        *_numbers("ver"),
        sa.PrimaryKeyConstraint("id", name="pk_agent"),
    )
    _index("agent", "source_key", unique=True, where="source_key <> ''")


def _attachment() -> None:
    op.create_table(
        "attachment",
        *_keys("id", "ticket_id"),
        *_texts("name"),
        *_numbers("size"),
        *_keys("media_type", "sha256"),
        *_numbers("added_at"),
        *_keys("added_by"),
        *_numbers("ver"),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    )
    _index("attachment", "ticket_id")


def _client() -> None:
    op.create_table(
        "client",
        *_keys("id"),
        *_texts("name"),
        *_keys("contract_number"),
        *_texts("region"),
        *_keys("manager_id", "source_key"),
        *_numbers("ver"),
        sa.PrimaryKeyConstraint("id", name="pk_client"),
    )
    _index("client", "source_key", unique=True, where="source_key <> ''")


def _commit_log() -> None:
    op.create_table(
        "commit_log",
        *_numbers("ver", "tag", "at"),
        *_keys("actor", "client_id"),
        *_numbers("mid"),
        sa.PrimaryKeyConstraint("ver", name="pk_commit_log"),
    )


def _contact() -> None:
    op.create_table(
        "contact",
        *_keys("id"),
        *_texts("name"),
        *_keys("client_id", "mail", "phone", "chat", "source_key"),
        *_numbers("ver"),
        sa.PrimaryKeyConstraint("id", name="pk_contact"),
    )
    _index("contact", "client_id")
    _index("contact", "mail")
    _index("contact", "phone")
    _index("contact", "source_key", unique=True, where="source_key <> ''")


def _desk_client() -> None:
    op.create_table(
        "desk_client",
        *_keys("id"),
        *_numbers("last_mid", "seen_at"),
        sa.PrimaryKeyConstraint("id", name="pk_desk_client"),
    )


def _event() -> None:
    op.create_table(
        "event",
        *_keys("id", "ticket_id", "mutation_id", "actor_kind", "actor_id"),
        *_numbers("at", "recorded_at"),
        *_texts("fact", "changes"),
        *_numbers("position", "ver"),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
    )
    _index("event", "mutation_id")
    _index("event", "ticket_id", "recorded_at")


def _link() -> None:
    op.create_table(
        "link",
        *_keys("id", "source_id", "target_id", "kind"),
        *_numbers("ver"),
        sa.PrimaryKeyConstraint("id", name="pk_link"),
    )
    _index("link", "source_id")
    _index("link", "target_id")


def _message() -> None:
    op.create_table(
        "message",
        *_keys("id", "ticket_id", "kind"),
        *_texts("body"),
        *_keys("author_id"),
        *_texts("author_name"),
        *_keys("channel"),
        *_numbers("at", "recorded_at"),
        *_texts("attachment_ids"),
        *_keys("source_key"),
        *_numbers("ver"),
        sa.PrimaryKeyConstraint("id", name="pk_message"),
    )
    _index("message", "ticket_id", "recorded_at")


def _meta() -> None:
    op.create_table(
        "meta",
        *_keys("key"),
        *_texts("value"),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )


def _receipt() -> None:
    op.create_table(
        "receipt",
        *_keys("client_id"),
        *_numbers("mid"),
        *_keys("uid", "hash", "status", "code"),
        *_texts("params"),
        *_numbers("ver"),
        sa.PrimaryKeyConstraint("client_id", "mid", name="pk_receipt"),
    )
    _index("receipt", "uid", unique=True, where="status <> 'duplicate'")


def _setting() -> None:
    op.create_table(
        "setting",
        *_keys("kind", "id"),
        *_texts("data"),
        *_numbers("ver"),
        sa.PrimaryKeyConstraint("kind", "id", name="pk_setting"),
    )


def _sync_head() -> None:
    op.create_table(
        "sync_head",
        *_numbers("id"),
        *_keys("epoch"),
        *_numbers("ver", "horizon", "next_number", "now"),
        sa.PrimaryKeyConstraint("id", name="pk_sync_head"),
    )


def _ticket() -> None:
    op.create_table(
        "ticket",
        *_keys("id"),
        *_numbers("number", nullable=True),
        *_texts("title"),
        *_keys(
            "client_id", "requester_id", "status_id", "rank", "line_id", "owner_id", "priority", "channel"
        ),
        *_texts("tags"),
        *_numbers("created_at", "status_since"),
        *_numbers("answered_at", "client_wrote_at", "due1", "due2", "due3", nullable=True),
        *_keys("urgency_case", "sla_class"),
        *_numbers("sla_due", "sla_left", "wake_at", "expected_at", "due_at", nullable=True),
        *_texts("tracker_key"),
        *_numbers("proposed_at", "closed_at", nullable=True),
        *_texts("blocked_reason"),
        *_flags("is_ignored", "was_in_development"),
        *_numbers("message_count", "attachment_count", "link_count", "ver"),
        *_keys("board_id"),
        *_texts("companion_ids", "watcher_ids"),
        *_texts("sla", nullable=True),
        *_texts("category", "fields", "clocks"),
        *_flags("is_client_told"),
        *_numbers("woken_at", nullable=True),
        *_texts("vendor", "vendor_reference"),
        *_numbers("handed_at", nullable=True),
        *_keys("sent_to_development_by"),
        *_texts("problem", "done"),
        *_keys("closing_reason"),
        *_flags("is_phantom"),
        *_keys("merged_into"),
        *_numbers("rejected_count", "reopened_count", "postponed_count"),
        *_keys("source_key"),
        sa.PrimaryKeyConstraint("id", name="pk_ticket"),
    )
    _index("ticket", "client_id")
    _index("ticket", "number", unique=True)
    _index("ticket", "requester_id")
    _index("ticket", "source_key", unique=True, where="source_key <> ''")
    _index("ticket", "status_id", "proposed_at", where="proposed_at IS NOT NULL")
    _index("ticket", "status_id", "rank", "id")
    _index("ticket", "status_id", "wake_at", where="wake_at IS NOT NULL")
    _index("ticket", "ver")
