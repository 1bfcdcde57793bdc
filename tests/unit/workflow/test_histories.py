"""C9: an import fires no rule; the violations of its story are reckoned, and go on where the ticket is worked on."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.workflow.commands import AddNote, ImportedTicket, ImportTickets, NoteViolations
from kanbandesk.workflow.events import Event, NormBroken, PromiseBroken, RecordImported, TicketAssigned
from kanbandesk.workflow.people import SYSTEM, Agent
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import Notification, Task, Violation, ViolationKind
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE
from kanbandesk.workflow.tickets import Message, MessageKind
from tests.factories.support import Support
from tests.factories.workflow import NOW, make_agent, make_event, make_id, make_message, make_ticket

START = NOW - 10 * DAY


def step(ticket_id: str, after: int, status_id: str, owner_id: str = "") -> Event:
    fact = RecordImported(status_id=status_id, owner_id=owner_id)
    return make_event(fact, ticket_id=ticket_id, at=START + after)


def taken_in(
    support: Support,
    *steps: tuple[int, str],
    owners: tuple[tuple[int, Agent], ...] = (),
    messages: tuple[tuple[int, MessageKind], ...] = (),
    **changes: object,
) -> str:
    """Return a ticket imported with its story: (time after the start, status), and who owned it from when on."""
    ticket_id = make_id()
    events = [step(ticket_id, after, status_id) for after, status_id in steps]
    events += [
        make_event(TicketAssigned(agent_id=agent.id), ticket_id=ticket_id, at=START + after)
        for after, agent in owners
    ]
    said: list[Message] = [
        make_message(ticket_id=ticket_id, kind=kind, at=START + after) for after, kind in messages
    ]
    last = steps[-1]
    values = {"created_at": START, "owner_id": owners[-1][1].id if owners else ""} | changes
    ticket = make_ticket(id=ticket_id, status_id=last[1], **(values | {"status_since": START + last[0]}))
    imported = ImportedTicket(
        ticket=ticket, events=tuple(sorted(events, key=lambda event: event.at)), messages=tuple(said)
    )
    support.do(support.admin, ImportTickets(tickets=(imported,)))
    return ticket_id


def norms(support: Support, ticket_id: str) -> list[Violation]:
    found = [
        each
        for each in support.ledger.all(Violation)
        if each.ticket_id == ticket_id and each.kind is ViolationKind.NORM
    ]
    return sorted(found, key=lambda each: each.since)


def test_each_stay_counts_from_its_entry(support: Support) -> None:
    ticket_id = taken_in(
        support,
        (0, "in_progress"),
        (3 * HOUR, "waiting_client"),
        (4 * HOUR, "in_progress"),
        (9 * HOUR, "closed"),
    )

    assert [(each.status_id, each.degree, each.since, each.until) for each in norms(support, ticket_id)] == [
        ("in_progress", 1, START + 2 * HOUR, START + 3 * HOUR),
        ("in_progress", 2, START + 6 * HOUR, START + 9 * HOUR),
    ]


def test_stay_that_ends_at_the_very_limit_is_in_time(support: Support) -> None:
    """C4."""
    ticket_id = taken_in(support, (0, "in_progress"), (2 * HOUR, "waiting_client"), (3 * HOUR, "closed"))

    assert norms(support, ticket_id) == []


def test_answers_in_a_stay_begin_its_norm_anew(support: Support) -> None:
    ticket_id = taken_in(
        support,
        (0, "in_progress"),
        (5 * HOUR, "closed"),
        messages=((3 * HOUR, MessageKind.ANSWER), (4 * HOUR, MessageKind.NOTE)),
    )

    assert [(each.since, each.until) for each in norms(support, ticket_id)] == [
        (START + 2 * HOUR, START + 3 * HOUR)
    ]


def test_degrees_are_charged_to_whoever_had_it_then(support: Support) -> None:
    second = make_agent(name="Siv Ek")
    support.ledger.add(second)
    ticket_id = taken_in(
        support,
        (0, "in_progress"),
        (9 * HOUR, "closed"),
        owners=((0, support.ada), (3 * HOUR, second)),
    )

    (violation,) = norms(support, ticket_id)
    assert violation.agent_ids == (support.ada.id, second.id, second.id)


def test_development_without_a_date_has_no_norm(support: Support) -> None:
    assert norms(support, taken_in(support, (0, "in_development"), (5 * DAY, "closed"))) == []


def test_present_stay_is_raised_in_place_afterwards(support: Support) -> None:
    ticket_id = taken_in(support, (10 * DAY - 3 * HOUR, "in_progress"))
    assert [each.degree for each in norms(support, ticket_id)] == [1]
    support.wait(2 * HOUR)
    support.do(SYSTEM, NoteViolations(ticket_id=ticket_id, due=NOW + HOUR))

    (violation,) = norms(support, ticket_id)
    assert (violation.degree, violation.until) == (2, None)
    facts = [event.fact for event in support.history(ticket_id) if isinstance(event.fact, NormBroken)]
    assert [fact.degree for fact in facts] == [2]


def test_broken_promise_is_kept_and_nobody_is_asked(support: Support) -> None:
    ticket_id = taken_in(support, (0, "in_progress"))
    support.wait(MINUTE)
    support.do(support.ada, AddNote(ticket_id=ticket_id, message_id=make_id(), text="Look at the log"))

    (breach,) = (each for each in support.ledger.all(Violation) if each.kind is ViolationKind.PROMISE)
    assert breach.since == START + 12 * HOUR
    assert support.ticket(ticket_id).breached_at == breach.since
    assert (support.ledger.all(Task), support.ledger.all(Notification)) == ([], [])


def test_promise_that_breaks_while_timers_are_off_asks_nobody(support: Support) -> None:
    """C9: on an imported board timers are off until switched on."""
    support.ledger.add(Process(are_timers_on=False))
    ticket_id = taken_in(support, (10 * DAY - HOUR, "in_progress"), created_at=NOW - HOUR)
    support.wait(DAY)
    support.do(support.ada, AddNote(ticket_id=ticket_id, message_id=make_id(), text="Look at the log"))

    assert support.ledger.all(Task) == []
    assert not any(isinstance(event.fact, PromiseBroken) for event in support.history(ticket_id))


def test_import_of_the_same_story_again_changes_nothing(support: Support) -> None:
    ticket_id = taken_in(support, (0, "in_progress"), (3 * HOUR, "closed"))
    before = norms(support, ticket_id)
    again = ImportedTicket(ticket=replace(support.ticket(ticket_id)))
    support.do(support.admin, ImportTickets(tickets=(again,)))

    assert norms(support, ticket_id) == before
