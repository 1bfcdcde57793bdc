"""One QSS template, filled from the tokens."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from string import Template

from kanbandesk.ui.theme import resources
from kanbandesk.ui.theme.tokens import CARD_TEXT, RADIUS, TITLE_TEXT, Theme


@lru_cache(maxsize=1)
def _template() -> Template:
    return Template((resources.folder() / "style" / "kanbandesk.qss").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def style_sheet(theme: Theme) -> str:
    """Return the application's style sheet in `theme`; KeyError when the template asks for an unknown token."""
    icons = (resources.folder() / "icons").as_posix()
    numbers = {"radius": RADIUS, "text": CARD_TEXT, "title": TITLE_TEXT}
    shade = "dark" if theme.is_dark else "light"
    return _template().substitute({**asdict(theme), **numbers, "icons": icons, "shade": shade})
