"""The window of settings by keyboard alone, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from kanbandesk.ui.setup.page import DrawerPage
from kanbandesk.ui.setup.starting import StartingPage
from kanbandesk.ui.setup.templates import templates
from kanbandesk.ui.setup.window import PAGES, SetupWindow
from tests.gui.setup.stand import press, turn_to, typed
from tests.gui.shell.stand import Shell

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_OPERATED = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
TITLES = [*(make().title for make in PAGES), "Clients and contacts", "Ways to begin"]


def operated(page: QWidget) -> Iterator[QWidget]:
    """Yield what on a page is there to be operated; the parts of a field are the field's."""
    for widget in page.findChildren(QWidget):
        is_part = isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox, QLineEdit))
        if isinstance(widget, _OPERATED) and not is_part and widget.isVisibleTo(page):
            yield widget


@pytest.mark.parametrize("title", TITLES)
def test_every_page_is_walked_by_tab_and_every_part_has_a_name(setup_window: SetupWindow, title: str) -> None:
    page = turn_to(setup_window, title)
    setup_window.list.setFocus()
    seen: list[QWidget] = []
    for _ in range(200):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is setup_window.list:
            break
        seen.append(focused)
    wanted = [widget for widget in operated(page) if widget.isEnabled()]
    assert [
        _said(widget) for widget in wanted if widget not in seen and widget.focusProxy() not in seen
    ] == []
    assert [widget for widget in wanted if not _said(widget)] == []


def _said(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def test_tab_goes_from_the_list_over_the_fields_to_saving(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Lines")
    page.list.setFocus()
    walked: list[QWidget] = []
    while page.editor("cap").edit not in walked and len(walked) < 30:
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused)
    places = [
        walked.index(page.editor(name).edit) for name in ("name", "calendar_id", "lead_id", "draw", "cap")
    ]
    assert places == sorted(places)


def test_ctrl_s_saves_from_within_a_field(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Lines")
    page.choose("second")
    typed(page.editor("name").edit, "Experts")
    shell.saved(lambda: press(Qt.Key.Key_S, CONTROL))
    shell.until(lambda: any(line.name == "Experts" for line in shell.window.model.snapshot.lines))


def test_after_saving_the_cursor_is_where_it_was(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Lines")
    page.choose("second")
    typed(page.editor("cap").edit, "7")
    shell.saved(lambda: press(Qt.Key.Key_S, CONTROL))
    shell.until(lambda: not page.is_dirty)
    assert QApplication.focusWidget() is page.editor("cap").edit


def test_ctrl_n_begins_a_new_one_with_the_cursor_in_its_name(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Routing")
    setup_window.list.setFocus()
    press(Qt.Key.Key_N, CONTROL)
    assert page.is_dirty
    assert QApplication.focusWidget() is page.editor("name").edit


def test_alt_and_an_arrow_move_what_is_chosen(shell: Shell, setup_window: SetupWindow) -> None:
    page = setup_window.show_page("SLA classes")
    page.list.setFocus()
    assert page.list.currentRow() == 0
    shell.saved(lambda: press(Qt.Key.Key_Down, ALT))
    shell.until(
        lambda: (
            [one.id for one in shell.window.model.snapshot.workflow.sla_classes][:2]
            == ["settings", "problem"]
        )
    )


def test_ctrl_and_page_down_turn_the_pages(setup_window: SetupWindow) -> None:
    setup_window.list.setCurrentRow(0)
    press(Qt.Key.Key_PageDown, CONTROL)
    assert setup_window.list.currentRow() == 1
    press(Qt.Key.Key_PageUp, CONTROL)
    assert setup_window.list.currentRow() == 0


def test_escape_closes_but_never_loses_what_is_not_saved(setup_window: SetupWindow) -> None:
    page = setup_window.show_page("Lines")
    typed(page.editor("name").edit, "Experts")
    setup_window.show_page("Tags")
    setup_window.list.setFocus()
    press(Qt.Key.Key_Escape)
    assert setup_window.isVisible()
    assert setup_window.room.currentWidget() is page
    assert page.told() == "This is not saved yet: save it, or revert."
    page.revert()
    press(Qt.Key.Key_Escape)
    assert not setup_window.isVisible()


def test_a_template_asks_once_more_before_it_replaces_anything(
    shell: Shell, setup_window: SetupWindow
) -> None:
    page = turn_to(setup_window, "Ways to begin")
    assert isinstance(page, StartingPage)
    plain = next(template for template in templates() if template.id == "plain")
    button = page.buttons[plain.id]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.text() == "Press again to replace them"
    assert any(status.norm for status in shell.window.model.snapshot.workflow.statuses)
    QTest.keyClick(button, Qt.Key.Key_Space)
    shell.until(lambda: bool(page.told.text()))
    assert not any(status.norm for status in shell.window.model.snapshot.workflow.statuses)


def test_who_tries_a_request_type_sees_what_would_have_gone_elsewhere(
    shell: Shell, setup_window: SetupWindow
) -> None:
    page = setup_window.show_page("Request types")
    assert isinstance(page, DrawerPage)
    page.choose("technical")
    page.try_button.click()
    from kanbandesk.ui.setup.trial import TrialView

    (trial,) = setup_window.findChildren(TrialView)
    shell.until(lambda: "4 tickets" in trial.head.text())
    assert trial.words.toPlainText() == "Nothing would have been different."
    QTest.keyClick(trial, Qt.Key.Key_Escape)
    assert not trial.isVisible()
