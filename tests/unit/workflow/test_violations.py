"""R13: one violation per run of a norm's clock, raised in place, exact after any pause; C4, C5, C6, C1."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.commands import (
    AssignTicket,
    ClaimTicket,
    EditTicket,
    NoteViolations,
    PostponeTicket,
    ReceiveReply,
    ReleaseTicket,
    ResumeTicket,
    SaveLine,
    StartTicket,
    UndoChange,
    WakeTicket,
)
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.events import NormBroken
from kanbandesk.workflow.people import SYSTEM, Line
from kanbandesk.workflow.records import Violation, ViolationKind
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND, StatusKind
from kanbandesk.workflow.violations import dues
from tests.factories.support import Support, ask, hand_over, propose, wait_for_vendor
from tests.factories.workflow import OFFICE_HOURS, make_id, make_ticket

K = StatusKind


class Watch(Support):
    """A support desk whose violations are looked at."""

    def look(self, ticket_id: str) -> None:
        """Let the system note what the ticket's norms have reached."""
        self.do(SYSTEM, NoteViolations(ticket_id=ticket_id, due=self.now))

    def violations(self, ticket_id: str, status_id: str = "") -> list[Violation]:
        """Return the ticket's violations, in the order of their beginnings."""
        found = [
            each
            for each in self.ledger.all(Violation)
            if each.ticket_id == ticket_id and status_id in ("", each.status_id)
        ]
        return sorted(found, key=lambda each: each.since)

    def only(self, ticket_id: str, status_id: str) -> Violation:
        """Return the one violation of a ticket in a status."""
        (violation,) = self.violations(ticket_id, status_id)
        return violation

    def broken(self, ticket_id: str) -> list[tuple[str, int, str, int]]:
        """Return the facts of the ticket's broken norms: status, degree, agent, moment."""
        facts = [event.fact for event in self.history(ticket_id) if isinstance(event.fact, NormBroken)]
        return [(fact.status_id, fact.degree, fact.agent_id, fact.due) for fact in facts]

    def due(self, ticket_id: str) -> list[tuple[int, str]]:
        """Return what the timers have to note of the ticket: moment and key."""
        transaction = self.ledger.transaction()
        house = House.of(transaction, self.now)
        return [(due.at, due.key) for due in dues(self.ticket(ticket_id), house)]


@pytest.fixture
def watch() -> Watch:
    return Watch()


