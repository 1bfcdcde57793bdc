"""Focalboard archives: which property is the status, content blocks, people, packed archives."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.report import Report
from kanbandesk.workflow.statuses import Priority
from tests.unit.exchange.samples import STATUS_PROPERTY, at, focalboard, focalboard_card, read, reading, write


def test_the_status_property_places_the_card(tmp_path: Path) -> None:
    (ticket,) = read("focalboard", write(tmp_path, focalboard(focalboard_card({"p1": "o2"}))))
    assert (ticket.key, ticket.title, ticket.status, ticket.category) == (
        "c1",
        "VPN drops at noon",
        "in_progress",
        "Help",
    )
    assert (ticket.created_at, ticket.since) == (1669852800000, 1669939200000)


def test_a_property_by_another_name_is_the_status_when_its_options_are(tmp_path: Path) -> None:
    options = [{"id": "a", "value": "Later"}, {"id": "b", "value": "Done"}, {"id": "c", "value": "Mañana"}]
    properties = [
        {"id": "p0", "name": "Sprint", "type": "select", "options": [{"id": "s", "value": "Sprint 1"}]},
        {"id": "p1", "name": "Where", "type": "select", "options": options},
    ]
    text = focalboard(focalboard_card({"p0": "s", "p1": "a"}), properties=properties)
    (ticket,) = read("focalboard", write(tmp_path, text))
    assert (ticket.status, ticket.tags) == ("postponed", ("Sprint 1",))


def test_a_board_without_a_status_has_new_cards_unless_a_box_says_done(tmp_path: Path) -> None:
    properties = [{"id": "p1", "name": "Completed", "type": "checkbox", "options": []}]
    cards = (focalboard_card({"p1": "true"}), focalboard_card(id="c2"))
    tickets = read("focalboard", write(tmp_path, focalboard(*cards, properties=properties)))
    assert [ticket.status for ticket in tickets] == ["solved", "new"]


def test_properties_become_what_they_mean(tmp_path: Path) -> None:
    properties: list[dict[str, Any]] = [
        STATUS_PROPERTY,
        {"id": "p2", "name": "Priority", "type": "select", "options": [{"id": "h", "value": "1. High 🔥"}]},
        {"id": "p3", "name": "Assignee", "type": "multiPerson", "options": []},
        {"id": "p4", "name": "Due Date", "type": "date", "options": []},
        {"id": "p5", "name": "Company", "type": "text", "options": []},
        {"id": "p6", "name": "Phone", "type": "phone", "options": []},
        {"id": "p7", "name": "Asked", "type": "date", "options": []},
    ]
    values = {
        "p2": "h",
        "p3": ["uf3k9a2m7xqnz1"],
        "p4": '{"from":1645790400000}',
        "p5": "Fjord AS",
        "p6": "+47 1",
        "p7": '{"from":1645704000000}',
    }
    (ticket,) = read(
        "focalboard", write(tmp_path, focalboard(focalboard_card(values), properties=properties))
    )
    assert (ticket.priority, ticket.owner, ticket.client) == (Priority.HIGH, "Person uf3k9a2m", "Fjord AS")
    assert ticket.due_at == at("2022-02-25T12:00")
    assert ticket.fields == (("Phone", "+47 1"), ("Asked", "2022-02-24"))


def test_content_is_written_in_its_order_and_pictures_are_named(tmp_path: Path) -> None:
    fields = {"properties": {}, "contentOrder": ["t1", ["x1"], "x2", "i1", "gone"], "isTemplate": False}
    blocks = (
        focalboard_card(fields=fields),
        {"id": "x2", "type": "checkbox", "title": "reboot", "parentId": "c1", "fields": {"value": True}},
        {"id": "x1", "type": "checkbox", "title": "call", "parentId": "c1", "fields": {}},
        {"id": "t1", "type": "text", "title": "## Steps", "parentId": "c1", "fields": {}},
        {"id": "i1", "type": "image", "title": "", "parentId": "c1", "fields": {"fileId": "7abc.png"}},
        {
            "id": "m1",
            "type": "comment",
            "title": "Again!",
            "parentId": "c1",
            "createAt": 1669860000000,
            "createdBy": "u1",
        },
    )
    (ticket,) = read("focalboard", write(tmp_path, focalboard(*blocks)))
    assert [message.body for message in ticket.messages] == [
        "## Steps\n\n- [ ] call\n- [x] reboot",
        "Again!",
        "Attachments that stayed in the other program:\n- 7abc.png",
    ]


def test_templates_and_deleted_cards_are_left_out(tmp_path: Path) -> None:
    template = focalboard_card(fields={"properties": {}, "isTemplate": True})
    report = Report()
    text = focalboard(template, focalboard_card(id="c2", deleteAt=1669852800000))
    assert read("focalboard", write(tmp_path, text), reading(report)) == []
    assert (report.rows, report.notices) == ([], ["Template cards are left out"])


def test_a_bad_line_is_told_by_file_and_number(tmp_path: Path) -> None:
    report = Report()
    text = focalboard(focalboard_card()) + "{broken\n" + '{"type":"block","data":{"type":"card","id":"c9"}}\n'
    assert len(read("focalboard", write(tmp_path, text, "board.jsonl"), reading(report))) == 1
    assert [(row.file, row.line, row.field) for row in report.rows] == [
        ("board.jsonl", 3, "line"),
        ("board.jsonl", 4, "boardId"),
    ]


def test_an_archive_and_its_unpacked_folder_give_the_same(tmp_path: Path) -> None:
    text = focalboard(focalboard_card({"p1": "o3"}))
    (tmp_path / "open" / "b1").mkdir(parents=True)
    (tmp_path / "open" / "b1" / "board.jsonl").write_text(text)
    with zipfile.ZipFile(tmp_path / "all.boardarchive", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("version.json", '{"version":2}')
        archive.writestr("b1/board.jsonl", text)
    folder, packed = read("focalboard", tmp_path / "open"), read("focalboard", tmp_path / "all.boardarchive")
    assert folder == packed
    assert folder[0].status == "solved"


def test_a_damaged_archive_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b1/board.jsonl", focalboard(focalboard_card()) * 20)
    whole = (tmp_path / "all.zip").read_bytes()
    for bad in (whole[:200], whole[:60] + bytes(40) + whole[100:]):
        with pytest.raises(BadFile, match="damaged"):
            read("focalboard", write(tmp_path, bad))


def test_a_file_without_a_board_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="holds no board"):
        read("focalboard", write(tmp_path, '{"type":"block","data":{}}\n'))
