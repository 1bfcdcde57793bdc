"""A search in Jira exported as RSS: one <item> a ticket, its words as HTML, without history."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError
from zoneinfo import ZoneInfo

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from kanbandesk.exchange import boards, jira
from kanbandesk.exchange.cells import one_line
from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.markup import text_of_html
from kanbandesk.exchange.moments import read_any
from kanbandesk.exchange.neutral import NeutralTicket
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.status_names import StatusNames

WORDS = {
    "status": "status",
    "category": "statusCategory",
    "resolution": "resolution",
    "labels": "labels",
    "components": "component",
    "reporter": "reporter",
    "assignee": "assignee",
    "priority": "priority",
    "type": "type",
}
_NOBODY = "-1"


def read(source: Source, how: Reading) -> Iterator[NeutralTicket]:
    """Yield the items of the export. BadFile, with the line, when it is no well-formed XML."""
    names = StatusNames(how.report, how.statuses)
    has_channel = False
    try:
        for place, element in enumerate(_items(source)):
            if element is None:
                has_channel = True
            elif (ticket := _ticket(element, f"item[{place}]", how, names)) is not None:
                yield ticket
    except ParseError as error:
        raise BadFile(
            f"{source.name}, line {error.position[0]}: is no well-formed XML ({error})",
            line=error.position[0],
        ) from error
    except (DefusedXmlException, LookupError, ValueError) as error:
        raise BadFile(f"{source.name} is no XML that is read here ({type(error).__name__})") from error
    if not has_channel:
        raise BadFile(f"{source.name} is no RSS of Jira: it has no channel", "no_export", program="Jira")


def _items(source: Source) -> Iterator[Element | None]:
    """Yield each whole <item>, forgotten again when the next is asked for, and None for the end of the channel."""
    for _, element in iterparse(BytesIO(source.document()), forbid_dtd=True):
        if element.tag == "item":
            yield element
            element.clear()
        elif element.tag == "channel":
            yield None


def _ticket(item: Element, where: str, how: Reading, names: StatusNames) -> NeutralTicket | None:
    key, title = _one(item, "key"), one_line(_one(item, "summary") or _one(item, "title"))
    created = _moment(_one(item, "created"), how.zone)
    needed = (("key", key, key), ("summary", title, title), ("created", created, _one(item, "created")))
    if (
        how.report.lacks(0, ((f"{where}.{name}", *told) for name, *told in needed), ticket=key)
        or created is None
    ):
        return None
    changed = _moment(_one(item, "resolved"), how.zone) or _moment(_one(item, "updated"), how.zone) or created
    fields = jira.Fields(WORDS, lambda name: _one(item, name), lambda name: _many(item, name))
    ticket = jira.ticket_of(key, fields, names, title=title, created=created, changed=changed)
    ticket.due_at = _moment(_one(item, "due"), how.zone)
    _tell(ticket, item, how.zone)
    return boards.in_order(ticket)


def _tell(ticket: NeutralTicket, item: Element, zone: ZoneInfo) -> None:
    """Add description, comments and names of attachments."""
    people = _people(item)
    jira.say(ticket, ticket.created_at, text_of_html(_one(item, "description")), ticket.requester)
    for comment in item.iterfind("comments/comment"):
        author = people.get(comment.get("author", ""), comment.get("author", ""))
        at = _moment(comment.get("created", ""), zone) or ticket.since
        jira.say(ticket, at, text_of_html(comment.text or ""), author)
    files = boards.left_behind(part.get("name", "") for part in item.iterfind("attachments/attachment"))
    boards.say(ticket, ticket.since, files, "")


def _one(item: Element, name: str) -> str:
    """Return the text of a child, empty when there is none or it stands for nobody."""
    child = item.find(name)
    if child is None or child.get("accountid") == _NOBODY or child.get("username") == _NOBODY:
        return ""
    return "".join(child.itertext()).strip()


def _many(item: Element, name: str) -> list[str]:
    """Return the texts of children of that name, or of what they hold (<labels><label>)."""
    found = []
    for child in item.iterfind(name):
        found += [part.text or "" for part in child] or [child.text or ""]
    return [text.strip() for text in found if text.strip()]


def _people(item: Element) -> dict[str, str]:
    """Return the names of the people whom the item tells by id and name: comments tell only the id."""
    people = {}
    for name in ("assignee", "reporter"):
        child = item.find(name)
        for attribute in ("accountid", "username"):
            if child is not None and child.get(attribute):
                people[child.get(attribute, "")] = one_line(child.text or "", 200)
    return people


def _moment(text: str, zone: ZoneInfo) -> int | None:
    try:
        return read_any(text, zone) if text.strip() else None
    except ValueError:
        return None
