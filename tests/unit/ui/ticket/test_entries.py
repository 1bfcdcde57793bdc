"""The conversation as a list: messages in order, and what happened between them."""

from __future__ import annotations

from dataclasses import replace

from kanbandesk.ui.ticket.bubble import FOLD, folded, is_long
from kanbandesk.ui.ticket.entries import Entry, Look, entries_of
from kanbandesk.ui.words import Names
from kanbandesk.workflow import events
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.tickets import Message, MessageKind
from tests.factories.workflow import (
    NOW,
    make_agent,
    make_attachment,
    make_detail,
    make_event,
    make_message,
    make_snapshot,
)

NAMES = Names.of(make_snapshot(agents=[make_agent(id="bo", name="Bo Strand")]))


def detail(*messages: Message, story: tuple[Event, ...] = ()) -> TicketDetail:
    return replace(make_detail(), messages=messages, events=story)


def entries(*messages: Message, story: tuple[Event, ...] = ()) -> list[Entry]:
    return entries_of(detail(*messages, story=story), NAMES)


def test_messages_stand_in_the_order_in_which_they_were_recorded() -> None:
    late = make_message(body="late", at=NOW - 9, recorded_at=NOW)
    soon = make_message(body="soon", at=NOW - 5, recorded_at=NOW - 5)
    assert [entry.text for entry in entries(late, soon)] == ["soon", "late"]


def test_a_notice_looks_like_a_note_and_a_call_like_an_answer() -> None:
    looks = {kind: entries(make_message(kind=kind))[0].look for kind in MessageKind}
    assert looks == {
        MessageKind.CLIENT: Look.CLIENT,
        MessageKind.ANSWER: Look.OURS,
        MessageKind.QUESTION: Look.OURS,
        MessageKind.SOLUTION: Look.OURS,
        MessageKind.CALL: Look.OURS,
        MessageKind.NOTE: Look.NOTE,
        MessageKind.NOTICE: Look.NOTE,
    }


def test_an_author_without_a_name_is_looked_up_or_somebody() -> None:
    known = make_message(author_name="", author_id="bo", kind=MessageKind.ANSWER)
    nobody = make_message(author_name="", author_id="")
    assert [entry.author for entry in entries(known, nobody)] == ["Bo Strand", "Somebody"]


def test_only_acts_that_people_look_for_stand_between_messages() -> None:
    story = (
        make_event(events.TicketCreated(), mutation_id="1"),
        make_event(events.MessageAdded(message_id="m", kind="note"), mutation_id="2"),
        make_event(events.FieldsEdited(), mutation_id="3"),
        make_event(events.TicketBlocked(reason="key"), mutation_id="4", actor_id="bo"),
    )
    assert [entry.text for entry in entries(story=story)] == ["Bo Strand: Blocked: key"]


def test_what_one_act_brought_about_is_one_line() -> None:
    story = (
        make_event(events.TicketClaimed(agent_id="bo"), mutation_id="1", actor_id="bo"),
        make_event(events.StatusChanged(before="new", after="assigned"), mutation_id="1", actor_id="bo"),
        make_event(
            events.StatusChanged(before="assigned", after="in_progress"), mutation_id="2", actor_id="bo"
        ),
    )
    assert [entry.text for entry in entries(story=story)] == [
        "Bo Strand: Taken · New → Assigned",
        "Bo Strand: Assigned → In progress",
    ]


def test_of_an_imported_log_only_changes_of_the_state_are_told() -> None:
    story = tuple(
        make_event(
            events.RecordImported(status_id=status_id),
            mutation_id="i",
            actor_kind=Role.SYSTEM,
            actor_id="",
            at=NOW + row,
        )
        for row, status_id in enumerate(["new", "new", "", "in_progress", "in_progress", "new"])
    )
    told = entries(story=tuple(replace(event, mutation_id="") for event in story))
    assert [entry.text for entry in told] == ["New", "In progress", "New"]


def test_own_messages_that_are_not_saved_yet_come_last_and_are_marked() -> None:
    saved, under_way = make_message(body="saved"), make_message(body="under way", recorded_at=0)
    shown = entries_of(detail(saved), NAMES, [saved, under_way])
    assert [(entry.text, entry.is_pending) for entry in shown] == [("saved", False), ("under way", True)]


def test_a_message_brings_those_of_its_files_that_are_there() -> None:
    file = make_attachment(id="f")
    shown = replace(detail(make_message(attachment_ids=("f", "gone"))), attachments=(file,))
    assert entries_of(shown, NAMES)[0].attachments == (file,)


def test_a_long_message_is_folded_where_a_line_or_a_word_ends() -> None:
    assert not is_long("x" * FOLD)
    assert is_long("x" * (FOLD + 1))
    assert is_long("\n" * 100)
    words = "word " * 2_000
    assert folded(words).endswith("word …")
    assert len(folded(words)) <= FOLD + 2
    assert folded("line\n" * 200).count("\n") < 61
    assert len(folded("x" * 9_000)) <= FOLD + 2


def test_what_the_client_says_of_the_end_stands_beside_it() -> None:
    """R11c: whoever reads the conversation reads the verdict."""
    story = (
        make_event(events.StatusChanged(before="solved", after="closed"), mutation_id="1", actor_id="bo"),
        make_event(
            events.Rated(rating_id="r", is_liked=False, comment="Not the one"), mutation_id="1", actor_id="bo"
        ),
    )
    [entry] = entries(story=story)
    assert entry.text.startswith("Bo Strand: Solved → Closed · The client did not like it")
    assert "Not the one" in entry.text


def test_from_line_to_line_is_told_with_the_reason() -> None:
    """R8b: who answers the client sees why it came back."""
    fact = events.TransferOffered(from_line_id="second", line_id="first", reason="A bridge", is_return=True)
    [entry] = entries(story=(make_event(fact, actor_id="bo"),))
    assert entry.text.startswith("Bo Strand: ")
    assert "A bridge" in entry.text
