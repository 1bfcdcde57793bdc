"""The look in numbers and colours: the only home of both (4 px grid, one accent, colour kept for age)."""

from __future__ import annotations

from dataclasses import dataclass

GRID = 4  # px
RADIUS = 8  # px
CARD_TEXT = 13  # px
SMALL_TEXT = 12  # px: what stands around a card's title
TINY_TEXT = 11  # px: tags and counters
TITLE_TEXT = 15  # px
MOTION = 150  # ms

PEOPLE = ("#4C6FD1", "#8A57BD", "#257F74", "#A0582E", "#55658F", "#A8477F", "#3E7C3A", "#2B7AA6")
"""The discs of people, white initials on them (4.5 : 1); none of them is a colour of age."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of one theme as #RRGGBB.

    Signs need 3 : 1 and text 4.5 : 1 against what lies under them; `…_text` are the ageing colours dark (or light)
    enough for small text, `…_tint` the badge's ground.
    """

    name: str
    is_dark: bool
    ground: str
    panel: str
    column: str
    card: str
    line: str
    ink: str
    ink_muted: str
    ink_faint: str  # signs only
    line_strong: str  # the edge of what can be typed into or pressed: 3 : 1
    accent: str
    accent_hover: str
    accent_text: str  # the accent as small text on ground, panel or its tint
    accent_ink: str  # text on the accent
    accent_tint: str  # a chosen chip, a public answer
    note_tint: str  # an internal note
    fresh: str  # the stripe of a fresh card
    ageing: str
    late: str
    stale: str
    ageing_text: str
    late_text: str
    stale_text: str
    ageing_tint: str
    late_tint: str
    stale_tint: str
    good: str
    good_text: str
    tip: str  # a tool tip's ground
    tip_ink: str
    shadow: str


LIGHT = Theme(
    name="light",
    is_dark=False,
    ground="#F4F5F7",
    panel="#FFFFFF",
    column="#ECEEF1",
    card="#FFFFFF",
    line="#E1E4E8",
    ink="#1B1F24",
    ink_muted="#57606A",
    ink_faint="#8A939C",
    line_strong="#8A939C",
    accent="#2F6FED",
    accent_hover="#255FD3",
    accent_text="#1F57C3",
    accent_ink="#FFFFFF",
    accent_tint="#E6EEFD",
    note_tint="#FFF5DB",
    fresh="#D5D9DE",
    ageing="#C98A00",
    late="#C2570C",
    stale="#B3261E",
    ageing_text="#7A5300",
    late_text="#A2460A",
    stale_text="#B3261E",
    ageing_tint="#FFF5DB",
    late_tint="#FCE8DC",
    stale_tint="#FBE3E1",
    good="#1F7A4D",
    good_text="#1A6B43",
    tip="#1B1F24",
    tip_ink="#F4F5F7",
    shadow="#1B1F24",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    ground="#15181C",
    panel="#1C2025",
    column="#191D22",
    card="#242930",
    line="#2C323A",
    ink="#E8EAED",
    ink_muted="#A5AEB8",
    ink_faint="#77818C",
    line_strong="#6B7580",
    accent="#7DA7FF",
    accent_hover="#93B6FF",
    accent_text="#7DA7FF",
    accent_ink="#10203F",
    accent_tint="#22314F",
    note_tint="#3A3320",
    fresh="#39414B",
    ageing="#F2C14E",
    late="#F5935B",
    stale="#FF7A70",
    ageing_text="#F2C14E",
    late_text="#F5935B",
    stale_text="#FF7A70",
    ageing_tint="#3A3320",
    late_tint="#412A1E",
    stale_tint="#45211F",
    good="#6FCF97",
    good_text="#6FCF97",
    tip="#E8EAED",
    tip_ink="#15181C",
    shadow="#000000",
)
