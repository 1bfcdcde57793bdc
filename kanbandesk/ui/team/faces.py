"""Small faces of who is here: in the top bar everybody, in the ticket's head who looks at it, and who is typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kanbandesk.ui.widgets.avatar import Avatar
from kanbandesk.ui.widgets.plain import PlainLabel, set_tip
from kanbandesk.ui.words import fill, translate

MOST = 4
"""Faces in a row; the others are counted."""
SIDE = 22  # px


class Faces(QWidget):
    """A row of discs with initials; behind them, in words, who is typing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._discs = [Avatar(SIDE, self) for _ in range(MOST)]
        for disc in self._discs:
            self._row.addWidget(disc)
        self._more = PlainLabel("", self, look="small")
        self._typing = PlainLabel("", self, look="small")
        self._row.addWidget(self._more)
        self._row.addWidget(self._typing)
        self.people: tuple[tuple[str, str], ...] = ()
        self.show_people((), "")

    @property
    def typing_words(self) -> str:
        """What is said of who is typing, empty for nobody."""
        return self._typing.text()

    def show_people(self, people: Sequence[tuple[str, str]], typing: str) -> None:
        """Show these people, (id, name), and that the one named `typing` writes."""
        self.people = tuple(people)
        for place, disc in enumerate(self._discs):
            disc.setVisible(place < len(people))
            if place < len(people):
                person_id, name = people[place]
                disc.show_person(name, person_id)
        rest = [name for _, name in people[MOST:]]
        self._more.setText(f"+{len(rest)}" if rest else "")
        set_tip(self._more, "\n".join(rest))
        self._more.setVisible(bool(rest))
        self._typing.setText(fill(translate("Team", "{name} is typing"), name=typing) if typing else "")
        self._typing.setVisible(bool(typing))
        self.setVisible(bool(people) or bool(typing))
        self.setAccessibleName(", ".join(name for _, name in people))
