"""The ServiceNow log: states, the state at a moment, knowledge of the future, entries into a status (issue 2, C9)."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.neutral import NeutralTicket
from kanbandesk.exchange.report import Report
from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import Channel
from tests.unit.exchange.samples import at, read, reading, servicenow, titles, update, write


def only(folder: Path, *rows: dict[str, str], moment: str = "2100-01-01") -> NeutralTicket:
    (ticket,) = read("servicenow", write(folder, servicenow(*rows)), reading(moment=moment))
    return ticket


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("New", "new"),
        ("Active", "in_progress"),
        ("Awaiting User Info", "waiting_client"),
        ("Awaiting Problem", "in_development"),
        ("Awaiting Vendor", "waiting_vendor"),
        ("Awaiting Evidence", "waiting_vendor"),
        ("Resolved", "solved"),
        ("Closed", "closed"),
    ],
)
def test_a_state_becomes_the_status_that_the_issue_names(tmp_path: Path, state: str, status: str) -> None:
    assert only(tmp_path, update("7/3/2016 08:05", state)).status == status


def test_minus_100_keeps_the_state_before(tmp_path: Path) -> None:
    ticket = only(tmp_path, update("7/3/2016 08:05", "Active"), update("7/3/2016 09:00", "-100"))
    assert (ticket.status, ticket.since, len(ticket.events)) == ("in_progress", at("2016-03-07T08:05"), 2)


def test_minus_100_on_the_first_row_leaves_the_ticket_new(tmp_path: Path) -> None:
    assert only(tmp_path, update("7/3/2016 08:05", "-100")).status == "new"


def test_the_state_at_a_moment_is_that_of_the_last_row_at_or_before_it(tmp_path: Path) -> None:
    rows = (
        update("7/3/2016 08:05"),
        update("7/3/2016 09:00", "Active"),
        update("7/3/2016 10:00", "Resolved"),
    )
    assert only(tmp_path, *rows, moment="2016-03-07T08:59").status == "new"
    assert only(tmp_path, *rows, moment="2016-03-07T09:00").status == "in_progress"
    assert only(tmp_path, *rows, moment="2016-03-07T10:00").status == "solved"


def test_the_order_of_the_file_decides_and_not_that_of_the_moments(tmp_path: Path) -> None:
    ticket = only(tmp_path, update("7/3/2016 10:00", "Active"), update("7/3/2016 09:00", "New"))
    assert (ticket.status, ticket.since) == ("new", at("2016-03-07T09:00"))


def test_rows_of_one_ticket_need_not_stand_together(tmp_path: Path) -> None:
    text = servicenow(
        update("7/3/2016 08:05"),
        update("7/3/2016 08:30", "Active", number="INC0000008"),
        update("7/3/2016 09:00", "Resolved"),
    )
    tickets = {ticket.key: ticket for ticket in read("servicenow", write(tmp_path, text))}
    assert [event.status for event in tickets["INC0000007"].events] == ["new", "solved"]
    assert tickets["INC0000008"].status == "in_progress"


def test_a_ticket_whose_first_row_is_later_does_not_exist_yet(tmp_path: Path) -> None:
    path = write(tmp_path, servicenow(update("7/3/2016 08:05")))
    assert read("servicenow", path, reading(moment="2016-03-07T08:04")) == []


def test_each_row_up_to_the_moment_is_one_event(tmp_path: Path) -> None:
    rows = [update(f"7/3/2016 {hour:02}:00", "Active") for hour in range(8, 20)]
    assert len(only(tmp_path, *rows, moment="2016-03-07T15:30").events) == 8


def test_entry_into_a_status_is_where_its_present_run_began(tmp_path: Path) -> None:
    ticket = only(
        tmp_path,
        update("7/3/2016 08:05", "Awaiting User Info"),
        update("7/3/2016 09:00", "Active"),
        update("7/3/2016 10:00", "Awaiting User Info"),
        update("7/3/2016 11:00", "Awaiting User Info"),
    )
    assert ticket.since == at("2016-03-07T10:00")


def test_two_states_of_one_status_are_one_run(tmp_path: Path) -> None:
    ticket = only(
        tmp_path, update("7/3/2016 08:05", "Awaiting Vendor"), update("7/3/2016 09:00", "Awaiting Evidence")
    )
    assert ticket.since == at("2016-03-07T08:05")


def test_what_the_future_brings_is_left_out(tmp_path: Path) -> None:
    ticket = only(tmp_path, update("7/3/2016 08:05", "Resolved"), moment="2016-03-08")
    assert (ticket.closed_at, ticket.closing_reason) == (None, "")
    assert {"Resolved by", "Closed with"}.isdisjoint(dict(ticket.fields))


def test_what_was_known_by_then_is_told(tmp_path: Path) -> None:
    rows = (update("9/3/2016 10:00", "Resolved"), update("14/3/2016 11:00", "Closed"))
    resolved = only(tmp_path, *rows, moment="2016-03-09T10:00")
    closed = only(tmp_path, *rows, moment="2016-03-14T11:00")
    assert dict(resolved.fields)["Resolved by"] == "Resolved by 2"
    assert "Closed with" not in dict(resolved.fields)
    assert dict(closed.fields)["Closed with"] == "code 6"
    assert (closed.closed_at, closed.proposed_at) == (at("2016-03-14T11:00"), at("2016-03-09T10:00"))


def test_a_closing_code_waits_for_the_closing_even_after_its_date(tmp_path: Path) -> None:
    ticket = only(tmp_path, update("15/3/2016 08:00", "Active"))
    assert "Closed with" not in dict(ticket.fields)


def test_opened_at_is_the_creation_but_never_after_the_first_row(tmp_path: Path) -> None:
    assert only(tmp_path, update("7/3/2016 08:05")).created_at == at("2016-03-07T08:00")
    late = only(tmp_path, update("7/3/2016 08:05", opened_at="7/3/2016 09:41"))
    assert late.created_at == at("2016-03-07T08:05")
    assert only(tmp_path, update("7/3/2016 08:05", opened_at="?")).created_at == at("2016-03-07T08:05")


def test_people_places_and_words_come_over(tmp_path: Path) -> None:
    ticket = only(
        tmp_path,
        update(
            "7/3/2016 08:05",
            "Active",
            assigned_to="Resolver 12",
            priority="1 - Critical",
            contact_type="Email",
        ),
    )
    assert (ticket.owner, ticket.requester, ticket.client, ticket.line) == (
        *("Resolver 12", "Caller 1"),
        *("Location 1", "Group 4"),
    )
    assert (ticket.priority, ticket.channel) == (Priority.URGENT, Channel.MAIL)
    assert (ticket.category, ticket.tags) == ("Category 5", ("Subcategory 3", "Symptom 9"))


def test_a_question_mark_is_nothing(tmp_path: Path) -> None:
    ticket = only(
        tmp_path, update("7/3/2016 08:05", assigned_to="?", location="?", u_symptom="?", category="?")
    )
    assert (ticket.owner, ticket.client, ticket.category, ticket.title) == ("", "", "", "INC0000007")


def test_development_is_remembered_with_whoever_sent_it_there(tmp_path: Path) -> None:
    ticket = only(
        tmp_path,
        update("7/3/2016 08:05", "Awaiting Problem", assigned_to="Resolver 3", problem_id="Problem 8"),
        update("7/3/2016 09:00", "Active", assigned_to="Resolver 4", problem_id="Problem 8"),
    )
    assert ticket.was_in_development
    assert (ticket.handed_at, ticket.sent_to_development_by) == (at("2016-03-07T08:05"), "Resolver 3")
    assert ticket.tracker_key == "Problem 8"


def test_moments_are_read_in_the_zone_given(tmp_path: Path) -> None:
    path = write(tmp_path, servicenow(update("7/3/2016 08:05")))
    (ticket,) = read("servicenow", path, reading(zone=ZoneInfo("Europe/Oslo")))
    assert ticket.since == at("2016-03-07T07:05")


def test_an_event_tells_what_changed_with_its_row(tmp_path: Path) -> None:
    ticket = only(
        tmp_path,
        update("7/3/2016 08:05"),
        update("7/3/2016 09:00", assigned_to="Resolver 3", sys_updated_by="Updated by 9"),
    )
    second = ticket.events[1]
    assert (second.status, second.before, second.owner) == ("", "new", "Resolver 3")
    assert dict(second.details) == {"assigned_to": "Resolver 3", "sys_updated_by": "Updated by 9"}


def test_titles_are_joined_by_the_number_modulo_their_count(tmp_path: Path) -> None:
    path = write(tmp_path, servicenow(update("7/3/2016 08:05", number="INC0000011")))
    (ticket,) = read("servicenow", path, reading(titles=titles("zero", "one", "two")))
    assert ticket.title == "two"
    (untitled,) = read("servicenow", path)
    assert untitled.title == "Category 5 · Symptom 9"


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        (update("32/3/2016 08:05"), "sys_updated_at"),
        (update("7/3/2016 08:06", "Forgotten"), "incident_state"),
        (update("7/3/2016 08:06", closed_at="soon", incident_state="Closed"), "closed_at"),
    ],
)
def test_a_ticket_with_a_bad_row_is_left_out_whole_and_told(
    tmp_path: Path, bad: dict[str, str], field: str
) -> None:
    report = Report(file="log.csv")
    other = update("7/3/2016 08:05", number="INC0000009")
    path = write(tmp_path, servicenow(update("7/3/2016 08:05"), bad, other))
    tickets = read("servicenow", path, reading(report))
    assert [ticket.key for ticket in tickets] == ["INC0000009"]
    assert [(row.line, row.field, row.ticket) for row in report.rows] == [(3, field, "INC0000007")]


def test_a_row_of_another_width_is_told_with_its_line(tmp_path: Path) -> None:
    report = Report(file="log.csv")
    text = servicenow(update("7/3/2016 08:05")) + "INC0000007,Active\n"
    assert read("servicenow", write(tmp_path, text), reading(report)) == []
    assert str(report.rows[0]) == "log.csv, line 3, row: has 2 cells, the header 21 ('INC0000007,Active')"


def test_a_bad_state_after_the_moment_is_of_no_concern(tmp_path: Path) -> None:
    report = Report()
    path = write(tmp_path, servicenow(update("7/3/2016 08:05"), update("8/3/2016 08:05", "Forgotten")))
    assert len(read("servicenow", path, reading(report, moment="2016-03-07T12:00"))) == 1
    assert report.rows == []


def test_a_file_without_the_columns_is_refused_by_their_names(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="line 1: there is no column incident_state, sys_updated_at, opened_at"):
        read("servicenow", write(tmp_path, "number,state\nINC1,New\n"))
