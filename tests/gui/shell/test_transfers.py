"""From line to line by action, over a real desk (R8, R17)."""

from __future__ import annotations

from kanbandesk.ui.action_table import Act
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
