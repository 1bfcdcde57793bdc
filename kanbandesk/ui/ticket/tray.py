"""Files that will go out with the words being written."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.ticket.files import LIMIT, media_type_of, size_text
from kanbandesk.ui.widgets.chip import Chip
from kanbandesk.ui.widgets.flow_layout import FlowLayout
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.words import file_name, fill, translate
from kanbandesk.workflow.ids import new_id

FILES = "files"
"""The kind of the draft that keeps them."""

_KEPT = ("attachment_id", "name", "media_type", "size", "sha256")


@dataclass(slots=True, eq=False)
class GivenFile:
    """A file that somebody added: kept in the home by its content once `sha256` is known."""

    attachment_id: str
    name: str
    media_type: str
    size: int
    sha256: str = ""
    is_registered: bool = False  # the ticket has it already: a refused answer does not add it twice

    @property
    def is_kept(self) -> bool:
        """Tell whether its content lies in the home."""
        return bool(self.sha256)


class Tray(QWidget):
    """The files as chips.

    `complained` says why one was not taken; `changed` comes with every change; `edited` when somebody has added or
    taken away a file whose content is kept, so that `to_words` tells something new.
    """

    changed = Signal()
    edited = Signal()
    complained = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._files: list[GivenFile] = []
        self._chips: dict[str, Chip] = {}
        self._flow = FlowLayout(self, spacing=6, line_spacing=4)
        self.hide()

    def files(self) -> tuple[GivenFile, ...]:
        """Return the files, in the order in which they were added."""
        return tuple(self._files)

    def chips(self) -> list[Chip]:
        """Return the chips of the files."""
        return list(self._chips.values())

    def is_busy(self) -> bool:
        """Tell whether a file is still being copied."""
        return any(not file.is_kept for file in self._files)

    def clear(self) -> None:
        """Let go of all files."""
        for file in list(self._files):
            self._remove(file)

    def to_words(self) -> str:
        """Return what a draft keeps of the files, empty when there are none: their contents lie in the home already."""
        kept = [{name: getattr(file, name) for name in _KEPT} for file in self._files if file.is_kept]
        return json.dumps(kept, ensure_ascii=False) if kept else ""

    def restore(self, words: str) -> None:
        """Put back the files of a draft, unless others are here; one whose content is gone is told."""
        if self._files:
            return
        for file in _files_of(words):
            self._show(file)

            def failed(_error: BaseException, file: GivenFile = file) -> None:
                self._take_away(file)
                text = translate("Tray", "“{name}” is no longer there, so it was left out.")
                self.complained.emit(fill(text, name=file_name(file.name)))

            future = self._bridge.desk.file(file.sha256)
            self._bridge.fetch(future, while_alive(self, _found), while_alive(self, failed))
        self.changed.emit()

    def add(self, paths: Iterable[Path]) -> None:
        """Take files of this computer; one that cannot be taken is told, the others are."""
        for path in paths:
            complaint = why_not_taken(path)
            if complaint:
                self.complained.emit(complaint)
            else:
                self._keep(path)

    def _keep(self, path: Path) -> None:
        file = GivenFile(new_id(), path.name, media_type_of(path), path.stat().st_size)
        self._show(file)

        def kept(result: tuple[str, int]) -> None:
            file.sha256, file.size = result
            self.changed.emit()
            if file in self._files:
                self.edited.emit()

        def failed(error: BaseException) -> None:
            self._remove(file)
            words = translate("Tray", "“{name}” could not be copied, so it was not added: {reason}")
            self.complained.emit(fill(words, name=file_name(file.name), reason=str(error)))

        future = self._bridge.desk.keep_file(path)
        self._bridge.fetch(future, while_alive(self, kept), while_alive(self, failed))
        self.changed.emit()

    def _show(self, file: GivenFile) -> None:
        self._files.append(file)
        chip = Chip(
            f"{file_name(file.name)} · {size_text(file.size)}", self, icon="paperclip", is_removable=True
        )
        chip.removed.connect(lambda: self._take_away(file))
        self._chips[file.attachment_id] = chip
        self._flow.addWidget(chip)
        chip.show()
        self.show()

    def _take_away(self, file: GivenFile) -> None:
        self._remove(file)
        self.edited.emit()

    def _remove(self, file: GivenFile) -> None:
        if file not in self._files:
            return
        self._files.remove(file)
        chip = self._chips.pop(file.attachment_id)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.setVisible(bool(self._files))
        self.changed.emit()


def _files_of(words: str) -> list[GivenFile]:
    """Return the files of a draft; what another version has written and cannot be read is left out."""
    try:
        return [GivenFile(**{name: entry[name] for name in _KEPT}) for entry in json.loads(words)]
    except (ValueError, TypeError, KeyError):
        return []


def _found(_path: Path) -> None:
    return None


def why_not_taken(path: Path) -> str:
    """Return why a file cannot be added, empty when it can."""
    name = file_name(path.name)
    try:
        if not path.is_file():
            return fill(translate("Tray", "“{name}” is no file, so it was not added."), name=name)
        size = path.stat().st_size
    except OSError as error:
        words = translate("Tray", "“{name}” cannot be read, so it was not added: {reason}")
        return fill(words, name=name, reason=str(error.strerror or error))
    if size > LIMIT:
        words = translate("Tray", "“{name}” has {size}; a file may have {limit} at most. It was not added.")
        return fill(words, name=name, size=size_text(size), limit=size_text(LIMIT))
    return ""


FileChooser = Callable[[QWidget], list[Path]]


def choose_files(parent: QWidget) -> list[Path]:
    """Let the person choose files, in the system's own dialog."""
    names, _ = QFileDialog.getOpenFileNames(parent, translate("Tray", "Attach files"))
    return [Path(name) for name in names]
