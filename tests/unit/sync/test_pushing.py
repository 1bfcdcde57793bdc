"""Which mutations go out next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kanbandesk.protocol import MOST_MUTATIONS, MOST_PUSH_BYTES, PushAnswer
from kanbandesk.sync.outbox import Outbox
from kanbandesk.sync.pushing import Pushing
from kanbandesk.wire import push_request_to_json
from tests.unit.sync.test_outbox import a_note, taken


@pytest.fixture
def outbox(tmp_path: Path) -> Iterator[Outbox]:
    outbox = Outbox(tmp_path / "outbox.db", client_id="one", agent_id="ada")
    yield outbox
    outbox.close()


def mids(pushing: Pushing) -> list[int]:
    request = pushing.request()
    return [] if request is None else [mutation.mid for mutation in request.mutations]


def answered(last_mid: int) -> PushAnswer:
    return PushAnswer(last_mid=last_mid, head=7, results=())


def test_fifty_go_out_at_once_and_the_next_behind_them(outbox: Outbox) -> None:
    for _ in range(MOST_MUTATIONS + 3):
        outbox.append(a_note())
    pushing = Pushing(outbox)
    assert mids(pushing) == list(range(1, 51))
    assert pushing.taken(answered(50))
    assert mids(pushing) == [51, 52, 53]
    assert pushing.taken(answered(53))
    assert mids(pushing) == []


def test_a_request_stays_below_what_the_server_takes(outbox: Outbox) -> None:
    for _ in range(4):
        outbox.append(a_note("\u0416" * (MOST_PUSH_BYTES // 8)))
    request = Pushing(outbox).request()
    assert request is not None
    assert len(request.mutations) == 3
    assert len(push_request_to_json(request)) <= MOST_PUSH_BYTES


def test_a_server_that_counts_more_than_was_given_knows_another_desk(outbox: Outbox) -> None:
    outbox.append(a_note())
    assert not Pushing(outbox).taken(answered(2))


def test_a_gap_is_filled_from_what_is_kept_as_far_as_it_is(outbox: Outbox) -> None:
    entries = [outbox.append(a_note()) for _ in range(3)]
    taken(outbox, entries[0])
    pushing = Pushing(outbox)
    assert mids(pushing) == [2, 3]
    assert pushing.go_back_to(1)
    assert mids(pushing) == [1, 2, 3]
    assert not pushing.go_back_to(0)


def test_a_checkpoint_older_than_the_last_push_sends_nothing_twice(outbox: Outbox) -> None:
    outbox.append(a_note())
    pushing = Pushing(outbox)
    pushing.taken(answered(1))
    pushing.seen(6)
    assert mids(pushing) == []
    pushing.seen(7)
    assert mids(pushing) == [1]


def test_what_cannot_be_read_is_found_by_sending_one_by_one(outbox: Outbox) -> None:
    entries = [outbox.append(a_note()) for _ in range(2)]
    pushing = Pushing(outbox)
    assert pushing.not_understood() is None
    assert mids(pushing) == [1]
    assert pushing.not_understood() == entries[0]


def test_an_answer_to_the_client_that_this_desk_was_means_nothing(outbox: Outbox) -> None:
    outbox.append(a_note())
    pushing = Pushing(outbox)
    assert mids(pushing) == [1]
    outbox.renumber("two")
    assert pushing.taken(answered(5))
    assert pushing.is_outdated
    assert mids(pushing) == [1]
