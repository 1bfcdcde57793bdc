"""A list of things to choose from: the model, how a line of it is drawn, and how typed words find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import SMALL_TEXT

HEIGHT = 34  # px
TALL = 52  # px: with a line under the title
_ICON = 16  # px
_TINT = 38  # of 255: the current line
_MARGIN = 4  # px above and below two lines
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that can be chosen; `why_not` says why it cannot be at the moment."""

    id: str
    title: str
    detail: str = ""
    under: str = ""  # on a line of its own, all of it where there is room
    icon: str = ""
    keys: str = ""  # its shortcut, as written on this system
    why_not: str = ""
    is_checked: bool | None = None  # None where checking has no meaning
    words: str = ""  # more by which it is found


def matching(choices: Sequence[Choice], typed: str, limit: int = 60) -> list[Choice]:
    """Return the choices that fit what was typed, best first: whole words, then parts of words, then near misses."""
    if not typed.strip():
        return list(choices[:limit])
    wanted = typed.casefold().split()
    scored = []
    for place, choice in enumerate(choices):
        text = f"{choice.title} {choice.words}".casefold()
        if all(word in text for word in wanted):
            at_start = any(part.startswith(wanted[0]) for part in text.split())
            scored.append((0 if text.startswith(wanted[0]) else 1 if at_start else 2, place, choice))
    if not scored:
        return _nearly(choices, typed, limit)
    scored.sort(key=lambda entry: entry[:2])
    return [choice for _, _, choice in scored[:limit]]


def _nearly(choices: Sequence[Choice], typed: str, limit: int) -> list[Choice]:
    from rapidfuzz import fuzz, process, utils

    titles = [f"{choice.title} {choice.words}" for choice in choices]
    found = process.extract(
        typed, titles, scorer=fuzz.WRatio, processor=utils.default_process, limit=limit, score_cutoff=62
    )
    return [choices[place] for _, _, place in found]


class ChoiceModel(QAbstractListModel):
    """The choices on show."""

    def __init__(self) -> None:
        super().__init__()
        self._choices: list[Choice] = []

    def show(self, choices: list[Choice]) -> None:
        """Show these and no others."""
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()

    def choice(self, index: _Index) -> Choice | None:
        """Return the choice at `index`."""
        return self._choices[index.row()] if 0 <= index.row() < len(self._choices) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        choice = self.choice(index)
        if choice is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(
                filter(None, (choice.title, choice.detail, choice.under, choice.why_not, choice.keys))
            )
        if role == Qt.ItemDataRole.CheckStateRole and choice.is_checked is not None:
            return Qt.CheckState.Checked if choice.is_checked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        choice = self.choice(index)
        if choice is None or choice.why_not:
            # Kept selectable: the keyboard reaches it too, and the reason is read out.
            return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class ChoicePainter(QStyledItemDelegate):
    """Draws one choice: icon, title, detail, and its keys or the reason against it at the right; plain text only."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        model = index.model()
        choice = model.choice(index) if isinstance(model, ChoiceModel) else None
        return QSize(200, TALL if choice is not None and choice.under else HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        choice = model.choice(index) if isinstance(model, ChoiceModel) else None
        if choice is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect.adjusted(6, 1, -6, -1)
        palette: QPalette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            tint = palette.color(QPalette.ColorRole.Highlight)
            tint.setAlpha(_TINT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(rect, 6, 6)
        inner = rect.adjusted(10, 0, -10, 0)
        muted = palette.color(QPalette.ColorRole.PlaceholderText)
        ink = muted if choice.why_not else palette.color(QPalette.ColorRole.Text)
        left = self._paint_signs(painter, inner, choice, ink.name(), palette)
        painter.setPen(muted)
        room = QRect(left, inner.top(), inner.right() - left, inner.height())
        if choice.under:
            room = _paint_under(painter, room, choice.under)
        room = self._paint_end(painter, room, choice)
        painter.setPen(ink)
        metrics = QFontMetrics(painter.font())
        title = metrics.elidedText(choice.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title)
        used = metrics.horizontalAdvance(title) + 10
        if choice.detail and room.width() - used > 40:
            painter.setPen(muted)
            rest = room.adjusted(used, 0, 0, 0)
            detail = metrics.elidedText(choice.detail, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, detail)
        painter.restore()

    def _paint_signs(
        self, painter: QPainter, inner: QRect, choice: Choice, ink: str, palette: QPalette
    ) -> int:
        left = inner.left()
        top = inner.center().y() - _ICON // 2 + 1
        ratio = painter.device().devicePixelRatioF()
        if choice.is_checked is not None:
            accent = palette.color(QPalette.ColorRole.Highlight).name()
            sign = icons.pixmap("square-check", accent, _ICON, ratio) if choice.is_checked else None
            if sign is None:
                painter.setPen(palette.color(QPalette.ColorRole.Dark))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRect(left + 2, top + 2, _ICON - 5, _ICON - 5), 2, 2)
            else:
                painter.drawPixmap(left, top, sign)
            left += _ICON + 8
        if choice.icon:
            painter.drawPixmap(left, top, icons.pixmap(choice.icon, ink, _ICON, ratio))
            left += _ICON + 10
        return left

    def _paint_end(self, painter: QPainter, room: QRect, choice: Choice) -> QRect:
        end = choice.why_not or choice.keys
        if not end:
            return room
        metrics = QFontMetrics(painter.font())
        text = metrics.elidedText(end, Qt.TextElideMode.ElideRight, room.width() * 3 // 5)
        width = metrics.horizontalAdvance(text)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
        painter.drawText(room, flags, text)
        return room.adjusted(0, 0, -width - 12, 0)


def _paint_under(painter: QPainter, room: QRect, text: str) -> QRect:
    """Write the line under the title, smaller; return the room that is left above it."""
    below = room.adjusted(0, room.height() // 2, 0, -_MARGIN)
    font = painter.font()
    small = QFont(font)
    small.setPixelSize(SMALL_TEXT)
    painter.setFont(small)
    shown = QFontMetrics(small).elidedText(text, Qt.TextElideMode.ElideRight, below.width())
    painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    painter.setFont(font)
    return room.adjusted(0, _MARGIN, 0, -room.height() // 2)