class TestOneRun:
    """R13: one violation per clock run, raised in place, counted once at its highest degree."""

    def test_first_degree_is_noted_from_its_very_moment(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        watch.wait(2 * HOUR + MINUTE)
        watch.look(ticket_id)

        violation = watch.only(ticket_id, "in_progress")
        assert (violation.kind, violation.degree) == (ViolationKind.NORM, 1)
        assert (violation.started_at, violation.since, violation.until) == (began, began + 2 * HOUR, None)
        assert (violation.line_id, violation.agent_ids) == ("first", (watch.ada.id,))
        assert watch.broken(ticket_id) == [("in_progress", 1, watch.ada.id, began + 2 * HOUR)]

    def test_higher_degrees_raise_the_same_violation(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        for _ in range(9):
            watch.wait(HOUR)
            watch.look(ticket_id)

        violation = watch.only(ticket_id, "in_progress")
        assert violation.degree == 3
        assert violation.moments == (began + 2 * HOUR, began + 4 * HOUR, began + 8 * HOUR)
        assert len(watch.broken(ticket_id)) == 3

    def test_all_degrees_passed_while_nothing_ran_are_noted_at_once(self, watch: Watch) -> None:
        """Exact after any pause: the moments are the clock's, not those of whoever looks."""
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        watch.wait(5 * DAY)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "in_progress").moments == (
            began + 2 * HOUR,
            began + 4 * HOUR,
            began + 8 * HOUR,
        )

    def test_looking_again_notes_nothing_twice(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        watch.wait(3 * HOUR)
        watch.look(ticket_id)
        before = watch.only(ticket_id, "in_progress")
        watch.wait(MINUTE)
        watch.look(ticket_id)

        assert watch.violations(ticket_id, "in_progress") == [before]
        assert len(watch.broken(ticket_id)) == 1

    def test_act_of_a_person_notes_what_no_timer_did(self, watch: Watch) -> None:
        """`to` is the clock's stop."""
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        watch.wait(3 * HOUR)
        watch.do(watch.ada, ask(ticket_id))

        violation = watch.only(ticket_id, "in_progress")
        assert (violation.since, violation.until, violation.degree) == (began + 2 * HOUR, watch.now, 1)

    def test_each_run_has_a_violation_of_its_own(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.WAITING_CLIENT)
        watch.wait(DAY + HOUR)
        watch.do(watch.ada, ask(ticket_id, "And which cable?"))
        watch.wait(2 * DAY + HOUR)
        watch.look(ticket_id)

        first, second = watch.violations(ticket_id, "waiting_client")
        assert (first.degree, first.until) == (1, second.started_at)
        assert (second.degree, second.until) == (2, None)


class TestInTime:
    """C4: an act stamped exactly at the limit is in time and comes before the timer."""

    def test_start_at_the_very_limit_is_in_time(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.ASSIGNED)
        watch.wait(5 * MINUTE)
        watch.do(watch.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))

        assert watch.violations(ticket_id) == []

    def test_start_a_millisecond_later_is_not(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.ASSIGNED)
        watch.wait(5 * MINUTE + 1)
        watch.do(watch.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))

        violation = watch.only(ticket_id, "assigned")
        assert violation.until is not None
        assert violation.until - violation.since == 1

    def test_act_at_the_limit_of_the_second_degree_keeps_the_first(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.ASSIGNED)
        watch.wait(15 * MINUTE)
        watch.do(watch.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))

        assert watch.only(ticket_id, "assigned").degree == 1

    def test_look_at_the_very_limit_notes_nothing_yet(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.ASSIGNED)
        watch.wait(5 * MINUTE)
        watch.look(ticket_id)

        assert watch.violations(ticket_id) == []

    def test_leaving_at_the_very_limit_and_coming_back_breaks_it_then(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        watch.wait(2 * HOUR)
        watch.do(watch.ada, PostponeTicket(ticket_id=ticket_id, wake_at=watch.now + DAY))
        watch.wait(HOUR)
        back = watch.now
        watch.do(watch.ada, ResumeTicket(ticket_id=ticket_id))
        watch.wait(SECOND)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "in_progress").since == back


