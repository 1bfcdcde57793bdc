"""Slim scroll bars over the board: one a column, one across, with lanes one down. Painted, and taken hold of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kanbandesk.ui.board.geometry import HEAD, MARGIN, Layout, Rect
from kanbandesk.ui.board.signs import color
from kanbandesk.ui.theme.tokens import Theme

THICK = 4
SHORTEST = 28
REACH = 4  # px around a bar in which it can be taken hold of
ACROSS = -1  # in place of a column: the board to the side


@dataclass(frozen=True, slots=True)
class Bar:
    """A scroll bar; `column` is ACROSS for the one at the bottom, 0 with lanes for the one at the right."""

    column: int
    track: Rect
    thumb: Rect
    longest: int  # how far its content can be scrolled

    def scroll_for(self, way: int) -> int:
        """Return how far the content scrolls when the thumb is moved by `way` pixels."""
        along = self.track.width - self.thumb.width
        if self.column != ACROSS:
            along = self.track.height - self.thumb.height
        return way * self.longest // along if along > 0 else 0


def bars(layout: Layout, area: Rect | None = None) -> Iterator[Bar]:
    """Yield the scroll bars of what does not fit; with an `area` those of the columns that show in it."""
    viewport, across = layout.columns.viewport, layout.columns.longest_scroll
    if across:
        track = Rect(MARGIN, viewport.height - THICK - 3, viewport.width - 2 * MARGIN, THICK)
        width, x = _thumb(track.width, across, layout.columns.scroll)
        yield Bar(ACROSS, track, Rect(track.x + x, track.y, width, THICK), across)
    if layout.has_lanes:
        track = Rect(viewport.width - THICK - 3, MARGIN + HEAD, THICK, viewport.height - 2 * MARGIN - HEAD)
        yield from _column_bar(layout, 0, track)
        return
    for column in layout.columns_within(area or viewport):
        body = layout.body(column)
        yield from _column_bar(layout, column, Rect(body.right - THICK - 1, body.y, THICK, body.height))


def _column_bar(layout: Layout, column: int, track: Rect) -> Iterator[Bar]:
    longest = layout.longest_scroll(column) if layout.cells else 0
    if longest:
        height, y = _thumb(track.height, longest, layout.offset(column))
        yield Bar(column, track, Rect(track.x, track.y + y, THICK, height), longest)


def _thumb(track: int, longest: int, at: int) -> tuple[int, int]:
    """Return length and place of a thumb on its track."""
    length = min(track, max(SHORTEST, track * track // (track + longest)))
    return length, (track - length) * at // longest


def bar_at(layout: Layout, x: int, y: int) -> Bar | None:
    """Return the bar whose thumb is under a point."""
    return next((bar for bar in bars(layout) if bar.thumb.grown(REACH).contains(x, y)), None)


def paint(painter: QPainter, layout: Layout, theme: Theme, area: Rect, hovered: int) -> None:
    """Paint the bars that show within `area`, that of the `hovered` column stronger."""
    painter.setPen(Qt.PenStyle.NoPen)
    for bar in bars(layout, area):
        if not bar.thumb.intersected(area).is_empty:
            ink = QColor(color(theme.ink_faint))
            is_near = bar.column in (hovered, ACROSS) or layout.has_lanes
            ink.setAlpha(150 if is_near else 90)
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(*bar.thumb), THICK / 2, THICK / 2)
