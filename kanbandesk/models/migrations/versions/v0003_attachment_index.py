"""An index by which a file's content is found to hang on a ticket."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Index the attachments by their content."""
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"])
