"""The cache of a big board gives the same cards as the board itself, or none at all."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from kanbandesk.models import boardcache, cardrows
from kanbandesk.models.boardcache import NOTHING, SEPARATOR, Stamp, read_columns, read_stamp, write
from kanbandesk.models.boardfile import cache_of, open_for_reading, read_board, refresh_cache, snapshot
from kanbandesk.models.engine import writing_engine
from kanbandesk.protocol import mutation_of
from kanbandesk.server.core.ledger import Ledger, Submission
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.commands import ChangeTags, CloseTicket, Command, CreateTicket
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.statuses import ClosingReason, StatusKind, default_workflow
from tests.factories.board_files import keep, me_of
from tests.factories.workflow import NOW, make_client

STAMP = Stamp(schema=1, epoch="e", ver=7, tag=99, closed=("closed",), columns=("a", "b"))

texts = st.text(st.characters(exclude_characters=SEPARATOR, exclude_categories=["Cs"]), max_size=8)
numbers = st.none() | st.integers(NOTHING + 1, (1 << 63) - 1)


@st.composite
def columns(draw: st.DrawFn) -> list[list[Any]]:
    """Columns of one length: numbers with gaps, texts that repeat and texts that do not."""
    length = draw(st.integers(1, 60))
    few = st.sampled_from(draw(st.lists(texts, min_size=1, max_size=4)))
    kinds = draw(st.lists(st.sampled_from([texts, few, numbers, st.booleans()]), min_size=1, max_size=5))
    return [draw(st.lists(kind, min_size=length, max_size=length)) for kind in kinds]


@given(columns())
def test_columns_come_back_as_they_were_laid_down(
    tmp_path_factory: pytest.TempPathFactory, laid: list[list[Any]]
) -> None:
    path = tmp_path_factory.mktemp("cache") / "board.cache"
    write(path, STAMP, laid)
    assert read_stamp(path) == STAMP
    assert [list(column) for column in read_columns(path) or []] == laid


def test_more_words_than_a_byte_counts_come_back(tmp_path: Path) -> None:
    path = tmp_path / "board.cache"
    laid = [[f"word {number % 300}" for number in range(2000)]]
    write(path, STAMP, laid)
    assert [list(column) for column in read_columns(path) or []] == laid


def test_texts_that_hold_the_separator_make_no_cache(tmp_path: Path) -> None:
    path = tmp_path / "board.cache"
    write(path, STAMP, [["a", f"b{SEPARATOR}c", "d"]])
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    write(tmp_path / "no such folder" / "board.cache", STAMP, [[1]])


@pytest.mark.parametrize("keep_bytes", [0, 10, 200, -1])
def test_a_torn_cache_is_left_aside(tmp_path: Path, keep_bytes: int) -> None:
    path = tmp_path / "board.cache"
    write(path, STAMP, [[1, 2, None], ["x", "y", "z"]])
    path.write_bytes(path.read_bytes()[:keep_bytes])
    assert read_columns(path) is None


def test_a_changed_byte_is_found(tmp_path: Path) -> None:
    path = tmp_path / "board.cache"
    write(path, STAMP, [[1, 2, 3]])
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    assert read_columns(path) is None


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"{}\n", b"[1]\n", b"\xff\xfe\n", b'{"layout": 99}\n', b"no end of line"]
)
def test_what_is_no_cache_has_no_stamp(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "board.cache"
    path.write_bytes(content)
    assert read_stamp(path) is None
    assert read_stamp(tmp_path / "not there") is None


# -- with a board -------------------------------------------------------------------------------------------

Do = Callable[..., None]


@pytest.fixture(autouse=True)
def _small_boards_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cardrows, "WORTH_A_CACHE", 1)
    monkeypatch.setattr(cardrows, "STALE_SHARE", 1)


@pytest.fixture
def do(engine: Engine, board_path: Path) -> Do:
    """Applies commands."""
    return doing(engine, me_of(board_path))


def doing(engine: Engine, me: str) -> Do:
    ledger = Ledger(engine, lambda: NOW)

    def apply(*commands: Command) -> None:
        results = ledger.apply(
            [
                Submission(mutation=mutation_of(one, uid=new_id(), at=NOW), client_id="desk", actor_id=me)
                for one in commands
            ]
        )
        assert all(result.status == "applied" for result in results), results

    return apply


def refresh(path: Path) -> None:
    with closing(open_for_reading(path)) as connection:
        refresh_cache(connection, path)


def plain(cards: list[Card]) -> list[dict[str, Any]]:
    found = [{field.name: getattr(card, field.name) for field in fields(Card)} for card in cards]
    return sorted(found, key=lambda card: str(card["id"]))


def from_rows(path: Path) -> list[dict[str, Any]]:
    with closing(open_for_reading(path)) as connection:
        return plain(snapshot(connection, NOW).cards)


def is_used(path: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Tell whether the board at `path` is read from its cache; it must be right either way."""
    used: list[Path] = []

    def spy(cache: Path) -> Any:
        used.append(cache)
        return read_columns(cache)

    with monkeypatch.context() as patch:
        patch.setattr(boardcache, "read_columns", spy)
        assert plain(read_board(path, NOW).cards) == from_rows(path)
    return bool(used)


