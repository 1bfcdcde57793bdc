"""R10: the ladder of a silent client, each step cancellable and logged; R10b: postponed again, nobody to write to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.workflow.commands import (
    AnswerTask,
    ClimbLadder,
    PostponeTicket,
    ReceiveReply,
    RemindClient,
    ResumeTicket,
    StopLadder,
    UndoChange,
)
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.events import LadderClimbed, LadderStopped
from kanbandesk.workflow.ladder import dues
from kanbandesk.workflow.people import SYSTEM, Line
from kanbandesk.workflow.process import REMINDER, Process
from kanbandesk.workflow.records import NoticeKind, Notification, Task, TaskKind
from kanbandesk.workflow.statuses import DAY, HOUR, StatusKind
from kanbandesk.workflow.tickets import Channel, MessageKind
from tests.factories.support import Support, ask, propose
from tests.factories.workflow import OFFICE_HOURS, make_id

K = StatusKind


class Waiting(Support):
    """A support desk that waits for its clients; Lea leads the first line."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger.add(Line(id="first", name="First line", lead_id=self.lea.id))

    def due(self, ticket_id: str) -> list[tuple[int, int]]:
        """Return the steps that become due: after how long from now, which."""
        house = House.of(self.ledger.transaction(), self.now)
        found = list(dues(self.ticket(ticket_id), house))
        return [
            (due.at - self.now, due.command.step) for due in found if isinstance(due.command, ClimbLadder)
        ]

    def climb(self, ticket_id: str, step: int) -> str:
        return self.do(SYSTEM, ClimbLadder(ticket_id=ticket_id, due=self.now, step=step))

    def told(self, kind: NoticeKind) -> list[str]:
        return [each.agent_id for each in self.ledger.all(Notification) if each.kind is kind]

    def postponed(self, ticket_id: str) -> str:
        """Postpone and resume."""
        self.wait(HOUR)
        uid = self.do(self.ada, PostponeTicket(ticket_id=ticket_id, wake_at=self.now + DAY))
        self.wait(HOUR)
        self.do(self.ada, ResumeTicket(ticket_id=ticket_id))
        return uid


@pytest.fixture
def desk() -> Waiting:
    return Waiting()


