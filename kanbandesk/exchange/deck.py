"""Nextcloud Deck exported as JSON (`occ deck:export`): boards with stacks of cards, without history.

When a card came to its stack is not told; its last change is the latest moment at which that can have been, so no card
looks older than it is known to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from kanbandesk.exchange import boards
from kanbandesk.exchange.cells import one_line, tags_of
from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.moments import LAST_YEAR, read_iso
from kanbandesk.exchange.neutral import Happening, NeutralEvent, NeutralTicket
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.shapes import Shape, as_number, as_shape, as_text, read_json, shapes
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.status_names import StatusNames, blocked_reason

_UTC = ZoneInfo("UTC")
_LATEST_SECOND = (LAST_YEAR - 1970) * 365 * 86_400


def read(source: Source, how: Reading) -> Iterator[NeutralTicket]:
    """Yield the cards of all boards that are not deleted. BadFile when it is no export of Deck."""
    whole = read_json(source)
    found = as_shape(whole).get("boards", whole if isinstance(whole, list) else [whole])
    with_stacks = [board for board in shapes(found) if "stacks" in board]
    if not with_stacks:
        raise BadFile(
            f"{source.name} is no export of Deck: it has no boards with stacks", "no_export", program="Deck"
        )
    names = StatusNames(how.report, how.statuses)
    for board in with_stacks:
        if not board.get("deletedAt"):
            yield from _of_board(board, how, names)


def _of_board(board: Shape, how: Reading, names: StatusNames) -> Iterator[NeutralTicket]:
    stacks = sorted(shapes(board["stacks"]), key=lambda stack: as_number(stack.get("order")))
    for place, stack in enumerate(stacks):
        if stack.get("deletedAt"):
            continue
        title = as_text(stack.get("title"))
        for index, card in enumerate(shapes(stack.get("cards"))):
            where = f"boards[{as_text(board.get('title'))}].stacks[{title}].cards[{index}]"
            if card.get("deletedAt"):
                continue
            otherwise = "solved" if stack.get("isDoneColumn") is True else ""
            status = names.of(title, is_first=place == 0, otherwise=otherwise)
            ticket = _ticket(card, status, title, how, where)
            if ticket is not None:
                ticket.category = one_line(as_text(board.get("title")), 200)
                is_archived = card.get("archived") is True or board.get("archived") is True
                yield boards.in_order(boards.archive(ticket, ticket.since) if is_archived else ticket)


def _ticket(card: Shape, status: str, stack: str, how: Reading, where: str) -> NeutralTicket | None:
    key, title = as_text(card.get("id")), one_line(as_text(card.get("title")))
    created = _second(card.get("createdAt"))
    needed = (("id", key, key), ("title", title, title), ("createdAt", created, card.get("createdAt")))
    if (
        how.report.lacks(0, ((f"{where}.{name}", *told) for name, *told in needed), ticket=key)
        or created is None
    ):
        return None
    changed = max(created, _second(card.get("lastModified")) or created)
    done = _moment(card.get("done"))
    if done is not None and status not in ("solved", "closed"):
        status = "solved"
    people = _people(card)
    ticket = NeutralTicket(
        key=key,
        title=title,
        status=status,
        since=max(created, done) if done is not None and status == "solved" else changed,
        created_at=created,
        owner=people[0] if people else "",
        companions=tuple(people[1:]),
        tags=tags_of(as_text(part.get("title")) for part in shapes(card.get("labels"))),
        due_at=_moment(card.get("duedate")),
        blocked_reason=blocked_reason(stack),
    )
    _tell(ticket, card)
    return boards.settle(ticket, stack)


def _tell(ticket: NeutralTicket, card: Shape) -> None:
    ticket.events.append(NeutralEvent(at=ticket.created_at, kind=Happening.CREATED, status="new"))
    boards.say(ticket, ticket.created_at, as_text(card.get("description")), _person(card.get("owner")))
    for comment in shapes(card.get("comments")):
        at = _moment(comment.get("creationDateTime")) or ticket.since
        boards.say(ticket, at, as_text(comment.get("message")), as_text(comment.get("actorDisplayName")))
    files = (as_text(as_shape(part).get("data")) for part in shapes(card.get("attachments")))
    boards.say(ticket, ticket.since, boards.left_behind(files), "")
    if ticket.status != "new":
        ticket.events.append(
            NeutralEvent(at=ticket.since, kind=Happening.STATUS, before="new", status=ticket.status)
        )


def _people(card: Shape) -> list[str]:
    names = (_person(part.get("participant")) for part in shapes(card.get("assignedUsers")))
    return list(dict.fromkeys(name for name in names if name))


def _person(value: object) -> str:
    person = as_shape(value)
    return one_line(as_text(person.get("displayname")) or as_text(person.get("uid")) or as_text(value), 200)


def _second(value: object) -> int | None:
    """Return the milliseconds of a moment in whole seconds; None when it is none."""
    seconds = as_number(value)
    return int(seconds * 1000) if 0 < seconds < _LATEST_SECOND else None


def _moment(value: object) -> int | None:
    try:
        return read_iso(as_text(value), _UTC)
    except (ValueError, OverflowError):
        return None
