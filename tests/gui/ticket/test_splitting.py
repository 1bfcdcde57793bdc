"""Splitting another matter off the open ticket (R3)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QAction, QFont, QFontMetrics
from PySide6.QtWidgets import QWidget

from kanbandesk.ui.theme.tokens import SMALL_TEXT
from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import SplitTicket
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import DAY, HOUR
from kanbandesk.workflow.tickets import MessageKind
from tests.factories.workflow import make_agent, make_snapshot
from tests.gui.ticket.stand import Stand, a_detail, click, said, settle

MARGIN = 16  # px beside a line of a list
FIRST = said(MessageKind.CLIENT, "They get no orders.", DAY, id="m1")
OTHER = said(MessageKind.CLIENT, "And the invoice\nof June is wrong.", HOUR, id="m2")


def open_with(stand: Stand, *messages: object) -> None:
    stand.desk.details["t"] = a_detail(*messages)  # type: ignore[arg-type]
    stand.open()
    settle()


def action(stand: Stand) -> QAction:
    menu = stand.panel.menus.make_menu()
    assert menu is not None
    [action] = [action for action in menu.actions() if action.text() == "Split off …"]
    return action


def choose(stand: Stand, typed: str) -> None:
    stand.panel.splitting.choose(stand.panel.header.tool("ellipsis"))
    stand.choose(typed)


def test_the_newest_message_is_offered_first_with_who_said_it(stand: Stand) -> None:
    open_with(stand, FIRST, OTHER)
    stand.panel.splitting.choose(stand.panel.header.tool("ellipsis"))
    first, second = stand.choices()
    assert (first.title, second.title) == ("And the invoice of June is wrong.", "They get no orders.")
    assert first.under.startswith("Petra Lind · ")


def test_a_long_message_leaves_room_for_who_said_it(stand: Stand) -> None:
    """On a line of its own, under the text, which is cut: the list is as high as its lines."""
    long = said(MessageKind.CLIENT, "Nobody hears the other side. " * 9, DAY, id="m1")
    open_with(stand, replace(long, author_name="Aleksandra Konstantinovna Preobrazhenska"), OTHER)
    stand.panel.splitting.choose(stand.panel.header.tool("ellipsis"))
    lines = stand.picker().list
    assert lines.visualRect(lines.model().index(1, 0)).bottom() <= lines.viewport().height()
    under = stand.choices()[1].under
    assert "Preobrazhenska · " in under
    assert QFontMetrics(small_font(lines)).horizontalAdvance(under) < lines.viewport().width() - 2 * MARGIN


def small_font(widget: QWidget) -> QFont:
    font = widget.font()
    font.setPixelSize(SMALL_TEXT)
    return font


def test_a_message_becomes_a_ticket_of_its_own_which_opens(stand: Stand) -> None:
    open_with(stand, FIRST, OTHER)
    choose(stand, "invoice")
    bar = stand.panel.pages.bar
    assert bar.text.startswith("What is the other matter called?")
    assert "tied to #4799" in bar.text
    assert bar.field.text() == "And the invoice of June is wrong."
    bar.field.setText("Invoice of June")
    with stand.qtbot.waitSignal(stand.panel.ticket_link_activated) as caught:
        click(bar.buttons()[0])
    [command] = stand.commands(SplitTicket)
    assert (command.ticket_id, command.title, command.message_ids) == ("t", "Invoice of June", ("m2",))
    assert caught.args == [command.new_ticket_id]


def test_it_can_be_thought_better_of(stand: Stand) -> None:
    open_with(stand, FIRST, OTHER)
    choose(stand, "invoice")
    click(stand.panel.pages.bar.buttons()[-1])
    assert stand.desk.commands == []


def test_a_refusal_says_why_and_opens_nothing(stand: Stand) -> None:
    open_with(stand, FIRST, OTHER)
    choose(stand, "invoice")
    stand.desk.refusals.append((codes.CLOSED, ()))
    with stand.qtbot.assertNotEmitted(stand.panel.ticket_link_activated):
        click(stand.panel.pages.bar.buttons()[0])
        stand.qtbot.waitUntil(stand.panel.pages.bar.isVisible)
    assert stand.panel.pages.bar.text == "The ticket is closed. Reopen it first."


def test_who_may_not_change_the_ticket_sees_why_in_the_menu(stand: Stand) -> None:
    me = make_agent(id="me", name="Mia Holt", roles=(Role.ACCOUNT_MANAGER,))
    stand.desk.snapshot = make_snapshot(me=me)
    open_with(stand, FIRST)
    split = action(stand)
    assert not split.isEnabled()
    assert split.toolTip()


def test_who_may_finds_it_in_the_menu(stand: Stand) -> None:
    open_with(stand, FIRST)
    split = action(stand)
    assert split.isEnabled()
    split.trigger()
    assert [choice.id for choice in stand.choices()] == ["m1"]
