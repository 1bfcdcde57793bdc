"""What somebody did, in the words of the undo menu, and why some of it cannot be taken back."""

from __future__ import annotations

from collections.abc import Mapping

from kanbandesk.ui.words import fill, translate
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP
from kanbandesk.workflow.commands import Command

_DEEDS: Mapping[str, str] = {
    "create_ticket": QT_TRANSLATE_NOOP("Undo", "Create {card}"),
    "claim_ticket": QT_TRANSLATE_NOOP("Undo", "Claim {card}"),
    "assign_ticket": QT_TRANSLATE_NOOP("Undo", "Assign {card}"),
    "release_ticket": QT_TRANSLATE_NOOP("Undo", "Give {card} back"),
    "start_ticket": QT_TRANSLATE_NOOP("Undo", "Start {card}"),
    "resume_ticket": QT_TRANSLATE_NOOP("Undo", "Resume {card}"),
    "reopen_ticket": QT_TRANSLATE_NOOP("Undo", "Reopen {card}"),
    "ask_client": QT_TRANSLATE_NOOP("Undo", "Ask the client on {card}"),
    "answer_client": QT_TRANSLATE_NOOP("Undo", "Answer on {card}"),
    "add_note": QT_TRANSLATE_NOOP("Undo", "Note on {card}"),
    "log_call": QT_TRANSLATE_NOOP("Undo", "Call on {card}"),
    "propose_solution": QT_TRANSLATE_NOOP("Undo", "Solve {card}"),
    "close_ticket": QT_TRANSLATE_NOOP("Undo", "Close {card}"),
    "postpone_ticket": QT_TRANSLATE_NOOP("Undo", "Postpone {card}"),
    "hand_to_development": QT_TRANSLATE_NOOP("Undo", "Hand {card} to development"),
    "wait_for_vendor": QT_TRANSLATE_NOOP("Undo", "Wait for the vendor on {card}"),
    "move_ticket": QT_TRANSLATE_NOOP("Undo", "Move {card}"),
    "edit_ticket": QT_TRANSLATE_NOOP("Undo", "Edit {card}"),
    "change_tags": QT_TRANSLATE_NOOP("Undo", "Tags of {card}"),
    "block_ticket": QT_TRANSLATE_NOOP("Undo", "Block {card}"),
    "unblock_ticket": QT_TRANSLATE_NOOP("Undo", "Unblock {card}"),
    "link_tickets": QT_TRANSLATE_NOOP("Undo", "Link {card}"),
    "unlink_tickets": QT_TRANSLATE_NOOP("Undo", "Unlink {card}"),
    "merge_tickets": QT_TRANSLATE_NOOP("Undo", "Merge {card}"),
    "add_attachment": QT_TRANSLATE_NOOP("Undo", "Attach a file to {card}"),
    "watch_ticket": QT_TRANSLATE_NOOP("Undo", "Watch {card}"),
}
_REASONS: Mapping[str, str] = {
    "ask_client": QT_TRANSLATE_NOOP("Undo", "The client has been asked. Move the card back by hand instead."),
    "answer_client": QT_TRANSLATE_NOOP("Undo", "The client has been told."),
    "propose_solution": QT_TRANSLATE_NOOP(
        "Undo", "The client has been told. Move the card back by hand instead."
    ),
    "close_ticket": QT_TRANSLATE_NOOP("Undo", "The requester has been told. Reopen the ticket instead."),
    "add_note": QT_TRANSLATE_NOOP("Undo", "What was written stays on the ticket."),
    "log_call": QT_TRANSLATE_NOOP("Undo", "What was written stays on the ticket."),
    "merge_tickets": QT_TRANSLATE_NOOP("Undo", "Merged tickets stay together."),
}


def describe(command: Command, card: str) -> str:
    """Return what `command` did to `card` (its name in words)."""
    text = _DEEDS.get(command.name)
    return fill(translate("Undo", text), card=card) if text else card


def why_not(command: Command) -> str:
    """Return why `command` cannot be taken back."""
    text = _REASONS.get(command.name)
    return translate("Undo", text) if text else translate("Undo", "The rules do not let it be taken back.")
