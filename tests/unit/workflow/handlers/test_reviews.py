"""R11a, R11c, R11d, R11f: the four answers, ratings kept for good, phantoms, the review list, call-backs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.commands import (
    AcceptSolution,
    AnswerClient,
    AnswerTask,
    CloseTicket,
    JudgePhantom,
    MergeTickets,
    RateTicket,
    ReceiveReply,
    RejectSolution,
    ReopenTicket,
    ReviewTicket,
)
from kanbandesk.workflow.events import PhantomJudged, Rated, Reviewed
from kanbandesk.workflow.people import SYSTEM, Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import KeptForGood, NoticeKind, Notification, Rating, Task, TaskKind
from kanbandesk.workflow.statuses import DAY, ClosingReason, StatusKind
from tests.factories.support import Support, propose
from tests.factories.workflow import make_contact, make_id, requester_of

K = StatusKind


class Judged(Support):
    """A support desk with Lea as its lead; nobody is drawn to be called back."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger.add(
            Line(id="first", name="First line", lead_id=self.lea.id), Process(call_back_percent=0)
        )

    def closed(self) -> str:
        """Return a ticket that Iver has accepted."""
        ticket_id = self.in_status(K.SOLVED)
        self.do(self.requester, AcceptSolution(ticket_id=ticket_id))
        return ticket_id

    def phantom(self) -> str:
        ticket_id = self.in_status(K.SOLVED)
        self.do(self.requester, CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.PHANTOM))
        return ticket_id

    def ratings(self) -> list[Rating]:
        return self.ledger.all(Rating)

    def tasks(self, kind: TaskKind) -> list[Task]:
        return [each for each in self.ledger.all(Task) if each.kind is kind]

    def told(self, agent: Agent, kind: NoticeKind) -> list[str]:
        notices = self.ledger.all(Notification)
        return [each.text for each in notices if each.agent_id == agent.id and each.kind is kind]


@pytest.fixture
def desk() -> Judged:
    return Judged()


class TestFourAnswers:
    """R11a: liked it / did not like it / I did not make this request / not solved; only the last rejects."""

    @pytest.mark.parametrize("is_liked", [True, False])
    def test_liked_or_not_closes_and_is_kept(self, desk: Judged, is_liked: bool) -> None:
        ticket_id = desk.in_status(K.SOLVED)
        accept = AcceptSolution(
            ticket_id=ticket_id, rating_id=make_id(), is_liked=is_liked, comment="Took a week"
        )
        uid = desk.do(desk.requester, accept)

        ticket = desk.ticket(ticket_id)
        assert (ticket.status_id, ticket.rejected_count) == ("closed", 0)
        (rating,) = desk.ratings()
        assert (rating.id, rating.is_liked, rating.comment) == (accept.rating_id, is_liked, "Took a week")
        assert (rating.agent_id, rating.contact_id) == (desk.ada.id, desk.iver.id)
        assert rating.closed_at == ticket.closed_at
        assert Rated(rating_id=rating.id, is_liked=is_liked, comment="Took a week") in desk.facts(uid)

    def test_dislike_tells_the_lead(self, desk: Judged) -> None:
        """R11c."""
        ticket_id = desk.in_status(K.SOLVED)
        desk.do(desk.requester, AcceptSolution(ticket_id=ticket_id, is_liked=False, comment="Slow"))

        assert desk.told(desk.lea, NoticeKind.DISLIKED) == ["Slow"]

    def test_like_tells_nobody(self, desk: Judged) -> None:
        desk.do(desk.requester, AcceptSolution(ticket_id=desk.in_status(K.SOLVED), is_liked=True))

        assert desk.told(desk.lea, NoticeKind.DISLIKED) == []

    def test_phantom_closes_and_asks_the_lead(self, desk: Judged) -> None:
        """R11d."""
        ticket_id = desk.phantom()

        ticket = desk.ticket(ticket_id)
        assert (ticket.status_id, ticket.is_phantom, ticket.rejected_count) == ("closed", True, 0)
        (task,) = desk.tasks(TaskKind.PHANTOM)
        assert (task.ticket_id, task.agent_id) == (ticket_id, desk.lea.id)
        assert len(desk.told(desk.lea, NoticeKind.PHANTOM)) == 1

    def test_not_solved_rejects_and_tells_the_owner(self, desk: Judged) -> None:
        ticket_id = desk.in_status(K.SOLVED)
        desk.do(desk.requester, RejectSolution(ticket_id=ticket_id, text="Still blank", message_id=make_id()))

        assert desk.ticket(ticket_id).rejected_count == 1
        assert desk.told(desk.ada, NoticeKind.REJECTED) == ["Still blank"]
        assert desk.told(desk.ada, NoticeKind.CLIENT_REPLIED) == []

    def test_free_message_is_no_rejection(self, desk: Judged) -> None:
        ticket_id = desk.in_status(K.SOLVED)
        desk.do(desk.requester, ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="Thanks, but"))

        assert (desk.ticket(ticket_id).status_id, desk.ticket(ticket_id).rejected_count) == ("in_progress", 0)
        assert desk.told(desk.ada, NoticeKind.CLIENT_REPLIED) == ["Thanks, but"]

    def test_an_agent_rates_nothing_for_the_requester(self, desk: Judged) -> None:
        ticket_id = desk.in_status(K.SOLVED)
        refusal = desk.refused(desk.ada, AcceptSolution(ticket_id=ticket_id, is_liked=True))

        assert refusal.code == "role"


