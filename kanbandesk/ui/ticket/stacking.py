"""Boxes of unequal heights one under another, most of them only guessed at: where each lies, and what is in sight."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Stack:
    """A column of boxes with a gap between them; heights are px and may be set again when a guess proves wrong."""

    def __init__(self, gap: int, padding: int = 0) -> None:
        self._gap = gap
        self._padding = padding  # above the first and below the last box
        self._heights: list[int] = []
        self._tops: list[int] | None = None

    def reset(self, heights: Sequence[int]) -> None:
        """Start over with these heights."""
        self._heights = list(heights)
        self._tops = None

    def __len__(self) -> int:
        return len(self._heights)

    def set_height(self, index: int, height: int) -> int:
        """Correct a height; return by how much everything below it moved."""
        moved = height - self._heights[index]
        if moved:
            self._heights[index] = height
            self._tops = None
        return moved

    def height(self, index: int) -> int:
        """Return the height of a box."""
        return self._heights[index]

    def top(self, index: int) -> int:
        """Return where a box begins."""
        return self._all_tops()[index]

    def total(self) -> int:
        """Return the height of all of them."""
        if not self._heights:
            return 2 * self._padding
        return self._all_tops()[-1] + self._heights[-1] + self._padding

    def at(self, y: int) -> int:
        """Return the box at `y`, or the one above when `y` lies in a gap; the first (last) before (behind) all."""
        return max(0, min(bisect_right(self._all_tops(), y) - 1, len(self._heights) - 1))

    def between(self, top: int, bottom: int) -> range:
        """Return the boxes of which something lies between `top` and `bottom`."""
        if not self._heights:
            return range(0)
        return range(self.at(top), self.at(bottom) + 1)

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            steps = (height + self._gap for height in self._heights[:-1])
            self._tops = list(accumulate(steps, initial=self._padding)) if self._heights else []
        return self._tops
