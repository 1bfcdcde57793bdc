"""R12: a broken promise makes one task per SLA run; R9: a missed date is told once; R7: what stops the promise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.calendars import ALWAYS
from kanbandesk.workflow.commands import (
    AcceptSolution,
    AnswerTask,
    ClaimTicket,
    EditTicket,
    MergeTickets,
    NoteBreach,
    NoteViolations,
    PostponeTicket,
    RejectSolution,
    RemindOfTask,
    ReopenTicket,
    ResumeTicket,
    SaveCalendar,
    UndoChange,
)
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.events import PromiseBroken, TaskAnswered, TaskOverdue, TermMissed
from kanbandesk.workflow.people import SYSTEM, Agent, Line
from kanbandesk.workflow.promises import dues
from kanbandesk.workflow.records import NoticeKind, Notification, Task, TaskKind, Violation, ViolationKind
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, StatusKind
from tests.factories.support import Support, ask, hand_over, propose
from tests.factories.workflow import OFFICE_HOURS

K = StatusKind
TARGET = 12 * HOUR  # of a settings question


class Promised(Support):
    """A support desk whose client has an account manager, Max, and whose head is Lea."""

    def __init__(self) -> None:
        super().__init__()
        self.client = replace(self.client, manager_id=self.manager.id)
        self.ledger.add(self.client, Line(id="first", name="First line", lead_id=self.lea.id))

    def look(self, ticket_id: str) -> None:
        self.do(SYSTEM, NoteBreach(ticket_id=ticket_id, due=self.now))

    def tasks(self, ticket_id: str, kind: TaskKind = TaskKind.BREACH_REASON) -> list[Task]:
        return [each for each in self.ledger.all(Task) if each.ticket_id == ticket_id and each.kind is kind]

    def task(self, ticket_id: str) -> Task:
        (task,) = self.tasks(ticket_id)
        return task

    def breach(self, ticket_id: str) -> Violation:
        (violation,) = self.breaches(ticket_id)
        return violation

    def breaches(self, ticket_id: str) -> list[Violation]:
        return [
            each
            for each in self.ledger.all(Violation)
            if each.ticket_id == ticket_id and each.kind is ViolationKind.PROMISE
        ]

    def told(self, agent: Agent, kind: NoticeKind) -> list[Notification]:
        return [
            each for each in self.ledger.all(Notification) if each.agent_id == agent.id and each.kind is kind
        ]

    def due(self, ticket_id: str) -> list[int]:
        house = House.of(self.ledger.transaction(), self.now)
        return [due.at for due in dues(self.ticket(ticket_id), house)]


@pytest.fixture
def desk() -> Promised:
    return Promised()


class TestBreach:
    def test_breach_makes_a_task_for_the_account_manager(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        created = desk.ticket(ticket_id).created_at
        assert desk.due(ticket_id) == [created + TARGET]
        desk.wait(TARGET + 3 * MINUTE)
        desk.look(ticket_id)

        task, breach = desk.task(ticket_id), desk.breach(ticket_id)
        assert (task.agent_id, task.due_at) == (desk.manager.id, desk.now + 24 * HOUR)
        assert (breach.since, breach.sla_class, breach.agent_ids) == (
            created + TARGET,
            "settings",
            (desk.ada.id,),
        )
        assert desk.ticket(ticket_id).breached_at == created + TARGET
        assert desk.due(ticket_id) == []

    def test_breach_is_told_with_the_moment_it_was_due(self, desk: Promised) -> None:
        """C5: a breach counts from `due`; `done` is the event's own moment."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        due = desk.now + TARGET
        desk.wait(3 * DAY)
        desk.look(ticket_id)
        (event,) = (each for each in desk.history(ticket_id) if isinstance(each.fact, PromiseBroken))

        assert isinstance(event.fact, PromiseBroken)
        assert (event.fact.due, event.recorded_at) == (due, desk.now)
        assert event.fact.agent_id == desk.manager.id
        assert [each.ticket_id for each in desk.told(desk.manager, NoticeKind.BREACHED)] == [ticket_id]

    def test_without_an_account_manager_the_head_explains(self, desk: Promised) -> None:
        desk.ledger.add(replace(desk.client, manager_id=""))
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET + 1)
        desk.look(ticket_id)

        assert desk.task(ticket_id).agent_id == desk.lea.id

    def test_manager_who_left_is_nobody(self, desk: Promised) -> None:
        desk.ledger.add(replace(desk.manager, is_active=False))
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET + 1)
        desk.look(ticket_id)

        assert desk.task(ticket_id).agent_id == desk.lea.id

    def test_breach_is_kept_by_the_act_that_comes_too_late(self, desk: Promised) -> None:
        """Exact after a pause of the program: the solution stops the clock after it was broken."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        due = desk.now + TARGET
        desk.wait(TARGET + HOUR)
        desk.do(desk.ada, propose(ticket_id))

        assert (desk.breach(ticket_id).since, desk.breach(ticket_id).until) == (due, desk.now)
        assert len(desk.tasks(ticket_id)) == 1

    def test_solution_at_the_very_limit_is_in_time(self, desk: Promised) -> None:
        """C4."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET)
        desk.do(desk.ada, propose(ticket_id))

        assert desk.breaches(ticket_id) == []

    def test_one_run_has_one_task(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET + 1)
        desk.look(ticket_id)
        desk.do(desk.ada, propose(ticket_id))
        desk.wait(HOUR)
        desk.do(desk.requester, RejectSolution(ticket_id=ticket_id))
        desk.wait(HOUR)
        desk.look(ticket_id)

        assert len(desk.tasks(ticket_id)) == 1
        assert desk.breach(ticket_id).until is None  # the remainder runs again (R7b)

    def test_reopening_starts_anew(self, desk: Promised) -> None:
        """R7b: reopening from Closed starts anew, and can be broken anew."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET + 1)
        desk.do(desk.ada, propose(ticket_id))
        desk.do(desk.requester, AcceptSolution(ticket_id=ticket_id))
        desk.do(desk.ada, ReopenTicket(ticket_id=ticket_id))
        assert desk.ticket(ticket_id).breached_at is None
        desk.wait(TARGET + 1)
        desk.look(ticket_id)

        assert len(desk.tasks(ticket_id)) == 2

    def test_recorded_breach_stays_when_the_class_is_changed(self, desk: Promised) -> None:
        """R7a."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET + 1)
        desk.look(ticket_id)
        desk.do(desk.lea, EditTicket(ticket_id=ticket_id, sla_class="wish", reason="It is none"))

        assert desk.breach(ticket_id).sla_class == "settings"
        assert desk.due(ticket_id) == []

    def test_breach_stays_when_what_it_came_with_is_undone(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET + 1)
        uid = desk.do(desk.ada, EditTicket(ticket_id=ticket_id, title="Blank labels"))
        breached_at = desk.ticket(ticket_id).breached_at
        assert breached_at is not None
        desk.do(desk.ada, UndoChange(uid=uid))

        ticket = desk.ticket(ticket_id)
        assert (ticket.breached_at, ticket.watcher_ids) == (breached_at, (desk.manager.id,))
        assert desk.due(ticket_id) == []

    def test_stricter_class_may_be_broken_at_once(self, desk: Promised) -> None:
        """R7a: a change of class recomputes from creation."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        created = desk.now
        desk.wait(2 * HOUR)
        desk.do(desk.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))
        desk.wait(1)
        desk.look(ticket_id)

        assert desk.breach(ticket_id).since == created + HOUR

    def test_breach_of_long_ago_is_charged_to_who_had_it_then(self, desk: Promised) -> None:
        """R13: found by a change of class, which recomputes from creation."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(2 * HOUR)
        desk.do(desk.bo, ClaimTicket(ticket_id=ticket_id, from_owner_id=desk.ada.id))
        desk.wait(HOUR)
        desk.do(desk.bo, EditTicket(ticket_id=ticket_id, sla_class="problem"))
        desk.wait(1)
        desk.look(ticket_id)

        assert desk.breach(ticket_id).agent_ids == (desk.ada.id,)

    @pytest.mark.parametrize("is_postponed_still", [False, True])
    def test_problem_never_stood_still_in_a_postponement(
        self, desk: Promised, is_postponed_still: bool
    ) -> None:
        """R7b, also what was postponed before it was found to be one; waiting for the client stays a stop."""
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        created = desk.now
        desk.wait(10 * MINUTE)
        desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))
        desk.wait(10 * MINUTE)
        postpone = PostponeTicket(ticket_id=ticket_id, wake_at=desk.now + DAY, is_client_told=True)
        desk.do(desk.ada, postpone)
        desk.wait(5 * HOUR)
        if not is_postponed_still:
            desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))
            desk.wait(MINUTE)
        desk.do(desk.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))

        assert desk.due(ticket_id) == [created + 70 * MINUTE]

    @pytest.mark.parametrize("is_postponed_still", [False, True])
    def test_what_was_a_problem_by_mistake_stood_still_in_a_told_postponement(
        self, desk: Promised, is_postponed_still: bool
    ) -> None:
        """R7a, R7b: the lower class is counted from creation as well, with the stops that it has."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        created = desk.now
        desk.do(desk.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))
        desk.wait(10 * MINUTE)
        desk.do(desk.ada, PostponeTicket(ticket_id=ticket_id, wake_at=desk.now + DAY, is_client_told=True))
        desk.wait(5 * HOUR)
        if not is_postponed_still:
            desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))
            desk.wait(MINUTE)
        lower = EditTicket(ticket_id=ticket_id, sla_class="settings", reason="One printer only")
        desk.do(desk.lea, lower)
        if is_postponed_still:
            desk.wait(3 * HOUR)
            desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))

        stopped = 8 * HOUR if is_postponed_still else 5 * HOUR
        ticket = desk.ticket(ticket_id)
        assert ticket.sla is not None
        assert ticket.sla.due_at(ALWAYS) == created + TARGET + stopped

    def test_raised_and_lowered_again_it_stood_still_as_before(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.wait(HOUR)
        desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))
        desk.do(desk.ada, PostponeTicket(ticket_id=ticket_id, wake_at=desk.now + DAY, is_client_told=True))
        desk.wait(HOUR)
        before = desk.ticket(ticket_id).sla
        desk.do(desk.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))
        desk.wait(MINUTE)
        desk.do(desk.lea, EditTicket(ticket_id=ticket_id, sla_class="settings", reason="One printer only"))

        assert desk.ticket(ticket_id).sla == before

    def test_untold_postponement_counts_in_every_class(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.POSTPONED)
        created = desk.now
        desk.do(desk.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))
        desk.wait(MINUTE)
        desk.do(desk.lea, EditTicket(ticket_id=ticket_id, sla_class="settings", reason="One printer only"))

        assert desk.due(ticket_id) == [created + TARGET]

    def test_stricter_class_was_broken_although_the_promise_stands_still_now(self, desk: Promised) -> None:
        """R7a: recomputed from creation, also in Waiting; R13: until the clock stopped."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        created = desk.now
        desk.wait(2 * HOUR)
        desk.do(desk.ada, ask(ticket_id))
        stopped_at = desk.now
        desk.wait(HOUR)
        desk.do(desk.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))
        assert desk.due(ticket_id) == [created + HOUR]
        desk.wait(1)
        desk.look(ticket_id)

        breach = desk.breach(ticket_id)
        assert (breach.since, breach.until) == (created + HOUR, stopped_at)
        desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))
        assert desk.breach(ticket_id).until is None

    def test_stopped_at_the_very_limit_of_the_stricter_class_is_in_time(self, desk: Promised) -> None:
        """C4."""
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(HOUR)
        desk.do(desk.ada, ask(ticket_id))
        desk.wait(HOUR)
        desk.do(desk.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))

        assert desk.due(ticket_id) == []

    def test_closed_ticket_breaks_nothing(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(2 * HOUR)
        desk.do(desk.ada, propose(ticket_id))
        desk.do(desk.ada, EditTicket(ticket_id=ticket_id, sla_class="problem"))
        desk.do(desk.requester, AcceptSolution(ticket_id=ticket_id))
        desk.wait(1)
        breaches = desk.breaches(ticket_id)
        desk.look(ticket_id)

        assert (desk.breaches(ticket_id), desk.due(ticket_id)) == (breaches, [])

    def test_breach_right_before_new_hours_counts_by_the_old_ones(self) -> None:
        """C3: what nobody had noted when the calendar was changed."""
        desk = Promised()
        desk.ledger.add(OFFICE_HOURS, Line(id="first", name="First line", calendar_id="office"))
        ticket_id = desk.in_status(K.IN_PROGRESS)
        (due,) = desk.due(ticket_id)
        desk.wait(due - desk.now + 1)
        longer = replace(OFFICE_HOURS, weekly=(((0, 1440),),) * 7)
        uid = desk.do(desk.admin, SaveCalendar(calendar=longer))

        assert [fact.due for fact in desk.facts(uid) if isinstance(fact, PromiseBroken)] == [due]
        assert (desk.breach(ticket_id).since, desk.ticket(ticket_id).breached_at) == (due, due)
        assert len(desk.tasks(ticket_id)) == 1
        assert desk.due(ticket_id) == []

    def test_promise_at_its_very_limit_is_not_broken_by_new_hours(self) -> None:
        """C4."""
        desk = Promised()
        desk.ledger.add(OFFICE_HOURS, Line(id="first", name="First line", calendar_id="office"))
        ticket_id = desk.in_status(K.IN_PROGRESS)
        (due,) = desk.due(ticket_id)
        desk.wait(due - desk.now)
        desk.do(desk.admin, SaveCalendar(calendar=replace(OFFICE_HOURS, weekly=(((0, 1440),),) * 7)))

        assert desk.breaches(ticket_id) == []

    def test_manager_watches_until_closed(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET + 1)
        desk.look(ticket_id)
        assert desk.ticket(ticket_id).watcher_ids == (desk.manager.id,)
        desk.do(desk.ada, propose(ticket_id))
        assert len(desk.told(desk.manager, NoticeKind.WATCHED)) == 1
        desk.do(desk.requester, AcceptSolution(ticket_id=ticket_id))

        assert desk.ticket(ticket_id).watcher_ids == ()

    def test_stopped_promise_is_not_broken(self, desk: Promised) -> None:
        """R7b: it stops in Waiting for client; in Postponed only if the client was told the date."""
        waiting = desk.in_status(K.WAITING_CLIENT)
        told = desk.in_status(K.IN_PROGRESS)
        desk.do(desk.ada, PostponeTicket(ticket_id=told, wake_at=desk.now + 5 * DAY, is_client_told=True))
        untold = desk.in_status(K.POSTPONED)
        desk.wait(2 * DAY)
        for ticket_id in (waiting, told, untold):
            desk.look(ticket_id)

        assert [len(desk.breaches(each)) for each in (waiting, told, untold)] == [0, 0, 1]

    def test_breach_of_a_merged_ticket_is_explained_once(self, desk: Promised) -> None:
        """R11e: the target takes the earlier creation, and with it the run that was broken."""
        source = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET + 1)
        target = desk.in_status(K.IN_PROGRESS)
        desk.look(source)
        desk.do(desk.ada, MergeTickets(ticket_id=source, target_id=target))
        desk.wait(1)
        desk.look(target)

        assert len(desk.ledger.all(Task)) == 1
        assert desk.due(target) == []

    def test_promise_runs_on_first_lines_hours(self) -> None:
        """R7a: whoever holds the ticket."""
        desk = Promised()
        desk.ledger.add(OFFICE_HOURS, Line(id="first", name="First line", calendar_id="office"))
        ticket_id = desk.in_status(K.IN_PROGRESS, desk.tor, line_id="second")
        desk.wait(12 * HOUR)  # eight of them open
        assert desk.due(ticket_id) == [desk.now + 15 * HOUR]  # four more from 08:00 UTC on
        desk.look(ticket_id)
        assert desk.breaches(ticket_id) == []


