"""What is offered to this person: new tickets of his lines that nobody has, and transfers to them (R1a, R8a)."""

from __future__ import annotations

from dataclasses import dataclass

from kanbandesk.workflow.cards import BoardSnapshot, Card
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import StatusKind

_WORKERS = frozenset((Role.AGENT, Role.LEAD, Role.DEVELOPER))


@dataclass(frozen=True, slots=True)
class Countdown:
    """How long a new ticket may still be claimed before the system draws somebody (R1b), in milliseconds."""

    left: int
    whole: int

    @property
    def share(self) -> float:
        """What is left of the whole, 0 to 1."""
        return self.left / self.whole


class Offers:
    """Answers for one person and the settings as they are now; the window's and the rulebook's view may differ by a
    shift that has just begun, and then the rulebook is right.
    """

    def __init__(self) -> None:
        self._lines: frozenset[str] | None = frozenset()  # None: all of them
        self._new: frozenset[str] = frozenset()
        self._me = ""
        self._is_here = False
        self._runs = False
        self._whole = 0

    def settle(self, snapshot: BoardSnapshot) -> None:
        """Take the settings and the person."""
        me, statuses = snapshot.me, snapshot.workflow.statuses
        self._me = me.id
        self._lines = frozenset(me.line_ids) or None
        self._is_here = not me.is_away and not _WORKERS.isdisjoint(me.roles)
        self._runs = snapshot.process.are_timers_on
        new = [status for status in statuses if status.kind is StatusKind.NEW]
        self._new = frozenset(status.id for status in new)
        self._whole = next((status.norm[0] for status in new if status.norm), 0)

    def is_new(self, card: Card) -> bool:
        """Tell whether a card is a new ticket of this person's lines that nobody has."""
        return not card.owner_id and card.status_id in self._new and self._is_mine(card.line_id)

    def is_transfer(self, card: Card) -> bool:
        """Tell whether somebody else's ticket is offered to this person's lines (R8a)."""
        return (
            bool(card.offered_line_id) and card.owner_id != self._me and self._is_mine(card.offered_line_id)
        )

    def countdown(self, card: Card, now: int) -> Countdown | None:
        """Return how long a new ticket may still be claimed; None when nothing counts down for this person.

        Nothing does while the line is closed (the moment is then further away than the whole), and none while the
        timers are off (C9) or one is away.
        """
        if not (self._runs and self._is_here and self._whole) or card.due1 is None or not self.is_new(card):
            return None
        left = card.due1 - now
        return Countdown(left, self._whole) if 0 < left <= self._whole else None

    def _is_mine(self, line_id: str) -> bool:
        return self._lines is None or line_id in self._lines
