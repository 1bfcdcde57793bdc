"""What one was told: read, or wanted unread again."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import ReadNotifications
from kanbandesk.workflow.errors import Invalid, NotAllowed
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.records import Notification
from kanbandesk.workflow.transaction import Context, Transaction

MOST: Final = 1_000
"""Notifications in one command."""


def read_notifications(tx: Transaction, ctx: Context, cmd: ReadNotifications) -> None:
    """Mark one's own notifications as read, or as unread; what is gone meanwhile is passed over."""
    if len(cmd.ids) > MOST:
        raise Invalid(codes.TOO_MANY, field="ids", limit=MOST)
    for notification_id in dict.fromkeys(cmd.ids):
        notification = tx.find(Notification, notification_id)
        if notification is None:
            continue
        if ctx.actor.kind is not Role.AGENT or notification.agent_id != ctx.actor.id:
            raise NotAllowed(codes.NOT_YOUR_TICKET, owner_id=notification.agent_id)
        if (notification.read_at is not None) != cmd.is_read:
            tx.put(replace(notification, read_at=ctx.now if cmd.is_read else None))
