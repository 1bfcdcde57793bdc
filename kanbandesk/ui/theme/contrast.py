"""Contrast (WCAG 2.2), how colour-blind eyes see a colour, and the theme for those who asked for more contrast."""

from __future__ import annotations

import math
from dataclasses import replace
from enum import Enum

from kanbandesk.ui.theme.tokens import Theme

Rgb = tuple[float, float, float]


class Blindness(Enum):
    """Missing cones; the matrices work on linear RGB (Viénot, Brettel and Mollon 1999; tritan after Brettel 1997)."""

    PROTANOPIA = ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0))
    DEUTERANOPIA = ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0))
    TRITANOPIA = ((1.0, 0.14461, -0.14461), (0.0, 0.85924, 0.14076), (0.0, 0.85924, 0.14076))


def linear(color: str) -> Rgb:
    """Return `color` (#RRGGBB) as linear RGB, each part 0-1."""
    parts = [int(color[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def luminance(color: str) -> float:
    """Return the relative luminance of `color`, 0 black to 1 white."""
    return _luminance(linear(color))


def _luminance(rgb: Rgb) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def ratio(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 (equal) to 21 (black on white)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen_by(blindness: Blindness, color: str) -> Rgb:
    """Return the linear RGB that stands for what an eye without these cones sees in `color`."""
    red, green, blue = linear(color)
    mixed = (row[0] * red + row[1] * green + row[2] * blue for row in blindness.value)
    first, second, third = (min(1.0, max(0.0, part)) for part in mixed)
    return first, second, third


def lab(rgb: Rgb) -> tuple[float, float, float]:
    """Return CIE L*a*b* (D65) of a linear RGB colour."""
    red, green, blue = rgb
    tristimulus = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in tristimulus)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: Rgb, other: Rgb) -> float:
    """Return how far two colours are apart (CIE 1976 ΔE; 2.3 is just noticeable)."""
    pairs = zip(lab(one), lab(other), strict=True)
    return math.sqrt(sum((first - second) ** 2 for first, second in pairs))


def heightened(theme: Theme) -> Theme:
    """Return `theme` with black or white inks and plain edges, for a system set to high contrast."""
    ink = "#FFFFFF" if theme.is_dark else "#000000"
    ground = "#000000" if theme.is_dark else "#FFFFFF"
    return replace(
        theme,
        name=f"{theme.name}-contrast",
        ground=ground,
        panel=ground,
        card=ground,
        column=ground,
        line=ink,
        line_strong=ink,
        ink=ink,
        ink_muted=ink,
        ink_faint=ink,
    )
