"""Ageing by the clocks C1-C9, seen through the commands that people give."""

import pytest

from kanbandesk.workflow.ageing import highest_level, level, next_change
from kanbandesk.workflow.commands import (
    AddAttachment,
    AddNote,
    AnswerClient,
    AskClient,
    AssignTicket,
    BlockTicket,
    ChangeTags,
    ClaimTicket,
    EditTicket,
    LinkTickets,
    LogCall,
    MoveTicket,
    Place,
    PostponeTicket,
    ReceiveReply,
    RejectSolution,
    ReleaseTicket,
    ReopenTicket,
    ResumeTicket,
    StartTicket,
    UnblockTicket,
    WaitForVendor,
    WakeTicket,
    WatchTicket,
)
from kanbandesk.workflow.people import SYSTEM
from kanbandesk.workflow.statuses import (
    DAY,
    HOUR,
    MINUTE,
    SECOND,
    Priority,
    StatusKind,
)
from tests.factories.support import Support, ask, hand_over, propose, unnoted, wait_for_vendor
from tests.factories.workflow import NOW, make_card, make_id

K = StatusKind


def answer(ticket_id: str) -> AnswerClient:
    return AnswerClient(ticket_id=ticket_id, message_id=make_id(), text="Please restart it.")


def note(ticket_id: str) -> AddNote:
    return AddNote(ticket_id=ticket_id, message_id=make_id(), text="Looks like the print head.")


def reply(ticket_id: str) -> ReceiveReply:
    return ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="Still blank.")


class TestLevel:
    """What the board reads off a card."""

    CARD = make_card(due1=NOW, due2=NOW + HOUR, due3=NOW + DAY)

    def test_level_rises_at_the_very_millisecond(self) -> None:
        """C4: an act exactly at the limit comes before the timer, but the card has reached the level then."""
        moments = (NOW - 1, NOW, NOW + HOUR - 1, NOW + HOUR, NOW + DAY - 1, NOW + DAY)

        assert [level(self.CARD, at) for at in moments] == [0, 1, 1, 2, 2, 3]

    def test_next_change_is_the_next_due(self) -> None:
        assert next_change(self.CARD, NOW - 1) == NOW
        assert next_change(self.CARD, NOW) == NOW + HOUR
        assert next_change(self.CARD, NOW + DAY) is None

    def test_card_without_a_norm_never_ages(self) -> None:
        assert level(make_card(), NOW + 1_000 * DAY) == 0
        assert next_change(make_card(), NOW) is None

    def test_ticket_and_card_have_the_same_level(self) -> None:
        for at in (NOW - 1, NOW, NOW + HOUR, NOW + DAY):
            assert highest_level((NOW, NOW + HOUR, NOW + DAY), at) == level(self.CARD, at)


