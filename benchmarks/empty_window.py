"""The floor that a start is compared with: QApplication and one shown QWidget, in a process of its own.

Reports as `kanbandesk open` does: a line "painted" to the file descriptor in KANBANDESK_REPORT.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from kanbandesk.app.report import report


class Window(QWidget):
    """A widget that tells when it was painted for the first time."""

    is_painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Have the report made as soon as what is painted has gone to the screen."""
        super().paintEvent(event)
        if not self.is_painted:
            self.is_painted = True
            QTimer.singleShot(0, lambda: report("painted"))


def main() -> int:
    """Show the window and leave it open."""
    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1560, 900)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
