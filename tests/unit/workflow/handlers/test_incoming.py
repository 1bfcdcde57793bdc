"""What comes in: who it is, where it goes, and what belongs to what is there already (R3, R4, R5, R11b)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kanbandesk.workflow.clients import Contact
from kanbandesk.workflow.commands import (
    AnswerClient,
    CreateTicket,
    SaveContact,
    SetAway,
    SplitTicket,
    TakeIn,
)
from kanbandesk.workflow.events import TicketSplit
from kanbandesk.workflow.people import SYSTEM
from kanbandesk.workflow.process import Process, RoutingRule
from kanbandesk.workflow.records import NoticeKind, Notification
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, StatusKind
from kanbandesk.workflow.tickets import Channel, Link, Message, MessageKind, Ticket
from tests.factories.support import Support, ask
from tests.factories.workflow import (
    OFFICE_HOURS,
    make_attachment,
    make_client,
    make_contact,
    make_id,
)

K = StatusKind
IVER = "iver@nordlys.example"


def mail(**changes: Any) -> TakeIn:
    """Return a mail of Iver's."""
    values: dict[str, Any] = {
        "ticket_id": make_id(),
        "message_id": make_id(),
        "title": "Blank labels again",
        "text": "They come out blank.",
        "channel": Channel.MAIL,
        "sender": IVER,
    } | changes
    return TakeIn(**values)


def taken_in(support: Support, **changes: Any) -> Ticket:
    """Return the ticket on which a mail has come to lie."""
    command = mail(**changes)
    support.do(SYSTEM, command)
    return support.ticket(support.ledger.get(Message, command.message_id).ticket_id)


class TestWhoItIs:
    """R4."""

    @pytest.mark.parametrize(
        ("channel", "sender"),
        [
            (Channel.MAIL, IVER),
            (Channel.MAIL, " Iver@Nordlys.EXAMPLE "),
            (Channel.FORM, IVER),
            (Channel.FORM, "+47 22 00 00 00"),
            (Channel.PHONE, "+4722000000"),
            (Channel.PHONE, "0047 (22) 00-00-00"),
            (Channel.CHAT, "@iver"),
        ],
    )
    def test_an_address_leads_to_contact_and_client(
        self, support: Support, channel: Channel, sender: str
    ) -> None:
        support.ledger.add(replace(support.iver, chat="@iver"))
        ticket = taken_in(support, channel=channel, sender=sender)
        assert (ticket.requester_id, ticket.client_id) == (support.iver.id, support.client.id)

    def test_an_address_kept_in_other_letters_is_found_as_it_was_written(self, support: Support) -> None:
        support.ledger.add(replace(support.iver, mail="Iver@Nordlys.example"))
        assert taken_in(support, sender="Iver@Nordlys.example").requester_id == support.iver.id

    def test_what_is_kept_of_a_contact_is_kept_as_it_is_compared(self, support: Support) -> None:
        contact = make_contact(mail="Kari@Sol.EXAMPLE", phone="0047 33 00 00 00", client_id=support.client.id)
        support.do(support.ada, SaveContact(contact=contact))
        assert taken_in(support, sender="kari@sol.example").requester_id == contact.id
        assert taken_in(support, sender="+4733000000", channel=Channel.PHONE).requester_id == contact.id

    def test_several_contacts_set_only_their_common_client(self, support: Support) -> None:
        support.ledger.add(make_contact(name="Kari Dahl", client_id=support.client.id))
        ticket = taken_in(support)
        assert (ticket.requester_id, ticket.client_id) == ("", support.client.id)

    def test_contacts_of_different_clients_set_nothing(self, support: Support) -> None:
        other = make_client(name="Sol AS")
        support.ledger.add(other, make_contact(client_id=other.id))
        ticket = taken_in(support)
        assert (ticket.requester_id, ticket.client_id) == ("", "")

    def test_who_is_not_known_becomes_a_contact_and_is_known_next_time(self, support: Support) -> None:
        first = taken_in(support, sender="Ola@Hav.example", sender_name="Ola Hav")
        contact = support.ledger.get(Contact, first.requester_id)
        assert (contact.name, contact.mail, contact.client_id) == ("Ola Hav", "ola@hav.example", "")
        assert taken_in(support, sender="ola@hav.example").id == first.id

    def test_what_comes_without_a_sender_has_no_requester(self, support: Support) -> None:
        assert taken_in(support, sender="").requester_id == ""

    def test_a_requester_does_not_speak_for_others(self, support: Support) -> None:
        assert support.refused(support.requester, mail()).code == "role"


