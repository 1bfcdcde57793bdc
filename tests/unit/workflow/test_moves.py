"""Moves: every status × status × role, and what each demands (S1, S2, S3)."""

from dataclasses import replace

import pytest

from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.moves import closing_reasons, plan_move
from kanbandesk.workflow.people import SYSTEM, Actor, Role
from kanbandesk.workflow.statuses import DAY, ClosingReason, Demand, StatusKind, default_workflow
from tests.factories.workflow import (
    NOW,
    OFFICE_HOURS,
    card_of,
    make_actor,
    make_contact,
    make_ticket,
    requester_of,
)

WORKFLOW = default_workflow()
STATUSES = [status.id for status in WORKFLOW.statuses]

S2 = {
    "new": "assigned in_progress",  # in_progress: claimed and started in one gesture
    "assigned": "in_progress waiting_client new",
    "in_progress": "waiting_client waiting_vendor postponed in_development solved",
    "waiting_client": "in_progress solved",
    "waiting_vendor": "in_progress solved",
    "postponed": "in_progress solved",
    "in_development": "in_progress solved waiting_client",
    "solved": "in_progress",
    "closed": "in_progress",
}
"""The moves by hand, written down a second time from rules.md; Closed is entered by S1 from everywhere."""

COMMANDS = {
    "new": "release_ticket",
    "assigned": "claim_ticket",
    "waiting_client": "ask_client",
    "waiting_vendor": "wait_for_vendor",
    "postponed": "postpone_ticket",
    "in_development": "hand_to_development",
    "solved": "propose_solution",
    "closed": "close_ticket",
}
TO_IN_PROGRESS = {"new": "start_ticket", "assigned": "start_ticket", "closed": "reopen_ticket"}

SYSTEM_MOVES = {
    ("new", "assigned"): "assign_ticket",
    ("assigned", "new"): "release_ticket",
    ("postponed", "in_progress"): "wake_ticket",
    ("in_development", "in_progress"): "resume_ticket",
    ("solved", "closed"): "close_ticket",
}
"""Draw, absence, wake, sub-task done, auto-close; the client's reply is a command of its own."""

ME = "me"
AGENT = make_actor(id=ME)
LEAD = make_actor(Role.AGENT, Role.LEAD, id=ME)
DEVELOPER = make_actor(Role.DEVELOPER, id=ME, line_ids=("development",))
MANAGER = make_actor(Role.ACCOUNT_MANAGER, id=ME)
ADMINISTRATOR = make_actor(Role.ADMINISTRATOR, id=ME)
REQUESTER = requester_of(make_contact(id=ME))


def in_workflow(before: str, after: str) -> bool:
    return after in S2[before].split() or (after == "closed" and before != "closed")


def name_of(command: type[Command] | None) -> str:
    return "" if command is None else command.name


def code_of(refusal: Refusal | None) -> str:
    return "" if refusal is None else refusal.code


def reached_by(before: str, after: str) -> str:
    if before == after:
        return "move_ticket"
    if after == "in_progress":
        return TO_IN_PROGRESS.get(before, "resume_ticket")
    return COMMANDS[after]


def expected_code(before: str, after: str) -> str:
    if before == "closed":
        return "closed"
    return "only_intake" if after == "new" else "not_in_workflow"


