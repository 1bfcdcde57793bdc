"""From line to line (R8a, R8b)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.commands import (
    AcceptTransfer,
    AnswerClient,
    CloseTicket,
    ReleaseTicket,
    ResumeTicket,
    ReturnTicket,
    SaveCalendar,
    SetAway,
    TransferTicket,
    WithdrawTransfer,
)
from kanbandesk.workflow.events import StatusChanged, TransferAccepted, TransferOffered, TransferWithdrawn
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.process import Playbook, Process, Question
from kanbandesk.workflow.records import NoticeKind, Notification
from kanbandesk.workflow.statuses import HOUR, MINUTE, SECOND, ClosingReason, StatusKind
from kanbandesk.workflow.tickets import MessageKind
from tests.factories.support import Support, propose
from tests.factories.ticking import Ticking
from tests.factories.workflow import NOW, OFFICE_HOURS, make_agent, make_id, make_lead

K = StatusKind


@pytest.fixture
def ticking(support: Support) -> Ticking:
    return Ticking(support)


def told(support: Support, kind: NoticeKind) -> list[str]:
    return [one.agent_id for one in support.ledger.all(Notification) if one.kind is kind]


def transferred(support: Support, line_id: str = "second", kind: StatusKind = K.IN_PROGRESS) -> str:
    """Return a ticket of Ada's that she has offered to another line."""
    ticket_id = support.in_status(kind)
    support.do(support.ada, TransferTicket(ticket_id=ticket_id, line_id=line_id, reason="Needs a router"))
    return ticket_id


def returned(support: Support, times: int) -> str:
    ticket_id = support.in_status(K.IN_PROGRESS)
    for _ in range(times):
        support.do(support.lea, TransferTicket(ticket_id=ticket_id, line_id="second"))
        support.do(support.tor, ReturnTicket(ticket_id=ticket_id, reason="A question of settings"))
    return ticket_id