class TestComingBack:
    """C6: leaving pauses a norm's clock, coming back resumes it: the same run, the same violation."""

    def test_pause_closes_the_violation_and_coming_back_opens_it_again(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        watch.wait(3 * HOUR)
        watch.do(watch.ada, PostponeTicket(ticket_id=ticket_id, wake_at=watch.now + DAY))
        assert watch.only(ticket_id, "in_progress").until == watch.now
        watch.wait(HOUR)
        watch.do(watch.ada, ResumeTicket(ticket_id=ticket_id))

        assert watch.only(ticket_id, "in_progress").until is None
        watch.wait(HOUR + 1)
        watch.look(ticket_id)
        violation = watch.only(ticket_id, "in_progress")
        assert violation.moments == (began + 2 * HOUR, began + 5 * HOUR)  # an hour was not counted

    def test_public_answer_ends_the_run(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        watch.wait(3 * HOUR)
        watch.do(watch.ada, ask(ticket_id))
        watch.do(watch.requester, ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="The new one"))
        watch.wait(HOUR)
        watch.look(ticket_id)

        assert [each.until is None for each in watch.violations(ticket_id, "in_progress")] == [False]

    def test_postponed_ticket_is_not_over_its_norm_before_it_is_woken(self, watch: Watch) -> None:
        """C5: the wake happens at `done`, and the norm of the woken starts there."""
        ticket_id = watch.in_status(K.POSTPONED)
        watch.wait(DAY + 3 * HOUR)  # nobody woke it in time
        watch.do(SYSTEM, WakeTicket(ticket_id=ticket_id, due=watch.now - 3 * HOUR))
        woken = watch.now
        assert watch.violations(ticket_id, "postponed") == []
        watch.wait(4 * HOUR + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "postponed").moments == (woken, woken + 4 * HOUR)

    def test_vendors_norm_counts_from_the_date(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        expected = watch.now + DAY
        watch.do(watch.ada, wait_for_vendor(ticket_id, expected))
        watch.wait(2 * DAY + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "waiting_vendor").moments == (expected + DAY,)

    def test_earlier_date_breaks_the_norm_when_it_is_set(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.WAITING_VENDOR)
        watch.wait(HOUR)
        edited = watch.now
        watch.do(watch.ada, EditTicket(ticket_id=ticket_id, expected_at=watch.now - 4 * DAY))
        watch.wait(1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "waiting_vendor").moments == (edited, edited)

    def test_new_date_keeps_the_violation(self, watch: Watch) -> None:
        """R9: a new date keeps violations."""
        ticket_id = watch.in_status(K.IN_DEVELOPMENT)  # in ten days
        began = watch.now
        watch.wait(9 * DAY)
        new = EditTicket(ticket_id=ticket_id, due_at=watch.now + 11 * DAY, reason="Larger than thought")
        watch.do(watch.ada, new)
        watch.wait(12 * DAY)
        watch.look(ticket_id)

        violation = watch.only(ticket_id, "in_development")
        assert violation.moments == (began + 8 * DAY, began + 20 * DAY)
        assert len(watch.broken(ticket_id)) == 2

    def test_second_hand_over_late_in_the_term_is_reached_then_and_not_before(self, watch: Watch) -> None:
        """R9, R13: the term runs from the first hand-over, but a run's violation does not begin before its run."""
        ticket_id = watch.in_status(K.IN_DEVELOPMENT)
        watch.wait(DAY)
        watch.do(watch.ada, ResumeTicket(ticket_id=ticket_id))
        watch.wait(8 * DAY)
        again = watch.now
        watch.do(watch.ada, hand_over(ticket_id, again + DAY))
        watch.wait(HOUR)
        watch.do(watch.ada, ResumeTicket(ticket_id=ticket_id))
        violation = watch.only(ticket_id, "in_development")
        assert (violation.moments, violation.until) == ((again,), again + HOUR)


class TestCharged:
    """R13: the agent is the owner when the degree was reached; some degrees are charged to nobody."""

    def test_degrees_are_charged_to_whoever_had_it_then(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        watch.wait(3 * HOUR)
        watch.do(watch.bo, ClaimTicket(ticket_id=ticket_id, from_owner_id=watch.ada.id))
        watch.wait(2 * HOUR)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "in_progress").agent_ids == (watch.ada.id, watch.bo.id)

    def test_unclaimed_is_charged_to_the_line(self, watch: Watch) -> None:
        """R1d: New's degrees are the line's."""
        ticket_id = watch.opened()
        watch.wait(16 * MINUTE)
        watch.do(watch.ada, ClaimTicket(ticket_id=ticket_id))

        violation = watch.only(ticket_id, "new")
        assert (violation.agent_ids, violation.line_id) == (("", "", ""), "first")

    def test_unstarted_is_charged_to_each_owner(self, watch: Watch) -> None:
        """R1d: Assigned's norm is per owner; a new owner satisfies it."""
        ticket_id = watch.in_status(K.ASSIGNED)
        watch.wait(6 * MINUTE)
        watch.do(watch.lea, AssignTicket(ticket_id=ticket_id, agent_id=watch.bo.id))
        watch.wait(16 * MINUTE)
        watch.look(ticket_id)

        first, second = watch.violations(ticket_id, "assigned")
        assert (first.agent_ids, first.degree) == ((watch.ada.id,), 1)
        assert (second.agent_ids, second.degree) == ((watch.bo.id, watch.bo.id), 2)

    def test_first_day_of_silence_is_nobodys(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.WAITING_CLIENT)
        watch.wait(2 * DAY + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "waiting_client").agent_ids == ("", watch.ada.id)

    def test_unanswered_solution_is_nobodys(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.SOLVED)
        watch.wait(DAY + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "solved").agent_ids == ("",)

    def test_missed_term_is_the_developers_who_had_the_sub_task(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_DEVELOPMENT)
        owned = {"owner_id": watch.dev.id, "line_id": "development", "parent_id": ticket_id}
        subtask = watch.put(make_ticket(status_id="assigned", **owned))
        watch.put(replace(watch.ticket(ticket_id), subtask_id=subtask.id))
        watch.wait(10 * DAY + HOUR)  # past due
        watch.do(watch.lea, AssignTicket(ticket_id=subtask.id, agent_id=watch.tor.id))
        watch.wait(2 * DAY)
        watch.look(ticket_id)

        violation = watch.only(ticket_id, "in_development")
        assert violation.agent_ids == ("", watch.dev.id, watch.tor.id)

    def test_missed_term_is_nobodys_while_nobody_has_the_sub_task(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_DEVELOPMENT)
        subtask = watch.put(make_ticket(line_id="development", parent_id=ticket_id))
        watch.put(replace(watch.ticket(ticket_id), subtask_id=subtask.id))
        watch.wait(10 * DAY + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "in_development").agent_ids == ("", "")

    def test_missed_term_without_a_sub_task_is_the_owners(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_DEVELOPMENT)
        watch.wait(10 * DAY + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "in_development").agent_ids == ("", watch.ada.id)


class TestHours:
    """C2, C3: what has passed was counted on the hours in force then."""

    def test_night_counts_for_no_line_clock(self) -> None:
        watch = Watch(OFFICE_HOURS)  # it is 09:00, closing at 17:00 (UTC)
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        watch.wait(20 * HOUR)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "in_progress").moments == (
            began + 2 * HOUR,
            began + 4 * HOUR,
            began + 8 * HOUR,
        )

    def test_other_line_counts_on_from_then(self) -> None:
        watch = Watch(OFFICE_HOURS)
        watch.ledger.add(Line(id="second", name="Second line", position=1))
        watch.wait(7 * HOUR)  # an hour before closing
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        watch.wait(3 * HOUR)
        watch.do(watch.lea, EditTicket(ticket_id=ticket_id, line_id="second"))
        watch.wait(HOUR + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "in_progress").moments == (began + 4 * HOUR,)

    def test_reclassified_as_problem_runs_on_the_wall_clock_from_then(self) -> None:
        """C2: line hours become wall hours for class Problem."""
        watch = Watch(OFFICE_HOURS)
        watch.wait(7 * HOUR)
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        watch.wait(3 * HOUR)  # one of them open
        watch.do(watch.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))
        watch.wait(HOUR + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "in_progress").moments == (began + 4 * HOUR,)

    def test_new_hours_note_what_was_reached_on_the_old(self) -> None:
        watch = Watch(OFFICE_HOURS)
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        watch.wait(3 * HOUR)
        watch.do(watch.admin, SaveLine(line=Line(id="first", name="First line")))
        watch.do(watch.bo, ClaimTicket(ticket_id=ticket_id, from_owner_id=watch.ada.id))
        watch.wait(DAY)
        watch.look(ticket_id)

        violation = watch.only(ticket_id, "in_progress")
        assert violation.moments == (began + 2 * HOUR, began + 4 * HOUR, began + 8 * HOUR)
        assert violation.agent_ids == (watch.ada.id, watch.bo.id, watch.bo.id)
        assert len(watch.broken(ticket_id)) == 3


