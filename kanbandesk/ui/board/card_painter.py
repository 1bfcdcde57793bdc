"""Draws one card into a pixmap, and keeps the pixmaps of the cards that show."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from kanbandesk.ui import words
from kanbandesk.ui.board import signs, sizes
from kanbandesk.ui.board.faces import Face
from kanbandesk.ui.board.geometry import Rect
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
DISC = 11  # radius
LEAST_KEPT = 200
MOST_FRAMES = 100


@dataclass(frozen=True, slots=True)
class Pose:
    """All that a card's picture depends on beside the card and its words."""

    width: int
    height: int
    density: Density
    is_selected: bool
    owner: str  # the assignee's name
    can_claim: bool


class CardPainter:
    """Paints cards in one theme and at one pixel ratio."""

    def __init__(self, fonts: Fonts, theme: Theme, ratio: float) -> None:
        self.fonts = fonts
        self.theme = theme
        self.ratio = ratio
        self.capacity = LEAST_KEPT
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()
        self._frames: dict[Hashable, QPixmap] = {}

    def clear(self) -> None:
        """Draw all cards anew: theme, ratio or names have changed."""
        self._kept.clear()
        self._frames.clear()

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

    def claim_rect(self, card_rect: Rect) -> Rect:
        """Return where "Claim" can be clicked on a card."""
        width = round(self.fonts.strong.width(translate("Board", "Claim"))) + 2 * sizes.RIGHT
        return Rect(card_rect.right - width, card_rect.bottom - 34, width, 34)

    def _draw(self, card: Card, face: Face, pose: Pose) -> QPixmap:
        picture = QPixmap(self._frame(face.badge.level, pose))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(SHADE, SHADE)
        sheet = _Sheet(
            painter=painter,
            fonts=self.fonts,
            theme=self.theme,
            ratio=self.ratio,
            card=card,
            face=face,
            pose=pose,
        )
        if pose.density is Density.COMPACT:
            sheet.compact()
        else:
            sheet.full()
        painter.end()
        return picture

    def _frame(self, level: int, pose: Pose) -> QPixmap:
        """Return an empty card. There are few different ones, and large round shapes are dear to draw."""
        key = (level, pose.width, pose.height, pose.is_selected)
        frame = self._frames.get(key)
        if frame is None:
            if len(self._frames) >= MOST_FRAMES:
                self._frames.clear()
            width, height = pose.width + 2 * SHADE, pose.height + 2 * SHADE
            frame = QPixmap(round(width * self.ratio), round(height * self.ratio))
            frame.setDevicePixelRatio(self.ratio)
            frame.fill(Qt.GlobalColor.transparent)
            painter = QPainter(frame)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(SHADE, SHADE)
            _paint_frame(painter, self.theme, level, pose)
            painter.end()
            self._frames[key] = frame
        return frame


def _paint_frame(painter: QPainter, theme: Theme, level: int, pose: Pose) -> None:
    """Draw ground, edge, shadow and the stripe of the age."""
    box = QRectF(0.5, 0.5, pose.width - 1, pose.height - 1)
    painter.setPen(Qt.PenStyle.NoPen)
    for depth, strength in ((2, 10), (1, 22)):
        shadow = QColor(theme.shadow)
        shadow.setAlpha(strength * (3 if theme.is_dark else 1))
        painter.setBrush(shadow)
        painter.drawRoundedRect(box.adjusted(-0.5, 0, 0.5, depth), CORNER, CORNER)
    painter.setClipRect(QRectF(0, 0, STRIPE, pose.height))
    painter.setBrush(signs.stripe_color(theme, level))
    painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), CORNER, CORNER)
    painter.setClipRect(QRectF(STRIPE, -1, pose.width, pose.height + 2))
    painter.setPen(QPen(color(theme.accent if pose.is_selected else theme.line), 1))
    painter.setBrush(color(theme.accent_tint if pose.is_selected else theme.card))
    painter.drawRoundedRect(box, CORNER, CORNER)


