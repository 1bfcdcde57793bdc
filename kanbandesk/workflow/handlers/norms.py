"""Norms, promises and terms: what nobody did anything about is noted by the system (R9, R12, R13)."""

from __future__ import annotations

from kanbandesk.workflow.commands import NoteBreach, NoteViolations
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.rights import Action
from kanbandesk.workflow.transaction import Context, Transaction


def note_violations(tx: Transaction, ctx: Context, cmd: NoteViolations) -> None:
    """A degree or a date was reached with nobody doing anything (a system command): keeping the ticket notes it."""
    _look(tx, ctx, cmd.ticket_id)


def note_breach(tx: Transaction, ctx: Context, cmd: NoteBreach) -> None:
    """The promise was broken with nobody doing anything (a system command): keeping the ticket notes it (R12)."""
    _look(tx, ctx, cmd.ticket_id)


def _look(tx: Transaction, ctx: Context, ticket_id: str) -> None:
    work = Work.on(tx, ctx, ticket_id)
    work.check(Action.WAKE)
    work.save()
