"""Whole tickets with their story (C9, R7b, R10)."""

from dataclasses import replace
from typing import Any

import pytest

from kanbandesk.workflow.commands import ClaimTicket, ImportedTicket, ImportTickets
from kanbandesk.workflow.events import Event, Fact, MessageAdded, RecordImported, StatusChanged, TicketCreated
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.sla import SlaClock
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, ClockKind
from kanbandesk.workflow.tickets import Attachment, Link, Message, MessageKind, NormClock, Ticket
from tests.factories.support import Support
from tests.factories.workflow import (
    NOW,
    OFFICE_HOURS,
    make_agent,
    make_attachment,
    make_client,
    make_contact,
    make_event,
    make_id,
    make_link,
    make_message,
    make_ticket,
)


def foreign(**changes: Any) -> Ticket:
    """Return a ticket as a reader makes it: without number, rank and clocks."""
    key = make_id()
    return make_ticket(**({"number": None, "rank": "", "source_key": f"log:{key}"} | changes))


def taken_in(support: Support, *tickets: ImportedTicket | Ticket, **people: Any) -> list[Ticket]:
    whole = [
        ticket if isinstance(ticket, ImportedTicket) else ImportedTicket(ticket=ticket) for ticket in tickets
    ]
    support.do(support.admin, ImportTickets(tickets=tuple(whole), **people))
    return [support.ticket(each.ticket.id) for each in whole]


class TestTwice:
    """Importing twice adds nothing twice."""

    def test_second_import_changes_nothing(self, support: Support) -> None:
        ticket = foreign()
        agent = make_agent(source_key="log:agent")
        whole = ImportedTicket(
            ticket=ticket,
            events=(make_event(ticket_id=ticket.id),),
            messages=(make_message(ticket_id=ticket.id),),
            attachments=(make_attachment(ticket_id=ticket.id),),
        )
        taken_in(support, whole, agents=(agent,))
        before = (dict(support.ledger.entities), list(support.ledger.events), support.ledger.next_number)
        taken_in(support, whole, agents=(agent,))

        assert (support.ledger.entities, support.ledger.events, support.ledger.next_number) == before

    def test_worked_on_ticket_is_left_alone(self, support: Support) -> None:
        ticket = foreign()
        taken_in(support, ticket)
        support.do(support.ada, ClaimTicket(ticket_id=ticket.id))
        taken_in(support, ticket)

        assert support.ticket(ticket.id).owner_id == support.ada.id

    def test_source_key_decides_whatever_the_id(self, support: Support) -> None:
        ticket = foreign()
        taken_in(support, ticket)
        support.do(
            support.admin, ImportTickets(tickets=(ImportedTicket(ticket=replace(ticket, id=make_id())),))
        )

        assert len(support.ledger.all(Ticket)) == 1

    def test_same_ticket_twice_in_one_command_comes_once(self, support: Support) -> None:
        ticket = foreign()
        command = ImportTickets(
            tickets=(ImportedTicket(ticket=ticket), ImportedTicket(ticket=replace(ticket, id=make_id())))
        )
        support.do(support.admin, command)

        assert [each.id for each in support.ledger.all(Ticket)] == [ticket.id]

    def test_tickets_without_a_key_are_known_by_their_id(self, support: Support) -> None:
        ticket = foreign(source_key="")
        first = taken_in(support, ticket, foreign(source_key=""))
        again = taken_in(support, ticket)

        assert again == first[:1]
        assert len(support.ledger.all(Ticket)) == 2


