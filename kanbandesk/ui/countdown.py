"""How long something may still be done."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Countdown:
    """What is left of a whole, both in milliseconds and both above nothing."""

    left: int
    whole: int

    @property
    def share(self) -> float:
        """What is left of the whole, 0 to 1."""
        return self.left / self.whole
