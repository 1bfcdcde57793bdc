"""One message of the conversation: who, in what role, when, the words, the files."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import CARD_TEXT, RADIUS, Theme
from kanbandesk.ui.ticket.attachments import AttachmentChips
from kanbandesk.ui.ticket.entries import Entry, Look
from kanbandesk.ui.ticket.files import size_text
from kanbandesk.ui.ticket.markup import is_cut
from kanbandesk.ui.ticket.safe_text import SafeText
from kanbandesk.ui.widgets.avatar import paint_avatar
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import ago, fill, moment_text, translate

AVATAR = 24  # px
INDENT = AVATAR + 10  # px from the edge to the bubble
PAD_X, PAD_TOP, PAD_BOTTOM = 12, 8, 10
HEAD = 18  # px: the line of name, role and time
BODY_GAP = 4
SMALL = 12  # px text
FOLD = 4_000  # characters from which a message is folded
_FOLD_LINES = 60


class Bubble(QWidget):
    """A message as a rounded box with the author's disc before it.

    `resized` tells that it needs another height (unfolded); `attachment_clicked` carries the Attachment.
    """

    link_clicked = Signal(str)
    attachment_clicked = Signal(object)
    resized = Signal()

    def __init__(self, entry: Entry, theme: Theme, now: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._entry, self._theme, self._now = entry, theme, now
        self._is_folded = is_long(entry.text)
        self._body = SafeText(theme, self)
        self._body.link_clicked.connect(self.link_clicked)
        self.fold_button = QPushButton(self)
        self.fold_button.setProperty("look", "link")
        self.fold_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.fold_button.clicked.connect(self._unfold)
        self.files = AttachmentChips(self)
        self.files.show_files(entry.attachments)
        self.files.clicked.connect(self.attachment_clicked)
        self._fill()

    @property
    def entry(self) -> Entry:
        """What is shown."""
        return self._entry

    @property
    def body(self) -> SafeText:
        """The words, for selection and tests."""
        return self._body

    def replace_entry(self, entry: Entry) -> None:
        """Show a newer reading of the same message: the pending sign goes, the selection stays."""
        self._entry = entry
        self._name_for_reader()
        self.update()

    def height_for(self, width: int) -> int:
        """Return how high the bubble is at `width`."""
        inner = self._inner_width(width)
        height = PAD_TOP + HEAD + BODY_GAP + self._body.height_for(inner) + PAD_BOTTOM
        if self._fold_text():
            height += self.fold_button.sizeHint().height() + 2
        if self._entry.attachments:
            height += self.files.flow.heightForWidth(inner) + 6
        return height

    def _inner_width(self, width: int) -> int:
        return max(40, width - INDENT - 2 * PAD_X)

    def _fill(self) -> None:
        self._body.show_markdown(folded(self._entry.text) if self._is_folded else self._entry.text)
        text = self._fold_text()
        self.fold_button.setText(text)
        self.fold_button.setVisible(bool(text))
        self._name_for_reader()

    def _fold_text(self) -> str:
        text = self._entry.text
        if self._is_folded:
            size = size_text(len(text.encode("utf-8", "replace")))
            return fill(translate("Conversation", "Show all ({size})"), size=size)
        return translate("Conversation", "Copy the whole message: it goes on") if is_cut(text) else ""

    def _unfold(self) -> None:
        if not self._is_folded:
            self._body.copy_source()
            return
        self._is_folded = False
        self._fill()
        self.resized.emit()

    def _name_for_reader(self) -> None:
        entry = self._entry
        parts = [entry.author, entry.role, moment_text(entry.at)]
        if entry.is_pending:
            parts.append(translate("Conversation", "not saved yet"))
        self.setAccessibleName(", ".join(parts))
        self._body.setAccessibleName(self.accessibleName())

    # -- Qt --

    def resizeEvent(self, event: object) -> None:
        inner = self._inner_width(self.width())
        y = PAD_TOP + HEAD + BODY_GAP
        body = self._body.height_for(inner)
        self._body.setGeometry(INDENT + PAD_X, y, inner, body)
        y += body
        if self._fold_text():
            size = self.fold_button.sizeHint()
            self.fold_button.setGeometry(INDENT + PAD_X, y + 2, min(size.width(), inner), size.height())
            y += size.height() + 2
        if self._entry.attachments:
            self.files.setGeometry(INDENT + PAD_X, y + 6, inner, self.files.flow.heightForWidth(inner))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        paint_avatar(painter, QRectF(0, 0, AVATAR, AVATAR), self._entry.author, self._entry.author_id)
        self._paint_head(painter)

    def _paint_box(self, painter: QPainter) -> None:
        theme, look = self._theme, self._entry.look
        box = QRectF(self.rect()).adjusted(INDENT, 0, 0, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            QColor({Look.OURS: theme.accent_tint, Look.NOTE: theme.note_tint}.get(look, theme.ground))
        )
        if look is Look.NOTE:
            painter.setPen(note_pen(theme))
            box.adjust(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)

    def _paint_head(self, painter: QPainter) -> None:
        room = QRect(INDENT + PAD_X, PAD_TOP, self._inner_width(self.width()), HEAD)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        small = sized(self.font(), SMALL)
        muted = QColor(self._theme.ink_muted)
        when = ago(self._entry.at, self._now())
        painter.setFont(small)
        painter.setPen(muted)
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignRight, when)
        room.setRight(room.right() - QFontMetrics(small).horizontalAdvance(when) - 10)
        if self._entry.is_pending:
            sign = icons.pixmap("arrow-up", muted.name(), SMALL, self.devicePixelRatioF())
            painter.drawPixmap(room.right() - SMALL, room.top() + 3, sign)
            room.setRight(room.right() - SMALL - 6)
        bold = sized(self.font(), CARD_TEXT, QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        name = metrics.elidedText(self._entry.author, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(bold)
        painter.setPen(QColor(self._theme.ink))
        painter.drawText(room, flags, name)
        room.setLeft(room.left() + metrics.horizontalAdvance(name) + 8)
        painter.setFont(small)
        painter.setPen(muted)
        role = QFontMetrics(small).elidedText(self._entry.role, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, role)


class SystemLine(PlainLabel):
    """A muted line between the messages that tells what happened."""

    def __init__(self, entry: Entry, now: Callable[[], int], parent: QWidget) -> None:
        super().__init__("", parent, look="system_line")
        self._entry, self._now = entry, now
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.refresh()

    @property
    def entry(self) -> Entry:
        """What is shown."""
        return self._entry

    def refresh(self) -> None:
        """Say the time anew."""
        self.setText(f"{self._entry.text} · {ago(self._entry.at, self._now())}")

    def replace_entry(self, entry: Entry) -> None:
        """Show a newer reading of the same line."""
        self._entry = entry
        self.refresh()

    def height_for(self, width: int) -> int:
        """Return how high the line is at `width`."""
        return max(HEAD, self.heightForWidth(width))


def is_long(text: str) -> bool:
    """Tell whether a message is so long that it is folded at first."""
    return len(text) > FOLD or text.count("\n") > _FOLD_LINES


def folded(text: str) -> str:
    """Return the beginning of a long message, cut where a line or a word ends."""
    head = "\n".join(text[:FOLD].split("\n", _FOLD_LINES)[:_FOLD_LINES])
    if len(head) < FOLD:
        return head
    cut = max(head.rfind("\n", FOLD // 2), head.rfind(" ", FOLD // 2))
    return (head[:cut] if cut > 0 else head) + " …"


def sized(font: QFont, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return `font` at a size in px and a weight."""
    other = QFont(font)
    other.setPixelSize(pixels)
    other.setWeight(weight)
    return other


def note_pen(theme: Theme) -> QPen:
    """Return the dashed edge by which an internal note is known without its colour."""
    color = QColor(theme.ageing)
    color.setAlpha(170)
    pen = QPen(color, 1)
    pen.setDashPattern([4, 3])
    return pen
