"""The rings of new cards that are offered to this person: they count down, and nothing else is repainted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from kanbandesk.ui.board import sizes
from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.countdown import Countdown
from kanbandesk.ui.widgets.ring import CALM_STEP, step_of
from kanbandesk.workflow.boards import Density
from kanbandesk.workflow.cards import Card

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas

RADIUS = {Density.FULL: sizes.DISC, Density.COMPACT: 9}  # px
_MIDDLE = sizes.BOTTOM + 11  # px from a full card's lower edge
_COMPACT_MIDDLE = 17  # px from a compact card's upper edge

Clock = Callable[[Card, int], Countdown | None]


def show_rings(canvas: BoardCanvas, clock: Clock) -> None:
    """Show on new cards how long they may be claimed, as `clock` tells it."""
    canvas.rings = Rings(canvas, clock)
    canvas.ticker.look_again()


class Rings(QObject):
    """Watches the cards in sight. `clock` tells how long a card may still be claimed, None when nothing counts down."""

    def __init__(self, canvas: BoardCanvas, clock: Clock) -> None:
        super().__init__(canvas)
        self._canvas, self._clock = canvas, clock
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)

    @property
    def is_running(self) -> bool:
        """Tell whether a ring counts down in sight."""
        return self._timer.isActive()

    def look(self, in_sight: Iterable[Card]) -> None:
        """Give a ring to the cards in sight that want one, and take it from the others."""
        canvas, before = self._canvas, self._canvas.scene.rings
        now = canvas.now()
        found = ((card.id, self._clock(card, now)) for card in in_sight)
        rings = {card_id: countdown for card_id, countdown in found if countdown is not None}
        canvas.scene.rings = rings
        canvas.damage_cards(before.keys() ^ rings.keys())
        if not rings:
            self._timer.stop()
        elif not self._timer.isActive():
            step = step_of(canvas)
            canvas.scene.is_calm = step == CALM_STEP
            self._timer.start(step)

    def stop(self) -> None:
        """Rest: the board is hidden."""
        self._timer.stop()

    def tick(self) -> None:
        """Draw the rings anew; a card whose time is over is looked at whole."""
        canvas = self._canvas
        cards = canvas.model.cards
        now, rings = canvas.now(), canvas.scene.rings
        running: dict[str, Countdown] = {}
        for card_id in rings:
            countdown = self._clock(cards[card_id], now) if card_id in cards else None
            if countdown is not None:
                running[card_id] = countdown
                rect = canvas.places.rect(card_id)
                if rect is not None:
                    canvas.damage(ring_rect(rect, canvas.model.density).grown(1))
        canvas.scene.rings = running
        canvas.damage_cards(rings.keys() - running.keys())
        if not running:
            self._timer.stop()


def ring_rect(card: Rect, density: Density) -> Rect:
    """Return where the ring lies on a card: in the place of the owner's disc."""
    radius = RADIUS[density]
    middle = card.y + _COMPACT_MIDDLE if density is Density.COMPACT else card.bottom - _MIDDLE
    return Rect(card.right - sizes.RIGHT - 2 * radius, middle - radius, 2 * radius, 2 * radius)