@pytest.mark.parametrize("after", STATUSES)
@pytest.mark.parametrize("before", STATUSES)
class TestEveryMove:
    """The table of S2, for each role."""

    def test_owner_moves_as_the_workflow_has_it(self, before: str, after: str) -> None:
        move = plan_move(WORKFLOW, make_ticket(status_id=before, owner_id=ME), after, AGENT)

        if before == after or in_workflow(before, after):
            assert move.is_allowed
            assert name_of(move.command) == reached_by(before, after)
            assert not move.takes_over
            assert Demand.REASON not in (*move.demands, *move.optional)
        else:
            assert code_of(move.refusal) == expected_code(before, after)
            assert move.command is None

    def test_another_agent_of_the_line_moves_by_taking_over(self, before: str, after: str) -> None:
        move = plan_move(WORKFLOW, make_ticket(status_id=before, owner_id="bo"), after, AGENT)

        assert move.is_allowed is (before == after or in_workflow(before, after))
        assert move.takes_over is (in_workflow(before, after) and after != "new")

    def test_agent_of_another_line_moves_nothing(self, before: str, after: str) -> None:
        ticket = make_ticket(status_id=before, owner_id="bo", line_id="second")

        move = plan_move(WORKFLOW, ticket, after, AGENT)

        allowed_elsewhere = before == after or in_workflow(before, after)
        assert code_of(move.refusal) == (
            "not_your_line" if allowed_elsewhere else expected_code(before, after)
        )

    def test_lead_makes_any_move_with_a_reason(self, before: str, after: str) -> None:
        move = plan_move(WORKFLOW, make_ticket(status_id=before, owner_id="bo"), after, LEAD)

        assert move.is_allowed
        assert name_of(move.command) == reached_by(before, after)
        if before == after:
            assert Demand.REASON not in (*move.demands, *move.optional)
        elif in_workflow(before, after):
            assert Demand.REASON in move.optional
            assert Demand.REASON not in move.demands
            assert move.takes_over is (after != "new")
        else:
            assert move.demands[-1] is Demand.REASON
            assert move.optional == ()
            assert not move.takes_over  # the owner stays

    def test_lead_needs_a_reason_on_another_line(self, before: str, after: str) -> None:
        ticket = make_ticket(status_id=before, owner_id="bo", line_id="second")

        move = plan_move(WORKFLOW, ticket, after, LEAD)

        assert move.is_allowed
        assert (Demand.REASON in move.demands) is (before != after)

    def test_lead_is_held_to_what_the_target_demands(self, before: str, after: str) -> None:
        move = plan_move(WORKFLOW, make_ticket(status_id=before, owner_id="bo"), after, LEAD)

        demanded = () if before == after else WORKFLOW.status(after).demands
        assert tuple(demand for demand in move.demands if demand is not Demand.REASON) == demanded

    def test_developer_moves_what_lies_on_his_own_line(self, before: str, after: str) -> None:
        own = make_ticket(status_id=before, owner_id=ME, line_id="development")
        others = make_ticket(status_id=before, owner_id="bo")

        may_do = in_workflow(before, after) and after not in ("waiting_client", "closed")
        assert plan_move(WORKFLOW, own, after, DEVELOPER).is_allowed is (before == after or may_do)
        assert not plan_move(WORKFLOW, others, after, DEVELOPER).is_allowed

    @pytest.mark.parametrize("actor", [MANAGER, ADMINISTRATOR], ids=["account manager", "administrator"])
    def test_who_does_not_work_on_tickets_moves_none(self, before: str, after: str, actor: Actor) -> None:
        move = plan_move(WORKFLOW, make_ticket(status_id=before, owner_id=ME), after, actor)

        assert code_of(move.refusal) == "role"

    def test_requester_answers_a_solution_and_withdraws(self, before: str, after: str) -> None:
        ticket = make_ticket(status_id=before, requester_id=ME, owner_id="bo")

        move = plan_move(WORKFLOW, ticket, after, REQUESTER)

        ways = {("solved", "in_progress"): "reject_solution", ("solved", "closed"): "accept_solution"}
        ways |= {
            (status, "closed"): "close_ticket" for status in STATUSES if status not in ("solved", "closed")
        }
        assert name_of(move.command) == ways.get((before, after), "")
        assert not move.takes_over

    def test_system_makes_the_systems_moves(self, before: str, after: str) -> None:
        move = plan_move(WORKFLOW, make_ticket(status_id=before), after, SYSTEM)

        if before != after:
            assert name_of(move.command) == SYSTEM_MOVES.get((before, after), "")
        assert not move.takes_over
        assert move.optional == ()

    def test_card_is_planned_as_its_ticket(self, before: str, after: str) -> None:
        ticket = make_ticket(status_id=before, owner_id="bo")

        of_ticket = plan_move(WORKFLOW, ticket, after, AGENT)
        of_card = plan_move(WORKFLOW, card_of(ticket), after, AGENT)

        assert str(of_card.refusal) == str(of_ticket.refusal)
        assert replace(of_card, refusal=None) == replace(of_ticket, refusal=None)


