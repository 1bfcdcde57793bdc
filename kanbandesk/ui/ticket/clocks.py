"""The clocks as a row of tiles, in colours of age with the sign of age."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kanbandesk.ui.board import signs
from kanbandesk.ui.theme.tokens import SMALL_TEXT, TITLE_TEXT, Theme
from kanbandesk.ui.ticket.clock_faces import Face
from kanbandesk.ui.widgets.plain import set_tip

_GAP = 8
_PAD_X, _PAD_Y = 10, 8
_SLACK = 2  # px by which a drawn text may be wider than its measure
_BETWEEN = 2  # px from the label down to the value
_LEAST = 116  # px of a tile: narrower ones go into a second line
_LABEL_LINES = 3  # at most
_SIGN = 5.0  # px: the radius of the sign of age
_WRAP = Qt.TextFlag.TextWordWrap


class ClockFace(QWidget):
    """One tile."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.face = Face("", "")
        self._theme: Theme | None = None

    def show_face(self, face: Face, theme: Theme) -> None:
        """Show a clock."""
        self.face, self._theme = face, theme
        self.setAccessibleName(face.spoken)
        set_tip(self, face.spoken)
        self.update()

    def fonts(self) -> tuple[QFont, QFont]:
        """Return the fonts of label and value."""
        label, value = QFont(self.font()), QFont(self.font())
        label.setPixelSize(SMALL_TEXT)
        value.setPixelSize(TITLE_TEXT)
        value.setWeight(QFont.Weight.DemiBold)
        return label, value

    def height_for(self, width: int) -> int:
        """Return how high the tile is at `width`: its label may need several lines."""
        label, value = self.fonts()
        room = QFontMetrics(label).boundingRect(0, 0, width - 2 * _PAD_X, 1000, _WRAP, self.face.label)
        lines = min(room.height(), _LABEL_LINES * QFontMetrics(label).lineSpacing())
        return lines + _BETWEEN + QFontMetrics(value).lineSpacing() + 2 * _PAD_Y

    def least_width(self) -> int:
        """Return how wide the tile has to be so that its value is not cut, nor its label in two lines."""
        label, value = map(QFontMetrics, self.fonts())
        sign = 2 * _SIGN + 7 if self.face.level else 0
        words = self.face.label.split()
        in_two_lines = min(
            max(label.horizontalAdvance(" ".join(line)) for line in (words[:place], words[place:]))
            for place in range(len(words) + 1)
        )
        return (
            math.ceil(max(in_two_lines, sign + value.horizontalAdvance(self.face.value)))
            + 2 * _PAD_X
            + _SLACK
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._theme is None:
            return
        theme, level = self._theme, self.face.level
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(signs.badge_ground(theme, level) or QColor(theme.ground))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        label, value = self.fonts()
        inner = QRectF(self.rect()).adjusted(_PAD_X, _PAD_Y, -_PAD_X, -_PAD_Y)
        ink = signs.badge_ink(theme, level)
        painter.setPen(ink)
        painter.setFont(label)
        value_height = QFontMetrics(value).lineSpacing()
        painter.drawText(
            inner.adjusted(0, 0, 0, -value_height), _WRAP | Qt.AlignmentFlag.AlignTop, self.face.label
        )
        foot = QRectF(inner.left(), inner.bottom() - value_height, inner.width(), value_height)
        if level:
            signs.draw_age(painter, QPointF(foot.left() + _SIGN + 1, foot.center().y()), _SIGN, level, ink)
            foot.adjust(2 * _SIGN + 7, 0, 0, 0)
        painter.setPen(ink if level else QColor(theme.ink))
        painter.setFont(value)
        text = QFontMetrics(value).elidedText(
            self.face.value, Qt.TextElideMode.ElideRight, round(foot.width())
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)


class Clocks(QWidget):
    """Three or four tiles side by side, two by two where the panel is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiles: list[ClockFace] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_faces(self, faces: Sequence[Face]) -> None:
        """Show these clocks."""
        while len(self._tiles) > len(faces):
            tile = self._tiles.pop()
            tile.hide()
            tile.deleteLater()
        while len(self._tiles) < len(faces):
            self._tiles.append(ClockFace(self))
        for tile, face in zip(self._tiles, faces, strict=True):
            tile.show_face(face, self._theme)
            tile.show()
        self._arrange()

    def faces(self) -> list[Face]:
        """Return what is shown."""
        return [tile.face for tile in self._tiles]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.show_faces(self.faces())

    def resizeEvent(self, event: object) -> None:
        self._arrange()

    def _arrange(self) -> None:
        count = len(self._tiles)
        if not count:
            self.setFixedHeight(0)
            return
        needed = [tile.least_width() for tile in self._tiles]
        fits = self.width() >= count * _LEAST + (count - 1) * _GAP
        columns = count if fits and sum(needed) <= self._room(count) else min(2, count)
        y = 0
        for start in range(0, count, columns):
            line = self._tiles[start : start + columns]
            widths = _shares(needed[start : start + columns], self._room(columns))
            height = max(tile.height_for(width) for tile, width in zip(line, widths, strict=True))
            left = 0
            for tile, width in zip(line, widths, strict=True):
                tile.setGeometry(left, y, width, height)
                left += width + _GAP
            y += height + _GAP
        self.setFixedHeight(y - _GAP)

    def _room(self, columns: int) -> int:
        return self.width() - (columns - 1) * _GAP


def _shares(needed: Sequence[int], room: int) -> list[int]:
    """Share `room` equally, unless one needs more: then each gets its need and an equal part of what is left."""
    count = len(needed)
    is_equal = max(needed) * count <= room or sum(needed) > room
    least = [0] * count if is_equal else list(needed)
    part, rest = divmod(room - sum(least), count)
    return [width + part + (place < rest) for place, width in enumerate(least)]
