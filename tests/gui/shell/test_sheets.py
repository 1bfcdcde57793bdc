"""The fields of sheets: what they ask for, what they take, and what they keep."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kanbandesk.ui.sheets.asking import fields_for, reasons_for
from kanbandesk.ui.sheets.fields import ChoiceField, LineField, MomentField, SheetField
from kanbandesk.ui.sheets.questions import ReasonField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.sheets.urgency import UrgencyField
from kanbandesk.ui.widgets.key_button import KeyButton
from kanbandesk.workflow.statuses import DAY, HOUR, ClosingReason, Demand, default_workflow
from tests.factories.workflow import make_agent, make_card, make_lead, make_snapshot

NOW = 1_773_748_800_000
"""Tuesday 17 March 2026, 12:00 UTC."""

MakeSheet = Callable[..., Sheet]


def asked(*demands: Demand, optional: tuple[Demand, ...] = ()) -> list[SheetField]:
    return fields_for(demands, optional, default_workflow(), lambda: NOW, tuple(ClosingReason))


@pytest.fixture
def make_sheet(qtbot: QtBot) -> MakeSheet:
    """Makes an open sheet with the fields of some demands."""
    window = QWidget()
    QLineEdit(window)  # somewhere else the focus could go
    window.resize(900, 700)
    qtbot.addWidget(window)
    window.show()

    def make(*demands: Demand, optional: tuple[Demand, ...] = ()) -> Sheet:
        fields = asked(*demands, optional=optional)
        sheet = Sheet(window, title="→ Solved", detail="", verb="Move", fields=fields)
        sheet.open_on_top()
        sheet.start()
        return sheet

    return make


@pytest.mark.parametrize("status", default_workflow().statuses, ids=lambda status: status.id)
def test_every_demand_of_the_workflow_has_a_field(qtbot: QtBot, status: object) -> None:
    demands = status.demands  # type: ignore[attr-defined]
    brought = {name for field in asked(*demands) for name in field.names}
    assert set(demands) <= brought


def test_case_and_class_are_one_field_and_the_class_follows_from_the_case(qtbot: QtBot) -> None:
    """R6."""
    (field,) = asked(Demand.URGENCY_CASE, Demand.SLA_CLASS)
    assert isinstance(field, UrgencyField)
    assert field.lack()
    field.choose("no_connection")
    assert field.values() == {"urgency_case": "no_connection", "sla_class": "problem"}
    assert not field.lack()


def test_the_class_can_be_chosen_against_the_case_and_is_kept(qtbot: QtBot) -> None:
    (field,) = asked(Demand.URGENCY_CASE, Demand.SLA_CLASS)
    field.restore("how_to wish")
    assert field.values() == {"urgency_case": "how_to", "sla_class": "wish"}
    assert field.words() == "how_to wish"


def test_a_moment_that_has_passed_is_not_taken(qtbot: QtBot) -> None:
    field = asked(Demand.WAKE_AT)[0]
    assert isinstance(field, MomentField)
    field.set_moment(NOW)
    assert "passed" in field.lack()
    field.set_moment(NOW + HOUR)
    assert not field.lack()


def test_a_quick_choice_sets_the_moment(qtbot: QtBot) -> None:
    field = asked(Demand.WAKE_AT)[0]
    assert isinstance(field, MomentField)
    field._group.button(0).click()
    assert field.moment() == NOW + HOUR


def test_an_old_draft_of_a_moment_gives_way_to_a_better_proposal(qtbot: QtBot) -> None:
    field = asked(Demand.WAKE_AT)[0]
    before = field.words()
    field.restore(str(NOW - HOUR))
    assert field.words() == before


def test_postponing_asks_whether_the_client_knows(qtbot: QtBot) -> None:
    """R7b: only then does the SLA clock stop."""
    assert [name for field in asked(Demand.WAKE_AT) for name in field.names] == ["wake_at", "is_client_told"]


def test_closing_offers_the_reasons_that_it_is_given(qtbot: QtBot) -> None:
    reasons = (ClosingReason.SILENT, ClosingReason.SPAM)
    (field,) = fields_for((Demand.CLOSING_REASON,), (), default_workflow(), lambda: NOW, reasons)
    assert isinstance(field, ChoiceField)
    assert [field.edit.itemData(row) for row in range(field.edit.count())] == ["silent", "spam"]


@pytest.mark.parametrize(
    ("status_ids", "is_lead", "reasons"),
    [
        (("in_progress",), False, {"duplicate", "spam"}),
        (("waiting_client",), False, {"silent", "duplicate", "spam"}),
        (("solved",), False, {"solved", "duplicate", "spam"}),
        (("waiting_client", "solved"), False, {"duplicate", "spam"}),
        (("in_progress",), True, {reason.value for reason in ClosingReason}),
    ],
)
def test_closing_offers_what_the_rules_have_for_all_the_cards(
    status_ids: tuple[str, ...], is_lead: bool, reasons: set[str]
) -> None:
    """S1."""
    me = make_lead() if is_lead else make_agent()
    snapshot = make_snapshot(agents=[me], me=me)
    cards = [make_card(status_id=one, owner_id=me.id, status_since=NOW - 30 * DAY) for one in status_ids]
    assert {reason.value for reason in reasons_for(cards, snapshot, NOW)} == reasons


def test_silence_is_no_reason_before_the_client_had_time_to_answer() -> None:
    """R10, on the first line's opening days."""
    me = make_agent()
    snapshot = make_snapshot(agents=[me], me=me)
    card = make_card(status_id="waiting_client", owner_id=me.id, status_since=NOW - DAY)
    assert ClosingReason.SILENT not in reasons_for([card], snapshot, NOW)


