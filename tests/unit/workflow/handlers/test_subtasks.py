"""R9: sub-tasks on the development board: made, done, declined, no longer wanted; both carry the same date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kanbandesk.workflow import codes
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.commands import (
    AddNote,
    AnswerClient,
    AssignTicket,
    ClaimTicket,
    CloseTicket,
    DeclineSubtask,
    EditTicket,
    FinishSubtask,
    HandToDevelopment,
    LogCall,
    MergeTickets,
    NoteTracker,
    OnTicket,
    ReceiveReply,
    RemindClient,
    ReopenTicket,
    ResumeTicket,
    StartTicket,
    UndoChange,
)
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.events import StatusChanged, SubtaskEnded, SubtaskMade, TrackerTold
from kanbandesk.workflow.moves import plan_move
from kanbandesk.workflow.people import SYSTEM, Agent, Line, actor_of
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.records import NoticeKind, Notification, Violation
from kanbandesk.workflow.statuses import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    ClosingReason,
    Demand,
    StatusKind,
    Workflow,
)
from kanbandesk.workflow.terms import due_on
from kanbandesk.workflow.tickets import Link, LinkKind, MessageKind, Ticket
from kanbandesk.workflow.timers import upcoming
from tests.factories.support import Support, ask, propose
from tests.factories.workflow import NOW, make_id

K = StatusKind


class Developing(Support):
    """A support desk with a development board, on which Dina works."""

    def __init__(self) -> None:
        super().__init__()
        self.ledger.add(
            Board(id="development", name="Development", columns=()),
            Line(id="development", name="Development", position=4),
        )

    def hand(self, ticket_id: str, **changes: Any) -> str:
        """Hand a ticket over with a sub-task; return the sub-task's id."""
        values: dict[str, Any] = {
            "ticket_id": ticket_id,
            "tracker_key": "LAB-12",
            "due_at": self.now + 10 * DAY,
            "description": "Blank since 4.2",
            "options": "Roll back, or fix the driver",
            "message_id": make_id(),
            "subtask_id": make_id(),
        } | changes
        self.do(self.ada, HandToDevelopment(**values))
        subtask_id: str = values["subtask_id"]
        return subtask_id

    def pair(self) -> tuple[str, str]:
        """Return a ticket in development and its sub-task, which Dina has in progress."""
        ticket_id = self.in_status(K.IN_PROGRESS)
        subtask_id = self.hand(ticket_id)
        self.do(self.dev, ClaimTicket(ticket_id=subtask_id))
        self.do(self.dev, StartTicket(ticket_id=subtask_id))
        return ticket_id, subtask_id

    def told(self, agent: Agent, kind: NoticeKind) -> list[str]:
        return [
            each.ticket_id
            for each in self.ledger.all(Notification)
            if each.agent_id == agent.id and each.kind is kind
        ]


@pytest.fixture
def desk() -> Developing:
    return Developing()


