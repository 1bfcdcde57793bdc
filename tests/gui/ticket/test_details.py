"""The details page: every field is there and is changed where it stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.ticket.panel import DETAILS
from kanbandesk.ui.ticket.rows import ButtonRow, TextRow, ValueRow
from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import EditTicket
from kanbandesk.workflow.statuses import DAY, FieldDefinition
from tests.factories.workflow import (
    NOW,
    make_agent,
    make_attachment,
    make_client,
    make_snapshot,
    make_workflow,
)
from tests.gui.ticket.stand import CLIENT, Stand, a_detail, click, settle


def text_row(stand: Stand, name: str) -> TextRow:
    row = stand.panel.details.row(name)
    assert isinstance(row, TextRow)
    return row


def button_row(stand: Stand, name: str) -> ButtonRow:
    row = stand.panel.details.row(name)
    assert isinstance(row, ButtonRow)
    return row


def shown(stand: Stand, name: str) -> str:
    row = stand.panel.details.row(name)
    if row.isHidden():
        return ""
    if isinstance(row, ValueRow):
        return row.value.text()
    return row.field.text() if isinstance(row, TextRow) else button_row(stand, name).button.text()


def open_details(stand: Stand, **changes: object) -> None:
    stand.desk.details["t"] = a_detail(**changes)
    stand.open().pages.turn_to(DETAILS)
    settle()


def edits(stand: Stand) -> list[EditTicket]:
    return stand.commands(EditTicket)


def test_client_requester_and_dates_are_told(stand: Stand) -> None:
    open_details(stand, sla_class="settings", urgency_case="how_to", source_key="servicenow:INC1")
    assert shown(stand, "client_id") == "Liga Park"
    assert shown(stand, "contract_number") == "20-118"
    assert shown(stand, "requester_id") == "Petra Lind"
    assert shown(stand, "mail") == "iver@nordlys.example"
    assert shown(stand, "created_at") == "Tue 17 Mar 2026 08:00"
    assert shown(stand, "sla_class") == "Settings question"
    assert shown(stand, "urgency_case") == "How do I set it up"
    assert shown(stand, "source_key") == "servicenow:INC1"


def test_what_is_empty_and_cannot_be_filled_in_takes_no_room(stand: Stand) -> None:
    open_details(stand)
    for name in ("vendor", "closed_at", "problem", "tracker_key", "wake_at", "region"):
        assert stand.panel.details.row(name).isHidden(), name


def test_the_two_texts_of_a_solution_and_why_it_was_closed_are_told(stand: Stand) -> None:
    open_details(stand, status_id="closed", problem="No\norders", done="Rule off", closing_reason="solved")
    assert shown(stand, "problem") == "No\norders"
    assert shown(stand, "done") == "Rule off"
    assert shown(stand, "closing_reason") == "Solved"


def test_marks_stay_in_sight(stand: Stand) -> None:
    stand.desk.snapshot = make_snapshot(agents=[make_agent(id="bo", name="Bo Strand")])
    open_details(
        stand,
        is_ignored=True,
        was_in_development=True,
        sent_to_development_by="bo",
        blocked_reason="key",
        reopened_count=2,
    )
    assert stand.panel.details.marks.texts() == [
        "blocked: key",
        "ignored: not started in time",
        "was in development, sent by Bo Strand",
        "reopened: 2",
    ]


def test_a_line_is_taken_with_enter_and_left_with_escape(stand: Stand) -> None:
    open_details(stand, category="Old")
    row = text_row(stand, "category")
    row.field.setFocus()
    row.field.selectAll()
    QTest.keyClicks(row.field, "New")
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    assert row.field.text() == "Old"
    row.field.selectAll()
    QTest.keyClicks(row.field, "New")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    assert edits(stand) == [EditTicket(ticket_id="t", category="New")]


def test_leaving_a_field_without_a_change_changes_nothing(stand: Stand) -> None:
    open_details(stand, category="Old")
    row = text_row(stand, "category")
    row.field.setFocus()
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    stand.panel.pages.tabs.setFocus()
    assert edits(stand) == []


def test_what_is_being_typed_is_not_overwritten(stand: Stand) -> None:
    open_details(stand, category="Old")
    row = text_row(stand, "category")
    row.field.setFocus()
    row.field.selectAll()
    QTest.keyClicks(row.field, "Half")
    stand.change(a_detail(category="A colleague's"))
    assert row.field.text() == "Half"


def test_a_refused_value_goes_back(stand: Stand) -> None:
    open_details(stand, category="Old")
    stand.desk.refusals.append((codes.TOO_LONG, (("field", "category"), ("limit", 10))))
    row = text_row(stand, "category")
    row.field.setFocus()
    QTest.keyClicks(row.field, "er")
    QTest.keyClick(row.field, Qt.Key.Key_Return)
    stand.qtbot.waitUntil(stand.panel.pages.bar.isVisible)
    assert row.field.text() == "Old"


def test_case_class_and_client_are_chosen(stand: Stand) -> None:
    stand.desk.snapshot = make_snapshot(clients=[CLIENT, make_client(id="belka", name="Belka CRM")])
    open_details(stand)
    for name, words in (("urgency_case", "No connection"), ("sla_class", "Wish"), ("client_id", "Belka")):
        button_row(stand, name).button.click()
        stand.choose(words)
    assert edits(stand) == [
        EditTicket(ticket_id="t", urgency_case="no_connection"),
        EditTicket(ticket_id="t", sla_class="wish"),
        EditTicket(ticket_id="t", client_id="belka"),
    ]


def test_a_date_is_changed_in_a_sheet_beside_it(stand: Stand) -> None:
    open_details(stand, status_id="in_development", due_at=NOW + DAY, tracker_key="VOIP-1")
    button_row(stand, "due_at").button.click()
    [sheet] = [sheet for sheet in stand.panel.findChildren(Sheet) if sheet.isVisible()]
    sheet.fields[0].set_moment(NOW + 5 * DAY)  # type: ignore[attr-defined]
    sheet.confirm()
    assert edits(stand) == [EditTicket(ticket_id="t", due_at=NOW + 5 * DAY)]


def test_custom_fields_are_edited_each_in_its_way(stand: Stand) -> None:
    fields = (
        FieldDefinition(id="region", name="Region"),
        FieldDefinition(id="size", name="Size", kind="choice", choices=("small", "large")),
    )
    workflow = replace(make_workflow(), fields=fields)
    stand.desk.snapshot = make_snapshot(workflow=workflow)
    open_details(stand, fields=(("region", "North"), ("from_log", "kept")))
    assert (shown(stand, "region"), shown(stand, "from_log")) == ("North", "kept")
    line = stand.panel.details.row("region")
    assert isinstance(line, TextRow)
    line.field.setFocus()
    line.field.selectAll()
    QTest.keyClicks(line.field, "South")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    size = stand.panel.details.row("size")
    assert isinstance(size, ButtonRow)
    size.button.click()
    stand.choose("large")
    assert edits(stand) == [
        EditTicket(ticket_id="t", fields=(("region", "South"),)),
        EditTicket(ticket_id="t", fields=(("size", "large"),)),
    ]


def test_fields_that_were_put_away_or_deleted_are_read_where_a_ticket_holds_them(stand: Stand) -> None:
    region, size, plan = (FieldDefinition(id=name.lower(), name=name) for name in ("Region", "Size", "Plan"))
    away = replace(make_workflow(), fields=(replace(region, is_put_away=True), size), gone_fields=(plan,))
    stand.desk.snapshot = make_snapshot(workflow=away)
    open_details(stand, fields=(("region", "North"), ("plan", "full")))

    assert isinstance(stand.panel.details.row("size"), TextRow)
    for name, label, value in (("region", "Region", "North"), ("plan", "Plan", "full")):
        row = stand.panel.details.row(name)
        assert isinstance(row, ValueRow)
        assert (row.label, shown(stand, name)) == (label, value)


def test_a_refused_line_dims_every_field(stand: Stand) -> None:
    open_details(stand, line_id="second", owner_id="somebody", category="Old")
    assert text_row(stand, "category").field.isReadOnly()
    assert not button_row(stand, "sla_class").button.isEnabled()
    assert "another line" in button_row(stand, "sla_class").button.toolTip()


def test_all_files_of_the_ticket_are_there(stand: Stand) -> None:
    file = make_attachment(ticket_id="t", name="log.txt", size=900)
    stand.desk.details["t"] = replace(a_detail(), attachments=(file,))
    stand.open().pages.turn_to(DETAILS)
    settle()
    [chip] = stand.panel.details.files.chips()
    assert chip.shown_text == "log.txt · 900 bytes"
    click(chip)
