"""Moves through the window, whatever starts them: sheet, desk, undo and redo, and a refusal."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.sheets.fields import TextField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.commands import CloseTicket
from kanbandesk.workflow.statuses import ClosingReason
from tests.gui.shell.stand import Shell

MINE = "Receipts arrive twice"
NEW = "Cannot log in"


def sheet_of(shell: Shell) -> Sheet:
    sheet = shell.window.hands.transitions.sheet
    assert sheet is not None
    return sheet


def write(shell: Shell, *texts: str) -> Sheet:
    """Type into the text fields of the open sheet."""
    sheet = sheet_of(shell)
    fields = [field for field in sheet.fields if isinstance(field, TextField)]
    for field, text in zip(fields, texts, strict=True):
        field.edit.setPlainText(text)
    return sheet


def test_a_drop_asks_for_what_the_status_demands_and_is_saved(shell: Shell) -> None:
    shell.drop(MINE, "waiting_client")
    sheet = write(shell, "Which phone numbers?")
    shell.saved(sheet.confirm)
    assert shell.card(MINE).status_id == "waiting_client"
    assert shell.window.hands.transitions.sheet is None


def test_a_confirmed_sheet_shows_the_card_in_its_new_column_at_once(shell: Shell) -> None:
    shell.drop(MINE, "waiting_client")
    write(shell, "Which phone numbers?").confirm()
    assert shell.card(MINE).status_id == "waiting_client"
    assert shell.card(MINE).is_pending
    shell.until(lambda: not shell.card(MINE).is_pending)


def test_a_sheet_without_the_question_stays_and_says_what_is_lacking(shell: Shell) -> None:
    shell.drop(MINE, "waiting_client")
    sheet = sheet_of(shell)
    sheet.confirm()
    assert sheet.isVisible()
    assert "Question to the client" in sheet.complaint
    assert shell.card(MINE).status_id == "in_progress"


def test_escape_takes_the_card_home_and_keeps_the_words(shell: Shell) -> None:
    shell.drop(MINE, "waiting_client")
    sheet = write(shell, "Which phone numbers?")
    QTest.keyClick(sheet.fields[0].edit, Qt.Key.Key_Escape)
    assert shell.window.hands.transitions.sheet is None
    assert shell.card(MINE).status_id == "in_progress"
    shell.drop(MINE, "waiting_client")
    shell.until(lambda: "Which phone numbers?" in sheet_of(shell).words())


def test_undo_takes_my_move_back_and_redo_does_it_again(shell: Shell) -> None:
    shell.drop(MINE, "postponed")
    shell.saved(sheet_of(shell).confirm)
    step = shell.window.stage.undo.next_undo()
    assert step is not None
    assert "Postponed" in step.words
    shell.saved(shell.window.hands.undoing.undo)
    shell.until(lambda: shell.card(MINE).status_id == "in_progress")
    shell.saved(shell.window.hands.undoing.redo)
    shell.until(lambda: shell.card(MINE).status_id == "postponed")


def test_undo_waits_for_what_is_being_saved_and_leaves_what_was_before(shell: Shell) -> None:
    """A quick Ctrl+Z means the last step, not the one before it."""
    first = shell.select("Report shows zero calls")[0]
    shell.window.hands.transitions.move_to([first], "postponed")
    shell.saved(sheet_of(shell).confirm)
    shell.until(lambda: shell.window.stage.undo.next_undo() is not None)
    shell.drop(MINE, "postponed")
    sheet_of(shell).confirm()
    assert shell.card(MINE).is_pending
    action = shell.window.actions_by_name[Act.UNDO]
    assert action.isEnabled()
    QTest.keyClick(shell.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shell.until(lambda: shell.card(MINE).status_id == "in_progress" and not shell.card(MINE).is_pending)
    assert shell.window.model.cards[first].status_id == "postponed"


def test_two_quick_undos_take_two_steps_back(shell: Shell) -> None:
    titles = (MINE, "Report shows zero calls")
    for title in titles:
        shell.drop(title, "postponed")
        shell.saved(sheet_of(shell).confirm)
    shell.until(lambda: not shell.window.hands.undoing.is_saving)
    for _ in titles:
        QTest.keyClick(shell.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shell.until(lambda: all(shell.card(title).status_id == "in_progress" for title in titles))


def test_several_cards_are_one_sheet_and_one_undo_step(shell: Shell) -> None:
    ids = shell.select(MINE, "Report shows zero calls")
    shell.window.hands.transitions.move_to(ids, "postponed")
    sheet_of(shell).confirm()
    shell.until(lambda: shell.window.stage.undo.next_undo() is not None)
    assert {shell.window.model.cards[id_].status_id for id_ in ids} == {"postponed"}
    shell.window.hands.undoing.undo()
    shell.until(lambda: {shell.window.model.cards[id_].status_id for id_ in ids} == {"in_progress"})


def test_what_the_client_was_told_is_not_undone_and_says_why(shell: Shell) -> None:
    shell.drop(MINE, "waiting_client")
    shell.saved(write(shell, "Which phone numbers?").confirm)
    shell.window.hands.undoing.undo()
    shell.until(lambda: bool(shell.window.stage.notices.shown()))  # what is still being saved is waited for
    (notice,) = shell.window.stage.notices.shown()
    assert "client has been asked" in notice.text
    assert shell.card(MINE).status_id == "waiting_client"


def test_a_move_that_the_table_does_not_have_says_why_and_moves_nothing(shell: Shell) -> None:
    shell.drop(MINE, "new")
    (notice,) = shell.window.stage.notices.shown()
    assert "stays in In progress" in notice.heading
    assert notice.text
    assert shell.card(MINE).status_id == "in_progress"


def test_a_sheet_shows_the_column_to_which_it_leads(shell: Shell) -> None:
    def is_in_sight(status_id: str) -> bool:
        view, column = shell.window.view, shell.window.model.board.column_of(status_id)
        assert column is not None
        rect = view.board_layout.columns.rect(view.places.column(column.id))
        return rect.x >= 0 and rect.right <= view.viewport().width()

    shell.window.resize(900, 700)
    shell.until(lambda: not is_in_sight("solved"))
    (ticket_id,) = shell.select(MINE)
    transitions = shell.window.hands.transitions
    transitions.move_to([ticket_id], "solved")
    sheet_of(shell)
    assert is_in_sight("solved")
    transitions.cancel()
    shell.window.view.scroll_across(0)
    shell.drop(MINE, "solved")
    sheet_of(shell)
    assert is_in_sight("solved")


def test_a_move_refused_by_the_desk_slides_home_and_keeps_the_reason(shell: Shell) -> None:
    """The ticket was closed behind the window's back: the table allowed it, the rulebook does not."""
    shell.drop(MINE, "waiting_client")
    sheet = write(shell, "Which phone numbers?")
    stale = shell.card(MINE)
    other = close_behind_the_back(shell, stale.id)
    assert other.is_applied
    sheet.confirm()
    shell.until(lambda: bool(shell.window.stage.notices.shown()))
    (notice,) = shell.window.stage.notices.shown()
    assert notice.text


