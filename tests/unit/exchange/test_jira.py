"""Jira's exports, RSS and CSV."""

from pathlib import Path

import pytest

from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.report import Report
from kanbandesk.workflow.statuses import ClosingReason, Priority
from kanbandesk.workflow.tickets import MessageKind
from tests.unit.exchange.samples import at, jira_csv, jira_item, jira_rss, read, reading, write


def test_an_item_comes_over_with_people_words_and_dates(tmp_path: Path) -> None:
    item = jira_item(
        description="&lt;p&gt;Since &amp;lt;b&amp;gt; Monday&lt;/p&gt;",
        labels="<label>vpn</label><label>login</label>",
        due="Fri, 12 Nov 2021 00:00:00 +0000",
    )
    (ticket,) = read("jira-rss", write(tmp_path, jira_rss(item)))
    assert (ticket.key, ticket.title, ticket.status) == ("SUP-4", "Cannot log in", "in_progress")
    assert (ticket.owner, ticket.requester, ticket.priority) == ("Ada Berg", "Kim Client", Priority.HIGH)
    assert (ticket.category, ticket.tags, ticket.due_at) == ("Bug", ("vpn", "login"), at("2021-11-12"))
    assert (ticket.created_at, ticket.since) == (at("2021-09-24T21:22:15"), at("2021-09-25T17:00"))
    assert ticket.messages[0].body == "Since <b> Monday"


def test_the_reporters_words_are_the_clients_and_all_others_are_notes(tmp_path: Path) -> None:
    comments = (
        '<comment id="1" author="a:1" created="Fri, 24 Sep 2021 15:00:00 -0700">Still broken</comment>'
        '<comment id="2" author="a:9" created="Fri, 24 Sep 2021 16:00:00 -0700">Looking</comment>'
    )
    item = jira_item(comments=comments).replace("<reporter>", '<reporter accountid="a:1">')
    first, second = read("jira-rss", write(tmp_path, jira_rss(item)))[0].messages
    assert (first.kind, first.author) == (MessageKind.CLIENT, "Kim Client")
    assert (second.kind, second.author) == (MessageKind.NOTE, "a:9")


def test_nobody_is_nobody(tmp_path: Path) -> None:
    item = jira_item().replace("<assignee>", '<assignee accountid="-1">')
    assert read("jira-rss", write(tmp_path, jira_rss(item)))[0].owner == ""


def test_the_category_helps_where_the_name_of_a_status_says_nothing(tmp_path: Path) -> None:
    report = Report()
    item = jira_item(status="Tea time", statusCategory="Done", resolved="Sun, 26 Sep 2021 10:00:00 -0700")
    (ticket,) = read("jira-rss", write(tmp_path, jira_rss(item)), reading(report))
    assert (ticket.status, ticket.since) == ("solved", at("2021-09-26T17:00"))
    assert report.notices == []


def test_a_resolution_says_why_a_ticket_is_closed(tmp_path: Path) -> None:
    (ticket,) = read(
        "jira-rss", write(tmp_path, jira_rss(jira_item(status="Closed", resolution="Duplicate")))
    )
    assert ticket.closing_reason == ClosingReason.DUPLICATE


@pytest.mark.parametrize(
    ("xml", "match"),
    [
        ("<rss><channel>", "line 1: is no well-formed XML"),
        ("<rss></rss>", "no RSS of Jira"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><rss><channel>&a;</channel></rss>', "DTDForbidden"),
        ('<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss><channel/></rss>', "DTDForbidden"),
    ],
)
def test_xml_that_is_broken_or_reaches_out_is_refused(tmp_path: Path, xml: str, match: str) -> None:
    with pytest.raises(BadFile, match=match):
        read("jira-rss", write(tmp_path, xml))


def test_an_item_without_a_date_is_told(tmp_path: Path) -> None:
    report = Report()
    items = jira_rss(jira_item(created="once"), jira_item(key="SUP-5"))
    assert [ticket.key for ticket in read("jira-rss", write(tmp_path, items), reading(report))] == ["SUP-5"]
    assert [(row.field, row.ticket) for row in report.rows] == [("item[0].created", "SUP-4")]


def test_a_row_of_the_csv_comes_over_with_its_many_labels(tmp_path: Path) -> None:
    text = jira_csv(
        Comment="24/Sep/21 3:00 PM;Kim Client;Still; broken",
        Comment2="24/Sep/21 4:00 PM;Ada Berg;Looking",
        Attachment="24/Sep/21 3:00 PM;Kim Client;shot.png;https://x",
    )
    (ticket,) = read("jira-csv", write(tmp_path, text))
    assert (ticket.key, ticket.status, ticket.tags) == ("SUP-4", "in_progress", ("login", "vpn"))
    assert [(message.kind, message.body) for message in ticket.messages] == [
        (MessageKind.CLIENT, "It worked yesterday."),
        (MessageKind.CLIENT, "Still; broken"),
        (MessageKind.NOTE, "Looking"),
        (MessageKind.NOTE, "Attachments that stayed in the other program:\n- shot.png"),
    ]


def test_the_change_of_category_dates_the_status_where_jira_tells_it(tmp_path: Path) -> None:
    (ticket,) = read("jira-csv", write(tmp_path, jira_csv()))
    assert ticket.since == at("2021-09-25T10:00")
    (dated,) = read("jira-csv", write(tmp_path, jira_csv(Status_Category_Changed="24/Sep/21 6:00 PM")))
    assert dated.since == at("2021-09-24T18:00")


def test_a_bad_date_in_the_csv_leaves_the_ticket_out(tmp_path: Path) -> None:
    report = Report()
    assert read("jira-csv", write(tmp_path, jira_csv(Resolved="once upon")), reading(report)) == []
    assert [(row.line, row.field, row.ticket) for row in report.rows] == [(2, "Resolved", "SUP-4")]
