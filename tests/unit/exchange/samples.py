"""Small files as other programs write them, of our own making, and how tests read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from kanbandesk.exchange.formats import FORMATS
from kanbandesk.exchange.moments import read_iso
from kanbandesk.exchange.neutral import NeutralTicket
from kanbandesk.exchange.reading import Reading
from kanbandesk.exchange.report import Report
from kanbandesk.exchange.source import Source
from kanbandesk.exchange.titles import Titles

UTC = ZoneInfo("UTC")
FAR = "2100-01-01"

SERVICENOW_HEADER = (
    "number,incident_state,reassignment_count,reopen_count,caller_id,opened_at,sys_updated_by,sys_updated_at,"
    "contact_type,location,category,subcategory,u_symptom,priority,assignment_group,assigned_to,problem_id,"
    "closed_code,resolved_by,resolved_at,closed_at"
)
_SERVICENOW_DEFAULTS = {
    "number": "INC0000007",
    "incident_state": "New",
    "reassignment_count": "0",
    "reopen_count": "0",
    "caller_id": "Caller 1",
    "opened_at": "7/3/2016 08:00",
    "sys_updated_by": "Updated by 1",
    "sys_updated_at": "7/3/2016 08:05",
    "contact_type": "Phone",
    "location": "Location 1",
    "category": "Category 5",
    "subcategory": "Subcategory 3",
    "u_symptom": "Symptom 9",
    "priority": "3 - Moderate",
    "assignment_group": "Group 4",
    "assigned_to": "?",
    "problem_id": "?",
    "closed_code": "code 6",
    "resolved_by": "Resolved by 2",
    "resolved_at": "9/3/2016 10:00",
    "closed_at": "14/3/2016 11:00",
}


def at(text: str) -> int:
    """Return the UTC milliseconds of an ISO moment."""
    return read_iso(text, UTC)


def servicenow(*rows: dict[str, str]) -> str:
    """Return a log of rows that differ from the usual one in what is given."""
    names = SERVICENOW_HEADER.split(",")
    lines = [",".join((_SERVICENOW_DEFAULTS | row)[name] for name in names) for row in rows]
    return "\n".join([SERVICENOW_HEADER, *lines]) + "\n"


def update(moment: str, state: str = "New", **more: str) -> dict[str, str]:
    """Return a row of the log: `moment` as d/m/yyyy hh:mm."""
    return {"sys_updated_at": moment, "incident_state": state, **more}


HELPDESK_HEADER = (
    "concept:name,lifecycle:transition,org:resource,time:timestamp,case:concept:name,case:variant"
)


def helpdesk(*rows: tuple[str, str, str, str]) -> str:
    """Return a log of (activity, resource, moment, case) rows."""
    lines = [f"{what},complete,{who},{when},{case},Variant 1" for what, who, when, case in rows]
    return "\n".join([HELPDESK_HEADER, *lines]) + "\n"


def trello(**more: Any) -> dict[str, Any]:
    """Return a board with three lists and one card in the first."""
    board: dict[str, Any] = {
        "id": "board1",
        "name": "Shop support",
        "shortLink": "x",
        "lists": [
            {"id": "list1", "name": "To Do", "pos": 1, "idBoard": "board1", "closed": False},
            {"id": "list2", "name": "Doing", "pos": 2, "idBoard": "board1", "closed": False},
            {"id": "list3", "name": "Done", "pos": 3, "idBoard": "board1", "closed": False},
        ],
        "members": [
            {"id": "member1", "fullName": "Ada Berg", "username": "ada"},
            {"id": "member2", "fullName": "Odd Lie", "username": "odd"},
        ],
        "cards": [trello_card()],
        "actions": [],
        "checklists": [],
    }
    return board | more


def trello_card(**more: Any) -> dict[str, Any]:
    """Return a card made on 1 March 2024, by the first eight digits of its id."""
    card: dict[str, Any] = {
        "id": "65e1a2c0aaaaaaaaaaaaaaaa",
        "name": "Printer prints hieroglyphs",
        "desc": "Since the update.",
        "idList": "list1",
        "closed": False,
        "dateLastActivity": "2024-03-05T09:00:00.000Z",
        "due": None,
        "idMembers": [],
        "labels": [],
        "idChecklists": [],
        "attachments": [],
    }
    return card | more


def trello_action(
    kind: str, date: str, card_id: str = "65e1a2c0aaaaaaaaaaaaaaaa", **data: Any
) -> dict[str, Any]:
    """Return an action on the card."""
    return {
        "type": kind,
        "date": date,
        "idMemberCreator": "member1",
        "data": {"card": {"id": card_id}} | data,
    }


def deck(*cards: dict[str, Any], stack: str = "In progress", **of_stack: Any) -> dict[str, Any]:
    """Return an export with one board, whose second stack holds the cards."""
    first = {"id": 1, "title": "To do", "order": 0, "deletedAt": 0}
    second = {"id": 2, "title": stack, "order": 1, "deletedAt": 0, "cards": list(cards)} | of_stack
    return {
        "version": "1.11.0",
        "boards": {"5": {"id": 5, "title": "Support", "stacks": {"1": first, "2": second}}},
    }


def deck_card(**more: Any) -> dict[str, Any]:
    """Return a card made on 18 July 2023."""
    card: dict[str, Any] = {
        "id": 12,
        "title": "Scanner is slow",
        "description": "",
        "createdAt": 1689667569,
        "lastModified": 1689753969,
        "labels": [],
        "assignedUsers": [],
        "attachments": [],
        "archived": False,
        "duedate": None,
        "deletedAt": 0,
    }
    return card | more


STATUS_PROPERTY = {
    "id": "p1",
    "name": "Status",
    "type": "select",
    "options": [
        {"id": "o1", "value": "Not Started"},
        {"id": "o2", "value": "In Progress 🚧"},
        {"id": "o3", "value": "Done"},
    ],
}


def focalboard(*blocks: dict[str, Any], properties: list[dict[str, Any]] | None = None) -> str:
    """Return a board's file with the blocks below it."""
    told = [STATUS_PROPERTY] if properties is None else properties
    board = {"type": "board", "data": {"id": "b1", "title": "Help", "cardProperties": told, "deleteAt": 0}}
    lines = [board, *({"type": "block", "data": block} for block in blocks)]
    return "\n".join(json.dumps(line) for line in lines) + "\n"