class TestOffer:
    """R8a: until it is accepted the sender stays owner and the status stays."""

    @pytest.mark.parametrize("kind", [K.ASSIGNED, K.IN_PROGRESS, K.WAITING_CLIENT, K.SOLVED])
    def test_owner_status_and_line_stay(self, support: Support, kind: StatusKind) -> None:
        ticket_id = transferred(support, kind=kind)
        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id, ticket.line_id) == (support.ada.id, kind.value, "first")
        assert (ticket.offered_line_id, ticket.offered_by, ticket.offered_at) == (
            "second",
            support.ada.id,
            NOW,
        )

    def test_promise_runs_on_while_it_is_offered(self, support: Support) -> None:
        """R7b."""
        before = support.ticket(support.in_status(K.IN_PROGRESS)).sla
        offered = support.ticket(transferred(support)).sla
        assert before is not None
        assert offered is not None
        assert offered.running_since == before.running_since

    def test_it_is_told_who_offered_what(self, support: Support) -> None:
        ticket_id = transferred(support)
        assert support.history(ticket_id)[-1].fact == TransferOffered(
            from_line_id="first", line_id="second", reason="Needs a router"
        )

    def test_the_other_line_is_told(self, support: Support) -> None:
        before = told(support, NoticeKind.OFFERED)
        transferred(support)
        assert support.tor.id not in before
        assert told(support, NoticeKind.OFFERED).count(support.tor.id) == 1

    def test_it_runs_under_news_norm(self, support: Support) -> None:
        ticket_id = transferred(support)
        assert support.dues(ticket_id) == (40 * SECOND, 5 * MINUTE, 15 * MINUTE)

    def test_the_other_lines_hours_count(self, support: Support) -> None:
        support.do(support.admin, SaveCalendar(calendar=OFFICE_HOURS))
        support.ledger.add(replace(support.ledger.get(Line, "second"), calendar_id="office"))
        ticket_id = transferred(support)
        clock = support.clock(ticket_id, "new")
        assert clock is not None
        assert clock.calendar_id == "office"

    def test_the_owner_goes_on_and_the_offer_stands(self, support: Support) -> None:
        ticket_id = transferred(support)
        answer = AnswerClient(ticket_id=ticket_id, message_id=make_id(), text="We are looking into it")
        support.do(support.ada, answer)
        support.do(support.ada, propose(ticket_id))
        assert support.ticket(ticket_id).offered_line_id == "second"
        assert support.clock(ticket_id, "new") is not None

    def test_new_ticket_is_claimed_by_who_passes_it_on(self, support: Support) -> None:
        ticket_id = support.opened()
        support.do(support.ada, TransferTicket(ticket_id=ticket_id, line_id="second"))
        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.ada.id, "assigned")

    @pytest.mark.parametrize("line_id", ["first", "development"])
    def test_no_transfer_to_its_own_line_nor_to_the_developers(self, support: Support, line_id: str) -> None:
        """R9: developers are handed a ticket in another way."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        refusal = support.refused(support.ada, TransferTicket(ticket_id=ticket_id, line_id=line_id))
        assert refusal.code == "unknown_value"

    def test_another_line_does_not_pass_on_what_it_has_not(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        refusal = support.refused(support.tor, TransferTicket(ticket_id=ticket_id, line_id="third"))
        assert refusal.code == "not_your_line"

    def test_required_questions_come_first_unless_somebody_says_why_not(self, support: Support) -> None:
        """R17."""
        asks = Playbook(
            id="p",
            name="Printers",
            category="hardware",
            questions=(
                Question(id="q0", text="Is it new?"),
                Question(id="q1", text="Did you restart it?", is_required=True),
            ),
        )
        support.ledger.add(replace(support.ledger.get(Process, "default"), playbooks=(asks,)))
        ticket_id = support.in_status(K.IN_PROGRESS, category="Hardware")
        command = TransferTicket(ticket_id=ticket_id, line_id="second")
        refusal = support.refused(support.ada, command)
        assert (refusal.code, refusal.params["question"]) == ("question_open", "Did you restart it?")
        support.do(support.ada, replace(command, unknown_because="The client hung up"))
        fact = support.history(ticket_id)[-1].fact
        assert isinstance(fact, TransferOffered)
        assert fact.unknown_because == "The client hung up"

    @pytest.mark.parametrize("how", ["withdrawn", "released", "closed"])
    def test_an_offer_ends(self, support: Support, how: str) -> None:
        ticket_id = transferred(support, kind=K.ASSIGNED if how == "released" else K.SOLVED)
        if how == "withdrawn":
            uid = support.do(support.ada, WithdrawTransfer(ticket_id=ticket_id))
            assert support.facts(uid) == [TransferWithdrawn(line_id="second")]
        elif how == "released":
            support.do(support.ada, ReleaseTicket(ticket_id=ticket_id))
        else:
            support.do(support.ada, CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SOLVED))
        ticket = support.ticket(ticket_id)
        assert (ticket.offered_line_id, ticket.offered_by, ticket.offered_at) == ("", "", None)
        assert (support.clock(ticket_id, "new") is None) is (how != "released")


class TestAcceptance:
    """R8a: then Assigned to the accepter; who, when, accepted when are kept."""

    def test_accepter_has_it_on_his_line(self, support: Support) -> None:
        ticket_id = transferred(support)
        support.wait(10 * SECOND)
        uid = support.do(support.tor, AcceptTransfer(ticket_id=ticket_id))
        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id, ticket.line_id) == (support.tor.id, "assigned", "second")
        assert support.facts(uid)[0] == TransferAccepted(
            line_id="second", agent_id=support.tor.id, offered_by=support.ada.id, offered_at=NOW
        )
        assert told(support, NoticeKind.TRANSFER_ACCEPTED) == [support.ada.id]

    def test_accepted_from_assigned_begins_assigneds_norm_anew(self, support: Support) -> None:
        ticket_id = transferred(support, kind=K.ASSIGNED)
        support.wait(30 * SECOND)
        support.do(support.tor, AcceptTransfer(ticket_id=ticket_id))
        assert support.dues(ticket_id) == (5 * MINUTE, 15 * MINUTE, HOUR)
        assert support.ticket(ticket_id).status_since == support.now

    def test_first_line_agent_stays_as_companion(self, support: Support) -> None:
        ticket_id = transferred(support)
        support.do(support.tor, AcceptTransfer(ticket_id=ticket_id))
        assert support.ticket(ticket_id).companion_ids == (support.ada.id,)
        support.do(support.ada, AnswerClient(ticket_id=ticket_id, message_id=make_id(), text="Still at it"))
        assert support.ticket(ticket_id).owner_id == support.tor.id, "who clarifies takes nothing over"

    def test_what_the_client_said_travels_unaltered(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS, text="It beeps.", message_id=make_id())
        support.do(support.ada, TransferTicket(ticket_id=ticket_id, line_id="second"))
        support.do(support.tor, AcceptTransfer(ticket_id=ticket_id))
        said = [message.body for message in support.messages(ticket_id) if message.kind is MessageKind.CLIENT]
        assert said == ["It beeps."]

    def test_later_accepter_is_told_who_was_first(self, support: Support) -> None:
        ticket_id = transferred(support)
        vera = make_agent(name="Vera Dahl", line_ids=("second",))
        support.ledger.add(vera)
        support.do(support.tor, AcceptTransfer(ticket_id=ticket_id))
        refusal = support.refused(vera, AcceptTransfer(ticket_id=ticket_id))
        assert (refusal.code, refusal.params["owner"]) == ("taken", "Tor Lund")

    def test_only_the_line_that_is_offered_it_accepts(self, support: Support) -> None:
        ticket_id = transferred(support)
        assert support.refused(support.bo, AcceptTransfer(ticket_id=ticket_id)).code == "not_your_line"

    def test_nobody_for_40_s_and_the_system_draws_on_that_line(
        self, support: Support, ticking: Ticking
    ) -> None:
        ticket_id = transferred(support)
        ticking.pass_time(40 * SECOND)
        assert support.ticket(ticket_id).owner_id == support.ada.id
        ticking.pass_time(1)
        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.status_id) == (support.tor.id, "assigned")
        (accepted,) = (
            event.fact for event in support.history(ticket_id) if isinstance(event.fact, TransferAccepted)
        )
        assert (accepted.is_drawn, accepted.due) == (True, NOW + 40 * SECOND)

    def test_nobody_draws_from_himself(self, support: Support, ticking: Ticking) -> None:
        """With nobody else on that line the offer waits, and is not drawn again and again."""
        support.ledger.add(replace(support.tor, is_away=True), replace(support.ada, line_ids=()))
        ticket_id = transferred(support)
        ticking.pass_time(HOUR)
        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.waits_for_shift) == (support.ada.id, True)
        assert [each.name for each in ticking.done].count("draw_ticket") == 1

    def test_start_rules_hold_on_every_line(self, support: Support, ticking: Ticking) -> None:
        support.ledger.add(replace(support.ledger.get(Line, "second"), lead_id=support.lea.id))
        ticket_id = transferred(support)
        ticking.pass_time(MINUTE + 15 * MINUTE)
        assert support.ticket(ticket_id).is_ignored
        assert told(support, NoticeKind.ESCALATED) == [support.lea.id]

    def test_implementation_offers_first_to_whoever_set_the_client_up(
        self, support: Support, ticking: Ticking
    ) -> None:
        others = [make_agent(line_ids=("third",)) for _ in range(5)]
        support.ledger.add(*others, replace(support.ledger.get(Process, "default"), setup_line="third"))
        support.ledger.add(replace(support.ledger.get(Client, support.client.id), set_up_by=others[3].id))
        ticket_id = transferred(support, "third")
        offered = told(support, NoticeKind.OFFERED)
        assert [each.id in offered for each in others] == [False, False, False, True, False]
        ticking.pass_time(MINUTE)
        assert support.ticket(ticket_id).owner_id == others[3].id


@pytest.mark.parametrize("is_returned", [False, True], ids=["withdrawn", "not ours"])
class TestBackToItsOwner:
    """R1d, C5: from the end of the offer on it is its owner's turn again, and he may be gone by then."""

    @pytest.fixture
    def evening(self) -> Support:
        """Five minutes before the lines close; nobody of the other line is there."""
        support = Support(OFFICE_HOURS)
        support.ledger.add(replace(support.tor, is_away=True))
        support.wait(7 * HOUR + 55 * MINUTE)
        return support

    def _end(self, support: Support, ticket_id: str, is_returned: bool) -> None:
        if is_returned:
            support.do(support.tor, ReturnTicket(ticket_id=ticket_id, reason="Not ours"))
        else:
            support.do(support.ada, WithdrawTransfer(ticket_id=ticket_id))

    def _released(self, support: Support, ticket_id: str) -> list[int | None]:
        """Return when each taking back was due."""
        facts = (event.fact for event in support.history(ticket_id))
        return [fact.due for fact in facts if isinstance(fact, StatusChanged) and fact.after == "new"]

    def test_who_went_off_shift_meanwhile_loses_it_at_the_end_of_the_offer(
        self, evening: Support, is_returned: bool
    ) -> None:
        ticking = Ticking(evening)
        ticket_id = transferred(evening, kind=K.ASSIGNED)
        ticking.pass_time(HOUR)
        ended_at = evening.now
        self._end(evening, ticket_id, is_returned)
        ticking.pass_time(SECOND)
        assert self._released(evening, ticket_id) == [ended_at]

    def test_who_is_on_shift_again_keeps_it_until_that_shift_ends(
        self, evening: Support, is_returned: bool
    ) -> None:
        ticking = Ticking(evening)
        ticket_id = transferred(evening, kind=K.ASSIGNED)
        ticking.pass_time(16 * HOUR)
        self._end(evening, ticket_id, is_returned)
        ticking.pass_time(HOUR)
        assert evening.ticket(ticket_id).owner_id == evening.ada.id
        ticking.pass_time(7 * HOUR + 6 * MINUTE)
        assert self._released(evening, ticket_id) == [NOW + 32 * HOUR]

    def test_who_went_away_meanwhile_loses_it_at_the_end_of_the_offer(
        self, evening: Support, is_returned: bool
    ) -> None:
        ticking = Ticking(evening)
        ticket_id = transferred(evening, kind=K.ASSIGNED)
        evening.do(evening.ada, SetAway(agent_id=evening.ada.id, is_away=True))
        ticking.pass_time(MINUTE)
        ended_at = evening.now
        self._end(evening, ticket_id, is_returned)
        ticking.pass_time(SECOND)
        assert self._released(evening, ticket_id) == [ended_at]

    def test_what_was_started_is_not_taken_back(self, evening: Support, is_returned: bool) -> None:
        ticking = Ticking(evening)
        ticket_id = transferred(evening)
        ticking.pass_time(HOUR)
        self._end(evening, ticket_id, is_returned)
        ticking.pass_time(HOUR)
        ticket = evening.ticket(ticket_id)
        assert (ticket.owner_id, ticket.offered_at) == (evening.ada.id, None)


