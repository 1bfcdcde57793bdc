"""Tickets come in (R4, R5, R7a)."""

import pytest

from kanbandesk.workflow.commands import CreateTicket
from kanbandesk.workflow.events import MessageAdded, TicketCreated
from kanbandesk.workflow.people import SYSTEM, Line
from kanbandesk.workflow.statuses import HOUR, MINUTE, ClockKind, Priority
from kanbandesk.workflow.tickets import Channel, MessageKind
from tests.factories.support import Support
from tests.factories.workflow import make_contact, make_id


def new(support: Support, **changes: object) -> CreateTicket:
    values: dict[str, object] = {
        "ticket_id": make_id(),
        "title": "Blank labels",
        "requester_id": support.iver.id,
    }
    return CreateTicket(**(values | changes))  # type: ignore[arg-type]


def test_new_ticket_is_numbered_unowned_and_told(support: Support) -> None:
    command = new(support)
    uid = support.do(support.ada, command)

    ticket = support.ticket(command.ticket_id)
    assert (ticket.number, ticket.status_id, ticket.owner_id) == (1, "new", "")
    assert (ticket.created_at, ticket.status_since) == (support.now, support.now)
    assert support.facts(uid) == [TicketCreated(title="Blank labels", status_id="new")]


def test_numbers_go_up(support: Support) -> None:
    tickets = [support.ticket(support.opened()) for _ in range(3)]

    assert [ticket.number for ticket in tickets] == [1, 2, 3]


def test_promise_starts_at_creation_as_a_settings_question(support: Support) -> None:
    """R7a: unclassified counts as Settings question, 12 h on the first line's hours."""
    sla = support.ticket(support.opened()).sla

    assert sla is not None
    assert (sla.target_ms, sla.kind, sla.started_at) == (12 * HOUR, ClockKind.LINE, support.now)
    assert sla.running_since == support.now


def test_promise_starts_when_the_server_has_the_ticket(support: Support) -> None:
    """C1: the desk's moment ages the card; what rules count is the server's."""
    command = new(support)
    support.do(support.ada, command, at=support.now - 10 * MINUTE)

    ticket = support.ticket(command.ticket_id)
    assert ticket.created_at == support.now - 10 * MINUTE
    assert ticket.sla is not None
    assert ticket.sla.started_at == support.now
    assert support.level(ticket.id) == 2


def test_text_is_the_requesters_first_message(support: Support) -> None:
    command = new(support, text="They come out blank.", message_id=make_id(), channel=Channel.MAIL)
    uid = support.do(support.ada, command)

    (message,) = support.messages(command.ticket_id)
    assert (message.id, message.kind, message.channel) == (
        command.message_id,
        MessageKind.CLIENT,
        Channel.MAIL,
    )
    assert (message.author_id, message.author_name) == (support.iver.id, "Iver Dahl")
    ticket = support.ticket(command.ticket_id)
    assert (ticket.client_wrote_at, ticket.answered_at, ticket.message_count) == (support.now, None, 1)
    assert support.facts(uid)[1] == MessageAdded(message_id=command.message_id, kind="client")


def test_without_a_text_nobody_has_written(support: Support) -> None:
    ticket = support.ticket(support.opened(text="  \n "))

    assert (ticket.client_wrote_at, ticket.message_count) == (None, 0)


def test_client_is_the_requesters(support: Support) -> None:
    """R4."""
    assert support.ticket(support.opened()).client_id == support.client.id


def test_ticket_goes_to_the_first_line_unless_one_is_named(support: Support) -> None:
    """R5."""
    assert support.ticket(support.opened()).line_id == "first"
    assert support.ticket(support.opened(line_id="second")).line_id == "second"


def test_first_line_is_a_matter_of_position(support: Support) -> None:
    support.ledger.add(Line(id="a", name="Reception", position=-1))

    assert support.ticket(support.opened()).line_id == "a"


def test_newest_ticket_lies_on_top(support: Support) -> None:
    older, newer = support.ticket(support.opened()), support.ticket(support.opened())

    assert newer.rank < older.rank


def test_what_is_known_at_once_is_kept(support: Support) -> None:
    ticket = support.ticket(
        support.opened(
            priority=Priority.HIGH,
            tags=("labels", "Labels ", "urgent"),
            category=" Printing ",
            channel=Channel.PHONE,
        )
    )

    assert (ticket.priority, ticket.tags) == (Priority.HIGH, ("labels", "urgent"))
    assert (ticket.category, ticket.channel) == ("Printing", Channel.PHONE)


def test_hostile_title_is_kept_as_words_on_one_line(support: Support) -> None:
    title = "  <img src=x onerror=alert(1)>\r\n\x00\x1b[31m%s ' OR 1=1\ud800 "

    assert support.ticket(support.opened(title=title)).title == "<img src=x onerror=alert(1)> [31m%s ' OR 1=1"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"title": " \t\x00 "}, "empty(field='title')"),
        ({"title": "x" * 501}, "too_long(field='title', limit=500)"),
        ({"tags": ("",)}, "empty(field='tags')"),
        ({"tags": ("x" * 61,)}, "too_long(field='tags', limit=60)"),
        ({"tags": tuple(map(str, range(101)))}, "too_many(field='tags', limit=100)"),
        ({"text": "x" * 100_001, "message_id": "m"}, "too_long(field='text', limit=100000)"),
        ({"text": "Hello"}, "empty(field='message_id')"),
        ({"ticket_id": ""}, "empty(field='ticket_id')"),
        ({"requester_id": "nobody"}, "not_found(kind='Contact', id='nobody')"),
        ({"client_id": "nobody"}, "not_found(kind='Client', id='nobody')"),
        ({"line_id": "nowhere"}, "not_found(kind='Line', id='nowhere')"),
    ],
)
def test_what_cannot_be_taken_is_refused(support: Support, changes: dict[str, object], refusal: str) -> None:
    assert str(support.refused(support.ada, new(support, **changes))) == refusal


def test_limits_themselves_are_taken(support: Support) -> None:
    support.opened(title="x" * 500, tags=("y" * 60,), text="z" * 100_000, message_id=make_id())


def test_ticket_is_opened_once(support: Support) -> None:
    ticket_id = support.opened()

    refusal = support.refused(support.ada, new(support, ticket_id=ticket_id))
    assert str(refusal) == f"exists(kind='Ticket', id='{ticket_id}')"


def test_message_is_added_once(support: Support) -> None:
    message_id = make_id()
    support.opened(text="Hello", message_id=message_id)

    refusal = support.refused(support.ada, new(support, text="Hello", message_id=message_id))
    assert str(refusal) == f"exists(kind='Message', id='{message_id}')"


def test_requester_opens_his_own_tickets_only(support: Support) -> None:
    own = new(support, requester_id="")
    support.do(support.requester, own)
    assert support.ticket(own.ticket_id).requester_id == support.iver.id

    other = make_contact()
    support.ledger.add(other)
    assert support.refused(support.requester, new(support, requester_id=other.id)).code == "not_your_ticket"


def test_manager_and_system_open_tickets_developers_do_not(support: Support) -> None:
    support.do(support.manager, new(support))
    support.do(SYSTEM, new(support))

    assert support.refused(support.dev, new(support)).code == "role"
