"""Handing over commands on cards: one undo step for all of them, one notice for each reason of a refusal."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kanbandesk.ui.stage import Stage
from kanbandesk.ui.words import fill, refusal_text, translate
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.commands import OnTicket


def give(
    stage: Stage,
    words: str,
    commands: Sequence[OnTicket],
    then: Callable[[], object] | None = None,
    otherwise: Callable[[Receipt], bool] = lambda _receipt: False,
) -> None:
    """Submit `commands` as one step called `words` ("Claim {cards}"); `then` is called for each that is saved.

    `otherwise` is asked first where one is refused: it returns whether it has seen to it.
    """
    told: set[str] = set()
    described = fill(words, cards=stage.named(dict.fromkeys(command.ticket_id for command in commands)))

    def done(receipt: Receipt) -> None:
        if receipt.is_applied:
            if then is not None:
                then()
            return
        if otherwise(receipt):
            return
        reason = refusal_text(receipt.code, receipt.params, stage.model.snapshot)
        if reason not in told:
            told.add(reason)
            stage.notices.tell(fill(translate("Notices", "Not done: {deed}"), deed=described), reason)

    stage.undo.expect(described, [stage.bridge.submit(command, done) for command in commands])
