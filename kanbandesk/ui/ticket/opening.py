"""What leads out of the program asks first: links with their host in full, files with what they are."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.ticket.files import copy_for, mark_as_foreign, may_be_opened, size_text
from kanbandesk.ui.ticket.markup import is_safe_address
from kanbandesk.ui.widgets.bar import Answer, Bar
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.words import file_name, fill, plain_line, translate
from kanbandesk.workflow.tickets import Attachment

log = logging.getLogger(__name__)
_ADDRESS_LIMIT = 300  # characters of an address that the question shows


@lru_cache(maxsize=1)
def _folder() -> tempfile.TemporaryDirectory[str]:
    """Return where opened files are copied to; it goes when the program ends."""
    return tempfile.TemporaryDirectory(prefix="kanbandesk-opened-")


def choose_target(parent: QWidget, name: str) -> Path | None:
    """Let the person choose where to save, in the system's own dialog."""
    chosen, _ = QFileDialog.getSaveFileName(parent, translate("Opening", "Save the file"), name)
    return Path(chosen) if chosen else None


class Opening(QObject):
    """Asks in `bar`; `open_url` hands an address or a file to the system."""

    def __init__(self, bridge: Bridge, bar: Bar, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._bar, self._widget = bridge, bar, parent
        self.open_url: Callable[[QUrl], bool] = QDesktopServices.openUrl
        self.choose_target: Callable[[QWidget, str], Path | None] = choose_target

    # -- links --

    def ask_link(self, address: str) -> None:
        """Ask whether to open a link; only http, https and mailto are ever opened."""
        if not is_safe_address(address):
            return
        url = QUrl(address)
        answers: list[Answer] = [
            (translate("Opening", "Open"), lambda: self._open_link(url)),
            (translate("Opening", "Copy"), lambda: QGuiApplication.clipboard().setText(address)),
        ]
        self._bar.ask(link_question(url), answers)

    def _open_link(self, url: QUrl) -> None:
        if not self.open_url(url):
            self._bar.say(translate("Opening", "The system has no program for this link."), tone="bad")

    # -- files --

    def ask_file(self, attachment: Attachment) -> None:
        """Ask what to do with a file; one that would be run is only saved."""

        def ready(path: Path) -> None:
            self._ask_file(attachment, path)

        self._bridge.fetch(
            self._bridge.desk.file(attachment.sha256),
            while_alive(self, ready),
            while_alive(self, self._complain),
        )

    def _ask_file(self, attachment: Attachment, path: Path) -> None:
        name = file_name(attachment.name)
        save: Answer = (translate("Opening", "Save …"), lambda: self._save(attachment, path))
        values = {"name": name, "size": size_text(attachment.size)}
        try:
            is_shown = may_be_opened(attachment.name, path)
        except OSError as error:
            self._complain(error)
            return
        if is_shown:
            words = translate(
                "Opening", "Open “{name}” ({size})? It came with a message; open it if you trust it."
            )
            self._bar.ask(
                fill(words, **values),
                [(translate("Opening", "Open"), lambda: self._open_file(attachment, path)), save],
            )
        else:
            words = translate(
                "Opening", "“{name}” ({size}) may run as a program, so it is only saved, not opened."
            )
            self._bar.ask(fill(words, **values), [save])

    def _open_file(self, attachment: Attachment, path: Path) -> None:
        try:
            copy = copy_for(path, Path(_folder().name), attachment.name)
        except OSError as error:
            self._complain(error)
            return
        if not self.open_url(QUrl.fromLocalFile(str(copy))):
            self._bar.say(translate("Opening", "The system has no program for this file."), tone="bad")

    def _save(self, attachment: Attachment, path: Path) -> None:
        target = self.choose_target(self._widget, file_name(attachment.name))
        if target is None:
            return
        try:
            target.write_bytes(path.read_bytes())
        except OSError as error:
            self._complain(error)
            return
        mark_as_foreign(target)
        words = translate("Opening", "Saved as “{name}”.")
        self._bar.say(fill(words, name=file_name(target.name)))

    def _complain(self, error: BaseException) -> None:
        log.info("A file could not be read or written: %s", error)
        words = translate("Opening", "The file could not be read or written: {reason}")
        self._bar.say(fill(words, reason=plain_line(str(error), 200)), tone="bad")


def link_question(url: QUrl) -> str:
    """Return the question before a link is opened: its host as the network knows it, then the whole address."""
    encoded = QUrl.ComponentFormattingOption.FullyEncoded
    address = plain_line(url.toString(encoded), _ADDRESS_LIMIT)
    if url.scheme() == "mailto":
        return fill(
            translate("Opening", "Write a mail to {address}?"), address=plain_line(url.path(encoded), 200)
        )
    host = url.host(encoded)
    shown = url.host(QUrl.ComponentFormattingOption.FullyDecoded)
    if shown != host:
        host = f"{host} ({plain_line(shown, 100)})"
    return fill(translate("Opening", "Open {host}?\n{address}"), host=host, address=address)