@dataclass(slots=True)
class _Sheet:
    """One card being drawn; its corner is the painter's origin."""

    painter: QPainter
    fonts: Fonts
    theme: Theme
    ratio: float
    card: Card
    face: Face
    pose: Pose

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
        right = self._priority(28.5)
        x = self._badge(37.0, right) + 6
        x = self._text(fonts.strong, x, 29, words.ticket_label(self.card.number), theme.ink_muted) + 6
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
        self.painter.drawPixmap(QPointF(x, y), icons.pixmap(name, ink, 12, self.ratio))
        return x

    def _name_line(self, y: float, right: float) -> None:
        fonts, theme, card = self.fonts, self.theme, self.card
        x = self._text(fonts.strong, sizes.LEFT, y, words.ticket_label(card.number), theme.ink_muted) + 6
        if card.is_pending:
            right = self._icon("arrow-up", right - 12, y + 2, theme.ink_muted) - 4
        client = fonts.small.elided(words.plain_line(card.client), right - x)
        self._text(fonts.small, x, y, client, theme.ink_muted)

    def _priority(self, y: float) -> float:
        priority, right = self.card.priority, float(self.right)
        count = {Priority.HIGH: 1, Priority.URGENT: 2, Priority.LOW: 1}.get(Priority(priority), 0)
        if not count:
            return right
        is_low = priority == Priority.LOW
        ink = color(self.theme.ink_muted if is_low else self.theme.ink)
        word, ruler = words.priority_name(priority), self.fonts.strong
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
        for word, is_strong in self._chips():
            x_next = self._chip(x, y, word, right, is_strong=is_strong)
            if x_next is None:
                break
            x = x_next

    def _chips(self) -> Iterator[tuple[str, bool]]:
        """Yield the words of the chips, and whether they ask for attention."""
        card = self.card
        if card.blocked_reason:
            yield translate("Board", "Blocked"), True
        if card.is_ignored:
            yield translate("Board", "Ignored"), True
        if card.tracker_key:
            yield words.plain_line(card.tracker_key), False
        for tag in card.tags:
            yield words.plain_line(tag), False

    def _chip(self, x: float, y: float, word: str, right: float, *, is_strong: bool) -> float | None:
        ruler, theme = self.fonts.tiny, self.theme
        lead = 14 if is_strong else 0
        word = ruler.elided(word, right - x - 12 - lead)
        if len(word) < 2:
            return None
        width = ruler.width(word) + 10 + lead
        self.painter.setPen(QPen(color(theme.ink_faint if is_strong else theme.line), 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(QRectF(x + 0.5, y + 0.5, width - 1, 16), 4, 4)
        if is_strong:
            self._icon("ban" if self.card.blocked_reason else "circle-alert", x + 4, y + 2.5, theme.ink)
        ink = theme.ink if is_strong else theme.ink_muted
        self._text(ruler, x + 5 + lead, y + (17 - ruler.height) / 2, word, ink)
        return x + width + 5

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
        right = self._owner(middle, DISC) - 8
        x = self._badge(middle, right) + 8
        ruler = self.fonts.small
        sla = self.face.sla
        if ruler.width(sla) > right - x:  # the time says more than the name of the class
            sla = sla.rpartition(" · ")[2]
        if ruler.width(sla) <= right - x:
            self._text(ruler, x, middle - ruler.height / 2, sla, self.theme.ink_muted)

    def _badge(self, middle: float, right: float) -> float:
        badge, ruler = self.face.badge, self.fonts.strong
        ink, ground = signs.badge_ink(self.theme, badge.level), signs.badge_ground(self.theme, badge.level)
        text = ruler.elided(badge.text, right - sizes.LEFT - 24)
        width = 17 + ruler.width(text) + 7
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
            center = QPointF(right - radius, middle)
            signs.draw_disc(self.painter, center, radius, signs.person_color(card.owner_id))
            letters, ruler = signs.initials(self.pose.owner), self.fonts.initials
            left = center.x() - ruler.width(letters) / 2
            self._text(ruler, left, middle - ruler.height / 2, letters, "#FFFFFF")
            return right - 2 * radius
        if not self.pose.can_claim:
            return right
        word, ruler = translate("Board", "Claim"), self.fonts.strong
        left = right - ruler.width(word)
        self._text(ruler, left, middle - ruler.height / 2, word, self.theme.accent_text)
        return left
