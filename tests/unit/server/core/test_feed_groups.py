"""To which groups a row belongs, and who is granted what (sync.md 1.9)."""

from __future__ import annotations

from typing import Any

import pytest

from kanbandesk.models.rows import SETTINGS, TABLES, mapping, setting_text
from kanbandesk.protocol import WORKSPACE
from kanbandesk.server.core.groups import KINDS, WINDOW, granted_groups, groups_of, is_in_window
from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.events import SettingChanged
from kanbandesk.workflow.process import Process
from tests.factories.workflow import (
    NOW,
    make_agent,
    make_attachment,
    make_client,
    make_contact,
    make_event,
    make_link,
    make_message,
    make_notification,
    make_rating,
    make_task,
    make_ticket,
    make_violation,
    make_workflow,
)

TICKET = {"id": "t", "board_id": "lab"}


def groups(entity: Any) -> set[str]:
    kind = type(entity)
    if kind in SETTINGS:
        row = {"id": entity.id, "data": setting_text(entity), "ver": 1}
    else:
        row = dict(mapping(kind).row(entity))
    return set(groups_of(kind, row, NOW))


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        (make_ticket(**TICKET), {"board:lab", "story:t"}),
        (make_ticket(**TICKET, closed_at=NOW - WINDOW + 1), {"board:lab", "story:t"}),
        (make_ticket(**TICKET, closed_at=NOW - WINDOW), {"story:t"}),
        (make_message(ticket_id="t"), {"story:t"}),
        (make_attachment(ticket_id="t"), {"story:t"}),
        (make_event(ticket_id="t"), {"story:t"}),
        (make_event(SettingChanged(kind="line", setting_id="first"), ticket_id=""), {WORKSPACE}),
        (make_event(SettingChanged(kind="board", setting_id="lab"), ticket_id=""), {"board:lab"}),
        (make_link(source_id="t", target_id="u"), {"story:t", "story:u"}),
        (make_violation(ticket_id="t"), {"story:t"}),
        (make_rating(ticket_id="t"), {"story:t"}),
        (make_task(ticket_id="t", board_id="lab"), {"board:lab", "story:t"}),
        (make_task(ticket_id="t", board_id="lab", done_at=NOW), {"story:t"}),
        (make_notification(agent_id="ada", ticket_id="t"), {"user:ada"}),
        (make_notification(agent_id="ada", ticket_id="t", board_id="lab"), {"user:ada:lab"}),
        (Process(), {WORKSPACE}),
        (Board(id="lab", name="Lab", columns=()), {"board:lab"}),
        (SavedView(id="v", name="V", owner_id="ada"), {"user:ada"}),
        (SavedView(id="v", name="V"), {WORKSPACE}),
        (make_agent(), {WORKSPACE}),
        (make_client(), {WORKSPACE}),
        (make_contact(), {WORKSPACE}),
        (make_workflow(), {WORKSPACE}),
    ],
)
def test_every_kind_of_row_has_its_groups(entity: Any, expected: set[str]) -> None:
    assert groups(entity) == expected


def test_every_stored_kind_has_a_word_of_its_own() -> None:
    assert {word: kind for kind, word in (TABLES | SETTINGS).items()} == KINDS
    assert len(KINDS) == len(TABLES) + len(SETTINGS)


def test_an_open_ticket_is_always_in_the_window() -> None:
    assert is_in_window(None, NOW)


def test_a_story_is_granted_only_with_its_board() -> None:
    boards = [
        Board(id="support", name="Support", columns=()),
        Board(id="lab", name="Lab", columns=(), member_ids=("ada",)),
    ]
    places = {"t1": "support", "t2": "lab", "t3": "gone", "t4": None}
    granted = {who: granted_groups(who, boards, places, places.__getitem__) for who in ("ada", "bo")}
    hers = ("user:ada", "user:ada:lab", "user:ada:support")
    assert granted["ada"] == ("board:lab", "board:support", "story:t1", "story:t2", *hers, "ws")
    assert granted["bo"] == ("board:support", "story:t1", "user:bo", "user:bo:support", "ws")
