"""R4: contacts with several addresses, two that are one, and clients and contacts that are put away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.commands import (
    AddAddress,
    Command,
    CreateTicket,
    EditTicket,
    ImportedTicket,
    ImportTickets,
    MergeClients,
    MergeContacts,
    PutAway,
    RemoveAddress,
    SaveContact,
    SaveProcess,
    TakeIn,
)
from kanbandesk.workflow.events import FieldsEdited
from kanbandesk.workflow.process import Process, RoutingRule
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Channel, Ticket
from tests.factories.support import Support
from tests.factories.workflow import make_client, make_contact, make_id, make_ticket

K = StatusKind


def add(support: Support, contact: Contact, **address: str) -> str:
    """Give a contact a further address; return the id of its row."""
    address_id = make_id()
    support.do(support.ada, AddAddress(contact_id=contact.id, new_address_id=address_id, **address))
    return address_id


def writes(support: Support, sender: str, channel: Channel = Channel.MAIL) -> Ticket:
    """Take in what somebody writes; return the ticket that it lies with."""
    ticket_id, message_id = make_id(), make_id()
    support.do(
        support.ada,
        TakeIn(
            ticket_id=ticket_id,
            message_id=message_id,
            title="Blank labels",
            text="Since today",
            channel=channel,
            sender=sender,
        ),
    )
    return next(
        ticket
        for ticket in support.ledger.all(Ticket)
        if message_id in [message.id for message in support.messages(ticket.id)]
    )


@pytest.fixture
def anna(support: Support) -> Contact:
    """Another contact, of no client yet."""
    contact = make_contact(name="Anna Moe", client_id="", mail="anna@nordlys.example", phone="+4722000001")
    support.ledger.add(contact)
    return contact


class TestAddresses:
    @pytest.mark.parametrize(
        ("address", "sender", "channel"),
        [
            ({"mail": " Iver@Home.example "}, "iver@home.EXAMPLE", Channel.MAIL),
            ({"phone": "0047 99 00 00 00"}, "+47 99000000", Channel.PHONE),
            ({"chat": "@iver"}, "@iver", Channel.CHAT),
        ],
    )
    def test_a_contact_is_recognised_by_any_of_them(
        self, support: Support, address: dict[str, str], sender: str, channel: Channel
    ) -> None:
        add(support, support.iver, **address)
        ticket = writes(support, sender, channel)

        assert (ticket.requester_id, ticket.client_id) == (support.iver.id, support.client.id)
        assert writes(support, support.iver.mail).id == ticket.id  # R3: his open one

    def test_an_address_that_is_taken_away_leads_to_him_no_more(self, support: Support) -> None:
        address_id = add(support, support.iver, mail="iver@home.example")
        support.do(support.ada, RemoveAddress(address_id=address_id))

        assert writes(support, "iver@home.example").requester_id != support.iver.id
        assert writes(support, support.iver.mail).requester_id == support.iver.id

    def test_an_address_has_words_and_belongs_to_somebody(self, support: Support, anna: Contact) -> None:
        nothing = AddAddress(contact_id=anna.id, new_address_id=make_id(), mail="  ")
        assert str(support.refused(support.ada, nothing)) == "empty(field='mail')"
        assert (
            support.refused(support.ada, replace(nothing, contact_id="nobody", mail="a@b")).code
            == "not_found"
        )
        assert support.refused(support.ada, RemoveAddress(address_id=anna.id)).code == "not_found"


class TestMergedContacts:
    def test_tickets_and_addresses_are_the_others(self, support: Support, anna: Contact) -> None:
        open_id, closed_id = support.in_status(K.IN_PROGRESS), support.in_status(K.CLOSED)
        add(support, support.iver, mail="iver@home.example")
        before = support.ticket(open_id)
        uid = support.do(support.ada, MergeContacts(contact_id=support.iver.id, target_id=anna.id))

        assert [support.ticket(one).requester_id for one in (open_id, closed_id)] == [anna.id] * 2
        after = support.ticket(open_id)
        assert replace(after, requester_id=before.requester_id, revision=before.revision) == before
        assert support.facts(uid) == [FieldsEdited(), FieldsEdited()]
        assert support.ledger.get(Contact, anna.id).client_id == support.client.id
        for sender in (support.iver.mail, "iver@home.example", anna.mail):
            assert writes(support, sender).id == open_id

    def test_whoever_does_not_know_of_it_yet_means_the_one_who_remains(
        self, support: Support, anna: Contact
    ) -> None:
        support.do(support.ada, MergeContacts(contact_id=support.iver.id, target_id=anna.id))
        ticket_id = support.opened(requester_id=support.iver.id)
        assert support.ticket(ticket_id).requester_id == anna.id
        support.do(support.ada, EditTicket(ticket_id=ticket_id, requester_id=support.iver.id))
        assert support.ticket(ticket_id).requester_id == anna.id

        again = SaveContact(contact=replace(support.iver, name="Iver D."))
        assert support.refused(support.ada, again).code == "not_found"
        third = make_contact(name="Third")
        support.ledger.add(third)
        support.do(support.ada, MergeContacts(contact_id=anna.id, target_id=third.id))
        assert writes(support, support.iver.mail).requester_id == third.id

    def test_an_import_finds_the_one_who_remains(self, support: Support, anna: Contact) -> None:
        known = replace(support.iver, source_key="log:Iver")
        support.ledger.add(known)
        support.do(support.ada, MergeContacts(contact_id=known.id, target_id=anna.id))
        brought = make_contact(name="Iver", client_id="", source_key="log:Iver")
        ticket = make_ticket(requester_id=brought.id, source_key="log:1", client_id="")
        support.do(
            support.admin,
            ImportTickets(tickets=(ImportedTicket(ticket=ticket),), contacts=(brought,)),
        )

        (imported,) = (one for one in support.ledger.all(Ticket) if one.source_key == "log:1")
        assert imported.requester_id == anna.id

    def test_nobody_is_merged_into_himself_or_twice(self, support: Support, anna: Contact) -> None:
        merge = MergeContacts(contact_id=support.iver.id, target_id=support.iver.id)
        assert support.refused(support.ada, merge).code == "malformed"
        support.do(support.ada, replace(merge, target_id=anna.id))
        assert support.refused(support.ada, replace(merge, target_id=anna.id)).code == "malformed"
        back = MergeContacts(contact_id=anna.id, target_id=support.iver.id)
        assert support.refused(support.ada, back).code == "malformed"


class TestMergedClients:
    def test_tickets_contacts_and_rules_are_the_others(self, support: Support) -> None:
        other = make_client(name="Fjord Hotels", contract_number="")
        support.ledger.add(other)
        rule = RoutingRule(id="r", name="Hotel", line_id="second", client_id=support.client.id)
        process = support.ledger.get(Process, "default")
        support.do(support.admin, SaveProcess(process=replace(process, routing=(rule,))))
        ticket_id = support.opened()
        support.do(support.ada, MergeClients(client_id=support.client.id, target_id=other.id))

        assert support.ticket(ticket_id).client_id == other.id
        assert support.ledger.get(Contact, support.iver.id).client_id == other.id
        process = support.ledger.get(Process, "default")
        assert process.routing[0].client_id == other.id
        assert process.is_put_away(support.client.id)
        kept = support.ledger.get(Client, other.id)
        assert kept.contract_number == support.client.contract_number
        late = CreateTicket(ticket_id=make_id(), title="Late", client_id=support.client.id)
        support.do(support.ada, late)
        assert support.ticket(late.ticket_id).client_id == other.id

    def test_a_merged_client_neither_comes_back_nor_takes_another(self, support: Support) -> None:
        other = make_client(name="Fjord Hotels")
        support.ledger.add(other)
        support.do(support.ada, MergeClients(client_id=support.client.id, target_id=other.id))

        back = PutAway(kind="client", entity_id=support.client.id, is_away=False)
        assert support.refused(support.ada, back).code == "merged"
        for target in (support.client.id, other.id):
            merge = MergeClients(client_id=other.id, target_id=target)
            assert support.refused(support.ada, merge).code == "malformed"


class TestPutAway:
    def test_it_is_offered_no_more_and_again_and_recognised_all_the_time(self, support: Support) -> None:
        for kind, one in (("client", support.client.id), ("contact", support.iver.id)):
            support.do(support.ada, PutAway(kind=kind, entity_id=one))
            assert support.ledger.get(Process, "default").is_put_away(one)
        process = support.ledger.get(Process, "default")
        support.do(support.admin, SaveProcess(process=replace(process, put_away=(), football_returns=4)))

        assert writes(support, support.iver.mail).client_id == support.client.id
        support.do(support.ada, PutAway(kind="contact", entity_id=support.iver.id, is_away=False))
        kept = support.ledger.get(Process, "default")
        assert [one.id for one in kept.put_away] == [support.client.id]

    def test_only_who_keeps_clients_does_any_of_it(self, support: Support, anna: Contact) -> None:
        commands: list[Command] = [
            AddAddress(contact_id=anna.id, new_address_id=make_id(), mail="a@b.example"),
            RemoveAddress(address_id=anna.id),
            MergeContacts(contact_id=support.iver.id, target_id=anna.id),
            MergeClients(client_id=support.client.id, target_id=support.client.id),
            PutAway(kind="contact", entity_id=anna.id),
        ]
        for command in commands:
            for who in (support.dev, support.requester):
                assert str(support.refused(who, command)) == "role(action='keep_clients')"
        unknown = PutAway(kind="line", entity_id="first")
        assert support.refused(support.ada, unknown).code == "unknown_value"
