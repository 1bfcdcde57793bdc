"""Wakes the board when a card changes its level or a visible card its words, and at no other time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from kanbandesk.ui.board.belonging import pair_of

if TYPE_CHECKING:
    from kanbandesk.ui.board.canvas import BoardCanvas
    from kanbandesk.workflow.cards import Card

LONGEST = 60_000  # ms: a clock that was set is noticed within a minute
SOON = 50  # ms: what came into sight meanwhile is looked at once, and not within the frame that shows it


class Ticker(QObject):
    """One timer for the next moment at which anything on the board looks different."""

    def __init__(self, canvas: BoardCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.schedule)

    @property
    def wait(self) -> int | None:
        """How long the timer was set to wait, in ms; None while it rests."""
        return self._timer.interval() if self._timer.isActive() else None

    def look_again(self) -> None:
        """Set the timer anew in a moment: other cards are in sight, or they have changed."""
        if not self._soon.isActive() and self._canvas.isVisible():
            self._soon.start()

    def schedule(self) -> None:
        """Set the timer to the next change; nothing while the board is hidden."""
        canvas = self._canvas
        if not canvas.isVisible():
            return
        now, model = canvas.now(), canvas.model
        in_sight = [model.cards[card_id] for card_id in canvas.places.in_sight() if card_id in model.cards]
        if canvas.rings is not None:
            canvas.rings.look(in_sight)
        pairs = [other for card in in_sight if (other := pair_of(card, model.cards)) is not None]
        turn = canvas.faces.next_turn([*in_sight, *pairs], model.snapshot.workflow, now)
        moments = [model.ages.next_moment(), turn]
        wait = min((moment - now for moment in moments if moment is not None), default=LONGEST)
        self._timer.start(max(1, min(wait, LONGEST)))

    def _is_true(self, card: Card, now: int) -> bool:
        """Tell whether the words of a card, and what it tells of its pair, hold."""
        other, faces = pair_of(card, self._canvas.model.cards), self._canvas.faces
        return faces.is_true(card, now) and (other is None or faces.is_true(other, now))

    def stop(self) -> None:
        """Rest."""
        self._soon.stop()
        self._timer.stop()

    def tick(self) -> None:
        """Bring levels and words up to the present moment, and paint what differs."""
        canvas = self._canvas
        now = canvas.now()
        risen = canvas.model.tick(now)
        cards, shown = canvas.model.cards, canvas.places.in_sight()
        stale = [id_ for id_ in shown if id_ in cards and not self._is_true(cards[id_], now)]
        if risen.columns and canvas.model.narrowing.filter.levels:
            canvas.relayout(risen.columns)
        canvas.damage_cards({*stale, *(risen.cards & set(shown))})
        for index, column in enumerate(canvas.model.columns):
            if column.id in risen.columns:
                canvas.damage(canvas.board_layout.head(index))
        if risen.cards:
            canvas.aged.emit(risen)
        self.schedule()
