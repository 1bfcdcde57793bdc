"""What a card says of its age and its clock, kept until the words change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kanbandesk.ui import words
from kanbandesk.workflow.ageing import next_change
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import HOUR, MINUTE, SECOND, Workflow

QUARTER = 15 * MINUTE  # every midnight on earth falls on one, and with it "today" and "tomorrow"
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Face:
    """The words of a card, true until `until` (UTC ms)."""

    badge: words.Badge
    sla: str
    sla_left: str  # the time alone that is left; empty where none is, or the clock stands
    is_over: bool  # the SLA's target is passed
    until: int
    revision: int
    status_id: str


class Faces:
    """The words of the cards that show; each is asked for once until it turns."""

    def __init__(self) -> None:
        self._faces: dict[str, Face] = {}

    def clear(self) -> None:
        """Ask anew for all words: the workflow or the language has changed."""
        self._faces.clear()

    def of(self, card: Card, workflow: Workflow, now: int) -> Face:
        """Return the words of a card at `now`."""
        if self.is_true(card, now):
            return self._faces[card.id]
        if len(self._faces) >= _MOST:
            self._faces.clear()
        until = next_turn(card, workflow, now)
        badge, sla = words.badge(card, workflow, now), words.sla_words(card, workflow, now)
        is_over = card.sla_due is not None and card.sla_due < now
        runs = card.sla_due is not None and not is_over and bool(sla)
        left = words.short_duration(card.sla_due - now) if runs and card.sla_due is not None else ""
        face = self._faces[card.id] = Face(badge, sla, left, is_over, until, card.revision, card.status_id)
        return face

    def is_true(self, card: Card, now: int) -> bool:
        """Tell whether the kept words of a card hold at `now`."""
        face = self._faces.get(card.id)
        if face is None or (face.revision, face.status_id) != (card.revision, card.status_id):
            return False
        return face.until - QUARTER <= now < face.until

    def next_turn(self, cards: Iterable[Card], workflow: Workflow, now: int) -> int | None:
        """Return when (UTC ms) the words of one of these cards change next."""
        return min((self.of(card, workflow, now).until for card in cards), default=None)


def next_turn(card: Card, workflow: Workflow, now: int) -> int:
    """Return the next moment at which the words of a card may change: a second, minute or hour is full."""
    turn = (now // QUARTER + 1) * QUARTER
    closes = None if card.proposed_at is None else card.proposed_at + workflow.auto_close_after
    for moment in (card.status_since, card.answered_at, card.wake_at, card.sla_due, closes):
        if moment is not None:
            turn = min(turn, _turn_of(moment, now))
    level_turn = next_change(card, now)
    return turn if level_turn is None else min(turn, level_turn)


def _turn_of(moment: int, now: int) -> int:
    """Return when the distance to `moment` next reads differently: its unit is the largest that fits."""
    distance = abs(now - moment)
    unit = SECOND if distance < MINUTE else MINUTE if distance < HOUR else HOUR
    if now >= moment:
        return now + unit - distance % unit
    return now + distance % unit + 1
