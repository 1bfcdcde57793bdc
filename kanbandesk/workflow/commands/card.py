"""The card: its fields, tags, block, links and place."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.commands.base import Command, OnTicket, Place, command
from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import LinkKind


@command("move_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class MoveTicket(OnTicket):
    """Another place within the same column; no clock is touched."""

    place: Place


@command("edit_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class EditTicket(OnTicket):
    """Change fields; None leaves a field as it is. Lowering priority or class needs a lead's reason (R6)."""

    title: str | None = None
    priority: Priority | None = None
    category: str | None = None
    line_id: str | None = None
    requester_id: str | None = None
    client_id: str | None = None
    urgency_case: str | None = None
    sla_class: str | None = None
    wake_at: int | None = None
    expected_at: int | None = None
    due_at: int | None = None
    tracker_key: str | None = None
    fields: tuple[tuple[str, str], ...] | None = None
    reason: str = ""


@command("change_tags")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTags(OnTicket):
    """Add and remove tags; two people's changes merge."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@command("block_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class BlockTicket(OnTicket):
    """Mark as blocked, with a reason; stops no clock (S4)."""

    reason: str


@command("unblock_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnblockTicket(OnTicket):
    """Take the block off."""


@command("link_tickets")
@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTickets(OnTicket):
    """Tie this ticket to another."""

    link_id: str
    target_id: str
    kind: LinkKind = LinkKind.RELATED


@command("unlink_tickets")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkTickets(OnTicket):
    """Undo a tie."""

    link_id: str


@command("merge_tickets", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class MergeTickets(OnTicket):
    """Merge this ticket into `target_id`; this one is closed as a duplicate (R11e)."""

    target_id: str


@command("watch_ticket")
@dataclass(frozen=True, slots=True, kw_only=True)
class WatchTicket(OnTicket):
    """Be told of what happens to the ticket, or no longer."""

    is_watching: bool = True


@command("undo_change", is_reversible=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class UndoChange(Command):
    """Take back one's own mutation `uid`, as far as nobody has changed the same fields since.

    Redo is an UndoChange of the undo.
    """

    uid: str