class TestReason:
    """R12: a reason within 24 h, else the head is told."""

    def broken(self, desk: Promised) -> Task:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.wait(TARGET + 1)
        desk.look(ticket_id)
        return desk.task(ticket_id)

    def test_manager_writes_the_reason(self, desk: Promised) -> None:
        task = self.broken(desk)
        uid = desk.do(desk.manager, AnswerTask(task_id=task.id, answer="The vendor was closed"))

        done = desk.task(task.ticket_id)
        assert (done.done_at, done.done_by, done.answer) == (
            desk.now,
            desk.manager.id,
            "The vendor was closed",
        )
        assert desk.facts(uid) == [
            TaskAnswered(task_id=task.id, kind="breach_reason", answer="The vendor was closed")
        ]

    def test_nobody_else_writes_it(self, desk: Promised) -> None:
        task = self.broken(desk)

        assert desk.refused(desk.ada, AnswerTask(task_id=task.id, answer="x")).code == "not_your_ticket"
        assert desk.refused(desk.requester, AnswerTask(task_id=task.id, answer="x")).code == "not_your_ticket"

    def test_reason_is_not_empty(self, desk: Promised) -> None:
        assert (
            desk.refused(desk.manager, AnswerTask(task_id=self.broken(desk).id, answer=" ")).code == "empty"
        )

    def test_task_is_done_once(self, desk: Promised) -> None:
        task = self.broken(desk)
        desk.do(desk.manager, AnswerTask(task_id=task.id, answer="The vendor was closed"))
        refusal = desk.refused(desk.lea, AnswerTask(task_id=task.id, answer="Another"))

        assert (refusal.code, refusal.params["owner"]) == ("taken", "Max Holm")

    def test_head_is_told_of_a_missing_reason_once(self, desk: Promised) -> None:
        task = self.broken(desk)
        desk.wait(24 * HOUR + 1)
        remind = RemindOfTask(task_id=task.id, due=task.due_at or 0)
        uid = desk.do(SYSTEM, remind)
        desk.do(SYSTEM, remind)

        assert len(desk.told(desk.lea, NoticeKind.BREACH_UNEXPLAINED)) == 1
        assert desk.facts(uid) == [
            TaskOverdue(task_id=task.id, kind="breach_reason", told_ids=(desk.lea.id,), due=task.due_at or 0)
        ]

    @pytest.mark.parametrize("late_by", [-1, 0])
    def test_head_is_not_told_before_the_day_is_over(self, desk: Promised, late_by: int) -> None:
        task = self.broken(desk)
        desk.wait(24 * HOUR + late_by)
        desk.do(SYSTEM, RemindOfTask(task_id=task.id, due=task.due_at or 0))

        assert desk.told(desk.lea, NoticeKind.BREACH_UNEXPLAINED) == []

    def test_written_reason_is_not_asked_for_again(self, desk: Promised) -> None:
        task = self.broken(desk)
        desk.do(desk.manager, AnswerTask(task_id=task.id, answer="The vendor was closed"))
        desk.wait(2 * DAY)
        desk.do(SYSTEM, RemindOfTask(task_id=task.id, due=task.due_at or 0))

        assert desk.told(desk.lea, NoticeKind.BREACH_UNEXPLAINED) == []

    def test_only_the_system_reminds_and_notes(self, desk: Promised) -> None:
        task = self.broken(desk)

        assert desk.refused(desk.lea, RemindOfTask(task_id=task.id, due=0)).code == "role"
        assert desk.refused(desk.lea, NoteBreach(ticket_id=task.ticket_id, due=0)).code == "role"