class TestSameAgent:
    """R3."""

    def test_a_requester_with_an_open_ticket_comes_to_that_one(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_CLIENT)
        ticket = taken_in(support)
        assert (ticket.id, ticket.status_id, ticket.owner_id) == (ticket_id, "in_progress", support.ada.id)
        assert support.messages(ticket_id)[-1].kind is MessageKind.CLIENT

    def test_a_colleague_of_the_same_client_gets_a_ticket_of_his_own(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.ledger.add(make_contact(client_id=support.client.id, mail="kari@nordlys.example", phone=""))
        assert taken_in(support, sender="kari@nordlys.example").id != ticket_id

    def test_a_closed_ticket_is_not_open(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        assert taken_in(support).id != ticket_id

    def test_of_several_the_one_with_the_latest_activity(self, support: Support) -> None:
        older, newer = support.in_status(K.IN_PROGRESS), support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        assert taken_in(support).id in {older, newer}
        support.wait(HOUR)
        support.do(support.ada, AnswerClient(ticket_id=older, message_id=make_id(), text="Try again"))
        support.wait(HOUR)
        assert taken_in(support).id == older

    def test_the_replys_token_decides(self, support: Support) -> None:
        first = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.in_status(K.IN_PROGRESS)
        assert taken_in(support, token_ticket_id=first).id == first

    def test_the_token_of_a_closed_ticket_reopens_it_for_its_owner(self, support: Support) -> None:
        """R11b: up to 14 calendar days."""
        ticket_id = support.in_status(K.CLOSED)
        support.wait(13 * DAY)
        ticket = taken_in(support, token_ticket_id=ticket_id)
        assert (ticket.id, ticket.status_id, ticket.owner_id) == (ticket_id, "in_progress", support.ada.id)

    def test_an_absent_owners_ticket_is_offered_to_the_line(self, support: Support) -> None:
        support.in_status(K.WAITING_CLIENT)
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=True))
        ticket = taken_in(support)
        assert (ticket.offered_line_id, ticket.owner_id) == ("first", support.ada.id)
        told = [one.agent_id for one in support.ledger.all(Notification) if one.kind is NoticeKind.OFFERED]
        assert support.bo.id in told

    def test_what_others_hold_stays_and_the_lead_hears_of_the_absent_owner(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_DEVELOPMENT)
        support.do(support.ada, SetAway(agent_id=support.ada.id, is_away=True))
        ticket = taken_in(support)
        assert (ticket.id, ticket.status_id, ticket.offered_line_id) == (ticket_id, "in_development", "")
        told = [one.kind for one in support.ledger.all(Notification) if one.agent_id == support.admin.id]
        assert told == [NoticeKind.OWNER_ABSENT]

    @pytest.mark.parametrize(("case", "is_offered"), [("how_to", False), ("fault", True)])
    def test_who_is_merely_off_shift_finds_it_unless_it_is_a_problem(
        self, case: str, is_offered: bool
    ) -> None:
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.ledger.add(
            replace(support.ticket(ticket_id), sla_class="problem" if case == "fault" else "settings")
        )
        support.do(support.ada, ask(ticket_id))
        support.wait(10 * HOUR)
        assert bool(taken_in(support).offered_line_id) is is_offered

    def test_the_same_message_comes_in_once(self, support: Support) -> None:
        first = taken_in(support, source_key="<1@nordlys.example>")
        support.do(SYSTEM, mail(source_key="<1@nordlys.example>"))
        assert len(support.messages(first.id)) == 1
        assert len(support.ledger.all(Ticket)) == 1

    def test_what_cannot_be_read_is_taken_in_all_the_same(self, support: Support) -> None:
        """R21."""
        ticket = taken_in(support, title=" ", text="First line\n" + "x" * 600)
        assert ticket.title.startswith("First line")
        assert taken_in(support, text="  ", sender="ola@hav.example").title == "Blank labels again"


