"""Fractional ranks: the order of the cards within a column, as text compared byte by byte.

A rank is a fraction written in base 62 without trailing zeros, so there is always room between two of them. Inserting
into one gap over and over makes ranks longer; at `LIMIT` characters the cards around it are spaced out anew. Two desks
that work offline can make the same rank: ties are broken by ticket id.
"""

from __future__ import annotations

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
LIMIT = 32
SHORT = LIMIT // 2
"""Characters of the longest rank that spacing out gives: the gap then takes eighty more cards, one after another."""
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}


def rank_between(low: str, high: str) -> str:
    """Return a rank above `low` and below `high`; an empty one stands for the column's edge.

    ValueError when `low` is not below `high`.
    """
    if high and low >= high:
        raise ValueError(f"{low!r} is not below {high!r}")
    if not low and not high:
        return DIGITS[BASE // 2]
    if not high:
        return _above(low)
    if not low:
        return _below(high)
    return _middle(low, high)


def _middle(low: str, high: str) -> str:
    """Return a rank halfway between two: it gets a digit longer with every fifth one in the same gap."""
    rank = ""
    is_open = False  # whether what stands in `rank` is below the beginning of `high` already
    while True:
        position = len(rank)
        below = _VALUE[low[position]] if position < len(low) else 0
        above = BASE if is_open else _VALUE[high[position]]
        if above - below > 1:
            return rank + DIGITS[(below + above) // 2]
        rank += DIGITS[below]
        is_open = is_open or above > below


def _above(low: str) -> str:
    """Return the next rank on the way up. At an edge, where cards keep being added, ranks count in wider and wider
    numbers: up to z, then z01 to zzz, then seven digits, so that they never get long.
    """
    zs = len(low) - len(low.lstrip(DIGITS[-1]))
    start, width = _level(zs)
    number = _number(low[start : start + width].ljust(width, DIGITS[0]))
    return (DIGITS[-1] * start + _digits(number + 1, width)).rstrip(DIGITS[0])


def _below(high: str) -> str:
    """Return the next rank on the way down: to 1, then 0zz to 001, then seven digits, as `_above` does."""
    zeros = len(high) - len(high.lstrip(DIGITS[0]))
    start, width = _level(zeros)
    number = _number(high[start : start + width].ljust(width, DIGITS[0])) - 1
    if not number:
        start, width = start + width, 2 * width
        number = BASE**width - 1
    return (DIGITS[0] * start + _digits(number, width)).rstrip(DIGITS[0])


def _level(used_up: int) -> tuple[int, int]:
    """Return where the number at an edge begins and how wide it is, after so many used up digits: 1, 2, 4, 8 …"""
    width = 1
    while used_up >= 2 * width - 1:
        width *= 2
    return width - 1, width


def _number(text: str) -> int:
    number = 0
    for digit in text:
        number = number * BASE + _VALUE[digit]
    return number


def spaced_ranks(count: int, low: str = "", high: str = "") -> list[str]:
    """Return `count` ascending ranks above `low` and below `high`, evenly spaced and as short as they get.

    An empty one stands for the column's edge. ValueError when `low` is not below `high`.
    """
    if high and low >= high:
        raise ValueError(f"{low!r} is not below {high!r}")
    width, start, room = 0, 0, 0
    while room <= count + 1:
        width += 1
        start = _number(low[:width].ljust(width, DIGITS[0]))
        end = _number(high[:width].ljust(width, DIGITS[0])) if high else BASE**width
        room = end - start
    step = room // (count + 1)
    return [_digits(start + step * (index + 1), width).rstrip(DIGITS[0]) for index in range(count)]


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
        value, digit = divmod(value, BASE)
        text = DIGITS[digit] + text
    return text
