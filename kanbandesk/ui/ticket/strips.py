"""The strips under the panel's clocks: what stands on the ticket, each with its buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.ticket.standing import Deed, Strip, deed_name
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.plain import PlainLabel, caption

_ICON = 16  # px
_MOST = 4  # strips at once: the conversation needs its room


class StripView(QFrame):
    """One strip."""

    pressed = Signal(object)  # Deed

    def __init__(self, strip: Strip, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.strip = strip
        self.setProperty("look", "strip")
        self.setProperty("tone", strip.tone)
        self.setAccessibleName(". ".join(filter(None, (strip.text, strip.detail))))
        self._sign = QLabel(self)
        self._sign.setFixedWidth(_ICON)
        self.buttons = {deed: self._button(deed) for deed in strip.deeds}
        words = QVBoxLayout()
        words.setSpacing(1)
        for text, look in ((strip.text, "strip"), (strip.detail, "small")):
            if text:
                label = PlainLabel(text, self, look=look)
                label.setWordWrap(True)
                label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
                words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 8, 7)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if len(self.buttons) > 2:  # beside the words there is no room for more
            flow = FlowLayout(spacing=6, line_spacing=4)
            for button in self.buttons.values():
                flow.addWidget(button)
            words.addSpacing(4)
            words.addLayout(flow)
        else:
            for button in self.buttons.values():
                row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_theme(theme)

    def _button(self, deed: Deed) -> QPushButton:
        button = QPushButton(caption(deed_name(deed)), self)
        button.clicked.connect(lambda: self.pressed.emit(deed))
        return button

    def set_theme(self, theme: Theme) -> None:
        """Tint the icon."""
        ink = {"bad": theme.stale_text, "late": theme.late_text}.get(self.strip.tone, theme.ink_muted)
        self._sign.setPixmap(icons.pixmap(self.strip.icon, ink, _ICON, self.devicePixelRatioF()))


class Strips(QWidget):
    """`pressed` carries the strip and the deed. Hidden while nothing stands."""

    pressed = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._views: list[StripView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def views(self) -> list[StripView]:
        """Return the strips on show."""
        return list(self._views)

    def view(self, key: str) -> StripView:
        """Return the strip with this key; StopIteration when it is not shown."""
        return next(view for view in self._views if view.strip.key == key)

    def show_strips(self, strips: Sequence[Strip]) -> None:
        """Show these; one that says the same as before stays as it is, with its focus."""
        wanted = list(strips)[:_MOST]
        if wanted == [view.strip for view in self._views]:
            return
        kept = {view.strip: view for view in self._views}
        views = [kept.pop(strip) if strip in kept else self._make(strip) for strip in wanted]
        for view in kept.values():
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._views = views
        for place, view in enumerate(views):
            self._column.insertWidget(place, view)
            view.show()
        self.setVisible(bool(views))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for view in self._views:
            view.set_theme(theme)

    def _make(self, strip: Strip) -> StripView:
        view = StripView(strip, self._theme, self)
        view.pressed.connect(lambda deed: self.pressed.emit(strip, deed))
        return view
