"""The window of settings: what is saved reaches the board, what is bad is refused with its reason and stays typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.setup.page import DrawerPage
from kanbandesk.ui.setup.starting import StartingPage
from kanbandesk.ui.setup.templates import templates
from kanbandesk.ui.setup.trial import TrialView
from kanbandesk.ui.setup.window import SetupWindow
from kanbandesk.workflow.commands import SaveAgent
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import HOUR, MINUTE, SECOND
from tests.gui.shell.stand import Shell


@pytest.fixture
def setup_window(shell: Shell) -> Iterator[SetupWindow]:
    """The window of settings over the home with four tickets, opened by its action."""
    shell.window.actions_by_name[Act.SETUP].trigger()
    (window,) = shell.window.findChildren(SetupWindow)
    yield window
    for page in window.pages.values():
        if isinstance(page, DrawerPage):
            page.revert()
    window.close()


def typed(page: DrawerPage, name: str, text: str) -> None:
    """Type into a field of the form."""
    edit = page.editor(name).edit
    edit.selectAll()
    QTest.keyClicks(edit, text)


def test_it_opens_once(shell: Shell, setup_window: SetupWindow) -> None:
    shell.window.actions_by_name[Act.SETUP].trigger()
    assert shell.window.findChildren(SetupWindow) == [setup_window]


def test_a_norm_is_changed_and_reaches_the_rules(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Statuses")
    page.choose("new")
    page.editor("norm").edits[0].number.setValue(30)
    assert page.is_dirty
    receipt = shell.saved(page.save)
    assert receipt.is_applied
    shell.until(
        lambda: (
            shell.window.model.snapshot.workflow.status("new").norm == (30 * SECOND, 5 * MINUTE, 15 * MINUTE)
        )
    )
    assert not page.is_dirty


def test_what_contradicts_itself_is_refused_and_stays_as_typed(
    shell: Shell, setup_window: SetupWindow
) -> None:
    page = setup_window.show_page("Statuses")
    page.choose("new")
    page.editor("norm").edits[0].number.setValue(4000)  # seconds: above degree 2
    page.save()
    shell.until(lambda: "norm" in page.told())
    assert page.is_dirty
    assert page.editor("norm").value()[0] == 4000 * SECOND
    assert shell.window.model.snapshot.workflow.status("new").norm[0] == 40 * SECOND


def test_a_name_is_given_back_by_revert(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Lines")
    page.choose("second")
    typed(page, "name", "Experts")
    page.revert()
    assert page.editor("name").value() != "Experts"
    assert not page.is_dirty


def test_a_new_calendar_is_made_with_a_countrys_holidays(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Calendars")
    page.add()
    typed(page, "name", "Office")
    holidays = page.editor("holidays")
    holidays.country.setEditText("NO")
    holidays.year.setValue(2026)
    QTest.mouseClick(holidays.add_button, Qt.MouseButton.LeftButton)
    shell.saved(page.save)
    shell.until(lambda: [one.name for one in shell.window.model.snapshot.calendars] == ["Office"])
    (calendar,) = shell.window.model.snapshot.calendars
    assert "2026-05-17" in calendar.holidays
    assert calendar.weekly[0] == ((480, 960),)


def test_hours_that_cannot_be_read_are_marked_and_count_as_before(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Calendars")
    page.add()
    monday = page.editor("weekly").days[0]
    monday.selectAll()
    QTest.keyClicks(monday, "8-12, 13:30-17")
    assert monday.spans == ((480, 720), (810, 1020))
    monday.selectAll()
    QTest.keyClicks(monday, "x")
    assert monday.property("is_wrong") is True
    assert monday.spans == ((480, 720), (810, 1020))


def test_what_is_still_needed_is_not_deleted(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Lines")
    page.choose("first")
    page.delete()
    shell.until(lambda: "has to stay" in page.told())
    assert any(line.id == "first" for line in shell.window.model.snapshot.lines)


def test_routing_rules_go_up_and_down(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Routing")
    for name in ("One", "Two"):
        page.add()
        typed(page, "name", name)
        typed(page, "category", "telephony")
        page.save()
        shell.until(lambda: not page.is_dirty or bool(page.told()))
        assert page.told() == ""
    shell.until(lambda: page.list.count() == 2)
    page.list.setCurrentRow(1)
    shell.saved(page.up_button.click)
    shell.until(lambda: [rule.name for rule in shell.window.model.snapshot.process.routing] == ["Two", "One"])


def test_a_norm_is_tried_on_yesterdays_tickets_before_it_is_kept(
    shell: Shell, setup_window: SetupWindow
) -> None:
    page = setup_window.show_page("Statuses")
    page.choose("in_progress")
    page.editor("norm").edits[0].number.setValue(1)
    page.try_button.click()
    (trial,) = setup_window.findChildren(TrialView)
    shell.until(lambda: "4 tickets" in trial.head.text() or "4" in trial.head.text())
    assert shell.window.model.snapshot.workflow.status("in_progress").norm[0] == 2 * HOUR
    trial.close()


def test_what_is_not_saved_keeps_the_window_open(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Tags")
    page.editor("tags").edit.setPlainText("telephony")
    assert not setup_window.close()
    assert page.complaint.text() == "This is not saved yet: save it, or revert."


def test_a_template_brings_its_columns(shell: Shell, setup_window: SetupWindow) -> None:
    setup_window.list.setCurrentRow(setup_window.list.count() - 1)
    page = setup_window.room.currentWidget()
    assert isinstance(page, StartingPage)
    plain = next(template for template in templates() if template.id == "plain")
    page.begin(plain)
    shell.until(lambda: bool(page.told.text()))
    snapshot = shell.window.model.snapshot
    board = next(board for board in snapshot.boards if board.id == page.board.currentData())
    assert [column.id for column in board.columns] == ["new", "in_progress", "solved"]
    assert not any(status.norm for status in snapshot.workflow.statuses)
    assert not snapshot.process.are_timers_on


def test_who_may_not_set_up_sees_and_changes_nothing(shell: Shell) -> None:
    me = shell.window.model.snapshot.me
    other = replace(me, id="other", name="Other", roles=(Role.ADMINISTRATOR,))
    shell.saved(lambda: shell.bridge.submit(SaveAgent(agent=other)))
    shell.saved(lambda: shell.bridge.submit(SaveAgent(agent=replace(me, roles=(Role.AGENT,)))))
    shell.until(lambda: shell.window.model.snapshot.me.roles == (Role.AGENT,))
    window = SetupWindow(shell.window.stage)
    page = window.show_page("Statuses")
    assert not page.editor("name").isEnabled()
    assert not page.save_button.isEnabled()
    window.close()