class TestPeople:
    """Who is here already stands for who is named."""

    def test_known_people_take_the_place_of_the_same(self, support: Support) -> None:
        known = make_agent(source_key="log:7", name="Resolver 7")
        client, contact = make_client(source_key="log:c"), make_contact(source_key="log:p")
        support.ledger.add(known, client, contact)
        named = (replace(known, id=make_id()), replace(client, id=make_id()), replace(contact, id=make_id()))
        ticket = foreign(
            owner_id=named[0].id,
            client_id=named[1].id,
            requester_id=named[2].id,
            watcher_ids=(named[0].id, support.ada.id),
            companion_ids=(named[0].id,),
            sent_to_development_by=named[0].id,
        )
        whole = ImportedTicket(
            ticket=ticket,
            events=(make_event(ticket_id=ticket.id, actor_id=named[0].id),),
            messages=(make_message(ticket_id=ticket.id, author_id=named[2].id),),
        )
        (kept,) = taken_in(support, whole, agents=named[:1], clients=named[1:2], contacts=named[2:])

        assert (kept.owner_id, kept.client_id, kept.requester_id) == (known.id, client.id, contact.id)
        assert (kept.watcher_ids, kept.companion_ids) == ((known.id, support.ada.id), (known.id,))
        assert kept.sent_to_development_by == known.id
        assert support.messages(kept.id)[0].author_id == contact.id
        assert support.ledger.events[-1].actor_id == known.id
        assert len([agent for agent in support.ledger.all(Agent) if agent.source_key]) == 1

    def test_known_client_is_the_new_contacts(self, support: Support) -> None:
        client = make_client(source_key="log:c")
        support.ledger.add(client)
        named = replace(client, id=make_id())
        contact = make_contact(client_id=named.id)
        taken_in(support, clients=(named,), contacts=(contact,))

        assert support.ledger.get(type(contact), contact.id).client_id == client.id

    def test_new_people_and_lines_are_kept_known_lines_stay(self, support: Support) -> None:
        agent, line = make_agent(), Line(id="group-70", name="Group 70", position=9)
        taken_in(support, agents=(agent,), lines=(line, Line(id="first", name="Other name")))

        assert support.ledger.get(Agent, agent.id) == agent
        assert support.ledger.get(Line, "group-70") == line
        assert support.ledger.get(Line, "first").name == "First line"

    def test_only_administrators_import(self, support: Support) -> None:
        for who in (support.ada, support.lea, support.requester):
            assert str(support.refused(who, ImportTickets())) == "role(action='import')"


class TestStory:
    """Events stay as they are; messages and files come along."""

    def test_events_are_kept_as_given_and_nothing_is_told(self, support: Support) -> None:
        ticket = foreign()
        event = make_event(RecordImported(status_id="new", details=(("priority", "3"),)), ticket_id=ticket.id)
        support.do(support.admin, ImportTickets(tickets=(ImportedTicket(ticket=ticket, events=(event,)),)))

        assert support.ledger.events == [event]

    def test_messages_files_and_links_come_along(self, support: Support) -> None:
        one, other = foreign(), foreign()
        message = make_message(ticket_id=one.id, body="a\x00b\nc" * 20_000)
        attachment, link = make_attachment(ticket_id=one.id), make_link(source_id=one.id, target_id=other.id)
        whole = ImportedTicket(ticket=one, messages=(message,), attachments=(attachment,), links=(link,))
        kept, _ = taken_in(support, whole, other)

        assert support.ledger.get(Message, message.id).body == "ab\nc" * 20_000
        assert support.ledger.get(Attachment, attachment.id) == attachment
        assert support.ledger.get(Link, link.id) == link
        assert (kept.message_count, kept.attachment_count, kept.link_count) == (1, 1, 1)

    def test_titles_are_made_fit_never_refused(self, support: Support) -> None:
        long, hidden, none = taken_in(
            support,
            foreign(title="x" * 600),
            foreign(title=" a\x00\n b "),
            foreign(title="\x00", source_key="log:9"),
        )

        assert (len(long.title), hidden.title, none.title) == (500, "a b", "log:9")

    def test_every_ticket_gets_a_number(self, support: Support) -> None:
        tickets = taken_in(support, foreign(), foreign(number=77), foreign())

        assert [ticket.number for ticket in tickets] == [1, 2, 3]

    def test_unknown_status_refuses_the_whole_command(self, support: Support) -> None:
        command = ImportTickets(
            tickets=(ImportedTicket(ticket=foreign()), ImportedTicket(ticket=foreign(status_id="limbo")))
        )
        refusal = support.refused(support.admin, command)
        assert str(refusal) == "unknown_value(field='status_id', value='limbo')"

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"created_at": -1}, "created_at"),
            ({"status_since": 10**13}, "status_since"),
            ({"rejected_count": 2**53}, "rejected_count"),
            ({"clocks": (NormClock(status_id="new", kind=ClockKind.WALL, since=10**13),)}, "since"),
            ({"sla": SlaClock.start(5, ClockKind.WALL, -5)}, "started_at"),
        ],
    )
    def test_numbers_out_of_range_are_refused(
        self, support: Support, changes: dict[str, Any], field: str
    ) -> None:
        command = ImportTickets(tickets=(ImportedTicket(ticket=foreign(**changes)),))
        assert str(support.refused(support.admin, command)) == f"malformed(field='{field}')"

    def test_200_tickets_are_one_command(self, support: Support) -> None:
        whole = tuple(ImportedTicket(ticket=foreign()) for _ in range(201))
        support.do(support.admin, ImportTickets(tickets=whole[:200]))
        refusal = support.refused(support.admin, ImportTickets(tickets=whole))
        assert str(refusal) == "too_many(field='tickets', limit=200)"