def close_behind_the_back(shell: Shell, ticket_id: str) -> Receipt:
    command = CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SPAM)
    return shell.desk.submit(command).result(60)


def test_a_new_card_is_claimed_by_its_button(shell: Shell) -> None:
    ticket_id = shell.card(NEW).id
    shell.saved(lambda: shell.window.view.claim_clicked.emit(ticket_id))
    shell.until(lambda: shell.card(NEW).owner_id == shell.window.model.snapshot.me.id)


def test_a_start_asks_for_urgency_case_and_class_once(shell: Shell) -> None:
    (ticket_id,) = shell.select(NEW)
    shell.window.hands.transitions.move_to([ticket_id], "in_progress")
    sheet = sheet_of(shell)
    (field,) = sheet.fields
    field.edit.setCurrentIndex(0)  # type: ignore[attr-defined]
    shell.saved(sheet.confirm)
    assert shell.card(NEW).status_id == "in_progress"
    assert shell.card(NEW).urgency_case
    assert QApplication.focusWidget() is shell.window.view


def test_a_closed_ticket_is_reopened_from_its_panel(shell: Shell) -> None:
    """R11b: the board does not hold it, the panel does."""
    ticket_id = shell.card(MINE).id
    assert close_behind_the_back(shell, ticket_id).is_applied
    shell.until(lambda: ticket_id not in shell.window.model.cards)
    panel = shell.window.bench.open(ticket_id)
    shell.until(lambda: panel.ticket is not None)
    shell.saved(lambda: panel.transition_requested.emit(ticket_id, "in_progress"))
    shell.until(lambda: ticket_id in shell.window.model.cards)
    assert shell.card(MINE).status_id == "in_progress"


def lying(shell: Shell) -> set[str]:
    held = shell.window.view.scene.held
    return set(held.ids) if held is not None and held.is_lying else set()


def test_a_card_lies_in_its_gap_while_the_sheet_asks(shell: Shell) -> None:
    shell.drop(MINE, "waiting_client")
    assert lying(shell) == {shell.card(MINE).id}
    shell.window.hands.transitions.cancel()
    assert lying(shell) == set()


def test_a_second_drop_takes_the_place_of_the_first_sheet(shell: Shell) -> None:
    other = "Report shows zero calls"
    shell.drop(MINE, "waiting_client")
    shell.drop(other, "postponed")
    assert "Postponed" in sheet_of(shell).accessibleName()
    assert lying(shell) == {shell.card(other).id}
    assert shell.card(MINE).status_id == "in_progress"
