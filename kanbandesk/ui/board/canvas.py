"""The surface of the board: lays the model out, scrolls it, paints what is damaged, and ages by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kanbandesk.ui.board.card_painter import LEAST_KEPT, SHADE, CardPainter
from kanbandesk.ui.board.faces import Face, Faces
from kanbandesk.ui.board.geometry import HEAD, INSET, LANE_HEAD, MARGIN, MIN_WIDTH, Gap, Layout, Rect
from kanbandesk.ui.board.hits import offset_to_show
from kanbandesk.ui.board.idle import Idle
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.painter import BoardPainter, qrect
from kanbandesk.ui.board.places import Places
from kanbandesk.ui.board.scene import Scene
from kanbandesk.ui.board.sizes import CardSizes
from kanbandesk.ui.board.text import Fonts
from kanbandesk.ui.board.ticker import Ticker
from kanbandesk.ui.theme.tokens import CARD_TEXT, RADIUS, SMALL_TEXT, TINY_TEXT, Theme

if TYPE_CHECKING:
    from kanbandesk.ui.board.ring import Rings


class BoardCanvas(QAbstractScrollArea):
    """Draws a BoardModel. `now` gives the desk's clock in UTC milliseconds."""

    aged = Signal(object)  # Tick: cards have reached another ageing level, without anybody touching anything

    def __init__(
        self, model: BoardModel, theme: Theme, now: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.model = model
        self.board_layout = Layout()
        self.scene = Scene(model, self.board_layout)
        self._now = now
        self._generation = -1
        fonts = Fonts(self.font(), CARD_TEXT, SMALL_TEXT, TINY_TEXT)
        self.cards = CardPainter(fonts, theme, self.devicePixelRatioF())
        self.faces = Faces()
        self._painter = BoardPainter(self.scene, self.cards, self.faces)
        self.places = Places(model, self.board_layout, CardSizes(fonts.title.width))
        self.ticker = Ticker(self)
        self.idle = Idle(model, self)
        self.rings: Rings | None = None  # behind the first painting

    # -- laying out ------------------------------------------------------------------------------------------

    def relayout(self, columns: Iterable[str] | None = None) -> None:
        """Lay out the columns that changed, all of them when `columns` is None, and have them painted."""
        if self._generation != self.model.generation:
            self._generation = self.model.generation
            self.faces.clear()
            self.cards.clear()
            self.idle.begin()
        touched = self.places.bring(columns, self.viewport().width(), self.viewport().height())
        if len(touched) == len(self.model.columns):
            self.viewport().update()
        else:
            self.damage_columns(touched)
        self.ticker.look_again()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self.cards.theme = theme
        self.cards.clear()
        self.viewport().update()

    # -- where things are ------------------------------------------------------------------------------------

    def face_of(self, card_id: str) -> Face:
        """Return the words of a card at this moment."""
        self.now()
        return self._painter.face(self.model.cards[card_id])

    def picture_of(self, card_id: str, painter: CardPainter) -> QPixmap | None:
        """Return the picture of a card as it lies on the board, with its shadow; None when it is not shown."""
        rect = self.places.rect(card_id)
        if rect is None:
            return None
        card = self.model.cards[card_id]
        return painter.pixmap(card, self._painter.face(card), self._painter.pose(card, rect))

    # -- damage and scrolling --------------------------------------------------------------------------------

    def damage(self, area: Rect) -> None:
        """Have an area of the viewport painted anew."""
        if not area.is_empty:
            self.viewport().update(qrect(area))

    def damage_cards(self, card_ids: Iterable[str]) -> None:
        """Have cards painted anew where they show."""
        for card_id in card_ids:
            rect = self.places.rect(card_id)
            if rect is not None:
                self.damage(rect.grown(SHADE))

    def damage_columns(self, columns: Iterable[int]) -> None:
        """Have columns painted anew; with lanes the whole board, as all bands may have moved."""
        if self.board_layout.has_lanes:
            self.viewport().update()
            return
        for column in columns:
            if column >= 0:
                self.damage(self.board_layout.columns.rect(column))

    def open_gap(self, gap: Gap | None) -> None:
        """Open a gap between cards, or close the one that is open."""
        layout = self.board_layout
        if gap != layout.gap:
            touched = {one.column for one in (gap, layout.gap) if one is not None}
            layout.gap = gap
            layout.settle()
            self.damage_columns(touched)

    def scroll_column(self, column: int, offset: int) -> bool:
        """Scroll a column (with lanes: the board) down to `offset`; tell whether it moved."""
        layout, scene = self.board_layout, self.scene
        moved = layout.scroll_to(column, offset)
        if not moved:
            return False
        is_covered = scene.held is not None or scene.bubble is not None or not scene.band.is_empty
        if is_covered and layout.has_lanes:
            self.viewport().update()
        elif is_covered:
            self.damage(layout.columns.rect(column))
        elif layout.has_lanes:
            whole = layout.columns.viewport
            top = MARGIN + HEAD
            inner = Rect(0, top, whole.width - MARGIN, whole.height - top - MARGIN)
            self.viewport().scroll(0, moved, qrect(inner))
            self.damage(Rect(whole.width - MARGIN, top, MARGIN, whole.height))
            self.damage(Rect(0, top, whole.width, LANE_HEAD + abs(moved)))
            self.damage(Rect(0, whole.height - MARGIN, whole.width, MARGIN))
        else:
            body = layout.body(column)
            inner = Rect(
                body.x + INSET - SHADE, body.y, body.width - 2 * (INSET - SHADE), body.height - RADIUS
            ).intersected(layout.columns.viewport)
            self.viewport().scroll(0, moved, qrect(inner))
            # What stands still is painted: the round foot, the scroll bar, the line under the head.
            self.damage(Rect(body.x, body.bottom - RADIUS, body.width, RADIUS))
            self.damage(Rect(body.right - INSET + SHADE, body.y - 2, INSET, body.height + 2))
            self.damage(Rect(body.x, body.y - 1, body.width, 1))
        self.ticker.look_again()
        return True

    def scroll_across(self, x: int) -> bool:
        """Scroll the board to the right by `x` in all; tell whether it moved."""
        before = self.board_layout.columns.scroll
        self.board_layout.columns.scroll_to(x)
        if self.board_layout.columns.scroll == before:
            return False
        self.viewport().update()
        self.ticker.look_again()
        return True

    def reveal_column(self, column: int) -> None:
        """Scroll the board as little as needed to show a column whole."""
        columns = self.board_layout.columns
        rect = columns.rect(column)
        if rect.x < MARGIN:
            self.scroll_across(columns.scroll + rect.x - MARGIN)
        elif rect.right > columns.viewport.width - MARGIN:
            self.scroll_across(columns.scroll + rect.right + MARGIN - columns.viewport.width)

    def reveal(self, card_id: str) -> None:
        """Scroll as little as needed to show a card whole."""
        place, layout = self.places.locate(card_id), self.board_layout
        if place is None or (layout.has_lanes and layout.collapsed[place[1]]):
            return
        column, lane, index = place
        self.reveal_column(column)
        top, height = layout.extent(column, lane, index)
        self.scroll_column(column, offset_to_show(layout, column, top, top + height))

    # -- time ------------------------------------------------------------------------------------------------

    def now(self) -> int:
        """Return the desk's moment (UTC ms); what is painted next shows the ages of this moment."""
        self.scene.now = self._now()
        return self.scene.now

    # -- Qt --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the damaged areas only."""
        if self.cards.ratio != self.devicePixelRatioF():
            self.cards.ratio = self.devicePixelRatioF()
            self.cards.clear()
        self.now()
        with QPainter(self.viewport()) as painter:
            areas = list(event.region())  # type: ignore[call-overload]
            if len(areas) > 6:
                areas = [event.rect()]
            for area in areas:
                self._painter.paint(painter, Rect(area.x(), area.y(), area.width(), area.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew: the columns share the width."""
        super().resizeEvent(event)
        area = self.viewport().width() * self.viewport().height()
        self.cards.capacity = max(round(LEAST_KEPT / self.cards.ratio**2), area // 12_000)
        self.relayout({column.id for column in self.model.columns})

    def showEvent(self, event: QShowEvent) -> None:
        """Age while shown."""
        super().showEvent(event)
        self.ticker.schedule()
        self.idle.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden."""
        super().hideEvent(event)
        self.ticker.stop()
        self.idle.rest()
        if self.rings is not None:
            self.rings.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Take another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._generation = -1  # all words anew
            self.relayout(None)

    def sizeHint(self) -> QSize:
        """Return room for four columns."""
        return QSize(4 * MIN_WIDTH, 600)
