"""The real program with its real window, that tells a test where things are: lines "state {json}" on stdout.

python -m tests.end_to_end.told_window HOME [--at X,Y,WIDTH,HEIGHT] [--join SERVER --login LOGIN --password WORD]
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kanbandesk.app import program, report
from kanbandesk.ui.main_window import MainWindow

LOOK_EVERY = 40  # ms


class Teller(QObject):
    """Prints what has changed on screen, whenever something has."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._said = ""
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.tell)
        self._timer.start()

    def tell(self) -> None:
        """Print the state when it differs from the last one printed."""
        line = json.dumps(self.state(), sort_keys=True)
        if line != self._said:
            self._said = line
            sys.stdout.write(f"state {line}\n")
            sys.stdout.flush()

    def state(self) -> dict[str, object]:
        """Return cards and columns with their places on screen, and what is open."""
        view, model = self._window.view, self._window.model
        held, bubble = view.scene.held, view.scene.bubble
        sheet = self._window.hands.transitions.sheet
        return {
            "cards": {
                card.title: {"status": card.status_id, "place": self._on_screen(view.card_rect(card.id))}
                for card in model.cards.values()
                if not card.parent_id  # on the board of the developers
            },
            "columns": {column.id: self._column(place) for place, column in enumerate(model.columns)},
            "held": "" if held is None else "lying" if held.is_lying else "in hand",
            "target": held.target if held is not None else "",
            "label": held.label if held is not None else "",
            "bubble": bubble.text if bubble is not None else "",
            "sheet": place_of(sheet.fields[0].edit) if sheet is not None else [],
            "open": model.cards[self._window.bench.shown].title if self._window.bench.shown else "",
            "notices": [notice.heading for notice in self._window.stage.notices.shown()],
            "pending": self._window.stage.status.saved.text(),
            "here": len(self._window.team.link.presence) if self._window.team is not None else 0,
        }

    def _column(self, place: int) -> list[int]:
        body = self._window.view.board_layout.body(place)
        return self._on_screen(QRect(body.x, body.y, body.width, body.height))

    def _on_screen(self, rect: QRect | None) -> list[int]:
        if rect is None:
            return []
        corner = self._window.view.viewport().mapToGlobal(rect.topLeft())
        return [corner.x(), corner.y(), rect.width(), rect.height()]


def place_of(widget: QWidget) -> list[int]:
    """Return where a widget is on screen."""
    corner = widget.mapToGlobal(QPoint(0, 0))
    return [corner.x(), corner.y(), widget.width(), widget.height()]


def main() -> int:
    """Run the program as `kanbandesk open --home HOME` does, and tell once the desk is warm."""
    args = _parser().parse_args()

    def told(what: str) -> None:
        report.report(what)
        if what == "warm":
            widgets = QApplication.topLevelWidgets()
            window = next(widget for widget in widgets if isinstance(widget, MainWindow))
            if args.at:
                window.setGeometry(QRect(*map(int, args.at.split(","))))
            Teller(window)

    vars(program)["report"] = told
    if args.join:
        from kanbandesk.app.team import sign_in

        with closing(sign_in(args.home, args.join, args.login, args.password)):
            pass  # without a keyring the token lasts as long as this process
    from kanbandesk.__main__ import main as start

    return start(["open", "--home", str(args.home)])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser()
    parser.add_argument("home", type=Path)
    for name in ("--at", "--join", "--login", "--password"):
        parser.add_argument(name, default="")
    return parser


if __name__ == "__main__":
    sys.exit(main())
