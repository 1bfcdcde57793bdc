"""Filters, saved views and search: what they show, and that what they hide is said."""

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.views.popover import FilterPopover
from kanbandesk.workflow.boards import Filter, Swimlane
from kanbandesk.workflow.commands import ReceiveReply
from kanbandesk.workflow.ids import new_id
from tests.gui.shell.stand import Shell

MINE = "Receipts arrive twice"


def chip(shell: Shell, name: str) -> QPushButton:
    chips = shell.window.top_bar.chips.chips()
    found = [each for each in chips if isinstance(each, QPushButton) and each.text().startswith(name)]
    assert found, [each.text() for each in chips if isinstance(each, QPushButton)]
    return found[0]


def shown_titles(shell: Shell) -> set[str]:
    model = shell.window.model
    ids = (id_ for column in model.columns for lane in model.lanes for id_ in model.ids(column.id, lane.id))
    return {model.cards[id_].title for id_ in ids}


def test_search_shows_matching_cards_at_once_and_says_how_many_are_hidden(shell: Shell) -> None:
    shell.window.top_bar.search.setText("receipts")
    assert shown_titles(shell) == {MINE}
    assert shell.window.stage.status.hidden_cards.text() == "3 of 4 hidden by the filter"
    assert shell.window.stage.status.hidden_cards.isVisible()


def test_show_all_beside_the_number_shows_all(shell: Shell) -> None:
    shell.window.top_bar.search.setText("receipts")
    shell.window.stage.status.show_all.click()
    assert len(shown_titles(shell)) == 4
    assert shell.window.top_bar.search.text() == ""
    assert not shell.window.stage.status.hidden_cards.isVisible()


def test_words_of_messages_are_found_besides_and_told_apart(shell: Shell) -> None:
    reply = ReceiveReply(ticket_id=shell.card(MINE).id, message_id=new_id(), text="Xylophone on the line")
    assert shell.desk.submit(reply).result(60).is_applied
    with shell.qtbot.waitSignal(shell.window.hands.search.found, check_params_cb=lambda count: count == 1):
        shell.window.top_bar.search.setText("xylophone")
    assert shown_titles(shell) == set()
    assert shell.window.hands.search.beyond() == (shell.card(MINE).id,)


def test_a_view_chip_filters_and_pressed_again_shows_all(shell: Shell) -> None:
    chip(shell, "Mine").click()
    assert shown_titles(shell) == {MINE, "Report shows zero calls"}
    assert chip(shell, "Mine").isChecked()
    chip(shell, "Mine").click()
    assert len(shown_titles(shell)) == 4


def test_chips_tell_how_many_cards_each_view_holds(shell: Shell) -> None:
    shell.until(lambda: chip(shell, "Mine").text() == "Mine  2")
    assert chip(shell, "Unclaimed").text() == "Unclaimed  2"


def test_a_filter_by_hand_is_a_chip_that_can_be_taken_off(shell: Shell) -> None:
    shell.window.lens.narrow(Filter(tags=("telephony",)))
    assert shown_titles(shell) == {MINE, "Report shows zero calls"}
    assert chip(shell, "Tag: telephony").isChecked()
    shell.window.top_bar.facet_removed.emit("tags")
    assert len(shown_titles(shell)) == 4


def test_the_popover_finds_a_value_of_any_facet_and_toggles_it(shell: Shell) -> None:
    shell.window.views.open_filter(QRect(400, 40, 80, 24))
    (popover,) = shell.window.findChildren(FilterPopover)
    popover.field.setText("nobo")
    assert popover.titles() == ["nobody"]
    popover._take()
    assert shell.window.lens.filter.owner_ids == ("",)
    popover._take()
    assert shell.window.lens.filter == Filter()
    assert popover.isVisible()


def test_a_saved_view_is_there_after_the_next_start(shell: Shell, open_shell: Callable[[], Shell]) -> None:
    shell.window.lens.narrow(Filter(tags=("telephony",)))
    shell.window.lens.set_swimlane(Swimlane.PRIORITY)
    shell.window.actions_by_name[Act.SAVE_VIEW].trigger()
    (sheet,) = [each for each in shell.window.findChildren(Sheet) if each.isVisible()]
    sheet.fields[0].restore("Telephony & co")
    shell.saved(sheet.confirm)
    shell.until(lambda: chip(shell, "Telephony && co").isChecked())
    again = open_shell()
    again.window.lens.set_swimlane(Swimlane.NONE)
    chip(again, "Telephony && co").click()
    assert shown_titles(again) == {MINE, "Report shows zero calls"}
    assert again.window.model.swimlane is Swimlane.PRIORITY


def test_lanes_and_density_are_remembered(shell: Shell, open_shell: Callable[[], Shell]) -> None:
    shell.window.lens.set_swimlane(Swimlane.AGENT)
    again = open_shell()
    assert again.window.model.swimlane is Swimlane.AGENT


def test_the_status_line_counts_all_cards_whatever_is_hidden(shell: Shell) -> None:
    shell.window.top_bar.search.setText("receipts")
    assert shell.window.stage.status.figures.text().startswith("4 open · 0 stale")


def test_what_narrows_stays_in_sight_where_the_room_is_short(shell: Shell) -> None:
    shell.window.resize(880, 600)
    shell.window.lens.narrow(Filter(tags=("telephony",), owner_ids=("me",)))
    assert chip(shell, "Tag: telephony").isVisible()
    assert chip(shell, "Owner: me").isVisible()
    assert not chip(shell, "Stale").isVisible()
