"""The head of the panel: what it tells, and what its buttons want of the rules (ui.md, "Ticket panel")."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kanbandesk.ui.theme.tokens import DARK
from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import (
    AssignTicket,
    BlockTicket,
    ChangeTags,
    ClaimTicket,
    EditTicket,
    UnblockTicket,
    WatchTicket,
)
from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import Channel
from tests.factories.workflow import make_agent, make_card, make_snapshot
from tests.gui.ticket.stand import Stand, a_detail, click, settle


def test_it_tells_whose_ticket_it_is(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(channel=Channel.CHAT)
    panel = stand.open()
    assert panel.header.about_text() == "Liga Park · contract 20-118 · Petra Lind · chat"
    assert panel.header.title.label.text() == "Drivers are skipped"
    assert panel.header.state_button.accessibleName() == "In progress"
    assert panel.header.owner_button.accessibleName() == "Ada Berg"


def test_a_ticket_of_nobody_says_so(stand: Stand) -> None:
    stand.desk.details["t"] = replace(
        a_detail(owner_id="", line_id="", status_id="new"), client=None, requester=None
    )
    panel = stand.open()
    assert panel.header.owner_button.accessibleName() == "Nobody yet"
    assert panel.header.line_button.accessibleName() == "No line"
    assert panel.header.about_text() == "desk"


def test_the_states_that_the_rules_refuse_are_dimmed_with_the_reason(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(status_id="new", owner_id="")
    panel = stand.open()
    click(panel.header.state_button)
    choices = {choice.id: choice for choice in stand.choices()}
    assert "new" not in choices
    assert choices["assigned"].why_not == ""
    assert choices["solved"].why_not == "There is no move from New to Solved."
    assert choices["in_progress"].detail == "asks for: Urgency case, SLA class"
    order = [bool(choice.why_not) for choice in stand.choices()]
    assert order == sorted(order)


def test_choosing_a_state_asks_the_window_for_the_transition(stand: Stand) -> None:
    panel = stand.open()
    click(panel.header.state_button)
    with stand.qtbot.waitSignal(panel.transition_requested) as caught:
        stand.choose("Postponed")
    assert caught.args == ["t", "postponed"]
    assert stand.desk.commands == []


def test_a_refused_state_cannot_be_chosen(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(status_id="new", owner_id="")
    panel = stand.open()
    click(panel.header.state_button)
    with stand.qtbot.assertNotEmitted(panel.transition_requested):
        stand.choose("Solved")


def test_priority_and_line_are_edited(stand: Stand) -> None:
    panel = stand.open()
    click(panel.header.priority_button)
    assert next(choice for choice in stand.choices() if choice.id == "normal").why_not == "is so now"
    stand.choose("Urgent")
    click(panel.header.line_button)
    stand.choose("Second")
    assert stand.commands(EditTicket) == [
        EditTicket(ticket_id="t", priority=Priority.URGENT),
        EditTicket(ticket_id="t", line_id="second"),
    ]


def test_taking_it_oneself_is_a_claim_and_giving_it_is_an_assignment(stand: Stand) -> None:
    bo = make_agent(id="bo", name="Bo Strand")
    stand.desk.snapshot = make_snapshot(agents=[stand.desk.snapshot.me, bo])
    stand.desk.details["t"] = a_detail(owner_id="", status_id="new")
    panel = stand.open()
    click(panel.header.owner_button)
    assert [choice.title for choice in stand.choices()] == ["Ada Berg (me)", "Bo Strand"]
    stand.choose("Ada")
    click(panel.header.owner_button)
    stand.choose("Bo")
    assert stand.desk.commands == [ClaimTicket(ticket_id="t"), AssignTicket(ticket_id="t", agent_id="bo")]


def test_taking_over_names_the_colleague_from_whom_as_he_is_seen(stand: Stand) -> None:
    """R1a: who got it in the meantime keeps it."""
    bo, tor = make_agent(id="bo", name="Bo Strand"), make_agent(id="tor", name="Tor Lund")
    stand.desk.snapshot = make_snapshot(agents=[stand.desk.snapshot.me, bo, tor])
    stand.desk.details["t"] = a_detail(owner_id="bo")
    panel = stand.open()
    click(panel.header.owner_button)
    stand.change(a_detail(owner_id="tor"))
    stand.choose("Ada")
    assert stand.desk.commands == [ClaimTicket(ticket_id="t", from_owner_id="bo")]


def test_the_title_is_edited_where_it_stands(stand: Stand) -> None:
    panel = stand.open()
    title = panel.header.title
    click(title.label)
    QTest.keyClicks(title.edit, "Drivers with bonus are skipped")
    QTest.keyClick(title.edit, Qt.Key.Key_Return)
    assert stand.commands(EditTicket) == [EditTicket(ticket_id="t", title="Drivers with bonus are skipped")]
    assert title.label.text() == "Drivers with bonus are skipped"


def test_escape_leaves_the_title_as_it_was(stand: Stand) -> None:
    panel = stand.open()
    title = panel.header.title
    QTest.keyClick(title.label, Qt.Key.Key_F2)
    QTest.keyClicks(title.edit, "nonsense")
    with stand.qtbot.assertNotEmitted(panel.closed):
        QTest.keyClick(title.edit, Qt.Key.Key_Escape)
    assert title.label.text() == "Drivers are skipped"
    assert stand.desk.commands == []


def test_a_refused_title_goes_back_and_says_why(stand: Stand) -> None:
    panel = stand.open()
    stand.desk.refusals.append((codes.TOO_LONG, (("field", "title"), ("limit", 200))))
    panel.header.title.begin()
    QTest.keyClicks(panel.header.title.edit, "Too long")
    QTest.keyClick(panel.header.title.edit, Qt.Key.Key_Return)
    stand.qtbot.waitUntil(panel.pages.bar.isVisible)
    assert panel.pages.bar.text == "“Title” is too long: at most 200 characters."
    assert panel.header.title.label.text() == "Drivers are skipped"


def test_a_title_that_is_being_typed_is_not_overwritten(stand: Stand) -> None:
    panel = stand.open()
    panel.header.title.begin()
    QTest.keyClicks(panel.header.title.edit, "Half a ti")
    stand.change(a_detail(title="From a colleague"))
    assert panel.header.title.edit.toPlainText() == "Half a ti"


def test_lowering_asks_for_the_reason_that_it_takes(stand: Stand) -> None:
    panel = stand.open()
    stand.desk.refusals.append((codes.DEMANDED, (("demand", "reason"),)))
    click(panel.header.priority_button)
    stand.choose("Low")
    bar = panel.pages.bar
    stand.qtbot.waitUntil(bar.field.isVisible)
    QTest.keyClicks(bar.field, "agreed with the client")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    again = stand.commands(EditTicket)[-1]
    assert again == EditTicket(ticket_id="t", priority=Priority.LOW, reason="agreed with the client")
    assert not bar.isVisible()


def test_tags_are_added_and_removed(stand: Stand) -> None:
    stand.desk.snapshot = make_snapshot(
        cards=[make_card(tags=("dispatch", "bonus")), make_card(tags=("bonus",))]
    )
    stand.desk.details["t"] = a_detail(tags=("dispatch",))
    panel = stand.open()
    [chip] = panel.header.tags()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    click(panel.header.tag_button)
    assert [choice.title for choice in stand.choices()] == ["bonus"]
    stand.choose("bonus")
    click(panel.header.tag_button)
    stand.choose("brand new")
    assert stand.desk.commands == [
        ChangeTags(ticket_id="t", remove=("dispatch",)),
        ChangeTags(ticket_id="t", add=("bonus",)),
        ChangeTags(ticket_id="t", add=("brand new",)),
    ]


def test_blocking_asks_for_a_reason(stand: Stand) -> None:
    panel = stand.open()
    panel.menus.ask_block()
    QTest.keyClick(panel.pages.bar.field, Qt.Key.Key_Return)
    assert stand.desk.commands == []
    QTest.keyClicks(panel.pages.bar.field, "no access")
    QTest.keyClick(panel.pages.bar.field, Qt.Key.Key_Return)
    assert stand.desk.commands == [BlockTicket(ticket_id="t", reason="no access")]


def press_menu(stand: Stand, words: str) -> None:
    menu = stand.panel.menus.make_menu()
    assert menu is not None
    [action] = [action for action in menu.actions() if action.text() == words]
    action.trigger()
    menu.deleteLater()
    settle()


def test_the_menu_holds_what_is_done_more_rarely(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(blocked_reason="no access", watcher_ids=("me",))
    panel = stand.open()
    press_menu(stand, "Take the block off")
    press_menu(stand, "Stop watching")
    assert stand.desk.commands == [
        UnblockTicket(ticket_id="t"),
        WatchTicket(ticket_id="t", is_watching=False),
    ]
    press_menu(stand, "Copy the number")
    assert QGuiApplication.clipboard().text() == "#4799"
    press_menu(stand, "Copy the link")
    assert QGuiApplication.clipboard().text() == "kanbandesk://ticket/4799"
    with stand.qtbot.waitSignal(panel.window_requested) as caught:
        press_menu(stand, "Open in its own window")
    assert caught.args == ["t"]


@pytest.mark.parametrize("line", ["second"])
def test_what_the_rules_do_not_let_one_edit_is_dimmed_with_the_reason(stand: Stand, line: str) -> None:
    stand.desk.details["t"] = a_detail(line_id=line, owner_id="somebody")
    panel = stand.open()
    assert not panel.header.priority_button.isEnabled()
    assert "another line: Second line" in panel.header.priority_button.toolTip()
    panel.header.title.begin()
    assert not panel.header.title.is_editing()


def test_another_theme_keeps_what_the_head_tells(stand: Stand) -> None:
    stand.desk.details["t"] = a_detail(priority=Priority.URGENT)
    panel = stand.open()
    panel.set_theme(DARK)
    assert panel.header.priority_button.accessibleName() == "Urgent"
    assert not panel.header.priority_button.icon().isNull()