def test_what_is_optional_lacks_nothing(qtbot: QtBot) -> None:
    (field,) = asked(optional=(Demand.REASON,))
    assert isinstance(field, ReasonField)
    assert not field.lack()


def test_blanks_are_no_words(qtbot: QtBot) -> None:
    (field,) = asked(Demand.TRACKER_KEY)[:1]
    assert isinstance(field, LineField)
    field.edit.setText("   ")
    assert field.lack()


def test_a_sheet_confirms_with_all_values(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    sheet = make_sheet(Demand.PROBLEM, Demand.DONE)
    for field, text in zip(sheet.fields, ("No sound", "Set the codec"), strict=True):
        field.restore(text)
    with qtbot.waitSignal(sheet.confirmed) as signal:
        QTest.keyClick(sheet.fields[1].edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == [{"problem": "No sound", "done": "Set the codec"}]


def test_a_sheet_goes_to_the_first_field_that_lacks_something(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    sheet = make_sheet(Demand.PROBLEM, Demand.DONE)
    sheet.fields[0].restore("No sound")
    sheet.confirm()
    assert QApplication.focusWidget() is sheet.fields[1].edit
    assert sheet.fields[1].edit.property("is_wrong")
    assert not sheet.fields[0].edit.property("is_wrong")


def test_a_complaint_goes_as_soon_as_it_is_met(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(Demand.QUESTION)
    sheet.confirm()
    assert sheet.complaint
    sheet.fields[0].restore("Which phone?")
    assert not sheet.complaint


def test_tab_stays_within_the_sheet(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    sheet = make_sheet(Demand.PROBLEM, Demand.DONE)
    seen = set()
    for _ in range(8):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {field.edit for field in sheet.fields} <= seen
    assert sheet.confirm_button in seen


def test_words_are_kept_after_a_pause_and_come_back(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    sheet = make_sheet(Demand.PROBLEM, Demand.DONE)
    with qtbot.waitSignal(sheet.words_changed) as signal:
        QTest.keyClicks(sheet.fields[0].edit, "No sound")
    assert signal.args is not None
    again = make_sheet(Demand.PROBLEM, Demand.DONE)
    again.restore(signal.args[0])
    assert again.fields[0].words() == "No sound"


def test_a_proposal_alone_is_nothing_to_keep(make_sheet: MakeSheet) -> None:
    assert make_sheet(Demand.WAKE_AT).words() == ""


@pytest.mark.parametrize("words", ["", "nonsense", "[]", '{"problem": 3}'])
def test_a_draft_that_cannot_be_read_is_as_good_as_none(make_sheet: MakeSheet, words: str) -> None:
    sheet = make_sheet(Demand.PROBLEM)
    sheet.restore(words)
    assert sheet.fields[0].words() == ""


def test_a_sheet_stays_within_its_window(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(Demand.TRACKER_KEY, Demand.DUE_AT)
    window = sheet.window()
    from PySide6.QtCore import QPoint, QRect, QSize

    for corner in (QPoint(0, 0), QPoint(880, 680), QPoint(450, 690), QPoint(-50, 300)):
        sheet.open_beside(QRect(window.mapToGlobal(corner), QSize(200, 100)))
        body = sheet.geometry().adjusted(14, 14, -14, -14)
        assert window.rect().contains(body), corner


# -- the key Enter ------------------------------------------------------------------------------------------


def test_enter_confirms_where_nothing_longer_is_written(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    sheet = make_sheet(Demand.URGENCY_CASE)
    (field,) = sheet.fields
    assert isinstance(field, UrgencyField)
    field.choose("how_to")
    field.edit.setFocus()
    with qtbot.waitSignal(sheet.confirmed, timeout=5_000):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def test_enter_confirms_the_moment_that_is_proposed_and_chooses_another(
    make_sheet: MakeSheet, qtbot: QtBot
) -> None:
    sheet = make_sheet(Demand.WAKE_AT)
    field = sheet.fields[0]
    assert isinstance(field, MomentField)
    confirmed: list[object] = []
    sheet.confirmed.connect(confirmed.append)
    soon, tomorrow = field._group.button(0), field._group.button(1)
    soon.setFocus()
    QTest.keyClick(soon, Qt.Key.Key_Return)
    assert soon.isChecked()
    assert not confirmed
    QTest.keyClick(soon, Qt.Key.Key_Return)
    assert len(confirmed) == 1
    assert not tomorrow.isChecked()


def test_enter_begins_a_line_where_there_are_several(make_sheet: MakeSheet) -> None:
    sheet = make_sheet(Demand.QUESTION)
    edit = sheet.fields[0].edit
    edit.setFocus()
    QTest.keyClicks(edit, "Which?")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert sheet.fields[0].words() == "Which?\n"
    assert sheet.isVisible()


def test_enter_on_cancel_cancels(make_sheet: MakeSheet, qtbot: QtBot) -> None:
    sheet = make_sheet(Demand.URGENCY_CASE)
    cancel = next(button for button in sheet.findChildren(KeyButton) if button is not sheet.confirm_button)
    cancel.setFocus()
    with qtbot.waitSignal(sheet.dismissed, timeout=5_000):
        QTest.keyClick(cancel, Qt.Key.Key_Return)
