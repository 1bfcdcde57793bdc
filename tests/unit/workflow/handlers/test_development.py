"""Handing to the developers (R9)."""

from kanbandesk.workflow.commands import ClaimTicket, PostponeTicket, ResumeTicket, StartTicket
from kanbandesk.workflow.events import FieldsEdited, StatusChanged
from kanbandesk.workflow.statuses import DAY, HOUR, StatusKind
from kanbandesk.workflow.tickets import MessageKind
from tests.factories.support import Support, ask, hand_over
from tests.factories.workflow import make_id, make_ticket

K = StatusKind


def test_hand_over_marks_the_ticket_for_good(support: Support) -> None:
    ticket_id = support.in_status(K.IN_PROGRESS)
    due_at = support.now + 10 * DAY
    uid = support.do(support.ada, hand_over(ticket_id, due_at))

    ticket = support.ticket(ticket_id)
    assert (ticket.tracker_key, ticket.due_at, ticket.handed_at) == ("LAB-12", due_at, support.now)
    assert (ticket.was_in_development, ticket.sent_to_development_by) == (True, support.ada.id)
    assert ticket.owner_id == support.ada.id
    assert support.facts(uid) == [
        StatusChanged(before="in_progress", after="in_development", cause="hand_to_development")
    ]


def test_who_sent_it_first_stays(support: Support) -> None:
    ticket_id = support.in_status(K.IN_DEVELOPMENT)
    handed_at = support.now
    support.wait(DAY)
    support.do(support.bo, ResumeTicket(ticket_id=ticket_id))
    support.do(support.bo, hand_over(ticket_id, support.now + DAY))

    ticket = support.ticket(ticket_id)
    assert (ticket.sent_to_development_by, ticket.handed_at) == (support.ada.id, handed_at)


def test_description_is_kept_as_a_note(support: Support) -> None:
    ticket_id = support.in_status(K.IN_PROGRESS)
    command = hand_over(ticket_id, support.now + DAY, description="Blank since 4.2\n", message_id=make_id())
    support.do(support.ada, command)

    (note,) = support.messages(ticket_id)
    assert (note.kind, note.body) == (MessageKind.NOTE, "Blank since 4.2")
    assert support.ticket(ticket_id).answered_at is None


def test_date_must_lie_ahead(support: Support) -> None:
    ticket_id = support.in_status(K.IN_PROGRESS)
    assert str(support.refused(support.ada, hand_over(ticket_id, support.now))) == "in_past(field='due_at')"


def test_promise_runs_on(support: Support) -> None:
    """R7b."""
    sla = support.ticket(support.in_status(K.IN_DEVELOPMENT)).sla

    assert sla is not None
    assert sla.running_since is not None


def test_new_date_needs_a_reason(support: Support) -> None:
    ticket_id = support.in_status(K.IN_DEVELOPMENT)
    due_at = support.now + 20 * DAY
    assert str(support.refused(support.ada, hand_over(ticket_id, due_at))) == "demanded(demand='reason')"

    uid = support.do(support.ada, hand_over(ticket_id, due_at, reason="Two fixes"))
    assert support.ticket(ticket_id).due_at == due_at
    assert support.facts(uid) == [FieldsEdited(reason="Two fixes")]


def test_same_date_with_another_key_needs_none(support: Support) -> None:
    ticket_id = support.in_status(K.IN_DEVELOPMENT)
    due_at = support.ticket(ticket_id).due_at
    assert due_at is not None
    support.do(support.ada, hand_over(ticket_id, due_at))


def test_new_date_after_coming_back_is_a_new_demand_and_needs_none(support: Support) -> None:
    ticket_id = support.in_status(K.IN_DEVELOPMENT)
    support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
    support.do(support.ada, hand_over(ticket_id, support.now + 30 * DAY))


def test_owner_of_any_line_hands_over(support: Support) -> None:
    ticket_id = support.in_status(K.IN_PROGRESS, owner=support.tor, line_id="second")
    support.do(support.tor, hand_over(ticket_id, support.now + DAY))

    assert support.ticket(ticket_id).status_id == "in_development"


def test_developer_moves_sub_tasks_and_tells_no_client(support: Support) -> None:
    """S3."""
    task = support.put(make_ticket(line_id="development", sla_class="wish"))
    support.do(support.dev, ClaimTicket(ticket_id=task.id))
    support.do(support.dev, StartTicket(ticket_id=task.id))
    assert support.refused(support.dev, ask(task.id)).code == "role"
    support.do(support.dev, PostponeTicket(ticket_id=task.id, wake_at=support.now + HOUR))

    assert (support.ticket(task.id).status_id, support.ticket(task.id).owner_id) == (
        "postponed",
        support.dev.id,
    )


def test_developer_moves_no_tickets_of_the_support_lines(support: Support) -> None:
    ticket_id = support.in_status(K.IN_DEVELOPMENT)
    assert support.refused(support.dev, ResumeTicket(ticket_id=ticket_id)).code == "not_your_line"
