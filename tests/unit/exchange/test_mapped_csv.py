"""Any CSV file: columns told by a mapping or guessed, one row a ticket or a history."""

from pathlib import Path

import pytest

from kanbandesk.exchange.errors import BadFile, BadSetting
from kanbandesk.exchange.mapping import GUESSES, guessed_columns, read_mapping
from kanbandesk.exchange.neutral import Happening
from kanbandesk.exchange.report import Report
from kanbandesk.workflow.statuses import Priority
from tests.unit.exchange.samples import at, read, reading, write

MAPPING = """
source = "old-desk"
dates = ["%d.%m.%y %H.%M"]

[columns]
key = "Nr"
title = "Worum"
created = "Am"
status = "Stand"

[status]
"Beim Kunden" = "waiting_client"

[priority]
"Rot" = "urgent"
"""


def test_columns_are_told_by_their_names_in_many_languages() -> None:
    assert guessed_columns(["ID", "Subject", "Created at", "Assignee"]) == {
        "key": "ID",
        "title": "Subject",
        "created": "Created at",
        "owner": "Assignee",
    }
    assert guessed_columns(["Номер", "Тема", "Дата создания", "Исполнитель"]) == {
        "key": "Номер",
        "title": "Тема",
        "created": "Дата создания",
        "owner": "Исполнитель",
    }


def test_a_name_of_a_column_means_only_one_thing() -> None:
    names = [name for of_column in GUESSES.values() for name in of_column]
    assert len(names) == len(set(names))


def test_one_row_is_a_ticket(tmp_path: Path) -> None:
    text = (
        "id;subject;description;status;created;updated;due date;assignee;reporter;email;company;team;priority;tags\n"
        "7;No sound;Nothing to hear;waiting;1.3.2024 10:00;2.3.2024 12:30;9.3.2024;Ada;Kim;kim@x.org;Fjord;Audio;high;"
        "a, b\n"
    )
    (ticket,) = read("csv", write(tmp_path, text))
    assert (ticket.key, ticket.title, ticket.status) == ("7", "No sound", "waiting_client")
    assert (ticket.created_at, ticket.since, ticket.due_at) == (
        *(at("2024-03-01T10:00"), at("2024-03-02T12:30"), at("2024-03-09")),
    )
    assert (ticket.owner, ticket.requester, ticket.requester_mail) == ("Ada", "Kim", "kim@x.org")
    assert (ticket.client, ticket.line, ticket.priority, ticket.tags) == (
        "Fjord",
        "Audio",
        Priority.HIGH,
        ("a", "b"),
    )
    assert [event.kind for event in ticket.events] == [Happening.CREATED, Happening.MESSAGE, Happening.RECORD]


def test_several_rows_of_one_key_are_its_history(tmp_path: Path) -> None:
    text = (
        "key,title,status,created,changed\n"
        "A,Sound,New,2024-03-01,2024-03-01\n"
        "A,Sound,Doing,2024-03-01,2024-03-02\n"
        "A,Sound,Closed,2024-03-01,2024-03-04\n"
        "A,Sound,Doing,2024-03-01,2024-03-05\n"
    )
    path = write(tmp_path, text)
    (ticket,) = read("csv", path)
    assert (ticket.status, ticket.since, ticket.reopened_count) == ("in_progress", at("2024-03-05"), 1)
    assert [event.status for event in ticket.events] == ["new", "in_progress", "closed", "in_progress"]
    (then,) = read("csv", path, reading(moment="2024-03-03"))
    assert (then.status, len(then.events)) == ("in_progress", 2)


def test_a_mapping_says_which_column_means_what(tmp_path: Path) -> None:
    path = write(
        tmp_path, "Nr,Worum,Am,Stand,Priority\n7,Kein Ton,01.03.24 10.00,Beim Kunden,Rot\n", "data.csv"
    )
    how = reading(mapping=write(tmp_path, MAPPING, "map.toml"))
    (ticket,) = read("csv", path, how)
    assert (ticket.key, ticket.status, ticket.priority) == ("7", "waiting_client", Priority.URGENT)
    assert ticket.created_at == at("2024-03-01T10:00")


@pytest.mark.parametrize(
    ("toml", "match"),
    [
        ("[columns", "cannot be read"),
        ('colour = "red"', "not known here: colour"),
        ('[columns]\ncolour = "Farbe"', "not known here: columns.colour"),
        ("[columns]\nkey = 3", "must hold names in quotes"),
        ('[priority]\nRot = "very"', "'very' is not a valid Priority"),
        ("dates = 3", "dates must be a list"),
        ('[status]\nx = "lost"', "lost"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_refused(tmp_path: Path, toml: str, match: str) -> None:
    with pytest.raises(BadSetting, match=match):
        read_mapping(write(tmp_path, toml, "map.toml"))


def test_a_column_that_the_mapping_names_must_be_there(tmp_path: Path) -> None:
    how = reading(mapping=write(tmp_path, '[columns]\ntitle = "Betreff"', "map.toml"))
    with pytest.raises(BadFile, match="line 1: there is no column Betreff"):
        read("csv", write(tmp_path, "id,created\n1,2024-03-01\n"), how)


def test_a_file_must_tell_when_its_tickets_were_made(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="no column tells created"):
        read("csv", write(tmp_path, "id,title\n1,x\n"))
    with pytest.raises(BadFile, match="no column tells key or title"):
        read("csv", write(tmp_path, "created,status\n2024-03-01,new\n"))


def test_bad_rows_are_told_with_line_and_column(tmp_path: Path) -> None:
    report = Report()
    text = "id,title,created,due\n1,a,soon,\n,b,2024-03-01,\n3,c,2024-03-01,never\n4,d,2024-03-01,\n"
    assert [ticket.key for ticket in read("csv", write(tmp_path, text), reading(report))] == ["4"]
    assert [(row.line, row.field, row.ticket) for row in report.rows] == [
        *((2, "created", "1"), (3, "id", ""), (4, "due", "3")),
    ]


def test_without_a_key_title_and_creation_tell_tickets_apart(tmp_path: Path) -> None:
    text = "title,created\nSound,2024-03-01\nSound,2024-03-02\n"
    assert [ticket.key for ticket in read("csv", write(tmp_path, text))] == [
        "Sound|2024-03-01",
        "Sound|2024-03-02",
    ]
