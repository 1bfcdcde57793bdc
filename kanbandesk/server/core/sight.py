"""What a command names must be in sight of who gives it: a ticket on another's board does not exist for him.

Which fields name tickets, boards, tasks or earlier mutations follows from their names; a test keeps the lists complete.
"""

from __future__ import annotations

import dataclasses
import functools
import typing
from collections.abc import Callable, Hashable, Iterator
from operator import attrgetter
from typing import Any, cast

from kanbandesk.models.store import Store
from kanbandesk.workflow import codes
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.commands import Command, ImportedTicket, ImportTickets, Place
from kanbandesk.workflow.errors import NotFound
from kanbandesk.workflow.people import Actor, Role
from kanbandesk.workflow.records import Task
from kanbandesk.workflow.tickets import Link, Ticket

TICKETS = frozenset(
    {"ticket_id", "target_id", "token_ticket_id", "new_ticket_id", "subtask_id", "after", "before"}
)
BOARDS = frozenset({"board_id"})
LINKS = frozenset({"link_id"})
TASKS = frozenset({"task_id"})
MUTATIONS = frozenset({"uid"})
Getter = Callable[[Any], Any]


def check_in_sight(store: Store, actor: Actor, command: Command) -> None:
    """Raise NotFound for a ticket or a board that the command names and the actor does not see."""
    if actor.kind is not Role.AGENT:
        return
    hidden = {board.id for board in store.scan(Board) if not board.is_seen_by(actor.id)}
    if not hidden:
        return
    named = named_fields(cast("Hashable", type(command)))
    for board_id in _values(named[BOARDS], command):
        if board_id in hidden:
            raise NotFound(codes.NOT_FOUND, kind="Board", id=board_id)
    for ticket_id in _tickets(store, named, command):
        ticket = store.find(Ticket, ticket_id)
        if ticket is not None and ticket.board_id in hidden:
            raise NotFound(codes.NOT_FOUND, kind="Ticket", id=ticket_id)
    if isinstance(command, ImportTickets):
        for each in command.tickets:
            if each.ticket.board_id in hidden:
                raise NotFound(codes.NOT_FOUND, kind="Board", id=each.ticket.board_id)
            _check_tied(store, each, hidden)


def _check_tied(store: Store, imported: ImportedTicket, hidden: set[str]) -> None:
    """Raise NotFound for a hidden ticket that one from elsewhere is tied to."""
    ticket = imported.ticket
    tied = {ticket.parent_id, ticket.subtask_id, ticket.merged_into} - {""}
    for link in imported.links:
        tied |= {link.source_id, link.target_id}
    for ticket_id in sorted(tied):
        known = store.find(Ticket, ticket_id)
        if known is not None and known.board_id in hidden:
            raise NotFound(codes.NOT_FOUND, kind="Ticket", id=ticket_id)


@functools.cache
def named_fields(kind: Any) -> dict[frozenset[str], tuple[Getter, ...]]:
    """Return how to get what the fields of such a command name: tickets, boards, links, tasks, mutations."""
    found: dict[frozenset[str], list[Getter]] = {
        names: [] for names in (TICKETS, BOARDS, LINKS, TASKS, MUTATIONS)
    }
    hints = typing.get_type_hints(kind)
    for field in dataclasses.fields(kind):
        if Place in (hints[field.name], *typing.get_args(hints[field.name])):
            for inner in dataclasses.fields(Place):
                found[TICKETS].append(_through(field.name, inner.name))
        for names, getters in found.items():
            if field.name in names:
                getters.append(attrgetter(field.name))
    return {names: tuple(getters) for names, getters in found.items()}


def named_tickets(command: Command) -> Iterator[str]:
    """Yield the tickets that a command names by themselves."""
    return _values(named_fields(cast("Hashable", type(command)))[TICKETS], command)


def _through(outer: str, inner: str) -> Getter:
    def get(command: Any) -> Any:
        place = getattr(command, outer)
        return "" if place is None else getattr(place, inner)

    return get


def _values(getters: tuple[Getter, ...], command: Command) -> Iterator[str]:
    return (value for getter in getters if (value := getter(command)))


def _tickets(
    store: Store, named: dict[frozenset[str], tuple[Getter, ...]], command: Command
) -> Iterator[str]:
    yield from _values(named[TICKETS], command)
    for link_id in _values(named[LINKS], command):
        link = store.find(Link, link_id)
        if link is not None:
            yield from (link.source_id, link.target_id)
    for task_id in _values(named[TASKS], command):
        task = store.find(Task, task_id)
        if task is not None:
            yield task.ticket_id
    for uid in _values(named[MUTATIONS], command):
        yield from {event.ticket_id for event in store.events_of(uid)}
