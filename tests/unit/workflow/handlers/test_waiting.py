"""Waiting for the client, for a vendor, until a moment (R7b, R10, R10b)."""

from kanbandesk.workflow.commands import AskClient, PostponeTicket, ResumeTicket, StartTicket, WakeTicket
from kanbandesk.workflow.events import FieldsEdited, MessageAdded, StatusChanged
from kanbandesk.workflow.people import SYSTEM
from kanbandesk.workflow.statuses import DAY, HOUR, StatusKind
from kanbandesk.workflow.tickets import MessageKind, Ticket
from tests.factories.support import Support, ask, wait_for_vendor
from tests.factories.workflow import make_attachment

K = StatusKind


def postpone(support: Support, ticket_id: str, *, for_: int = DAY, is_client_told: bool = False) -> Ticket:
    command = PostponeTicket(ticket_id=ticket_id, wake_at=support.now + for_, is_client_told=is_client_told)
    support.do(support.ada, command)
    return support.ticket(ticket_id)


class TestAskClient:
    """In progress → Waiting for client."""

    def test_question_is_said_and_counts_as_an_answer(self, support: Support) -> None:
        """C7."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        command = ask(ticket_id)
        uid = support.do(support.ada, command)

        (message,) = support.messages(ticket_id)
        assert (message.kind, message.body) == (MessageKind.QUESTION, "Which printer is it?")
        assert (message.author_id, message.author_name) == (support.ada.id, "Ada Berg")
        assert support.ticket(ticket_id).answered_at == support.now
        assert support.facts(uid) == [
            StatusChanged(before="in_progress", after="waiting_client", cause="ask_client"),
            MessageAdded(message_id=command.message_id, kind="question"),
        ]

    def test_promise_stands_still(self, support: Support) -> None:
        """R7b."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.do(support.ada, ask(ticket_id))

        sla = support.ticket(ticket_id).sla
        assert sla is not None
        assert (sla.running_since, sla.used_ms) == (None, HOUR)

    def test_assigned_ticket_can_wait_before_it_is_started(self, support: Support) -> None:
        """S2."""
        ticket_id = support.in_status(K.ASSIGNED)
        support.do(support.ada, ask(ticket_id))

        assert support.ticket(ticket_id).status_id == "waiting_client"

    def test_files_of_the_ticket_go_with_the_question(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        own, strange = make_attachment(ticket_id=ticket_id), make_attachment()
        support.ledger.add(own, strange)
        support.do(support.ada, ask(ticket_id, attachment_ids=(own.id,)))

        assert support.messages(ticket_id)[0].attachment_ids == (own.id,)
        refusal = support.refused(support.ada, ask(ticket_id, attachment_ids=(strange.id,)))
        assert str(refusal) == f"not_found(kind='Attachment', id='{strange.id}')"
        many = ask(ticket_id, attachment_ids=tuple(map(str, range(51))))
        assert support.refused(support.ada, many).code == "too_many"

    def test_second_question_stays_in_waiting(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_CLIENT)
        since = support.ticket(ticket_id).status_since
        support.wait(HOUR)
        support.do(support.ada, ask(ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.status_since, ticket.answered_at, ticket.message_count) == (since, support.now, 2)


class TestVendor:
    """In progress → Waiting for vendor."""

    def test_party_reference_and_date_are_kept(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(
            support.ada, wait_for_vendor(ticket_id, support.now + DAY, vendor=" Zebra ", vendor_reference="7")
        )

        ticket = support.ticket(ticket_id)
        assert (ticket.vendor, ticket.vendor_reference, ticket.expected_at) == (
            "Zebra",
            "7",
            support.now + DAY,
        )

    def test_promise_runs_on(self, support: Support) -> None:
        """R7b."""
        sla = support.ticket(support.in_status(K.WAITING_VENDOR)).sla

        assert sla is not None
        assert sla.running_since is not None

    def test_date_may_lie_behind(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, wait_for_vendor(ticket_id, support.now - 2 * DAY))

        assert support.level(ticket_id) == 1

    def test_new_terms_are_told_as_an_edit(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        uid = support.do(
            support.ada, wait_for_vendor(ticket_id, support.now + 3 * DAY, reason="They said Friday")
        )

        assert support.facts(uid) == [FieldsEdited(reason="They said Friday")]
        assert support.ticket(ticket_id).expected_at == support.now + 3 * DAY


class TestPostpone:
    """Put aside until a moment."""

    def test_moment_must_lie_ahead(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        refusal = support.refused(support.ada, PostponeTicket(ticket_id=ticket_id, wake_at=support.now))
        assert str(refusal) == "in_past(field='wake_at')"

    def test_postponements_are_counted(self, support: Support) -> None:
        """R10b: the third one matters."""
        ticket_id = support.in_status(K.POSTPONED)
        postpone(support, ticket_id, for_=2 * DAY)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        ticket = postpone(support, ticket_id)

        assert ticket.postponed_count == 3

    def test_promise_stands_still_only_if_the_client_was_told(self, support: Support) -> None:
        """R7b."""
        untold, told = support.in_status(K.IN_PROGRESS), support.in_status(K.IN_PROGRESS)

        running, stopped = postpone(support, untold).sla, postpone(support, told, is_client_told=True).sla
        assert running is not None
        assert running.running_since is not None
        assert stopped is not None
        assert stopped.running_since is None

    def test_promise_of_a_problem_never_stands_still(self, support: Support) -> None:
        """R7b."""
        ticket_id = support.opened()
        support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="fault"))

        sla = postpone(support, ticket_id, is_client_told=True).sla
        assert sla is not None
        assert sla.running_since is not None

    def test_postponing_again_tells_anew_whether_the_client_knows(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        postpone(support, ticket_id, is_client_told=True)
        again = postpone(support, ticket_id, for_=3 * DAY)

        assert again.sla is not None
        assert again.sla.running_since == support.now
        assert again.dues[0] == support.now + 3 * DAY

    def test_postponing_again_touches_the_card(self, support: Support) -> None:
        ticket_id = support.in_status(K.POSTPONED)
        support.wait(2 * DAY)
        assert support.level(ticket_id) == 3
        postpone(support, ticket_id)

        assert support.level(ticket_id) == 0


class TestWake:
    """R10b: a system move, at its instant."""

    def test_moment_wakes_the_ticket(self, support: Support) -> None:
        ticket_id = support.in_status(K.POSTPONED)
        support.wait(DAY)
        uid = support.do(SYSTEM, WakeTicket(ticket_id=ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.owner_id) == ("in_progress", support.ada.id)
        assert (ticket.woken_at, ticket.wake_at) == (support.now, None)
        assert support.facts(uid)[0] == StatusChanged(
            before="postponed", after="in_progress", cause="wake_ticket"
        )

    def test_promise_resumes(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        postpone(support, ticket_id, is_client_told=True)
        support.wait(DAY)
        support.do(SYSTEM, WakeTicket(ticket_id=ticket_id))

        sla = support.ticket(ticket_id).sla
        assert sla is not None
        assert (sla.used_ms, sla.running_since) == (HOUR, support.now)
        assert not support.ticket(ticket_id).is_client_told

    def test_nobody_wakes_too_early(self, support: Support) -> None:
        """C4: at the very moment it is time."""
        ticket_id = support.in_status(K.POSTPONED)
        support.wait(DAY - 1)

        refusal = support.refused(SYSTEM, WakeTicket(ticket_id=ticket_id))
        assert str(refusal) == f"too_early(at={support.now + 1})"

    def test_what_is_not_postponed_is_not_woken(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        refusal = support.refused(SYSTEM, WakeTicket(ticket_id=ticket_id))
        assert str(refusal) == "not_in_workflow(before='in_progress', after='in_progress')"

    def test_people_resume_and_do_not_wake(self, support: Support) -> None:
        ticket_id = support.in_status(K.POSTPONED)
        support.wait(DAY)
        assert str(support.refused(support.ada, WakeTicket(ticket_id=ticket_id))) == "role(action='wake')"


def test_message_of_a_question_needs_an_id(support: Support) -> None:
    ticket_id = support.in_status(K.IN_PROGRESS)
    first = ask(ticket_id)
    support.do(support.ada, first)

    again = AskClient(ticket_id=ticket_id, message_id=first.message_id, question="Again?")
    assert support.refused(support.ada, again).code == "exists"
    nameless = AskClient(ticket_id=ticket_id, message_id="", question="Again?")
    assert str(support.refused(support.ada, nameless)) == "empty(field='message_id')"
