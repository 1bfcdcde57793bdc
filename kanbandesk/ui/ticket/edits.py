"""Sends the panel's changes, and says in the panel what came of them: a refusal, or the reason that is asked for."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.widgets.bar import Bar
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.words import refusal_text, translate
from kanbandesk.workflow import codes
from kanbandesk.workflow.cards import BoardSnapshot, Receipt
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.statuses import Demand


class Edits(QObject):
    """`refused` comes when a change was not taken, so that fields show again what is true."""

    refused = Signal()

    def __init__(
        self, bridge: Bridge, bar: Bar, snapshot: Callable[[], BoardSnapshot], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._bar, self._snapshot = bridge, bar, snapshot

    def submit(self, command: Command, then: Callable[[], object] | None = None) -> None:
        """Send a change; the panel hears of it like of anybody's. `then` is called once it is saved."""

        def done(receipt: Receipt) -> None:
            if not receipt.is_applied:
                self._on_refused(command, receipt)
            elif then is not None:
                then()

        self._bridge.submit(command, while_alive(self, done))

    def _on_refused(self, command: Command, receipt: Receipt) -> None:
        params = dict(receipt.params)
        wants_reason = receipt.code == codes.DEMANDED and params.get("demand") == Demand.REASON
        if wants_reason and any(field.name == "reason" for field in dataclasses.fields(command)):
            self._ask_reason(command)
        else:
            self._bar.say(refusal_text(receipt.code, receipt.params, self._snapshot()), tone="bad")
        self.refused.emit()

    def _ask_reason(self, command: Command) -> None:
        def take(reason: str) -> None:
            self._bar.vanish()
            self.submit(dataclasses.replace(command, reason=reason))  # type: ignore[call-arg]

        self._bar.ask_words(
            translate("Edits", "This change takes a reason, which stays in the timeline."),
            translate("Edits", "Change"),
            take,
            hint=translate("Edits", "Why?"),
        )
