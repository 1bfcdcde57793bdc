"""The help desk log: what each activity stands for, and events that were logged twice."""

from pathlib import Path

import pytest

from kanbandesk.exchange.neutral import NeutralTicket
from kanbandesk.exchange.report import Report
from tests.unit.exchange.samples import at, helpdesk, read, reading, write

T1, T2, T3 = (f"2012-05-0{day} 08:00:00+02:00" for day in (1, 2, 3))


def only(folder: Path, *rows: tuple[str, str, str, str], moment: str = "2100-01-01") -> NeutralTicket:
    (ticket,) = read("helpdesk", write(folder, helpdesk(*rows)), reading(moment=moment))
    return ticket


@pytest.mark.parametrize(
    ("activity", "status"),
    [
        ("Insert ticket", "new"),
        ("Assign seriousness", "new"),
        ("Take in charge ticket", "in_progress"),
        ("Wait", "waiting_client"),
        ("Require upgrade", "in_development"),
        ("Create SW anomaly", "in_development"),
        ("Resolve SW anomaly", "in_progress"),
        ("Schedule intervention", "postponed"),
        ("Resolve ticket", "solved"),
        ("Closed", "closed"),
        ("VERIFIED", "new"),
    ],
)
def test_an_activity_leaves_the_ticket_in_a_status(tmp_path: Path, activity: str, status: str) -> None:
    assert only(tmp_path, (activity, "Value 1", T1, "Case4")).status == status


@pytest.mark.parametrize("activity", ["Assign seriousness", "VERIFIED", "DUPLICATE"])
def test_what_says_nothing_about_the_status_keeps_it(tmp_path: Path, activity: str) -> None:
    ticket = only(tmp_path, ("Wait", "Value 1", T1, "Case4"), (activity, "Value 2", T2, "Case4"))
    assert (ticket.status, ticket.since, len(ticket.events)) == ("waiting_client", at("2012-05-01T06:00"), 2)


def test_an_event_logged_twice_counts_once(tmp_path: Path) -> None:
    row = ("Assign seriousness", "Value 1", T1, "Case4")
    assert len(only(tmp_path, row, row, ("Closed", "Value 5", T2, "Case4"), row).events) == 2


def test_the_same_activity_of_another_person_is_another_event(tmp_path: Path) -> None:
    rows = [("Take in charge ticket", f"Value {who}", T1, "Case4") for who in (1, 2)]
    assert len(only(tmp_path, *rows).events) == 2


def test_whoever_takes_the_ticket_owns_it_and_whoever_closes_it_does_not(tmp_path: Path) -> None:
    rows = (
        ("Assign seriousness", "Value 1", T1, "Case4"),
        ("Take in charge ticket", "Value 2", T2, "Case4"),
        ("Closed", "Value 5", T3, "Case4"),
    )
    assert only(tmp_path, rows[0]).owner == ""
    assert only(tmp_path, *rows).owner == "Value 2"


def test_going_on_after_the_closing_is_a_reopening(tmp_path: Path) -> None:
    ticket = only(
        tmp_path,
        ("Closed", "Value 5", T1, "Case4"),
        ("Take in charge ticket", "Value 2", T2, "Case4"),
    )
    assert (ticket.status, ticket.reopened_count, ticket.closed_at) == ("in_progress", 1, None)


def test_the_offset_of_each_moment_counts(tmp_path: Path) -> None:
    assert (
        only(tmp_path, ("Wait", "Value 1", T1, "Case4"), moment="2012-05-01T06:00").status == "waiting_client"
    )
    path = write(tmp_path, helpdesk(("Wait", "Value 1", T1, "Case4")))
    assert read("helpdesk", path, reading(moment="2012-05-01T05:59")) == []


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (("Dance", "Value 1", T2, "Case4"), "concept:name"),
        (("Wait", "Value 1", "yesterday", "Case4"), "time:timestamp"),
    ],
)
def test_a_bad_row_leaves_its_case_out(tmp_path: Path, row: tuple[str, str, str, str], field: str) -> None:
    report = Report()
    text = helpdesk(("Insert ticket", "Value 1", T1, "Case4"), row, ("Insert ticket", "Value 1", T1, "Case5"))
    assert [ticket.key for ticket in read("helpdesk", write(tmp_path, text), reading(report))] == ["Case5"]
    assert [(bad.line, bad.field, bad.ticket) for bad in report.rows] == [(3, field, "Case4")]
