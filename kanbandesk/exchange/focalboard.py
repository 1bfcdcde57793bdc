"""Focalboard (Mattermost Boards) archives: boards, cards and their content as blocks, one JSON object a line.

A board's columns are the options of one of its select properties. That property is the one called "Status"; else one at
least half of whose options are known as names of statuses. As with Deck, a card's last change dates its status.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kanbandesk.exchange import boards
from kanbandesk.exchange.archives import documents
from kanbandesk.exchange.cells import one_line, tags_of
from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.moments import LAST_YEAR
from kanbandesk.exchange.neutral import Happening, NeutralEvent, NeutralTicket
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.shapes import Shape, as_list, as_number, as_shape, as_text, parsed, shapes
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.status_names import StatusNames, blocked_reason, is_known, plain_name
from kanbandesk.workflow.statuses import Priority

_STATUS = frozenset(("status", "state", "stage", "phase", "статус", "состояние", "этап"))
_CLIENT = frozenset(
    ("company", "client", "customer", "organisation", "organization", "клиент", "компания", "kunde", "firma")
)
NEXT_LINE, PARAGRAPH = "\n", "\n\n"
_DONE = frozenset(("completed", "done", "complete", "готово", "сделано", "ferdig", "erledigt"))
_DUE = frozenset(("due date", "due", "deadline", "срок", "frist", "fällig", "fällig am"))
_LATEST = (LAST_YEAR - 1970) * 365 * 86_400_000


@dataclass(slots=True)
class _Board:
    """A board's name, its properties by id, and which of them holds the status."""

    title: str
    properties: dict[str, Shape]
    status_id: str
    first_option: str = ""


@dataclass(slots=True)
class _Archive:
    """The blocks of a file by what they are; each card with the line on which it stands."""

    boards: dict[str, Shape] = field(default_factory=dict)
    cards: list[tuple[int, Shape]] = field(default_factory=list)
    contents: dict[str, Shape] = field(default_factory=dict)
    comments: dict[str, list[Shape]] = field(default_factory=lambda: defaultdict(list))


def read(source: Source, how: Reading) -> Iterator[NeutralTicket]:
    """Yield the cards of an archive's boards: of a .boardarchive, its unpacked folder, or one board's file. BadFile."""
    names = StatusNames(how.report, how.statuses)
    has_board = False
    for name, text in documents(source, ".jsonl"):
        reader = _FileReader(name, _blocks(name, text, how), how, names)
        has_board = has_board or bool(reader.boards)
        yield from reader.tickets()
    if not has_board:
        raise BadFile(
            f"{source.name} is no Focalboard archive: it holds no board", "no_export", program="Focalboard"
        )


def _blocks(name: str, text: str, how: Reading) -> _Archive:
    """Sort the lines of a file; one that is no JSON object goes to the report."""
    archive = _Archive()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = as_shape(parsed(line))
        except ValueError as error:
            how.report.bad(number, "line", line, f"is no JSON ({error})", file=name)
            continue
        data = as_shape(entry.get("data"))
        kind = "board" if entry.get("type") == "board" else data.get("type")
        if not data.get("deleteAt"):
            _sort_in(archive, number, kind, data)
    return archive


def _sort_in(archive: _Archive, number: int, kind: object, data: Shape) -> None:
    if kind == "board":
        archive.boards[as_text(data.get("id"))] = data
    elif kind == "card":
        archive.cards.append((number, data))
    elif kind == "comment":
        archive.comments[as_text(data.get("parentId"))].append(data)
    elif kind != "view":
        archive.contents[as_text(data.get("id"))] = data


def _board(board: Shape, names: StatusNames) -> _Board:
    told = board.get("cardProperties") or as_shape(board.get("fields")).get("cardProperties")
    properties = {as_text(part.get("id")): part for part in shapes(told)}
    status_id = next((key for key, part in properties.items() if _holds_status(part, names)), "")
    options = shapes(properties.get(status_id, {}).get("options"))
    return _Board(
        title=one_line(as_text(board.get("title")), 200),
        properties=properties,
        status_id=status_id,
        first_option=as_text(options[0].get("value")) if options else "",
    )


def _holds_status(part: Shape, names: StatusNames) -> bool:
    if part.get("type") != "select":
        return False
    options = [as_text(option.get("value")) for option in shapes(part.get("options"))]
    known = sum(is_known(option) for option in options)
    is_mapped = any(names.overridden(option) for option in options)
    return is_mapped or plain_name(as_text(part.get("name"))) in _STATUS or known * 2 > len(options)


class _FileReader:
    """Makes tickets of the cards in one file."""

    def __init__(self, name: str, archive: _Archive, how: Reading, names: StatusNames) -> None:
        self._name = name
        self._archive = archive
        self._how = how
        self._names = names
        self.boards = {key: _board(board, names) for key, board in archive.boards.items()}

    def tickets(self) -> Iterator[NeutralTicket]:
        for line, card in self._archive.cards:
            if as_shape(card.get("fields")).get("isTemplate") is True:
                self._how.report.notice("Template cards are left out", "templates")
            elif (ticket := self._ticket(line, card)) is not None:
                yield ticket

    def _ticket(self, line: int, card: Shape) -> NeutralTicket | None:
        key, fields = as_text(card.get("id")), as_shape(card.get("fields"))
        board = self.boards.get(as_text(card.get("boardId")) or as_text(card.get("rootId")))
        created = _moment(card.get("createAt"))
        needed = (("id", key, key), ("boardId", board, ""), ("createAt", created, card.get("createAt")))
        is_lacking = self._how.report.lacks(line, needed, ticket=key, file=self._name)
        if is_lacking or board is None or created is None:
            return None
        values = _Values(board, as_shape(fields.get("properties")))
        ticket = NeutralTicket(
            key=key,
            title=one_line(as_text(card.get("title"))) or "Untitled",
            status=self._status(values, board),
            since=max(created, _moment(card.get("updateAt")) or created),
            created_at=created,
            client=values.client,
            owner=values.people[0] if values.people else "",
            companions=tuple(values.people[1:]),
            priority=values.priority,
            category=board.title,
            tags=values.tags,
            fields=values.fields,
            due_at=values.due_at,
            blocked_reason=blocked_reason(values.status_name),
        )
        _tell(ticket, fields, self._archive)
        return boards.in_order(boards.settle(ticket, values.status_name))

    def _status(self, values: _Values, board: _Board) -> str:
        name = values.status_name
        return self._names.of(name, is_first=name == board.first_option) if name else values.unnamed_status


