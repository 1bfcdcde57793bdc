"""What every `Desk` promises the window (architecture.md, "The port"); each implementation runs all of it.

A test class derives from `DeskContract` and brings two fixtures: `desk`, over an empty workspace in which its person
is an agent of all lines and an administrator, and `reopen`, which closes the desk and returns the same one anew.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from kanbandesk.ui.bridge import Desk
from kanbandesk.workflow.boards import SavedView
from kanbandesk.workflow.cards import BoardSnapshot, Card, Changes, Draft, Receipt, TicketDetail
from kanbandesk.workflow.clients import Client, Contact, standing_for
from kanbandesk.workflow.commands import (
    AddAddress,
    AddNote,
    AnswerClient,
    AnswerTask,
    ChangeTags,
    ClaimTicket,
    CloseTicket,
    Command,
    CreateTicket,
    HandToDevelopment,
    LinkTickets,
    MergeContacts,
    MoveTicket,
    Place,
    PostponeTicket,
    ProposeSolution,
    ReadNotifications,
    ReopenTicket,
    SaveClient,
    SaveContact,
    SaveLine,
    SaveProcess,
    SaveView,
    StartTicket,
    UndoChange,
)
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.events import SettingChanged
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.process import default_process
from kanbandesk.workflow.records import NoticeKind, Task, TaskKind
from kanbandesk.workflow.statuses import DAY, SECOND, ClosingReason
from tests.conftest import ExpectedLog

T = TypeVar("T")
Reopen = Callable[[], Desk]
PATIENCE = 60  # seconds: a wait that long has failed


def result(future: Future[T]) -> T:
    """Return what a future brings."""
    return future.result(PATIENCE)


def done(desk: Desk, command: Command) -> Receipt:
    """Submit a command that must be applied, and wait until a server, where there is one, has decided it."""
    receipt = result(desk.submit(command))
    assert receipt.is_applied, receipt
    if desk.team is not None:
        result(desk.team.settled())
    return receipt


def new_ticket(desk: Desk, title: str = "Blank labels", text: str = "") -> str:
    """Open a ticket and return its id."""
    ticket_id = new_id()
    done(desk, CreateTicket(ticket_id=ticket_id, title=title, text=text, message_id=new_id()))
    return ticket_id


def cards(desk: Desk) -> dict[str, Card]:
    """Return the board's cards by id."""
    return {card.id: card for card in result(desk.board()).cards}


def note(ticket_id: str, text: str = "seen") -> AddNote:
    """Return a note, which any agent may write."""
    return AddNote(ticket_id=ticket_id, message_id=new_id(), text=text)


def called_back(desk: Desk) -> str:
    """Return a closed ticket whose requester is to be called (R11f), as every one's is from now on."""
    board = result(desk.board())
    always = replace(board.process, call_back_percent=100, call_back_after=0)
    done(desk, SaveProcess(process=always))
    contact, ticket_id = Contact(id=new_id(), name="Ola Hansen"), new_id()
    done(desk, SaveContact(contact=contact))
    done(desk, CreateTicket(ticket_id=ticket_id, title="Blank labels", requester_id=contact.id))
    done(desk, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))
    done(desk, ProposeSolution(ticket_id=ticket_id, message_id=new_id(), problem="Blank", done="Cable"))
    done(desk, CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SOLVED))
    return ticket_id


def call_of(desk: Desk, ticket_id: str) -> Task:
    """Return the task to call a ticket's requester, which is open on the board."""
    tasks = [task for task in result(desk.board()).tasks if task.ticket_id == ticket_id]
    return next(task for task in tasks if task.kind is TaskKind.CALL_BACK)


def woken_soon(desk: Desk) -> str:
    """Return a ticket of the desk's person that is about to be woken."""
    ticket_id = new_ticket(desk)
    done(desk, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))
    done(desk, PostponeTicket(ticket_id=ticket_id, wake_at=desk.now() + 2 * SECOND))
    return ticket_id


class Watcher:
    """Remembers the changes of a desk and waits for one."""

    def __init__(self, desk: Desk) -> None:
        self.seen: list[Changes] = []
        self._came = threading.Condition()
        self.stop = desk.subscribe(self._take)

    def _take(self, changes: Changes) -> None:
        with self._came:
            self.seen.append(changes)
            self._came.notify_all()

    def wait_for(self, wanted: Callable[[Changes], bool]) -> Changes:
        """Return the first batch that is wanted, waiting for it if need be."""
        with self._came:
            assert self._came.wait_for(lambda: any(wanted(one) for one in self.seen), PATIENCE)
            return next(one for one in self.seen if wanted(one))


