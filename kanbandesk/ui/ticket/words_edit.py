"""Where words are written: plain text that grows with its lines; files may be dropped or pasted into it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kanbandesk.ui.widgets.key_button import KeyButton

_LEAST, _MOST = 2, 12  # lines


class WordsEdit(QPlainTextEdit):
    """Plain text, Markdown as it is typed.

    `sent` comes from Ctrl/Cmd+Enter, `asked` from Alt+Enter, `escaped` from Escape, `left` when the focus goes.
    """

    sent = Signal()
    asked = Signal()
    escaped = Signal()
    left = Signal()
    entered = Signal()
    files_given = Signal(object)  # tuple[Path, …]
    image_given = Signal(object)  # QImage
    at_typed = Signal()  # an "@" where a word begins: somebody is to be named

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def sizeHint(self) -> QSize:
        # A plain-text document counts its height in lines, wrapped ones too.
        lines = max(_LEAST, min(_MOST, round(self.document().size().height())))
        return QSize(super().sizeHint().width(), lines * self.fontMetrics().lineSpacing() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def _is_file(self, mime: QMimeData) -> bool:
        return bool(local_files(mime)) or (mime.hasImage() and not mime.hasText())

    # -- Qt --

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self._is_file(source) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if files := local_files(source):
            self.files_given.emit(files)
        elif source.hasImage() and not source.hasText():
            image = source.imageData()
            if isinstance(image, QImage):
                self.image_given.emit(image)
        elif source.hasText():
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if KeyButton.is_confirmed_by(event):
            self.sent.emit()
        elif is_return and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
            if event.text() == "@" and not self.isReadOnly() and self._is_at_a_beginning():
                self.at_typed.emit()

    def _is_at_a_beginning(self) -> bool:
        """Tell whether the "@" before the cursor begins a word: within one it belongs to an address."""
        place = self.textCursor().position() - 2
        return place < 0 or not self.document().characterAt(place).isalnum()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def local_files(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files of this computer that a drop or a paste brings."""
    return tuple(_paths(mime)) if mime.hasUrls() else ()


def _paths(mime: QMimeData) -> Iterable[Path]:
    for url in mime.urls():
        if url.isLocalFile():
            yield Path(url.toLocalFile())
