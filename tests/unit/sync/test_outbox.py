"""outbox.db: what was kept stays kept, in order, under numbers that may change (sync.md 1.5, 1.6)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kanbandesk.models.faults import Foreign
from kanbandesk.protocol import Mutation, mutation_of
from kanbandesk.sync.entries import Entry, Returned
from kanbandesk.sync.outbox import RETAINED, Outbox
from kanbandesk.workflow.commands import AddNote
from kanbandesk.workflow.ids import new_id
from tests.factories.workflow import NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "outbox.db"


@pytest.fixture
def outbox(path: Path) -> Iterator[Outbox]:
    outbox = Outbox(path, client_id="one", agent_id="ada")
    yield outbox
    outbox.close()


def a_note(text: str = "Seen") -> Mutation:
    return mutation_of(AddNote(ticket_id=new_id(), message_id=new_id(), text=text), uid=new_id(), at=NOW)


def taken(outbox: Outbox, entry: Entry, ver: int = 5, now: int = NOW) -> None:
    outbox.settle([(entry, ver)], (), now, entry.mid)


def refused(entry: Entry) -> Returned:
    return Returned(
        uid=entry.uid,
        seq=entry.seq,
        name=entry.name,
        version=entry.version,
        args=entry.args,
        at=entry.at,
        returned_at=NOW,
        until_seq=entry.seq,
        code="taken",
        params="{}",
        first_uid=entry.uid,
    )


def test_what_was_kept_is_there_for_the_next_opening(outbox: Outbox, path: Path) -> None:
    mutation = a_note("Grüße")
    outbox.append(mutation)
    again = Outbox(path, client_id="two", agent_id="ada")
    (entry,) = again.from_mid(1, 10)
    assert (again.client_id, again.next_mid, entry.mutation()) == ("one", 2, entry.mutation())
    assert (entry.mutation().args, entry.mutation().uid, entry.hash) == (
        mutation.args,
        mutation.uid,
        mutation.hash(),
    )
    again.close()


def test_an_outbox_is_of_one_person(outbox: Outbox, path: Path) -> None:
    with pytest.raises(Foreign):
        Outbox(path, client_id="two", agent_id="bo")


def test_a_new_client_numbers_everything_anew_in_the_old_order(outbox: Outbox) -> None:
    entries = [outbox.append(a_note()) for _ in range(3)]
    outbox.settle([(entries[1], 5)], [refused(entries[0])], NOW, 2)
    outbox.renumber("two")
    assert [(entry.mid, entry.uid) for entry in outbox.from_mid(1, 10)] == [
        (1, entries[1].uid),
        (2, entries[2].uid),
    ]
    assert (outbox.client_id, outbox.next_mid, outbox.first_unsettled_mid()) == ("two", 3, 1)
    assert [entry.uid for entry in outbox.overlay(0, 5)] == [entries[2].uid]


def test_acknowledged_entries_are_kept_for_14_days(outbox: Outbox) -> None:
    first, second = outbox.append(a_note()), outbox.append(a_note())
    taken(outbox, first)
    taken(outbox, second, now=NOW + RETAINED)
    assert outbox.find(first.uid) is not None
    taken(outbox, second, now=NOW + RETAINED + 1)
    assert outbox.find(first.uid) is None


def test_what_a_restored_server_has_forgotten_is_pending_again(outbox: Outbox) -> None:
    entries = [outbox.append(a_note()) for _ in range(2)]
    outbox.settle([(entry, 5) for entry in entries], (), NOW, 2)
    assert outbox.pending_count() == 0
    outbox.settle((), (), NOW, 1)
    assert [entry.uid for entry in outbox.overlay(1, 9)] == [entries[1].uid]
    assert (outbox.pending_count(), outbox.first_unsettled_mid()) == (1, 2)


def test_a_replica_that_is_older_than_a_receipt_gets_that_command_on_top(outbox: Outbox) -> None:
    entry = outbox.append(a_note())
    taken(outbox, entry, ver=5)
    assert [one.uid for one in outbox.overlay(1, 4)] == [entry.uid]
    assert outbox.overlay(1, 5) == []


def test_what_comes_back_lies_in_the_tray_until_it_is_dismissed(outbox: Outbox, path: Path) -> None:
    entry = outbox.append(a_note())
    outbox.settle((), [refused(entry)], NOW, 1)
    assert (outbox.find(entry.uid), outbox.attention_count()) == (None, 1)
    instead = a_note()
    outbox.dismiss([entry.uid], instead)
    assert [one.uid for one in outbox.from_mid(1, 10)] == [instead.uid]
    assert (outbox.attention_count(), outbox.next_mid) == (0, 3)
