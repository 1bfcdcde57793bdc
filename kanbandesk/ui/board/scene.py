"""What the painter is told to draw beside the cards: selection, pointer, a drag under way, a message."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from PySide6.QtGui import QPixmap

from kanbandesk.ui.board.geometry import NOWHERE, Layout, Rect
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.countdown import Countdown


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a column says to the cards that are held over the board."""

    is_legal: bool
    status_id: str = ""  # the status they would come to; empty when they would only change places
    reason: str = ""  # why not, in words
    effect: str = ""  # what the drop will do, in words


@dataclass(frozen=True, slots=True)
class Held:
    """Cards in the hand, or lying in the gap of their target until the desk has answered."""

    ids: frozenset[str]
    lead: str  # the card that was taken hold of
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)  # by column id
    target: str = ""  # id of the column under the hand
    picture: QPixmap | None = None
    place: Rect = NOWHERE  # where the picture is drawn
    label: str = ""
    label_place: Rect = NOWHERE
    is_lying: bool = False  # dropped: in the gap, the board at rest


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message in place: why something was refused."""

    text: str
    place: Rect


@dataclass(slots=True)
class Scene:
    """The state of the board's surface."""

    model: BoardModel
    layout: Layout
    now: int = 0
    selected: Set[str] = field(default_factory=set)
    current: str = ""
    has_focus: bool = False
    hovered: str = ""  # a card
    hovered_column: int = -1
    held: Held | None = None
    band: Rect = NOWHERE  # the rubber band
    bubble: Bubble | None = None
    rings: Mapping[str, Countdown] = field(default_factory=dict)  # of cards in sight that may be claimed now
    is_calm: bool = False  # the system asks for less motion
