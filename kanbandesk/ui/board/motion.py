"""Movement: a picture that slides to its place, or is there at once where the system asks for less."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QStyle, QWidget

from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.theme.tokens import MOTION


def motion_ms(widget: QWidget) -> int:
    """Return how long a movement lasts: nothing where the style has animations off, as systems tell it."""
    wanted = widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget)
    return MOTION if wanted > 0 else 0


class Slide(QObject):
    """Moves a rectangle from one place to another and says when it has arrived."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._start = self._end = Rect(0, 0, 0, 0)
        self._on_step: Callable[[Rect], None] = lambda _: None
        self._on_end: Callable[[], None] = lambda: None
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self._finish)

    @property
    def is_running(self) -> bool:
        """Tell whether something is under way."""
        return self._animation.state() is QVariantAnimation.State.Running

    def run(
        self, start: Rect, end: Rect, on_step: Callable[[Rect], None], on_end: Callable[[], None]
    ) -> None:
        """Slide from `start` to `end`; what was under way arrives first."""
        self.arrive()
        self._start, self._end, self._on_step, self._on_end = start, end, on_step, on_end
        duration = motion_ms(self._widget)
        if not duration:
            on_end()
            return
        self._animation.setDuration(duration)
        self._animation.start()

    def arrive(self) -> None:
        """Be at the end at once."""
        if self.is_running:
            self._animation.stop()
            self._on_end()

    def _step(self, share: float) -> None:
        if self.is_running:
            dx = round((self._end.x - self._start.x) * share)
            dy = round((self._end.y - self._start.y) * share)
            self._on_step(self._start.moved(dx, dy))

    def _finish(self) -> None:
        self._on_end()
