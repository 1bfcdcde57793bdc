"""Who may do what to which ticket (S1, S3): role × action × whose, as one table.

Read by the handlers, by `plan_move` and by the desk (to dim what is not allowed). A person with several roles may do
what any of them may.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.errors import NotAllowed
from kanbandesk.workflow.people import Actor, Role
from kanbandesk.workflow.tickets import Ticket

Subject = Card | Ticket


class Action(StrEnum):
    """Something that rights are given for."""

    CREATE = "create"
    CLAIM = "claim"
    ASSIGN = "assign"
    MOVE = "move"  # a transition by hand, with all that it demands
    OVERRULE = "overrule"  # a move the workflow does not have, any closing reason, lowering (S2, R6)
    CLOSE = "close"
    WITHDRAW = "withdraw"  # the requester's own closing: withdrawn, phantom
    JUDGE = "judge"  # to accept or reject a solution, or to record that the requester did
    ANSWER = "answer"
    CALL = "call"
    NOTE = "note"
    RECORD_REPLY = "record_reply"
    ATTACH = "attach"
    ARRANGE = "arrange"  # another place within the column
    EDIT = "edit"  # fields, tags, blocking
    LINK = "link"
    MERGE = "merge"
    WATCH = "watch"
    WAKE = "wake"
    TRANSFER = "transfer"  # to another line; "not ours" (R8)
    AWAY = "away"  # somebody else's absence (R1a)
    IMPORT = "import"
    KEEP_CLIENTS = "keep_clients"  # clients and contacts
    KEEP_VIEWS = "keep_views"
    SHARE_VIEWS = "share_views"
    SET_UP = "set_up"  # agents, lines, calendars, workflow, boards


class Whose(StrEnum):
    """How a ticket belongs to whoever wants something of it."""

    OWN = "own"  # owner or companion; for a requester the one who asked
    OWN_LINE = "own_line"
    OTHER_LINE = "other_line"
    OTHER_CLIENT = "other_client"  # somebody else's, for a requester


_OWN: Final = frozenset({Whose.OWN})
_LINE: Final = frozenset({Whose.OWN, Whose.OWN_LINE})
_ANY: Final = frozenset({Whose.OWN, Whose.OWN_LINE, Whose.OTHER_LINE})
_ALL: Final = frozenset(Whose)

_DESK: Final[Mapping[Action, frozenset[Whose]]] = {
    Action.NOTE: _ANY,
    Action.WATCH: _ANY,
    Action.ATTACH: _ANY,
    Action.KEEP_VIEWS: _ANY,
}
_AGENT: Final[Mapping[Action, frozenset[Whose]]] = {
    **_DESK,
    Action.CREATE: _ANY,
    Action.RECORD_REPLY: _ANY,
    Action.LINK: _ANY,
    Action.KEEP_CLIENTS: _ANY,
    Action.CLAIM: _LINE,
    Action.ASSIGN: _LINE,
    Action.MOVE: _LINE,
    Action.CLOSE: _LINE,
    Action.JUDGE: _LINE,
    Action.ANSWER: _LINE,
    Action.CALL: _LINE,
    Action.ARRANGE: _LINE,
    Action.EDIT: _LINE,
    Action.MERGE: _LINE,
    Action.TRANSFER: _LINE,
}
TABLE: Final[Mapping[Role, Mapping[Action, frozenset[Whose]]]] = {
    Role.REQUESTER: {
        Action.CREATE: _OWN,
        Action.RECORD_REPLY: _OWN,
        Action.ATTACH: _OWN,
        Action.JUDGE: _OWN,
        Action.WITHDRAW: _OWN,
    },
    Role.AGENT: _AGENT,
    Role.LEAD: {
        **dict.fromkeys(_AGENT, _ANY),
        Action.OVERRULE: _ANY,
        Action.SHARE_VIEWS: _ANY,
        Action.AWAY: _ANY,
    },
    Role.DEVELOPER: {**_DESK, Action.CLAIM: _LINE, Action.MOVE: _LINE, Action.ARRANGE: _LINE},
    Role.ACCOUNT_MANAGER: {**_DESK, Action.CALL: _ANY, Action.CREATE: _ANY, Action.KEEP_CLIENTS: _ANY},
    Role.ADMINISTRATOR: {
        Action.SET_UP: _ANY,
        Action.IMPORT: _ANY,
        Action.KEEP_CLIENTS: _ANY,
        Action.KEEP_VIEWS: _ANY,
        Action.SHARE_VIEWS: _ANY,
        Action.AWAY: _ANY,
    },
    Role.SYSTEM: dict.fromkeys(Action, _ALL),
}


def whose(actor: Actor, subject: Subject, role: Role | None = None) -> Whose:
    """Return how `subject` belongs to `actor`, in `role` when it is given.

    An agent without lines is on every line, and a ticket without one is every line's. A developer is only on the
    lines named: without any he would move tickets that are no sub-tasks (S3).
    """
    if actor.kind is Role.REQUESTER:
        return Whose.OWN if subject.requester_id == actor.id else Whose.OTHER_CLIENT
    companions = subject.companion_ids if isinstance(subject, Ticket) else ()
    if actor.id and (subject.owner_id == actor.id or actor.id in companions):
        return Whose.OWN
    if role is not Role.DEVELOPER and not (actor.line_ids and subject.line_id):
        return Whose.OWN_LINE
    return Whose.OWN_LINE if subject.line_id in actor.line_ids else Whose.OTHER_LINE


def may(actor: Actor, action: Action, subject: Subject | None = None) -> bool:
    """Tell whether `actor` may do `action` to `subject` (None: to no ticket in particular)."""
    for role in actor.roles:
        allowed = TABLE[role].get(action)
        if allowed and (subject is None or whose(actor, subject, role) in allowed):
            return True
    return False


def refusal_of(actor: Actor, action: Action, subject: Subject | None = None) -> NotAllowed | None:
    """Return why `actor` may not do `action`, None when he may."""
    if may(actor, action, subject):
        return None
    rows = [TABLE[role].get(action, frozenset()) for role in actor.roles]
    if subject is None or not any(rows):
        return NotAllowed(codes.ROLE, action=action.value)
    if any(Whose.OWN_LINE in row for row in rows):
        return NotAllowed(codes.NOT_YOUR_LINE, line_id=subject.line_id)
    return NotAllowed(codes.NOT_YOUR_TICKET, owner_id=subject.owner_id)


def check_right(actor: Actor, action: Action, subject: Subject | None = None) -> None:
    """Raise NotAllowed ("role", "not_your_line", "not_your_ticket") unless `actor` may do `action` (S3)."""
    refusal = refusal_of(actor, action, subject)
    if refusal is not None:
        raise refusal
