"""What happened in the week, written down for somebody who knows only the rules: `record.jsonl` and `end.json`.

Acts are told by their commands, effects of the system by the facts that the ledger kept. The words are those of
docs/simulator.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, select

from kanbandesk.models.base import table_of
from kanbandesk.models.records import NotificationRow, TaskRow, ViolationRow
from kanbandesk.models.rows import mapping
from kanbandesk.models.tickets import EventRow, TicketRow
from kanbandesk.protocol import Outcome, Result
from kanbandesk.workflow import commands as c
from kanbandesk.workflow import events as f
from kanbandesk.workflow.events import Event
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.records import Notification, Task, Violation
from kanbandesk.workflow.tickets import Ticket

Line = dict[str, Any]
_EVENT, _NOTIFICATION = table_of(EventRow), table_of(NotificationRow)

ACTS: Final[dict[type[c.Command], tuple[str, tuple[str, ...]]]] = {
    c.CreateTicket: ("created", ()),
    c.TakeIn: ("created", ()),
    c.ClaimTicket: ("claimed", ()),
    c.AssignTicket: ("assigned", ("agent_id:agent",)),
    c.ReleaseTicket: ("released", ()),
    c.StartTicket: ("started", ()),
    c.AnswerClient: ("answered", ()),
    c.AskClient: ("asked", ()),
    c.LogCall: ("called", ("has_reached:reached",)),
    c.AddNote: ("noted", ()),
    c.RemindClient: ("reminded", ()),
    c.ReceiveReply: ("replied", ()),
    c.WaitForVendor: ("vendor", ("expected_at",)),
    c.PostponeTicket: ("postponed", ("wake_at", "is_client_told:told")),
    c.ResumeTicket: ("resumed", ()),
    c.HandToDevelopment: ("handed", ("subtask_id:subtask", "due_at")),
    c.FinishSubtask: ("finished", ()),
    c.DeclineSubtask: ("declined", ()),
    c.ProposeSolution: ("proposed", ()),
    c.AcceptSolution: ("accepted", ()),
    c.RejectSolution: ("rejected", ()),
    c.CloseTicket: ("closed", ("closing_reason:reason",)),
    c.ReopenTicket: ("reopened", ()),
    c.EditTicket: ("classified", ()),
    c.TransferTicket: ("transferred", ("line_id:line",)),
    c.AcceptTransfer: ("transfer_accepted", ()),
    c.ReturnTicket: ("transfer_returned", ()),
    c.WithdrawTransfer: ("transfer_withdrawn", ()),
    c.SetAway: ("away", ("agent_id:agent", "is_away", "until")),
    c.AnswerTask: ("task_done", ("task_id:task",)),
    c.AcknowledgeAlarm: ("alarm_acknowledged", ()),
}
"""What each command is called in the record, and which of its fields are told (renamed behind the colon)."""


def _status(event: Event) -> Iterator[Line]:
    fact = event.fact
    assert isinstance(fact, f.StatusChanged)
    if event.actor_kind is Role.SYSTEM and fact.due is not None:
        if fact.cause == c.WakeTicket.name:
            yield {"what": "woken", "due": fact.due}
        elif fact.cause == c.CloseTicket.name:
            yield {"what": "closed", "reason": "solved", "due": fact.due}
        elif fact.cause == c.ReleaseTicket.name:
            yield {"what": "released", "due": fact.due}
    yield {"what": "status", "before": fact.before, "after": fact.after}


def _assigned(event: Event) -> Iterator[Line]:
    fact = event.fact
    assert isinstance(fact, f.TicketAssigned)
    if fact.is_drawn:
        yield {"what": "drawn", "agent": fact.agent_id, "due": fact.due}


def _accepted(event: Event) -> Iterator[Line]:
    fact = event.fact
    assert isinstance(fact, f.TransferAccepted)
    if fact.is_drawn:
        yield {"what": "drawn", "agent": fact.agent_id, "due": fact.due}


def _plain(what: str, *names: str) -> Callable[[Event], Iterator[Line]]:
    """Return what tells a fact by some of its fields, renamed behind the colon."""

    def tell(event: Event) -> Iterator[Line]:
        yield {"what": what, **_fields(event.fact, names)}

    return tell


EFFECTS: Final[dict[type[f.Fact], Callable[[Event], Iterator[Line]]]] = {
    f.StatusChanged: _status,
    f.TicketAssigned: _assigned,
    f.TransferAccepted: _accepted,
    f.DrawWaits: _plain("draw_waits", "due", "told_id:told"),
    f.TicketEscalated: _plain("escalated", "lead_ids:leads", "due"),
    f.NormBroken: _plain("broken", "status_id:status", "degree", "agent_id:agent", "due"),
    f.PromiseBroken: _plain("breached", "sla_class:class", "due", "task_id:task", "agent_id:agent"),
    f.AlarmRaised: _plain("alarmed", "agent_id:agent", "due"),
    f.TaskOverdue: _plain("task_overdue", "task_id:task", "due", "told_ids:told"),
    f.LadderClimbed: _plain("laddered", "step", "due"),
    f.TermMissed: _plain("term_missed", "due"),
}


class Record:
    """The file of what happened, in the order of the server's commits."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8")
        self._count = 0
        self._ver = 0

    def skip(self, connection: Connection) -> None:
        """Leave out what has happened until now: the setting up."""
        self._ver = max((row[0] for row in connection.execute(select(_EVENT.c.ver))), default=0)
        told = connection.execute(select(_NOTIFICATION.c.ver))
        self._ver = max((row[0] for row in told), default=self._ver)

    def act(self, now: int, who: str, command: c.Command, result: Result, **more: object) -> None:
        """Write down what somebody did, or was refused."""
        what, names = ACTS[type(command)]
        ticket_id = getattr(command, "ticket_id", "")
        if result.status is Outcome.REJECTED:
            self._write(now, who, ticket_id, {"what": "refused", "act": what, "code": result.code})
        else:
            self._write(now, who, ticket_id, {"what": what, **_fields(command, names), **more})

    def note(self, now: int, what: str, **more: object) -> None:
        """Write down what is about no ticket: that the server went or came, that an agent is back."""
        self._write(now, "system", "", {"what": what, **more})

    def effects(self, connection: Connection) -> list[Line]:
        """Write down what the ledger has kept since the last look, and who was told; return what was written."""
        written: list[Line] = []
        columns = (*(_EVENT.c[name] for name in mapping(Event).columns), _EVENT.c.ver)
        rows = connection.execute(
            select(*columns).where(_EVENT.c.ver > self._ver).order_by(_EVENT.c.ver, _EVENT.c.position)
        ).all()
        last = self._ver
        for row in rows:
            event = mapping(Event).entity(row)
            last = max(last, row[-1])
            written += [
                self._write(event.recorded_at, _who(event), event.ticket_id, line)
                for line in EFFECTS.get(type(event.fact), _nothing)(event)
            ]
        told = (*(_NOTIFICATION.c[name] for name in mapping(Notification).columns), _NOTIFICATION.c.ver)
        for row in connection.execute(select(*told).where(_NOTIFICATION.c.ver > self._ver)).all():
            notice = mapping(Notification).entity(row)
            last = max(last, row[-1])
            if notice.read_at is None:
                line = {"what": "told", "agent": notice.agent_id, "kind": notice.kind.value}
                written.append(self._write(notice.at, "system", notice.ticket_id, line))
        self._ver = last
        return written

    def close(self) -> None:
        """Write the file to its end."""
        self._file.close()

    def _write(self, now: int, who: str, ticket_id: str, line: Line) -> Line:
        self._count += 1
        whole = {"n": self._count, "t": now, "who": who, "what": line["what"], "ticket": ticket_id, **line}
        self._file.write(json.dumps(whole, ensure_ascii=False) + "\n")
        return whole


