"""What the sheet of a hand-over to development asks for, and that of a sub-task's end (R9)."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from kanbandesk.ui.sheets.asking import Around, fields_for
from kanbandesk.ui.sheets.fields import MomentField, SheetField, TextField
from kanbandesk.ui.sheets.questions import ReasonField
from kanbandesk.workflow.process import Process, Reason, ReasonKind
from kanbandesk.workflow.statuses import HOUR, Demand, default_workflow
from tests.factories.workflow import NOW

PROCESS = Process(
    due_hour=16 * HOUR, reasons=(Reason(id="d", kind=ReasonKind.DECLINE, text="Not in this product"),)
)


def asked(qtbot: QtBot, *demands: Demand, **around: bool) -> dict[str, SheetField]:
    fields = fields_for(
        demands, (), default_workflow(), lambda: NOW, (), around=Around(process=PROCESS, **around)
    )
    for field in fields:
        qtbot.addWidget(field)
    return {name: field for field in fields for name in field.names}


def test_developers_with_a_board_need_a_description_and_options(qtbot: QtBot) -> None:
    fields = asked(qtbot, Demand.TRACKER_KEY, makes_subtask=True)
    assert list(fields) == ["tracker_key", "description", "options"]
    assert fields["description"].lack()
    assert fields["options"].lack()


def test_without_a_board_of_theirs_the_key_is_enough(qtbot: QtBot) -> None:
    fields = asked(qtbot, Demand.TRACKER_KEY)
    assert list(fields) == ["tracker_key", "description"]
    assert not fields["description"].lack()


def test_a_due_date_without_a_time_means_the_hour_of_the_settings(qtbot: QtBot) -> None:
    field = asked(qtbot, Demand.DUE_AT)["due_at"]
    assert isinstance(field, MomentField)
    assert field.edit.time().hour() == 16


def test_a_declined_sub_task_offers_the_reasons_for_that(qtbot: QtBot) -> None:
    field = asked(qtbot, Demand.REASON, is_subtask=True)["reason"]
    assert isinstance(field, ReasonField)
    assert [button.text() for button in field.offers] == ["Not in this product"]


def test_what_was_done_on_a_sub_task_goes_to_the_owner_and_not_to_the_client(qtbot: QtBot) -> None:
    field = asked(qtbot, Demand.DONE, is_subtask=True)["done"]
    assert isinstance(field, TextField)
    assert "draft" in field.edit.placeholderText()
