"""Draws one card into a pixmap, and keeps the pixmaps of the cards that show."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from kanbandesk.ui import words
from kanbandesk.ui.board import pairs, signs, sizes
from kanbandesk.ui.board.faces import Face
from kanbandesk.ui.board.geometry import Rect
from kanbandesk.ui.board.pauses import BADGE_EDGES, BETWEEN, PLAIN, SIGN, Pause
from kanbandesk.ui.board.signs import color
from kanbandesk.ui.board.text import Fonts, Ruler
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.words import translate
from kanbandesk.workflow.boards import Density
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import Priority

SHADE = 3  # px around a card that its pixmap holds too: the shadow
CORNER = 6
STRIPE = 4
LEAST_KEPT = 200
_TRIANGLES: dict[str, int] = {Priority.LOW: 1, Priority.HIGH: 1, Priority.URGENT: 2}
MOST_PARTS = 600  # signs and grounds that cards share
TALLEST = 200  # px: no card is higher
_TIMER = 12  # px of the sign before a time that stands alone


@dataclass(frozen=True, slots=True)
class Pose:
    """All that a card's picture depends on beside the card and its words."""

    width: int
    height: int
    density: Density
    is_selected: bool
    owner: str  # the assignee's name
    can_claim: bool
    pause: Pause = Pause.NONE  # how a clock that stands is told
    has_ring: bool = False  # room for a ring that is drawn over the picture
    offered: str = ""  # the line to which it is offered (R8a)
    pair: pairs.Pair | None = None  # what it has in development, or where it comes from (R9)


class CardPainter:
    """Paints cards in one theme and at one pixel ratio."""

    def __init__(self, fonts: Fonts, theme: Theme, ratio: float) -> None:
        self.fonts = fonts
        self.theme = theme
        self.ratio = ratio
        self.capacity = LEAST_KEPT
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._parts: dict[Hashable, QPixmap] = {}

    def clear(self) -> None:
        """Draw all cards anew: theme, ratio or names have changed."""
        self._kept.clear()
        self._parts.clear()

    def pixmap(self, card: Card, face: Face, pose: Pose) -> QPixmap:
        """Return the picture of a card; its corner lies `SHADE` px up and left of the card's."""
        key = (card.id, card.revision, card.is_pending, card.status_id, face.badge, face.sla, pose)
        kept = self._kept
        found = kept.get(key)
        if found is None:
            found = kept[key] = self._draw(card, face, pose)
            while len(kept) > self.capacity:
                kept.popitem(last=False)
        else:
            kept.move_to_end(key)
        return found

    def claim_rect(self, card_rect: Rect, *, has_ring: bool = False) -> Rect:
        """Return where "Claim", and the ring beside it, can be clicked on a card."""
        width = round(self.fonts.strong.width(translate("Board", "Claim"))) + 2 * sizes.RIGHT
        width += 2 * sizes.DISC + 6 if has_ring else 0
        return Rect(card_rect.right - width, card_rect.bottom - 34, width, 34)

    def _draw(self, card: Card, face: Face, pose: Pose) -> QPixmap:
        picture = self._blank(pose.width, pose.height)
        with QPainter(picture) as painter:
            self._lay_ground(painter, face.badge.level, pose)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(SHADE, SHADE)
            sheet = _Sheet(painter=painter, tools=self, card=card, face=face, pose=pose)
            if pose.density is Density.COMPACT:
                sheet.compact()
            else:
                sheet.full()
        return picture

    def _blank(self, width: int, height: int) -> QPixmap:
        """Return an empty picture with room for the shadow around it."""
        size = QSizeF(width + 2 * SHADE, height + 2 * SHADE) * self.ratio
        picture = QPixmap(round(size.width()), round(size.height()))
        picture.setDevicePixelRatio(self.ratio)
        picture.fill(Qt.GlobalColor.transparent)
        return picture

    def _lay_ground(self, painter: QPainter, level: int, pose: Pose) -> None:
        """Put an empty card under what will be drawn: the upper end and the lower end of a tall one."""
        tall = self._small(("ground", level, pose.width, pose.is_selected), lambda: self._ground(level, pose))
        width, foot = pose.width + 2 * SHADE, 2 * CORNER + SHADE
        head, ratio = pose.height + 2 * SHADE - foot, self.ratio
        end = tall.height() - round(foot * ratio)
        painter.drawPixmap(QRectF(0, 0, width, head), tall, QRectF(0, 0, tall.width(), round(head * ratio)))
        painter.drawPixmap(
            QRectF(0, head, width, foot), tall, QRectF(0, end, tall.width(), round(foot * ratio))
        )

    def _ground(self, level: int, pose: Pose) -> QPixmap:
        tall = self._blank(pose.width, TALLEST)
        with QPainter(tall) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(SHADE, SHADE)
            _paint_ground(
                painter, self.theme, level, QRectF(0, 0, pose.width, TALLEST), is_chosen=pose.is_selected
            )
        return tall

    def _small(self, key: Hashable, draw: Callable[[], QPixmap]) -> QPixmap:
        """Return a part that many cards share, drawn once."""
        part = self._parts.get(key)
        if part is None:
            if len(self._parts) >= MOST_PARTS:
                self._parts.clear()
            part = self._parts[key] = draw()
        return part

    def part(self, key: Hashable, width: float, height: float, paint: Callable[[QPainter], None]) -> QPixmap:
        """Return a small picture of a sign, painted once for all cards that bear it."""

        def draw() -> QPixmap:
            picture = QPixmap(ceil(width * self.ratio), ceil(height * self.ratio))
            picture.setDevicePixelRatio(self.ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(painter)
            return picture

        return self._small(key, draw)


def _paint_ground(painter: QPainter, theme: Theme, level: int, box: QRectF, *, is_chosen: bool) -> None:
    """Draw shadow, the stripe of the age, edge and ground. Fills only: outlines of this length are dear."""
    painter.setPen(Qt.PenStyle.NoPen)
    for depth, strength in ((2, 10), (1, 22)):
        shadow = QColor(theme.shadow)
        shadow.setAlpha(strength * (3 if theme.is_dark else 1))
        painter.setBrush(shadow)
        painter.drawRoundedRect(box.adjusted(0, 0, 0, depth), CORNER, CORNER)
    painter.setClipRect(QRectF(0, 0, STRIPE, box.height()))
    painter.setBrush(signs.stripe_color(theme, level))
    painter.drawRoundedRect(box, CORNER, CORNER)
    painter.setClipRect(QRectF(STRIPE, 0, box.width(), box.height()))
    painter.setBrush(color(theme.accent if is_chosen else theme.line))
    painter.drawRoundedRect(box, CORNER, CORNER)
    painter.setBrush(color(theme.accent_tint if is_chosen else theme.card))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), CORNER - 1, CORNER - 1)
    painter.setClipping(False)


