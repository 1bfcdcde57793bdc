"""Merging the open ticket into another one (R11e)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kanbandesk.ui.ticket.panel import LINKED
from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import MergeTickets
from tests.factories.workflow import make_agent, make_card, make_snapshot
from tests.gui.ticket.stand import Stand, a_detail, click, settle

OTHER = make_card(id="o", number=4731, title="Export keeps the old time zone", client="Bergen Bil")


def open_among(stand: Stand, **changes: object) -> None:
    stand.desk.snapshot = make_snapshot(cards=[make_card(id="t", title="Export fails"), OTHER])
    stand.desk.details["t"] = a_detail(**changes)
    stand.open().pages.turn_to(LINKED)
    settle()


def entry(stand: Stand) -> tuple[QMenu, QAction]:
    menu = stand.panel.menus.make_menu()
    assert menu is not None
    [action] = [action for action in menu.actions() if action.text() == "Merge into …"]
    return menu, action


def choose(stand: Stand, typed: str = "#4731") -> None:
    click(stand.panel.linked.merge_button)
    stand.choose(typed)


def test_merging_says_what_it_will_do_before_anything_happens(stand: Stand) -> None:
    open_among(stand)
    choose(stand)
    bar = stand.panel.pages.bar
    assert bar.text.startswith("Merge #4799 into #4731 Export keeps the old time zone?")
    for word in ("messages and files", "#4799 is closed as a duplicate", "cannot be undone"):
        assert word in bar.text
    assert stand.desk.commands == []


def test_a_merged_ticket_goes_on_in_the_other_which_opens(stand: Stand) -> None:
    open_among(stand)
    choose(stand, "export zone")
    with stand.qtbot.waitSignal(stand.panel.ticket_link_activated) as caught:
        click(stand.panel.pages.bar.buttons()[0])
    assert stand.desk.commands == [MergeTickets(ticket_id="t", target_id="o")]
    assert caught.args == ["o"]


def test_a_merge_can_be_thought_better_of(stand: Stand) -> None:
    open_among(stand)
    choose(stand)
    click(stand.panel.pages.bar.buttons()[-1])
    assert stand.desk.commands == []
    assert not stand.panel.pages.bar.isVisible()


def test_a_refused_merge_says_why_and_stays_here(stand: Stand) -> None:
    open_among(stand)
    choose(stand)
    stand.desk.refusals.append((codes.CLOSED, ()))
    with stand.qtbot.assertNotEmitted(stand.panel.ticket_link_activated):
        click(stand.panel.pages.bar.buttons()[0])
        stand.qtbot.waitUntil(stand.panel.pages.bar.isVisible)
    assert stand.panel.pages.bar.text == "The ticket is closed. Reopen it first."


def test_the_menu_merges_too(stand: Stand) -> None:
    open_among(stand)
    menu, action = entry(stand)
    action.trigger()
    menu.deleteLater()
    stand.choose("4731")
    assert "Merge #4799 into #4731" in stand.panel.pages.bar.text


def test_what_cannot_be_merged_is_dimmed_in_the_menu_with_the_reason(stand: Stand) -> None:
    for changes, words in (
        ({"status_id": "closed"}, "closed"),
        ({"status_id": "closed", "merged_into": "o"}, "merged into another"),
        ({"line_id": "second", "owner_id": "somebody"}, "another line"),
    ):
        open_among(stand, **changes)
        stand.change(a_detail(**changes))
        menu, action = entry(stand)
        assert not action.isEnabled()
        assert words in action.toolTip()
        menu.deleteLater()
        click(stand.panel.linked.merge_button)
        assert words in stand.panel.pages.bar.text


def test_a_ticket_of_another_line_is_found_but_cannot_be_chosen(stand: Stand) -> None:
    me = make_agent(id="me", name="Ada Berg", line_ids=("first",))
    theirs = replace(OTHER, line_id="second", owner_id="somebody")
    stand.desk.snapshot = make_snapshot(cards=[theirs], agents=[me], me=me)
    stand.open().pages.turn_to(LINKED)
    settle()
    click(stand.panel.linked.merge_button)
    stand.picker().field.setText("4731")
    [choice] = stand.choices()
    assert "another line" in choice.why_not
