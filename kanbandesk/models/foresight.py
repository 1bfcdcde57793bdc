"""What mutations will ask for, asked at once for all of them, before the first is decided.

On PostgreSQL each question in the middle of deciding is a round trip, for which everybody waits. What is foreseen too
little is asked for when it is wanted.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kanbandesk.models import statements
from kanbandesk.models.columns import FEW
from kanbandesk.models.gathering import Asked, Gathering, Rows
from kanbandesk.models.rows import mapping
from kanbandesk.workflow.promises import breach_id
from kanbandesk.workflow.records import Violation
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.violations import run_ids


class Foresight:
    """Knows how to ask for what a Gathering does not hold yet; all but entities only of PostgreSQL."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._is_far = gathering.direct.can_send_ahead

    def entities(self, kind: type[Any], ids: Iterable[str]) -> list[Asked]:
        """Return what is to be asked for entities that will be read."""
        known = self._gathering.memory.of(kind)
        wanted = [entity_id for entity_id in dict.fromkeys(ids) if entity_id not in known]
        if not wanted:
            return []

        def take_in(rows: Rows) -> None:
            known.update(dict.fromkeys(wanted))
            known.update((entity.id, entity) for entity in mapping(kind).entities(rows))

        return [Asked(self._gathering.sql.of(kind).several, {"ids": statements.listed(wanted)}, take_in)]

    def violations(self, ticket_ids: Iterable[str]) -> list[Asked]:
        """Return what is to be asked for the violations of tickets that are known, or asked for before this.

        Mostly there are none, which is what has to be known.
        """
        if not self._is_far:
            return []
        known, tickets = self._gathering.memory.of(Violation), self._gathering.memory.of(Ticket)

        def is_wanted(ticket: Ticket | None) -> bool:
            return ticket is None or not all(map(known.__contains__, _violation_ids(ticket)))

        wanted = [ticket_id for ticket_id in dict.fromkeys(ticket_ids) if is_wanted(tickets.get(ticket_id))]
        if not wanted:
            return []

        def take_in(rows: Rows) -> None:
            found = {violation.id: violation for violation in mapping(Violation).entities(rows)}
            for ticket in filter(None, map(tickets.get, wanted)):
                for violation_id in _violation_ids(ticket):
                    known.setdefault(violation_id, found.get(violation_id))

        return [Asked(self._gathering.sql.violations, {"ids": statements.listed(wanted)}, take_in)]

    def neighbours(self, ticket_ids: Iterable[str], *, is_next: bool) -> list[Asked]:
        """Return what is to be asked for the neighbours of tickets beside which others will be placed."""
        wanted = list(dict.fromkeys(ticket_ids))
        if not wanted or not self._is_far:
            return []
        ranks = statements.NEXT_RANKS if is_next else statements.PREVIOUS_RANKS
        question = statements.nearest(ranks, FEW)

        def take_in(rows: Rows) -> None:
            for status_id, rank, near, near_id in rows:
                found = self._gathering.places_asked.setdefault((question, status_id, rank), [])
                if near is not None and len(found) < FEW:
                    found.append((near, near_id))

        return [Asked(statements.around(ranks, FEW), {"ids": statements.listed(wanted)}, take_in)]

    def edges(self) -> list[Asked]:
        """Return what is to be asked for the ends of columns that the transaction before had asked for."""
        if not self._is_far:
            return []
        found = self._gathering.places_asked
        return [
            Asked(statement, {"status_id": status_id}, functools.partial(found.__setitem__, key))
            for key in self._gathering.edges - found.keys()
            for statement, status_id in [key]
        ]

    def stories(self, after: Mapping[str, int]) -> list[Asked]:
        """Return what is to be asked for that was recorded of tickets after the moment (UTC ms) given for each."""
        if not self._is_far:
            return []

        def asking(ticket_id: str, moment: int) -> Asked:
            def take_in(rows: Rows) -> None:
                self._gathering.stories[ticket_id] = (moment, rows)

            return Asked(statements.EVENTS_ON_TICKET, {"ticket_id": ticket_id, "after": moment}, take_in)

        return [asking(*each) for each in after.items() if each[0] not in self._gathering.stories]


def _violation_ids(ticket: Ticket) -> Iterator[str]:
    """Yield the ids of the violations that keeping a ticket asks for."""
    yield from run_ids(ticket)
    if ticket.sla is not None:
        yield breach_id(ticket, ticket.sla.started_at, "violation")
