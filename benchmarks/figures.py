"""What repeated measurements come to: percentiles of frames, and the spread over rounds."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

Figure = dict[str, float | int]


def percentile(values: Sequence[float], share: int) -> float:
    """Return the smallest value that `share` per cent of `values` do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)]


def figure(rounds: Sequence[float], *, digits: int = 1) -> Figure:
    """Return the spread of one measurement over several rounds."""
    return {
        "median": round(median(rounds), digits),
        "min": round(min(rounds), digits),
        "max": round(max(rounds), digits),
        "n": len(rounds),
    }