def test_postponed_ticket_is_woken_by_the_system() -> None:
    assert (
        name_of(plan_move(WORKFLOW, make_ticket(status_id="postponed"), "in_progress", SYSTEM).command)
        == "wake_ticket"
    )


@pytest.mark.parametrize("before", ["postponed", "in_development"])
def test_system_is_not_asked_for_a_class(before: str) -> None:
    assert plan_move(WORKFLOW, make_ticket(status_id=before), "in_progress", SYSTEM).demands == ()


def test_requesters_judgement_is_asked_nothing() -> None:
    solved = make_ticket(status_id="solved", requester_id=ME)

    assert plan_move(WORKFLOW, solved, "in_progress", REQUESTER).demands == ()
    assert plan_move(WORKFLOW, solved, "closed", REQUESTER).demands == ()
    assert plan_move(WORKFLOW, replace(solved, status_id="new"), "closed", REQUESTER).demands == (
        Demand.CLOSING_REASON,
    )


def test_case_and_class_are_demanded_once() -> None:
    unset = make_ticket(status_id="assigned", owner_id=ME)
    classified = replace(unset, sla_class="settings")

    assert plan_move(WORKFLOW, unset, "in_progress", AGENT).demands == (Demand.URGENCY_CASE, Demand.SLA_CLASS)
    assert plan_move(WORKFLOW, classified, "in_progress", AGENT).demands == ()


@pytest.mark.parametrize(
    ("after", "demands"),
    [
        ("waiting_client", (Demand.QUESTION,)),
        ("waiting_vendor", (Demand.VENDOR, Demand.VENDOR_REFERENCE, Demand.EXPECTED_AT)),
        ("postponed", (Demand.WAKE_AT,)),
        ("in_development", (Demand.TRACKER_KEY, Demand.DUE_AT)),
        ("solved", (Demand.PROBLEM, Demand.DONE)),
        ("closed", (Demand.CLOSING_REASON,)),
    ],
)
def test_each_status_demands_what_the_table_says(after: str, demands: tuple[Demand, ...]) -> None:
    ticket = make_ticket(
        status_id="in_progress", owner_id=ME, sla_class="problem", vendor="Zebra", due_at=NOW
    )

    move = plan_move(WORKFLOW, ticket, after, AGENT)

    assert move.demands == demands
    assert move.command is not None
    assert set(demands) <= {field.strip() for field in move.command.__slots__}


def test_claimer_of_a_new_card_becomes_its_owner() -> None:
    assert plan_move(WORKFLOW, make_ticket(), "assigned", AGENT).takes_over
    assert plan_move(WORKFLOW, make_ticket(), "in_progress", AGENT).takes_over
    assert plan_move(WORKFLOW, make_ticket(), "waiting_vendor", LEAD).takes_over  # nobody else has it


def test_gesture_from_new_needs_both_its_steps_in_the_workflow() -> None:
    assigned = replace(WORKFLOW.status("assigned"), moves=("new",))
    strict = replace(WORKFLOW, statuses=(WORKFLOW.status("new"), assigned, *WORKFLOW.statuses[2:]))

    assert code_of(plan_move(strict, make_ticket(), "in_progress", AGENT).refusal) == "not_in_workflow"


def test_merged_ticket_stays_closed_even_for_a_lead() -> None:
    """R11e."""
    merged = make_ticket(status_id="closed", owner_id=ME, merged_into="other")

    assert code_of(plan_move(WORKFLOW, merged, "in_progress", LEAD).refusal) == "merged"


