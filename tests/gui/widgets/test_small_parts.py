"""Small parts without rules: plain text, elision, flow, chips, buttons, bars."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kanbandesk.ui.theme.contrast import ratio
from kanbandesk.ui.theme.stylesheet import style_sheet
from kanbandesk.ui.theme.tokens import DARK, LIGHT, Theme
from kanbandesk.ui.widgets.avatar import INK, Avatar, paint_avatar
from kanbandesk.ui.widgets.bar import Bar
from kanbandesk.ui.widgets.chip import Chip
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.widgets.elided import ElidedLabel
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.key_button import KeyButton
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.menu_heading import add_heading
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.ui.widgets.plain import PlainLabel, caption, set_tip

EVIL = '<b>bold</b> & <img src="file:///etc/passwd">'


def shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()


# -- plain text --


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = PlainLabel(EVIL, look="small")
    shown(qtbot, label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == EVIL
    assert label.sizeHint().width() > PlainLabel("bold").sizeHint().width() * 3
    assert label.property("look") == "small"


def test_a_tool_tip_shows_markup_as_it_is(qtbot: QtBot) -> None:
    label = PlainLabel("x")
    qtbot.addWidget(label)
    set_tip(label, f"{EVIL}\nsecond")
    assert label.toolTip() == (
        "<qt>&lt;b&gt;bold&lt;/b&gt; &amp; &lt;img src=&quot;file:///etc/passwd&quot;&gt;<br>second</qt>"
    )
    set_tip(label, "")
    assert label.toolTip() == ""


def test_an_ampersand_on_a_button_is_no_shortcut() -> None:
    assert caption("Bed & Breakfast") == "Bed && Breakfast"


# -- menus --


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_heading_in_a_menu_can_be_read_under_the_style_sheet(qtbot: QtBot, theme: Theme) -> None:
    def picture(heading: str) -> QImage:
        menu = QMenu()
        qtbot.addWidget(menu)
        menu.setStyleSheet(style_sheet(theme))
        add_heading(menu, heading)
        menu.addAction("Something much longer")
        return menu.grab().toImage()

    plain, heading = picture(" "), picture("Swimlanes")
    assert plain.size() == heading.size()
    inks = {heading.pixelColor(x, y).name() for x in range(heading.width()) for y in range(heading.height())}
    assert heading != plain
    assert theme.ink_muted.lower() in inks


def test_a_heading_in_a_menu_cannot_be_chosen(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    first = menu.addAction("First")
    add_heading(menu, "More")
    second = menu.addAction("Second")
    for wanted in (first, second, first):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        assert menu.activeAction() is wanted


# -- elision --


def test_a_line_without_room_is_cut_and_its_tip_has_all_of_it(qtbot: QtBot) -> None:
    label = ElidedLabel("A rather long line of words that has no room")
    shown(qtbot, label)
    label.resize(80, 20)
    assert label.is_cut()
    QApplication.sendEvent(label, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(2, 2), QPoint(2, 2)))
    assert "no room" in label.toolTip()
    label.resize(600, 20)
    assert not label.is_cut()
    QApplication.sendEvent(label, QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(2, 2), QPoint(2, 2)))
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() < 60


# -- flow --


class Box(QWidget):
    """A part of a fixed size."""

    def __init__(self, width: int, height: int = 20) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size


def flowing(qtbot: QtBot, *parts: Box) -> tuple[QWidget, FlowLayout]:
    ground = QWidget()
    layout = FlowLayout(ground, spacing=10, line_spacing=5)
    for part in parts:
        layout.addWidget(part)
    shown(qtbot, ground)
    return ground, layout


def test_parts_flow_into_lines(qtbot: QtBot) -> None:
    parts = [Box(100), Box(100), Box(100)]
    ground, layout = flowing(qtbot, *parts)
    ground.resize(215, 100)
    layout.activate()
    assert [part.pos() for part in parts] == [QPoint(0, 0), QPoint(110, 0), QPoint(0, 25)]
    assert layout.heightForWidth(215) == 45
    assert layout.heightForWidth(1000) == 20
    assert layout.heightForWidth(90) == 70


def test_a_lower_part_stands_in_the_middle_of_its_line(qtbot: QtBot) -> None:
    high, low = Box(50, 40), Box(50, 20)
    ground, layout = flowing(qtbot, high, low)
    ground.resize(300, 100)
    layout.activate()
    assert low.y() == 10


def test_a_part_too_wide_for_a_line_gets_the_line(qtbot: QtBot) -> None:
    wide = Box(500)
    ground, layout = flowing(qtbot, wide)
    ground.resize(120, 100)
    layout.activate()
    assert wide.width() == 120


def test_parts_are_put_between_others_and_hidden_ones_take_no_room(qtbot: QtBot) -> None:
    first, last, between = Box(50), Box(50), Box(50)
    ground, layout = flowing(qtbot, first, last)
    layout.insert_widget(1, between)
    between.show()
    ground.resize(400, 50)
    layout.activate()
    assert [first.x(), between.x(), last.x()] == [0, 60, 120]
    between.hide()
    layout.activate()
    assert last.x() == 60
    assert layout.itemAt(7) is None
    layout.removeWidget(between)
    assert layout.count() == 2


# -- chips --


def test_a_chip_is_pressed_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    chip = Chip("dispatch")
    shown(qtbot, chip)
    with qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    chip.setFocus()
    with qtbot.waitSignal(chip.clicked):
        QTest.keyClick(chip, Qt.Key.Key_Space)


def test_the_cross_of_a_chip_takes_it_away_but_a_press_elsewhere_does_not(qtbot: QtBot) -> None:
    chip = Chip("dispatch", is_removable=True)
    shown(qtbot, chip)
    QTest.mouseMove(chip, QPoint(4, 8))
    chip.enterEvent(None)
    with qtbot.assertNotEmitted(chip.removed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(6, 8))
    with qtbot.assertNotEmitted(chip.clicked), qtbot.waitSignal(chip.removed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 6, 9))
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_a_chip_that_stays_has_no_cross(qtbot: QtBot) -> None:
    chip = Chip("dispatch")
    shown(qtbot, chip)
    chip.enterEvent(None)
    with qtbot.assertNotEmitted(chip.removed):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 6, 9))
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_a_long_chip_is_bounded_and_tells_all_in_its_tip(qtbot: QtBot) -> None:
    chip = Chip("very " * 40 + "long", icon="paperclip")
    shown(qtbot, chip)
    chip.grab()
    assert chip.sizeHint().width() < 300
    assert "long" in chip.toolTip()
    assert chip.shown_text.endswith("long")


# -- people --


def test_a_person_is_drawn_the_same_each_time(qtbot: QtBot) -> None:
    def drawn(name: str, person_id: str) -> QImage:
        image = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        paint_avatar(painter, QRectF(0, 0, 24, 24), name, person_id)
        painter.end()
        return image

    assert drawn("Maria Sol", "m") == drawn("Maria Sol", "m")
    assert drawn("Maria Sol", "m") != drawn("Anna Kern", "m")
    ground = QColor(drawn("Maria Sol", "m").pixel(12, 3)).name()
    assert ratio(INK, ground) >= 4.5


def test_a_disc_tells_the_name(qtbot: QtBot) -> None:
    avatar = Avatar(32)
    shown(qtbot, avatar)
    avatar.show_person("Maria <Sol>", "m")
    avatar.grab()
    assert avatar.accessibleName() == "Maria <Sol>"
    assert avatar.toolTip() == "<qt>Maria &lt;Sol&gt;</qt>"
    assert avatar.sizeHint() == QSize(32, 32)


# -- buttons --


def test_a_button_with_keys_has_room_for_both(qtbot: QtBot) -> None:
    button = KeyButton("Send", "Ctrl+↵", look="primary")
    button.set_inks("#FFFFFF", "#888888")
    shown(qtbot, button)
    with_keys = button.sizeHint().width()
    button.grab()
    button.setEnabled(False)
    button.grab()
    assert button.accessibleName() == "Send"
    assert with_keys > KeyButton("Send", "").sizeHint().width() + 20
    button.set_words("Add a long note")
    assert button.sizeHint().width() > with_keys


# -- bars --


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[Bar]:
    window = QWidget()
    column = QVBoxLayout(window)
    bar = Bar(window)
    column.addWidget(bar)
    field = QLineEdit(window)
    field.setObjectName("outside")
    column.addWidget(field)
    shown(qtbot, window)
    window.activateWindow()
    field.setFocus()
    yield bar
    window.close()


def outside(bar: Bar) -> QLineEdit:
    field = bar.window().findChild(QLineEdit, "outside")
    assert isinstance(field, QLineEdit)
    return field


def words_of(buttons: list[QPushButton]) -> list[str]:
    return [button.text() for button in buttons]


def test_a_bar_says_something_without_taking_the_focus(bar: Bar) -> None:
    assert not bar.isVisible()
    bar.say(EVIL, [("Show & go", lambda: None)], tone="bad")
    assert bar.isVisible()
    assert bar.text == EVIL
    assert bar.tone == "bad"
    assert words_of(bar.buttons()) == ["Show && go", "Close"]
    assert outside(bar).hasFocus()


def test_a_question_takes_the_focus_and_gives_it_back(bar: Bar) -> None:
    answers: list[str] = []
    bar.ask("Open it?", [("Open", lambda: answers.append("open"))])
    assert bar.buttons()[0].hasFocus()
    QTest.keyClick(bar.buttons()[0], Qt.Key.Key_Space)
    assert answers == ["open"]
    assert not bar.isVisible()
    assert outside(bar).hasFocus()


def test_escape_is_no_answer(bar: Bar) -> None:
    answers: list[str] = []
    bar.ask("Open it?", [("Open", lambda: answers.append("open"))])
    QTest.keyClick(bar.buttons()[0], Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert answers == []


def test_a_bar_takes_words_but_not_nothing(bar: Bar) -> None:
    taken: list[str] = []
    bar.ask_words("Why?", "Block", taken.append, hint="a reason")
    assert bar.field.hasFocus()
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert taken == []
    QTest.keyClicks(bar.field, "  no key ")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert taken == ["no key"]
    bar.say("Done")
    assert not bar.field.isVisible()


# -- lifetime --


def test_an_answer_to_a_widget_that_died_is_dropped(qtbot: QtBot) -> None:
    taken: list[int] = []
    owner = QObject()
    call = while_alive(owner, taken.append)
    call(1)
    del owner
    gc.collect()
    call(2)
    assert taken[0] == 1


def test_an_answer_to_a_widget_that_qt_deleted_is_dropped(qtbot: QtBot) -> None:
    taken: list[int] = []
    ground = QWidget()
    part = QWidget(ground)
    call = while_alive(part, taken.append)
    del ground
    gc.collect()
    call(1)
    assert taken == []


# -- panels that float --


def active(qtbot: QtBot, window: QWidget) -> None:
    shown(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_enter_presses_the_button_of_a_question(qtbot: QtBot) -> None:
    window = QWidget()
    bar = Bar(window)
    pressed: list[str] = []
    QVBoxLayout(window).addWidget(bar)
    active(qtbot, window)
    bar.ask("Merge it?", [("Merge", lambda: pressed.append("merge"))])
    QTest.keyClick(bar.buttons()[0], Qt.Key.Key_Return)
    assert pressed == ["merge"]


def test_widgets_elsewhere_outlive_a_panel_that_had_the_focus(qtbot: QtBot) -> None:
    """PySide takes what a widget's focus chain names for that widget's children, and buries them with it."""
    window = QWidget()
    window.resize(600, 400)
    column = QVBoxLayout(window)
    before, scrolled, after = QLineEdit(), QScrollArea(), QLineEdit()
    for part in (before, scrolled, after):
        column.addWidget(part)
    active(qtbot, window)
    before.setFocus()
    ground = scrolled.viewport()
    picker = Picker(window, hint="Which?")
    picker.offer([Choice(id="a", title="A")])
    picker.open_on_top()
    picker.field.setFocus()
    with qtbot.waitSignal(picker.destroyed):
        QTest.keyClick(picker.field, Qt.Key.Key_Tab)
        picker.vanish()
    assert isValid(ground)


def test_tab_stays_in_a_floating_panel_and_goes_round(qtbot: QtBot) -> None:
    window, outside = QWidget(), QLineEdit()
    window.resize(600, 400)
    QVBoxLayout(window).addWidget(outside)
    active(qtbot, window)
    panel = Floating(window, closes_outside=True)
    parts = [QLineEdit(panel), QSpinBox(panel), QPushButton("Done", panel)]
    row = QVBoxLayout(panel)
    for part in parts:
        row.addWidget(part)
    panel.open_on_top()
    parts[0].setFocus()
    seen = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        seen.append(QApplication.focusWidget())
    assert seen == [parts[1], parts[2], parts[0], parts[2]]


def test_the_buttons_of_a_bar_go_below_words_that_they_leave_no_room(qtbot: QtBot) -> None:
    window = QWidget()
    bar = Bar(window)
    QVBoxLayout(window).addWidget(bar)
    shown(qtbot, window)
    answers = [("Send the reminder now", lambda: None), ("Take it over", lambda: None)]
    for width, is_below in ((900, False), (380, True)):
        window.resize(width, 300)
        bar.say("Prepared: we are still waiting for your answer, so that we can go on.", answers)
        qtbot.waitUntil(lambda width=width: bar.width() > width - 60)  # type: ignore[misc]
        words = next(part for part in bar.findChildren(PlainLabel) if part.text() == bar.text)
        qtbot.waitUntil(
            lambda is_below=is_below, words=words: (  # type: ignore[misc]
                (bar.buttons()[0].y() > words.geometry().bottom()) is is_below
            )
        )
        assert words.height() >= words.heightForWidth(words.width())


def test_a_panel_of_a_fixed_width_opens_where_that_has_room(qtbot: QtBot) -> None:
    """However wide what it holds would like to be."""
    window = QWidget()
    window.resize(600, 300)
    qtbot.addWidget(window)
    window.show()
    panel = Floating(window)
    QVBoxLayout(panel).addWidget(QLabel("Somebody with a long name " * 9))
    panel.setFixedWidth(200 + 2 * SHADOW)
    panel.open_below(QRect(window.mapToGlobal(QPoint(300, 10)), QSize(80, 20)))
    assert (panel.x() + SHADOW, panel.width()) == (300, 200 + 2 * SHADOW)
