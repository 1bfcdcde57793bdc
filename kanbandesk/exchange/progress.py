"""Progress of a long run, for people: one line that renews itself on a terminal, some plain lines elsewhere."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from typing import TextIO

RENEWED_EVERY = 0.1  # seconds, on a terminal
PLAIN_EVERY = 2.0  # seconds, elsewhere


class Cancelled(Exception):
    """The person has cancelled."""


class Progress:
    """Tells how far a phase is; `cancel` makes the next step of it raise Cancelled."""

    def __init__(self, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._out = out
        self._clock = clock
        self._is_terminal = out.isatty()
        self._is_cancelled = False
        self._title, self._total, self._unit = "", 0, ""
        self._began = self._shown_at = 0.0
        self._width = 0

    def cancel(self) -> None:
        """Cancel at the next step: what is under way is finished first."""
        self._is_cancelled = True

    def begin(self, title: str, total: int, unit: str = "") -> None:
        """Begin a phase of `total` steps, counted in `unit` ("rows"), or in per cent only when it is empty."""
        self.finish()
        self._title, self._total, self._unit = title, total, unit
        self._began = self._shown_at = self._clock()
        self._show(0)

    def at(self, done: int) -> None:
        """Tell that `done` steps of the phase are done. Cancelled."""
        if self._is_cancelled:
            raise Cancelled
        pause = RENEWED_EVERY if self._is_terminal else PLAIN_EVERY
        if done >= self._total or self._clock() - self._shown_at >= pause:
            self._shown_at = self._clock()
            self._show(done)

    def finish(self) -> None:
        """Leave the line as it stands."""
        if self._width:
            self._out.write("\n")
            self._out.flush()
        self._width = 0

    def _show(self, done: int) -> None:
        percent = min(100, done * 100 // max(1, self._total))
        self.tell(percent, done)

    def tell(self, percent: int, done: int) -> None:
        """Tell how far the phase is; to be told otherwise than in lines for people."""
        parts = [f"{self._title}: {percent} %"]
        if self._unit:
            parts.append(f"{done:,} of {self._total:,} {self._unit}")
            seconds = self._clock() - self._began
            if done and seconds > 0:
                parts.append(f"{done / seconds:,.0f} {self._unit}/s")
        text = " · ".join(parts)
        if self._is_terminal:
            self._out.write(f"\r{text.ljust(self._width)}")
            self._width = len(text)
        else:
            self._out.write(f"{text}\n")
        self._out.flush()


class ReportedProgress(Progress):
    """Tells a program instead of people: the phase's name and the per cent that are done."""

    def __init__(self, tell: Callable[[str, int], None]) -> None:
        super().__init__(io.StringIO())
        self._told = tell

    def tell(self, percent: int, done: int) -> None:
        """Tell the phase and how far it is."""
        del done
        self._told("storing" if self._unit else "reading", percent)