class TestNotOurs:
    """R8b: "not ours" always returns to first line."""

    def test_offer_returns_to_its_owner_on_first_line(self, support: Support) -> None:
        ticket_id = returned(support, 1)
        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.offered_line_id, ticket.returned_count) == (support.ada.id, "", 1)
        assert support.history(ticket_id)[-1].fact == TransferOffered(
            from_line_id="second", line_id="first", reason="A question of settings", is_return=True
        )
        assert support.ada.id in told(support, NoticeKind.TRANSFER_RETURNED)

    def test_what_another_line_has_is_offered_to_first_line(self, support: Support) -> None:
        ticket_id = transferred(support)
        support.do(support.tor, AcceptTransfer(ticket_id=ticket_id))
        support.do(support.tor, TransferTicket(ticket_id=ticket_id, line_id="third"))
        third = make_agent(line_ids=("third",))
        support.ledger.add(third)
        support.do(third, ReturnTicket(ticket_id=ticket_id, reason="No fault of the program"))
        ticket = support.ticket(ticket_id)
        assert (ticket.owner_id, ticket.offered_line_id) == (support.tor.id, "first")

    def test_first_line_has_nowhere_to_return_to(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        refusal = support.refused(support.ada, ReturnTicket(ticket_id=ticket_id, reason="No"))
        assert refusal.code == "unknown_value"

    def test_a_return_needs_a_reason(self, support: Support) -> None:
        ticket_id = transferred(support)
        assert support.refused(support.tor, ReturnTicket(ticket_id=ticket_id, reason=" ")).code == "empty"

    def test_at_the_second_return_both_leads_are_told(self, support: Support) -> None:
        second_lead = make_lead(name="Siri Aas", line_ids=("second",))
        support.ledger.add(
            second_lead,
            replace(support.ledger.get(Line, "first"), lead_id=support.lea.id),
            replace(support.ledger.get(Line, "second"), lead_id=second_lead.id),
        )
        returned(support, 1)
        assert told(support, NoticeKind.FOOTBALL) == []
        returned(support, 2)
        assert sorted(told(support, NoticeKind.FOOTBALL)) == sorted([support.lea.id, second_lead.id])

    def test_then_only_a_lead_transfers(self, support: Support) -> None:
        ticket_id = returned(support, 2)
        command = TransferTicket(ticket_id=ticket_id, line_id="second")
        refusal = support.refused(support.ada, command)
        assert (refusal.code, refusal.params["count"]) == ("football", 2)
        support.do(support.lea, command)
        assert support.ticket(ticket_id).offered_line_id == "second"

    def test_development_does_not_count(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_DEVELOPMENT)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        support.do(support.ada, TransferTicket(ticket_id=ticket_id, line_id="second"))
        assert support.ticket(ticket_id).returned_count == 0

    def test_transfers_upward_do_not_count(self, support: Support) -> None:
        ticket_id = transferred(support)
        support.do(support.tor, AcceptTransfer(ticket_id=ticket_id))
        support.do(support.tor, TransferTicket(ticket_id=ticket_id, line_id="third"))
        assert support.ticket(ticket_id).returned_count == 0
