"""How high each card is: by its title's lines and by whether it has a line of tags and counters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from kanbandesk.ui.board.geometry import SPACING
from kanbandesk.workflow.boards import Density
from kanbandesk.workflow.cards import Card

TOP = 8  # above the first line
LEFT = 14  # the stripe and the space behind it
RIGHT = 10
NAME_LINE = 16  # number and client
TITLE_LINE = 17
TAG_LINE = 21  # tags and counters, with the space above
FOOT_LINE = 28  # badge, SLA, assignee, with the space above
BOTTOM = 8
DISC = 11  # radius of the owner's disc
NARROWEST = 4  # px that a letter of any title takes on average
COMPACT = 52  # the whole of a compact card
MOST_LINES = 2  # of a title

_PLAIN = TOP + NAME_LINE + 2 + FOOT_LINE + BOTTOM


def has_tag_line(card: Card) -> bool:
    """Tell whether a card has anything to show between title and badge."""
    return bool(
        card.tags
        or card.tracker_key
        or card.blocked_reason
        or card.is_ignored
        or card.offered_line_id
        or card.subtask_id
        or card.parent_id
        or card.message_count > 1
        or card.attachment_count
        or card.link_count
    )


def text_room(card_width: int) -> int:
    """Return the width of a title's line."""
    return card_width - LEFT - RIGHT


class CardSizes:
    """Remembers the heights of all cards for one width and density; titles are measured once."""

    def __init__(self, measure: Callable[[str], float]) -> None:
        self._measure = measure
        self._widths: dict[str, float] = {}
        self._pitches: dict[str, int] = {}
        self._room = 0
        self._density = Density.FULL

    def use(self, card_width: int, density: Density) -> bool:
        """Take a width (of the card) and density; tell whether they are those from before."""
        room = text_room(card_width)
        if (room, density) == (self._room, self._density):
            return True
        self._room, self._density = room, density
        self._pitches.clear()
        return False

    def forget(self) -> None:
        """Measure everything anew."""
        self._pitches.clear()

    def renew(self, card_ids: Iterable[str], cards: Mapping[str, Card]) -> None:
        """Measure anew what has changed, so that nobody has to look for it among 20,000 cards of a column."""
        for card_id in card_ids:
            if card_id in cards:
                self._pitches[card_id] = self._pitch(cards[card_id])
            else:
                self._pitches.pop(card_id, None)

    def pitches(self, ids: Sequence[str], cards: Mapping[str, Card]) -> list[int]:
        """Return the height of each card of `ids`, with the space below it."""
        if self._density is Density.COMPACT:
            return [COMPACT + SPACING] * len(ids)
        known = self._pitches
        try:
            return list(map(known.__getitem__, ids))
        except KeyError:
            missing = [id_ for id_ in ids if id_ not in known]
            known.update(zip(missing, map(self._pitch, map(cards.__getitem__, missing)), strict=True))
            return list(map(known.__getitem__, ids))

    def _pitch(self, card: Card) -> int:
        lines = 1 if self._fits(card.title) else MOST_LINES
        return _PLAIN + lines * TITLE_LINE + (TAG_LINE if card.tags or has_tag_line(card) else 0) + SPACING

    def _fits(self, title: str) -> bool:
        """Tell whether a title needs one line only. A long one is not measured: nothing is that narrow."""
        if len(title) * NARROWEST > self._room:
            return False
        width = self._widths.get(title)
        if width is None:
            width = self._widths[title] = self._measure(title)
        return width <= self._room
