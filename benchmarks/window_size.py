"""`python -m benchmarks.window_size HOME`: lets the window on a home remember the size that is measured."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.machine import WINDOW
from kanbandesk.ui.memory import Memory


def main() -> int:
    """Write the size where the program looks for it; fails when it would not come out as asked."""
    QApplication(sys.argv[:1])
    memory = Memory(Path(sys.argv[1]))
    window = QMainWindow()
    window.resize(*WINDOW)
    memory.keep(window, ())
    again = QMainWindow()
    is_kept = memory.restore(again) and (again.width(), again.height()) == WINDOW
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
