"""From line to line by action, over a real desk (R8, R17)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from kanbandesk.ui.action_table import Act
from kanbandesk.workflow.commands import ReturnTicket, SaveProcess, TransferTicket
from tests.gui.shell.stand import Shell


def test_a_ticket_is_offered_to_another_line_and_the_offer_is_withdrawn(shell: Shell) -> None:
    """R8a: the sender stays its owner."""
    [ticket_id] = shell.select("Receipts arrive twice")
    passing = shell.window.hands.cards.passing
    shell.window.actions_by_name[Act.TRANSFER].trigger()
    shell.until(lambda: passing.sheets.sheet is not None)
    sheet = passing.sheets.sheet
    assert sheet is not None
    line, reason = sheet.fields
    line.choose("second")  # type: ignore[attr-defined]
    reason.edit.setText("Needs a trace")  # type: ignore[attr-defined]
    shell.saved(sheet.confirm)
    shell.until(lambda: shell.window.model.cards[ticket_id].offered_line_id == "second")
    assert shell.window.model.cards[ticket_id].owner_id == shell.window.model.snapshot.me.id
    shell.select("Receipts arrive twice")
    shell.window.hands.cards.refresh()
    shell.saved(shell.window.actions_by_name[Act.WITHDRAW].trigger)
    shell.until(lambda: shell.window.model.cards[ticket_id].offered_line_id == "")


def test_what_is_offered_nowhere_cannot_be_withdrawn(shell: Shell) -> None:
    shell.select("Receipts arrive twice")
    shell.window.hands.cards.refresh()
    assert not shell.window.actions_by_name[Act.WITHDRAW].isEnabled()
    assert not shell.window.actions_by_name[Act.NOT_OURS].isEnabled()
    assert shell.window.actions_by_name[Act.TRANSFER].isEnabled()


def test_what_came_back_too_often_is_said_before_anything_is_asked(shell: Shell) -> None:
    """R8b: at the second return only a lead passes it on."""
    [ticket_id] = shell.select("Receipts arrive twice")
    process = replace(shell.window.model.snapshot.process, football_returns=1)
    for command in (
        SaveProcess(process=process),
        TransferTicket(ticket_id=ticket_id, line_id="second"),
        ReturnTicket(ticket_id=ticket_id, reason="Not ours"),
    ):
        receipt = shell.saved(partial(shell.bridge.submit, command))
        assert receipt.is_applied, receipt
    shell.window.actions_by_name[Act.TRANSFER].trigger()
    shell.until(lambda: bool(shell.window.stage.notices.shown()))
    [notice] = shell.window.stage.notices.shown()
    assert "only a lead" in notice.text
    assert shell.window.hands.cards.passing.sheets.sheet is None
