"""What stands where on the board, what is hit, what is damaged. Plain numbers in logical pixels; no Qt.

Without lanes each column scrolls by itself. With lanes the board is cut into bands under the columns' heads, and all
bands scroll together. All rectangles that `Layout` returns are in the viewport's coordinates.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

MARGIN = 12  # around the board
GUTTER = 10  # between columns
MIN_WIDTH = 196  # of a column: the seven of the default board fit into 1560 px
HEAD = 44  # of a column: name, count, pulse
INSET = 8  # between a column's edge and its cards
SPACING = 8  # between cards
FOOT = 8  # under a column's last card
LANE_HEAD = 32
EMPTY_CELL = 56  # height of a lane's cells when none of them holds a card


class Rect(NamedTuple):
    """A rectangle; `right` and `bottom` are the first pixels that do not belong to it."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def is_empty(self) -> bool:
        return self.width <= 0 or self.height <= 0

    def contains(self, x: int, y: int) -> bool:
        """Tell whether a point lies within."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def intersected(self, other: Rect) -> Rect:
        """Return what two rectangles share; an empty one when they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        return Rect(x, y, max(0, right - x), max(0, bottom - y))

    def united(self, other: Rect) -> Rect:
        """Return the smallest rectangle around both; an empty one adds nothing."""
        if self.is_empty or other.is_empty:
            return other if self.is_empty else self
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def grown(self, by: int) -> Rect:
        """Return the rectangle with an edge of `by` pixels around it."""
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def moved(self, dx: int, dy: int) -> Rect:
        """Return the rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)


NOWHERE = Rect(0, 0, 0, 0)


class Cell:
    """The cards of one column in one lane, as a stack from y = 0 down; each is followed by a spacing."""

    __slots__ = ("ids", "pitches", "tops")

    def __init__(self, ids: Sequence[str] = (), pitches: Sequence[int] = ()) -> None:
        """Stack cards; a pitch is a card's height with the spacing below it."""
        self.ids = list(ids)
        self.pitches = list(pitches)
        self.tops = list(accumulate(self.pitches, initial=0))

    def follow(self, steps: Sequence[tuple[int, str]], pitch: Callable[[str], int]) -> None:
        """Let cards come and go one after the other: where, and which one came (empty when one went)."""
        for index, card_id in steps:
            if card_id:
                self.ids.insert(index, card_id)
                self.pitches.insert(index, pitch(card_id))
            else:
                del self.ids[index], self.pitches[index]
        first = min((index for index, _ in steps), default=len(self.tops) - 1)
        self.tops[first:] = accumulate(self.pitches[first:], initial=self.tops[first])

    @property
    def height(self) -> int:
        """The stack's height without the last spacing."""
        return max(0, self.tops[-1] - SPACING)

    def extent(self, index: int) -> tuple[int, int]:
        """Return top and height of a card."""
        return self.tops[index], self.tops[index + 1] - self.tops[index] - SPACING

    def index_at(self, y: int) -> int | None:
        """Return the card at `y`, None between cards and outside."""
        index = bisect_right(self.tops, y) - 1
        if index < 0 or index >= len(self.ids):
            return None
        return index if y < self.tops[index + 1] - SPACING else None

    def nearest(self, y: int) -> int | None:
        """Return the card at `y` or the one closest to it, None when there are none."""
        if not self.ids:
            return None
        index = min(max(bisect_right(self.tops, y) - 1, 0), len(self.ids) - 1)
        if index + 1 < len(self.ids) and self.tops[index + 1] - y < y - (self.tops[index + 1] - SPACING):
            return index + 1
        return index

    def within(self, top: int, bottom: int) -> range:
        """Return the cards that show between `top` and `bottom`."""
        first = max(bisect_right(self.tops, top) - 1, 0)
        if first < len(self.ids) and self.tops[first + 1] - SPACING <= top:
            first += 1
        return range(first, min(bisect_left(self.tops, bottom), len(self.ids)))


@dataclass(frozen=True, slots=True)
class Gap:
    """The place that opens for a card that is held: in front of the card `index` of a cell."""

    column: int
    lane: int
    index: int
    height: int


class Shown(NamedTuple):
    """A card that shows: where it stands in its cell, and its rectangle."""

    card_id: str
    rect: Rect
    lane: int
    position: int


