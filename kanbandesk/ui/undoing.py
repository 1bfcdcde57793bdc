"""Ctrl+Z and its way back: takes one's own last step back through the rulebook, and says when it cannot."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kanbandesk.ui.stage import Stage
from kanbandesk.ui.undo import Step
from kanbandesk.ui.undo_words import describe, why_not
from kanbandesk.ui.words import fill, refusal_text, translate
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.commands import Command, OnTicket, UndoChange

Over = Callable[[Step, tuple[str, ...]], None]


class Undoing(QObject):
    """Keeps the undo stack of a window from the receipts, and undoes and redoes on demand.

    `changed` is emitted when what undo or redo would do has changed.
    """

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.window)
        self._stage = stage
        self._under_way = 0  # commands that are not saved yet
        self._wanted = 0  # how often undo was pressed meanwhile
        bridge = stage.bridge
        bridge.pending_changed.connect(self._on_pending)
        bridge.settled.connect(self._on_settled)
        bridge.settled.connect(self._catch_up)
        bridge.failed.connect(self._give_up)

    @property
    def is_saving(self) -> bool:
        """Tell whether something is on its way that undo would mean: it is taken back as soon as it is saved."""
        return self._under_way > 0

    def undo(self) -> None:
        """Take the last step back; one that cannot be taken back is named, with the reason, and passed over.

        What is still on its way is the last step: it is waited for, and nothing before it is touched.
        """
        if self.is_saving:
            self._wanted += 1
            return
        step = self._stage.undo.take_undo()
        if step is None:
            self._stage.status.say(translate("Undo", "Nothing to undo."))
        elif step.why_not:
            self._stage.notices.tell(
                fill(translate("Undo", "“{step}” cannot be taken back"), step=step.words), step.why_not
            )
        else:
            self._take_back(step, translate("Undo", "Undone: {step}"), self._stage.undo.undone)
        self.changed.emit()

    def redo(self) -> None:
        """Do again what was undone last."""
        step = self._stage.undo.take_redo()
        if step is None:
            self._stage.status.say(translate("Undo", "Nothing to do again."))
        else:
            self._take_back(step, translate("Undo", "Done again: {step}"), self._stage.undo.redone)
        self.changed.emit()

    def _take_back(self, step: Step, said: str, over: Over) -> None:
        waiting = set(step.uids)
        done: list[str] = []

        def finish(uid: str, receipt: Receipt) -> None:
            waiting.discard(uid)
            if receipt.is_applied:
                done.append(receipt.uid)
            else:
                reason = refusal_text(receipt.code, receipt.params, self._stage.model.snapshot)
                self._stage.notices.tell(
                    fill(translate("Undo", "“{step}” could not be taken back"), step=step.words), reason
                )
            if not waiting:
                if done:
                    over(step, tuple(done))
                    self._stage.status.say(fill(said, step=step.words))
                self.changed.emit()

        # The last mutation is taken back first, as each may rest on the one before it.
        for uid in reversed(step.uids):
            self._stage.bridge.submit(UndoChange(uid=uid), lambda receipt, uid=uid: finish(uid, receipt))  # type: ignore[misc]

    def _on_pending(self, count: int) -> None:
        was_saving, self._under_way = self.is_saving, count
        if was_saving != self.is_saving:
            self.changed.emit()

    def _catch_up(self, _receipt: Receipt, _command: Command) -> None:
        if self._wanted and not self.is_saving:
            self._wanted -= 1
            self.undo()

    def _give_up(self, _error: BaseException, _command: Command) -> None:
        self._wanted = 0

    def _on_settled(self, receipt: Receipt, command: Command) -> None:
        if not isinstance(command, OnTicket):
            return
        reason = "" if receipt.is_undoable else why_not(command)
        words = describe(command, self._stage.named([command.ticket_id]))
        self._stage.undo.record(receipt.uid, words, is_applied=receipt.is_applied, why_not=reason)
        self.changed.emit()