_OF_VIOLATION = (
    *("ticket_id:ticket", "kind", "status_id:status", "sla_class:class", "degree"),
    *("since", "until", "moments", "agent_ids:agents"),
)
_OF_TICKET = (
    *("id", "status_id:status", "owner_id:owner", "is_ignored", "companion_ids:companions"),
    *("closed_at", "closing_reason"),
)
_OF_TASK = (
    *("id", "kind", "ticket_id:ticket", "agent_id:agent", "created_at", "due_at", "done_at", "told_at"),
)


def end_file(connection: Connection) -> Line:
    """Return what is there at the end."""

    def all_of(kind: type[Any], table: Any) -> list[Any]:
        return mapping(kind).entities(
            connection.execute(select(*(table.c[name] for name in mapping(kind).columns)))
        )

    violations: list[Violation] = all_of(Violation, table_of(ViolationRow))
    tickets: list[Ticket] = all_of(Ticket, table_of(TicketRow))
    tasks: list[Task] = all_of(Task, table_of(TaskRow))
    return {
        "violations": [_fields(one, _OF_VIOLATION) for one in violations],
        "tickets": [_fields(one, _OF_TICKET) for one in tickets],
        "tasks": [_fields(one, _OF_TASK) for one in tasks],
    }


def _fields(thing: object, names: tuple[str, ...]) -> Line:
    told: Line = {}
    for name in names:
        field, _, word = name.partition(":")
        value = getattr(thing, field)
        told[word or field] = list(value) if isinstance(value, tuple) else value
    return told


def _who(event: Event) -> str:
    return "system" if event.actor_kind is Role.SYSTEM else event.actor_id


def _nothing(_event: Event) -> Iterator[Line]:
    return iter(())
