"""The panel's own style sheet, on top of the application's."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from string import Template

from kanbandesk.ui.theme import resources
from kanbandesk.ui.theme.tokens import CARD_TEXT, RADIUS, SMALL_TEXT, Theme


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template((resources.folder() / "style" / "ticket.qss").read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def panel_style(theme: Theme) -> str:
    """Return what the ticket panel and the new-ticket panel add in `theme`; KeyError for a token that is not there."""
    numbers = {"radius": RADIUS, "text": CARD_TEXT, "small": SMALL_TEXT}
    return _template().substitute({**asdict(theme), **numbers})
