"""What a new workspace begins with. The only writing that is no command: there is nobody yet who could give one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, insert

from kanbandesk.models.head import Head
from kanbandesk.models.ledger import Meta, SyncHead
from kanbandesk.models.store import Store
from kanbandesk.server.core.zones import UTC
from kanbandesk.workflow.boards import Board, Column, default_board
from kanbandesk.workflow.first_words import ENGLISH
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import SYSTEM, Agent, Line, Role
from kanbandesk.workflow.process import default_process
from kanbandesk.workflow.statuses import default_workflow
from kanbandesk.workflow.transaction import Context

LINES = (
    Line(id="first", name="First line", position=0),
    Line(id="second", name="Second line", position=1),
    Line(id="third", name="Third line", position=2),
    Line(id="commercial", name="Commercial", position=3),
    Line(id="development", name="Development", position=4),
)
DEVELOPMENT = Board(
    id="development",
    name="Development",
    columns=(
        Column(id="new", name="New", status_ids=("new", "assigned")),
        Column(id="in_progress", name="In progress", status_ids=("in_progress",)),
        Column(id="done", name="Done", status_ids=("solved", "closed")),
    ),
)
"""Where sub-tasks go (R9)."""
TIMERS = "timers"
"""What a home says of itself by "off": its timers begin switched off (C9)."""


def first_person(name: str) -> Agent:
    """Return who begins a workspace: an agent who may also administer it.

    Without lines of his own he is on every line, also on those that an import brings.
    """
    return Agent(
        id=new_id(),
        name=name,
        roles=(Role.AGENT, Role.ADMINISTRATOR),
    )


def create_workspace(
    connection: Connection,
    *,
    me: Agent,
    now: int,
    meta: Iterable[tuple[str, str]] = (),
    time_zone: str = UTC,
    language: str = ENGLISH,
) -> None:
    """Fill an empty database: the head, the default workflow, board and lines, and its first person.

    `now` is the workspace's first moment (UTC ms), `time_zone` where it is (C1), `language` that in which it
    writes to clients. Where `meta` has timers "off", they are until somebody switches them on (C9). Runs in the
    caller's transaction.
    """
    known = dict(meta)
    head = Head(ver=1, next_number=1, now=now)
    connection.execute(
        insert(SyncHead),
        {
            "id": 1,
            "epoch": new_id(),
            "ver": head.ver,
            "horizon": 0,
            "next_number": head.next_number,
            "now": now,
        },
    )
    connection.execute(
        insert(Meta), [{"key": key, "value": value} for key, value in (*known.items(), ("me", me.id))]
    )
    store = Store(connection, Context(actor=SYSTEM, uid=new_id(), now=now, at=now), head)
    workflow = default_workflow()
    store.put(workflow)
    process = default_process(language)
    store.put(replace(process, are_timers_on=known.get(TIMERS) != "off", time_zone=time_zone))
    store.put(default_board(workflow))
    store.put(DEVELOPMENT)
    for line in LINES:
        store.put(line)
    store.put(me)
    store.flush()