class Columns:
    """Where the columns stand in a viewport: they fill its width, or keep their least width and scroll."""

    def __init__(self) -> None:
        self.count = 0
        self.width = MIN_WIDTH
        self.viewport = NOWHERE
        self.scroll = 0
        self._spare = 0  # pixels that do not divide by the number of columns: one each for the first ones

    def arrange(self, count: int, width: int, height: int) -> None:
        """Lay out `count` columns in a viewport of this size."""
        self.count = count
        self.viewport = Rect(0, 0, width, height)
        room = width - 2 * MARGIN - GUTTER * max(0, count - 1)
        fair = room // count if count else room
        self.width = max(MIN_WIDTH, fair)
        self._spare = room - fair * count if fair >= MIN_WIDTH else 0
        self.scroll_to(self.scroll)

    @property
    def content_width(self) -> int:
        """How wide all columns are, with the margins."""
        inner = self.count * self.width + max(0, self.count - 1) * GUTTER + self._spare
        return inner + 2 * MARGIN

    @property
    def longest_scroll(self) -> int:
        """How far the board can be scrolled to the right."""
        return max(0, self.content_width - self.viewport.width)

    def scroll_to(self, x: int) -> None:
        """Scroll so that `x` of the content is at the left edge, as far as that goes."""
        self.scroll = min(max(0, x), self.longest_scroll)

    def left(self, column: int) -> int:
        """Return where a column begins."""
        return MARGIN + column * (self.width + GUTTER) + min(column, self._spare) - self.scroll

    def rect(self, column: int) -> Rect:
        """Return a column's rectangle, head and body."""
        width = self.width + (1 if column < self._spare else 0)
        return Rect(self.left(column), MARGIN, width, max(HEAD, self.viewport.height - 2 * MARGIN))

    def at(self, x: int) -> int | None:
        """Return the column at `x`, None between columns and beside them."""
        guess = (x - MARGIN + self.scroll) // (self.width + GUTTER)
        for column in (guess - 1, guess):
            if 0 <= column < self.count:
                rect = self.rect(column)
                if rect.x <= x < rect.right:
                    return column
        return None

    def nearest(self, x: int) -> int | None:
        """Return the column at `x` or the one closest to it, None when there are none."""
        if not self.count:
            return None
        return min(range(self.count), key=lambda column: self._distance(column, x))

    def _distance(self, column: int, x: int) -> int:
        rect = self.rect(column)
        return max(rect.x - x, x - rect.right + 1, 0)


