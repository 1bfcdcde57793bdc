"""Undo and redo: one's own changes, as far as nobody has changed the same since."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kanbandesk.workflow.commands import (
    AcceptSolution,
    AddAttachment,
    AddNote,
    AnswerClient,
    AssignTicket,
    BlockTicket,
    ChangeTags,
    ClaimTicket,
    CloseTicket,
    Command,
    CreateTicket,
    EditTicket,
    ImportedTicket,
    ImportTickets,
    LinkTickets,
    LogCall,
    MergeTickets,
    MoveTicket,
    OnTicket,
    Place,
    PostponeTicket,
    ReceiveReply,
    RejectSolution,
    ReleaseTicket,
    ReopenTicket,
    ResumeTicket,
    SaveCalendar,
    SaveClient,
    StartTicket,
    UnblockTicket,
    UndoChange,
    UnlinkTickets,
    WatchTicket,
)
from kanbandesk.workflow.events import ChangeUndone, Fact, NormBroken, RecordImported, StatusChanged
from kanbandesk.workflow.handlers import is_undoable
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.records import Notification, Violation
from kanbandesk.workflow.statuses import DAY, HOUR, ClosingReason, StatusKind
from kanbandesk.workflow.tickets import Attachment, Link, LinkKind, Ticket
from tests.factories.support import Support, ask, hand_over, propose, wait_for_vendor
from tests.factories.workflow import OFFICE_HOURS, make_client, make_event, make_id, make_ticket

K = StatusKind

REVERSIBLE: dict[str, tuple[StatusKind, Callable[[Support, str], OnTicket]]] = {
    "claim": (K.NEW, lambda s, t: ClaimTicket(ticket_id=t)),
    "take over": (K.IN_PROGRESS, lambda s, t: ClaimTicket(ticket_id=t, from_owner_id=s.bo.id)),
    "assign": (K.NEW, lambda s, t: AssignTicket(ticket_id=t, agent_id=s.bo.id)),
    "release": (K.ASSIGNED, lambda s, t: ReleaseTicket(ticket_id=t)),
    "start": (K.NEW, lambda s, t: StartTicket(ticket_id=t, urgency_case="fault")),
    "resume": (K.WAITING_CLIENT, lambda s, t: ResumeTicket(ticket_id=t)),
    "withdraw a proposal": (K.SOLVED, lambda s, t: ResumeTicket(ticket_id=t)),
    "wait for a vendor": (K.IN_PROGRESS, lambda s, t: wait_for_vendor(t, s.now + DAY)),
    "another date of the vendor": (K.WAITING_VENDOR, lambda s, t: wait_for_vendor(t, s.now + 2 * DAY)),
    "postpone": (
        K.IN_PROGRESS,
        lambda s, t: PostponeTicket(ticket_id=t, wake_at=s.now + DAY, is_client_told=True),
    ),
    "hand over": (K.IN_PROGRESS, lambda s, t: hand_over(t, s.now + 5 * DAY)),
    "reopen": (K.CLOSED, lambda s, t: ReopenTicket(ticket_id=t)),
    "move": (K.IN_PROGRESS, lambda s, t: MoveTicket(ticket_id=t, place=Place(after=s.below))),
    "edit": (
        K.IN_PROGRESS,
        lambda s, t: EditTicket(ticket_id=t, title="Other", urgency_case="fault", line_id="second"),
    ),
    "tag": (K.IN_PROGRESS, lambda s, t: ChangeTags(ticket_id=t, add=("a", "b"))),
    "block": (K.IN_PROGRESS, lambda s, t: BlockTicket(ticket_id=t, reason="Part")),
    "watch": (K.IN_PROGRESS, lambda s, t: WatchTicket(ticket_id=t)),
    "link": (K.IN_PROGRESS, lambda s, t: LinkTickets(ticket_id=t, target_id=s.below, link_id=make_id())),
    "attach": (
        K.IN_PROGRESS,
        lambda s, t: AddAttachment(
            ticket_id=t,
            attachment_id=make_id(),
            file_name="a.png",
            size=1,
            media_type="image/png",
            sha256="0" * 64,
        ),
    ),
}


@pytest.fixture
def support() -> Support:
    """A desk with a ticket below the others in In progress."""
    desk = Support()
    desk.below = desk.in_status(K.IN_PROGRESS)
    return desk


def undo(support: Support, uid: str, who: Agent | None = None) -> str:
    return support.do(who or support.ada, UndoChange(uid=uid))


def state(support: Support) -> dict[object, object]:
    """Return all that is put back: not revisions, which always rise, nor what was noted and told meanwhile."""
    return {
        key: _of_ticket(entity) if isinstance(entity, Ticket) else entity
        for key, entity in support.ledger.entities.items()
        if not isinstance(entity, (Violation, Notification))
    }


def _of_ticket(ticket: Ticket) -> Ticket:
    clocks = tuple(replace(clock, noted=0, is_told=False, reached=()) for clock in ticket.clocks)
    return replace(ticket, revision=0, timer_at=None, clocks=clocks)


@pytest.mark.parametrize("name", list(REVERSIBLE))
class TestThereAndBack:
    """Every reversible command."""

    def done(self, support: Support, name: str) -> tuple[str, dict[object, object], dict[object, object]]:
        kind, make = REVERSIBLE[name]
        ticket_id = support.in_status(kind, owner=support.bo if name == "take over" else support.ada)
        support.wait(HOUR // 3)
        before = state(support)
        uid = support.do(support.ada, make(support, ticket_id))
        after = state(support)
        assert after != before
        return uid, before, after

    def test_undo_gives_the_exact_tickets_back(self, support: Support, name: str) -> None:
        uid, before, _ = self.done(support, name)
        support.wait(HOUR // 3)
        undo(support, uid)

        assert state(support) == before

    def test_redo_is_the_undo_of_the_undo(self, support: Support, name: str) -> None:
        uid, before, after = self.done(support, name)
        undone = undo(support, uid)
        redone = undo(support, undone)
        assert state(support) == after
        undo(support, redone)
        assert state(support) == before

    def test_it_is_undone_once(self, support: Support, name: str) -> None:
        uid, _, _ = self.done(support, name)
        undo(support, uid)

        assert support.refused(support.ada, UndoChange(uid=uid)).code in ("changed_since", "not_found")

    def test_nobody_else_undoes_it(self, support: Support, name: str) -> None:
        uid, _, _ = self.done(support, name)
        assert support.refused(support.bo, UndoChange(uid=uid)).code == "not_your_change"

    def test_it_is_offered(self, support: Support, name: str) -> None:
        kind, make = REVERSIBLE[name]
        assert is_undoable(make(support, support.in_status(kind)))


class TestTimers:
    """What the system has noted since stands in no way, and stays."""

    def test_a_claim_is_taken_back_after_its_norm_was_noted(self, support: Support) -> None:
        ticket_id = support.in_status(K.NEW)
        uid = support.do(support.ada, ClaimTicket(ticket_id=ticket_id))
        ticket = support.ticket(ticket_id)
        noted = tuple(replace(clock, noted=1, is_told=True) for clock in ticket.clocks)
        support.ledger.entities[Ticket, ticket_id] = replace(ticket, clocks=noted)
        undo(support, uid)
        assert support.ticket(ticket_id).owner_id == ""

    @pytest.mark.parametrize(("since", "after"), [(5, None), (7, 7)], ids=["untouched", "alarmed again"])
    def test_what_the_timers_noted_is_put_back_unless_they_noted_more(
        self, support: Support, since: int, after: int | None
    ) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(support.ada, EditTicket(ticket_id=ticket_id, title="Better"))
        (event,) = (one for one in support.ledger.events if one.mutation_id == uid)
        with_alarm = replace(event, changes=(*event.changes, ("alarm_at", "null", "5")))
        support.ledger.events[support.ledger.events.index(event)] = with_alarm
        support.ledger.entities[Ticket, ticket_id] = replace(support.ticket(ticket_id), alarm_at=since)
        undo(support, uid)
        assert support.ticket(ticket_id).alarm_at == after


class TestCreation:
    """A ticket opened by mistake."""

    def opened(self, support: Support) -> tuple[str, str]:
        command = CreateTicket(
            ticket_id=make_id(),
            title="Oops",
            text="Hello",
            message_id=make_id(),
            requester_id=support.iver.id,
        )
        return command.ticket_id, support.do(support.ada, command)

    def test_it_goes_and_comes_again_with_its_message(self, support: Support) -> None:
        ticket_id, uid = self.opened(support)
        ticket = support.ticket(ticket_id)
        undone = undo(support, uid)
        assert ticket not in support.ledger.all(Ticket)
        (fact,) = support.facts(undone)
        assert isinstance(fact, ChangeUndone)
        assert '"revision"' not in fact.removed  # each store counts its own
        undo(support, undone)

        assert replace(support.ticket(ticket_id), revision=0) == replace(ticket, revision=0)
        assert len(support.messages(ticket_id)) == 1

    def test_it_comes_again_only_once(self, support: Support) -> None:
        ticket_id, uid = self.opened(support)
        undone = undo(support, uid)
        undo(support, undone)
        support.do(support.bo, ClaimTicket(ticket_id=ticket_id))

        assert support.refused(support.ada, UndoChange(uid=undone)).code == "changed_since"
        assert support.ticket(ticket_id).owner_id == support.bo.id

    def test_it_stays_once_something_has_happened_to_it(self, support: Support) -> None:
        ticket_id, uid = self.opened(support)
        support.do(support.bo, ClaimTicket(ticket_id=ticket_id))

        refusal = support.refused(support.ada, UndoChange(uid=uid))
        assert str(refusal) == f"changed_since(field='', who='Bo Strand', who_id='{support.bo.id}')"

    def test_what_was_undone_has_not_happened(self, support: Support) -> None:
        ticket_id, uid = self.opened(support)
        claimed = support.do(support.ada, ClaimTicket(ticket_id=ticket_id))
        undo(support, claimed)
        undo(support, uid)

        assert all(ticket.id != ticket_id for ticket in support.ledger.all(Ticket))

    def test_nothing_older_is_undone_on_a_ticket_that_went(self, support: Support) -> None:
        ticket_id, uid = self.opened(support)
        tagged = support.do(support.ada, ChangeTags(ticket_id=ticket_id, add=("a",)))
        undo(support, tagged)
        undo(support, uid)

        assert support.refused(support.ada, UndoChange(uid=tagged)).code == "not_found"


class TestOthersChanges:
    """Fields that somebody changed since."""

    def test_field_changed_since_is_refused_with_who(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(support.ada, EditTicket(ticket_id=ticket_id, title="Mine"))
        support.do(support.bo, EditTicket(ticket_id=ticket_id, title="Theirs"))
        support.do(support.lea, EditTicket(ticket_id=ticket_id, category="Printing"))

        refusal = support.refused(support.ada, UndoChange(uid=uid))
        assert str(refusal) == f"changed_since(field='title', who='Bo Strand', who_id='{support.bo.id}')"

    def test_other_fields_do_not_matter(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        title = support.ticket(ticket_id).title
        uid = support.do(support.ada, EditTicket(ticket_id=ticket_id, title="Mine"))
        support.do(support.bo, EditTicket(ticket_id=ticket_id, category="Printing"))
        support.do(support.bo, AddNote(ticket_id=ticket_id, message_id=make_id(), text="Hm"))
        undo(support, uid)

        assert (support.ticket(ticket_id).title, support.ticket(ticket_id).category) == (title, "Printing")

    def test_field_changed_back_since_may_be_undone(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        title = support.ticket(ticket_id).title
        uid = support.do(support.ada, EditTicket(ticket_id=ticket_id, title="Mine"))
        other = support.do(support.bo, EditTicket(ticket_id=ticket_id, title="Theirs"))
        undo(support, other, support.bo)
        undo(support, uid)

        assert support.ticket(ticket_id).title == title

    def test_ones_own_later_change_counts_too(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(support.ada, wait_for_vendor(ticket_id, support.now + DAY))
        support.do(support.ada, ResumeTicket(ticket_id=ticket_id))

        assert support.refused(support.ada, UndoChange(uid=uid)).params["who"] == "Ada Berg"

    def test_tags_and_watchers_merge(self, support: Support) -> None:
        ticket_id = support.opened(tags=("old", "kept"))
        uid = support.do(support.ada, ChangeTags(ticket_id=ticket_id, add=("mine",), remove=("old",)))
        support.do(support.bo, ChangeTags(ticket_id=ticket_id, add=("theirs",), remove=("kept",)))
        undone = undo(support, uid)
        assert support.ticket(ticket_id).tags == ("theirs", "old")
        undo(support, undone)
        assert set(support.ticket(ticket_id).tags) == {"theirs", "mine"}

    def test_tags_go_back_to_their_order(self, support: Support) -> None:
        ticket_id = support.opened(tags=("old", "kept"))
        undo(support, support.do(support.ada, ChangeTags(ticket_id=ticket_id, remove=("old",))))

        assert support.ticket(ticket_id).tags == ("old", "kept")

    def test_dues_follow_hours_that_changed_since(self) -> None:
        """C3: the clocks are those of before, the hours are those of now."""
        support = Support(OFFICE_HOURS)
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(support.ada, wait_for_vendor(ticket_id, support.now + DAY))
        closed_today = replace(OFFICE_HOURS, holidays=("2026-03-17", "2026-03-18"))
        support.do(support.admin, SaveCalendar(calendar=closed_today))
        undo(support, uid)

        assert support.dues(ticket_id)[0] == 2 * DAY + HOUR  # Thursday 8:00 UTC and two hours

    def test_counts_merge(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        attach = REVERSIBLE["attach"][1]
        uid = support.do(support.ada, attach(support, ticket_id))
        support.do(support.bo, attach(support, ticket_id))
        undo(support, uid)

        assert support.ticket(ticket_id).attachment_count == len(support.ledger.all(Attachment)) == 1

    def test_card_moved_on_within_its_new_column_still_goes_back(self, support: Support) -> None:
        ticket_id = support.in_status(K.ASSIGNED)
        rank = support.ticket(ticket_id).rank
        uid = support.do(support.ada, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))
        support.do(support.bo, MoveTicket(ticket_id=ticket_id, place=Place(after=support.below)))
        undo(support, uid)

        assert (support.ticket(ticket_id).status_id, support.ticket(ticket_id).rank) == ("assigned", rank)

    def test_card_moved_again_within_its_column_does_not(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        support.in_status(K.IN_PROGRESS)
        uid = support.do(support.ada, MoveTicket(ticket_id=ticket_id, place=Place(after=support.below)))
        support.do(support.bo, MoveTicket(ticket_id=ticket_id, place=Place()))

        assert support.refused(support.ada, UndoChange(uid=uid)).params["field"] == "rank"

    def test_clients_message_in_between_keeps_its_clock(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(support.ada, hand_over(ticket_id, support.now + DAY))
        support.do(support.tor, ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="And?"))

        assert support.refused(support.ada, UndoChange(uid=uid)).params["field"] == "clocks"

    def test_dues_are_reckoned_anew_when_other_clocks_ran_since(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        uid = support.do(support.ada, BlockTicket(ticket_id=ticket_id, reason="Part"))
        support.do(support.ada, AnswerClient(ticket_id=ticket_id, message_id=make_id(), text="Soon"))
        dues = support.ticket(ticket_id).dues
        undo(support, uid)

        assert support.ticket(ticket_id).dues == dues


class TestToldToTheClient:
    """What has been said cannot be taken back."""

    @pytest.mark.parametrize(
        ("kind", "make", "code"),
        [
            (K.IN_PROGRESS, ask, "told_to_client"),
            (K.IN_PROGRESS, propose, "told_to_client"),
            (
                K.IN_PROGRESS,
                lambda t: AnswerClient(ticket_id=t, message_id=make_id(), text="Hi"),
                "told_to_client",
            ),
            (
                K.IN_PROGRESS,
                lambda t: LogCall(ticket_id=t, message_id=make_id(), text="Hi"),
                "told_to_client",
            ),
            (
                K.IN_PROGRESS,
                lambda t: CloseTicket(ticket_id=t, closing_reason=ClosingReason.SPAM),
                "told_to_client",
            ),
            (K.SOLVED, lambda t: AcceptSolution(ticket_id=t), "told_to_client"),
            (K.SOLVED, lambda t: RejectSolution(ticket_id=t), "told_to_client"),
            (
                K.WAITING_CLIENT,
                lambda t: ReceiveReply(ticket_id=t, message_id=make_id(), text="Hi"),
                "told_to_client",
            ),
            (
                K.IN_PROGRESS,
                lambda t: ReceiveReply(ticket_id=t, message_id=make_id(), text="Hi"),
                "cannot_undo",
            ),
            (K.IN_PROGRESS, lambda t: AddNote(ticket_id=t, message_id=make_id(), text="Hi"), "cannot_undo"),
        ],
    )
    def test_it_stays(
        self, support: Support, kind: StatusKind, make: Callable[[str], Command], code: str
    ) -> None:
        command = make(support.in_status(kind))
        uid = support.do(support.ada, command)

        assert support.refused(support.ada, UndoChange(uid=uid)).code == code
        assert not is_undoable(command)

    def test_follow_up_ticket_stays(self, support: Support) -> None:
        ticket_id = support.in_status(K.CLOSED)
        support.wait(20 * DAY)
        uid = support.do(support.ada, ReceiveReply(ticket_id=ticket_id, message_id=make_id(), text="Hi"))

        assert support.refused(support.ada, UndoChange(uid=uid)).code == "cannot_undo"

    def test_merge_stays(self, support: Support) -> None:
        one, other = support.opened(), support.opened()
        uid = support.do(support.ada, MergeTickets(ticket_id=one, target_id=other))

        assert support.refused(support.ada, UndoChange(uid=uid)).code in ("told_to_client", "cannot_undo")

    @pytest.mark.parametrize(
        "fact", [RecordImported(status_id="new"), StatusChanged(before="new", after="assigned")]
    )
    def test_import_stays(self, support: Support, fact: Fact) -> None:
        uid = make_id()
        event = make_event(fact, mutation_id=uid, actor_id=support.admin.id, at=support.now)
        ticket = make_ticket(number=None, source_key="a:1")
        command = ImportTickets(tickets=(ImportedTicket(ticket=ticket, events=(event,)),))
        support.do(support.admin, command, uid=uid)

        assert support.refused(support.admin, UndoChange(uid=uid)).code == "cannot_undo"
        assert not is_undoable(command)

    def test_handed_over_description_stays_said(self, support: Support) -> None:
        ticket_id = support.in_status(K.IN_PROGRESS)
        command = hand_over(ticket_id, support.now + DAY, description="Blank since 4.2", message_id=make_id())
        uid = support.do(support.ada, command)
        undone = undo(support, uid)
        assert support.ticket(ticket_id).status_id == "in_progress"
        assert support.ticket(ticket_id).message_count == len(support.messages(ticket_id)) == 1
        undo(support, undone)
        assert support.ticket(ticket_id).message_count == 1


class TestLinks:
    """Ties go and come with the change that made or unmade them."""

    def test_undone_unlinking_ties_them_again(self, support: Support) -> None:
        one, other = support.opened(), support.opened()
        link_id = make_id()
        support.do(
            support.ada, LinkTickets(ticket_id=one, target_id=other, link_id=link_id, kind=LinkKind.BLOCKS)
        )
        (link,) = support.ledger.all(Link)
        uid = support.do(support.ada, UnlinkTickets(ticket_id=other, link_id=link_id))
        undone = undo(support, uid)

        assert support.ledger.all(Link) == [link]
        assert (support.ticket(one).link_count, support.ticket(other).link_count) == (1, 1)
        undo(support, undone)
        assert support.ledger.all(Link) == []

    def test_both_tickets_tell_the_undo(self, support: Support) -> None:
        one, other = support.opened(), support.opened()
        uid = support.do(support.ada, LinkTickets(ticket_id=one, target_id=other, link_id=make_id()))
        undone = undo(support, uid)

        told = [event.ticket_id for event in support.ledger.events if event.mutation_id == undone]
        assert told == [one, other]
        assert set(support.facts(undone)) == {ChangeUndone(undone_mutation_id=uid)}

    def test_what_is_undone_for_the_second_time_has_no_redo_to_undo(self, support: Support) -> None:
        """Done, undone and redone, a change can be taken back by its own name too, and the redo with it."""
        one, other = support.opened(), support.opened()
        uid = support.do(support.ada, LinkTickets(ticket_id=one, target_id=other, link_id=make_id()))
        redone = undo(support, undo(support, uid))
        undone = undo(support, uid)
        assert support.refused(support.ada, UndoChange(uid=redone)).code == "changed_since"
        assert support.ledger.all(Link) == []
        undo(support, undone)
        assert (support.ticket(one).link_count, len(support.ledger.all(Link))) == (1, 1)

    def test_redone_after_a_norm_was_reached_in_between(self, support: Support) -> None:
        """What the undo told of norms (R13) makes it no other change: an undo of it does again what it took back."""
        one, other = support.opened(), support.opened()
        uid = support.do(support.ada, LinkTickets(ticket_id=one, target_id=other, link_id=make_id()))
        links = support.ledger.all(Link)
        support.wait(HOUR)
        undone = undo(support, uid)
        assert any(isinstance(fact, NormBroken) for fact in support.facts(undone))
        redone = undo(support, undone)
        assert support.ledger.all(Link) == links
        undo(support, redone)
        assert support.ledger.all(Link) == []


def test_unknown_mutation_is_not_found(support: Support) -> None:
    uid = make_id()
    assert str(support.refused(support.ada, UndoChange(uid=uid))) == f"not_found(kind='mutation', id='{uid}')"


def test_change_without_an_event_cannot_be_found(support: Support) -> None:
    command = SaveClient(client=make_client())
    uid = support.do(support.ada, command)

    assert support.refused(support.ada, UndoChange(uid=uid)).code == "not_found"
    assert not is_undoable(command)


def test_undo_itself_can_be_undone() -> None:
    assert is_undoable(UndoChange(uid="1"))


def test_undone_unblocking_blocks_again(support: Support) -> None:
    ticket_id = support.in_status(K.IN_PROGRESS)
    support.do(support.ada, BlockTicket(ticket_id=ticket_id, reason="Part"))
    uid = support.do(support.ada, UnblockTicket(ticket_id=ticket_id))
    undo(support, uid)

    assert support.ticket(ticket_id).blocked_reason == "Part"
