"""The words of a returned command, put back where they can be edited: the composer, or a transition's sheet."""

from __future__ import annotations

import json

from kanbandesk.ui.team.tray import written_words
from kanbandesk.workflow.cards import BoardSnapshot, Draft
from kanbandesk.workflow.commands import AddNote, AnswerClient, AskClient, Command, OnTicket, ProposeSolution
from kanbandesk.workflow.statuses import StatusKind


def draft_of(command: Command, snapshot: BoardSnapshot, now: int) -> Draft | None:
    """Return the draft that holds the command's words, None when it has none or is about no ticket."""
    words = written_words(command)
    if not words or not isinstance(command, OnTicket):
        return None
    if isinstance(command, AskClient):
        sheet, typed = StatusKind.WAITING_CLIENT, {"question": command.question}
    elif isinstance(command, ProposeSolution):
        sheet, typed = StatusKind.SOLVED, {"problem": command.problem, "done": command.done}
    else:
        kind = "answer" if isinstance(command, AnswerClient) else "note"
        text = command.text if isinstance(command, AnswerClient | AddNote) else words
        return Draft(ticket_id=command.ticket_id, kind=kind, text=text, saved_at=now)
    status = next(status for status in snapshot.workflow.statuses if status.kind is sheet)
    text = json.dumps(typed, ensure_ascii=False)
    return Draft(ticket_id=command.ticket_id, kind=f"sheet:{status.id}", text=text, saved_at=now)
