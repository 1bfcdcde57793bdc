"""Neutral tickets into commands: ids, people, lines, custom fields, facts."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.exchange.load import BATCH, OTHER_GROUPS, Plan, Surroundings, plan, rank_since
from kanbandesk.exchange.neutral import Happening, NeutralEvent, NeutralMessage, NeutralTicket
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.commands import ImportTickets, SaveWorkflow
from kanbandesk.workflow.events import (
    MessageAdded,
    RecordImported,
    StatusChanged,
    TicketAssigned,
    TicketCreated,
)
from kanbandesk.workflow.people import Agent, Line, Role
from kanbandesk.workflow.ranks import LIMIT
from kanbandesk.workflow.statuses import default_workflow
from kanbandesk.workflow.tickets import MessageKind

HERE = Surroundings(workflow=default_workflow(), lines=(Line(id="first", name="First line"),))


def ticket(key: str = "T1", **more: object) -> NeutralTicket:
    values: dict[str, object] = {"title": "No sound", "status": "new", "since": 1000, "created_at": 500}
    return NeutralTicket(key=key, **(values | more))  # type: ignore[arg-type]


def imports(planned: Plan) -> list[ImportTickets]:
    return [command for command, _, _ in planned.commands() if isinstance(command, ImportTickets)]


def only(*tickets: NeutralTicket, around: Surroundings = HERE) -> ImportTickets:
    (command,) = imports(plan(tickets, "desk", around))
    return command


def test_the_same_ticket_gets_the_same_id_every_time_and_another_program_another() -> None:
    first, again = (only(ticket()).tickets[0].ticket for _ in range(2))
    (other,) = imports(plan([ticket()], "other", HERE))
    assert (first.id, first.source_key) == (again.id, "desk:T1")
    assert other.tickets[0].ticket.id != first.id


def test_tickets_that_are_here_stay_as_they_are() -> None:
    around = Surroundings(workflow=default_workflow(), known={"desk:T1"})
    planned = plan([ticket("T1"), ticket("T2")], "desk", around)
    assert (planned.known, [each.key for each in planned.tickets]) == (1, ["T2"])


def test_of_a_ticket_that_stands_in_a_file_twice_the_first_counts() -> None:
    planned = plan([ticket("T1", title="First"), ticket("T1", title="Second")], "desk", HERE)
    assert (planned.doubled, [each.title for each in planned.tickets]) == (1, ["First"])


def test_a_command_brings_at_most_two_hundred_tickets_and_each_person_once() -> None:
    tickets = [ticket(f"T{number}", owner="Ada", client="Fjord") for number in range(BATCH + 1)]
    commands = list(plan(tickets, "desk", HERE).commands())
    assert [count for _, count, _ in commands] == [BATCH, 1]
    first, second = (command for command, _, _ in commands if isinstance(command, ImportTickets))
    assert ([agent.name for agent in first.agents], [client.name for client in first.clients]) == (
        ["Ada"],
        ["Fjord"],
    )
    assert (second.agents, second.clients) == ((), ())


def test_people_who_are_here_by_name_are_taken_for_the_same() -> None:
    around = Surroundings(
        workflow=default_workflow(),
        agents=(Agent(id="a1", name="Ada Berg"),),
        lines=(Line(id="audio", name="Audio"),),
        clients=(Client(id="c1", name="Fjord AS"),),
    )
    command = only(ticket(owner="ada berg", client="FJORD AS", line="audio"), around=around)
    row = command.tickets[0].ticket
    assert (row.owner_id, row.client_id, row.line_id) == ("a1", "c1", "audio")
    assert (command.agents, command.clients, command.lines) == ((), (), ())


def test_a_requester_is_told_apart_by_mail_before_name_and_belongs_to_the_client() -> None:
    command = only(
        ticket("T1", requester="Kim", requester_mail="kim@x.org", client="Fjord"),
        ticket("T2", requester="Kim", requester_mail="KIM@x.org", client="Fjord"),
        ticket("T3", requester="Kim"),
    )
    assert len({each.ticket.requester_id for each in command.tickets}) == len(command.contacts) == 2
    assert command.contacts[0].client_id == command.clients[0].id


def test_a_ticket_without_a_group_belongs_to_the_first_line() -> None:
    assert only(ticket()).tickets[0].ticket.line_id == "first"


def test_an_agent_works_on_the_lines_of_his_tickets() -> None:
    tickets = [ticket("T1", owner="Ada", line="Audio"), ticket("T2", owner="Ada")]
    command = only(*tickets)
    assert set(command.agents[0].line_ids) == {"first", command.lines[0].id}


def test_only_the_largest_groups_become_lines_and_the_others_keep_their_name() -> None:
    names = ["A"] * 5 + ["B"] * 4 + ["C"] * 3 + ["D"] * 2
    tickets = [ticket(f"T{number}", line=name) for number, name in enumerate(names)]
    planned = plan(tickets, "desk", HERE, most_lines=3)
    (command,) = imports(planned)
    assert [line.name for line in command.lines] == ["A", "B", OTHER_GROUPS]
    assert planned.workflow is not None
    assert [definition.name for definition in planned.workflow.fields] == ["Group"]
    assert command.tickets[-1].ticket.fields == (("group", "D"),)


def test_a_group_that_is_a_line_already_stays_one_however_small() -> None:
    tickets = [ticket(f"T{number}", line=name) for number, name in enumerate("AABBC")]
    around = Surroundings(workflow=default_workflow(), lines=(Line(id="c", name="C"),))
    command = imports(plan(tickets, "desk", around, most_lines=1))[0]
    assert command.tickets[-1].ticket.line_id == "c"


def test_custom_fields_are_defined_before_the_tickets_that_have_them() -> None:
    planned = plan([ticket(fields=(("Closed with", "code 6"), ("Impact", "high")))], "desk", HERE)
    first, _, _ = next(planned.commands())
    assert isinstance(first, SaveWorkflow)
    assert [(one.id, one.name) for one in first.workflow.fields] == [
        ("closed_with", "Closed with"),
        ("impact", "Impact"),
    ]
    around = Surroundings(workflow=first.workflow)
    assert plan([ticket(fields=(("Impact", "low"),))], "desk", around).workflow is None


def test_history_becomes_facts() -> None:
    events = [
        NeutralEvent(at=1, kind=Happening.CREATED, status="new"),
        NeutralEvent(at=2, kind=Happening.STATUS, before="new", status="in_progress", actor="Ada"),
        NeutralEvent(at=3, kind=Happening.OWNER, owner="Odd"),
        NeutralEvent(at=4, kind=Happening.MESSAGE, message=0, actor="Ada"),
        NeutralEvent(at=5, status="solved", owner="Ada", details=(("group", "A"),)),
    ]
    note = NeutralMessage(at=4, kind=MessageKind.NOTE, body="Hm", author="Ada")
    (imported,) = only(ticket(events=events, messages=[note])).tickets
    assert [type(event.fact) for event in imported.events] == [
        *(TicketCreated, StatusChanged, TicketAssigned, MessageAdded, RecordImported),
    ]
    ada = imported.events[1].actor_id
    assert imported.events[1].actor_kind is Role.AGENT
    assert imported.events[4].fact == RecordImported(
        status_id="solved", owner_id=ada, details=(("group", "A"),)
    )
    assert imported.events[3].fact == MessageAdded(message_id=imported.messages[0].id, kind=MessageKind.NOTE)
    assert (imported.messages[0].author_id, imported.messages[0].author_name) == (ada, "Ada")
    assert len({event.id for event in imported.events}) == 5


def test_the_clients_words_are_the_requesters_and_are_dated() -> None:
    word = NeutralMessage(at=700, kind=MessageKind.CLIENT, body="Help")
    (imported,) = only(ticket(requester="Kim", messages=[word])).tickets
    assert imported.ticket.client_wrote_at == 700
    assert (imported.messages[0].author_id, imported.messages[0].author_name) == (
        imported.ticket.requester_id,
        "Kim",
    )


@given(st.lists(st.integers(0, 7_258_118_400_000), min_size=2, max_size=50, unique=True))
def test_the_card_that_came_last_lies_on_top(moments: list[int]) -> None:
    ranks = [rank_since(at) for at in sorted(moments, reverse=True)]
    assert all(above < below for above, below in pairwise(ranks))
    assert max(map(len, ranks)) <= LIMIT // 2


@pytest.mark.parametrize("count", [0, 1])
def test_nothing_new_is_no_command(count: int) -> None:
    around = Surroundings(workflow=default_workflow(), known={"desk:T1"})
    assert imports(plan([ticket()] * count, "desk", around)) == []