class TestHandedOver:
    def test_sub_task_comes_to_new_on_the_development_board(self, desk: Developing) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        subtask_id = desk.hand(ticket_id)

        ticket, subtask = desk.ticket(ticket_id), desk.ticket(subtask_id)
        assert (ticket.status_id, ticket.owner_id, ticket.subtask_id) == (
            "in_development",
            desk.ada.id,
            subtask_id,
        )
        assert (subtask.board_id, subtask.line_id, subtask.status_id) == ("development", "development", "new")
        assert (subtask.parent_id, subtask.owner_id, subtask.title) == (ticket_id, "", ticket.title)
        assert (subtask.due_at, subtask.tracker_key) == (ticket.due_at, "LAB-12")
        (link,) = desk.ledger.all(Link)
        assert (link.source_id, link.target_id, link.kind) == (ticket_id, subtask_id, LinkKind.SUBTASK)
        assert SubtaskMade(subtask_id=subtask_id) in [event.fact for event in desk.history(ticket_id)]

    def test_sub_task_has_the_norms_of_new_and_assigned_and_no_promise(self, desk: Developing) -> None:
        """40 s / 15 min; the promise is the ticket's own."""
        subtask_id = desk.hand(desk.in_status(K.IN_PROGRESS))
        house = House.of(desk.ledger.transaction(), desk.now)

        moments = [due.at - desk.now for due in upcoming(desk.ticket(subtask_id), house)]
        assert min(moments) == 40 * SECOND
        assert desk.ticket(subtask_id).sla is None
        desk.do(desk.dev, ClaimTicket(ticket_id=subtask_id))
        assert desk.ticket(subtask_id).dues == tuple(desk.now + each * MINUTE for each in (5, 15, 60))
        desk.do(desk.dev, StartTicket(ticket_id=subtask_id))  # no case is asked for
        assert desk.ticket(subtask_id).dues == (None, None, None)

    def test_description_and_options_stand_on_both(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        words = "Blank since 4.2\n\nRoll back, or fix the driver"

        assert [each.body for each in desk.messages(ticket_id)] == [words]
        (brief,) = desk.messages(subtask_id)
        assert (brief.kind, brief.body) == (MessageKind.NOTE, words)

    @pytest.mark.parametrize("missing", ["description", "options"])
    def test_sub_task_demands_description_and_options(self, desk: Developing, missing: str) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        values: dict[str, Any] = {"description": "Blank", "options": "Fix"} | {missing: " "}
        command = HandToDevelopment(
            ticket_id=ticket_id,
            tracker_key="LAB-12",
            due_at=desk.now + DAY,
            message_id=make_id(),
            subtask_id=make_id(),
            **values,
        )

        assert desk.refused(desk.ada, command).params == {"demand": missing}

    @pytest.mark.parametrize("process", [Process(development_board=""), Process(development_board="gone")])
    def test_without_a_board_none_is_made(self, desk: Developing, process: Process) -> None:
        desk.ledger.add(process)
        ticket_id = desk.in_status(K.IN_PROGRESS)
        desk.hand(ticket_id, description="", options="")

        assert desk.ticket(ticket_id).subtask_id == ""

    def test_second_hand_over_keeps_the_sub_task_that_is_under_way(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))
        desk.hand(ticket_id, due_at=desk.now + 20 * DAY)

        assert desk.ticket(ticket_id).subtask_id == subtask_id
        assert desk.ticket(subtask_id).due_at == desk.now + 20 * DAY

    def test_hand_over_taken_back_takes_the_sub_task_away(self, desk: Developing) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        subtask_id = desk.hand(ticket_id)
        uid = desk.history(ticket_id)[-1].mutation_id
        desk.do(desk.ada, UndoChange(uid=uid))

        assert desk.ticket(ticket_id).status_id == "in_progress"
        assert (Ticket, subtask_id) not in desk.ledger.entities
        assert desk.ledger.all(Link) == []


