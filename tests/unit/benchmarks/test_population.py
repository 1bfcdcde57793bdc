"""The populations that boards are measured with are what they say they are, and always the same."""

from benchmarks.population import EVENTS, MESSAGES, NOW, STATUSES, Population
from kanbandesk.workflow.ageing import highest_level
from kanbandesk.workflow.commands import ImportedTicket

ME = "0198f3a0-0000-7000-8000-000000000001"


def story(imported: ImportedTicket) -> tuple[object, ...]:
    return (imported.ticket.title, imported.ticket.status_id, imported.events, imported.messages)


def imported(tickets: int) -> list[ImportedTicket]:
    return [ticket for command in Population(tickets, ME).commands() for ticket in command.tickets]


def test_every_ticket_has_six_events_and_three_messages() -> None:
    for each in imported(300):
        assert (len(each.events), len(each.messages)) == (EVENTS, MESSAGES) == (6, 3)
        assert {event.ticket_id for event in each.events} == {each.ticket.id}
        assert {message.ticket_id for message in each.messages} == {each.ticket.id}


def test_every_ticket_is_open_and_all_columns_are_filled() -> None:
    assert {each.ticket.status_id for each in imported(300)} == set(STATUSES)


def test_a_population_is_the_same_each_time() -> None:
    assert imported(250) == imported(250)


def test_the_first_tickets_of_a_large_population_are_those_of_a_small_one() -> None:
    assert [story(each) for each in imported(400)[:50]] == [story(each) for each in imported(50)]


def test_a_population_can_be_gone_on_with() -> None:
    population = Population(500, ME)
    assert list(population.commands(200)) == list(population.commands())[1:]


def test_people_come_with_the_first_command_only() -> None:
    first, second = Population(400, ME).commands()
    assert (len(first.clients), len(first.agents), len(first.contacts)) == (200, 15, 1000)
    assert (second.clients, second.agents, second.contacts) == ((), (), ())
    assert len({client.name for client in first.clients}) == 200


def test_ids_are_unique_and_ranks_ascend() -> None:
    tickets = [each.ticket for each in imported(1000)]
    assert len({ticket.id for ticket in tickets}) == 1000
    assert [ticket.rank for ticket in tickets] == sorted({ticket.rank for ticket in tickets})


def test_nothing_lies_in_the_future_and_every_ageing_level_is_there() -> None:
    each = imported(300)
    assert all(event.at <= NOW for one in each for event in one.events)
    assert all(one.ticket.created_at <= one.ticket.status_since <= NOW for one in each)
    assert {highest_level(one.ticket.dues, NOW) for one in each} == {0, 1, 2, 3}
