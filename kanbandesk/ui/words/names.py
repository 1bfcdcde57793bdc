"""Names on screen: what the program named itself is translated, what people named stays as they wrote it."""

from __future__ import annotations

from collections.abc import Mapping

from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, translate
from kanbandesk.workflow.boards import Board, Column, Swimlane
from kanbandesk.workflow.people import Line, Role
from kanbandesk.workflow.statuses import (
    ClosingReason,
    Demand,
    Priority,
    SlaClass,
    Status,
    UrgencyCase,
)
from kanbandesk.workflow.tickets import Channel, LinkKind

_STATUSES: Mapping[str, str] = {
    "new": QT_TRANSLATE_NOOP("Names", "New"),
    "assigned": QT_TRANSLATE_NOOP("Names", "Assigned"),
    "in_progress": QT_TRANSLATE_NOOP("Names", "In progress"),
    "waiting_client": QT_TRANSLATE_NOOP("Names", "Waiting for client"),
    "waiting_vendor": QT_TRANSLATE_NOOP("Names", "Waiting for vendor"),
    "postponed": QT_TRANSLATE_NOOP("Names", "Postponed"),
    "in_development": QT_TRANSLATE_NOOP("Names", "In development"),
    "solved": QT_TRANSLATE_NOOP("Names", "Solved"),
    "closed": QT_TRANSLATE_NOOP("Names", "Closed"),
}
_SLA_CLASSES: Mapping[str, str] = {
    "problem": QT_TRANSLATE_NOOP("Names", "Problem"),
    "settings": QT_TRANSLATE_NOOP("Names", "Settings question"),
    "review": QT_TRANSLATE_NOOP("Names", "Case review"),
    "store": QT_TRANSLATE_NOOP("Names", "Store update"),
    "wish": QT_TRANSLATE_NOOP("Names", "Wish"),
}
_SHORT_SLA_CLASSES: Mapping[str, str] = {"settings": QT_TRANSLATE_NOOP("Names", "Settings")}
_CASES: Mapping[str, str] = {
    "no_connection": QT_TRANSLATE_NOOP("Names", "No connection"),
    "premium_telephony": QT_TRANSLATE_NOOP("Names", "Telephony integration with a premium partner"),
    "fault": QT_TRANSLATE_NOOP("Names", "Something does not work"),
    "how_to": QT_TRANSLATE_NOOP("Names", "How do I set it up"),
    "case_review": QT_TRANSLATE_NOOP("Names", "What happened in one case"),
    "store_update": QT_TRANSLATE_NOOP("Names", "Update in the stores"),
    "wish": QT_TRANSLATE_NOOP("Names", "A wish"),
}
_LINES: Mapping[str, str] = {
    "first": QT_TRANSLATE_NOOP("Names", "First line"),
    "second": QT_TRANSLATE_NOOP("Names", "Second line"),
    "third": QT_TRANSLATE_NOOP("Names", "Third line"),
    "commercial": QT_TRANSLATE_NOOP("Names", "Commercial"),
    "development": QT_TRANSLATE_NOOP("Names", "Development"),
}
_BOARDS: Mapping[str, str] = {
    "support": QT_TRANSLATE_NOOP("Names", "Support"),
    "development": QT_TRANSLATE_NOOP("Names", "Development"),
}
_PRIORITIES: Mapping[str, str] = {
    Priority.LOW: QT_TRANSLATE_NOOP("Names", "Low"),
    Priority.NORMAL: QT_TRANSLATE_NOOP("Names", "Normal"),
    Priority.HIGH: QT_TRANSLATE_NOOP("Names", "High"),
    Priority.URGENT: QT_TRANSLATE_NOOP("Names", "Urgent"),
}
_CHANNELS: Mapping[str, str] = {
    Channel.FORM: QT_TRANSLATE_NOOP("Names", "form"),
    Channel.MAIL: QT_TRANSLATE_NOOP("Names", "mail"),
    Channel.CHAT: QT_TRANSLATE_NOOP("Names", "chat"),
    Channel.PHONE: QT_TRANSLATE_NOOP("Names", "phone"),
    Channel.DESK: QT_TRANSLATE_NOOP("Names", "desk"),
    Channel.IMPORT: QT_TRANSLATE_NOOP("Names", "import"),
}
_CLOSING_REASONS: Mapping[str, str] = {
    ClosingReason.SOLVED: QT_TRANSLATE_NOOP("Names", "Solved"),
    ClosingReason.WITHDRAWN: QT_TRANSLATE_NOOP("Names", "Withdrawn by the requester"),
    ClosingReason.SILENT: QT_TRANSLATE_NOOP("Names", "The client stays silent"),
    ClosingReason.DUPLICATE: QT_TRANSLATE_NOOP("Names", "Duplicate"),
    ClosingReason.SPAM: QT_TRANSLATE_NOOP("Names", "Spam"),
    ClosingReason.PHANTOM: QT_TRANSLATE_NOOP("Names", "Phantom: the requester did not make it"),
}
_ROLES: Mapping[str, str] = {
    Role.REQUESTER: QT_TRANSLATE_NOOP("Names", "requester"),
    Role.AGENT: QT_TRANSLATE_NOOP("Names", "agent"),
    Role.LEAD: QT_TRANSLATE_NOOP("Names", "lead"),
    Role.DEVELOPER: QT_TRANSLATE_NOOP("Names", "developer"),
    Role.ACCOUNT_MANAGER: QT_TRANSLATE_NOOP("Names", "account manager"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("Names", "administrator"),
    Role.SYSTEM: QT_TRANSLATE_NOOP("Names", "the system"),
}
_DEMANDS: Mapping[str, str] = {
    Demand.URGENCY_CASE: QT_TRANSLATE_NOOP("Names", "Urgency case"),
    Demand.SLA_CLASS: QT_TRANSLATE_NOOP("Names", "SLA class"),
    Demand.QUESTION: QT_TRANSLATE_NOOP("Names", "Question to the client"),
    Demand.VENDOR: QT_TRANSLATE_NOOP("Names", "Vendor"),
    Demand.VENDOR_REFERENCE: QT_TRANSLATE_NOOP("Names", "Vendor's reference"),
    Demand.EXPECTED_AT: QT_TRANSLATE_NOOP("Names", "Expected on"),
    Demand.WAKE_AT: QT_TRANSLATE_NOOP("Names", "Wake at"),
    Demand.TRACKER_KEY: QT_TRANSLATE_NOOP("Names", "Tracker key"),
    Demand.DUE_AT: QT_TRANSLATE_NOOP("Names", "Due"),
    Demand.PROBLEM: QT_TRANSLATE_NOOP("Names", "The problem in the client's words"),
    Demand.DONE: QT_TRANSLATE_NOOP("Names", "What was done"),
    Demand.CLOSING_REASON: QT_TRANSLATE_NOOP("Names", "Closing reason"),
    Demand.REASON: QT_TRANSLATE_NOOP("Names", "Reason"),
}
_AWAY_REASONS: Mapping[str, str] = {
    "sick": QT_TRANSLATE_NOOP("Names", "Sick"),
    "holiday": QT_TRANSLATE_NOOP("Names", "Holiday"),
    "training": QT_TRANSLATE_NOOP("Names", "Training"),
}
_LINKS: Mapping[str, str] = {
    LinkKind.RELATED: QT_TRANSLATE_NOOP("Names", "related to"),
    LinkKind.DUPLICATE: QT_TRANSLATE_NOOP("Names", "duplicate of"),
    LinkKind.BLOCKS: QT_TRANSLATE_NOOP("Names", "blocks"),
    LinkKind.SUBTASK: QT_TRANSLATE_NOOP("Names", "parent of"),
}
_LINKS_BACK: Mapping[str, str] = {
    LinkKind.DUPLICATE: QT_TRANSLATE_NOOP("Names", "has the duplicate"),
    LinkKind.BLOCKS: QT_TRANSLATE_NOOP("Names", "blocked by"),
    LinkKind.SUBTASK: QT_TRANSLATE_NOOP("Names", "sub-task of"),
}
_LANES: Mapping[str, str] = {
    Swimlane.NONE: QT_TRANSLATE_NOOP("Names", "No lanes"),
    Swimlane.LINE: QT_TRANSLATE_NOOP("Names", "Line"),
    Swimlane.AGENT: QT_TRANSLATE_NOOP("Names", "Agent"),
    Swimlane.PRIORITY: QT_TRANSLATE_NOOP("Names", "Priority"),
    Swimlane.CLIENT: QT_TRANSLATE_NOOP("Names", "Client"),
}


def _own(defaults: Mapping[str, str], key: str, name: str) -> str:
    """Translate `name` when it is the program's own for `key`; a name that people chose stays."""
    return translate("Names", name) if defaults.get(key) == name else name


_OWN: Mapping[str, Mapping[str, str]] = {
    "status": _STATUSES,
    "column": _STATUSES,
    "sla_class": _SLA_CLASSES,
    "urgency_case": _CASES,
    "line": _LINES,
    "board": _BOARDS,
}


def own_name(kind: str, key: str, name: str) -> str:
    """Return the name for the screen of a setting of `kind`, known only by its id and name."""
    return _own(_OWN.get(kind, {}), key, name)


def status_name(status: Status) -> str:
    """Return the status's name for the screen: the default ones translated."""
    return _own(_STATUSES, status.id, status.name)


def column_name(column: Column) -> str:
    """Return the column's name for the screen: those named like a default status are translated."""
    return _own(_STATUSES, column.id, column.name)


def board_name(board: Board) -> str:
    """Return the board's name for the screen."""
    return _own(_BOARDS, board.id, board.name)


def home_name(name: str) -> str:
    """Return what a workspace is called on the screen: one that nobody named is called as the program calls it."""
    return _own(_BOARDS, "support", name)


def line_name(line: Line) -> str:
    """Return the line's name for the screen."""
    return _own(_LINES, line.id, line.name)


def sla_name(sla_class: SlaClass) -> str:
    """Return the SLA class's name for the screen."""
    return _own(_SLA_CLASSES, sla_class.id, sla_class.name)


def short_sla_name(sla_class: SlaClass) -> str:
    """Return the SLA class's name for a card, where there is little room."""
    if _SLA_CLASSES.get(sla_class.id) == sla_class.name and sla_class.id in _SHORT_SLA_CLASSES:
        return translate("Names", _SHORT_SLA_CLASSES[sla_class.id])
    return sla_name(sla_class)


def case_name(case: UrgencyCase) -> str:
    """Return the urgency case's name for the screen."""
    return _own(_CASES, case.id, case.name)


def priority_name(priority: str) -> str:
    """Return the priority's name for the screen ("High"); an unknown one as it is."""
    return translate("Names", text) if (text := _PRIORITIES.get(priority)) else priority


def channel_name(channel: str) -> str:
    """Return the channel's name within a sentence ("chat"); an unknown one as it is."""
    return translate("Names", text) if (text := _CHANNELS.get(channel)) else channel


def closing_reason_name(reason: str) -> str:
    """Return the closing reason's name for the screen; an unknown one as it is."""
    return translate("Names", text) if (text := _CLOSING_REASONS.get(reason)) else reason


def demand_name(demand: str) -> str:
    """Return the label of what a transition demands; an unknown one as it is."""
    return translate("Names", text) if (text := _DEMANDS.get(demand)) else demand


def away_reason_name(reason: str) -> str:
    """Return why somebody is away, for the screen; words of his own as they are."""
    return translate("Names", text) if (text := _AWAY_REASONS.get(reason)) else reason


def role_name(role: str) -> str:
    """Return the role's name within a sentence; an unknown one as it is."""
    return translate("Names", text) if (text := _ROLES.get(role)) else role


def link_name(kind: str, *, is_backwards: bool = False) -> str:
    """Return how a ticket belongs to another; `is_backwards` seen from the link's target."""
    text = (_LINKS_BACK.get(kind) if is_backwards else None) or _LINKS.get(kind)
    return translate("Names", text) if text else kind


def swimlane_name(swimlane: Swimlane) -> str:
    """Return by what the lanes are cut, for a menu."""
    return translate("Names", _LANES[swimlane])
