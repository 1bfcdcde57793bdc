"""To which groups of the feed a row belongs, and which groups an agent is granted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from kanbandesk.models.rows import SETTINGS, TABLES, setting
from kanbandesk.protocol import WORKSPACE, board_group, story_group, user_group
from kanbandesk.workflow.boards import Board, SavedView
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.records import Notification, Rating, Task, Violation
from kanbandesk.workflow.statuses import DAY
from kanbandesk.workflow.tickets import Attachment, Link, Message, Ticket

WINDOW: Final = 30 * DAY
"""How long a closed ticket stays with its board; later it is there only for those who keep its story."""
MOST_WANTS: Final = 400

WORDS: Final[dict[type[Any], str]] = TABLES | SETTINGS
"""What each kind is called on the wire."""
KINDS: Final[dict[str, type[Any]]] = {word: kind for kind, word in WORDS.items()}

Row = Mapping[str, Any]


def groups_of(kind: type[Any], row: Row, now: int) -> tuple[str, ...]:
    """Return the groups that hold a row (by column, as its table has it) at `now` (UTC ms)."""
    place = _PLACES.get(kind)
    return (WORKSPACE,) if place is None else place(row, now)


def is_in_window(closed_at: int | None, now: int) -> bool:
    """Tell whether a ticket is open, or closed for no longer than 30 days."""
    return closed_at is None or closed_at > now - WINDOW


def granted_groups(
    agent_id: str, boards: Iterable[Board], wants: Iterable[str], board_of: Callable[[str], str | None]
) -> tuple[str, ...]:
    """Return the groups that an agent may hold, in order: a story only of a ticket whose board he sees.

    `board_of` gives the board of a ticket, None when there is no such ticket; what he may not have is left out.
    """
    seen = {board.id for board in boards if board.is_seen_by(agent_id)}
    stories = {story_group(ticket_id) for ticket_id in wants if board_of(ticket_id) in seen}
    own = {user_group(agent_id), *(notice_group(agent_id, board_id) for board_id in seen)}
    return tuple(sorted({WORKSPACE, *own, *stories, *map(board_group, seen)}))


def notice_group(agent_id: str, board_id: str) -> str:
    """Return the group of what somebody was told about the tickets of a board: it goes with his sight of that."""
    return f"{user_group(agent_id)}:{board_id}" if board_id else user_group(agent_id)


def _of_ticket(row: Row, now: int) -> tuple[str, ...]:
    story = story_group(row["id"])
    return (board_group(row["board_id"]), story) if is_in_window(row["closed_at"], now) else (story,)


def _of_story(row: Row, _now: int) -> tuple[str, ...]:
    return (story_group(row["ticket_id"]),)


def _of_event(row: Row, now: int) -> tuple[str, ...]:
    """A change of a setting is on no ticket: it is with the setting that it tells of."""
    if row["ticket_id"]:
        return _of_story(row, now)
    fact: dict[str, Any] = json.loads(row["fact"])
    return (board_group(fact["setting_id"]),) if fact.get("kind") == "board" else (WORKSPACE,)


def _of_link(row: Row, _now: int) -> tuple[str, ...]:
    return tuple({story_group(row["source_id"]), story_group(row["target_id"])})


def _of_board(row: Row, _now: int) -> tuple[str, ...]:
    return (board_group(row["id"]),)


def _of_task(row: Row, _now: int) -> tuple[str, ...]:
    """A task is on the board while it is open, and with its ticket's story for good."""
    story = story_group(row["ticket_id"])
    return (board_group(row["board_id"]), story) if row["done_at"] is None else (story,)


def _of_notification(row: Row, _now: int) -> tuple[str, ...]:
    return (notice_group(row["agent_id"], row["board_id"]),)


def _of_view(row: Row, _now: int) -> tuple[str, ...]:
    owner_id = setting(SavedView, row["data"]).owner_id
    return (user_group(owner_id) if owner_id else WORKSPACE,)


_PLACES: Final[dict[type[Any], Callable[[Row, int], tuple[str, ...]]]] = {
    Ticket: _of_ticket,
    Message: _of_story,
    Attachment: _of_story,
    Event: _of_event,
    Link: _of_link,
    Board: _of_board,
    SavedView: _of_view,
    Violation: _of_story,
    Rating: _of_story,
    Task: _of_task,
    Notification: _of_notification,
}
