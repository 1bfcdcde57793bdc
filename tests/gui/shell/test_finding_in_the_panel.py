"""What the panel looks for among the board's tickets, in the real window: the settings alone hold none."""

from __future__ import annotations

from kanbandesk.ui.ticket.panel import TicketPanel
from kanbandesk.ui.widgets.picker import Picker
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
