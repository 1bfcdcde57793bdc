"""What Alembic runs: the steps, on the connection that `runner` brings."""

from __future__ import annotations

from alembic import context

from kanbandesk.models.base import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