class TestMissedTerm:
    """R9: past due, support is told: once for each date."""

    def missed(self, desk: Promised, ticket_id: str) -> list[int]:
        return [e.fact.due for e in desk.history(ticket_id) if isinstance(e.fact, TermMissed)]

    def test_owner_is_told_once_of_a_missed_date(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.IN_DEVELOPMENT)
        due = desk.ticket(ticket_id).due_at
        assert due is not None
        assert due in desk.due(ticket_id)
        desk.wait(10 * DAY + 1)
        for _ in range(2):
            desk.do(SYSTEM, NoteViolations(ticket_id=ticket_id, due=due))
            desk.wait(1)

        assert self.missed(desk, ticket_id) == [due]
        assert len(desk.told(desk.ada, NoticeKind.PAST_DUE)) == 1
        assert due not in desk.due(ticket_id)

    def test_new_date_can_be_missed_anew(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.IN_DEVELOPMENT)
        desk.wait(10 * DAY + 1)
        again = desk.now + DAY
        desk.do(desk.ada, EditTicket(ticket_id=ticket_id, due_at=again, reason="They are ill"))
        desk.wait(DAY + 1)
        desk.do(SYSTEM, NoteViolations(ticket_id=ticket_id, due=again))

        assert self.missed(desk, ticket_id) == [again - DAY - 1, again]

    def test_date_is_in_time_at_its_very_moment(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.IN_DEVELOPMENT)
        desk.wait(10 * DAY)
        desk.do(SYSTEM, NoteViolations(ticket_id=ticket_id, due=desk.now))

        assert self.missed(desk, ticket_id) == []

    def test_date_counts_only_in_development(self, desk: Promised) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.do(desk.ada, hand_over(ticket_id, desk.now + DAY))
        desk.do(desk.ada, ask(ticket_id))
        desk.wait(2 * DAY)
        desk.do(SYSTEM, NoteViolations(ticket_id=ticket_id, due=desk.now))

        assert self.missed(desk, ticket_id) == []
