"""Lists of other boards as statuses of ours, by their names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.exchange.report import Report
from kanbandesk.exchange.status_names import StatusNames, blocked_reason, closing_reason, is_known
from kanbandesk.workflow.statuses import ClosingReason, default_workflow

STATUSES = {status.id for status in default_workflow().statuses}


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("To Do", "new"),
        ("TODO", "new"),
        ("✅ Done!", "solved"),
        ("In Progress 🚧", "in_progress"),
        ("Waiting for vendor", "waiting_vendor"),
        ("Waiting for customer reply", "waiting_client"),
        ("On hold", "postponed"),
        ("In development", "in_development"),
        ("Closed 🏆", "closed"),
        ("Done / Archived 📦", "closed"),
        ("К выполнению", "new"),
        ("В работе", "in_progress"),
        ("Ждём клиента", "waiting_client"),
        ("Готово", "solved"),
        ("Å gjøre", "new"),
        ("Pågår", "in_progress"),
        ("Venter på kunde", "waiting_client"),
        ("Ferdig", "solved"),
        ("Zu erledigen", "new"),
        ("In Bearbeitung", "in_progress"),
        ("Wartet auf Lieferant", "waiting_vendor"),
        ("Erledigt", "solved"),
        ("Blocked", "in_progress"),
    ],
)
def test_a_name_says_its_status_in_four_languages(name: str, status: str) -> None:
    report = Report()
    assert StatusNames(report).of(name) == status
    assert report.notices == []


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_our_own_ids_are_known(status: str) -> None:
    assert StatusNames(Report()).of(status) == status


def test_a_word_within_a_word_says_nothing() -> None:
    assert not is_known("Condone")


def test_what_the_person_said_outweighs_the_name() -> None:
    assert StatusNames(Report(), {"done ": "postponed"}).of("Done") == "postponed"


def test_a_guess_is_told_once_with_how_to_say_it_better() -> None:
    report = Report()
    names = StatusNames(report)
    assert [names.of("Kitchen", is_first=True), names.of("Cellar"), names.of("Cellar")] == [
        *("new", "in_progress", "in_progress")
    ]
    assert len(report.notices) == 2
    assert '"Cellar" is taken as in_progress; --map "Cellar=' in report.notices[1]


def test_what_else_the_board_tells_comes_before_a_guess() -> None:
    report = Report()
    assert StatusNames(report).of("Cellar", otherwise="solved") == "solved"
    assert report.notices == []


@given(st.text())
def test_any_name_finds_a_status(name: str) -> None:
    assert StatusNames(Report()).of(name) in STATUSES


def test_a_list_of_cancelled_cards_says_why_they_are_closed() -> None:
    assert closing_reason("Won't do") == ClosingReason.WITHDRAWN
    assert closing_reason("Дубль") == ClosingReason.DUPLICATE
    assert closing_reason("Archive") == ClosingReason.SOLVED


def test_a_list_of_blocked_cards_says_so() -> None:
    assert blocked_reason("🚫 Blocked") == "🚫 Blocked"
    assert blocked_reason("Doing") == ""
