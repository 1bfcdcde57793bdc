"""A Trello board exported as JSON: cards with the history that its actions still hold (the last thousand)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from kanbandesk.exchange import boards
from kanbandesk.exchange.cells import one_line, tags_of
from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.moments import read_iso
from kanbandesk.exchange.neutral import Happening, NeutralEvent, NeutralTicket
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.runs import runs_of
from kanbandesk.exchange.shapes import Shape, as_number, as_shape, as_text, read_json, shapes
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.status_names import StatusNames, blocked_reason

_UTC = ZoneInfo("UTC")
_CREATED = ("createCard", "copyCard", "convertToCardFromCheckItem", "emailCard", "moveCardToBoard")


def read(source: Source, how: Reading) -> Iterator[NeutralTicket]:
    """Yield the board's cards. BadFile when it is no Trello export."""
    board = as_shape(read_json(source))
    if "cards" not in board or "lists" not in board:
        raise BadFile(
            f"{source.name} is no Trello board: it has no cards and lists", "no_export", program="Trello"
        )
    yield from _BoardReader(board, how).tickets()


class _BoardReader:
    def __init__(self, board: Shape, how: Reading) -> None:
        self._board = board
        self._how = how
        self._names = StatusNames(how.report, how.statuses)
        ordered = sorted(shapes(board.get("lists")), key=lambda part: as_number(part.get("pos")))
        self._lists = {as_text(part.get("id")): part for part in ordered}
        self._first = next(iter(self._lists), "")
        self._members = {
            as_text(part.get("id")): one_line(
                as_text(part.get("fullName")) or as_text(part.get("username")), 200
            )
            for part in shapes(board.get("members"))
        }
        self._checklists = {as_text(part.get("id")): part for part in shapes(board.get("checklists"))}
        self._actions: dict[str, list[Shape]] = defaultdict(list)
        for action in shapes(board.get("actions")):
            self._actions[as_text(as_shape(as_shape(action.get("data")).get("card")).get("id"))].append(
                action
            )

    def tickets(self) -> Iterator[NeutralTicket]:
        for place, card in enumerate(self._board["cards"] if isinstance(self._board["cards"], list) else []):
            where = f"cards[{place}]"
            if not isinstance(card, dict) or not as_text(card.get("id")):
                self._how.report.bad(0, where, card, "is no card with an id")
            elif card.get("isTemplate") is True:
                self._how.report.notice("Template cards are left out", "templates")
            elif (ticket := self._ticket(card, where)) is not None:
                yield ticket

    def _ticket(self, card: Shape, where: str) -> NeutralTicket | None:
        key, title = as_text(card["id"]), one_line(as_text(card.get("name")))
        if not title:
            self._how.report.bad(0, f"{where}.name", card.get("name"), "the card has no name", ticket=key)
            return None
        own = self._lists.get(as_text(card.get("idList")), {})
        history = sorted(self._actions[key], key=lambda action: as_text(action.get("date")))
        created = self._created(card, history)
        changed = _moment(card.get("dateLastActivity")) or created
        if not changed:
            self._how.report.bad(
                0, f"{where}.dateLastActivity", card.get("dateLastActivity"), "no date", ticket=key
            )
            return None
        status = self._status(own)
        members = [self._members[part] for part in _texts(card.get("idMembers")) if part in self._members]
        ticket = NeutralTicket(
            key=key,
            title=title,
            status=status,
            since=changed,
            created_at=min(created or changed, changed),
            owner=members[0] if members else "",
            companions=tuple(members[1:]),
            category=one_line(as_text(self._board.get("name")), 200),
            tags=_labels(card),
            due_at=_moment(card.get("due")),
            blocked_reason=blocked_reason(as_text(own.get("name"))),
        )
        self._tell(ticket, card, history)
        self._date(ticket, history)
        boards.settle(ticket, as_text(own.get("name")))
        if card.get("closed") is True or own.get("closed") is True:
            boards.archive(ticket, self._archived(history) or changed)
        return boards.in_order(ticket)

    def _status(self, own: Shape) -> str:
        return self._names.of(as_text(own.get("name")), is_first=as_text(own.get("id")) == self._first)

    def _created(self, card: Shape, history: list[Shape]) -> int | None:
        """Return when the card was made: by its action, else by its id, whose first 8 digits are a moment."""
        for action in history:
            if action.get("type") in _CREATED:
                return _moment(action.get("date"))
        key = as_text(card["id"])
        is_object_id = len(key) == 24 and all(sign in "0123456789abcdef" for sign in key)
        return int(key[:8], 16) * 1000 if is_object_id else None

    def _tell(self, ticket: NeutralTicket, card: Shape, history: list[Shape]) -> None:
        """Add description, checklists, comments, names of attachments and the moves."""
        ticket.events.append(NeutralEvent(at=ticket.created_at, kind=Happening.CREATED, status="new"))
        parts = [as_text(card.get("desc"))]
        parts += [
            _checklist(self._checklists[key])
            for key in _texts(card.get("idChecklists"))
            if key in self._checklists
        ]
        boards.say(
            ticket, ticket.created_at, "\n\n".join(part for part in parts if part), self._maker(history)
        )
        for action in history:
            self._happen(ticket, action)
        files = boards.left_behind(as_text(part.get("name")) for part in shapes(card.get("attachments")))
        boards.say(ticket, ticket.since, files, "")

    def _maker(self, history: list[Shape]) -> str:
        made = next((action for action in history if action.get("type") in _CREATED), {})
        return self._by(made)

    def _by(self, action: Shape) -> str:
        return self._members.get(as_text(action.get("idMemberCreator")), "")

    def _happen(self, ticket: NeutralTicket, action: Shape) -> None:
        at, data, kind = _moment(action.get("date")), as_shape(action.get("data")), action.get("type")
        if at is None:
            return
        actor = self._by(action)
        if kind == "commentCard":
            boards.say(ticket, at, as_text(data.get("text")), actor)
        elif kind == "updateCard" and isinstance(data.get("listAfter"), dict):
            before, after = self._moved(data, "listBefore"), self._moved(data, "listAfter")
            ticket.events.append(
                NeutralEvent(at=at, kind=Happening.STATUS, actor=actor, before=before, status=after)
            )
        elif kind in ("addMemberToCard", "removeMemberFromCard"):
            member = one_line(as_text(as_shape(data.get("member")).get("name")), 200)
            details = (("trello", f"{'joined' if kind == 'addMemberToCard' else 'left'}: {member}"),)
            ticket.events.append(NeutralEvent(at=at, kind=Happening.RECORD, actor=actor, details=details))

    def _moved(self, data: Shape, end: str) -> str:
        told = as_shape(data.get(end))
        return self._status(self._lists.get(as_text(told.get("id")), told))

    def _date(self, ticket: NeutralTicket, history: list[Shape]) -> None:
        """Date the entry into the status by the moves; without any, by the making when that is in the history."""
        moves = [event for event in ticket.events if event.kind is Happening.STATUS]
        if moves and moves[-1].status == ticket.status:
            first = [(ticket.created_at, moves[0].before, "")]
            ticket.since = runs_of(first + [(event.at, event.status, "") for event in moves])[-1].since
        elif not moves and any(action.get("type") in _CREATED for action in history):
            ticket.since = ticket.created_at
        if ticket.status != "new" and not moves:
            ticket.events.append(
                NeutralEvent(at=ticket.since, kind=Happening.STATUS, before="new", status=ticket.status)
            )

    def _archived(self, history: list[Shape]) -> int | None:
        for action in reversed(history):
            data = as_shape(action.get("data"))
            if (
                as_shape(data.get("card")).get("closed") is True
                and as_shape(data.get("old")).get("closed") is False
            ):
                return _moment(action.get("date"))
        return None


def _moment(value: object) -> int | None:
    try:
        return read_iso(as_text(value), _UTC)
    except (ValueError, OverflowError):
        return None


def _texts(value: object) -> list[str]:
    return [part for part in value if isinstance(part, str)] if isinstance(value, list) else []


def _labels(card: Shape) -> tuple[str, ...]:
    names = (as_text(part.get("name")) or as_text(part.get("color")) for part in shapes(card.get("labels")))
    return tags_of(names)


def _checklist(part: Shape) -> str:
    items = sorted(shapes(part.get("checkItems")), key=lambda item: as_number(item.get("pos")))
    done = [(as_text(item.get("name")), item.get("state") == "complete") for item in items]
    return boards.checklist(as_text(part.get("name")), done)
