"""The surface of the board: lays the model out, scrolls it, paints what is damaged, and ages by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kanbandesk.ui.board.card_painter import LEAST_KEPT, SHADE, CardPainter
from kanbandesk.ui.board.faces import Faces
from kanbandesk.ui.board.geometry import HEAD, INSET, MARGIN, MIN_WIDTH, Cell, Layout, Rect
from kanbandesk.ui.board.hits import Hit, hit, offset_to_show
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.painter import BoardPainter, qrect
from kanbandesk.ui.board.scene import Scene
from kanbandesk.ui.board.sizes import CardSizes
from kanbandesk.ui.board.text import Fonts
from kanbandesk.ui.board.ticker import Ticker
from kanbandesk.ui.theme.tokens import CARD_TEXT, SMALL_TEXT, TINY_TEXT, Theme
from kanbandesk.workflow.boards import Swimlane


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
        fonts = Fonts(self.font(), CARD_TEXT, SMALL_TEXT, TINY_TEXT)
        self.cards = CardPainter(fonts, theme, self.devicePixelRatioF())
        self.faces = Faces()
        self._painter = BoardPainter(self.scene, self.cards, self.faces)
        self._sizes = CardSizes(fonts.title.width)
        self._lanes: list[str] = []
        self.ticker = Ticker(self)

    # -- laying out ------------------------------------------------------------------------------------------

    def relayout(self, columns: Iterable[str] | None = None) -> None:
        """Lay out the columns that changed, all of them when `columns` is None, and have them painted."""
        model, layout = self.model, self.board_layout
        if columns is None:
            self._sizes.forget()
            self.faces.clear()
            self.cards.clear()
        self._sizes.forget(tuple(model.changed))
        model.changed.clear()
        layout.columns.arrange(len(model.columns), self.viewport().width(), self.viewport().height())
        self._sizes.use(layout.columns.width - 2 * INSET, model.density)
        lanes = [lane.id for lane in model.lanes]
        is_all = columns is None or lanes != self._lanes or len(layout.cells) != len(model.columns)
        self._lanes = lanes
        touched = {column.id for column in model.columns} if columns is None or is_all else set(columns)
        self._fill(touched)
        if is_all:
            self.viewport().update()
        else:
            for index, column in enumerate(model.columns):
                if column.id in touched:
                    self.damage(layout.columns.rect(index))
        self.ticker.schedule()

    def _fill(self, touched: set[str]) -> None:
        model, layout = self.model, self.board_layout
        anchors = [self._anchor(index) for index in range(len(layout.cells))]
        cells = []
        for index, column in enumerate(model.columns):
            if column.id in touched:
                cells.append([self._cell(column.id, lane) for lane in self._lanes])
            else:
                cells.append(layout.cells[index])
        collapsed = [lane in model.collapsed for lane in self._lanes]
        layout.fill(cells, collapsed, has_lanes=model.swimlane is not Swimlane.NONE)
        for index, anchor in enumerate(anchors[: len(cells)]):
            if anchor is not None and model.columns[index].id in touched:
                self._hold(index, *anchor)

    def _cell(self, column_id: str, lane_id: str) -> Cell:
        ids = tuple(self.model.ids(column_id, lane_id))
        return Cell(ids, self._sizes.heights(ids, self.model.cards))

    def _anchor(self, column: int) -> tuple[str, int] | None:
        """Return the first card that shows in a scrolled column, and how far above the edge it begins."""
        layout = self.board_layout
        if layout.has_lanes or not layout.offset(column) or column >= layout.columns.count:
            return None
        shown = next(layout.cards_within(column, layout.body(column)), None)
        return (shown.card_id, shown.rect.y) if shown else None

    def _hold(self, column: int, card_id: str, y: int) -> None:
        """Scroll so that a card stays where it was, when others came or went above it."""
        layout = self.board_layout
        ids = layout.cells[column][0].ids if layout.cells[column] else ()
        if card_id in ids:
            moved = layout.card_rect(column, 0, ids.index(card_id)).y - y
            layout.scroll_to(column, layout.offset(column) + moved)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme from now on."""
        self.cards.theme = theme
        self.cards.clear()
        self.viewport().update()

    # -- where things are ------------------------------------------------------------------------------------

    def locate(self, card_id: str) -> tuple[int, int, int] | None:
        """Return column, lane and position of a card that is laid out, None when it is not shown."""
        place = self.model.place_of(card_id)
        if place is None or place[1] not in self._lanes:
            return None
        lane = self._lanes.index(place[1])
        for column, entry in enumerate(self.model.columns):
            if entry.id == place[0] and column < len(self.board_layout.cells):
                ids = self.board_layout.cells[column][lane].ids
                return (column, lane, ids.index(card_id)) if card_id in ids else None
        return None

    def rect_of(self, card_id: str) -> Rect | None:
        """Return where a card is, in the viewport's coordinates, even when it is scrolled away."""
        place = self.locate(card_id)
        if place is None or (self.board_layout.has_lanes and self.board_layout.collapsed[place[1]]):
            return None
        return self.board_layout.card_rect(*place)

    def hit(self, x: int, y: int) -> Hit:
        """Return what lies under a point of the viewport."""
        return hit(self.board_layout, x, y)

    def index_of(self, column_id: str) -> int:
        """Return the position of a column, -1 when the board has none such."""
        return next((index for index, entry in enumerate(self.model.columns) if entry.id == column_id), -1)

    def picture_of(self, card_id: str) -> QPixmap | None:
        """Return the picture of a card as it lies on the board, with its shadow; None when it is not shown."""
        rect = self.rect_of(card_id)
        if rect is None:
            return None
        card = self.model.cards[card_id]
        return self.cards.pixmap(card, self._painter.face(card), self._painter.pose(card, rect))

    def shown_ids(self) -> list[str]:
        """Return the ids of the cards that can be seen now."""
        layout = self.board_layout
        area = layout.columns.viewport
        columns = layout.columns_within(area)
        return [shown.card_id for column in columns for shown in layout.cards_within(column, area)]

    # -- damage and scrolling --------------------------------------------------------------------------------

    def damage(self, area: Rect) -> None:
        """Have an area of the viewport painted anew."""
        if not area.is_empty:
            self.viewport().update(qrect(area))

    def damage_cards(self, card_ids: Iterable[str]) -> None:
        """Have cards painted anew where they show."""
        for card_id in card_ids:
            rect = self.rect_of(card_id)
            if rect is not None:
                self.damage(rect.grown(SHADE))

    def scroll_column(self, column: int, offset: int) -> bool:
        """Scroll a column (with lanes: the board) down to `offset`; tell whether it moved."""
        layout, scene = self.board_layout, self.scene
        moved = layout.scroll_to(column, offset)
        if not moved:
            return False
        if scene.held is not None or scene.bubble is not None or not scene.band.is_empty:
            self.viewport().update()
        elif layout.has_lanes:
            whole = layout.columns.viewport
            top = MARGIN + HEAD
            self.viewport().scroll(0, moved, qrect(Rect(0, top, whole.width - MARGIN, whole.height - top)))
            self.damage(Rect(whole.width - MARGIN, top, MARGIN, whole.height))
        else:
            body = layout.body(column)
            inner = Rect(
                body.x + INSET - SHADE, body.y, body.width - 2 * (INSET - SHADE), body.height
            ).intersected(layout.columns.viewport)
            self.viewport().scroll(0, moved, qrect(inner))
            self.damage(Rect(body.right - INSET + SHADE, body.y - 2, INSET, body.height + 2))
            self.damage(Rect(body.x, body.y - 1, body.width, 1))
        self.ticker.schedule()
        return True

    def scroll_across(self, x: int) -> bool:
        """Scroll the board to the right by `x` in all; tell whether it moved."""
        before = self.board_layout.columns.scroll
        self.board_layout.columns.scroll_to(x)
        if self.board_layout.columns.scroll == before:
            return False
        self.viewport().update()
        self.ticker.schedule()
        return True

    def reveal(self, card_id: str) -> None:
        """Scroll as little as needed to show a card whole."""
        place = self.locate(card_id)
        if place is None:
            return
        column, lane, index = place
        layout = self.board_layout
        rect = layout.columns.rect(column)
        if rect.x < MARGIN:
            self.scroll_across(layout.columns.scroll + rect.x - MARGIN)
        elif rect.right > layout.columns.viewport.width - MARGIN:
            self.scroll_across(layout.columns.scroll + rect.right + MARGIN - layout.columns.viewport.width)
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
        painter = QPainter(self.viewport())
        areas = list(event.region())  # type: ignore[call-overload]
        if len(areas) > 6:
            areas = [event.rect()]
        for area in areas:
            self._painter.paint(painter, Rect(area.x(), area.y(), area.width(), area.height()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew: the columns share the width."""
        super().resizeEvent(event)
        area = self.viewport().width() * self.viewport().height()
        self.cards.capacity = max(LEAST_KEPT, area // 12_000)
        self.relayout({column.id for column in self.model.columns})

    def showEvent(self, event: QShowEvent) -> None:
        """Age while shown."""
        super().showEvent(event)
        self.ticker.schedule()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while hidden."""
        super().hideEvent(event)
        self.ticker.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Take another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.relayout(None)

    def sizeHint(self) -> QSize:
        """Return room for four columns."""
        return QSize(4 * MIN_WIDTH, 600)