class TestRating:
    """R11c: one rating per closing, until 14 days after; never changed or deleted; it moves no ticket."""

    def rate(self, ticket_id: str, answer_id: str = "") -> RateTicket:
        return RateTicket(ticket_id=ticket_id, rating_id=make_id(), is_liked=True, answer_id=answer_id)

    def test_closing_is_rated_once(self, desk: Judged) -> None:
        ticket_id = desk.closed()
        desk.do(desk.requester, self.rate(ticket_id))

        assert desk.refused(desk.requester, self.rate(ticket_id)).code == "exists"
        assert desk.ticket(ticket_id).status_id == "closed"

    def test_each_closing_can_be_rated(self, desk: Judged) -> None:
        ticket_id = desk.closed()
        desk.do(desk.requester, self.rate(ticket_id))
        desk.do(desk.ada, ReopenTicket(ticket_id=ticket_id))
        desk.wait(DAY)
        desk.do(desk.ada, propose(ticket_id, done="Changed the head"))
        desk.do(desk.requester, AcceptSolution(ticket_id=ticket_id))
        desk.do(desk.requester, self.rate(ticket_id))

        assert len(desk.ratings()) == 2

    def test_fourteen_days_are_given(self, desk: Judged) -> None:
        early, late = desk.closed(), desk.closed()
        desk.wait(14 * DAY)
        desk.do(desk.requester, self.rate(early))
        desk.wait(1)

        assert desk.refused(desk.requester, self.rate(late)).code == "closed"

    def test_open_ticket_has_no_closing_to_rate(self, desk: Judged) -> None:
        assert desk.refused(desk.requester, self.rate(desk.in_status(K.SOLVED))).code == "not_in_workflow"

    def test_any_answer_can_be_rated_once(self, desk: Judged) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        answer_id = make_id()
        desk.do(desk.bo, AnswerClient(ticket_id=ticket_id, message_id=answer_id, text="Try again"))
        desk.do(desk.requester, self.rate(ticket_id, answer_id))

        (rating,) = desk.ratings()
        assert (rating.message_id, rating.agent_id, rating.closed_at) == (answer_id, desk.bo.id, None)
        assert desk.refused(desk.requester, self.rate(ticket_id, answer_id)).code == "exists"

    def test_only_answers_of_this_ticket_are_rated(self, desk: Judged) -> None:
        one, other = desk.in_status(K.IN_PROGRESS), desk.in_status(K.IN_PROGRESS)
        answer_id, said_id = make_id(), make_id()
        desk.do(desk.ada, AnswerClient(ticket_id=other, message_id=answer_id, text="Try again"))
        desk.do(desk.requester, ReceiveReply(ticket_id=one, message_id=said_id, text="No"))

        assert desk.refused(desk.requester, self.rate(one, answer_id)).code == "not_found"
        assert desk.refused(desk.requester, self.rate(one, said_id)).code == "not_found"

    def test_nobody_else_rates(self, desk: Judged) -> None:
        ticket_id = desk.closed()
        stranger = requester_of(make_contact(name="Somebody else"))

        assert desk.refused(desk.ada, self.rate(ticket_id)).code == "role"
        assert desk.refused(stranger, self.rate(ticket_id)).code == "not_your_ticket"

    def test_merged_ticket_is_not_rated(self, desk: Judged) -> None:
        """R11e."""
        source, target = desk.in_status(K.IN_PROGRESS), desk.in_status(K.IN_PROGRESS)
        desk.do(desk.ada, MergeTickets(ticket_id=source, target_id=target))

        assert desk.refused(desk.requester, self.rate(source)).code == "merged"

    def test_rating_is_neither_replaced_nor_deleted(self, desk: Judged) -> None:
        ticket_id = desk.in_status(K.SOLVED)
        desk.do(desk.requester, AcceptSolution(ticket_id=ticket_id, is_liked=False, comment="Slow"))
        (rating,) = desk.ratings()
        tx = desk.ledger.transaction()

        with pytest.raises(KeptForGood):
            tx.put(replace(rating, is_liked=True))
        with pytest.raises(KeptForGood):
            tx.put(replace(rating, comment="Quick"))
        with pytest.raises(KeptForGood):
            tx.delete(Rating, rating.id)
        tx.put(replace(rating, comment=""))  # legal erasure


