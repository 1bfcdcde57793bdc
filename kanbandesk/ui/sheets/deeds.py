"""Sheets for deeds on one ticket that are no move: passing it on, "not ours", verdicts, a task's answer.

A sheet stays until what it asked for is saved: a refusal is said in it, with the words still there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.notifying.wording import task_sentence
from kanbandesk.ui.sheets.fields import ChoiceField, SheetField, TextField, Values
from kanbandesk.ui.sheets.questions import QuestionField, ReasonField, offered_reasons
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.words import fill, line_name, plain_line, refusal_text, ticket_label, translate
from kanbandesk.workflow.cards import BoardSnapshot, Card, Draft, Receipt
from kanbandesk.workflow.commands import (
    AnswerQuestion,
    AnswerTask,
    CloseTicket,
    Command,
    JudgePhantom,
    RemindClient,
    ReturnTicket,
    ReviewTicket,
    TransferTicket,
)
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.playbooks import missing
from kanbandesk.workflow.process import ReasonKind
from kanbandesk.workflow.records import Task, TaskKind
from kanbandesk.workflow.statuses import ClosingReason
from kanbandesk.workflow.tickets import Ticket

Commands = Callable[[Values], Sequence[Command]]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a sheet opens: in this window, beside this place (global)."""

    window: QWidget
    anchor: QRect

    @classmethod
    def of(cls, widget: QWidget) -> Spot:
        """Return the spot beside a widget."""
        return cls(widget.window(), QRect(widget.mapToGlobal(widget.rect().topLeft()), widget.size()))


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a sheet asks, the commands that come of it, and under which name its words are kept as a draft."""

    title: str
    verb: str
    fields: Sequence[SheetField]
    commands: Commands
    draft: str


class DeedSheets:
    """Opens one sheet at a time."""

    def __init__(self, bridge: Bridge, snapshot: Callable[[], BoardSnapshot]) -> None:
        self._bridge, self._snapshot = bridge, snapshot
        self._sheet: Sheet | None = None

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open, None when nothing is being asked."""
        return self._sheet if self._sheet is not None and isValid(self._sheet) else None

    # -- from line to line --

    def transfer(self, spot: Spot, ticket: Ticket) -> None:
        """Ask to which line, why, and what the playbook wants to know before (R8a, R17)."""
        snapshot = self._snapshot()
        process = snapshot.process
        away = {ticket.line_id, process.development_line}
        lines = sorted(snapshot.lines, key=lambda line: (line.position, line.id))
        choices = [(line.id, line_name(line)) for line in lines if line.id not in away]
        asked = [QuestionField(question) for question in missing(ticket, process)]
        fields = [
            ChoiceField("line_id", translate("Sheet", "To which line"), choices),
            ReasonField(
                translate("Sheet", "Reason"), offered_reasons(process, ReasonKind.TRANSFER), is_optional=True
            ),
            *asked,
        ]

        def commands(values: Values) -> list[Command]:
            given: list[Command] = []
            unknown: list[str] = []
            for field in asked:
                answer, because = field.answers()
                given.append(
                    AnswerQuestion(
                        ticket_id=ticket.id,
                        question_id=field.names[0],
                        answer=answer,
                        unknown_because=because,
                    )
                )
                unknown += filter(None, [because])
            line_id, reason = str(values["line_id"]), str(values["reason"])
            passing = TransferTicket(
                ticket_id=ticket.id, line_id=line_id, reason=reason, unknown_because="; ".join(unknown)
            )
            return [*given, passing]

        title = translate("Sheet", "Transfer to another line")
        self._open(spot, ticket, _Asked(title, translate("Sheet", "Transfer"), fields, commands, "transfer"))

    def not_ours(self, spot: Spot, ticket: Ticket) -> None:
        """Ask why it is not ours: it goes back to first line (R8b)."""
        offered = offered_reasons(self._snapshot().process, ReasonKind.RETURN)
        field = ReasonField(translate("Sheet", "Why is it not ours?"), offered)

        def commands(values: Values) -> list[Command]:
            return [ReturnTicket(ticket_id=ticket.id, reason=str(values["reason"]))]

        title = translate("Sheet", "Not ours: back to first line")
        self._open(spot, ticket, _Asked(title, translate("Sheet", "Send back"), [field], commands, "return"))

    # -- verdicts --

    def judge(self, spot: Spot, ticket: Ticket, *, is_confirmed: bool) -> None:
        """Ask a lead why a phantom is confirmed or refuted (R11d)."""
        field = TextField("reason", translate("Sheet", "Reason"), lines=2)

        def commands(values: Values) -> list[Command]:
            reason = str(values["reason"])
            return [JudgePhantom(ticket_id=ticket.id, is_confirmed=is_confirmed, reason=reason)]

        title, verb = translate("Sheet", "Refute the phantom"), translate("Sheet", "Refute")
        if is_confirmed:
            title, verb = translate("Sheet", "Confirm the phantom"), translate("Sheet", "Confirm")
        self._open(spot, ticket, _Asked(title, verb, [field], commands, "phantom"))

    def review_wrong(self, spot: Spot, ticket: Ticket) -> None:
        """Ask what was wrong in a closed conversation, which opens it again (R11f)."""
        field = TextField("reason", translate("Sheet", "Wrong, because"), lines=2)

        def commands(values: Values) -> list[Command]:
            return [ReviewTicket(ticket_id=ticket.id, is_right=False, reason=str(values["reason"]))]

        title, verb = translate("Sheet", "The answer was wrong"), translate("Sheet", "Open it again")
        self._open(spot, ticket, _Asked(title, verb, [field], commands, "review"))

    def answer(self, spot: Spot, ticket: Ticket | Card, task: Task) -> None:
        """Ask for the reason of a breach, or for what came of a call (R12, R10b, R11f)."""
        if task.kind is TaskKind.BREACH_REASON:
            offered = offered_reasons(self._snapshot().process, ReasonKind.BREACH)
            field: SheetField = ReasonField(translate("Sheet", "The reason"), offered, name="answer")
        else:
            field = TextField("answer", translate("Sheet", "What came of it"), lines=3)

        def commands(values: Values) -> list[Command]:
            return [AnswerTask(task_id=task.id, answer=str(values["answer"]))]

        verb = translate("Sheet", "Done")
        self._open(spot, ticket, _Asked(task_sentence(task), verb, [field], commands, f"task:{task.id}"))

    # -- a silent client --

    def remind(self, spot: Spot, ticket: Ticket | Card, prepared: str) -> None:
        """Show the prepared reminder, to be changed and sent: no answer, so the card goes on ageing (R10, C6)."""
        field = TextField("text", translate("Sheet", "Reminder to the client"), lines=6)
        field.restore(prepared)

        def commands(values: Values) -> list[Command]:
            return [RemindClient(ticket_id=ticket.id, message_id=new_id(), text=str(values["text"]))]

        title = fill(translate("Sheet", "Remind {ticket}"), ticket=ticket_label(ticket.number))
        self._open(spot, ticket, _Asked(title, translate("Sheet", "Send"), [field], commands, "remind"))

    def close_silent(self, spot: Spot, ticket: Ticket | Card) -> None:
        """Ask why a ticket is closed as silent by somebody who sets the rules aside with it (S1, S2)."""
        offered = offered_reasons(self._snapshot().process, ReasonKind.OVERRULE)
        field = ReasonField(translate("Sheet", "Reason"), offered)

        def commands(values: Values) -> list[Command]:
            reason = str(values["reason"])
            return [CloseTicket(ticket_id=ticket.id, closing_reason=ClosingReason.SILENT, reason=reason)]

        title, verb = translate("Sheet", "The client stays silent"), translate("Sheet", "Close the ticket")
        self._open(spot, ticket, _Asked(title, verb, [field], commands, "silent"))

    # -- the sheet --

    def _open(self, spot: Spot, ticket: Ticket | Card, asked: _Asked) -> None:
        if self.sheet is not None:
            self.sheet.vanish()
        detail = f"{ticket_label(ticket.number)} · {plain_line(ticket.title, 120)}"
        sheet = Sheet(spot.window, title=asked.title, detail=detail, verb=asked.verb, fields=asked.fields)
        self._sheet = sheet
        kind = f"sheet:{asked.draft}"
        sheet.confirmed.connect(lambda values: self._give(sheet, ticket.id, kind, asked.commands(values)))
        sheet.dismissed.connect(lambda: self._close(sheet))
        sheet.words_changed.connect(lambda words: self._keep(ticket.id, kind, words))
        sheet.open_beside(spot.anchor)
        sheet.start()

        def restore(drafts: Sequence[Draft]) -> None:
            words = next((one.text for one in drafts if one.kind == kind), "")
            if words and self.sheet is sheet and not sheet.words():
                sheet.restore(words)
                sheet.start()

        self._bridge.fetch(self._bridge.desk.drafts(ticket.id), restore)

    def _close(self, sheet: Sheet) -> None:
        if self._sheet is sheet:
            self._sheet = None
        sheet.vanish()

    def _give(self, sheet: Sheet, ticket_id: str, kind: str, commands: Sequence[Command]) -> None:
        """Hand over what was asked for, in order; the sheet goes when all of it is saved."""
        left = len(commands)

        def done(receipt: Receipt) -> None:
            nonlocal left
            left -= 1
            if not isValid(sheet):
                return
            if not receipt.is_applied:
                sheet.complain(refusal_text(receipt.code, receipt.params, self._snapshot()))
                left = -1
            elif left == 0:
                self._close(sheet)
                self._keep(ticket_id, kind, "")

        for command in commands:
            self._bridge.submit(command, done)

    def _keep(self, ticket_id: str, kind: str, words: str) -> None:
        bridge = self._bridge
        draft = Draft(ticket_id=ticket_id, kind=kind, text=words, saved_at=bridge.now())
        bridge.fetch(bridge.desk.save_draft(draft), _ignore)


def _ignore(_result: None) -> None:
    return None
