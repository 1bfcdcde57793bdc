"""Links come from outside: whatever they hold, they open a ticket or nothing."""

import pytest

from kanbandesk.app.instance import words_of
from kanbandesk.app.links import ticket_of
from kanbandesk.app.options import link_in

ID = "01959e4c-1111-7abc-8def-0123456789ab"


@pytest.mark.parametrize(
    ("link", "ticket"),
    [
        ("kanbandesk://ticket/123", "123"),
        ("kanbandesk://ticket/123/", "123"),
        ("kanbandesk://ticket/%23123", "123"),
        (f"kanbandesk://ticket/{ID}", ID),
    ],
)
def test_a_link_names_a_ticket(link: str, ticket: str) -> None:
    assert ticket_of(link) == ticket


@pytest.mark.parametrize(
    "link",
    [
        "",
        "kanbandesk://ticket/",
        "kanbandesk://ticket/12a",
        "kanbandesk://ticket/123\n--home=/tmp",
        "kanbandesk://ticket/1/../../etc/passwd",
        "kanbandesk://import/file",
        "kanbandesk://ticket/1234567890123",
        "kanbandesk://ticket/١٢٣",
        "KANBANDESK://ticket/1?x=y",
        "https://example.org/ticket/1",
    ],
)
def test_anything_else_names_none(link: str) -> None:
    assert ticket_of(link) == ""


def test_a_second_start_may_only_ask_for_a_ticket() -> None:
    assert link_in(["--home", "/elsewhere", "kanbandesk://ticket/7"]) == "7"
    assert link_in(["--home", "/elsewhere"]) == ""


@pytest.mark.parametrize("message", [b"", b"\xff", b"{}", b"1", b"[1, 2]", b"[[]]", b'"word"'])
def test_a_message_that_no_second_start_sends_has_no_words(message: bytes) -> None:
    assert words_of(message) == []


def test_the_words_of_a_second_start_arrive() -> None:
    assert words_of(b'["kanbandesk://ticket/7"]') == ["kanbandesk://ticket/7"]
