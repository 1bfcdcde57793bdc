"""Norms: what nobody did anything about is noted by the system (R13)."""

from __future__ import annotations

from kanbandesk.workflow.commands import NoteViolations
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.transaction import Context, Transaction


def note_violations(tx: Transaction, ctx: Context, cmd: NoteViolations) -> None:
    """A degree was reached with nobody doing anything (a system command): keeping the ticket notes it."""
    work = Work.on(tx, ctx, cmd.ticket_id)
    work.check(Action.WAKE)
    work.save()