class TestLadder:
    def test_reminder_is_prepared_after_a_day_and_ways_offered_after_two(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        assert desk.due(ticket_id) == [(DAY, 1)]
        desk.wait(DAY + 1)
        uid = desk.climb(ticket_id, 1)
        ticket = desk.ticket(ticket_id)
        assert (ticket.ladder_step, ticket.prepared_answer) == (1, REMINDER)
        assert desk.facts(uid)[0] == LadderClimbed(step=1, due=desk.now, is_sent=False)
        assert desk.due(ticket_id) == [(DAY - 1, 2)]
        desk.wait(DAY)
        desk.climb(ticket_id, 2)

        assert desk.ticket(ticket_id).ladder_step == 2
        assert desk.due(ticket_id) == []

    def test_nothing_is_sent_unless_it_is_wished(self, desk: Waiting) -> None:
        """Automatic sending is off."""
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.wait(DAY + 1)
        desk.climb(ticket_id, 1)

        assert all(message.kind is not MessageKind.NOTICE for message in desk.messages(ticket_id))

    def test_reminder_is_sent_where_it_is_wished(self, desk: Waiting) -> None:
        desk.ledger.add(Process(sends_reminders=True, reminder="Are you still there?"))
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.wait(DAY + 1)
        uid = desk.climb(ticket_id, 1)

        (notice,) = (each for each in desk.messages(ticket_id) if each.kind is MessageKind.NOTICE)
        assert (notice.body, notice.channel) == ("Are you still there?", Channel.MAIL)
        assert desk.ticket(ticket_id).prepared_answer == ""
        assert LadderClimbed(step=1, due=desk.now, is_sent=True) in desk.facts(uid)

    def test_reminder_is_no_answer_and_makes_no_card_younger(self, desk: Waiting) -> None:
        """C6, C7."""
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        before = desk.ticket(ticket_id)
        desk.wait(DAY + HOUR)
        remind = RemindClient(ticket_id=ticket_id, message_id=make_id(), text="Are you there?")
        desk.do(desk.ada, remind)

        after = desk.ticket(ticket_id)
        assert (after.dues, after.answered_at) == (before.dues, before.answered_at)

    def test_reminder_by_hand_does_not_take_the_first_step_away(self, desk: Waiting) -> None:
        """R10: a reminder is prepared at 1 day, whatever was sent before."""
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        remind = RemindClient(ticket_id=ticket_id, message_id=make_id(), text="Are you there?")
        desk.do(desk.ada, remind)
        desk.wait(DAY + 1)
        desk.climb(ticket_id, 1)

        assert desk.ticket(ticket_id).ladder_step == 1
        assert desk.ticket(ticket_id).prepared_answer

    def test_reminder_by_hand_puts_the_prepared_one_away(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.wait(DAY + 1)
        desk.climb(ticket_id, 1)
        desk.do(desk.ada, RemindClient(ticket_id=ticket_id, message_id=make_id(), text="Hello?"))

        assert desk.ticket(ticket_id).prepared_answer == ""
        assert [step for _, step in desk.due(ticket_id)] == [2]

    def test_our_answer_begins_the_ladder_anew(self, desk: Waiting) -> None:
        """Counted from our last public answer."""
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.wait(DAY + 1)
        desk.climb(ticket_id, 1)
        desk.do(desk.ada, ask(ticket_id, "Or the other one?"))

        ticket = desk.ticket(ticket_id)
        assert (ticket.ladder_step, ticket.prepared_answer) == (0, "")
        assert desk.due(ticket_id) == [(DAY, 1)]

    def test_clients_reply_ends_the_ladder(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.wait(DAY + 1)
        desk.climb(ticket_id, 1)
        desk.do(desk.requester, ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="The left one"))

        ticket = desk.ticket(ticket_id)
        assert (ticket.status_id, ticket.ladder_step, ticket.prepared_answer) == ("in_progress", 0, "")
        assert desk.due(ticket_id) == []

    def test_stopped_ladder_is_climbed_no_more_until_it_is_wanted_again(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.wait(DAY + 1)
        desk.climb(ticket_id, 1)
        uid = desk.do(desk.ada, StopLadder(ticket_id=ticket_id))
        assert desk.facts(uid) == [LadderStopped(is_off=True)]
        assert desk.ticket(ticket_id).prepared_answer == ""
        assert desk.due(ticket_id) == []
        desk.wait(DAY)
        desk.climb(ticket_id, 2)  # was under way
        assert desk.ticket(ticket_id).ladder_step == 1
        desk.do(desk.ada, StopLadder(ticket_id=ticket_id, is_off=False))

        assert [step for _, step in desk.due(ticket_id)] == [2]

    def test_same_step_is_not_climbed_twice(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.wait(DAY + 1)
        first, second = desk.climb(ticket_id, 1), desk.climb(ticket_id, 1)

        assert any(isinstance(fact, LadderClimbed) for fact in desk.facts(first))
        assert not any(isinstance(fact, LadderClimbed) for fact in desk.facts(second))

    def test_days_on_which_first_line_stays_closed_do_not_count(self) -> None:
        """C2: Waiting's clock is the day clock."""
        desk = Waiting()
        desk.ledger.add(OFFICE_HOURS, Line(id="first", name="First line", calendar_id="office"))
        desk.wait(3 * DAY)  # Friday, 09:00 UTC
        ticket_id = desk.in_status(K.WAITING_CLIENT)

        assert desk.due(ticket_id) == [(3 * DAY, 1)]

    def test_only_the_system_climbs(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.WAITING_CLIENT)

        assert desk.refused(desk.ada, ClimbLadder(ticket_id=ticket_id, due=0, step=1)).code == "role"

    def test_waiting_is_never_closed_by_itself(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.wait(30 * DAY)
        for step in (1, 2, 3):
            desk.climb(ticket_id, step)

        assert desk.ticket(ticket_id).status_id == "waiting_client"


class TestPostponedAgain:
    """R10b: third postponement without a public answer: the lead is told."""

    def test_lead_is_told_of_the_third(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        for _ in range(2):
            desk.postponed(ticket_id)
        assert desk.told(NoticeKind.POSTPONED_AGAIN) == []
        desk.postponed(ticket_id)

        assert desk.told(NoticeKind.POSTPONED_AGAIN) == [desk.lea.id]

    def test_public_answer_counts_anew(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        for _ in range(2):
            desk.postponed(ticket_id)
        desk.do(desk.ada, ask(ticket_id))
        desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))
        for _ in range(2):
            desk.postponed(ticket_id)
        assert desk.told(NoticeKind.POSTPONED_AGAIN) == []
        desk.postponed(ticket_id)

        assert desk.told(NoticeKind.POSTPONED_AGAIN) == [desk.lea.id]

    def test_undone_postponement_does_not_count(self, desk: Waiting) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.postponed(ticket_id)
        uid = desk.do(desk.ada, PostponeTicket(ticket_id=ticket_id, wake_at=desk.now + DAY))
        desk.do(desk.ada, UndoChange(uid=uid))
        desk.postponed(ticket_id)

        assert desk.told(NoticeKind.POSTPONED_AGAIN) == []


class TestWithoutAChannel:
    """R10b: requester without a channel: a call task."""

    def calls(self, desk: Waiting) -> list[Task]:
        return [each for each in desk.ledger.all(Task) if each.kind is TaskKind.CALL_REQUESTER]

    def test_question_to_who_has_no_mail_makes_a_call_task(self, desk: Waiting) -> None:
        desk.ledger.add(replace(desk.iver, mail=""))
        ticket_id = desk.in_status(K.WAITING_CLIENT)

        (call,) = self.calls(desk)
        assert (call.ticket_id, call.agent_id, call.line_id) == (ticket_id, desk.ada.id, "first")

    def test_call_is_asked_for_once_at_a_time(self, desk: Waiting) -> None:
        desk.ledger.add(replace(desk.iver, mail=""))
        ticket_id = desk.in_status(K.WAITING_CLIENT)
        desk.do(desk.ada, propose(ticket_id))
        assert len(self.calls(desk)) == 1
        desk.do(desk.ada, AnswerTask(task_id=self.calls(desk)[0].id, answer="He agrees"))
        desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))
        desk.do(desk.ada, ask(ticket_id))

        assert len(self.calls(desk)) == 2

    @pytest.mark.parametrize("contact", [{"chat": "iver", "mail": ""}, {}])
    def test_who_can_be_written_to_is_not_called(self, desk: Waiting, contact: dict[str, str]) -> None:
        desk.ledger.add(replace(desk.iver, **contact))
        desk.in_status(K.WAITING_CLIENT)

        assert self.calls(desk) == []