def _ends(text: str) -> Iterator[str]:
    """Yield shorter words for a badge's, the longest first: "due in 4 d" as "in 4 d", then "4 d".

    A number stays with its unit or month, an hour with its day.
    """
    words = text.split()
    first = next((place for place, word in enumerate(words) if word[:1].isdecimal()), len(words))
    is_before_unit = first + 1 < len(words) and words[first].isdecimal()
    latest = first if is_before_unit else first - 1
    yield from (" ".join(words[place:]) for place in range(1, latest + 1))
    if is_before_unit and 0 < first < len(words) - 2:
        yield " ".join(words[first : first + 2])


@dataclass(slots=True)
class _Sheet:
    """One card being drawn; its corner is the painter's origin."""

    painter: QPainter
    tools: CardPainter
    card: Card
    face: Face
    pose: Pose

    @property
    def fonts(self) -> Fonts:
        """The board's fonts."""
        return self.tools.fonts

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self.tools.theme

    @property
    def right(self) -> int:
        """Where text ends."""
        return self.pose.width - sizes.RIGHT

    def full(self) -> None:
        """Draw all that a card has to say."""
        y = float(sizes.TOP)
        right = self._priority(y)
        self._name_line(y, right)
        y += sizes.NAME_LINE + 2
        y = self._title(y)
        if sizes.has_tag_line(self.card):
            self._tag_line(y + 4)
        self._foot(self.pose.height - sizes.BOTTOM - 11)

    def compact(self) -> None:
        """Draw one line of title, and below it badge, number and client."""
        fonts, theme = self.fonts, self.theme
        right = self._owner(17.0, 9) - 8
        if self.card.is_pending:
            right = self._icon("arrow-up", right - 12, 11, theme.ink_muted) - 4
        room = right - sizes.LEFT
        title = fonts.title.elided(words.plain_line(self.card.title), room)
        self._text(fonts.title, sizes.LEFT, 8, title, theme.ink)
        triangles = _TRIANGLES.get(self.card.priority, 0)
        x = self._badge(37.0, self.right - 10 * triangles) + 6
        number = words.ticket_label(self.card.number)
        end = x + fonts.strong.width(number)
        right = self._priority(28.5, least=end)
        if end <= right:
            x = self._text(fonts.strong, x, 29, number, theme.ink_muted) + 6
            client = fonts.small.elided(words.plain_line(self.card.client), right - x)
            if len(client) > 3:
                self._text(fonts.small, x, 29, client, theme.ink_muted)

    # -- the parts; each returns where the next one may begin or has to end ----------------------------------

    def _text(self, ruler: Ruler, x: float, top: float, text: str, ink: str | QColor) -> float:
        if text:
            self.painter.setFont(ruler.font)
            self.painter.setPen(color(ink) if isinstance(ink, str) else ink)
            self.painter.drawText(QPointF(x, top + ruler.ascent), text)
        return x + ruler.width(text)

    def _icon(self, name: str, x: float, y: float, ink: str) -> float:
        self.painter.drawPixmap(QPointF(x, y), icons.pixmap(name, ink, 12, self.tools.ratio))
        return x

    def _name_line(self, y: float, right: float) -> None:
        fonts, theme, card = self.fonts, self.theme, self.card
        x = self._text(fonts.strong, sizes.LEFT, y, words.ticket_label(card.number), theme.ink_muted) + 6
        if card.is_pending:
            right = self._icon("arrow-up", right - 12, y + 2, theme.ink_muted) - 4
        client = fonts.small.elided(words.plain_line(card.client), right - x)
        self._text(fonts.small, x, y, client, theme.ink_muted)

    def _priority(self, y: float, least: float = 0.0) -> float:
        """Draw triangles and word at the right end; the word only where it leaves all to the left of `least` free."""
        priority, right = self.card.priority, float(self.right)
        count = _TRIANGLES.get(priority, 0)
        if not count:
            return right
        is_low = priority == Priority.LOW
        ink = color(self.theme.ink_muted if is_low else self.theme.ink)
        word, ruler = words.priority_name(priority), self.fonts.strong
        if right - ruler.width(word) - 10 * count - 8 < least:
            word = ""
        left = right - ruler.width(word)
        self._text(ruler, left, y, word, ink)
        for _ in range(count):
            left -= 10
            signs.draw_triangle(self.painter, left - 2, y + ruler.height / 2, ink, is_down=is_low)
        return left - 8

    def _title(self, y: float) -> float:
        ruler, room = self.fonts.title, self.right - sizes.LEFT
        for line in ruler.wrapped(words.plain_line(self.card.title), room, sizes.MOST_LINES):
            self._text(ruler, sizes.LEFT, y, line, self.theme.ink)
            y += sizes.TITLE_LINE
        return y

    def _tag_line(self, y: float) -> None:
        right = self._counters(y)
        x = float(sizes.LEFT)
        if (pair := self.pose.pair) is not None:
            width = pairs.sign_rect(self.tools, Rect(0, 0, self.pose.width, self.pose.height), pair).width
            draw = partial(pairs.paint_sign, tools=self.tools, pair=pair, width=width)
            picture = self.tools.part(("pair", pair, width), width, pairs.CHIP, draw)
            self.painter.drawPixmap(QPointF(x, y), picture)
            x += width + 5
        for word, icon in self._chips():
            x_next = self._chip(x, y, word, right, icon)
            if x_next is None:
                break
            x = x_next

    def _chips(self) -> Iterator[tuple[str, str]]:
        """Yield the words of the chips; those that ask for attention with an icon."""
        card = self.card
        if self.pose.offered:
            yield words.plain_line(self.pose.offered), "move-right"
        if card.blocked_reason:
            yield translate("Board", "Blocked"), "ban"
        if card.is_ignored:
            yield translate("Board", "Ignored"), "circle-alert"
        if card.tracker_key:
            yield words.plain_line(card.tracker_key), ""
        for tag in card.tags:
            yield words.plain_line(tag), ""

    def _chip(self, x: float, y: float, word: str, right: float, icon: str) -> float | None:
        lead = 14 if icon else 0
        word = self.fonts.tiny.elided(word, right - x - 12 - lead)
        if len(word) < 2:
            return None
        width = self.fonts.tiny.width(word) + 10 + lead
        key = ("chip", word, icon)
        self.painter.drawPixmap(
            QPointF(x, y),
            self.tools.part(key, width, 17, lambda painter: self._paint_chip(painter, word, icon)),
        )
        return x + width + 5

    def _paint_chip(self, painter: QPainter, word: str, icon: str) -> None:
        ruler, theme = self.fonts.tiny, self.theme
        lead = 14 if icon else 0
        painter.setPen(QPen(color(theme.ink_faint if icon else theme.line), 1))
        painter.drawRoundedRect(QRectF(0.5, 0.5, ruler.width(word) + 9 + lead, 16), 4, 4)
        if icon:
            painter.drawPixmap(QPointF(4, 2.5), icons.pixmap(icon, theme.ink, 12, self.tools.ratio))
        painter.setFont(ruler.font)
        painter.setPen(color(theme.ink if icon else theme.ink_muted))
        painter.drawText(QPointF(5 + lead, (17 - ruler.height) / 2 + ruler.ascent), word)

    def _counters(self, y: float) -> float:
        card, ruler, right = self.card, self.fonts.tiny, float(self.right)
        shown = (
            ("link-2", card.link_count, 1),
            ("paperclip", card.attachment_count, 1),
            ("message-square", card.message_count, 2),
        )
        for name, count, least in shown:
            if count >= least:
                text = str(count)
                right -= ruler.width(text)
                self._text(ruler, right, y + (17 - ruler.height) / 2, text, self.theme.ink_muted)
                right = self._icon(name, right - 14, y + 2.5, self.theme.ink_faint) - 6
        return right

    def _foot(self, middle: float) -> None:
        end = self._owner(middle, sizes.DISC)
        is_stopped = bool(self.face.sla) and self.card.sla_due is None
        if is_stopped and self.pose.pause is Pause.SIGN:
            slack = 0 if self.face.badge.level else PLAIN
            x = self._badge(middle, end - SIGN - BETWEEN + slack) + BETWEEN / 2 - slack
            signs.draw_pause(self.painter, QPointF(round(x) + SIGN / 2, middle), color(self.theme.ink_muted))
            return
        end -= BETWEEN
        if not self.face.sla or (is_stopped and self.pose.pause is Pause.NONE):
            self._badge(middle, end)
            return
        ruler, ink = (
            (self.fonts.strong, self.theme.ink)
            if self.face.is_over
            else (self.fonts.small, self.theme.ink_muted)
        )
        has_sign, clock = self._clock_form(ruler, end)
        lead = _TIMER + 3 if has_sign else 0
        # A promise counts for more than the badge's words, whose sign and colour stay.
        x = self._badge(middle, end - BETWEEN - lead - ruler.width(clock)) + BETWEEN
        clock = ruler.elided(clock, end - x - lead)
        if has_sign:
            self._icon("timer", round(x), middle - _TIMER / 2, self.theme.ink_muted)
        self._text(ruler, x + lead, middle - ruler.height / 2, clock, ink)

    def _clock_form(self, ruler: Ruler, end: float) -> tuple[bool, str]:
        """Return the longest form of the clock that leaves the badge whole, else the shortest there is.

        The time says more than the name of the class, and alone, with a sign before it, as much as in a sentence.
        """
        room = end - sizes.LEFT - BADGE_EDGES - self.fonts.strong.width(self.face.badge.text) - BETWEEN
        forms = [(False, self.face.sla), (False, self.face.sla.rpartition(" · ")[2])]
        if self.face.sla_left:
            forms.append((True, self.face.sla_left))
        fitting = (
            (has_sign, text)
            for has_sign, text in forms
            if ruler.width(text) + (_TIMER + 3 if has_sign else 0) <= room
        )
        return next(fitting, forms[-1])

    def _badge(self, middle: float, right: float) -> float:
        badge, ruler = self.face.badge, self.fonts.strong
        ink, ground = signs.badge_ink(self.theme, badge.level), signs.badge_ground(self.theme, badge.level)
        room = right - sizes.LEFT - BADGE_EDGES
        text = ruler.elided(badge.text, room, by_words=True)
        if text != badge.text:  # "due in 4 d" says more as "4 d" than as "due in…"
            told = text if any(character.isdecimal() for character in text) else ""  # "due t…" tells nothing
            text = next((end for end in _ends(badge.text) if ruler.width(end) <= room), told)
        width = 17 + ruler.width(text) + 7 if text else 18
        left = sizes.LEFT - (2 if ground is None else 0)
        if ground is not None:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(ground)
            self.painter.drawRoundedRect(QRectF(left, middle - 9, width, 18), 9, 9)
        signs.draw_age(self.painter, QPointF(left + 9, middle), 4.3, badge.level, ink)
        self._text(ruler, left + 17, middle - ruler.height / 2, text, ink)
        return left + width

    def _owner(self, middle: float, radius: float) -> float:
        """Draw who has the ticket, or the way to take it."""
        card, right = self.card, float(self.right)
        if card.owner_id:
            key = ("person", card.owner_id, self.pose.owner, radius)
            disc = self.tools.part(
                key, 2 * radius, 2 * radius, lambda painter: self._paint_person(painter, radius)
            )
            self.painter.drawPixmap(QPointF(right - 2 * radius, middle - radius), disc)
            return right - 2 * radius
        if not self.pose.can_claim:
            return right
        if self.pose.has_ring:
            right -= 2 * radius + 6
        word, ruler = translate("Board", "Claim"), self.fonts.strong
        left = right - ruler.width(word)
        self._text(ruler, left, middle - ruler.height / 2, word, self.theme.accent_text)
        return left

    def _paint_person(self, painter: QPainter, radius: float) -> None:
        signs.draw_disc(painter, QPointF(radius, radius), radius, signs.person_color(self.card.owner_id))
        letters, ruler = signs.initials(self.pose.owner), self.fonts.initials
        painter.setFont(ruler.font)
        painter.setPen(color("#FFFFFF"))
        base = radius - ruler.height / 2 + ruler.ascent
        painter.drawText(QPointF(radius - ruler.width(letters) / 2, base), letters)