class TestPhantom:
    """R11d: the lead confirms or refutes with a reason; the flag stays."""

    @pytest.mark.parametrize(("is_confirmed", "verdict"), [(True, "confirmed"), (False, "refuted")])
    def test_lead_judges(self, desk: Judged, is_confirmed: bool, verdict: str) -> None:
        ticket_id = desk.phantom()
        judge = JudgePhantom(ticket_id=ticket_id, is_confirmed=is_confirmed, reason="Asked by phone")
        uid = desk.do(desk.lea, judge)

        ticket = desk.ticket(ticket_id)
        assert (ticket.phantom_verdict, ticket.is_phantom, ticket.status_id) == (verdict, True, "closed")
        assert desk.facts(uid) == [PhantomJudged(is_confirmed=is_confirmed, reason="Asked by phone")]
        assert [each.done_by for each in desk.tasks(TaskKind.PHANTOM)] == [desk.lea.id]

    def test_only_a_lead_judges_once_and_with_a_reason(self, desk: Judged) -> None:
        ticket_id = desk.phantom()
        judge = JudgePhantom(ticket_id=ticket_id, is_confirmed=True, reason="Asked by phone")

        assert desk.refused(desk.ada, judge).code == "role"
        assert desk.refused(desk.lea, replace(judge, reason=" ")).code == "empty"
        desk.do(desk.lea, judge)
        assert desk.refused(desk.lea, judge).code == "exists"

    def test_what_is_no_phantom_is_not_judged(self, desk: Judged) -> None:
        judge = JudgePhantom(ticket_id=desk.closed(), is_confirmed=True, reason="x")

        assert desk.refused(desk.lea, judge).code == "not_found"


