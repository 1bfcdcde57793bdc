"""What is offered to this person: new tickets of his lines that nobody has, and transfers to them (R1a, R8a).

Not for the first painting: it asks the rulebook who works on which line.
"""

from __future__ import annotations

from kanbandesk.ui.countdown import Countdown
from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.cards import BoardSnapshot, Card
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.rosters import is_on_shift, works_on
from kanbandesk.workflow.statuses import StatusKind


def house_of(snapshot: BoardSnapshot) -> House:
    """Return the settings and people of a board, as the rulebook reckons with them."""
    lines = sorted(snapshot.lines, key=lambda line: (line.position, line.id))
    people = {agent.id: agent for agent in (*snapshot.agents, snapshot.me) if agent.id}
    return House(
        now=snapshot.now,
        workflow=snapshot.workflow,
        process=snapshot.process,
        timetable=Timetable.of(lines, snapshot.calendars),
        lines={line.id: line for line in lines},
        agents=people,
    )


class Offers:
    """Answers for one person and the settings as they are now."""

    def __init__(self) -> None:
        self._me = Agent(id="", name="", is_active=False)
        self._house: House | None = None
        self._new: frozenset[str] = frozenset()
        self._whole = 0
        self._mine: dict[str, bool] = {}  # lines asked about

    def settle(self, snapshot: BoardSnapshot) -> None:
        """Take the settings and the person."""
        self._me, self._house, self._mine = snapshot.me, house_of(snapshot), {}
        new = [status for status in snapshot.workflow.statuses if status.kind is StatusKind.NEW]
        self._new = frozenset(status.id for status in new)
        self._whole = next((status.norm[0] for status in new if status.norm), 0)

    @property
    def whole(self) -> int:
        """How long a new ticket may be claimed in all (ms): New's first degree (R1d), 0 where it has no norm."""
        return self._whole

    @property
    def are_timers_on(self) -> bool:
        """Tell whether the system draws at all (C9)."""
        return self._house is not None and self._house.process.are_timers_on

    def is_new(self, card: Card) -> bool:
        """Tell whether a card is a new ticket of this person's lines that nobody has."""
        return not card.owner_id and card.status_id in self._new and self._is_mine(card.line_id)

    def is_transfer(self, card: Card) -> bool:
        """Tell whether somebody else's ticket is offered to this person's lines (R8a)."""
        return (
            bool(card.offered_line_id)
            and card.owner_id != self._me.id
            and self._is_mine(card.offered_line_id)
        )

    def countdown(self, card: Card, now: int) -> Countdown | None:
        """Return how long a new ticket may still be claimed; None when nothing counts down for this person.

        Nothing does while the line is closed (the moment is then further away than the whole), while one is off shift
        or away, and while the timers are off (C9).
        """
        if card.due1 is None or not self._whole or not self.is_new(card):
            return None
        left = card.due1 - now
        if not 0 < left <= self._whole or self._house is None or not self.are_timers_on:
            return None
        is_here = is_on_shift(self._me, card.line_id, self._house, now)
        return Countdown(left, self._whole) if is_here else None

    def _is_mine(self, line_id: str) -> bool:
        known = self._mine.get(line_id)
        if known is None:
            known = self._mine[line_id] = self._house is not None and works_on(self._me, line_id, self._house)
        return known
