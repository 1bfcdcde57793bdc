"""What is due without anybody doing anything: found by an index, told by the rulebook, done by ordinary commands.

Each due thing is a mutation of the system whose uid follows from what it is about, so that it happens once however
often the program is stopped and started, and whoever leads. Tickets are found by the moment that they keep
(`timer_at`), tasks when they are over due, agents when they said that they would be back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, func, select

from kanbandesk.models.base import table_of
from kanbandesk.models.people import AgentRow
from kanbandesk.models.records import TaskRow
from kanbandesk.models.rows import SETTINGS, mapping, setting
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.statements import sql_for
from kanbandesk.models.tickets import TicketRow
from kanbandesk.protocol import mutation_of
from kanbandesk.server.core.ledger import MOST, Submission
from kanbandesk.server.core.receipts import known_uids
from kanbandesk.workflow.ageing import Timetable, in_order
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.commands import LookAgain, RemindOfTask, ReturnAgent
from kanbandesk.workflow.dues import Due, House
from kanbandesk.workflow.people import Agent, Line, Role
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.timers import due, in_due_order

CLIENT_ID = "timers"
AT_ONCE = 25
"""Tickets read in one go: most have two things due, and one transaction takes no more than 50."""
_TICKET, _TASK, _AGENT = table_of(TicketRow), table_of(TaskRow), table_of(AgentRow)
_OPEN_TASK = (_TASK.c.done_at.is_(None), _TASK.c.told_at.is_(None))
_TICKETS = (
    select(*(_TICKET.c[name] for name in mapping(Ticket).columns))
    .where(_TICKET.c.timer_at < bindparam("now"))
    .order_by(_TICKET.c.timer_at)
    .limit(MOST)
)
_TASKS = select(_TASK.c.id, _TASK.c.due_at).where(*_OPEN_TASK, _TASK.c.due_at < bindparam("now"))
_AGENTS = select(_AGENT.c.id, _AGENT.c.away_until).where(
    _AGENT.c.is_away, _AGENT.c.away_until < bindparam("now")
)
_NEXT: tuple[Select[Any], ...] = (
    select(func.min(_TICKET.c.timer_at)).where(_TICKET.c.timer_at.is_not(None)),
    select(func.min(_TASK.c.due_at)).where(*_OPEN_TASK, _TASK.c.due_at >= bindparam("now")),
    select(func.min(_AGENT.c.away_until)).where(_AGENT.c.is_away, _AGENT.c.away_until >= bindparam("now")),
)
T = TypeVar("T")


def due_submissions(connection: Connection, now: int) -> list[Submission]:
    """Return what was due before `now` (UTC ms; C4) and was not decided yet, in due order.

    What falls due after more than one transaction takes, or after somebody comes back, is left for the next look.
    """
    if not _process(connection).are_timers_on:
        return []
    others = [*_over_due(connection, now), *_back(connection, now)]
    decided = known_uids(connection, [one.uid for one in others])
    left = [one for one in others if one.uid not in decided]
    left += _on_tickets(connection, now)
    return [_submission(one, now) for one in sorted(_until_a_return(left), key=in_due_order)[:MOST]]


def next_due(connection: Connection, now: int) -> int | None:
    """Return the moment after which something is due next, None when nothing will be.

    It may lie before `now`: then there is something to be done at once.
    """
    if not _process(connection).are_timers_on:
        return None
    moments = [connection.scalar(question, {"now": now}) for question in _NEXT]
    return min((moment for moment in moments if moment is not None), default=None)


def _over_due(connection: Connection, now: int) -> Iterator[Due]:
    """Tasks that nobody has done in time (R12)."""
    for task_id, at in connection.execute(_TASKS, {"now": now}):
        yield Due(at=at, key=f"task:{task_id}:{at}", command=RemindOfTask(task_id=task_id, due=at))


def _back(connection: Connection, now: int) -> Iterator[Due]:
    """Agents who said that they would be back (R1a)."""
    for agent_id, at in connection.execute(_AGENTS, {"now": now}):
        yield Due(at=at, key=f"return:{agent_id}:{at}", command=ReturnAgent(agent_id=agent_id, due=at))


def _on_tickets(connection: Connection, now: int) -> list[Due]:
    """Return what is left to be done for tickets: all of it, or as much as one transaction takes.

    What is due behind the moment of the last ticket that was read may come after what is due for others: it is left.
    """
    found: list[Due] = []
    left: list[tuple[Ticket, list[Due]]] = []
    house: House | None = None
    with closing(connection.execute(_TICKETS, {"now": now})) as rows:
        while len(found) < MOST and (read := rows.fetchmany(AT_ONCE)):
            house = house or house_at(connection, now)
            left += _undecided(connection, mapping(Ticket).entities(read), house)
            is_all = len(read) < AT_ONCE
            last = now if is_all else left[-1][0].timer_at or 0
            found = [one for ticket, dues in left for one in _up_to(last, ticket, dues, now)]
    return found


def _undecided(
    connection: Connection, tickets: Sequence[Ticket], house: House
) -> list[tuple[Ticket, list[Due]]]:
    """Return the tickets, each with what was due for it before the house's moment and was not decided yet."""
    by_ticket = [(ticket, due(ticket, house)) for ticket in tickets]
    decided = known_uids(connection, [one.uid for _, dues in by_ticket for one in dues])
    return [(ticket, [one for one in dues if one.uid not in decided]) for ticket, dues in by_ticket]


