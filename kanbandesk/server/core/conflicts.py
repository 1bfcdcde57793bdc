"""What became known after a desk had seen a ticket (sync.md 1.8).

A field that somebody else has set since is set all the same, as the last to arrive wins; the desk is told what it
overwrote. What the client is told cannot be taken back, so it is refused when the client has written since.
"""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import and_, bindparam, exists, not_, select

from kanbandesk.models.base import table_of
from kanbandesk.models.direct import Direct
from kanbandesk.models.ledger import CommitLog
from kanbandesk.models.store import Store
from kanbandesk.models.tickets import EventRow, MessageRow
from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import (
    AnswerClient,
    AskClient,
    CloseTicket,
    Command,
    MergeTickets,
    OnTicket,
    ProposeSolution,
    RemindClient,
)
from kanbandesk.workflow.errors import Stale
from kanbandesk.workflow.tickets import MessageKind, Ticket

FINAL = (AnswerClient, AskClient, RemindClient, ProposeSolution, CloseTicket, MergeTickets)
"""What the client is told or cannot be taken back, and so answers his last word or is not done."""
SCALARS = (
    "title",
    "status_id",
    "owner_id",
    "line_id",
    "priority",
    "client_id",
    "requester_id",
    "category",
    "urgency_case",
    "sla_class",
    "wake_at",
    "expected_at",
    "due_at",
    "tracker_key",
    "vendor",
    "vendor_reference",
    "blocked_reason",
    "problem",
    "done",
    "closing_reason",
)
"""The fields of a ticket that a person sets; the others follow from them, are merged, or are the timers'."""
_MESSAGE, _EVENT, _LOG = table_of(MessageRow), table_of(EventRow), table_of(CommitLog)
_NEWER_WORD = (
    select(_MESSAGE.c.id)
    .where(
        _MESSAGE.c.ticket_id == bindparam("ticket_id"),
        _MESSAGE.c.kind == MessageKind.CLIENT.value,
        _MESSAGE.c.ver > bindparam("seen"),
        not_(exists().where(and_(_LOG.c.ver == _MESSAGE.c.ver, _LOG.c.actor == bindparam("me")))),
    )
    .limit(1)
)
_SINCE = (
    select(_EVENT.c.actor_id, _EVENT.c.changes)
    .where(_EVENT.c.ticket_id == bindparam("ticket_id"), _EVENT.c.ver > bindparam("seen"))
    .order_by(_EVENT.c.ver, _EVENT.c.position)
)
Params = dict[str, str | int | None]


def check_answers_last_word(store: Store, command: Command, seen: dict[str, int]) -> None:
    """Raise Stale("newer_reply", ticket_id=…) when the client has written what the doer had not seen.

    What the doer himself took down of the client's words he knew.
    """
    if not seen or not isinstance(command, FINAL):
        return
    for ticket_id in (command.ticket_id, getattr(command, "target_id", "")):
        ticket = store.find(Ticket, ticket_id) if ticket_id in seen else None
        if ticket is None or ticket.revision <= seen[ticket_id]:
            continue
        asked = {"ticket_id": ticket_id, "seen": seen[ticket_id], "me": store.context.actor.id}
        if store.direct.first(_NEWER_WORD, asked) is not None:
            raise Stale(codes.NEWER_REPLY, ticket_id=ticket_id)


def overwritten(store: Store, command: Command, seen: dict[str, int]) -> Params:
    """Return what the command overwrote of others' on its ticket, empty when nothing.

    Parameters: `ticket_id`, then `field`, `who_id` and `value` (canonical JSON of what they had set) of the first
    such field; of further ones `field_2`, `who_id_2`, `value_2` and so on. To be asked between handling and flushing.
    """
    if not isinstance(command, OnTicket):
        return {}
    last_seen = seen.get(command.ticket_id)
    before = store.before(command.ticket_id)
    if last_seen is None or before is None or before.revision <= last_seen:
        return {}
    after = store.find(Ticket, command.ticket_id)
    mine = [name for name in SCALARS if getattr(before, name) != getattr(after, name, None)]
    theirs = _set_since(store.direct, command.ticket_id, last_seen) if mine and after is not None else {}
    params: Params = {}
    for name in mine:
        who_id, value = theirs.get(name, (store.context.actor.id, ""))
        if who_id != store.context.actor.id:
            number = len(params) // 3 + 1
            suffix = "" if number == 1 else f"_{number}"
            params |= {f"field{suffix}": name, f"who_id{suffix}": who_id, f"value{suffix}": value}
    return {"ticket_id": command.ticket_id, **params} if params else {}


def _set_since(direct: Direct, ticket_id: str, seen: int) -> dict[str, tuple[str, str]]:
    """Return who set each field of a ticket last after a version, and to what."""
    found: dict[str, tuple[str, str]] = {}
    for actor_id, text in direct.all(_SINCE, {"ticket_id": ticket_id, "seen": seen}):
        changes: list[Any] = json.loads(text)
        for name, _, value in changes:
            found[name] = (actor_id, value)
    return found
