"""Every deed of a ticket by key or palette: merging, priority, a call, a silent client, what the open ticket asks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.palette import Palette
from kanbandesk.ui.widgets.picker import Picker
from kanbandesk.workflow.commands import AskClient, CloseTicket, SaveAgent
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import ClosingReason
from tests.gui.shell.stand import Shell

MINE, OTHER = "Receipts arrive twice", "Report shows zero calls"
SHIFT = Qt.KeyboardModifier.ShiftModifier


def shown(shell: Shell) -> Picker:
    (picker,) = [each for each in shell.window.findChildren(Picker) if each.isVisible()]
    return picker


def palette(shell: Shell, typed: str) -> Palette:
    shell.window.hands.deeds.open_palette()
    found = shown(shell)
    assert isinstance(found, Palette)
    found.field.setText(typed)
    return found


def take(picker: Picker) -> None:
    QTest.keyClick(picker.field, Qt.Key.Key_Return)


def opened(shell: Shell, title: str) -> None:
    (ticket_id,) = shell.select(title)
    panel = shell.window.bench.open(ticket_id)
    shell.until(lambda: panel.ticket is not None)


def wait_for_the_client(shell: Shell, title: str) -> str:
    (ticket_id,) = shell.select(title)
    ask = AskClient(ticket_id=ticket_id, message_id=new_id(), question="Which router is it?")
    shell.saved(lambda: shell.bridge.submit(ask))
    shell.until(lambda: shell.card(title).status_id == "waiting_client")
    shell.window.hands.cards.refresh()
    return ticket_id


def test_shift_m_opens_the_ticket_and_merges_it_into_another(shell: Shell) -> None:
    (ticket_id,) = shell.select(MINE)
    QTest.keyClick(shell.window.view, Qt.Key.Key_M, SHIFT)
    shell.until(lambda: bool([each for each in shell.window.findChildren(Picker) if each.isVisible()]))
    picker = shown(shell)
    assert picker.field.placeholderText().startswith("Merge #")
    picker.field.setText(OTHER)
    take(picker)
    panel = shell.window.bench.panel
    assert panel is not None
    assert QApplication.focusWidget() is panel.pages.bar.buttons()[0]
    receipt = shell.saved(lambda: QTest.keyClick(panel.pages.bar.buttons()[0], Qt.Key.Key_Return))
    assert receipt.is_applied
    shell.until(lambda: panel.ticket is not None and panel.ticket.title == OTHER)
    assert shell.desk.ticket(ticket_id).result(30).ticket.merged_into == shell.card(OTHER).id


def test_the_palette_merges(shell: Shell) -> None:
    opened(shell, MINE)
    take(palette(shell, "merge"))
    assert shown(shell).field.placeholderText().startswith("Merge #")


def test_the_palette_splits_another_matter_off_into_a_new_ticket_which_opens(shell: Shell) -> None:
    """R3"""
    opened(shell, MINE)
    take(palette(shell, "split"))
    take(shown(shell))
    panel = shell.window.bench.panel
    assert panel is not None
    bar = panel.pages.bar
    assert bar.field.text() == f"{MINE}, since this morning."
    bar.field.setText("The June invoice")
    assert shell.saved(lambda: QTest.keyClick(bar.field, Qt.Key.Key_Return)).is_applied
    shell.until(lambda: panel.ticket is not None and panel.ticket.title == "The June invoice")
    new = shell.card("The June invoice")
    assert (new.status_id, new.owner_id) == ("new", "")
    (message,) = shell.desk.ticket(new.id).result(30).messages
    assert message.body == f"{MINE}, since this morning."


def test_shift_p_sets_the_priority_of_all_chosen_cards_and_undo_takes_it_back(shell: Shell) -> None:
    shell.select(MINE, OTHER)
    QTest.keyClick(shell.window.view, Qt.Key.Key_P, SHIFT)
    picker = shown(shell)
    picker.field.setText("urgent")
    shell.saved(lambda: take(picker))
    shell.until(lambda: {shell.card(title).priority for title in (MINE, OTHER)} == {"urgent"})
    shell.until(lambda: shell.window.stage.undo.next_undo() is not None)
    assert "Priority of 2 card" in shell.window.actions_by_name[Act.UNDO].text()


def test_shift_n_opens_where_a_call_is_noted(shell: Shell) -> None:
    shell.select(MINE)
    QTest.keyClick(shell.window.view, Qt.Key.Key_N, SHIFT)
    panel = shell.window.bench.panel
    assert panel is not None
    shell.until(panel.talk.composer.reached.isVisible)


def test_a_silent_client_is_reminded_from_the_board(shell: Shell) -> None:
    ticket_id = wait_for_the_client(shell, MINE)
    take(palette(shell, "remind the client"))
    sheets = shell.window.hands.cards.nudging.sheets
    shell.until(lambda: sheets.sheet is not None)
    sheet = sheets.sheet
    assert sheet is not None
    assert shell.saved(sheet.confirm).is_applied
    kinds = [message.kind for message in shell.desk.ticket(ticket_id).result(30).messages]
    assert kinds[-1] == "notice"


def test_reminders_are_held_from_the_board_and_let_go(shell: Shell) -> None:
    ticket_id = wait_for_the_client(shell, MINE)
    for is_off in (True, False):
        shell.saved(lambda: take(palette(shell, "hold the reminders")))
        assert shell.desk.ticket(ticket_id).result(30).ticket.is_ladder_off is is_off


def test_who_owes_no_answer_is_not_reminded(shell: Shell) -> None:
    shell.select(MINE)
    for act in (Act.REMIND, Act.HOLD, Act.SILENT):
        assert shell.window.actions_by_name.why_not(act) == "It does not wait for its client."


def test_the_number_goes_to_the_clipboard(shell: Shell) -> None:
    shell.select(MINE)
    take(palette(shell, "copy the number"))
    assert QApplication.clipboard().text() == f"#{shell.card(MINE).number}"


def test_pages_and_fields_of_the_open_ticket_are_found(shell: Shell) -> None:
    opened(shell, MINE)
    panel = shell.window.bench.panel
    assert panel is not None
    take(palette(shell, "timeline"))
    assert panel.pages.tabs.tabText(panel.pages.tabs.currentIndex()) == "Timeline"
    take(palette(shell, "change the title"))
    assert panel.header.title.is_editing()


def test_what_the_open_ticket_asks_stands_first(shell: Shell) -> None:
    """A closed conversation wants a lead's word (R11f): it is given from the palette as by the strip's button."""
    me = shell.window.model.snapshot.me
    lead = SaveAgent(agent=replace(me, roles=(*me.roles, Role.LEAD)))
    assert shell.saved(lambda: shell.bridge.submit(lead)).is_applied
    opened(shell, MINE)
    ticket_id = shell.window.bench.shown
    close = CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SPAM)
    assert shell.saved(lambda: shell.bridge.submit(close)).is_applied
    panel = shell.window.bench.open(ticket_id)
    shell.until(lambda: "review" in [view.strip.key for view in panel.strips.views()])
    found = palette(shell, "")
    assert found.titles()[:2] == ["Right", "Wrong …"]
    assert shell.saved(lambda: take(found)).is_applied
    assert shell.desk.ticket(ticket_id).result(30).ticket.is_reviewed


def test_nothing_of_a_ticket_is_offered_while_none_is_open(shell: Shell) -> None:
    shell.select(MINE)
    assert "Timeline" not in palette(shell, "timeline").titles()
