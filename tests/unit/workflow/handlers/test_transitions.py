"""Into In progress, and what all moves have in common (S2, S3, R6)."""

from typing import Any

import pytest

from kanbandesk.workflow.commands import (
    ClaimTicket,
    CloseTicket,
    EditTicket,
    MoveTicket,
    Place,
    PostponeTicket,
    ReopenTicket,
    ResumeTicket,
    StartTicket,
    Transition,
)
from kanbandesk.workflow.events import StatusChanged, TicketClaimed
from kanbandesk.workflow.people import SYSTEM
from kanbandesk.workflow.statuses import DAY, HOUR, ClosingReason, Priority, StatusKind
from tests.factories.support import Support, ask, hand_over, propose, wait_for_vendor
from tests.factories.workflow import make_ticket

K = StatusKind


class TestStart:
    """Assigned → In progress, and from New in one gesture."""

    def test_starting_a_new_ticket_claims_it_first(self, support: Support) -> None:
        ticket_id = support.opened()
        uid = support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))

        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.ada.id, "in_progress")
        assert support.facts(uid) == [
            TicketClaimed(agent_id=support.ada.id),
            StatusChanged(before="new", after="assigned", cause="start_ticket"),
            StatusChanged(before="assigned", after="in_progress", cause="start_ticket"),
        ]

    def test_case_sets_priority_and_class(self, support: Support) -> None:
        """R6."""
        ticket_id = support.in_status(K.ASSIGNED)
        support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="fault"))

        ticket = support.ticket(ticket_id)
        assert (ticket.urgency_case, ticket.sla_class, ticket.priority) == ("fault", "problem", Priority.HIGH)

    def test_class_alone_will_do(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED, priority=Priority.HIGH)
        support.do(support.ada, StartTicket(ticket_id=ticket_id, sla_class="wish"))

        ticket = support.ticket(ticket_id)
        assert (ticket.urgency_case, ticket.sla_class, ticket.priority) == ("", "wish", Priority.HIGH)

    def test_stricter_class_beside_the_case_is_taken(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to", sla_class="problem"))

        ticket = support.ticket(ticket_id)
        assert (ticket.urgency_case, ticket.sla_class) == ("how_to", "problem")

    def test_laxer_class_than_the_cases_is_a_leads_to_give(self, support: Support) -> None:
        """R6: lowering either."""
        ticket_id = support.in_status(K.ASSIGNED)
        refusal = support.refused(
            support.ada, StartTicket(ticket_id=ticket_id, urgency_case="fault", sla_class="wish")
        )
        assert str(refusal) == "lowering_needs_lead(field='sla_class')"

    def test_unclassified_ticket_cannot_be_started(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        refusal = support.refused(support.ada, StartTicket(ticket_id=ticket_id))
        assert str(refusal) == "demanded(demand='urgency_case')"

    def test_classified_ticket_is_asked_nothing(self, support: Support) -> None:
        ticket = support.put(make_ticket(status_id="assigned", owner_id=support.ada.id, sla_class="wish"))
        support.do(support.ada, StartTicket(ticket_id=ticket.id))

        assert support.ticket(ticket.id).status_id == "in_progress"

    @pytest.mark.parametrize(
        ("command", "refusal"),
        [
            ({"urgency_case": "flood"}, "unknown_value(field='urgency_case', value='flood')"),
            ({"sla_class": "gold"}, "unknown_value(field='sla_class', value='gold')"),
        ],
    )
    def test_unknown_case_or_class_is_refused(
        self, support: Support, command: dict[str, Any], refusal: str
    ) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        assert str(support.refused(support.ada, StartTicket(ticket_id=ticket_id, **command))) == refusal

    def test_start_is_no_way_out_of_waiting(self, support: Support) -> None:
        """A desk that does not know yet that the ticket is waiting meets a refusal, not a surprise."""
        ticket_id = support.in_status(K.WAITING_CLIENT)
        refusal = support.refused(support.ada, StartTicket(ticket_id=ticket_id))
        assert str(refusal) == "not_in_workflow(before='waiting_client', after='in_progress')"


class TestTakingOver:
    """S3: a transition by another agent of the line takes the ticket over."""

    @pytest.mark.parametrize(
        "kind", [K.ASSIGNED, K.WAITING_CLIENT, K.WAITING_VENDOR, K.POSTPONED, K.IN_DEVELOPMENT, K.SOLVED]
    )
    def test_who_moves_it_owns_it_and_the_old_owner_is_told(self, support: Support, kind: StatusKind) -> None:
        ticket_id = support.in_status(kind)
        command: Transition = ResumeTicket(ticket_id=ticket_id)
        if kind is K.ASSIGNED:
            command = StartTicket(ticket_id=ticket_id, urgency_case="how_to")
        uid = support.do(support.bo, command)

        assert support.ticket(ticket_id).owner_id == support.bo.id
        assert support.facts(uid)[0] == TicketClaimed(
            agent_id=support.bo.id, previous_owner_id=support.ada.id
        )

    def test_agent_of_another_line_is_refused(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        assert support.refused(support.tor, ResumeTicket(ticket_id=ticket_id)).code == "not_your_line"

    def test_leads_reason_leaves_the_ticket_with_its_owner(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        uid = support.do(support.lea, ResumeTicket(ticket_id=ticket_id, reason="They will not answer"))

        assert support.ticket(ticket_id).owner_id == support.ada.id
        (changed,) = support.facts(uid)
        assert isinstance(changed, StatusChanged)
        assert changed.reason == "They will not answer"

    def test_agents_reason_does_not(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        support.do(support.bo, ResumeTicket(ticket_id=ticket_id, reason="Let me"))

        assert support.ticket(ticket_id).owner_id == support.bo.id

    def test_lead_without_a_reason_takes_over_like_an_agent(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        support.do(support.lea, ResumeTicket(ticket_id=ticket_id))

        assert support.ticket(ticket_id).owner_id == support.lea.id

    def test_new_terms_take_over_too(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        support.do(support.bo, wait_for_vendor(ticket_id, support.now + 2 * DAY))

        assert support.ticket(ticket_id).owner_id == support.bo.id


class TestDemands:
    """Entering a status demands what the table says."""

    @pytest.mark.parametrize(
        ("command", "demand"),
        [
            (lambda t, now: ask(t, question=" "), "question"),
            (lambda t, now: wait_for_vendor(t, now + DAY, vendor=""), "vendor"),
            (lambda t, now: wait_for_vendor(t, now + DAY, vendor_reference="\t"), "vendor_reference"),
            (lambda t, now: wait_for_vendor(t, 0), "expected_at"),
            (lambda t, now: PostponeTicket(ticket_id=t, wake_at=0), "wake_at"),
            (lambda t, now: hand_over(t, 0), "due_at"),
            (lambda t, now: propose(t, problem=""), "problem"),
            (lambda t, now: propose(t, done="\x00"), "done"),
        ],
    )
    def test_missing_one_is_named(self, support: Support, command: object, demand: str) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        assert callable(command)
        refusal = support.refused(support.ada, command(ticket_id, support.now))
        assert str(refusal) == f"demanded(demand='{demand}')"

    @pytest.mark.parametrize("moment", [-1, 7_258_118_400_000, 2**70])
    def test_moments_out_of_time_are_refused(self, support: Support, moment: int) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        for command, field in (
            (wait_for_vendor(ticket_id, moment), "expected_at"),
            (PostponeTicket(ticket_id=ticket_id, wake_at=moment), "wake_at"),
            (hand_over(ticket_id, moment), "due_at"),
            (EditTicket(ticket_id=ticket_id, expected_at=moment), "expected_at"),
        ):
            assert str(support.refused(support.ada, command)) == f"malformed(field='{field}')"

    def test_lead_who_overrules_is_held_to_them(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        command = ask(ticket_id, question="", reason="Faster")
        assert str(support.refused(support.lea, command)) == "demanded(demand='question')"

    def test_reason_is_demanded_last(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        assert str(support.refused(support.lea, ask(ticket_id))) == "demanded(demand='reason')"

    def test_new_terms_are_held_to_them(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        command = wait_for_vendor(ticket_id, support.now + DAY, vendor="")
        assert str(support.refused(support.ada, command)) == "demanded(demand='vendor')"


class TestMoves:
    """S2."""

    def test_move_that_the_workflow_does_not_have_is_refused(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        refusal = support.refused(support.ada, PostponeTicket(ticket_id=ticket_id, wake_at=support.now + DAY))
        assert str(refusal) == "not_in_workflow(before='waiting_vendor', after='postponed')"

    def test_lead_makes_it_with_a_reason(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        command = PostponeTicket(ticket_id=ticket_id, wake_at=support.now + DAY, reason="Holidays there")
        support.do(support.lea, command)

        assert support.ticket(ticket_id).status_id == "postponed"

    def test_closed_ticket_is_reopened_and_nothing_else(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        assert support.refused(support.ada, ask(ticket_id)).code == "closed"
        assert support.refused(support.ada, ResumeTicket(ticket_id=ticket_id)).code == "not_in_workflow"

    def test_reopening_counts_and_keeps_the_owner(self, support: Support) -> None:
        """R11b, R7b: the promise starts anew."""
        ticket_id = support.in_status(K.CLOSED)
        support.wait(DAY)
        support.do(support.ada, ReopenTicket(ticket_id=ticket_id))

        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.owner_id, ticket.reopened_count) == (
            "in_progress",
            support.ada.id,
            1,
        )
        assert (ticket.closed_at, ticket.closing_reason) == (None, "")
        assert ticket.sla is not None
        assert (ticket.sla.started_at, ticket.sla.used_ms, ticket.sla.pauses) == (support.now, 0, ())

    def test_lead_reopens_straight_into_another_status(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        support.do(support.lea, wait_for_vendor(ticket_id, support.now + DAY, reason="They called"))

        ticket = support.ticket(ticket_id)
        assert (ticket.status_id, ticket.reopened_count, ticket.closed_at) == ("waiting_vendor", 1, None)

    def test_leaving_a_postponement_forgets_its_moment(self, support: Support) -> None:
        ticket_id = support.in_status(K.POSTPONED)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))

        assert support.ticket(ticket_id).wake_at is None

    def test_time_in_status_begins_with_each_move(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.do(support.ada, ask(ticket_id))

        assert support.ticket(ticket_id).status_since == support.now

    def test_unknown_ticket_is_not_found(self, support: Support) -> None:
        refusal = support.refused(support.ada, ResumeTicket(ticket_id="nowhere"))
        assert str(refusal) == "not_found(kind='Ticket', id='nowhere')"

    def test_system_resumes_by_waking_only(self, support: Support) -> None:
        ticket_id = support.in_status(K.POSTPONED)
        assert support.refused(SYSTEM, ResumeTicket(ticket_id=ticket_id)).code == "not_in_workflow"


class TestPlaces:
    """Where a card comes to lie."""

    def test_card_enters_a_column_on_top(self, support: Support) -> None:
        first, second = support.in_status(K.IN_PROGRESS), support.in_status(K.IN_PROGRESS)

        assert support.ticket(second).rank < support.ticket(first).rank

    def test_card_is_dropped_between_two(self, support: Support) -> None:
        low, high = (support.in_status(K.IN_PROGRESS) for _ in range(2))
        ticket_id = support.in_status(K.ASSIGNED)
        place = Place(after=high, before=low)
        support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to", place=place))

        assert support.ticket(high).rank < support.ticket(ticket_id).rank < support.ticket(low).rank

    def test_claimed_card_stays_where_it_was_in_the_column(self, support: Support) -> None:
        """S5: New and Assigned share a column."""
        below, claimed, above = (support.opened() for _ in range(3))
        rank = support.ticket(claimed).rank
        support.do(support.ada, ClaimTicket(ticket_id=claimed))

        assert support.ticket(claimed).rank == rank
        assert support.ticket(above).rank < rank < support.ticket(below).rank

    def test_claimed_card_goes_where_it_was_dropped(self, support: Support) -> None:
        below, claimed = support.opened(), support.opened()
        support.do(support.ada, ClaimTicket(ticket_id=claimed, place=Place(after=below)))

        assert support.ticket(below).rank < support.ticket(claimed).rank

    def test_place_within_the_column_is_a_move_of_its_own(self, support: Support) -> None:
        below, above = support.in_status(K.IN_PROGRESS), support.in_status(K.IN_PROGRESS)
        support.do(support.ada, MoveTicket(ticket_id=above, place=Place(after=below)))

        assert support.ticket(below).rank < support.ticket(above).rank

    def test_closed_card_needs_no_column(self, support: Support) -> None:
        first = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, CloseTicket(ticket_id=first, closing_reason=ClosingReason.SPAM))
        second = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, CloseTicket(ticket_id=second, closing_reason=ClosingReason.SPAM))

        assert support.ticket(second).rank < support.ticket(first).rank