class DeskContract:
    """The suite."""

    # -- commands ---------------------------------------------------------------------------------------------

    def test_a_new_workspace_shows_an_empty_board(self, desk: Desk) -> None:
        board = result(desk.board())
        assert board.cards == []
        assert board.me in board.agents
        assert board.boards[0].columns

    def test_a_command_that_is_applied_is_on_the_board_and_in_the_ticket(self, desk: Desk) -> None:
        ticket_id = new_ticket(desk, "Blank labels", "Since this morning")
        card = cards(desk)[ticket_id]
        detail: TicketDetail = result(desk.ticket(ticket_id))
        assert (card.title, card.status_id, card.is_pending) == ("Blank labels", "new", False)
        assert card.number == detail.ticket.number == 1
        assert [message.body for message in detail.messages] == ["Since this morning"]
        assert detail.events[0].actor_id == result(desk.board()).me.id

    def test_a_receipt_names_its_command(self, desk: Desk) -> None:
        uid = new_id()
        receipt = result(desk.submit(CreateTicket(ticket_id=new_id(), title="Blank labels"), uid))
        assert (receipt.uid, receipt.is_applied, receipt.code) == (uid, True, "")

    def test_a_refused_command_changes_nothing_and_says_why(self, desk: Desk) -> None:
        ticket_id = new_ticket(desk)
        before = result(desk.ticket(ticket_id))
        receipt = result(desk.submit(StartTicket(ticket_id=ticket_id)))  # In progress demands case and class
        assert not receipt.is_applied
        assert receipt.code == "demanded"
        assert dict(receipt.params)["demand"]
        assert not receipt.is_undoable
        assert result(desk.ticket(ticket_id)) == before

    def test_a_client_is_not_written_to_from_a_sub_task(self, desk: Desk) -> None:
        """R9; there is no such way in the window, but a command is all that a peer needs."""
        ticket_id, subtask_id = new_ticket(desk), new_id()
        done(desk, StartTicket(ticket_id=ticket_id, urgency_case="how_to"))
        hand_over = HandToDevelopment(
            ticket_id=ticket_id,
            tracker_key="LAB-12",
            due_at=desk.now() + DAY,
            description="Blank since 4.2",
            options="Roll back",
            message_id=new_id(),
            subtask_id=subtask_id,
        )
        done(desk, hand_over)
        answer = AnswerClient(ticket_id=subtask_id, message_id=new_id(), text="Soon")
        receipt = result(desk.submit(answer))
        assert (receipt.code, dict(receipt.params)) == ("no_client", {"parent_id": ticket_id})
        done(desk, replace(answer, ticket_id=ticket_id))

    def test_a_command_about_an_unknown_ticket_is_refused(self, desk: Desk) -> None:
        receipt = result(desk.submit(note(new_id())))
        assert (receipt.is_applied, receipt.code) == (False, "not_found")

    def test_a_command_without_effect_is_no_error(self, desk: Desk) -> None:
        ticket_id = new_ticket(desk)
        assert result(desk.submit(ChangeTags(ticket_id=ticket_id))).is_applied in (True, False)

    def test_only_what_can_be_taken_back_is_undoable(self, desk: Desk) -> None:
        ticket_id = new_ticket(desk)
        assert done(desk, ChangeTags(ticket_id=ticket_id, add=("vip",))).is_undoable
        assert not done(desk, note(ticket_id)).is_undoable

    def test_settings_are_not_offered_to_be_taken_back(self, desk: Desk) -> None:
        """What says that it can be undone is not refused when it is."""
        line = Line(id=new_id(), name="Night", position=9)
        receipt = done(desk, SaveLine(line=line))
        assert not receipt.is_undoable
        assert not result(desk.submit(UndoChange(uid=receipt.uid))).is_applied

    def test_an_undo_can_itself_be_taken_back(self, desk: Desk) -> None:
        ticket_id = new_ticket(desk)
        tagged = done(desk, ChangeTags(ticket_id=ticket_id, add=("vip",)))
        assert done(desk, UndoChange(uid=tagged.uid)).is_undoable

    def test_ones_own_change_can_be_undone(self, desk: Desk) -> None:
        ticket_id = new_ticket(desk)
        receipt = done(desk, ChangeTags(ticket_id=ticket_id, add=("vip",)))
        done(desk, UndoChange(uid=receipt.uid))
        assert cards(desk)[ticket_id].tags == ()

    def test_the_same_uid_is_done_once_and_answered_twice(self, desk: Desk) -> None:
        ticket_id, uid = new_ticket(desk), new_id()
        first = result(desk.submit(note(ticket_id, "once"), uid))
        second = result(desk.submit(note(ticket_id, "twice"), uid))
        assert first == second
        assert [message.body for message in result(desk.ticket(ticket_id)).messages] == ["once"]

    def test_a_refused_uid_stays_refused(self, desk: Desk) -> None:
        ticket_id, uid = new_id(), new_id()
        first = result(desk.submit(note(ticket_id), uid))
        done(desk, CreateTicket(ticket_id=ticket_id, title="Too late"))
        assert result(desk.submit(note(ticket_id), uid)) == first

    def test_receipts_come_in_the_order_of_the_commands(self, desk: Desk) -> None:
        ticket_id = new_ticket(desk)
        order: list[str] = []
        futures = [desk.submit(note(ticket_id, str(number))) for number in range(150)]
        for future in futures:
            future.add_done_callback(lambda done: order.append(done.result().uid))
        uids = [result(future).uid for future in futures]
        result(desk.submit(note(ticket_id, "last")))
        assert sorted(order) == sorted(uids)
        bodies = [message.body for message in result(desk.ticket(ticket_id)).messages]
        assert bodies == [*map(str, range(150)), "last"]

    # -- reading ----------------------------------------------------------------------------------------------

    def test_a_ticket_that_is_not_there_raises_not_found(self, desk: Desk) -> None:
        with pytest.raises(NotFound):
            result(desk.ticket(new_id()))

    def test_linked_tickets_come_with_their_cards(self, desk: Desk) -> None:
        one, other = new_ticket(desk, "One"), new_ticket(desk, "Other")
        done(desk, LinkTickets(ticket_id=one, target_id=other, link_id=new_id()))
        assert [card.title for card in result(desk.ticket(one)).linked] == ["Other"]
        assert [card.title for card in result(desk.ticket(other)).linked] == ["One"]

    def test_words_are_found_in_titles_numbers_and_messages(self, desk: Desk) -> None:
        first = new_ticket(desk, "Blank labels", "Этикетки пустые")
        second = new_ticket(desk, "Cash drawer", "It does not open")
        assert result(desk.search("LABEL")) == (first,)
        assert result(desk.search("этикет")) == (first,)
        assert result(desk.search("2")) == (second,)
        assert result(desk.search("drawer open")) == (second,)
        assert result(desk.search("drawer labels")) == ()
        assert result(desk.search("")) == ()

    def test_contacts_are_found_by_any_of_their_ways(self, desk: Desk) -> None:
        iver = Contact(id=new_id(), name="Iver Dahl", mail="iver@nordlys.example", phone="+4722000000")
        olga = Contact(id=new_id(), name="Ольга Ёлкина", chat="@olga")
        for contact in (iver, olga):
            done(desk, SaveContact(contact=contact))
        for text in ("DAHL", "nordlys iver", "2200"):
            assert result(desk.contacts(text)) == (iver,)
        for text in ("ёлкина", "ОЛЬГА", "@olga"):
            assert result(desk.contacts(text)) == (olga,)
        for text in ("", "dahl ольга", "%"):
            assert result(desk.contacts(text)) == ()

    def test_a_contact_is_found_by_a_further_address_and_once(self, desk: Desk) -> None:
        iver = Contact(id=new_id(), name="Iver Dahl", mail="iver@nordlys.example")
        anna = Contact(id=new_id(), name="Anna Moe", mail="anna@nordlys.example")
        for contact in (iver, anna):
            done(desk, SaveContact(contact=contact))
        address_id = new_id()
        done(desk, AddAddress(contact_id=iver.id, new_address_id=address_id, mail="dahl@home.example"))
        for text in ("home.example", "dahl", "iver"):
            assert result(desk.contacts(text)) == (iver,)
        (address,) = result(desk.contacts_of(standing_for(iver.id)))
        assert (address.id, address.mail, address.stands_for) == (address_id, "dahl@home.example", iver.id)

        done(desk, MergeContacts(contact_id=iver.id, target_id=anna.id))
        for text in ("home.example", "iver@nordlys", "anna"):
            assert result(desk.contacts(text)) == (anna,)

    def test_at_most_twenty_contacts_come_by_name(self, desk: Desk) -> None:
        for number in range(25):
            done(desk, SaveContact(contact=Contact(id=new_id(), name=f"Person {24 - number:02}")))
        assert [contact.name for contact in result(desk.contacts("person"))] == [
            f"Person {n:02}" for n in range(20)
        ]

    def test_a_clients_contacts_are_read_together(self, desk: Desk) -> None:
        hotel = Client(id=new_id(), name="Fjord Hotel")
        iver = Contact(id=new_id(), name="Iver Dahl", client_id=hotel.id)
        anna = Contact(id=new_id(), name="Anna Moe", client_id=hotel.id)
        done(desk, SaveClient(client=hotel))
        for contact in (iver, anna, Contact(id=new_id(), name="Somebody else")):
            done(desk, SaveContact(contact=contact))
        assert result(desk.contacts_of(hotel.id)) == (anna, iver)

    def test_the_clock_stands_on_the_board_too(self, desk: Desk) -> None:
        before = desk.now()
        assert before <= result(desk.board()).now <= desk.now()

    # -- changes ----------------------------------------------------------------------------------------------

    def test_changes_bring_the_card_as_it_is_now(self, desk: Desk) -> None:
        watcher = Watcher(desk)
        ticket_id = new_ticket(desk)
        done(desk, ClaimTicket(ticket_id=ticket_id))
        me = result(desk.board()).me.id
        changes = watcher.wait_for(lambda one: any(card.owner_id == me for card in one.cards))
        assert [(card.id, card.status_id) for card in changes.cards] == [(ticket_id, "assigned")]
        assert changes.settings is None

    def test_the_order_of_cards_is_told(self, desk: Desk) -> None:
        lower, upper = new_ticket(desk, "lower"), new_ticket(desk, "upper")
        watcher = Watcher(desk)
        done(desk, MoveTicket(ticket_id=upper, place=Place(after=lower)))
        watcher.wait_for(lambda one: bool(one.cards))
        board = sorted(cards(desk).values(), key=lambda card: (card.rank, card.id))
        assert [card.title for card in board] == ["lower", "upper"]

    def test_a_closed_ticket_leaves_the_board_and_comes_back_when_reopened(self, desk: Desk) -> None:
        ticket_id = new_ticket(desk)
        watcher = Watcher(desk)
        done(desk, CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SPAM))
        assert watcher.wait_for(lambda one: ticket_id in one.removed).cards == ()
        assert cards(desk) == {}
        assert result(desk.board()).closed_count == 1
        assert result(desk.ticket(ticket_id)).ticket.status_id == "closed"
        done(desk, ReopenTicket(ticket_id=ticket_id, urgency_case="fault", sla_class="problem"))
        watcher.wait_for(lambda one: ticket_id in [card.id for card in one.cards])
        assert ticket_id in cards(desk)

    def test_changed_settings_come_without_cards(self, desk: Desk) -> None:
        new_ticket(desk)
        watcher = Watcher(desk)
        view = SavedView(id=new_id(), name="Mine", owner_id=result(desk.board()).me.id)
        done(desk, SaveView(view=view))
        settings = watcher.wait_for(lambda one: one.settings is not None).settings
        assert isinstance(settings, BoardSnapshot)
        assert settings.views == [view]
        assert settings.cards == []

    def test_a_clients_new_name_is_told_on_its_cards(self, desk: Desk) -> None:
        client = Client(id=new_id(), name="Old name")
        done(desk, SaveClient(client=client))
        ticket_id = new_id()
        done(desk, CreateTicket(ticket_id=ticket_id, title="Blank labels", client_id=client.id))
        watcher = Watcher(desk)
        done(desk, SaveClient(client=Client(id=client.id, name="New name")))
        changes = watcher.wait_for(lambda one: bool(one.cards))
        assert [(card.id, card.client) for card in changes.cards] == [(ticket_id, "New name")]

    def test_a_refused_command_changes_nothing_for_listeners(self, desk: Desk) -> None:
        watcher = Watcher(desk)
        result(desk.submit(note(new_id())))
        ticket_id = new_ticket(desk)
        watcher.wait_for(lambda one: bool(one.cards))
        assert {card.id for one in watcher.seen for card in one.cards} == {ticket_id}

    def test_every_listener_is_told_until_it_stops(self, desk: Desk) -> None:
        stays, stops = Watcher(desk), Watcher(desk)
        first = new_ticket(desk)
        stops.wait_for(lambda one: first in [card.id for card in one.cards])
        stops.stop()
        stops.stop()  # ending twice is no harm
        second = new_ticket(desk)
        stays.wait_for(lambda one: second in [card.id for card in one.cards])
        assert second not in [card.id for one in stops.seen for card in one.cards]

    def test_a_listener_that_fails_harms_nobody_else(self, desk: Desk, expected_log: ExpectedLog) -> None:
        def fail(_: Changes) -> None:
            raise ZeroDivisionError

        expected_log("A listener failed")
        desk.subscribe(fail)
        watcher = Watcher(desk)
        ticket_id = new_ticket(desk)
        watcher.wait_for(lambda one: ticket_id in [card.id for card in one.cards])

    def test_a_board_and_the_changes_after_it_miss_nothing(self, desk: Desk) -> None:
        """Whoever keeps the last board and what came after it, in the order it came, has what is there."""
        tickets = [new_ticket(desk, f"Ticket {number}") for number in range(8)]
        told: list[BoardSnapshot | Changes] = []
        desk.subscribe(told.append)
        receipts = []
        for number in range(120):
            receipts.append(desk.submit(ChangeTags(ticket_id=tickets[number % 8], add=(f"tag{number}",))))
            if number % 10 == 5:
                board = desk.board()
                board.add_done_callback(lambda arrived: told.append(arrived.result()))
                result(board)
        assert all(result(receipt).is_applied for receipt in receipts)
        kept: dict[str, int] = {}
        for one in told:
            if isinstance(one, BoardSnapshot):
                kept = {}
            kept |= {card.id: card.revision for card in one.cards}
        assert kept == {card.id: card.revision for card in result(desk.board()).cards}

    # -- drafts and files -------------------------------------------------------------------------------------

    def test_drafts_are_kept_by_ticket_and_kind_also_when_the_desk_is_opened_again(
        self, desk: Desk, reopen: Reopen
    ) -> None:
        drafts = [Draft(ticket_id="t", kind=kind, text="Привет", saved_at=1) for kind in ("answer", "note")]
        for draft in [*drafts, Draft(ticket_id="u", kind="answer", text="other", saved_at=2)]:
            result(desk.save_draft(draft))
        assert result(desk.drafts("t")) == tuple(drafts)
        assert result(reopen().drafts("t")) == tuple(drafts)

    def test_an_empty_draft_is_forgotten(self, desk: Desk) -> None:
        result(desk.save_draft(Draft(ticket_id="t", kind="note", text="words", saved_at=1)))
        result(desk.save_draft(Draft(ticket_id="t", kind="note", text="", saved_at=2)))
        assert result(desk.drafts("t")) == ()

    def test_a_file_is_kept_by_its_content(self, desk: Desk, tmp_path: Path) -> None:
        content = b"\x89PNG" + bytes(range(256)) * 5000
        sources = [tmp_path / "label.png", tmp_path / "../evil.png"]
        for source in sources:
            source.write_bytes(content)
        (first, size), (second, _) = (result(desk.keep_file(source)) for source in sources)
        assert first == second == hashlib.sha256(content).hexdigest()
        assert size == len(content)
        for source in sources:
            source.unlink()
        assert result(desk.file(first)).read_bytes() == content

    @pytest.mark.parametrize(
        "sha256", ["", "ab" * 32, "../../../etc/passwd", "/etc/passwd", "../" * 21 + "x"]
    )
    def test_a_file_that_is_not_kept_is_not_found(self, desk: Desk, sha256: str) -> None:
        with pytest.raises(NotFound):
            result(desk.file(sha256))

    def test_a_file_that_cannot_be_read_says_so(self, desk: Desk, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            result(desk.keep_file(tmp_path / "gone.png"))

    # -- what runs by itself ----------------------------------------------------------------------------------

    def test_what_the_system_tells_arrives_and_is_there_when_the_desk_is_opened_again(
        self, desk: Desk, reopen: Reopen
    ) -> None:
        """Issue 4, item 11: nothing is only a toast."""
        watcher = Watcher(desk)
        ticket_id = woken_soon(desk)
        changes = watcher.wait_for(lambda changes: bool(changes.notifications))
        (told,) = changes.notifications
        assert (told.kind, told.ticket_id, told.read_at) == (NoticeKind.WOKEN, ticket_id, None)
        assert result(desk.board()).notifications == [told]
        assert result(reopen().board()).notifications == [told]

    def test_what_was_read_stays_read_and_may_be_unread_again(self, desk: Desk, reopen: Reopen) -> None:
        """Issue 4, item 11."""
        watcher = Watcher(desk)
        woken_soon(desk)
        (told,) = watcher.wait_for(lambda changes: bool(changes.notifications)).notifications
        done(desk, ReadNotifications(ids=(told.id,)))
        (read,) = result(desk.board()).notifications
        assert read.read_at is not None
        assert replace(read, read_at=None) == told
        watcher.wait_for(lambda changes: read in changes.notifications)
        again = reopen()
        assert result(again.board()).notifications == [read]
        done(again, ReadNotifications(ids=(told.id,), is_read=False))
        assert result(again.board()).notifications == [told]

    def test_a_task_is_on_the_board_until_it_is_done(self, desk: Desk, reopen: Reopen) -> None:
        """R11f"""
        ticket_id = called_back(desk)
        task = call_of(desk, ticket_id)
        again = reopen()
        assert call_of(again, ticket_id) == task
        watcher = Watcher(again)
        done(again, AnswerTask(task_id=task.id, answer="He is content"))
        watcher.wait_for(lambda changes: any(one.id == task.id and one.done_at for one in changes.tasks))
        assert task.id not in [one.id for one in result(again.board()).tasks]
        kept = next(one for one in result(again.ticket(ticket_id)).tasks if one.id == task.id)
        assert (kept.answer, kept.done_by) == ("He is content", result(again.board()).me.id)
        refused = result(again.submit(AnswerTask(task_id=task.id, answer="Once more")))
        assert (refused.is_applied, refused.code) == (False, "taken")

    def test_the_board_knows_the_settings_of_the_process(self, desk: Desk) -> None:
        assert result(desk.board()).process == default_process()
        assert result(desk.board()).tasks == []

    def test_an_opened_ticket_has_its_violations(self, desk: Desk) -> None:
        """R13: what the norms reached is kept beside the ticket."""
        ticket_id = new_ticket(desk)
        detail = result(desk.ticket(ticket_id))
        assert (detail.violations, detail.ratings, detail.tasks) == ((), (), ())

    def test_the_trail_of_settings_is_read_the_newest_first(self, desk: Desk) -> None:
        """Issue 4, item 10: every change is in the audit trail."""
        board = result(desk.board())
        for name in ("Front desk", "Reception"):
            result(desk.submit(SaveLine(line=replace(board.lines[0], name=name))))
        facts = [event.fact for event in result(desk.setting_changes())[:2]]
        assert all(isinstance(fact, SettingChanged) for fact in facts)
        assert ["Reception" in fact.after for fact in facts if isinstance(fact, SettingChanged)] == [
            True,
            False,
        ]

    # -- the end ----------------------------------------------------------------------------------------------

    def test_closing_while_busy_loses_nothing_that_was_submitted(self, desk: Desk, reopen: Reopen) -> None:
        ticket_id = new_ticket(desk)
        futures = [desk.submit(note(ticket_id, str(number))) for number in range(200)]
        draft = desk.save_draft(Draft(ticket_id=ticket_id, kind="note", text="typing", saved_at=1))
        again = reopen()
        assert all(future.done() for future in futures)
        assert all(future.result().is_applied for future in futures)
        assert draft.done()
        bodies = [message.body for message in result(again.ticket(ticket_id)).messages]
        assert bodies == [str(number) for number in range(200)]

    def test_what_was_there_is_there_when_the_desk_is_opened_again(self, desk: Desk, reopen: Reopen) -> None:
        ticket_id = new_ticket(desk)
        before = result(desk.ticket(ticket_id))
        again = reopen()
        assert result(again.ticket(ticket_id)) == before
        assert list(cards(again)) == [ticket_id]

    def test_a_closed_desk_takes_nothing_more(self, desk: Desk) -> None:
        desk.close()
        with pytest.raises(RuntimeError):
            result(desk.submit(note(new_id())))
