"""What the readers of other boards share: cards that were moved between lists, with comments among colleagues."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from kanbandesk.exchange.cells import clean, one_line
from kanbandesk.exchange.neutral import Happening, NeutralEvent, NeutralMessage, NeutralTicket
from kanbandesk.exchange.status_names import closing_reason
from kanbandesk.workflow.statuses import ClosingReason, Priority
from kanbandesk.workflow.tickets import MessageKind

_PRIORITIES = {
    Priority.URGENT: (
        "highest",
        "blocker",
        "critical",
        "urgent",
        "p0",
        "срочный",
        "критический",
        "kritisk",
        "kritisch",
    ),
    Priority.HIGH: ("high", "major", "p1", "1", "высокий", "høy", "hoch"),
    Priority.NORMAL: ("medium", "normal", "p2", "2", "средний", "обычный", "middels", "mittel"),
    Priority.LOW: ("low", "lowest", "minor", "trivial", "p3", "3", "p4", "низкий", "lav", "niedrig"),
}


def priority_of(name: str) -> Priority:
    """Return the priority for another program's word ("1. High 🔥"); Normal when it says nothing."""
    words = "".join(sign if sign.isalnum() else " " for sign in name.casefold()).split()
    spoken = [word for word in words if not word.isdigit()] or words
    return next(
        (priority for priority, names in _PRIORITIES.items() if spoken and spoken[0] in names),
        Priority.NORMAL,
    )


def settle(ticket: NeutralTicket, list_name: str) -> NeutralTicket:
    """Fill in what follows from the status that the list `list_name` stands for."""
    if ticket.status == "closed":
        ticket.closed_at = ticket.since
        ticket.closing_reason = closing_reason(list_name)
    elif ticket.status == "solved":
        ticket.proposed_at = ticket.since
    elif ticket.status == "in_development":
        ticket.was_in_development = True
        ticket.handed_at = ticket.since
    return ticket


def archive(ticket: NeutralTicket, at: int) -> NeutralTicket:
    """Close a card that its board has put into the archive."""
    if ticket.status != "closed":
        ticket.events.append(
            NeutralEvent(at=at, kind=Happening.STATUS, before=ticket.status, status="closed")
        )
        ticket.status, ticket.since, ticket.proposed_at = "closed", at, None
        ticket.closed_at, ticket.closing_reason = at, ClosingReason.SOLVED
    return ticket


def say(ticket: NeutralTicket, at: int, body: str, author: str, kind: MessageKind = MessageKind.NOTE) -> None:
    """Add a message and the event that tells of it; nothing when there are no words.

    Colleagues' comments are notes: nobody knows whether the client saw them, and a note makes no card younger (C6).
    """
    body = clean(body)
    if body:
        index = len(ticket.messages)
        ticket.messages.append(NeutralMessage(at=at, kind=kind, body=body, author=one_line(author, 200)))
        actor = "" if kind is MessageKind.CLIENT else one_line(author, 200)
        ticket.events.append(NeutralEvent(at=at, kind=Happening.MESSAGE, actor=actor, message=index))


def checklist(name: str, items: Iterable[tuple[str, bool]]) -> str:
    """Return a list of things to do as text."""
    lines = [f"- [{'x' if is_done else ' '}] {one_line(text)}" for text, is_done in items]
    return "\n".join([f"**{one_line(name)}**", *lines] if name else lines)


def left_behind(names: Iterable[str]) -> str:
    """Return the note that names the attachments which an export does not hold."""
    shown = [one_line(name) for name in names if name.strip()]
    return (
        "Attachments that stayed in the other program:\n" + "\n".join(f"- {name}" for name in shown)
        if shown
        else ""
    )


def day(at: int) -> str:
    """Return the date of a moment (UTC ms) as YYYY-MM-DD."""
    return datetime.fromtimestamp(at / 1000, UTC).date().isoformat()


def in_order(ticket: NeutralTicket) -> NeutralTicket:
    """Sort the history by its moments, as far as the export did not."""
    ticket.events.sort(key=lambda event: event.at)
    return ticket
