"""The ticket's title, edited where it stands."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStackedLayout, QWidget

from kanbandesk.ui.widgets.plain import PlainLabel, set_tip
from kanbandesk.ui.words import plain_line, translate

_MOST_LINES = 4


class TitleLabel(PlainLabel):
    """The title as it is read; a click, Enter or F2 begins to edit."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, look="title")
        self.setWordWrap(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class TitleEdit(QPlainTextEdit):
    """The title as it is edited: Enter or leaving takes it, Escape does not."""

    finished = Signal(bool)  # whether what stands there is meant

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "title")
        self.setAccessibleName(translate("Title", "Title"))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(2)

    def sizeHint(self) -> QSize:
        lines = max(1, min(_MOST_LINES, round(self.document().size().height())))
        return QSize(100, lines * self.fontMetrics().lineSpacing() + 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.finished.emit(False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finished.emit(True)


class Title(QWidget):
    """`changed` carries a new title; what is shown stays the old one until the ticket says otherwise."""

    changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self._is_editable = True
        self._is_finishing = False
        self.label = TitleLabel(self)
        self.edit = TitleEdit(self)
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.label)
        self._pages.addWidget(self.edit)
        self.label.chosen.connect(self.begin)
        self.edit.finished.connect(self._on_finished)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_title(self, title: str) -> None:
        """Show the title; what is being typed is left alone."""
        self._title = plain_line(title)
        self.label.setText(self._title)
        self.label.setAccessibleName(self._title)
        self._fit()

    def allow_editing(self, why_not: str) -> None:
        """Let the title be edited, or say why that is not possible."""
        self._is_editable = not why_not
        set_tip(self.label, why_not)

    def is_editing(self) -> bool:
        """Tell whether the title is being edited."""
        return self._pages.currentWidget() is self.edit

    def begin(self) -> None:
        """Let the title be typed anew."""
        if self._is_editable and not self.is_editing():
            self.edit.setPlainText(self._title)
            self._pages.setCurrentWidget(self.edit)
            self.edit.selectAll()
            self.edit.setFocus()
            self._fit()

    def _on_finished(self, is_meant: bool) -> None:
        if not self.is_editing() or self._is_finishing:
            return  # hiding the field takes its focus, which would finish it once more
        self._is_finishing = True
        typed = plain_line(self.edit.toPlainText())
        had_focus = self.edit.hasFocus()
        self._pages.setCurrentWidget(self.label)
        self._is_finishing = False
        if had_focus:
            self.label.setFocus()
        if is_meant and typed and typed != self._title:
            self.label.setText(typed)
            self.changed.emit(typed)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        if self.is_editing():
            self.setFixedHeight(self.edit.sizeHint().height())
        else:
            lines = self.label.heightForWidth(max(50, self.width()))
            self.setFixedHeight(max(lines, self.label.fontMetrics().lineSpacing()))
