"""Colours against WCAG 2.2, and as eyes see them that miss a cone."""

from itertools import combinations, pairwise

import pytest

from kanbandesk.ui.theme.contrast import Blindness, distance, heightened, linear, luminance, ratio, seen_by
from kanbandesk.ui.theme.tokens import DARK, LIGHT, Theme

TEXT, SIGN = 4.5, 3.0
THEMES = [LIGHT, DARK, heightened(LIGHT), heightened(DARK)]

TEXTS = [
    *[(ink, ground) for ink in ("ink", "ink_muted") for ground in ("ground", "panel", "column", "card")],
    *[("ink", ground) for ground in ("accent_tint", "note_tint")],
    *[("accent_text", ground) for ground in ("ground", "panel", "card", "accent_tint")],
    ("accent_ink", "accent"),
    ("accent_ink", "accent_hover"),
    ("tip_ink", "tip"),
    ("good_text", "panel"),
    ("stale_text", "panel"),
    ("late_text", "column"),
    *[(f"{level}_text", f"{level}_tint") for level in ("ageing", "late", "stale")],
]
SIGNS = [
    *[(level, "card") for level in ("late", "stale")],
    ("ageing_text", "card"),
    *[("ink_faint", ground) for ground in ("panel", "card")],
    ("line_strong", "panel"),
    ("accent", "panel"),
    ("accent", "ground"),
    ("good", "panel"),
]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("ink", "ground"), TEXTS)
def test_text_can_be_read(theme: Theme, ink: str, ground: str) -> None:
    assert ratio(getattr(theme, ink), getattr(theme, ground)) >= TEXT


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize(("sign", "ground"), SIGNS)
def test_signs_can_be_seen(theme: Theme, sign: str, ground: str) -> None:
    assert ratio(getattr(theme, sign), getattr(theme, ground)) >= SIGN


LEVELS = ("fresh", "ageing", "late", "stale")
APART = 8.0
"""ΔE from which two colours side by side are plainly two (2.3 is just noticeable)."""


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("blindness", Blindness)
@pytest.mark.parametrize(("one", "other"), list(combinations(LEVELS, 2)))
def test_two_ages_are_two_colours_to_colour_blind_eyes(
    theme: Theme, blindness: Blindness, one: str, other: str
) -> None:
    seen = (seen_by(blindness, getattr(theme, level)) for level in (one, other))
    assert distance(*seen) >= APART


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_an_older_card_is_darker_on_light_and_no_level_is_as_light_as_the_next(theme: Theme) -> None:
    """Seen without any colour, as in a grey print, neighbours still differ."""
    grey = [luminance(getattr(theme, level)) for level in LEVELS]
    apart = [abs(first - second) for first, second in pairwise(grey)]
    assert all(difference >= 0.03 for difference in apart), grey


def test_contrast_is_that_of_wcag() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_grey_is_grey_to_every_eye() -> None:
    for blindness in Blindness:
        assert distance(seen_by(blindness, "#808080"), linear("#808080")) < 1
