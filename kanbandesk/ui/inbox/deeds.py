"""What can be done with a row of the inbox, or of the waiting room."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, translate


class Deed(StrEnum):
    """A row's buttons."""

    CLAIM = "claim"
    ACCEPT = "accept"
    OPEN = "open"
    ACKNOWLEDGE = "acknowledge"
    RETRY = "retry"
    EDIT = "edit"
    DISCARD = "discard"
    ANSWER = "answer"
    READ = "read"
    BOARD = "board"
    CALL = "call"
    CHANNEL = "channel"
    CLOSE_SILENT = "close_silent"
    REMIND = "remind"
    HOLD = "hold"
    RELEASE = "release"


_NAMES: Mapping[Deed, str] = {
    Deed.CLAIM: QT_TRANSLATE_NOOP("Inbox", "Claim"),
    Deed.ACCEPT: QT_TRANSLATE_NOOP("Inbox", "Accept"),
    Deed.OPEN: QT_TRANSLATE_NOOP("Inbox", "Open"),
    Deed.ACKNOWLEDGE: QT_TRANSLATE_NOOP("Inbox", "Take note"),
    Deed.RETRY: QT_TRANSLATE_NOOP("Inbox", "Try again"),
    Deed.EDIT: QT_TRANSLATE_NOOP("Inbox", "Edit"),
    Deed.DISCARD: QT_TRANSLATE_NOOP("Inbox", "Discard"),
    Deed.ANSWER: QT_TRANSLATE_NOOP("Inbox", "Answer"),
    Deed.READ: QT_TRANSLATE_NOOP("Inbox", "Read"),
    Deed.BOARD: QT_TRANSLATE_NOOP("Inbox", "To the board"),
    Deed.CALL: QT_TRANSLATE_NOOP("Inbox", "Call"),
    Deed.CHANNEL: QT_TRANSLATE_NOOP("Inbox", "Other channel"),
    Deed.CLOSE_SILENT: QT_TRANSLATE_NOOP("Inbox", "Close as silent"),
    Deed.REMIND: QT_TRANSLATE_NOOP("Inbox", "Remind now"),
    Deed.HOLD: QT_TRANSLATE_NOOP("Inbox", "Hold reminders"),
    Deed.RELEASE: QT_TRANSLATE_NOOP("Inbox", "Let remind"),
}


def deed_name(deed: Deed) -> str:
    """Return what a deed is called on its button."""
    return translate("Inbox", _NAMES[deed])