class TestTheServersMoment:
    """C1: a desk's own moment only ages the card; violations count the server's."""

    def test_offline_claim_counts_from_the_servers_moment(self, watch: Watch) -> None:
        ticket_id = watch.opened()
        watch.wait(30 * SECOND)
        claimed = watch.now
        watch.do(watch.ada, ClaimTicket(ticket_id=ticket_id), at=claimed - 20 * SECOND)
        watch.wait(5 * MINUTE - 10 * SECOND)
        watch.look(ticket_id)
        assert watch.violations(ticket_id) == []
        watch.wait(10 * SECOND + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "assigned").since == claimed + 5 * MINUTE

    def test_offline_postponement_pauses_at_the_servers_moment(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        watch.wait(3 * HOUR)
        postpone = PostponeTicket(ticket_id=ticket_id, wake_at=watch.now + DAY)
        watch.do(watch.ada, postpone, at=watch.now - 90 * MINUTE)  # he says: after an hour and a half
        assert watch.only(ticket_id, "in_progress").moments == (began + 2 * HOUR,)
        watch.wait(HOUR)
        back = watch.now
        watch.do(watch.ada, ResumeTicket(ticket_id=ticket_id))
        watch.wait(HOUR + 1)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "in_progress").moments == (began + 2 * HOUR, back + HOUR)

    def test_offline_release_begins_new_where_the_server_has_it(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.ASSIGNED)
        watch.wait(MINUTE)
        released = watch.now
        watch.do(watch.ada, ReleaseTicket(ticket_id=ticket_id), at=released - 30 * SECOND)
        watch.wait(39 * SECOND)
        watch.look(ticket_id)
        assert watch.violations(ticket_id) == []
        watch.wait(2 * SECOND)
        watch.look(ticket_id)

        assert watch.only(ticket_id, "new").since == released + 40 * SECOND


