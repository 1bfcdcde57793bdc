"""A text view for words from outside: it loads nothing, follows nothing, and says where a link would lead.

A plain QTextBrowser reads `file:///` and absolute paths that an image names (measured); this one hands out nothing.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QWidget

from kanbandesk.ui.theme.tokens import CARD_TEXT, Theme
from kanbandesk.ui.ticket.markup import is_safe_address, to_html
from kanbandesk.ui.widgets.plain import set_tip
from kanbandesk.ui.words import translate

_FIRST_WIDTH = 400  # px until the width is known; at none, every letter would be a line
_LEADING = 125  # per cent of the font's line height


class SafeText(QTextBrowser):
    """Shows Markdown from outside as selectable text, as high as its words.

    `link_clicked` carries an http, https or mailto address; whoever hears it asks before anything is opened.
    """

    link_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self.setObjectName("SafeText")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(self.verticalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(self.horizontalScrollBarPolicy().ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(_FIRST_WIDTH)
        self.setTabChangesFocus(True)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._on_highlighted)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of `theme`; the words stay."""
        self.document().setDefaultStyleSheet(_style(theme))
        if self._source:
            self.show_markdown(self._source)

    def show_markdown(self, source: str) -> None:
        """Show `source`, Markdown from anywhere."""
        self._source = source
        self.document().setHtml(to_html(source))

    def height_for(self, width: int) -> int:
        """Return how high the words are at `width` px."""
        # A fixed width: with its own, which it has only once it is shown, the view would lay the words out again.
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)
        document = self.document()
        # The last paragraph has nothing below it to keep away from.
        return round(document.size().height() - document.lastBlock().blockFormat().bottomMargin() + 0.49)

    # -- what it refuses --

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Hand out an empty picture for a picture and nothing else, whatever a document asks for.

        Without a picture, Qt would go on and read the file of that name by itself (measured).
        """
        if type == QTextDocument.ResourceType.ImageResource.value:
            return _nothing()
        return QByteArray()

    def doSetSource(
        self, name: QUrl | str, type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource
    ) -> None:
        """Go nowhere: the words come from `show_markdown` only."""

    def _on_anchor_clicked(self, link: QUrl) -> None:
        address = link.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if is_safe_address(address):
            self.link_clicked.emit(address)

    def _on_highlighted(self, link: QUrl) -> None:
        set_tip(self, link.toString(QUrl.ComponentFormattingOption.FullyEncoded))

    # -- Qt --

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words, not their looks."""
        mime = QMimeData()
        mime.setText(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))
        return mime

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.make_menu(self.anchorAt(event.pos()))
        menu.popup(event.globalPos())

    def make_menu(self, address: str) -> QMenu:
        """Return the context menu over a link to `address`, or over plain words."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        copy = menu.addAction(translate("SafeText", "Copy"), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction(translate("SafeText", "Copy the whole message"), self.copy_source)
        if is_safe_address(address):
            menu.addAction(
                translate("SafeText", "Copy the link's address"),
                lambda: QGuiApplication.clipboard().setText(address),
            )
        menu.addAction(translate("SafeText", "Select all"), self.selectAll)
        return menu

    def copy_source(self) -> None:
        """Copy the message as it was written."""
        QGuiApplication.clipboard().setText(self._source)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the conversation."""
        event.ignore()


def _nothing() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _style(theme: Theme) -> str:
    return f"""
    body, p, li, td, th {{ color: {theme.ink}; font-size: {CARD_TEXT}px; }}
    p, li, pre, h1, h2, h3, h4, h5, h6 {{ line-height: {_LEADING}%; }}
    p {{ margin: 0 0 6px 0; }}
    h1, h2, h3, h4, h5, h6 {{ color: {theme.ink}; font-size: {CARD_TEXT + 1}px; font-weight: 600; margin: 4px 0; }}
    a {{ color: {theme.accent_text}; text-decoration: underline; }}
    code, pre {{ font-family: monospace; font-size: {CARD_TEXT - 1}px; color: {theme.ink}; }}
    pre {{ margin: 4px 0 4px 0; }}
    blockquote {{ color: {theme.ink_muted}; margin: 0 0 6px 12px; }}
    ul, ol {{ margin: 0 0 6px 0; -qt-list-indent: 0; margin-left: 16px; }}
    td, th {{ padding: 2px 8px 2px 0; }}
    """