def _up_to(last: int, ticket: Ticket, left: Sequence[Due], now: int) -> Sequence[Due]:
    """Return what is left for the ticket and due by `last`; where that is nothing, to look at it again.

    A ticket that was looked at too early would be read for ever and keep others from being read.
    """
    decided_until = left[0].at if left else now
    return [one for one in left if one.at <= last] or [_look_again(ticket, decided_until)]


def _until_a_return(found: Sequence[Due]) -> list[Due]:
    """Return what is due until the first who comes back does: draws that waited for him are due then (R1c, C5)."""
    first = min((one.at for one in found if isinstance(one.command, ReturnAgent)), default=None)
    return [one for one in found if first is None or one.at <= first]


def _look_again(ticket: Ticket, decided_until: int) -> Due:
    """Nothing is left to be done for the ticket: its next look has to be reckoned, or it is found for ever.

    By a command, since the moment lies in the ticket's row, which desks compare with the server's.
    """
    command = LookAgain(ticket_id=ticket.id, revision=ticket.revision, decided_until=decided_until)
    return Due(at=ticket.timer_at or 0, key=f"look:{ticket.id}:{ticket.revision}", command=command)


def _submission(one: Due, now: int) -> Submission:
    return Submission(
        mutation=mutation_of(one.command, uid=one.uid, at=now),
        client_id=CLIENT_ID,
        actor_kind=Role.SYSTEM,
        command=one.command,
    )


def house_at(connection: Connection, now: int) -> House:
    """Return the workspace's settings and people as they are stored."""
    shelf = Shelf(connection)
    lines = in_order(_all(shelf, Line))
    return House(
        workflow=next(iter(_all(shelf, Workflow))),
        process=next(iter(_all(shelf, Process)), Process()),
        timetable=Timetable.of(lines.values(), _all(shelf, Calendar)),
        lines=lines,
        agents={agent.id: agent for agent in _all(shelf, Agent)},
        now=now,
    )


def _all(shelf: Shelf, kind: type[T]) -> Iterable[T]:
    return shelf.select(kind, {})


def _process(connection: Connection) -> Process:
    asked = {"of_kind": SETTINGS[Process], "id": "default"}
    text = connection.execute(sql_for(connection.dialect.name).settings.one, asked).scalar_one_or_none()
    return Process() if text is None else setting(Process, text)
