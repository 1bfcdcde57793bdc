"""What the two exports of Jira share."""

from __future__ import annotations

from collections.abc import Callable

from kanbandesk.exchange import boards
from kanbandesk.exchange.cells import one_line, tags_of
from kanbandesk.exchange.neutral import Happening, NeutralEvent, NeutralTicket
from kanbandesk.exchange.status_names import StatusNames, blocked_reason, closing_reason
from kanbandesk.workflow.statuses import ClosingReason
from kanbandesk.workflow.tickets import MessageKind

CATEGORIES = {
    "new": "new",
    "to do": "new",
    "indeterminate": "in_progress",
    "in progress": "in_progress",
    "done": "solved",
}


class Fields:
    """The fields of one Jira ticket as text; `words` tells what its export calls each."""

    def __init__(
        self, words: dict[str, str], one: Callable[[str], str], many: Callable[[str], list[str]]
    ) -> None:
        self.words = words
        self.one = one
        self.many = many

    def line(self, name: str, length: int = 200) -> str:
        """Return a field on one line."""
        return one_line(self.one(name), length)


def ticket_of(
    key: str, fields: Fields, names: StatusNames, *, title: str, created: int, changed: int
) -> NeutralTicket:
    """Return the ticket without its conversation."""
    words = fields.words
    state = fields.line(words["status"])
    category = fields.line(words["category"]).casefold()
    status = names.of(state, otherwise=CATEGORIES.get(category, ""))
    ticket = NeutralTicket(
        key=key,
        title=title,
        status=status,
        since=changed,
        created_at=min(created, changed),
        requester=fields.line(words["reporter"]),
        client="",
        owner=fields.line(words["assignee"]),
        priority=boards.priority_of(fields.line(words["priority"])),
        category=fields.line(words["type"]),
        tags=tags_of((*fields.many(words["labels"]), *fields.many(words["components"]))),
        blocked_reason=blocked_reason(state),
    )
    ticket.events.append(NeutralEvent(at=ticket.created_at, kind=Happening.CREATED, status="new"))
    if ticket.status != "new":
        ticket.events.append(
            NeutralEvent(at=ticket.since, kind=Happening.STATUS, before="new", status=ticket.status)
        )
    boards.settle(ticket, state)
    if ticket.status == "closed" and ticket.closing_reason == ClosingReason.SOLVED:
        ticket.closing_reason = closing_reason(fields.line(words["resolution"]))
    return ticket


def say(ticket: NeutralTicket, at: int, body: str, author: str) -> None:
    """Add a comment: the requester's own words are his (C8), whoever else wrote may have written to colleagues only."""
    is_requester = bool(author) and author == ticket.requester
    boards.say(ticket, at, body, author, MessageKind.CLIENT if is_requester else MessageKind.NOTE)