def _tell(ticket: NeutralTicket, fields: Shape, archive: _Archive) -> None:
    ticket.events.append(NeutralEvent(at=ticket.created_at, kind=Happening.CREATED, status="new"))
    order = [
        part
        for entry in as_list(fields.get("contentOrder"))
        for part in (entry if isinstance(entry, list) else [entry])
    ]
    contents = [archive.contents[key] for key in order if isinstance(key, str) and key in archive.contents]
    written = [_written(part) for part in contents]
    boards.say(ticket, ticket.created_at, _joined(part for part in written if part), "")
    for comment in archive.comments.get(ticket.key, []):
        at = _moment(comment.get("createAt")) or ticket.since
        boards.say(ticket, at, as_text(comment.get("title")), _person(comment.get("createdBy")))
    files = [as_shape(part.get("fields")) for part in contents if part.get("type") in ("image", "attachment")]
    names = (as_text(part.get("filename")) or as_text(part.get("fileId")) for part in files)
    boards.say(ticket, ticket.since, boards.left_behind(names), "")
    if ticket.status != "new":
        ticket.events.append(
            NeutralEvent(at=ticket.since, kind=Happening.STATUS, before="new", status=ticket.status)
        )


def _joined(parts: Iterable[str]) -> str:
    """Return the parts with an empty line between them, but things to do right below each other."""
    text = ""
    for part in parts:
        is_list = part.startswith("- [") and text.rpartition("\n")[2].startswith("- [")
        text += f"{'' if not text else NEXT_LINE if is_list else PARAGRAPH}{part}"
    return text


def _written(block: Shape) -> str:
    """Return a content block as text."""
    if block.get("type") == "checkbox":
        is_done = as_shape(block.get("fields")).get("value") is True
        return boards.checklist("", [(as_text(block.get("title")), is_done)])
    return "" if block.get("type") in ("image", "attachment", "divider") else as_text(block.get("title"))


class _Values:
    """A card's properties as what they mean to a ticket."""

    def __init__(self, board: _Board, values: Shape) -> None:
        self.status_name = ""
        self.unnamed_status = "new"
        self.client = ""
        self.priority = Priority.NORMAL
        self.due_at: int | None = None
        self.people: list[str] = []
        self.tags: tuple[str, ...] = ()
        self.fields: tuple[tuple[str, str], ...] = ()
        for key, part in board.properties.items():
            if key in values:
                self._take(part, values[key], is_status=key == board.status_id)

    def _take(self, part: Shape, value: object, *, is_status: bool) -> None:
        name = one_line(as_text(part.get("name")), 100)
        match part.get("type"):
            case "select" | "multiSelect":
                self._choose(plain_name(name), _options(part, value), is_status=is_status)
            case "person" | "multiPerson":
                self.people += [_person(one) for one in _several(value) if as_text(one)]
            case "checkbox":
                self._tick(plain_name(name), is_on=value is True or value == "true")
            case "date":
                self._date(name, _from(value))
            case _:
                self._write(name, value)

    def _tick(self, plain: str, *, is_on: bool) -> None:
        if plain in _DONE and is_on:
            self.unnamed_status = "solved"

    def _date(self, name: str, at: int | None) -> None:
        if plain_name(name) in _DUE:
            self.due_at = at
        elif at is not None:
            self.fields += ((name, boards.day(at)),)

    def _write(self, name: str, value: object) -> None:
        text = one_line(as_text(value), 500)
        if plain_name(name) in _CLIENT:
            self.client = text
        elif text:
            self.fields += ((name, text),)

    def _choose(self, plain: str, chosen: list[str], *, is_status: bool) -> None:
        if is_status:
            self.status_name = chosen[0] if chosen else ""
        elif "priority" in plain or "приоритет" in plain:
            self.priority = boards.priority_of(chosen[0]) if chosen else self.priority
        else:
            self.tags = tags_of((*self.tags, *chosen))


def _options(part: Shape, value: object) -> list[str]:
    told = shapes(part.get("options"))
    names = {as_text(option.get("id")): one_line(as_text(option.get("value")), 100) for option in told}
    return [names[key] for key in map(as_text, _several(value)) if names.get(key)]


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _person(value: object) -> str:
    """Return a name for a person of whom the archive tells only an id."""
    return f"Person {as_text(value)[:8]}" if as_text(value) else ""


def _from(value: object) -> int | None:
    """Return the beginning of a date property: JSON within JSON, in milliseconds."""
    try:
        return _moment(as_shape(parsed(as_text(value))).get("from"))
    except ValueError:
        return None


def _moment(value: object) -> int | None:
    number = as_number(value)
    return int(number) if 0 < number < _LATEST else None
