"""Other hours, other people: what was due by those that held until now, and whom the change puts on or off shift.

A draw's or a release's moment is reckoned from the hours that hold now. So a change first does the releases that were
due before it (C5), then keeps on the agents since when they are there by its word (`Agent.since`), and takes back
what those have not started whom it sends off shift: due at the change, and not when the new hours would have had it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from kanbandesk.workflow.calendars import is_open
from kanbandesk.workflow.commands import ReleaseTicket
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.handlers.ownership import give_back
from kanbandesk.workflow.handlers.work import Work
from kanbandesk.workflow.people import SYSTEM, Agent
from kanbandesk.workflow.rosters import hours, is_away, works_on
from kanbandesk.workflow.statuses import StatusKind
from kanbandesk.workflow.tickets import Ticket
from kanbandesk.workflow.timers import due, in_due_order
from kanbandesk.workflow.transaction import Context, Transaction

JUST_BEFORE: Final = 1
"""Who is there until the very moment of a change was there before it (C4)."""


class ShiftChange:
    """A change of who is there when: made before anything of it is kept.

    With an agent it is his own, and only his tickets are looked at.
    """

    def __init__(self, tx: Transaction, ctx: Context, agent_id: str = "") -> None:
        self._tx = tx
        self._ctx = replace(ctx, actor=SYSTEM, at=ctx.now)
        self._agent_id = agent_id
        self._give_back_what_is_due()
        house = self._house()
        self._places = (
            {} if agent_id else {agent.id: _places(agent, house) for agent in house.agents.values()}
        )
        before = ctx.now - JUST_BEFORE
        self._held_on_shift = {
            ticket.id for ticket in self._unstarted(house) if _is_there(ticket, house, before)
        }

    def keep_presence(self) -> None:
        """Note on everybody who has other hours or lines now that he is there, or not, by them from now on (C3, C5).

        Who is away has been so since he said it.
        """
        house = self._house()
        for agent in list(house.agents.values()):
            has_others = self._places.get(agent.id) != _places(agent, house)
            if has_others and agent.is_active and not is_away(agent, house.now):
                self._tx.put(replace(agent, since=house.now))

    def give_back_what_is_left(self) -> None:
        """Take back what those have not started whom the change has sent off shift (R1d)."""
        house = self._house()
        if not house.process.are_timers_on:
            return
        for ticket in self._unstarted(house):
            if ticket.id in self._held_on_shift and not _is_there(ticket, house, house.now):
                self._give_back(ticket, house.now)

    def _give_back_what_is_due(self) -> None:
        """Do the releases that were due before now: a shift that is longer now has ended all the same (R1d, C5)."""
        house = self._house()
        found = [one for ticket in self._unstarted(house) for one in due(ticket, house)]
        for one in sorted(found, key=in_due_order):
            if isinstance(one.command, ReleaseTicket):
                self._give_back(self._tx.get(Ticket, one.command.ticket_id), one.at)

    def _unstarted(self, house: House) -> list[Ticket]:
        """Return the tickets that have an owner who has not started, and are not offered to another line."""
        scan = partial(self._tx.scan, Ticket, status_id=house.workflow.of_kind(StatusKind.ASSIGNED).id)
        tickets = scan(owner_id=self._agent_id) if self._agent_id else scan()
        return [ticket for ticket in tickets if ticket.owner_id and not ticket.offered_line_id]

    def _give_back(self, ticket: Ticket, at: int) -> None:
        give_back(Work(self._tx, self._ctx, ticket), ReleaseTicket(ticket_id=ticket.id, due=at))

    def _house(self) -> House:
        return House.of(self._tx, self._ctx.now)


def _places(agent: Agent, house: House) -> list[object]:
    """Return where somebody works, and when."""
    return [
        (line_id, hours(agent, line_id, house)) for line_id in house.lines if works_on(agent, line_id, house)
    ]


def _is_there(ticket: Ticket, house: House, at: int) -> bool:
    """Tell whether nothing takes the ticket from its owner at `at`; who is away loses it by his own word's moment."""
    owner = house.agents.get(ticket.owner_id)
    if owner is None or not owner.is_active or is_away(owner, house.now):
        return False
    return is_open(hours(owner, ticket.line_id, house), at)
