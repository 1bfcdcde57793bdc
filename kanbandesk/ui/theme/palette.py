"""Tokens → QPalette: what Fusion draws by itself (selections, disabled text, tool tips) in our colours."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from kanbandesk.ui.theme.contrast import heightened
from kanbandesk.ui.theme.tokens import DARK, LIGHT, Theme

_MARKS = (
    QPalette.ColorRole.Window,
    QPalette.ColorRole.Mid,
    QPalette.ColorRole.Dark,
    QPalette.ColorRole.PlaceholderText,
)
"""By these no two themes are alike."""


def theme_of(palette: QPalette) -> Theme:
    """Return the theme that `palette` was made of; the light one when it is none of ours."""
    themes = [*(LIGHT, DARK), *map(heightened, (LIGHT, DARK))]
    wanted = [palette.color(role) for role in _MARKS]
    ours = ((theme, palette_of(theme)) for theme in themes)
    return next((theme for theme, made in ours if [made.color(role) for role in _MARKS] == wanted), LIGHT)


def palette_of(theme: Theme) -> QPalette:
    """Return Qt's palette for `theme`."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, color in {
        role.Window: theme.ground,
        role.WindowText: theme.ink,
        role.Base: theme.panel,
        role.AlternateBase: theme.column,
        role.Text: theme.ink,
        role.Button: theme.panel,
        role.ButtonText: theme.ink,
        role.BrightText: theme.stale,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_ink,
        role.Accent: theme.accent,
        role.Link: theme.accent_text,
        role.LinkVisited: theme.accent_text,
        role.ToolTipBase: theme.tip,
        role.ToolTipText: theme.tip_ink,
        role.PlaceholderText: theme.ink_muted,
        role.Light: theme.panel,
        role.Midlight: theme.column,
        role.Mid: theme.line,
        role.Dark: theme.ink_faint,
        role.Shadow: theme.shadow,
    }.items():
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.ink_faint))
    return palette
