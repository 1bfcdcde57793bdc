"""The panel's head: whose ticket it is, its title, and the buttons for state, priority, owner, line and tags."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from kanbandesk.ui.board import signs
from kanbandesk.ui.team.faces import Faces
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.title import Title
from kanbandesk.ui.widgets.avatar import paint_avatar
from kanbandesk.ui.widgets.chip import Chip
from kanbandesk.ui.widgets.elided import ElidedLabel
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.plain import PlainLabel, caption, set_tip
from kanbandesk.ui.words import Names, channel_name, fill, plain_line, priority_name, ticket_label, translate
from kanbandesk.workflow.cards import TicketDetail
from kanbandesk.workflow.statuses import Priority

_NAME_LIMIT = 28  # characters of a name on a button
_TAG_LIMIT = 40
_SIGN = 18  # px


class Header(QWidget):
    """Shows; what is pressed is told. `tag_removed` carries the tag."""

    closed = Signal()
    more_clicked = Signal()
    window_clicked = Signal()
    tag_removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why_not = ""  # why fields and tags cannot be changed
        self._theme = theme
        self.title = Title(self)
        self._number = PlainLabel("", self, look="number")
        self._number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._about = ElidedLabel("", self, look="small")
        self.faces = Faces(self)
        self.state_button = _state_button(translate("Header", "Status"), self)
        self.priority_button = _state_button(translate("Header", "Priority"), self)
        self.owner_button = _state_button(translate("Header", "Owner"), self)
        self.line_button = _state_button(translate("Header", "Line"), self)
        self.tag_button = QPushButton(translate("Header", "+ tag"), self)
        self.tag_button.setProperty("look", "add")
        self._tags: list[Chip] = []
        self._flow = FlowLayout(spacing=8, line_spacing=8)
        self._build()
        self._detail: TicketDetail | None = None
        self._owner = ""
        self.set_theme(theme)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._number)
        top.addWidget(self._about, 1)
        top.addWidget(self.faces)
        self._tools: dict[str, QToolButton] = {}
        for icon, words, signal in (
            ("external-link", translate("Header", "Open in its own window"), self.window_clicked),
            ("ellipsis", translate("Header", "More"), self.more_clicked),
            ("x", translate("Header", "Close"), self.closed),
        ):
            tool = QToolButton(self)
            tool.setProperty("look", "icon")
            tool.setAccessibleName(words)
            set_tip(tool, words)
            tool.clicked.connect(signal)
            self._tools[icon] = tool
            top.addWidget(tool)
        for button in (self.state_button, self.priority_button, self.owner_button, self.line_button):
            self._flow.addWidget(button)
        self._flow.addWidget(self.tag_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.title)
        layout.addSpacing(4)
        layout.addLayout(self._flow)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def tool(self, icon: str) -> QToolButton:
        """Return one of the tools at the right, by its icon."""
        return self._tools[icon]

    def show_detail(self, detail: TicketDetail, names: Names) -> None:
        """Show the head of an opened ticket."""
        self._detail = detail
        ticket = detail.ticket
        self._number.setText(ticket_label(ticket.number))
        self._about.setText(about(detail))
        self.title.show_title(ticket.title)
        _say(self.state_button, names.status(ticket.status_id))
        _say(
            self.priority_button, priority_name(ticket.priority), is_apart=ticket.priority != Priority.NORMAL
        )
        owner = plain_line(names.person(ticket.owner_id), _NAME_LIMIT)
        _say(self.owner_button, owner or translate("Header", "Nobody yet"), is_apart=bool(ticket.owner_id))
        line = plain_line(names.lines.get(ticket.line_id, ticket.line_id), _NAME_LIMIT)
        _say(self.line_button, line or translate("Header", "No line"))
        self._show_tags(ticket.tags)
        self._owner = owner
        self._draw_signs()

    def about_text(self) -> str:
        """Return the line about client, contract, contact and channel."""
        return self._about.text()

    def tags(self) -> list[Chip]:
        """Return the chips of the tags."""
        return list(self._tags)

    def allow_editing(self, why_not: str) -> None:
        """Let fields and tags be changed, or say why that is not possible."""
        self.why_not = why_not
        self.title.allow_editing(why_not)
        for button in (self.priority_button, self.line_button, self.tag_button):
            button.setEnabled(not why_not)
            set_tip(button, why_not)

    def set_theme(self, theme: Theme) -> None:
        """Tint the icons."""
        self._theme = theme
        for name, tool in self._tools.items():
            tool.setIcon(icons.icon(name, theme.ink_muted, 16))
        if self._detail is not None:
            self._draw_signs()

    def _show_tags(self, tags: tuple[str, ...]) -> None:
        if tuple(chip.shown_text for chip in self._tags) == tuple(
            plain_line(tag, _TAG_LIMIT) for tag in tags
        ):
            return
        for chip in self._tags:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._tags = [self._tag_chip(tag) for tag in tags]
        place = self._flow.count() - 1
        for offset, chip in enumerate(self._tags):
            self._flow.insert_widget(place + offset, chip)
            chip.show()

    def _tag_chip(self, tag: str) -> Chip:
        chip = Chip(plain_line(tag, _TAG_LIMIT), self, is_removable=True)
        chip.removed.connect(lambda: self.tag_removed.emit(tag))
        return chip

    def _draw_signs(self) -> None:
        if self._detail is None:
            return
        ticket = self._detail.ticket
        ratio = self.devicePixelRatioF()
        self.owner_button.setIcon(_avatar_icon(self._owner, ticket.owner_id, ratio))
        self.priority_button.setIcon(_priority_icon(ticket.priority, self._theme, ratio))
        for button in (self.owner_button, self.priority_button):
            button.setIconSize(QSize(_SIGN, _SIGN))


def about(detail: TicketDetail) -> str:
    """Return whose ticket it is: "Liga Park · contract 20-118 · Petra Lind · chat"."""
    parts: list[str] = []
    if detail.client:
        parts.append(plain_line(detail.client.name, 60))
        if detail.client.contract_number:
            number = plain_line(detail.client.contract_number, 40)
            parts.append(fill(translate("Header", "contract {number}"), number=number))
    if detail.requester:
        parts.append(plain_line(detail.requester.name, 60))
    parts.append(channel_name(detail.ticket.channel))
    return " · ".join(parts)


def _state_button(name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(parent)
    button.setProperty("look", "state")
    button.setAccessibleDescription(name)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


def _say(button: QPushButton, words: str, *, is_apart: bool = False) -> None:
    # Qt puts an icon close to the words and knows no distance.
    button.setText(f"{' ' if is_apart else ''}{caption(words)} ▾")
    button.setAccessibleName(words)


def _avatar_icon(name: str, person_id: str, ratio: float) -> QIcon:
    if not person_id:
        return QIcon()
    return QIcon(_drawn(ratio, lambda painter, box: paint_avatar(painter, box, name, person_id)))


def _priority_icon(priority: str, theme: Theme, ratio: float) -> QIcon:
    if priority == Priority.NORMAL:
        return QIcon()
    ink = signs.color(theme.ink_muted if priority == Priority.LOW else theme.ink)
    count = 2 if priority == Priority.URGENT else 1

    def draw(painter: QPainter, box: QRectF) -> None:
        middle = QPointF(box.center())
        for place in range(count):
            left = middle.x() - 4.5 * count + 9 * place
            signs.draw_triangle(painter, left, middle.y(), ink, is_down=priority == Priority.LOW)

    return QIcon(_drawn(ratio, draw))


def _drawn(ratio: float, draw: Callable[[QPainter, QRectF], None]) -> QPixmap:
    side = round(_SIGN * ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRectF(0, 0, _SIGN, _SIGN))
    painter.end()
    return pixmap