class TestReview:
    """R11f: every closed conversation enters the lead's review list; a wrong answer is reopened with a reason."""

    def test_closed_conversation_is_to_be_looked_through(self, desk: Judged) -> None:
        ticket_id = desk.closed()

        (task,) = desk.tasks(TaskKind.REVIEW)
        assert (task.ticket_id, task.agent_id, task.line_id) == (ticket_id, desk.lea.id, "first")

    def test_without_a_word_there_is_nothing_to_look_through(self, desk: Judged) -> None:
        ticket_id = desk.opened()
        desk.do(desk.ada, CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SPAM))

        assert desk.tasks(TaskKind.REVIEW) == []

    def test_right_answer_stays_closed(self, desk: Judged) -> None:
        ticket_id = desk.closed()
        uid = desk.do(desk.lea, ReviewTicket(ticket_id=ticket_id, is_right=True))

        assert (desk.ticket(ticket_id).status_id, desk.ticket(ticket_id).is_reviewed) == ("closed", True)
        assert desk.facts(uid) == [Reviewed(is_right=True)]
        assert [each.done_by for each in desk.tasks(TaskKind.REVIEW)] == [desk.lea.id]

    def test_wrong_answer_is_reopened_with_a_reason(self, desk: Judged) -> None:
        ticket_id = desk.closed()
        wrong = ReviewTicket(ticket_id=ticket_id, is_right=False)
        assert desk.refused(desk.lea, wrong).params == {"demand": "reason"}
        desk.do(desk.lea, replace(wrong, reason="It was the driver"))

        ticket = desk.ticket(ticket_id)
        assert (ticket.status_id, ticket.owner_id, ticket.is_reviewed) == ("in_progress", desk.ada.id, False)
        assert desk.told(desk.ada, NoticeKind.REOPENED) == ["It was the driver"]

    def test_closed_again_it_is_reviewed_again(self, desk: Judged) -> None:
        ticket_id = desk.closed()
        desk.do(desk.lea, ReviewTicket(ticket_id=ticket_id, is_right=False, reason="It was the driver"))
        desk.do(desk.ada, propose(ticket_id, done="New driver"))
        desk.do(desk.requester, AcceptSolution(ticket_id=ticket_id))

        assert sum(each.done_at is None for each in desk.tasks(TaskKind.REVIEW)) == 1

    def test_reopened_conversation_is_on_no_list(self, desk: Judged) -> None:
        ticket_id = desk.closed()
        desk.do(desk.requester, ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="Again"))

        assert [each.done_at for each in desk.tasks(TaskKind.REVIEW)] == [desk.now]

    def test_only_a_lead_reviews_what_is_closed(self, desk: Judged) -> None:
        review = ReviewTicket(ticket_id=desk.closed(), is_right=True)

        assert desk.refused(desk.ada, review).code == "role"
        opened = ReviewTicket(ticket_id=desk.in_status(K.SOLVED), is_right=True)
        assert desk.refused(desk.lea, opened).code == "not_in_workflow"

    def test_merged_ticket_is_out_of_it(self, desk: Judged) -> None:
        """R11e: out of all counts."""
        source, target = desk.in_status(K.IN_PROGRESS), desk.in_status(K.IN_PROGRESS)
        desk.do(desk.ada, AnswerClient(ticket_id=source, message_id=make_id(), text="One moment"))
        desk.do(desk.ada, MergeTickets(ticket_id=source, target_id=target))

        assert desk.ledger.all(Task) == []

    def test_looking_through_is_no_words_to_write(self, desk: Judged) -> None:
        desk.closed()
        (task,) = desk.tasks(TaskKind.REVIEW)

        assert desk.refused(desk.lea, AnswerTask(task_id=task.id, answer="Fine")).code == "unknown_value"


class TestCallBack:
    """R11f: 5 % of closed tickets give first line a call-back task 7 days later."""

    def test_share_of_the_closings_is_called_back(self, desk: Judged) -> None:
        desk.ledger.add(Process())
        for _ in range(300):
            desk.closed()

        assert 3 <= len(desk.tasks(TaskKind.CALL_BACK)) <= 35  # 15 of 300, drawn by the mutations' own bits

    def test_call_opens_after_seven_days_on_first_line(self, desk: Judged) -> None:
        desk.ledger.add(Process(call_back_percent=100))
        ticket_id = desk.closed()

        (task,) = desk.tasks(TaskKind.CALL_BACK)
        assert (task.opens_at, task.line_id, task.agent_id) == (desk.now + 7 * DAY, "first", "")
        desk.do(desk.bo, AnswerTask(task_id=task.id, answer="All is well"))
        assert desk.tasks(TaskKind.CALL_BACK)[0].done_by == desk.bo.id
        assert desk.ticket(ticket_id).status_id == "closed"

    def test_same_mutation_draws_the_same(self, desk: Judged) -> None:
        desk.ledger.add(Process(call_back_percent=50))
        drawn = []
        for uid in (make_id(), make_id(), make_id(), make_id()):
            ticket_id = desk.in_status(K.SOLVED)
            entities, events = dict(desk.ledger.entities), list(desk.ledger.events)
            counts = set()
            for _ in range(2):
                desk.ledger.entities, desk.ledger.events = dict(entities), list(events)
                desk.do(SYSTEM, AcceptSolution(ticket_id=ticket_id), uid=uid)
                counts.add(len(desk.tasks(TaskKind.CALL_BACK)))
            drawn.append(counts)

        assert all(len(counts) == 1 for counts in drawn)

    @pytest.mark.parametrize("reason", [ClosingReason.SPAM, ClosingReason.DUPLICATE])
    def test_nobody_is_called_about_spam(self, desk: Judged, reason: ClosingReason) -> None:
        desk.ledger.add(Process(call_back_percent=100))
        desk.do(desk.ada, CloseTicket(ticket_id=desk.in_status(K.IN_PROGRESS), closing_reason=reason))

        assert desk.tasks(TaskKind.CALL_BACK) == []
