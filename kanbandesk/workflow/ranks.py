"""Fractional ranks: the order of the cards within a column, as text compared byte by byte.

A rank is a fraction written in base 62 without trailing zeros, so there is always room between two of them. Inserting
into one gap over and over makes ranks longer; at `LIMIT` characters the column is spaced out anew. Two desks that
work offline can make the same rank: ties are broken by ticket id.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LIMIT = 32
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}


def rank_between(low: str, high: str) -> str:
    """Return a rank above `low` and below `high`; an empty one stands for the column's edge.

    ValueError when `low` is not below `high`.
    """
    if high and low >= high:
        raise ValueError(f"{low!r} is not below {high!r}")
    rank = []
    position = 0
    while True:
        below = _VALUE[low[position]] if position < len(low) else 0
        above = _VALUE[high[position]] if high and position < len(high) else len(DIGITS)
        if above - below > 1:
            rank.append(DIGITS[_step(below, above, is_low_edge=not low, is_high_edge=not high)])
            return "".join(rank)
        rank.append(DIGITS[below])
        if above > below:
            high = ""  # from here on every digit is below the old bound
        position += 1


def _step(below: int, above: int, *, is_low_edge: bool, is_high_edge: bool) -> int:
    """Return the digit to take: the middle of a gap, but one step at an edge, where cards keep being added."""
    if is_high_edge and not is_low_edge:
        return below + 1
    if is_low_edge and not is_high_edge:
        return above - 1
    return (below + above) // 2


def spaced_ranks(count: int) -> list[str]:
    """Return `count` short ranks, evenly spaced and ascending."""
    width = 1
    while len(DIGITS) ** width <= count + 1:
        width += 1
    step = len(DIGITS) ** width // (count + 1)
    return [_digits(step * (index + 1), width).rstrip("0") for index in range(count)]


def ranks_between(low: str, high: str, count: int) -> list[str]:
    """Return `count` ascending ranks above `low` and below `high`, as short as they get; edges as in `rank_between`."""
    if not count:
        return []
    middle = rank_between(low, high)
    before = (count - 1) // 2
    return [*ranks_between(low, middle, before), middle, *ranks_between(middle, high, count - 1 - before)]


def _digits(value: int, width: int) -> str:
    text = ""
    for _ in range(width):
        value, digit = divmod(value, len(DIGITS))
        text = DIGITS[digit] + text
    return text