class TestSplit:
    """R3: another matter may be split off."""

    def test_the_other_matter_has_its_own_ticket_with_copies(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS, text="It beeps. And the bill is wrong.", message_id="m1")
        file = make_attachment(ticket_id=ticket_id)
        support.ledger.add(file, replace(support.ledger.get(Message, "m1"), attachment_ids=(file.id,)))
        new_id, link_id = make_id(), make_id()
        command = SplitTicket(
            ticket_id=ticket_id,
            new_ticket_id=new_id,
            link_id=link_id,
            title="The bill is wrong",
            message_ids=("m1",),
        )
        uid = support.do(support.ada, command)

        new = support.ticket(new_id)
        assert (new.status_id, new.owner_id, new.line_id) == ("new", "", "first")
        assert (new.requester_id, new.client_id) == (support.iver.id, support.client.id)
        (copy,) = support.messages(new_id)
        assert (copy.body, copy.kind, copy.id != "m1") == (
            "It beeps. And the bill is wrong.",
            MessageKind.CLIENT,
            True,
        )
        assert len(copy.attachment_ids) == new.attachment_count == 1
        assert len(support.messages(ticket_id)) == 1
        link = support.ledger.get(Link, link_id)
        assert (link.source_id, link.target_id) == (ticket_id, new_id)
        facts = support.facts(uid)
        assert TicketSplit(to_id=new_id) in facts
        assert TicketSplit(from_id=ticket_id) in facts

    def test_only_messages_of_the_ticket_go_with_it(self, support: Support) -> None:
        ticket_id, other = support.in_status(K.IN_PROGRESS), support.opened(text="Hello", message_id="m2")
        command = SplitTicket(
            ticket_id=ticket_id,
            new_ticket_id=make_id(),
            link_id=make_id(),
            title="Other",
            message_ids=("m2",),
        )
        assert support.refused(support.ada, command).code == "not_found"
        assert len(support.messages(other)) == 1


class TestWhichLine:
    """R5."""

    def line_of(self, support: Support, **changes: Any) -> str:
        values: dict[str, Any] = {"ticket_id": make_id(), "title": "The printer beeps"} | changes
        support.do(support.bo, CreateTicket(**values))
        return support.ticket(values["ticket_id"]).line_id

    def rules(self, support: Support, *rules: RoutingRule) -> None:
        support.ledger.add(replace(support.ledger.get(Process, "default"), routing=rules))

    @pytest.mark.parametrize(
        ("choice", "line_id"),
        [("technical", "second"), ("plain", "first"), ("not_technical", "commercial"), ("", "first")],
    )
    def test_the_requesters_choice_leads_to_its_line(
        self, support: Support, choice: str, line_id: str
    ) -> None:
        assert self.line_of(support, request_type=choice) == line_id
        assert taken_in(support, request_type=choice).line_id == line_id

    def test_the_choice_beats_the_rules(self, support: Support) -> None:
        self.rules(support, RoutingRule(id="a", name="Beeps", line_id="third", words=("beeps",)))
        assert self.line_of(support, request_type="technical") == "second"
        assert self.line_of(support) == "third"

    def test_the_first_rule_that_fits_wins(self, support: Support) -> None:
        self.rules(
            support,
            RoutingRule(id="a", name="Hardware", line_id="second", category="hardware"),
            RoutingRule(id="b", name="Beeps", line_id="third", words=("beeps",)),
            RoutingRule(id="c", name="Printers", line_id="commercial", words=("printer",)),
        )
        assert self.line_of(support) == "third"
        assert self.line_of(support, category="Hardware") == "second"

    def test_client_and_region_lead_to_a_line(self, support: Support) -> None:
        support.ledger.add(replace(support.client, region="North"))
        self.rules(
            support,
            RoutingRule(id="a", name="North", line_id="third", region="north"),
        )
        assert self.line_of(support, requester_id=support.iver.id) == "third"
        self.rules(support, RoutingRule(id="a", name="One", line_id="second", client_id=support.client.id))
        assert self.line_of(support, requester_id=support.iver.id) == "second"

    def test_words_of_the_first_message_count_too(self, support: Support) -> None:
        self.rules(support, RoutingRule(id="a", name="Bill", line_id="commercial", words=("the bill",)))
        assert self.line_of(support, text="About The Bill!", message_id=make_id()) == "commercial"

    def test_a_line_that_is_named_is_taken(self, support: Support) -> None:
        self.rules(support, RoutingRule(id="a", name="Beeps", line_id="third", words=("beeps",)))
        assert self.line_of(support, line_id="second") == "second"


def test_take_in_offers_the_ticket_and_starts_its_clocks(support: Support) -> None:
    """R1a."""
    ticket = taken_in(support)
    assert support.dues(ticket.id)[1] == 5 * MINUTE
    assert ticket.timer_at is not None
    offered = [one for one in support.ledger.all(Notification) if one.kind is NoticeKind.OFFERED]
    assert {one.agent_id for one in offered} == {support.ada.id, support.bo.id, support.lea.id}