class TestUndone:
    """What is taken back goes on as if it had not been: the same run, nothing counted twice."""

    def test_undone_start_opens_the_violation_again(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.ASSIGNED)
        began = watch.now
        watch.wait(6 * MINUTE)
        uid = watch.do(watch.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))
        assert watch.only(ticket_id, "assigned").until == watch.now
        watch.wait(MINUTE)
        watch.do(watch.ada, UndoChange(uid=uid))
        assert watch.only(ticket_id, "assigned").until is None
        watch.wait(9 * MINUTE)
        watch.look(ticket_id)

        violation = watch.only(ticket_id, "assigned")
        assert violation.moments == (began + 5 * MINUTE, began + 15 * MINUTE)
        assert [degree for _, degree, _, _ in watch.broken(ticket_id)] == [1, 2]


class TestDues:
    """What the timers look for: the next degree that no violation is kept of."""

    def test_next_degree_is_due(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        began = watch.now
        assert [at for at, _ in watch.due(ticket_id)] == [began + 2 * HOUR]
        watch.wait(2 * HOUR + 1)
        watch.look(ticket_id)

        assert [at for at, _ in watch.due(ticket_id)] == [began + 4 * HOUR]

    def test_nothing_is_due_when_all_is_noted(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.IN_PROGRESS)
        watch.wait(DAY)
        watch.look(ticket_id)

        assert watch.due(ticket_id) == []

    def test_closed_ticket_has_nothing_due(self, watch: Watch) -> None:
        assert watch.due(watch.in_status(K.CLOSED)) == []

    def test_postponed_ticket_has_nothing_due_but_its_waking(self, watch: Watch) -> None:
        assert watch.due(watch.in_status(K.POSTPONED)) == []

    def test_each_degree_of_each_run_has_a_key_of_its_own(self, watch: Watch) -> None:
        ticket_id = watch.in_status(K.WAITING_CLIENT)
        keys = {key for _, key in watch.due(ticket_id)}
        watch.wait(DAY + 1)
        watch.look(ticket_id)
        keys |= {key for _, key in watch.due(ticket_id)}
        watch.do(watch.ada, ask(ticket_id, "And now?"))
        keys |= {key for _, key in watch.due(ticket_id)}

        assert len(keys) == 3


def test_only_the_system_notes_violations(watch: Watch) -> None:
    ticket_id = watch.in_status(K.IN_PROGRESS)
    refusal = watch.refused(watch.ada, NoteViolations(ticket_id=ticket_id, due=watch.now))

    assert refusal.code == "role"


def test_proposal_pauses_and_a_hand_over_charges_no_one_before_its_term(watch: Watch) -> None:
    ticket_id = watch.in_status(K.IN_PROGRESS)
    watch.do(watch.ada, hand_over(ticket_id, watch.now + DAY))
    watch.wait(HOUR)
    watch.do(watch.ada, propose(ticket_id))
    watch.wait(HOUR)
    watch.look(ticket_id)

    assert watch.violations(ticket_id) == []
