"""Trello boards: lists, history of moves, members, comments, what stays behind."""

from pathlib import Path
from typing import Any

import pytest

from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.neutral import Happening, NeutralTicket
from kanbandesk.exchange.report import Report
from kanbandesk.workflow.tickets import MessageKind
from tests.unit.exchange.samples import at, read, reading, trello, trello_action, trello_card, write


def only(folder: Path, board: dict[str, Any]) -> NeutralTicket:
    (ticket,) = read("trello", write(folder, board))
    return ticket


def moved(date: str, before: str, after: str) -> dict[str, Any]:
    lists = {"list1": "To Do", "list2": "Doing", "list3": "Done"}
    start, end = {"id": before, "name": lists[before]}, {"id": after, "name": lists[after]}
    return trello_action("updateCard", date, listBefore=start, listAfter=end)


def test_a_card_comes_over_with_its_words_people_and_dates(tmp_path: Path) -> None:
    card = trello_card(
        due="2024-04-01T12:00:00.000Z",
        idMembers=["member2", "member1"],
        labels=[{"name": "hardware", "color": "red"}, {"name": "", "color": "blue"}],
    )
    ticket = only(tmp_path, trello(cards=[card]))
    assert (ticket.title, ticket.status, ticket.owner, ticket.companions) == (
        *("Printer prints hieroglyphs", "new", "Odd Lie", ("Ada Berg",)),
    )
    assert (ticket.tags, ticket.due_at) == (("hardware", "blue"), at("2024-04-01T12:00"))
    assert ticket.messages[0].body == "Since the update."
    assert ticket.category == "Shop support"


def test_a_card_without_history_was_made_when_its_id_says(tmp_path: Path) -> None:
    assert only(tmp_path, trello()).created_at == 0x65E1A2C0 * 1000


def test_the_moves_date_the_entry_into_the_list(tmp_path: Path) -> None:
    actions = [  # the newest first, as Trello has it
        moved("2024-03-04T08:00:00.000Z", "list2", "list3"),
        moved("2024-03-03T08:00:00.000Z", "list1", "list2"),
        trello_action("createCard", "2024-03-02T08:00:00.000Z"),
    ]
    ticket = only(tmp_path, trello(cards=[trello_card(idList="list3")], actions=actions))
    assert (ticket.status, ticket.since) == ("solved", at("2024-03-04T08:00"))
    assert ticket.created_at == at("2024-03-02T08:00")
    moves = [(event.before, event.status) for event in ticket.events if event.kind is Happening.STATUS]
    assert moves == [("new", "in_progress"), ("in_progress", "solved")]


def test_without_moves_the_last_activity_dates_a_card_that_is_not_new(tmp_path: Path) -> None:
    ticket = only(tmp_path, trello(cards=[trello_card(idList="list2")]))
    assert ticket.since == at("2024-03-05T09:00")


def test_an_archived_card_is_closed_when_it_was_archived(tmp_path: Path) -> None:
    archived = trello_action("updateCard", "2024-03-04T10:00:00.000Z", old={"closed": False})
    archived["data"]["card"]["closed"] = True
    ticket = only(tmp_path, trello(cards=[trello_card(closed=True)], actions=[archived]))
    assert (ticket.status, ticket.closed_at) == ("closed", at("2024-03-04T10:00"))
    assert ticket.events[-1].status == "closed"


def test_the_cards_of_an_archived_list_are_closed(tmp_path: Path) -> None:
    board = trello()
    board["lists"][0]["closed"] = True
    assert only(tmp_path, board).status == "closed"


def test_comments_are_notes_by_their_authors(tmp_path: Path) -> None:
    actions = [trello_action("commentCard", "2024-03-03T08:00:00.000Z", text="Which printer?")]
    note = only(tmp_path, trello(actions=actions)).messages[1]
    assert (note.kind, note.author, note.body) == (MessageKind.NOTE, "Ada Berg", "Which printer?")


def test_checklists_are_text_and_attachments_are_named(tmp_path: Path) -> None:
    items = [
        {"name": "paper", "state": "incomplete", "pos": 2},
        {"name": "toner", "state": "complete", "pos": 1},
    ]
    board = trello(
        cards=[trello_card(idChecklists=["k1"], attachments=[{"name": "jam.jpg", "url": "https://x"}])],
        checklists=[{"id": "k1", "name": "Check", "checkItems": items}],
    )
    first, last = only(tmp_path, board).messages
    assert first.body == "Since the update.\n\n**Check**\n- [x] toner\n- [ ] paper"
    assert last.body == "Attachments that stayed in the other program:\n- jam.jpg"


def test_a_list_may_be_mapped_by_hand(tmp_path: Path) -> None:
    path = write(tmp_path, trello())
    assert read("trello", path, reading(statuses={"to do": "waiting_vendor"}))[0].status == "waiting_vendor"


def test_a_card_that_cannot_be_read_is_told_and_the_rest_comes_in(tmp_path: Path) -> None:
    report = Report()
    cards = [
        trello_card(id="", name="x"),
        "no card",
        trello_card(id="b", name=" "),
        trello_card(isTemplate=True),
    ]
    cards.append(trello_card())
    assert len(read("trello", write(tmp_path, trello(cards=cards)), reading(report))) == 1
    assert [row.field for row in report.rows] == ["cards[0]", "cards[1]", "cards[2].name"]
    assert report.notices == ["Template cards are left out"]


def test_what_is_no_board_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no Trello board"):
        read("trello", write(tmp_path, {"name": "x"}))
    with pytest.raises(BadFile, match=r"board.json, line 1, column 12: is no JSON"):
        read("trello", write(tmp_path, '{"cards": [', "board.json"))
