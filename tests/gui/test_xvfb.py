"""The fixture `xvfb` gives a real pointer: a drag that Qt runs in its own loop, which offscreen it never does."""

from pathlib import Path

import pytest

from tests.gui.pointer import Silent, XServer

pytestmark = pytest.mark.xvfb

WINDOW = """
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel


class Left(QLabel):
    def mouseMoveEvent(self, event):
        drag, data = QDrag(self), QMimeData()
        data.setText("a card")
        drag.setMimeData(data)
        print("dragged", drag.exec(Qt.DropAction.MoveAction).name, flush=True)


class Right(QLabel):
    def dragEnterEvent(self, event):
        print("entered", flush=True)
        event.acceptProposedAction()

    def dropEvent(self, event):
        event.acceptProposedAction()
        print("dropped", event.mimeData().text(), flush=True)


app = QApplication([])
window = QLabel()
window.setWindowTitle("pointer")
window.resize(600, 300)
left, right = Left("left", window), Right("right", window)
right.setAcceptDrops(True)
left.setGeometry(0, 0, 300, 300)
right.setGeometry(300, 0, 300, 300)


def say_where():
    centres = [label.mapToGlobal(label.rect().center()) for label in (left, right)]
    print("ready", *(number for centre in centres for number in (centre.x(), centre.y())), flush=True)


window.show()
window.windowHandle().requestActivate()
app.focusWindowChanged.connect(lambda focused: focused and QTimer.singleShot(0, say_where))
app.exec()
"""


@pytest.fixture
def script(tmp_path: Path) -> str:
    path = tmp_path / "window.py"
    path.write_text(WINDOW, encoding="utf-8")
    return str(path)


def test_a_real_drag_carries_something_to_where_it_is_dropped(xvfb: XServer, script: str) -> None:
    with xvfb.program(script) as window:
        x1, y1, x2, y2 = map(int, window.wait_for_line("ready").split()[1:])
        xvfb.drag((x1, y1), (x2, y2))
        assert window.wait_for_line("dropped") == "dropped a card"
        assert window.wait_for_line("dragged") == "dragged MoveAction"


def test_escape_ends_a_real_drag_without_a_drop(xvfb: XServer, script: str) -> None:
    with xvfb.program(script) as window:
        x1, y1, x2, y2 = map(int, window.wait_for_line("ready").split()[1:])
        xvfb.press((x1, y1))
        xvfb.move((x1, y1), (x2, y2))
        window.wait_for_line("entered")
        xvfb.xdotool("key", "Escape")
        assert window.wait_for_line("dragged") == "dragged IgnoreAction"
        xvfb.release()
        assert not [line for line in window.said if line.startswith("dropped")]


def test_a_program_that_dies_is_noticed_at_once(xvfb: XServer) -> None:
    with (
        xvfb.program("-c", "print('hello'); raise SystemExit(3)") as program,
        pytest.raises(Silent, match="hello"),
    ):
        program.wait_for_line("never said")
