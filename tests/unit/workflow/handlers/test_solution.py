"""Solved and closed (S1, R7b, R10, R11a, R11d)."""

from dataclasses import replace

import pytest

from kanbandesk.workflow.commands import (
    AcceptSolution,
    CloseTicket,
    ReceiveReply,
    RejectSolution,
    ReopenTicket,
    ResumeTicket,
)
from kanbandesk.workflow.events import MessageAdded, StatusChanged
from kanbandesk.workflow.people import SYSTEM
from kanbandesk.workflow.records import Violation
from kanbandesk.workflow.statuses import DAY, HOUR, ClosingReason, StatusKind
from kanbandesk.workflow.tickets import MessageKind
from tests.factories.support import Support, Who, propose
from tests.factories.workflow import make_id

K = StatusKind
R = ClosingReason


def close(ticket_id: str, reason: ClosingReason, words: str = "") -> CloseTicket:
    return CloseTicket(ticket_id=ticket_id, closing_reason=reason, reason=words)


class TestPropose:
    """R11a: both texts go to the requester."""

    def test_both_texts_are_kept_and_said(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        command = propose(ticket_id)
        uid = support.do(support.ada, command)

        ticket = support.ticket(ticket_id)
        assert (ticket.problem, ticket.done) == ("Labels are blank", "Cleaned the head")
        assert (ticket.status_id, ticket.proposed_at, ticket.answered_at) == (
            "solved",
            support.now,
            support.now,
        )
        (message,) = support.messages(ticket_id)
        assert (message.kind, message.body) == (MessageKind.SOLUTION, "Labels are blank\n\nCleaned the head")
        assert support.facts(uid) == [
            StatusChanged(before="in_progress", after="solved", cause="propose_solution"),
            MessageAdded(message_id=command.message_id, kind="solution"),
        ]

    def test_promise_stands_still(self, support: Support) -> None:
        """R7b."""
        sla = support.ticket(support.in_status(K.SOLVED)).sla

        assert sla is not None
        assert sla.running_since is None

    def test_other_texts_while_solved_are_a_new_proposal(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        support.wait(HOUR)
        support.do(support.ada, propose(ticket_id, done="Replaced the head"))

        ticket = support.ticket(ticket_id)
        assert (ticket.done, ticket.proposed_at) == ("Replaced the head", support.now)
        assert support.dues(ticket_id)[0] == DAY

    def test_blanks_around_the_texts_make_no_new_proposal(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        proposed_at = support.now
        support.wait(HOUR)
        support.do(support.ada, propose(ticket_id, done=" Cleaned the head\r\n"))

        assert support.ticket(ticket_id).proposed_at == proposed_at


class TestJudgement:
    """The requester accepts or rejects, himself or on the phone."""

    @pytest.mark.parametrize("judge", ["requester", "ada", "bo"])
    def test_accepted_solution_closes(self, support: Support, judge: str) -> None:
        ticket_id = support.in_status(K.SOLVED)
        who: Who = getattr(support, judge)
        uid = support.do(who, AcceptSolution(ticket_id=ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.closing_reason, ticket.closed_at) == (
            "closed",
            "solved",
            support.now,
        )
        assert ticket.owner_id == support.ada.id
        assert support.facts(uid) == [StatusChanged(before="solved", after="closed", cause="accept_solution")]

    def test_rejected_solution_goes_back_to_work_and_is_counted(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        support.wait(HOUR)
        command = RejectSolution(ticket_id=ticket_id, text="Still blank", message_id=make_id())
        support.do(support.requester, command)

        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.rejected_count) == ("in_progress", 1)
        assert ticket.client_wrote_at == support.now
        assert support.messages(ticket_id)[-1].author_id == support.iver.id
        assert ticket.sla is not None
        assert ticket.sla.running_since == support.now  # R7b: the remainder

    def test_two_rejects_count_twice(self, support: Support) -> None:
        """R14a."""
        ticket_id = support.in_status(K.SOLVED)
        support.do(support.requester, RejectSolution(ticket_id=ticket_id))
        support.do(support.ada, propose(ticket_id, done="Again"))
        support.do(support.requester, RejectSolution(ticket_id=ticket_id))

        assert support.ticket(ticket_id).rejected_count == 2

    def test_withdrawn_proposal_is_no_reject(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))

        assert support.ticket(ticket_id).rejected_count == 0

    @pytest.mark.parametrize("kind", [kind for kind in K if kind is not K.SOLVED])
    def test_only_what_is_solved_is_judged(self, support: Support, kind: StatusKind) -> None:
        ticket_id = support.in_status(kind)
        for command, after in (
            (AcceptSolution(ticket_id=ticket_id), "closed"),
            (RejectSolution(ticket_id=ticket_id), "in_progress"),
        ):
            refusal = support.refused(support.requester, command)
            assert refusal.params == {"before": kind.value, "after": after}

    def test_strangers_judge_nothing(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        codes = [
            support.refused(who, AcceptSolution(ticket_id=ticket_id)).code
            for who in (support.tor, support.manager, support.dev)
        ]
        assert codes == ["not_your_line", "role", "role"]


class TestClosing:
    """S1."""

    @pytest.mark.parametrize("reason", [R.DUPLICATE, R.SPAM])
    @pytest.mark.parametrize("kind", [kind for kind in K if kind is not K.CLOSED])
    def test_agent_closes_duplicates_and_spam_from_every_status(
        self, support: Support, kind: StatusKind, reason: ClosingReason
    ) -> None:
        ticket_id = support.in_status(kind)
        support.do(support.ada, close(ticket_id, reason))

        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.closing_reason) == ("closed", reason.value)

    def test_agent_closes_the_silent_after_two_days(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_CLIENT)
        support.wait(2 * DAY - 1)
        refusal = support.refused(support.ada, close(ticket_id, R.SILENT))
        assert str(refusal) == "closing_reason(reason='silent')"
        support.wait(1)
        support.do(support.ada, close(ticket_id, R.SILENT))

        assert support.ticket(ticket_id).closing_reason == "silent"

    @pytest.mark.parametrize("reason", [R.SOLVED, R.WITHDRAWN, R.PHANTOM, R.SILENT])
    def test_agent_has_no_other_reason(self, support: Support, reason: ClosingReason) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert support.refused(support.ada, close(ticket_id, reason)).code == "closing_reason"

    def test_lead_has_all_of_them_with_words_of_his_own(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert str(support.refused(support.lea, close(ticket_id, R.PHANTOM))) == "demanded(demand='reason')"
        uid = support.do(support.lea, close(ticket_id, R.PHANTOM, "Nobody asked"))

        ticket = support.ticket(ticket_id)
        assert (ticket.is_phantom, ticket.owner_id) == (True, support.ada.id)
        assert StatusChanged(
            before="in_progress", after="closed", cause="close_ticket", reason="Nobody asked"
        ) in support.facts(uid)

    def test_only_solved_needs_the_two_texts(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        refusal = support.refused(support.lea, close(ticket_id, R.SOLVED, "By phone"))
        assert str(refusal) == "demanded(demand='problem')"

        support.put(replace(support.ticket(ticket_id), problem="Blank"))
        refusal = support.refused(support.lea, close(ticket_id, R.SOLVED, "By phone"))
        assert str(refusal) == "demanded(demand='done')"

    def test_another_agent_closes_by_taking_over(self, support: Support) -> None:
        """S3."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.bo, close(ticket_id, R.SPAM))

        assert support.ticket(ticket_id).owner_id == support.bo.id

    def test_requester_withdraws_from_any_status(self, support: Support) -> None:
        for kind in K:
            if kind is K.CLOSED:
                continue
            ticket_id = support.in_status(kind)
            support.do(support.requester, close(ticket_id, R.WITHDRAWN))
            assert support.ticket(ticket_id).closing_reason == "withdrawn"

    def test_requester_says_that_he_did_not_ask(self, support: Support) -> None:
        """R11d: an answer to a solution; the flag stays."""
        ticket_id = support.in_status(K.SOLVED)
        support.do(support.requester, close(ticket_id, R.PHANTOM))
        support.do(support.ada, ReopenTicket(ticket_id=ticket_id))

        assert support.ticket(ticket_id).is_phantom
        early = support.in_status(K.IN_PROGRESS)
        assert support.refused(support.requester, close(early, R.PHANTOM)).code == "closing_reason"

    def test_requester_has_no_agents_reasons(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_CLIENT)
        assert support.refused(support.requester, close(ticket_id, R.SPAM)).code == "closing_reason"

    def test_closed_is_closed(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        assert support.refused(support.requester, close(ticket_id, R.WITHDRAWN)).code == "closed"
        assert support.refused(support.ada, close(ticket_id, R.SPAM)).code == "closed"

    def test_promise_stops(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, close(ticket_id, R.SPAM))

        sla = support.ticket(ticket_id).sla
        assert sla is not None
        assert sla.running_since is None


class TestAutoClose:
    """R11a: two days after the proposal; R10: Waiting is never closed by itself."""

    def test_solved_ticket_is_closed_after_two_days(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        due = support.now + 2 * DAY
        support.wait(2 * DAY - 1)
        assert str(support.refused(SYSTEM, close(ticket_id, R.SOLVED))) == f"too_early(at={due})"
        support.wait(1)
        support.do(SYSTEM, close(ticket_id, R.SOLVED))

        assert support.ticket(ticket_id).status_id == "closed"

    def test_reply_before_the_timer_keeps_it_open(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        support.wait(2 * DAY)
        support.do(support.ada, ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="Wait!"))
        refusal = support.refused(SYSTEM, close(ticket_id, R.SOLVED))

        assert str(refusal) == "not_in_workflow(before='in_progress', after='closed')"

    def test_unchanged_proposal_does_not_put_it_off(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        support.wait(DAY)
        support.do(support.ada, propose(ticket_id))
        support.wait(DAY)
        support.do(SYSTEM, close(ticket_id, R.SOLVED))

        assert support.ticket(ticket_id).status_id == "closed"

    @pytest.mark.parametrize("is_rejected", [True, False])
    def test_unchanged_proposal_after_the_clients_word_has_its_days_anew(
        self, support: Support, is_rejected: bool
    ) -> None:
        """R11a: nobody's ticket is closed without his 2 days to answer."""
        ticket_id = support.in_status(K.SOLVED)
        support.wait(DAY)
        said = (
            RejectSolution(ticket_id=ticket_id)
            if is_rejected
            else ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="No.")
        )
        support.do(support.requester, said)
        support.do(support.ada, propose(ticket_id))
        support.wait(2 * DAY - 1)

        assert support.refused(SYSTEM, close(ticket_id, R.SOLVED)).code == "too_early"
        support.wait(1)
        support.do(SYSTEM, close(ticket_id, R.SOLVED))
        assert support.ticket(ticket_id).status_id == "closed"

    @pytest.mark.parametrize("is_reply", [True, False], ids=["by a reply", "by hand"])
    def test_reopened_and_solved_again_with_the_same_texts_it_has_its_days_anew(
        self, support: Support, is_reply: bool
    ) -> None:
        """R11a, R11b: what was closed in between is proposed anew; the closed run's violation stays as it was (R13)."""
        ticket_id = support.in_status(K.SOLVED)
        support.wait(DAY + HOUR)
        support.do(support.requester, AcceptSolution(ticket_id=ticket_id))
        closed_at = support.now
        support.wait(DAY)
        if is_reply:
            reply = ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="Blank again.")
            support.do(support.requester, reply)
        else:
            support.do(support.ada, ReopenTicket(ticket_id=ticket_id))
        support.do(support.ada, propose(ticket_id))
        support.wait(2 * DAY - 1)

        assert support.refused(SYSTEM, close(ticket_id, R.SOLVED)).code == "too_early"
        solved = [each for each in support.ledger.all(Violation) if each.status_id == "solved"]
        assert [each.until for each in solved] == [closed_at]
        support.wait(1)
        support.do(SYSTEM, close(ticket_id, R.SOLVED))
        solved = [each for each in support.ledger.all(Violation) if each.status_id == "solved"]
        assert sorted(each.until or 0 for each in solved) == [closed_at, support.now]

    def test_system_closes_nothing_else(self, support: Support) -> None:
        waiting, solved = support.in_status(K.WAITING_CLIENT), support.in_status(K.SOLVED)
        support.wait(30 * DAY)

        assert support.refused(SYSTEM, close(waiting, R.SILENT)).code == "not_in_workflow"
        assert support.refused(SYSTEM, close(solved, R.SPAM)).code == "not_in_workflow"
