"""What is entered for a new ticket: kept as words, turned into commands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.ui.ticket.intake import Intake, commands_of, contact_of, from_words, to_words, with_contact
from kanbandesk.workflow.commands import CreateTicket, SaveClient, SaveContact
from kanbandesk.workflow.statuses import Priority
from kanbandesk.workflow.tickets import Channel
from tests.factories.workflow import make_client, make_contact

LIGA, BELKA = make_client(id="liga", name="Liga"), make_client(id="belka", name="Belka")
FULL = Intake(
    title="Calls end",
    text="Since 03:00",
    contact=make_contact(id="petra", client_id="liga"),
    client=LIGA,
    has_new_contact=True,
    priority=Priority.HIGH,
    line_id="second",
    channel=Channel.PHONE,
    tags=("telephony",),
)


def test_all_that_was_entered_comes_back_from_its_draft() -> None:
    assert from_words(to_words(FULL)) == FULL


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_words_come_back_from_their_draft(title: str, text: str) -> None:
    intake = Intake(title=title, text=text)
    restored = from_words(to_words(intake))
    assert restored == (Intake() if intake.is_empty() else intake)


@pytest.mark.parametrize("words", ["", "{", "[]", "null", '{"title": 1}', '{"unheard": "x"}'])
def test_a_draft_that_cannot_be_read_is_as_good_as_none(words: str) -> None:
    assert from_words(words) == Intake()


def test_an_empty_intake_leaves_no_draft() -> None:
    assert to_words(Intake(priority=Priority.HIGH)) == ""
    assert to_words(Intake(title="  ")) == ""


@pytest.mark.parametrize(
    ("intake", "heading"),
    [
        (Intake(title=" Calls\nend "), "Calls end"),
        (Intake(text="\n\nSince 03:00\nmore"), "Since 03:00"),
        (Intake(text="x" * 300), "x" * 99 + "…"),
        (Intake(), ""),
    ],
)
def test_the_title_is_what_was_written_or_the_first_line(intake: Intake, heading: str) -> None:
    assert intake.heading() == heading


@pytest.mark.parametrize(
    ("typed", "name", "mail", "phone"),
    [
        ("Petra Lind", "Petra Lind", "", ""),
        ("Petra petra@liga.example Lind", "Petra Lind", "petra@liga.example", ""),
        ("+4791000001", "+4791000001", "", "+4791000001"),
        ("petra@liga.example", "petra@liga.example", "petra@liga.example", ""),
        ("Room 12", "Room 12", "", ""),
        ("a@b", "a@b", "", ""),
    ],
)
def test_mail_and_number_are_told_from_the_name(typed: str, name: str, mail: str, phone: str) -> None:
    contact = contact_of(typed)
    assert (contact.name, contact.mail, contact.phone) == (name, mail, phone)


def test_a_known_contact_brings_the_client_along() -> None:
    petra = make_contact(client_id="liga")
    assert with_contact(Intake(client=BELKA, has_new_client=True), petra, LIGA) == Intake(
        contact=petra, client=LIGA
    )
    kept = with_contact(Intake(client=BELKA, has_new_client=True), petra, None)
    assert (kept.client, kept.has_new_client) == (BELKA, True)


def test_new_people_are_made_before_their_ticket() -> None:
    contact, ticket = commands_of(FULL, "t")
    assert isinstance(contact, SaveContact)
    assert isinstance(ticket, CreateTicket)
    assert contact.contact.client_id == "liga"
    assert (ticket.requester_id, ticket.client_id, ticket.channel, ticket.tags) == (
        "petra",
        "liga",
        Channel.PHONE,
        ("telephony",),
    )
    kinds = [
        type(command) for command in commands_of(Intake(title="x", client=BELKA, has_new_client=True), "t")
    ]
    assert kinds == [SaveClient, CreateTicket]


def test_a_ticket_without_words_has_no_message() -> None:
    [ticket] = commands_of(Intake(title="x", text="  "), "t")
    assert isinstance(ticket, CreateTicket)
    assert (ticket.text, ticket.message_id) == ("", "")
