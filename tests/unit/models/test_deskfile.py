"""Unsent words are kept by ticket and kind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kanbandesk.models.deskfile import DeskFile
from kanbandesk.workflow.cards import Draft


@pytest.fixture
def desk_file(tmp_path: Path) -> Iterator[DeskFile]:
    with closing(DeskFile(tmp_path / "desk.db")) as desk_file:
        yield desk_file


def draft(text: str, *, ticket_id: str = "t", kind: str = "answer", saved_at: int = 1) -> Draft:
    return Draft(ticket_id=ticket_id, kind=kind, text=text, saved_at=saved_at)


def test_drafts_are_kept_apart_by_ticket_and_kind(desk_file: DeskFile) -> None:
    drafts = [draft("an answer"), draft("a note", kind="note"), draft("elsewhere", ticket_id="u")]
    for one in drafts:
        desk_file.save_draft(one)
    assert desk_file.drafts("t") == (drafts[0], drafts[1])
    assert desk_file.drafts("u") == (drafts[2],)


def test_a_draft_replaces_the_one_before(desk_file: DeskFile) -> None:
    desk_file.save_draft(draft("first"))
    desk_file.save_draft(draft("Привет\n😀", saved_at=2))
    assert desk_file.drafts("t") == (draft("Привет\n😀", saved_at=2),)


def test_empty_text_forgets(desk_file: DeskFile) -> None:
    desk_file.save_draft(draft("words"))
    desk_file.save_draft(draft(""))
    assert desk_file.drafts("t") == ()


def test_drafts_are_there_when_the_file_is_opened_again(tmp_path: Path, desk_file: DeskFile) -> None:
    desk_file.save_draft(draft("words"))
    with closing(DeskFile(tmp_path / "desk.db")) as again:
        assert again.drafts("t") == (draft("words"),)


def test_a_draft_is_on_disk_when_it_is_saved(desk_file: DeskFile, tmp_path: Path) -> None:
    connection: sqlite3.Connection = desk_file._connection
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert connection.execute("PRAGMA fullfsync").fetchone() == (1,)
