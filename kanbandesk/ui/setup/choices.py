"""What the choices of settings are called, on their pages and in the trail of changes."""

from __future__ import annotations

from kanbandesk.ui.words import translate
from kanbandesk.workflow.people import Draw
from kanbandesk.workflow.process import ReasonKind
from kanbandesk.workflow.statuses import ClockKind


def clocks() -> dict[str, str]:
    """Return how a norm's or a promise's time passes (C2)."""
    return {
        ClockKind.WALL.value: translate("Setup", "Always"),
        ClockKind.LINE.value: translate("Setup", "In opening hours"),
        ClockKind.DAY.value: translate("Setup", "In whole days on which the first line opens"),
    }


def draws() -> dict[str, str]:
    """Return how the system chooses among the agents on shift (R1b)."""
    return {
        Draw.RANDOM.value: translate("Setup", "At random"),
        Draw.LEAST_LOADED.value: translate("Setup", "Whoever has the fewest open tickets"),
        Draw.ROUND_ROBIN.value: translate("Setup", "Each in turn"),
    }


def reason_kinds() -> dict[str, str]:
    """Return what reasons are given for."""
    return {
        ReasonKind.TRANSFER.value: translate("Setup", "Transfer"),
        ReasonKind.RETURN.value: translate("Setup", "Return of a transfer"),
        ReasonKind.DECLINE.value: translate("Setup", "Declined by development"),
        ReasonKind.BREACH.value: translate("Setup", "Breach of a promise"),
        ReasonKind.OVERRULE.value: translate("Setup", "A lead's own decision"),
    }


def field_kinds() -> dict[str, str]:
    """Return the kinds of custom fields."""
    return {
        "text": translate("Setup", "Text"),
        "number": translate("Setup", "Number"),
        "date": translate("Setup", "Date"),
        "choice": translate("Setup", "Choice"),
    }
