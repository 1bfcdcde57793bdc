"""What the panel looks for among the board's tickets, in the real window: the settings alone hold none."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.ui.new_ticket import open_new_ticket
from kanbandesk.ui.ticket.panel import TicketPanel
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.workflow.commands import SaveBoard
from tests.gui.shell.stand import Shell


def opened(shell: Shell, title: str) -> TicketPanel:
    """Open a ticket in the panel."""
    panel = shell.window.bench.open(shell.card(title).id)
    shell.until(lambda: panel.ticket is not None)
    return panel


def offered(shell: Shell, typed: str) -> list[str]:
    """Return what the open picker offers for some letters."""
    picker = next(child for child in shell.window.findChildren(Picker) if child.isVisible())
    picker.field.setText(typed)
    return picker.titles()


def test_another_ticket_is_found_to_link_and_to_merge_with(shell: Shell) -> None:
    """R11e."""
    panel = opened(shell, "Gateway drops calls")
    panel.linked.choose()
    assert any("Cannot log in" in title for title in offered(shell, "log"))
    assert panel.ticket is not None
    assert [choice.why_not for choice in panel.merging.found("cannot log", panel.ticket)] == [""]


def test_the_tags_in_use_are_offered(shell: Shell) -> None:
    panel = opened(shell, "Gateway drops calls")
    panel.menus.choose_tag()
    assert "telephony" in offered(shell, "tele")


def test_the_panel_knows_the_cards_as_they_are_now(shell: Shell) -> None:
    panel = opened(shell, "Gateway drops calls")
    before = panel._snapshot()
    assert panel._snapshot() is before  # nothing is copied as long as nothing changes
    ids = shell.select("Cannot log in")
    shell.saved(lambda: shell.window.hands.cards.claim(ids))
    shell.until(lambda: shell.card("Cannot log in").owner_id != "")
    cards = {card.id: card for card in panel._snapshot().cards}
    assert cards[ids[0]].owner_id == shell.window.model.snapshot.me.id


def test_a_ticket_made_on_the_developers_board_lies_on_the_support_board_which_is_shown(shell: Shell) -> None:
    """It has a client: no sub-task (R9)."""
    window = shell.window
    support = window.model.board.id
    developers = window.model.snapshot.process.development_board
    board = replace(window.model.board, id=developers, name="Development")
    assert shell.desk.submit(SaveBoard(board=board)).result(60).is_applied
    shell.until(lambda: len(window.model.snapshot.boards) == 2)
    window.change_board(developers)
    panel = open_new_ticket(window)
    panel.form.title.setText("The line is dead")
    panel.open_ticket()
    shell.until(lambda: any(card.title == "The line is dead" for card in window.model.cards.values()))
    made = shell.card("The line is dead").id
    shell.until(lambda: window.model.board.id == support and window.view.current_id() == made)