class Layout:
    """The whole board: columns × lanes of cells, scroll positions, and the gap of a drag."""

    def __init__(self) -> None:
        self.columns = Columns()
        self.cells: list[list[Cell]] = []  # by column, then lane
        self.has_lanes = False
        self.collapsed: list[bool] = []  # by lane
        self.gap: Gap | None = None
        self.offsets: list[int] = []  # by column; with lanes only the first counts
        self._bands: list[int] = [0]  # with lanes: where each begins

    # -- filling ---------------------------------------------------------------------------------------------

    def fill(self, cells: list[list[Cell]], collapsed: list[bool], *, has_lanes: bool) -> None:
        """Take all cells; `collapsed` tells for each lane whether only its head shows."""
        self.cells = cells
        self.collapsed = collapsed
        self.has_lanes = has_lanes
        if len(self.offsets) != len(cells):
            self.offsets = [0] * len(cells)
        self.settle()

    def settle(self) -> None:
        """Bring bands and offsets in line after `gap` or the size has changed."""
        if self.has_lanes:
            heights = (LANE_HEAD + self._band_height(lane) for lane in range(len(self.collapsed)))
            self._bands = list(accumulate(heights, initial=0))
        for column, offset in enumerate(self.offsets):
            self.offsets[column] = min(max(0, offset), self.longest_scroll(column))

    def _band_height(self, lane: int) -> int:
        if self.collapsed[lane]:
            return 0
        tallest = max((self._cell_height(column, lane) for column in range(len(self.cells))), default=0)
        return max(EMPTY_CELL, tallest + 2 * INSET) + SPACING

    def _cell_height(self, column: int, lane: int) -> int:
        cell, gap = self.cells[column][lane], self.gap
        if gap is None or (gap.column, gap.lane) != (column, lane):
            return cell.height
        return cell.tops[-1] + gap.height

    # -- scrolling -------------------------------------------------------------------------------------------

    def offset(self, column: int) -> int:
        """Return how far a column is scrolled down."""
        return self.offsets[0 if self.has_lanes else column] if self.offsets else 0

    def longest_scroll(self, column: int) -> int:
        """Return how far a column (with lanes: the board) can be scrolled down."""
        return max(0, self.content_height(column) - self.body(column).height)

    def content_height(self, column: int) -> int:
        """Return the height of all that a column holds (with lanes: the board)."""
        if self.has_lanes:
            return self._bands[-1]
        return self._cell_height(column, 0) + FOOT if self.cells[column] else 0

    def scroll_to(self, column: int, offset: int) -> int:
        """Scroll a column (with lanes: the board); return by how much its content moved down."""
        place = 0 if self.has_lanes else column
        before = self.offsets[place]
        self.offsets[place] = min(max(0, offset), self.longest_scroll(column))
        return before - self.offsets[place]

    # -- where -----------------------------------------------------------------------------------------------

    def head(self, column: int) -> Rect:
        """Return the rectangle of a column's head."""
        return self.columns.rect(column)._replace(height=HEAD)

    def body(self, column: int) -> Rect:
        """Return the rectangle under a column's head in which its cards show."""
        rect = self.columns.rect(column)
        return Rect(rect.x, rect.y + HEAD, rect.width, max(0, rect.height - HEAD))

    def lane_head(self, lane: int) -> Rect:
        """Return the rectangle of a lane's head, over the whole width; it stays in sight as long as its lane does."""
        width = self.columns.content_width - 2 * MARGIN
        top = MARGIN + HEAD - self.offset(0)
        y = max(top + self._bands[lane], MARGIN + HEAD)
        y = min(y, top + self._bands[lane + 1] - LANE_HEAD)
        return Rect(MARGIN - self.columns.scroll, y, width, LANE_HEAD)

    def cell_rect(self, column: int, lane: int) -> Rect:
        """Return the rectangle of a cell; without lanes the column's body."""
        body = self.body(column)
        if not self.has_lanes:
            return body
        top = body.y + self._bands[lane] + LANE_HEAD - self.offset(column)
        height = self._bands[lane + 1] - self._bands[lane] - LANE_HEAD - SPACING
        return Rect(body.x, top, body.width, max(0, height))

    def stack_top(self, column: int, lane: int) -> int:
        """Return where, in the content of its column, the stack of a cell begins."""
        return self._bands[lane] + LANE_HEAD + INSET if self.has_lanes else 0

    def extent(self, column: int, lane: int, index: int) -> tuple[int, int]:
        """Return top and height of a card in the content of its column."""
        top, height = self.cells[column][lane].extent(index)
        gap = self.gap
        is_shifted = gap is not None and (gap.column, gap.lane) == (column, lane) and index >= gap.index
        shift = gap.height + SPACING if gap is not None and is_shifted else 0
        return self.stack_top(column, lane) + top + shift, height

    def card_rect(self, column: int, lane: int, index: int) -> Rect:
        """Return the rectangle of a card."""
        body = self.body(column)
        top, height = self.extent(column, lane, index)
        return Rect(body.x + INSET, body.y + top - self.offset(column), body.width - 2 * INSET, height)

    def gap_rect(self) -> Rect:
        """Return the rectangle of the open gap; an empty one when none is."""
        gap = self.gap
        if gap is None:
            return NOWHERE
        body = self.body(gap.column)
        top = self.stack_top(gap.column, gap.lane) + self.cells[gap.column][gap.lane].tops[gap.index]
        return Rect(
            body.x + INSET, body.y + top - self.offset(gap.column), body.width - 2 * INSET, gap.height
        )

    # -- what is there ---------------------------------------------------------------------------------------

    def columns_within(self, area: Rect) -> Iterator[int]:
        """Yield the columns that show in `area`."""
        for column in range(self.columns.count):
            rect = self.columns.rect(column)
            if rect.x < area.right and rect.right > area.x:
                yield column

    def lanes_within(self, area: Rect) -> range:
        """Return the lanes whose band shows in `area`; without lanes the only one."""
        if not self.has_lanes:
            return range(1)
        origin = MARGIN + HEAD - self.offset(0)
        first = max(bisect_right(self._bands, area.y - origin) - 1, 0)
        last = min(bisect_left(self._bands, area.bottom - origin), len(self.collapsed))
        return range(first, last)

    def cards_within(self, column: int, area: Rect) -> Iterator[Shown]:
        """Yield the cards of a column that show in `area`."""
        body = self.body(column)
        area = area.intersected(Rect(body.x + INSET, body.y, body.width - 2 * INSET, body.height))
        if area.is_empty:
            return
        origin = body.y - self.offset(column)
        for lane in self.lanes_within(area):
            if self.has_lanes and self.collapsed[lane]:
                continue
            cell = self.cells[column][lane]
            stack = origin + self.stack_top(column, lane)
            longest = self.gap.height + SPACING if self.gap is not None else 0
            for index in cell.within(area.y - stack - longest, area.bottom - stack):
                rect = self.card_rect(column, lane, index)
                if rect.y < area.bottom and rect.bottom > area.y:
                    yield Shown(cell.ids[index], rect, lane, index)
