"""Every setting has a field, and what is wrong is said there, by the names that people gave."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kanbandesk.ui.setup import editors
from kanbandesk.ui.setup.window import PAGES, SetupWindow
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.commands import SaveAgent, SaveProcess
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Playbook, Process, Reason, RequestType, RoutingRule
from kanbandesk.workflow.statuses import (
    DAY,
    HOUR,
    MINUTE,
    FieldDefinition,
    SlaClass,
    Status,
    UrgencyCase,
    Workflow,
)
from tests.gui.setup.stand import picked, typed
from tests.gui.shell.stand import Shell

_THE_SYSTEMS = {
    *("id", "kind", "position", "last_drawn_id", "source_key"),
    *("gone_fields", "absences", "put_away"),
    *("since", "is_away", "away_until"),  # whoever is away says so himself
}
_BY_PAGES = {"request_types", "routing", "playbooks", "reasons", "statuses", "sla_classes", "urgency_cases"}


@pytest.mark.parametrize(
    "entity",
    [
        *(Process, Workflow, Status, SlaClass, UrgencyCase, FieldDefinition, Line, Calendar, Board, Agent),
        *(RequestType, RoutingRule, Playbook, Reason),
    ],
    ids=lambda entity: str(entity.__name__),
)
def test_every_field_of_a_setting_is_edited_somewhere(shell: Shell, entity: type, qtbot: QtBot) -> None:
    snapshot = shell.window.model.snapshot
    edited: set[str] = set()
    holder = QWidget()  # with which the editors go
    qtbot.addWidget(holder)
    for make in PAGES:
        drawer = make()
        items = list(drawer.items(snapshot)) or ([drawer.make(snapshot)] if drawer.make else [])
        for item in items:
            if not isinstance(item, entity):
                continue
            for name, editor in drawer.form(snapshot, item):
                editor.setParent(holder)
                edited.add(name)
    if entity is Workflow:
        edited |= {"default_sla_class", "fields"}  # a tick at the class, and a page
    named = {field.name for field in fields(entity)}
    assert named - edited - _THE_SYSTEMS - _BY_PAGES == set()


def test_the_workspaces_time_zone_is_found_by_typing_and_kept(
    shell: Shell, setup_window: SetupWindow
) -> None:
    """C1."""
    page = setup_window.show_page("Workspace")
    picked(page.editor("time_zone"), "almaty")
    shell.saved(page.save)
    shell.until(lambda: shell.window.model.snapshot.process.time_zone == "Asia/Almaty")
    assert page.editor("time_zone").edit.text().startswith("Asia/Almaty")


def test_development_s_norm_is_shares_of_the_term(shell: Shell, setup_window: SetupWindow) -> None:
    """R9, R13."""
    page = setup_window.show_page("Statuses")
    page.choose("in_development")
    assert page.editor("norm").value() == (80, 100, 2 * DAY)
    typed(page.editor("norm").shares[0], "90")
    shell.saved(page.save)
    shell.until(
        lambda: shell.window.model.snapshot.workflow.status("in_development").norm == (90, 100, 2 * DAY)
    )


def test_one_class_counts_for_tickets_without_a_class(shell: Shell, setup_window: SetupWindow) -> None:
    """R7a."""
    page = setup_window.show_page("SLA classes")
    page.choose("settings")
    assert page.editor("is_default").value()
    assert not page.editor("is_default").isEnabled()
    page.choose("review")
    page.editor("is_default").edit.click()
    shell.saved(page.save)
    shell.until(lambda: shell.window.model.snapshot.workflow.default_sla_class == "review")


def test_opening_hours_are_not_shown_as_days(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("SLA classes")
    page.choose("review")
    edit = page.editor("target").edit
    assert (edit.number.value(), edit.unit.currentText()) == (72, "hours")
    page.choose("store")
    edit = page.editor("target").edit
    assert (edit.number.value(), edit.unit.currentText()) == (14, "days")


def test_the_order_of_those_on_call_is_the_one_that_was_given(
    shell: Shell, setup_window: SetupWindow
) -> None:
    """R7c."""
    people = [Agent(id=name, name=name.title()) for name in ("ada", "bo", "cleo")]
    for agent in people:
        shell.saved(partial(shell.bridge.submit, SaveAgent(agent=agent)))
    shell.until(lambda: len(shell.window.model.snapshot.agents) == 4)
    page = setup_window.show_page("Timers")
    editor = page.editor("on_call_ids")
    editor.set_value(["ada", "bo", "cleo"])
    editor.shift(2, -1)
    shell.saved(page.save)
    shell.until(lambda: shell.window.model.snapshot.process.on_call_ids == ("ada", "cleo", "bo"))


def test_what_others_have_changed_meanwhile_stays(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Timers")
    typed(page.editor("football_returns").edit, "4")
    process = replace(shell.window.model.snapshot.process, tags=("printer",))
    shell.saved(lambda: shell.bridge.submit(SaveProcess(process=process)))
    shell.until(lambda: shell.window.model.snapshot.process.tags == ("printer",))
    shell.saved(page.save)
    shell.until(lambda: shell.window.model.snapshot.process.football_returns == 4)
    assert shell.window.model.snapshot.process.tags == ("printer",)


def test_what_the_rules_refuse_is_said_at_its_field(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Urgency directory")
    page.choose("wish")
    typed(page.editor("name").edit, " ")
    page.save()
    shell.until(lambda: page.editor("name").told() == "It has no name yet. Give it one.")
    assert page.complaint.text() == ""
    assert QApplication.focusWidget() is page.editor("name").edit
    assert page.editor("name").edit.accessibleDescription() == "It has no name yet. Give it one."


def test_what_is_still_named_stays_and_is_told_by_name(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("SLA classes")
    page.choose("review")
    page.delete_button.click()
    shell.until(lambda: bool(page.told()))
    assert page.told() == (
        "Urgency case “What happened in one case” gives the SLA class “Case review”, so that class has to stay."
        " Choose another for the case first."
    )


def test_a_line_that_is_needed_names_what_needs_it(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Lines")
    page.choose("second")
    page.delete_button.click()
    shell.until(lambda: bool(page.told()))
    assert page.told() == (
        "Line “Second line” has to stay. It is needed by: request type “Technical person”."
    )


def test_the_programs_own_name_is_shown_translated_and_kept_as_it_was(
    shell: Shell, setup_window: SetupWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editors, "own_name", lambda _kind, _id, name: f"{name}, translated")
    page = setup_window.show_page("Lines")
    page.choose("second")
    assert page.editor("name").edit.text() == "Second line, translated"
    typed(page.editor("cap").edit, "7")
    shell.saved(page.save)
    shell.until(lambda: any(line.cap == 7 for line in shell.window.model.snapshot.lines))
    assert next(line.name for line in shell.window.model.snapshot.lines if line.cap == 7) == "Second line"


def test_a_degree_is_not_left_out_before_another(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Statuses")
    page.choose("new")
    page.editor("norm").edits[1].number.setValue(-1)
    page.save()
    assert page.editor("norm").told() == "A degree follows the one before it: give that one too."
    assert page.is_dirty


@pytest.mark.parametrize(
    ("name", "words", "told"),
    [
        (
            "overrides",
            "24 December",
            "“24 December” is no day with hours. Write it as 2026-12-24 08:00-12:00.",
        ),
        (
            "breaks",
            "2026-12-24 x",
            "“2026-12-24 x” is no day with hours. Write it as 2026-12-24 08:00-12:00.",
        ),
    ],
)
def test_what_cannot_be_read_is_not_left_out_in_silence(
    setup_window: SetupWindow, name: str, words: str, told: str
) -> None:
    page = setup_window.show_page("Calendars")
    page.add()
    typed(page.editor("name").edit, "Office")
    typed(page.editor(name).edit, words)
    page.save()
    assert page.editor(name).told() == told
    assert page.is_dirty


def test_hours_that_are_none_keep_a_calendar_from_being_saved(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Calendars")
    page.add()
    typed(page.editor("name").edit, "Office")
    typed(page.editor("weekly").days[1], "morning")
    page.save()
    assert page.told() == "Tuesday: “morning” are no hours. Write them as 08:00-12:00, 13:00-17:00."
    assert QApplication.focusWidget() is page.editor("weekly").days[1]


def test_a_calendar_that_is_never_open_is_refused_at_its_week(
    shell: Shell, setup_window: SetupWindow
) -> None:
    page = setup_window.show_page("Calendars")
    page.add()
    typed(page.editor("name").edit, "Office")
    for day in page.editor("weekly").days[:5]:
        day.setFocus()
        day.selectAll()
        QTest.keyClick(day, Qt.Key.Key_Delete)
    page.save()
    shell.until(
        lambda: page.editor("weekly").told() == "It is closed on all days of the week. Give it hours."
    )


def test_the_wheel_scrolls_the_page_and_changes_no_number(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Lines")
    edit = page.editor("cap").edit
    page.editor("name").setFocus()
    before = edit.value()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(edit.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(edit, wheel)
    assert edit.value() == before
    assert not page.is_dirty


def test_a_country_without_known_holidays_says_so(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Calendars")
    page.add()
    holidays = page.editor("holidays")
    holidays.country.setEditText("Atlantis")
    holidays.add_button.click()
    assert holidays.told() == "No holidays are known for “Atlantis”. Use its two letters, such as NO."


def test_reminders_go_out_by_themselves_only_with_words(shell: Shell, setup_window: SetupWindow) -> None:
    """R10."""
    page = setup_window.show_page("Timers")
    page.editor("sends_reminders").edit.click()
    edit = page.editor("reminder").edit
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    page.save()
    shell.until(lambda: "has words" in page.editor("reminder").told())
    QTest.keyClicks(edit, "Are you still there?")
    shell.saved(page.save)
    shell.until(lambda: shell.window.model.snapshot.process.reminder == "Are you still there?")


def test_times_are_given_in_whichever_unit_they_are_whole(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Timers")
    assert page.editor("alarm_every").value() == 5 * MINUTE
    assert page.editor("breach_reason_within").value() == 24 * HOUR


def test_who_has_left_is_still_called_by_name(shell: Shell, setup_window: SetupWindow) -> None:
    """R2b."""
    ada = Agent(id="ada", name="Ada Lind")
    process = replace(shell.window.model.snapshot.process, head_id="ada", on_call_ids=("ada",))
    for command in (
        SaveAgent(agent=ada),
        SaveProcess(process=process),
        SaveAgent(agent=replace(ada, is_active=False)),
    ):
        shell.saved(partial(shell.bridge.submit, command))
    shell.until(lambda: any(not agent.is_active for agent in shell.window.model.snapshot.agents))
    page = setup_window.show_page("Workspace")
    assert page.editor("head_id").edit.currentText() == "Ada Lind (left)"
    assert page.editor("head_id").value() == "ada"


def test_nobody_is_saved_without_a_role(setup_window: SetupWindow) -> None:
    """S3."""
    page = setup_window.show_page("People")
    for box in page.editor("roles").boxes.values():
        if box.isChecked():
            box.click()
    page.save()
    assert page.editor("roles").told() == "Choose one at least: without a role nobody may do anything."
    assert page.is_dirty