class TestPlaces:
    """Below what lies in the column, in the order given."""

    def test_tickets_lie_in_the_order_given(self, support: Support) -> None:
        here = support.ticket(support.opened())
        tickets = taken_in(support, *(foreign() for _ in range(50)))
        ranks = [here.rank, *(ticket.rank for ticket in tickets)]

        assert ranks == sorted(set(ranks))
        assert max(map(len, ranks)) <= 3

    def test_many_batches_stay_short(self, support: Support) -> None:
        for _ in range(30):
            taken_in(support, *(foreign(status_id="closed") for _ in range(20)))

        assert max(len(ticket.rank) for ticket in support.ledger.all(Ticket)) <= 4

    def test_ranks_that_come_along_stay(self, support: Support) -> None:
        (ticket,) = taken_in(support, foreign(rank="K"))

        assert ticket.rank == "K"


def happened(ticket: Ticket, *facts: tuple[int, Fact]) -> tuple[Event, ...]:
    return tuple(make_event(fact, ticket_id=ticket.id, at=at) for at, fact in facts)


class TestAges:
    """C9: an import computes ages: those of the log."""

    @pytest.mark.parametrize(
        ("status_id", "dues"),
        [
            ("new", (40_000, 5 * MINUTE, 15 * MINUTE)),
            ("assigned", (5 * MINUTE, 15 * MINUTE, HOUR)),
            ("in_progress", (2 * HOUR, 4 * HOUR, 8 * HOUR)),
            ("waiting_client", (DAY, 2 * DAY, 3 * DAY)),
            ("waiting_vendor", (DAY, 3 * DAY, 7 * DAY)),
            ("postponed", (0, 4 * HOUR, DAY)),
            ("in_development", (None, None, None)),
            ("solved", (DAY, None, None)),
            ("closed", (None, None, None)),
        ],
    )
    def test_log_without_replies_counts_from_the_entry(
        self, support: Support, status_id: str, dues: tuple[int | None, ...]
    ) -> None:
        entered = NOW - 30 * DAY
        (ticket,) = taken_in(
            support, foreign(status_id=status_id, created_at=NOW - 90 * DAY, status_since=entered)
        )

        assert ticket.dues == tuple(None if due is None else entered + due for due in dues)
        assert ticket.status_since == entered

    def test_development_with_a_date_has_its_norm(self, support: Support) -> None:
        (ticket,) = taken_in(
            support, foreign(status_id="in_development", status_since=NOW, due_at=NOW + 10 * DAY)
        )

        assert ticket.dues == (NOW + 8 * DAY, NOW + 10 * DAY, NOW + 12 * DAY)

    @pytest.mark.parametrize("status_id", ["in_progress", "waiting_client"])
    def test_log_with_replies_counts_from_the_last_answer(self, support: Support, status_id: str) -> None:
        ticket = foreign(status_id=status_id, created_at=NOW - 9 * DAY, status_since=NOW - 8 * DAY)
        words = [
            make_message(ticket_id=ticket.id, kind=MessageKind.ANSWER, at=NOW - 6 * DAY),
            make_message(ticket_id=ticket.id, kind=MessageKind.SOLUTION, at=NOW - 5 * DAY),
            make_message(ticket_id=ticket.id, kind=MessageKind.CLIENT, at=NOW - 4 * DAY),
            make_message(ticket_id=ticket.id, kind=MessageKind.NOTE, at=NOW - 3 * DAY),
        ]
        (kept,) = taken_in(support, ImportedTicket(ticket=ticket, messages=tuple(words)))

        assert (kept.answered_at, kept.client_wrote_at) == (NOW - 5 * DAY, NOW - 4 * DAY)
        assert kept.dues[0] == NOW - 5 * DAY + {"in_progress": 2 * HOUR, "waiting_client": DAY}[status_id]

    def test_answer_before_the_entry_does_not_count(self, support: Support) -> None:
        (ticket,) = taken_in(
            support, foreign(status_id="in_progress", answered_at=NOW - 5 * DAY, status_since=NOW - DAY)
        )

        assert ticket.dues[0] == NOW - DAY + 2 * HOUR

    def test_what_the_reader_says_wins_over_the_messages(self, support: Support) -> None:
        ticket = foreign(
            status_id="in_progress", answered_at=NOW, client_wrote_at=NOW, status_since=NOW - DAY
        )
        message = make_message(ticket_id=ticket.id, kind=MessageKind.ANSWER, at=NOW - HOUR)
        (kept,) = taken_in(support, ImportedTicket(ticket=ticket, messages=(message,)))

        assert (kept.answered_at, kept.client_wrote_at) == (NOW, NOW)

    def test_proposal_counts_for_solved(self, support: Support) -> None:
        (ticket,) = taken_in(
            support, foreign(status_id="solved", status_since=NOW, proposed_at=NOW - 5 * HOUR)
        )

        assert ticket.dues[0] == NOW - 5 * HOUR + DAY

    @pytest.mark.parametrize("status_id", ["waiting_vendor", "in_development"])
    def test_unanswered_message_ages_while_others_have_the_ticket(
        self, support: Support, status_id: str
    ) -> None:
        """R10."""
        entered = foreign(
            status_id=status_id, status_since=NOW - DAY, expected_at=NOW + DAY, due_at=NOW + 9 * DAY
        )
        wrote, answered, earlier = taken_in(
            support,
            replace(entered, id=make_id(), source_key="a", client_wrote_at=NOW),
            replace(entered, id=make_id(), source_key="b", client_wrote_at=NOW, answered_at=NOW),
            replace(entered, id=make_id(), source_key="c", client_wrote_at=NOW - 2 * DAY),
        )

        assert wrote.dues[0] == NOW + 2 * HOUR
        assert answered.dues[0] != NOW + 2 * HOUR
        assert earlier.dues[0] != NOW + 2 * HOUR

    def test_clocks_that_come_along_stay(self, support: Support) -> None:
        clock = NormClock(
            status_id="in_progress", kind=ClockKind.WALL, limits=(HOUR,), used=30 * MINUTE, since=NOW
        )
        (ticket,) = taken_in(support, foreign(status_id="in_progress", clocks=(clock,)))

        assert ticket.clocks == (clock,)
        assert ticket.dues == (NOW + 30 * MINUTE, None, None)

    def test_hours_of_the_line_count(self) -> None:
        support = Support(OFFICE_HOURS)
        (ticket,) = taken_in(support, foreign(status_id="in_progress", status_since=NOW - 4 * HOUR))

        assert ticket.dues[0] == NOW + HOUR  # open from 8:00 UTC