class TestDone:
    def test_done_brings_the_ticket_back_with_a_draft(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        desk.wait(DAY)
        uid = desk.do(desk.dev, FinishSubtask(ticket_id=subtask_id, done="Fixed in 4.3"))

        ticket, subtask = desk.ticket(ticket_id), desk.ticket(subtask_id)
        assert (subtask.status_id, subtask.closing_reason, subtask.done) == (
            "closed",
            "solved",
            "Fixed in 4.3",
        )
        assert (ticket.status_id, ticket.owner_id) == ("in_progress", desk.ada.id)
        assert ticket.prepared_answer == "Fixed in 4.3"
        assert (ticket.was_in_development, ticket.sent_to_development_by) == (True, desk.ada.id)
        assert desk.told(desk.ada, NoticeKind.DEVELOPED) == [ticket_id]
        ended = SubtaskEnded(subtask_id=subtask_id, is_done=True, text="Fixed in 4.3")
        assert desk.facts(uid).count(ended) == 2
        assert StatusChanged(
            before="in_development", after="in_progress", cause="finish_subtask"
        ) in desk.facts(uid)

    def test_answer_uses_the_draft_up(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        desk.do(desk.dev, FinishSubtask(ticket_id=subtask_id, done="Fixed in 4.3"))
        desk.do(desk.ada, AnswerClient(ticket_id=ticket_id, message_id=make_id(), text="It is fixed"))

        assert desk.ticket(ticket_id).prepared_answer == ""

    def test_done_demands_what_was_done(self, desk: Developing) -> None:
        _, subtask_id = desk.pair()

        assert desk.refused(desk.dev, FinishSubtask(ticket_id=subtask_id, done=" ")).params == {
            "demand": "done"
        }

    def test_declined_with_a_reason_brings_it_back_without_a_draft(self, desk: Developing) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)
        subtask_id = desk.hand(ticket_id)
        assert desk.refused(desk.dev, DeclineSubtask(ticket_id=subtask_id)).params == {"demand": "reason"}
        desk.do(desk.dev, DeclineSubtask(ticket_id=subtask_id, reason="It is the vendor's"))

        ticket = desk.ticket(ticket_id)
        assert (ticket.status_id, ticket.prepared_answer) == ("in_progress", "")
        assert desk.ticket(subtask_id).closing_reason == "withdrawn"
        assert desk.told(desk.ada, NoticeKind.DECLINED) == [ticket_id]

    def test_done_while_the_ticket_waits_moves_it_not(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        desk.do(desk.ada, ask(ticket_id))
        desk.do(desk.dev, FinishSubtask(ticket_id=subtask_id, done="Fixed in 4.3"))

        ticket = desk.ticket(ticket_id)
        assert (ticket.status_id, ticket.prepared_answer) == ("waiting_client", "Fixed in 4.3")
        assert desk.told(desk.ada, NoticeKind.DEVELOPED) == [ticket_id]

    def test_ended_sub_task_ends_once(self, desk: Developing) -> None:
        _, subtask_id = desk.pair()
        desk.do(desk.dev, FinishSubtask(ticket_id=subtask_id, done="Fixed"))

        assert desk.refused(desk.dev, FinishSubtask(ticket_id=subtask_id, done="Again")).code == "closed"

    def test_reopened_sub_task_has_no_promise_either(self, desk: Developing) -> None:
        _, subtask_id = desk.pair()
        desk.do(desk.dev, FinishSubtask(ticket_id=subtask_id, done="Fixed"))
        desk.do(desk.dev, ReopenTicket(ticket_id=subtask_id))

        assert desk.ticket(subtask_id).sla is None

    def test_what_is_no_sub_task_is_neither_finished_nor_declined(self, desk: Developing) -> None:
        ticket_id = desk.in_status(K.IN_PROGRESS)

        assert desk.refused(desk.ada, FinishSubtask(ticket_id=ticket_id, done="x")).code == "not_in_workflow"
        assert (
            desk.refused(desk.ada, DeclineSubtask(ticket_id=ticket_id, reason="x")).code == "not_in_workflow"
        )

    def test_sub_task_is_neither_proposed_nor_closed_nor_asked_about(self, desk: Developing) -> None:
        """It has no client."""
        _, subtask_id = desk.pair()
        closing = CloseTicket(ticket_id=subtask_id, closing_reason=ClosingReason.SPAM)

        assert desk.refused(desk.dev, closing).code == "not_in_workflow"
        assert desk.refused(desk.dev, propose(subtask_id)).code == "no_client"

    def test_agent_of_support_does_not_finish_it(self, desk: Developing) -> None:
        _, subtask_id = desk.pair()

        assert desk.refused(desk.ada, FinishSubtask(ticket_id=subtask_id, done="x")).code == "not_your_line"


class TestOnTheBoard:
    """The board lights what the rules allow: Solved means to finish, Closed to decline."""

    def test_solved_means_finish_and_asks_only_what_was_done(self, desk: Developing) -> None:
        _, subtask_id = desk.pair()
        move = plan_move(desk.workflow, desk.ticket(subtask_id), "solved", actor_of(desk.dev))

        assert (move.command, move.demands) == (FinishSubtask, (Demand.DONE,))

    def test_closed_means_decline_and_asks_a_reason(self, desk: Developing) -> None:
        _, subtask_id = desk.pair()
        move = plan_move(desk.workflow, desk.ticket(subtask_id), "closed", actor_of(desk.dev))

        assert (move.command, move.demands) == (DeclineSubtask, (Demand.REASON,))

    @pytest.mark.parametrize("status_id", ["waiting_client", "in_development"])
    def test_it_goes_neither_to_a_client_nor_to_development_again(
        self, desk: Developing, status_id: str
    ) -> None:
        _, subtask_id = desk.pair()
        move = plan_move(desk.workflow, desk.ticket(subtask_id), status_id, actor_of(desk.dev))

        assert not move.is_allowed


class TestTakenBack:
    """The ticket goes on by hand while the developers have the sub-task."""

    def test_solved_ticket_needs_its_sub_task_no_more(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        desk.do(desk.ada, propose(ticket_id))

        subtask = desk.ticket(subtask_id)
        assert (subtask.status_id, subtask.closing_reason) == ("closed", "withdrawn")
        assert desk.told(desk.dev, NoticeKind.WATCHED) == [subtask_id]

    def test_closed_ticket_needs_its_sub_task_no_more(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        desk.do(desk.requester, CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.WITHDRAWN))

        assert desk.ticket(subtask_id).status_id == "closed"

    def test_ticket_taken_in_progress_leaves_it_under_way_and_tells(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        desk.do(desk.ada, ResumeTicket(ticket_id=ticket_id))

        assert desk.ticket(subtask_id).status_id == "in_progress"
        assert desk.told(desk.dev, NoticeKind.WATCHED) == [subtask_id]


class TestDate:
    """A new date on either goes to both, needs a reason, keeps violations."""

    @pytest.mark.parametrize("is_on_subtask", [False, True])
    def test_new_date_on_either_goes_to_both(self, desk: Developing, is_on_subtask: bool) -> None:
        ticket_id, subtask_id = desk.pair()
        due_at = desk.now + 20 * DAY
        edited = subtask_id if is_on_subtask else ticket_id
        assert desk.refused(desk.lea, EditTicket(ticket_id=edited, due_at=due_at)).params == {
            "demand": "reason"
        }
        desk.do(desk.lea, EditTicket(ticket_id=edited, due_at=due_at, reason="Larger than thought"))

        assert [desk.ticket(each).due_at for each in (ticket_id, subtask_id)] == [due_at, due_at]
        assert desk.ticket(ticket_id).dues[1] == due_at

    def test_missed_degrees_are_the_developers(self, desk: Developing) -> None:
        """R13: development 2 and 3 are charged to the sub-task's owner at that moment."""
        desk.ledger.add(Line(id="first", name="First line", lead_id=desk.lea.id))
        other = Agent(id=make_id(), name="Eli Moe", roles=desk.dev.roles, line_ids=("development",))
        desk.ledger.add(other)
        ticket_id, subtask_id = desk.pair()
        desk.wait(11 * DAY)
        desk.do(desk.lea, AssignTicket(ticket_id=subtask_id, agent_id=other.id))
        desk.wait(2 * DAY)
        desk.do(other, FinishSubtask(ticket_id=subtask_id, done="Fixed"))

        (violation,) = (
            each
            for each in desk.ledger.all(Violation)
            if each.ticket_id == ticket_id and each.status_id == "in_development"
        )
        assert violation.agent_ids == ("", desk.dev.id, other.id)
        assert violation.until == desk.now

    def test_date_without_a_time_means_the_due_hour_in_the_workspaces_zone(self) -> None:
        process = Process(time_zone="Europe/Oslo")
        assert due_on(date(2026, 3, 17), process) == NOW + 8 * HOUR  # 18:00 in Oslo, 17:00 UTC
        assert due_on(date(2026, 3, 29), process) == NOW + 12 * DAY + 7 * HOUR  # summer time began that night


class TestItsClient:
    """R9: the ticket's owner goes on talking to the client on the ticket; the sub-task has none."""

    @pytest.mark.parametrize(
        "command",
        [
            AnswerClient(ticket_id="", message_id="m", text="Soon"),
            LogCall(ticket_id="", message_id="m", text="He is waiting"),
            LogCall(ticket_id="", message_id="m", text="No answer", has_reached=False),
            RemindClient(ticket_id="", message_id="m", text="Hello?"),
            ask("", reason="I want to know"),
            replace(propose(""), reason="It is done"),
        ],
        ids=lambda command: command.name,
    )
    def test_nobody_is_told_anything_from_a_sub_task(self, desk: Developing, command: OnTicket) -> None:
        """Not even a lead, who may make any other move with a reason (S2)."""
        ticket_id, subtask_id = desk.pair()

        refusal = desk.refused(desk.lea, replace(command, ticket_id=subtask_id))
        assert (refusal.code, refusal.params) == (codes.NO_CLIENT, {"parent_id": ticket_id})
        assert [each.kind for each in desk.messages(subtask_id)] == [MessageKind.NOTE]

    def test_board_says_beforehand_that_nobody_is_asked_from_a_sub_task(self, desk: Developing) -> None:
        _, subtask_id = desk.pair()
        workflow = desk.ledger.get(Workflow, "default")
        for who, code in ((desk.dev, codes.ROLE), (desk.lea, codes.NO_CLIENT)):
            move = plan_move(workflow, desk.ticket(subtask_id), "waiting_client", actor_of(who))
            assert move.refusal is not None
            assert move.refusal.code == code

    def test_notes_are_written_on_it_and_the_client_is_answered_on_the_ticket(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        desk.do(desk.dev, AddNote(ticket_id=subtask_id, message_id=make_id(), text="Seen it"))
        desk.do(desk.ada, AnswerClient(ticket_id=ticket_id, message_id=make_id(), text="In 4.3"))

        assert desk.ticket(ticket_id).answered_at == desk.now

    def test_what_the_client_wrote_to_a_sub_task_comes_to_its_ticket(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        desk.do(desk.ada, ReceiveReply(ticket_id=subtask_id, message_id="said", text="And now?"))

        assert "said" in [each.id for each in desk.messages(ticket_id)]
        assert desk.ticket(ticket_id).client_wrote_at == desk.now
        assert desk.ticket(subtask_id).client_wrote_at is None

    def test_conversation_is_not_merged_into_a_sub_task(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        other_id = desk.opened()

        refusal = desk.refused(desk.lea, MergeTickets(ticket_id=other_id, target_id=subtask_id))
        assert (refusal.code, refusal.params) == (codes.NO_CLIENT, {"parent_id": ticket_id})


class TestTracker:
    def test_state_of_the_tracker_is_kept_on_both(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        uid = desk.do(SYSTEM, NoteTracker(ticket_id=ticket_id, state="In Review"))

        assert [desk.ticket(each).tracker_state for each in (ticket_id, subtask_id)] == ["In Review"] * 2
        assert desk.facts(uid)[0] == TrackerTold(state="In Review")

    def test_what_is_known_is_told_once(self, desk: Developing) -> None:
        ticket_id, _ = desk.pair()
        desk.do(SYSTEM, NoteTracker(ticket_id=ticket_id, state="In Review"))

        assert desk.facts(desk.do(SYSTEM, NoteTracker(ticket_id=ticket_id, state="In Review"))) == []

    def test_date_of_the_tracker_is_a_new_date(self, desk: Developing) -> None:
        ticket_id, subtask_id = desk.pair()
        due_at = desk.now + 15 * DAY
        desk.do(SYSTEM, NoteTracker(ticket_id=ticket_id, state="Planned", due_at=due_at))

        assert [desk.ticket(each).due_at for each in (ticket_id, subtask_id)] == [due_at, due_at]
        assert desk.ticket(ticket_id).dues[1] == due_at

    def test_only_the_system_says_what_the_tracker_says(self, desk: Developing) -> None:
        ticket_id, _ = desk.pair()

        assert desk.refused(desk.ada, NoteTracker(ticket_id=ticket_id, state="Done")).code == "role"