class TestNorms:
    """The degrees of the statuses' table, counted from where the table says."""

    def test_new_ages_at_40_seconds_5_and_15_minutes(self, support: Support) -> None:
        assert support.dues(support.opened()) == (40 * SECOND, 5 * MINUTE, 15 * MINUTE)

    def test_assigned_ages_at_5_15_and_60_minutes(self, support: Support) -> None:
        ticket_id = support.opened()
        support.wait(30 * SECOND)
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))

        assert support.dues(ticket_id) == (5 * MINUTE, 15 * MINUTE, HOUR)

    def test_in_progress_ages_without_an_answer_for_2_4_and_8_hours(self, support: Support) -> None:
        assert support.dues(support.in_status(K.IN_PROGRESS)) == (2 * HOUR, 4 * HOUR, 8 * HOUR)

    def test_waiting_ages_after_1_2_and_3_days_of_silence(self, support: Support) -> None:
        assert support.dues(support.in_status(K.WAITING_CLIENT)) == (DAY, 2 * DAY, 3 * DAY)

    def test_vendor_ages_1_3_and_7_days_past_the_date(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, wait_for_vendor(ticket_id, support.now + 5 * DAY))

        assert support.dues(ticket_id) == (6 * DAY, 8 * DAY, 12 * DAY)

    def test_postponed_ages_from_its_moment_on(self, support: Support) -> None:
        """Woken and untouched for 0, 4 h and a day: also where no timer is there to wake it."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, PostponeTicket(ticket_id=ticket_id, wake_at=support.now + 3 * DAY))

        assert support.dues(ticket_id) == (3 * DAY, 3 * DAY + 4 * HOUR, 4 * DAY)

    def test_development_ages_at_80_and_100_per_cent_of_the_term_and_2_days_past_due(
        self, support: Support
    ) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, hand_over(ticket_id, support.now + 10 * DAY))

        assert support.dues(ticket_id) == (8 * DAY, 10 * DAY, 12 * DAY)

    def test_solved_ages_once_after_a_day_without_an_answer(self, support: Support) -> None:
        assert support.dues(support.in_status(K.SOLVED)) == (DAY, None, None)

    def test_closed_does_not_age(self, support: Support) -> None:
        assert support.dues(support.in_status(K.CLOSED)) == (None, None, None)


class TestComingBack:
    """C6: a norm counts the time in its status since its last satisfying event; leaving pauses, coming back resumes."""

    def test_in_progress_goes_on_where_it_was_left(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(90 * MINUTE)
        support.do(support.ada, PostponeTicket(ticket_id=ticket_id, wake_at=support.now + DAY))
        support.wait(5 * HOUR)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))

        assert support.dues(ticket_id) == (30 * MINUTE, 150 * MINUTE, 390 * MINUTE)

    def test_degree_reached_before_leaving_is_there_at_once_on_coming_back(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        reached_at = support.now + 2 * HOUR
        support.wait(3 * HOUR)
        support.do(support.ada, wait_for_vendor(ticket_id, support.now + DAY))
        assert support.level(ticket_id) == 0
        support.wait(HOUR)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))

        assert support.level(ticket_id) == 1
        assert support.ticket(ticket_id).dues[0] == reached_at
        assert support.dues(ticket_id)[1] == HOUR

    def test_paused_at_the_very_limit_has_reached_it(self, support: Support) -> None:
        """C4."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(2 * HOUR)
        support.do(support.ada, wait_for_vendor(ticket_id, support.now + DAY))
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))

        assert support.level(ticket_id) == 1

    def test_claim_satisfies_new(self, support: Support) -> None:
        ticket_id = support.opened()
        support.wait(10 * MINUTE)
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))

        assert support.level(ticket_id) == 0
        assert support.clock(ticket_id, "new") is None

    def test_release_gives_new_another_40_seconds(self, support: Support) -> None:
        """R1d."""
        ticket_id = support.opened()
        support.wait(30 * SECOND)
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))
        support.wait(HOUR)
        support.do(support.ada, ReleaseTicket(ticket_id=ticket_id))

        assert support.dues(ticket_id) == (40 * SECOND, 5 * MINUTE, 15 * MINUTE)

    def test_new_owner_satisfies_assigned(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        support.wait(20 * MINUTE)
        assert support.level(ticket_id) == 2
        support.do(support.lea, AssignTicket(ticket_id=ticket_id, agent_id=support.bo.id))

        assert support.dues(ticket_id) == (5 * MINUTE, 15 * MINUTE, HOUR)

    def test_same_owner_again_does_not_satisfy_assigned(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        support.wait(20 * MINUTE)
        support.do(support.lea, AssignTicket(ticket_id=ticket_id, agent_id=support.ada.id))
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id))

        assert support.level(ticket_id) == 2

    def test_assigned_goes_on_after_waiting_but_not_after_a_start(self, support: Support) -> None:
        waited = support.in_status(K.ASSIGNED)
        started = support.in_status(K.ASSIGNED)
        support.wait(3 * MINUTE)
        support.do(support.ada, ask(waited))
        support.do(support.ada, StartTicket(ticket_id=started, urgency_case="how_to"))
        support.wait(DAY)
        for ticket_id in (waited, started):
            support.do(
                support.lea, ClaimTicket(ticket_id=ticket_id, from_owner_id=support.ada.id, reason="Mix-up")
            )

        assert support.ticket(waited).owner_id == support.ada.id
        assert support.dues(waited)[0] == 2 * MINUTE
        assert support.dues(started)[0] == 5 * MINUTE

    @pytest.mark.parametrize("how", ["answer", "call", "question", "solution", "rejection"])
    def test_public_answer_and_reject_satisfy_in_progress(self, support: Support, how: str) -> None:
        """C6, C7."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(7 * HOUR)
        if how == "answer":
            support.do(support.ada, answer(ticket_id))
        if how == "call":
            support.do(support.ada, LogCall(ticket_id=ticket_id, message_id=make_id(), text="Explained it."))
        if how == "question":
            support.do(support.ada, ask(ticket_id))
            support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        if how == "solution":
            support.do(support.ada, propose(ticket_id))
            support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        if how == "rejection":
            support.do(support.ada, propose(ticket_id))
            support.do(support.requester, RejectSolution(ticket_id=ticket_id))

        assert support.dues(ticket_id) == (2 * HOUR, 4 * HOUR, 8 * HOUR)

    def test_call_that_reached_nobody_satisfies_nothing(self, support: Support) -> None:
        """C7."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        call = LogCall(ticket_id=ticket_id, message_id=make_id(), text="No answer.", has_reached=False)
        support.do(support.ada, call)

        assert support.dues(ticket_id)[0] == HOUR
        assert support.ticket(ticket_id).answered_at is None

    def test_clients_message_does_not_satisfy_in_progress(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(3 * HOUR)
        support.do(support.ada, reply(ticket_id))

        assert support.level(ticket_id) == 1

    def test_our_answer_begins_the_silence_anew(self, support: Support) -> None:
        """R10: Waiting counts from our last public answer."""
        ticket_id = support.in_status(K.WAITING_CLIENT)
        support.wait(50 * HOUR)
        assert support.level(ticket_id) == 2
        support.do(support.ada, answer(ticket_id))

        assert support.dues(ticket_id) == (DAY, 2 * DAY, 3 * DAY)

    def test_each_question_begins_a_new_silence(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_CLIENT)
        support.wait(DAY)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        support.do(support.ada, ask(ticket_id))

        assert support.dues(ticket_id)[0] == DAY

    def test_in_progress_starts_afresh_after_the_clients_reply(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.do(support.ada, ask(ticket_id))
        support.wait(DAY)
        support.do(support.ada, reply(ticket_id))

        assert support.dues(ticket_id) == (2 * HOUR, 4 * HOUR, 8 * HOUR)

    def test_unchanged_solution_goes_on_being_unanswered(self, support: Support) -> None:
        """R11a: solved again with unchanged texts is no new proposal."""
        ticket_id = support.in_status(K.SOLVED)
        proposed_at = support.now
        support.wait(18 * HOUR)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        support.wait(HOUR)
        support.do(support.ada, propose(ticket_id))

        assert support.dues(ticket_id)[0] == 6 * HOUR
        assert support.ticket(ticket_id).proposed_at == proposed_at

    def test_same_solution_after_the_clients_word_begins_a_new_day(self, support: Support) -> None:
        """R11a: he has answered the first one, and has all of his days for the second."""
        ticket_id = support.in_status(K.SOLVED)
        support.wait(18 * HOUR)
        support.do(support.ada, reply(ticket_id))
        support.do(support.ada, propose(ticket_id))

        assert support.dues(ticket_id)[0] == DAY

    def test_new_solution_begins_a_new_day(self, support: Support) -> None:
        ticket_id = support.in_status(K.SOLVED)
        support.wait(18 * HOUR)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        support.do(support.ada, propose(ticket_id, done="Sent a new head"))

        assert support.dues(ticket_id)[0] == DAY
        assert support.ticket(ticket_id).proposed_at == support.now

    def test_reopened_ticket_goes_on_where_in_progress_was_left(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.do(support.ada, propose(ticket_id))
        support.wait(DAY)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))
        support.wait(30 * MINUTE)

        assert support.dues(ticket_id)[0] == 90 * MINUTE


class TestTwoClocksAtOnce:
    """A woken card; a client who writes while others have the ticket."""

    def test_woken_card_ages_at_once_and_in_progress_goes_on(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.do(support.ada, PostponeTicket(ticket_id=ticket_id, wake_at=support.now + DAY))
        support.wait(DAY)
        support.do(SYSTEM, WakeTicket(ticket_id=ticket_id))

        assert support.dues(ticket_id) == (0, 3 * HOUR, 7 * HOUR)

    def test_late_waking_counts_from_when_it_was_done(self, support: Support) -> None:
        """C5."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, PostponeTicket(ticket_id=ticket_id, wake_at=support.now + DAY))
        support.wait(2 * DAY)
        support.do(SYSTEM, WakeTicket(ticket_id=ticket_id))

        clock = support.clock(ticket_id, "postponed")
        assert clock is not None
        assert clock.since == support.now

    @pytest.mark.parametrize("how", ["answer", "note", "move"])
    def test_answer_note_and_move_touch_a_woken_card(self, support: Support, how: str) -> None:
        ticket_id = self.woken(support)
        if how == "answer":
            support.do(support.ada, answer(ticket_id))
        if how == "note":
            support.do(support.ada, note(ticket_id))
        if how == "move":
            support.do(support.ada, ask(ticket_id))

        assert support.level(ticket_id) == 0
        assert support.ticket(ticket_id).woken_at is None
        assert support.clock(ticket_id, "postponed") is None

    @pytest.mark.parametrize("how", ["place", "tag", "edit", "claim", "reply"])
    def test_nothing_else_touches_a_woken_card(self, support: Support, how: str) -> None:
        ticket_id = self.woken(support)
        woken_at = support.now
        if how == "place":
            support.do(support.ada, MoveTicket(ticket_id=ticket_id, place=Place()))
        if how == "tag":
            support.do(support.ada, ChangeTags(ticket_id=ticket_id, add=("labels",)))
        if how == "edit":
            support.do(support.ada, EditTicket(ticket_id=ticket_id, title="Blank labels"))
        if how == "claim":
            support.do(support.bo, ClaimTicket(ticket_id=ticket_id, from_owner_id=support.ada.id))
        if how == "reply":
            support.do(support.ada, reply(ticket_id))

        assert support.level(ticket_id) == 1
        assert support.ticket(ticket_id).woken_at == woken_at

    def woken(self, support: Support) -> str:
        ticket_id = support.in_status(K.POSTPONED)
        support.wait(DAY)
        support.do(SYSTEM, WakeTicket(ticket_id=ticket_id))
        return ticket_id

    @pytest.mark.parametrize("kind", [K.IN_DEVELOPMENT, K.WAITING_VENDOR])
    def test_clients_message_starts_in_progress_while_others_have_the_ticket(
        self, support: Support, kind: StatusKind
    ) -> None:
        """R10."""
        ticket_id = support.in_status(kind)
        support.wait(HOUR)
        support.do(support.ada, reply(ticket_id))

        assert support.ticket(ticket_id).status_id == kind.value
        assert support.dues(ticket_id) == (2 * HOUR, 4 * HOUR, 8 * HOUR)

    def test_second_message_makes_the_card_no_younger(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_DEVELOPMENT)
        support.do(support.ada, reply(ticket_id))
        support.wait(90 * MINUTE)
        support.do(support.ada, reply(ticket_id))

        assert support.dues(ticket_id)[0] == 30 * MINUTE

    def test_answer_ends_it_until_the_client_writes_again(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_DEVELOPMENT)
        support.do(support.ada, reply(ticket_id))
        support.wait(HOUR)
        support.do(support.ada, answer(ticket_id))
        assert support.dues(ticket_id)[0] == 8 * DAY - HOUR
        support.do(support.ada, reply(ticket_id))

        assert support.dues(ticket_id)[0] == 2 * HOUR

    def test_unanswered_message_ages_on_through_the_return(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_DEVELOPMENT)
        support.do(support.ada, reply(ticket_id))
        support.wait(HOUR)
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))

        assert support.dues(ticket_id)[0] == HOUR

    def test_unanswered_message_ages_on_from_development_to_a_vendor(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_DEVELOPMENT, owner=support.lea)
        support.do(support.lea, reply(ticket_id))
        support.wait(HOUR)
        support.do(support.lea, wait_for_vendor(ticket_id, support.now + DAY, reason="Theirs after all"))

        assert support.dues(ticket_id)[0] == HOUR

    def test_earliest_due_of_each_degree_counts(self, support: Support) -> None:
        """In development since yesterday with 20 h left at most; the message of now is stale in 8 h."""
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.do(support.ada, hand_over(ticket_id, support.now + HOUR))
        support.do(support.ada, reply(ticket_id))

        assert support.dues(ticket_id) == (48 * MINUTE, HOUR, 8 * HOUR)


class TestNothingMakesACardYounger:
    """C6: nudges, notes, edits, tags and places within the column."""

    @pytest.mark.parametrize("kind", [kind for kind in K if kind is not K.CLOSED])
    def test_what_is_no_answer_and_no_move_leaves_the_dues(self, support: Support, kind: StatusKind) -> None:
        ticket_id, other_id = support.in_status(kind), support.opened()
        before = support.ticket(ticket_id)
        for command in (
            note(ticket_id),
            ChangeTags(ticket_id=ticket_id, add=("labels",)),
            EditTicket(
                ticket_id=ticket_id, title="Blank labels", category="Printing", priority=Priority.URGENT
            ),
            MoveTicket(ticket_id=ticket_id, place=Place()),
            BlockTicket(ticket_id=ticket_id, reason="No spare part"),
            UnblockTicket(ticket_id=ticket_id),
            WatchTicket(ticket_id=ticket_id),
            LinkTickets(ticket_id=ticket_id, link_id=make_id(), target_id=other_id),
            AddAttachment(
                ticket_id=ticket_id,
                attachment_id=make_id(),
                file_name="label.png",
                size=10,
                media_type="image/png",
                sha256="0" * 64,
            ),
        ):
            support.wait(MINUTE)
            support.do(support.ada, command)
            after = support.ticket(ticket_id)
            assert (after.dues, unnoted(after), after.status_since) == (
                before.dues,
                unnoted(before),
                before.status_since,
            )

    def test_later_vendors_date_counts_only_for_the_degrees_not_yet_reached(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        support.wait(3 * DAY)
        assert support.level(ticket_id) == 1
        support.do(support.ada, EditTicket(ticket_id=ticket_id, expected_at=support.now + 10 * DAY))

        assert support.level(ticket_id) == 1
        assert support.dues(ticket_id) == (-DAY, 13 * DAY, 17 * DAY)

    def test_earlier_vendors_date_makes_the_card_older(self, support: Support) -> None:
        ticket_id = support.in_status(K.WAITING_VENDOR)
        support.do(support.ada, EditTicket(ticket_id=ticket_id, expected_at=support.now - 4 * DAY))

        assert support.level(ticket_id) == 2

    def test_new_date_of_the_developers_keeps_what_was_reached(self, support: Support) -> None:
        """R9: a new date needs a reason and keeps violations; the term still runs from the first hand-over."""
        ticket_id = support.in_status(K.IN_DEVELOPMENT)
        support.wait(9 * DAY)
        assert support.level(ticket_id) == 1
        edit = EditTicket(ticket_id=ticket_id, due_at=support.now + 11 * DAY, reason="Larger than thought")
        support.do(support.ada, edit)

        assert support.level(ticket_id) == 1
        assert support.dues(ticket_id) == (-DAY, 11 * DAY, 13 * DAY)

    def test_later_waking_counts_from_the_new_moment(self, support: Support) -> None:
        ticket_id = support.in_status(K.POSTPONED)
        support.do(support.ada, EditTicket(ticket_id=ticket_id, wake_at=support.now + 3 * DAY))

        assert support.dues(ticket_id)[0] == 3 * DAY


class TestWhoseMoment:
    """C1: the desk's own moment ages the card; what rules count is the server's; C7: an answer counts at its commit."""

    def test_offline_claim_counts_for_the_card_when_it_was_made(self, support: Support) -> None:
        ticket_id = support.opened()
        support.wait(4 * MINUTE)
        support.do(support.ada, ClaimTicket(ticket_id=ticket_id), at=support.now - 3 * MINUTE)

        assert support.dues(ticket_id)[0] == 2 * MINUTE
        assert support.ticket(ticket_id).status_since == support.now - 3 * MINUTE

    def test_offline_answer_counts_when_the_server_has_it(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.do(support.ada, answer(ticket_id), at=support.now - 50 * MINUTE)

        assert support.dues(ticket_id)[0] == 2 * HOUR
        assert support.ticket(ticket_id).answered_at == support.now

    def test_offline_question_counts_when_the_server_has_it(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.wait(HOUR)
        support.do(support.ada, ask(ticket_id), at=support.now - 50 * MINUTE)

        assert support.dues(ticket_id)[0] == DAY

    def test_time_on_a_card_never_runs_backward(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        started_at = support.now
        support.do(support.ada, wait_for_vendor(ticket_id, support.now + DAY), at=support.now - HOUR)

        assert support.ticket(ticket_id).status_since == started_at


class TestReopened:
    """C6 through Closed."""

    def test_all_clocks_stand_still_in_closed(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)

        assert all(clock.since is None for clock in support.ticket(ticket_id).clocks)

    def test_reopening_starts_in_progress(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        support.wait(DAY)
        support.do(support.ada, ReopenTicket(ticket_id=ticket_id))

        assert support.dues(ticket_id) == (2 * HOUR, 4 * HOUR, 8 * HOUR)


def test_asking_twice_begins_the_silence_anew(support: Support) -> None:
    """C6: our hand-written answer satisfies Waiting."""
    ticket_id = support.in_status(K.WAITING_CLIENT)
    support.wait(30 * HOUR)
    support.do(support.ada, AskClient(ticket_id=ticket_id, message_id=make_id(), question="And the model?"))

    assert support.dues(ticket_id)[0] == DAY


def test_waiting_for_another_date_of_the_vendor_is_no_move(support: Support) -> None:
    ticket_id = support.in_status(K.WAITING_VENDOR)
    since = support.ticket(ticket_id).status_since
    support.wait(HOUR)
    support.do(
        support.ada,
        WaitForVendor(
            ticket_id=ticket_id, vendor="Zebra", vendor_reference="RMA-77", expected_at=support.now + 2 * DAY
        ),
    )

    assert support.ticket(ticket_id).status_since == since