class TestPromise:
    """R7a, R7b: the story tells when it stood still."""

    def sla(self, support: Support, ticket: Ticket, *facts: tuple[int, Fact]) -> SlaClock:
        (kept,) = taken_in(support, ImportedTicket(ticket=ticket, events=happened(ticket, *facts)))
        assert kept.sla is not None
        return kept.sla

    def test_it_runs_from_creation(self, support: Support) -> None:
        sla = self.sla(
            support, foreign(status_id="in_progress", created_at=NOW - DAY, status_since=NOW - HOUR)
        )

        assert (sla.started_at, sla.running_since, sla.used_ms) == (NOW - DAY, NOW - DAY, 0)

    def test_it_stands_still_while_waiting(self, support: Support) -> None:
        ticket = foreign(status_id="in_progress", created_at=NOW - 10 * HOUR, status_since=NOW - HOUR)
        sla = self.sla(
            support,
            ticket,
            (NOW - 10 * HOUR, TicketCreated(title="x", status_id="new")),
            (NOW - 9 * HOUR, RecordImported(status_id="in_progress")),
            (NOW - 8 * HOUR, StatusChanged(before="in_progress", after="waiting_client")),
            (NOW - 7 * HOUR, RecordImported(status_id="")),
            (NOW - 6 * HOUR, MessageAdded(message_id="m", kind="note")),
            (NOW - HOUR, RecordImported(status_id="in_progress")),
        )

        assert (sla.used_ms, sla.running_since) == (2 * HOUR, NOW - HOUR)
        assert sla.pauses == ((NOW - 8 * HOUR, NOW - HOUR),)

    def test_it_stands_still_now(self, support: Support) -> None:
        ticket = foreign(status_id="solved", created_at=NOW - 10 * HOUR, status_since=NOW - 4 * HOUR)
        sla = self.sla(support, ticket)

        assert (sla.used_ms, sla.running_since) == (6 * HOUR, None)

    def test_reopening_starts_it_anew(self, support: Support) -> None:
        ticket = foreign(status_id="in_progress", created_at=NOW - 10 * DAY, status_since=NOW - HOUR)
        sla = self.sla(
            support,
            ticket,
            (NOW - 9 * DAY, RecordImported(status_id="closed")),
            (NOW - HOUR, RecordImported(status_id="in_progress")),
        )

        assert (sla.started_at, sla.used_ms, sla.pauses) == (NOW - HOUR, 0, ())

    def test_class_gives_the_target(self, support: Support) -> None:
        sla = self.sla(support, foreign(sla_class="problem"))

        assert (sla.target_ms, sla.kind) == (HOUR, ClockKind.WALL)

    def test_promise_that_comes_along_stays(self, support: Support) -> None:
        sla = SlaClock.start(5, ClockKind.WALL, NOW)

        assert self.sla(support, foreign(sla=sla)) == sla
