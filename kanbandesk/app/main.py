"""The window's start: the shell first, then the board, then everything slow."""

from __future__ import annotations

import argparse
import builtins
import gc
import os
import sys
from typing import TYPE_CHECKING

from kanbandesk.app.options import Options, read

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SWITCH_INTERVAL = 0.0005  # s: a thread that works must not keep the painting one waiting


def main(words: list[str] | None = None) -> int:
    """Open the board as a command line says; return the exit status."""
    return start(read(words or []))


def run(args: argparse.Namespace) -> int:
    """Open the board for a verb that the command line has parsed."""
    words = (("home", "--home"), ("lang", "--lang"), ("theme", "--theme"))
    told = [
        part
        for name, option in words
        if getattr(args, name, "")
        for part in (option, str(getattr(args, name)))
    ]
    return main(told + (["--demo"] if getattr(args, "is_demo", False) else []))


def start(options: Options) -> int:
    """Open the board, or draw it where there is no screen; return the exit status."""
    if not has_screen():
        from kanbandesk.app.screenless import show

        return show(options)
    sys.setswitchinterval(SWITCH_INTERVAL)
    gc.disable()  # until the board is loaded and frozen: nothing of a start is garbage
    import_qt()
    from kanbandesk.app.program import Application, Program

    app = Application([sys.argv[0]])
    name_application(app)
    return Program(app, options).run()


def import_qt() -> None:
    """Import Qt and take its import hook off again.

    The hook reads the source of every module imported from then on, to look for `from __feature__ import`, which
    nothing here uses: a sixth of the time that our own modules take to be imported.
    """
    plain = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401

    builtins.__import__ = plain


def has_screen() -> bool:
    """Tell whether a window can be shown: on Linux a display has to be named, elsewhere there is one."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def name_application(app: QApplication) -> None:
    """Give the application its name, version and icon, as desktops show them."""
    from kanbandesk import __version__
    from kanbandesk.ui.theme import icons

    app.setApplicationName("kanbandesk")
    app.setApplicationDisplayName("KanbanDesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("kanbandesk")
    app.setWindowIcon(icons.brand())
