"""What is due without anybody doing anything: postponed tickets wake (R10b), solved ones close (R11a).

Each due thing is a mutation of the system whose uid follows from the ticket and the moment, so that it happens once
however often the program is stopped and started.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select

from kanbandesk.models.base import table_of
from kanbandesk.models.rows import SETTINGS, setting
from kanbandesk.models.statements import sql_for
from kanbandesk.models.tickets import TicketRow
from kanbandesk.protocol import mutation_of
from kanbandesk.server.core.ledger import Submission
from kanbandesk.server.core.receipts import known_uids
from kanbandesk.workflow.commands import CloseTicket, Command, WakeTicket
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import ClosingReason, StatusKind, Workflow

CLIENT_ID = "timers"
_NAMESPACE = uuid.UUID("0f0b3c9e-6a8f-5d55-9d8e-2f3b8f3c7a10")
_TICKET = table_of(TicketRow)
_MOMENTS = (_TICKET.c.wake_at, _TICKET.c.proposed_at)
_UNTIL = {
    moment.name: select(_TICKET.c.id, moment).where(
        _TICKET.c.status_id.in_(bindparam("status_ids", expanding=True)), moment <= bindparam("last")
    )
    for moment in _MOMENTS
}
_FIRST_AFTER = {
    moment.name: select(func.min(moment)).where(
        _TICKET.c.status_id == bindparam("status_id"), moment > bindparam("last")
    )
    for moment in _MOMENTS
}


@dataclass(frozen=True, slots=True)
class _Due:
    """A command that becomes due at a moment; `key` makes it happen once."""

    at: int
    key: str
    command: Command

    @property
    def uid(self) -> str:
        return str(uuid.uuid5(_NAMESPACE, self.key))


def due_submissions(connection: Connection, now: int) -> list[Submission]:
    """Return what is due by `now` (UTC ms) and was not decided yet, in due order."""
    workflow = _workflow(connection)
    found = sorted(
        [*_wakes(connection, workflow, now), *_closes(connection, workflow, now)],
        key=lambda due: (due.at, due.key),
    )
    decided = known_uids(connection, [due.uid for due in found])
    return [_submission(due, now) for due in found if due.uid not in decided]


def next_due(connection: Connection, now: int) -> int | None:
    """Return the first moment after `now` at which something becomes due, None when nothing will."""
    workflow = _workflow(connection)
    wake = _first_after(connection, workflow, StatusKind.POSTPONED, "wake_at", now)
    last = now - workflow.auto_close_after
    proposed = _first_after(connection, workflow, StatusKind.SOLVED, "proposed_at", last)
    moments = [wake, None if proposed is None else proposed + workflow.auto_close_after]
    return min((moment for moment in moments if moment is not None), default=None)


def _wakes(connection: Connection, workflow: Workflow, now: int) -> Iterator[_Due]:
    """Waking happens at its instant, at night too (R10b)."""
    for ticket_id, wake_at in _until(connection, workflow, StatusKind.POSTPONED, "wake_at", now):
        yield _Due(wake_at, f"wake:{ticket_id}:{wake_at}", WakeTicket(ticket_id=ticket_id))


def _closes(connection: Connection, workflow: Workflow, now: int) -> Iterator[_Due]:
    """No answer to a proposal for 2 days closes the ticket (R11a)."""
    last = now - workflow.auto_close_after
    for ticket_id, proposed_at in _until(connection, workflow, StatusKind.SOLVED, "proposed_at", last):
        command = CloseTicket(ticket_id=ticket_id, closing_reason=ClosingReason.SOLVED)
        yield _Due(proposed_at + workflow.auto_close_after, f"close:{ticket_id}:{proposed_at}", command)


def _submission(due: _Due, now: int) -> Submission:
    return Submission(
        mutation=mutation_of(due.command, uid=due.uid, at=now),
        client_id=CLIENT_ID,
        actor_kind=Role.SYSTEM,
        command=due.command,
    )


def _workflow(connection: Connection) -> Workflow:
    asked = {"of_kind": SETTINGS[Workflow], "id": "default"}
    text: str = connection.execute(sql_for(connection.dialect.name).settings.one, asked).scalar_one()
    return setting(Workflow, text)


def _until(
    connection: Connection, workflow: Workflow, kind: StatusKind, column: str, last: int
) -> list[tuple[str, int]]:
    asked = {"status_ids": _of_kind(workflow, kind), "last": last}
    return [(ticket_id, moment) for ticket_id, moment in connection.execute(_UNTIL[column], asked)]


def _first_after(
    connection: Connection, workflow: Workflow, kind: StatusKind, column: str, last: int
) -> int | None:
    moments = [
        connection.scalar(_FIRST_AFTER[column], {"status_id": status_id, "last": last})
        for status_id in _of_kind(workflow, kind)
    ]
    return min((moment for moment in moments if moment is not None), default=None)


def _of_kind(workflow: Workflow, kind: StatusKind) -> list[str]:
    return [status.id for status in workflow.statuses if status.kind is kind]
