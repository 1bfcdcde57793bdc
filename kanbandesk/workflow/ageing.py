"""Ageing: which level a card has reached, and when it reaches the next one.

A level is the highest degree of any running norm whose limit has passed: 0 fresh, 1 ageing, 2 late, 3 stale. The
moments are kept on the ticket (`dues`), so that a board of 100,000 cards ages without looking at a calendar.
"""

from __future__ import annotations

from kanbandesk.workflow.cards import Card

LEVELS = 4


def level(card: Card, now: int) -> int:
    """Return the ageing level of `card` at `now` (UTC ms): a limit counts from its very millisecond on."""
    if card.due3 is not None and card.due3 <= now:
        return 3
    if card.due2 is not None and card.due2 <= now:
        return 2
    if card.due1 is not None and card.due1 <= now:
        return 1
    return 0


def next_change(card: Card, now: int) -> int | None:
    """Return the first moment after `now` at which the level of `card` rises, None when it never does."""
    current = level(card, now)
    dues = [due for due in (card.due1, card.due2, card.due3)[current:] if due is not None]
    return min(dues, default=None)
