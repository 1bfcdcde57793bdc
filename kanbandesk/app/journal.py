"""What the program writes down about itself: a rotating log, crashes, Qt's own messages. Nothing is sent anywhere."""

from __future__ import annotations

import faulthandler
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("kanbandesk")
_SIZE = 1_000_000  # bytes of a file
_FILES = 3
_FORMAT = "%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# The offscreen platform has no window manager to tell.
_IDLE_TALK = ("This plugin does not support propagateSizeHints()", "This plugin does not support raise()")


def folder() -> Path:
    """Return where the logs lie: the system's place for the state of programs."""
    import platformdirs

    return Path(platformdirs.user_log_dir("kanbandesk", appauthor=False))


class Held(logging.Handler):
    """Keeps the records of the first moments, until there is time to open the file."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class Journal:
    """The log of a run. `told` is called with a sentence when an error came that nobody expected."""

    def __init__(self) -> None:
        self.told: Callable[[str], object] | None = None
        self._held = Held()
        self._crash_file: IO[str] | None = None
        self._had_crash_handler = faulthandler.is_enabled()
        self._is_telling = False
        logging.getLogger().addHandler(self._held)
        logging.getLogger().setLevel(logging.INFO)
        self._hook_before = sys.excepthook
        sys.excepthook = self._on_exception
        qInstallMessageHandler(on_qt_message)

    def open_file(self, place: Path) -> None:
        """Write to files in `place` from now on; a disk that takes none leaves the log on standard error."""
        from logging.handlers import RotatingFileHandler

        handler: logging.Handler
        try:
            place.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                place / "kanbandesk.log", maxBytes=_SIZE, backupCount=_FILES - 1, encoding="utf-8", delay=True
            )
            self._crash_file = (place / "crash.log").open("a", encoding="utf-8")
            faulthandler.enable(self._crash_file)
        except OSError:
            handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(_FORMAT))
        root = logging.getLogger()
        root.addHandler(handler)
        root.removeHandler(self._held)
        for record in self._held.records:
            handler.handle(record)
        self._held.records.clear()
        self._file = handler

    def close(self) -> None:
        """Give everything back as it was; for tests, and the end of the program."""
        sys.excepthook = self._hook_before
        qInstallMessageHandler(None)
        root = logging.getLogger()
        root.removeHandler(self._held)
        if handler := getattr(self, "_file", None):
            root.removeHandler(handler)
            handler.close()
        if self._crash_file is not None:
            faulthandler.disable()
            self._crash_file.close()
            if self._had_crash_handler:
                faulthandler.enable()

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._hook_before(kind, error, trace)
            return
        log.critical("An error that nobody expected", exc_info=(kind, error, trace))
        if self.told is not None and not self._is_telling:
            self._is_telling = True  # an error while telling is only logged
            try:
                self.told(f"{kind.__name__}: {error}")
            finally:
                self._is_telling = False


def on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Put a message of Qt into the log."""
    if text not in _IDLE_TALK:
        logging.getLogger(f"qt.{context.category or 'default'}").log(
            _LEVELS.get(kind, logging.INFO), "%s", text
        )
