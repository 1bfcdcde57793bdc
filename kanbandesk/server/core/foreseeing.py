"""What deciding commands will ask the database for, as far as the commands and the tickets that they name tell it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from kanbandesk.models.foresight import Foresight
from kanbandesk.models.gathering import Asked
from kanbandesk.models.memory import Memory
from kanbandesk.server.core.sight import named_tickets
from kanbandesk.workflow.clients import Client
from kanbandesk.workflow.commands import Command, OnTicket
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.promises import broken_since, may_be_broken
from kanbandesk.workflow.tickets import Ticket


def foreseen(foresight: Foresight, commands: Sequence[Command], agent_ids: Iterable[str]) -> list[Asked]:
    """Return what is to be asked for what the commands name: tickets, who lies beside them, and who acts."""
    places = [place for command in commands if (place := getattr(command, "place", None)) is not None]
    return [
        *foresight.entities(Ticket, itertools.chain.from_iterable(map(named_tickets, commands))),
        *foresight.violations(one.ticket_id for one in commands if isinstance(one, OnTicket)),
        *foresight.entities(Agent, agent_ids),
        *foresight.edges(),
        *foresight.neighbours([one.after for one in places if one.after], is_next=True),
        *foresight.neighbours([one.before for one in places if not one.after], is_next=False),
    ]


def foreseen_behind(
    foresight: Foresight, memory: Memory, commands: Sequence[Command], now: int
) -> list[Asked]:
    """Return what the rules will look up of tickets that are known now: for promises broken by `now` (R12)."""
    known, ticket_ids = (
        memory.of(Ticket),
        dict.fromkeys(one.ticket_id for one in commands if isinstance(one, OnTicket)),
    )
    broken = [ticket for ticket in filter(None, map(known.get, ticket_ids)) if may_be_broken(ticket, now)]
    return [
        *foresight.entities(Client, (ticket.client_id for ticket in broken if ticket.client_id)),
        *foresight.stories({ticket.id: broken_since(ticket) for ticket in broken}),
    ]
