"""The cards at the other ends of a ticket's links."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.ui.ticket.panel import LINKED
from kanbandesk.workflow.commands import LinkTickets, UnlinkTickets
from kanbandesk.workflow.tickets import Link, LinkKind
from tests.factories.workflow import make_card, make_link, make_snapshot
from tests.gui.ticket.stand import Stand, a_detail, click, settle

OTHER = make_card(id="o", number=4731, title="Export keeps the old time zone", client="Bergen Bil")


def open_linked(stand: Stand, *links: Link) -> None:
    stand.desk.details["t"] = replace(a_detail(), links=links, linked=(OTHER,) if links else ())
    stand.open().pages.turn_to(LINKED)
    settle()


def test_the_tab_counts_the_links(stand: Stand) -> None:
    open_linked(stand, make_link(source_id="t", target_id="o"))
    assert stand.panel.pages.tabs.tabText(LINKED) == "Linked 1"
    stand.change(a_detail())
    assert stand.panel.pages.tabs.tabText(LINKED) == "Linked"


def test_a_link_reads_as_it_is_meant_from_either_end(stand: Stand) -> None:
    open_linked(
        stand,
        make_link(source_id="t", target_id="o", kind=LinkKind.BLOCKS),
        make_link(source_id="o", target_id="t", kind=LinkKind.BLOCKS),
    )
    assert [row.kind_text for row in stand.panel.linked.rows()] == ["blocks", "blocked by"]


def test_the_other_ticket_opens(stand: Stand) -> None:
    open_linked(stand, make_link(source_id="t", target_id="o"))
    [row] = stand.panel.linked.rows()
    assert row.open_button.text() == "#4731  Export keeps the old time zone"
    with stand.qtbot.waitSignal(stand.panel.ticket_link_activated) as caught:
        click(row.open_button)
    assert caught.args == ["o"]


def test_a_link_is_taken_away(stand: Stand) -> None:
    open_linked(stand, make_link(id="l", source_id="t", target_id="o"))
    [row] = stand.panel.linked.rows()
    click(row.cut_button)
    assert stand.desk.commands == [UnlinkTickets(ticket_id="t", link_id="l")]


def test_linking_asks_for_the_ticket_and_then_for_the_kind(stand: Stand) -> None:
    stand.desk.snapshot = make_snapshot(cards=[make_card(id="t", title="Drivers export"), OTHER])
    open_linked(stand)
    click(stand.panel.linked.link_button)
    stand.choose("export 4731")
    stand.choose("duplicate")
    [command] = stand.commands(LinkTickets)
    assert (command.ticket_id, command.target_id, command.kind) == ("t", "o", LinkKind.DUPLICATE)


def test_a_ticket_is_found_by_all_its_words_but_never_itself(stand: Stand) -> None:
    stand.desk.snapshot = make_snapshot(cards=[make_card(id="t", title="Export"), OTHER])
    open_linked(stand)
    linked = stand.panel.linked
    assert [choice.id for choice in linked.found("#4731")] == ["o"]
    assert [choice.id for choice in linked.found("bergen EXPORT")] == ["o"]
    assert linked.found("export nothing") == []
    assert linked.found(" ") == []


def test_a_change_of_the_other_ticket_is_read(stand: Stand) -> None:
    open_linked(stand, make_link(source_id="t", target_id="o"))
    reads = len(stand.desk.reads)
    stand.panel.refresh_if({"o"})
    assert len(stand.desk.reads) == reads + 1
    stand.panel.refresh_if({"nobody"})
    assert len(stand.desk.reads) == reads + 1