def focalboard_card(values: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Return a card made on 1 December 2022 with these property values."""
    card = {
        "id": "c1",
        "boardId": "b1",
        "type": "card",
        "title": "VPN drops at noon",
        "fields": {"properties": values or {}, "contentOrder": [], "isTemplate": False},
        "createAt": 1669852800000,
        "updateAt": 1669939200000,
        "deleteAt": 0,
    }
    return card | more


def jira_rss(*items: str) -> str:
    """Return an export of the items."""
    return f'<rss version="0.92"><channel><title>Jira</title>{"".join(items)}</channel></rss>'


def jira_item(**more: str) -> str:
    """Return an item; every field is XML."""
    fields = {
        "key": "SUP-4",
        "summary": "Cannot log in",
        "status": "In Progress",
        "created": "Fri, 24 Sep 2021 14:22:15 -0700",
        "updated": "Sat, 25 Sep 2021 10:00:00 -0700",
        "assignee": "Ada Berg",
        "reporter": "Kim Client",
        "priority": "High",
        "type": "Bug",
        "description": "",
    } | more
    return f"<item>{''.join(f'<{name}>{text}</{name}>' for name, text in fields.items())}</item>"


JIRA_CSV_HEADER = (
    "Summary,Issue key,Issue Type,Status,Status Category,Priority,Resolution,Assignee,Reporter,Created,Updated,"
    "Resolved,Due date,Labels,Labels,Description,Comment,Comment,Attachment,Status Category Changed"
)
_JIRA_CSV_DEFAULTS = (
    *("Cannot log in", "SUP-4", "Bug", "In Progress", "In Progress", "High", "", "Ada Berg", "Kim Client"),
    *(
        "24/Sep/21 2:22 PM",
        "25/Sep/21 10:00 AM",
        "",
        "",
        "login",
        "vpn",
        "It worked yesterday.",
        "",
        "",
        "",
        "",
    ),
)


def jira_csv(**changed: str) -> str:
    """Return an export of one ticket; names as in the header, `Comment2` for the second of a name."""
    names = JIRA_CSV_HEADER.split(",")
    numbered = [name if name not in names[:place] else f"{name}2" for place, name in enumerate(names)]
    cells = dict(zip(numbered, _JIRA_CSV_DEFAULTS, strict=True)) | {
        name.replace("_", " "): v for name, v in changed.items()
    }
    quoted = ['"' + cells[name].replace('"', '""') + '"' for name in numbered]
    return f"{JIRA_CSV_HEADER}\n{','.join(quoted)}\n"


def reading(report: Report | None = None, moment: str = FAR, **more: Any) -> Reading:
    """Return how to read, up to `moment`."""
    return Reading(report=report or Report(), moment=at(moment), zone=more.pop("zone", UTC), **more)


def write(folder: Path, text: str | bytes | dict[str, Any], name: str = "export.txt") -> Path:
    """Write a sample into a file."""
    path = folder / name
    if isinstance(text, dict):
        text = json.dumps(text)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(kind: str, path: Path, how: Reading | None = None) -> list[NeutralTicket]:
    """Read a file to its end."""
    return list(FORMATS[kind].load()(Source(path), how or reading()))


def titles(*texts: str) -> Titles:
    """Return titles to join."""
    return Titles(texts)
