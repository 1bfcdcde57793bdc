"""The timeline: everything that has happened to a ticket, newest first, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kanbandesk.ui.theme.tokens import CARD_TEXT, SMALL_TEXT, Theme
from kanbandesk.ui.ticket.bubble import sized
from kanbandesk.ui.words import (
    Names,
    actor_text,
    fact_text,
    field_changes,
    moment_text,
    plain_line,
    translate,
)
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.events import Event

_Index = QModelIndex | QPersistentModelIndex
_SIDE = 20  # px
_PAD = 6
_HEAD, _LINE = 18, 17  # px of the first line and of a change below it
_DOT = 3  # px radius


@dataclass(frozen=True, slots=True)
class Told:
    """One event in words."""

    who: str
    what: str
    when: str
    changes: tuple[str, ...]

    def text(self) -> str:
        """Return all of it as plain text, for copying and screen readers."""
        return "\n".join(
            (f"{self.when}  {self.who}: {self.what}", *(f"    {change}" for change in self.changes))
        )


def told(event: Event, names: Names) -> Told:
    """Return an event in words: who, what, when, and each changed field from what to what."""
    changes = tuple(
        f"{plain_line(change.label, 60)}: {change.before} → {change.after or '–'}"
        if change.before
        else f"{plain_line(change.label, 60)}: {change.after or '–'}"
        for change in field_changes(event, names)
    )
    who = plain_line(actor_text(event, names), 60)
    return Told(who, plain_line(fact_text(event, names)), moment_text(event.at), changes)


class TimelineModel(QAbstractListModel):
    """The events, newest first; each is put into words when it comes into sight."""

    def __init__(self) -> None:
        super().__init__()
        self._events: Sequence[Event] = ()
        self._names = Names()
        self._told: dict[str, Told] = {}

    def show(self, events: Sequence[Event], names: Names) -> None:
        """Show these events, given oldest first."""
        self.beginResetModel()
        self._events, self._names = events[::-1], names
        self._told.clear()
        self.endResetModel()

    def told(self, row: int) -> Told:
        """Return the words of a row."""
        event = self._events[row]
        found = self._told.get(event.id)
        if found is None:
            found = self._told[event.id] = told(event, self._names)
        return found

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.told(index.row()).text()
        return None


class TimelinePainter(QStyledItemDelegate):
    """Draws one event: a dot, who and what, when, and what changed below; plain text only."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        model = index.model()
        changes = len(model.told(index.row()).changes) if isinstance(model, TimelineModel) else 0
        return QSize(200, 2 * _PAD + _HEAD + changes * _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, TimelineModel):
            return
        entry = model.told(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        font: QFont = option.font
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self.theme.column))
        room = rect.adjusted(_SIDE + 16, _PAD, -_SIDE, -_PAD)
        self._paint_rail(painter, rect, is_last=index.row() == model.rowCount() - 1)
        self._paint_head(painter, QRect(room.left(), room.top(), room.width(), _HEAD), entry, font)
        small = sized(font, SMALL_TEXT)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.ink_muted))
        for place, change in enumerate(entry.changes):
            line = QRect(room.left(), room.top() + _HEAD + place * _LINE, room.width(), _LINE)
            _draw(painter, line, change, small)
        painter.restore()

    def _paint_rail(self, painter: QPainter, rect: QRect, *, is_last: bool) -> None:
        x, y = rect.left() + _SIDE + _DOT, rect.top() + _PAD + _HEAD // 2
        painter.setPen(QColor(self.theme.line))
        painter.drawLine(x, rect.top(), x, y if is_last else rect.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.ink_faint))
        painter.drawEllipse(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)

    def _paint_head(self, painter: QPainter, room: QRect, entry: Told, font: QFont) -> None:
        small, plain = sized(font, SMALL_TEXT), sized(font, CARD_TEXT)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.ink_muted))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
        painter.drawText(room, flags, entry.when)
        room = room.adjusted(0, 0, -QFontMetrics(small).horizontalAdvance(entry.when) - 12, 0)
        bold = sized(font, CARD_TEXT, QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(self.theme.ink))
        used = _draw(
            painter, QRect(room.left(), room.top(), room.width() // 2, room.height()), entry.who, bold
        )
        painter.setFont(plain)
        _draw(painter, room.adjusted(used + 8, 0, 0, 0), entry.what, plain)


def _draw(painter: QPainter, room: QRect, text: str, font: QFont) -> int:
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
    return metrics.horizontalAdvance(shown)


class Timeline(QListView):
    """The page; what it shows is put into words when the page is first looked at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[Sequence[Event], Names] | None = None
        self._shown: Sequence[Event] = ()
        self._model = TimelineModel()
        self._painter = TimelinePainter(theme, self)
        self.setProperty("look", "timeline")
        self.setAccessibleName(translate("Timeline", "Timeline"))
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, 8, 0, 8)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_detail(self, detail: TicketDetail, names: Names) -> None:
        """Show a ticket's events, at once or when the page comes into sight."""
        if detail.events == self._shown:
            return
        self._waiting = (detail.events, names)
        if self.isVisible():
            self._take()

    def told(self) -> list[Told]:
        """Return all rows in words, newest first."""
        self._take()
        return [self._model.told(row) for row in range(self._model.rowCount())]

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._painter.theme = theme
        self.viewport().update()

    def _take(self) -> None:
        if self._waiting is None:
            return
        (events, names), self._waiting = self._waiting, None
        place = self.verticalScrollBar().value()
        self._shown = events
        self._model.show(events, names)
        self.verticalScrollBar().setValue(place)

    def showEvent(self, event: object) -> None:
        self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(index.row() for index in self.selectedIndexes())
            QGuiApplication.clipboard().setText("\n".join(self._model.told(row).text() for row in rows))
            return
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)