def created(count: int) -> list[CreateTicket]:
    return [
        CreateTicket(ticket_id=new_id(), title=f"Ticket {n}", tags=("vip",) * (n % 2)) for n in range(count)
    ]


def test_a_cached_board_is_the_board(
    do: Do, engine: Engine, board_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = make_client()
    keep(engine, client)
    do(*created(5), CreateTicket(ticket_id=new_id(), title="Client's", client_id=client.id))
    refresh(board_path)
    assert is_used(board_path, monkeypatch)
    keep(engine, replace(client, name="New name"))  # names are not in the cache
    assert is_used(board_path, monkeypatch)


def test_what_changed_since_is_read_from_the_board(
    do: Do, board_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = tickets = created(6)
    do(*tickets)
    refresh(board_path)
    do(
        *created(2),
        ChangeTags(ticket_id=first.ticket_id, add=("new",)),
        CloseTicket(ticket_id=second.ticket_id, closing_reason=ClosingReason.SPAM),
    )
    assert is_used(board_path, monkeypatch)
    assert len(from_rows(board_path)) == 7


def test_a_cache_of_an_older_copy_that_went_another_way_is_left_aside(
    do: Do, engine: Engine, board_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    do(*created(3))
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]
    backup = tmp_path / "other" / "board.db"
    backup.parent.mkdir()
    shutil.copy(board_path, backup)
    do(*created(3))
    refresh(board_path)
    other = writing_engine(backup)
    doing(other, me_of(backup))(*created(5))  # as many versions, and more, but others
    other.dispose()
    shutil.copy(cache_of(board_path), cache_of(backup))
    assert not is_used(backup, monkeypatch)


def test_a_cache_from_the_future_is_left_aside(
    do: Do, engine: Engine, board_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(*created(4))
    refresh(board_path)
    with closing(sqlite3.connect(board_path)) as connection, connection:  # a backup came back
        connection.execute("UPDATE sync_head SET ver = ver - 2")
    assert not is_used(board_path, monkeypatch)


def test_a_cache_of_another_workspace_is_left_aside(
    do: Do, board_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(*created(4))
    refresh(board_path)
    with closing(sqlite3.connect(board_path)) as connection, connection:
        connection.execute("UPDATE sync_head SET epoch = 'another'")
    assert not is_used(board_path, monkeypatch)


def test_a_workflow_that_hides_other_statuses_leaves_the_cache_aside(
    do: Do, engine: Engine, board_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(*created(4))
    refresh(board_path)
    workflow = default_workflow()
    hidden = tuple(
        replace(status, kind=StatusKind.CLOSED) if status.id == "new" else status
        for status in workflow.statuses
    )
    keep(engine, replace(workflow, statuses=hidden))
    assert not is_used(board_path, monkeypatch)
    assert from_rows(board_path) == []


def test_a_torn_cache_of_a_board_is_left_aside(do: Do, board_path: Path) -> None:
    do(*created(4))
    refresh(board_path)
    cache_of(board_path).write_bytes(cache_of(board_path).read_bytes()[:-9])
    assert plain(read_board(board_path, NOW).cards) == from_rows(board_path)


def test_a_cache_is_made_anew_only_when_much_has_changed(
    do: Do, board_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cardrows, "STALE_SHARE", 2)
    tickets = created(8)
    do(*tickets)
    refresh(board_path)
    before = read_stamp(cache_of(board_path))
    do(*(ChangeTags(ticket_id=one.ticket_id, add=("new",)) for one in tickets[:4]))
    refresh(board_path)
    assert read_stamp(cache_of(board_path)) == before
    do(ChangeTags(ticket_id=tickets[5].ticket_id, add=("new",)))
    refresh(board_path)
    after = read_stamp(cache_of(board_path))
    assert before is not None
    assert after is not None
    assert after.ver == before.ver + 5


def test_a_small_board_needs_no_cache(do: Do, board_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cardrows, "WORTH_A_CACHE", 100)
    do(*created(4))
    refresh(board_path)
    assert not cache_of(board_path).exists()


def test_a_board_that_was_never_written_to_has_no_cache(board_path: Path) -> None:
    refresh(board_path)
    assert not cache_of(board_path).exists()