def test_unknown_status_is_refused_not_raised() -> None:
    to_nowhere = plan_move(WORKFLOW, make_ticket(), "limbo", AGENT)
    from_nowhere = plan_move(WORKFLOW, make_ticket(status_id="limbo"), "new", AGENT)

    assert str(to_nowhere.refusal) == "not_found(kind='status', id='limbo')"
    assert str(from_nowhere.refusal) == "not_found(kind='status', id='limbo')"


def test_refusal_names_the_way_that_is_not_there() -> None:
    """S2."""
    refusal = plan_move(
        WORKFLOW, make_ticket(status_id="waiting_vendor", owner_id=ME), "postponed", AGENT
    ).refusal

    assert str(refusal) == "not_in_workflow(before='waiting_vendor', after='postponed')"


class TestClosingReasons:
    """S1: who closes with what."""

    def test_agent_closes_as_duplicate_or_spam_from_every_open_status(self) -> None:
        for status in WORKFLOW.statuses:
            ticket = make_ticket(status_id=status.id, owner_id=ME, status_since=NOW)
            reasons = set(closing_reasons(WORKFLOW, ticket, AGENT, NOW))
            assert ({ClosingReason.DUPLICATE, ClosingReason.SPAM} <= reasons) is (
                status.kind is not StatusKind.CLOSED
            )

    def test_agent_closes_as_silent_after_two_days_of_waiting(self) -> None:
        ticket = make_ticket(status_id="waiting_client", owner_id=ME, status_since=NOW, answered_at=NOW + DAY)

        def reasons(at: int) -> tuple[ClosingReason, ...]:
            return closing_reasons(WORKFLOW, card_of(ticket), AGENT, at)

        assert ClosingReason.SILENT not in reasons(NOW + 3 * DAY - 1)
        assert ClosingReason.SILENT in reasons(NOW + 3 * DAY)  # C4: at the limit is in time

    def test_days_of_silence_are_days_on_which_the_first_line_opens(self) -> None:
        """C2: Tuesday 9:00 and two working days make Thursday; from Friday on a weekend lies between."""
        friday = NOW + 3 * DAY
        ticket = make_ticket(status_id="waiting_client", owner_id=ME, status_since=friday)

        def is_silent(at: int) -> bool:
            return ClosingReason.SILENT in closing_reasons(WORKFLOW, ticket, AGENT, at, OFFICE_HOURS)

        assert not is_silent(friday + 2 * DAY)
        assert not is_silent(friday + 4 * DAY - 1)
        assert is_silent(friday + 4 * DAY)

    def test_agent_closes_as_solved_only_what_is_solved(self) -> None:
        for status in WORKFLOW.statuses:
            ticket = make_ticket(status_id=status.id, owner_id=ME)
            is_offered = ClosingReason.SOLVED in closing_reasons(WORKFLOW, ticket, AGENT, NOW)
            assert is_offered is (status.kind is StatusKind.SOLVED)

    def test_requester_withdraws_and_answers_a_solution_as_not_his(self) -> None:
        """S1, R11d."""
        own = make_ticket(status_id="in_progress", requester_id=ME)

        assert closing_reasons(WORKFLOW, own, REQUESTER, NOW) == (ClosingReason.WITHDRAWN,)
        assert closing_reasons(WORKFLOW, replace(own, status_id="solved"), REQUESTER, NOW) == (
            ClosingReason.WITHDRAWN,
            ClosingReason.PHANTOM,
        )

    def test_lead_has_every_reason(self) -> None:
        assert set(closing_reasons(WORKFLOW, make_ticket(), LEAD, NOW)) == set(ClosingReason)

    def test_nobody_closes_what_is_closed_or_not_his(self) -> None:
        assert closing_reasons(WORKFLOW, make_ticket(status_id="closed"), LEAD, NOW) == ()
        assert closing_reasons(WORKFLOW, make_ticket(line_id="second"), AGENT, NOW) == ()
        assert closing_reasons(WORKFLOW, make_ticket(), MANAGER, NOW) == ()
        assert closing_reasons(WORKFLOW, make_ticket(status_id="limbo"), LEAD, NOW) == ()
