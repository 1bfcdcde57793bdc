"""Who is here: the people of each line, who is on shift, who is away until when, and what each has (R1a).

A lead sends somebody away or back from here, by the button that says how it stands with that person.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.notifying.presence import Presence, away_because_words, away_words
from kanbandesk.ui.offers import house_of
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.widgets.avatar import Avatar
from kanbandesk.ui.widgets.elided import ElidedLabel
from kanbandesk.ui.widgets.floating import SHADOW, Floating
from kanbandesk.ui.widgets.plain import PlainLabel, caption
from kanbandesk.ui.words import fill, line_name, plain_line, translate
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.people import Agent, actor_of
from kanbandesk.workflow.rights import Action, may
from kanbandesk.workflow.rosters import is_on_shift, team

WIDTH = 440  # px
_TALLEST = 560  # px
_DISC = 28  # px


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with one person of a line."""

    agent: Agent
    words: str  # "On shift", "Off shift", "Away until 14:00"
    because: str  # why he is away, as it was said
    is_here: bool
    open_count: int
    may_change: bool


@dataclass(frozen=True, slots=True)
class LineStanding:
    """A line and its people, those on shift first."""

    line_id: str
    words: str  # "First line · 3 of 5 on shift"
    people: tuple[Standing, ...]


def standings(snapshot: BoardSnapshot, loads: Mapping[str, int], now: int) -> Iterator[LineStanding]:
    """Yield the lines that have people, in their order; `loads` is how many open tickets each person has."""
    house, me = house_of(snapshot), snapshot.me
    may_any = may(actor_of(me), Action.AWAY)
    for line in house.lines.values():
        people = [
            Standing(
                agent=agent,
                words=away_words(agent, now) or _shift_words(is_on_shift(agent, line.id, house, now)),
                because=away_because_words(agent, snapshot.process.away_because(agent.id)),
                is_here=is_on_shift(agent, line.id, house, now),
                open_count=loads.get(agent.id, 0),
                may_change=may_any or agent.id == me.id,
            )
            for agent in team(line.id, house)
        ]
        if people:
            people.sort(key=lambda one: (not one.is_here, one.agent.name.casefold()))
            here = sum(one.is_here for one in people)
            words = fill(
                translate("Away", "{line} · {here} of {all} on shift"),
                line=plain_line(line_name(line)),
                here=str(here),
                all=str(len(people)),
            )
            yield LineStanding(line.id, words, tuple(people))


def _shift_words(is_here: bool) -> str:
    return translate("Away", "On shift") if is_here else translate("Away", "Off shift")


class PersonRow(QWidget):
    """One person: who, how much is open, and the button that says whether he is here."""

    def __init__(self, standing: Standing, presence: Presence, theme: Theme) -> None:
        super().__init__()
        self._standing, self._presence = standing, presence
        agent = standing.agent
        name = plain_line(agent.name, 80)
        disc = Avatar(_DISC)
        disc.show_person(name, agent.id)
        self.name = ElidedLabel(name, self, look="strong")
        count = translate("Choosing", "%n open", None, standing.open_count)
        skills = ", ".join(plain_line(skill, 40) for skill in agent.skills)
        about = " · ".join(filter(None, (standing.because, count, skills)))
        self.about = ElidedLabel(about, self, look="small")
        self.button = QPushButton(f" {caption(standing.words)}")
        self.button.setProperty("look", "chip")
        self.button.setCheckable(True)
        self.button.setChecked(agent.is_away)
        sign, ink = ("circle-check", theme.good) if standing.is_here else ("clock", theme.ink_muted)
        self.button.setIcon(icons.icon(sign, theme.accent_text if agent.is_away else ink, 14))
        # Qt puts an icon close to the words and knows no distance.
        self.button.setAccessibleName(
            ", ".join(filter(None, (f"{name}: {standing.words}", standing.because)))
        )
        self.button.setEnabled(standing.may_change)
        self.button.clicked.connect(self._open)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(10)
        row.addWidget(disc)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def menu(self) -> QMenu:
        """Return what this person can be set to."""
        return self._presence.menu(self.button, self._standing.agent)

    def _open(self) -> None:
        self.button.setChecked(self._standing.agent.is_away)
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))


class WhoIsHere(Floating):
    """The panel; it follows what the desk says while it is open."""

    def __init__(self, window: QWidget, model: BoardModel, presence: Presence) -> None:
        super().__init__(window, closes_outside=True)
        self._model, self._presence = model, presence
        self._shown: Sequence[LineStanding] = ()
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(2)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._body)
        for ground in (self._scroll.viewport(), self._body):
            ground.setAutoFillBackground(False)  # the panel's own shows
        title = translate("Away", "Who is here")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 8, 14)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel(title, look="heading"))
        layout.addWidget(self._scroll, 1)
        self.setAccessibleName(title)
        self.setFixedWidth(WIDTH + 2 * SHADOW)
        presence.changed.connect(self.refresh)
        self.refresh()

    def rows(self) -> list[PersonRow]:
        """Return the people on show, from top to bottom."""
        return [row for row in self._body.findChildren(PersonRow) if not row.isHidden()]

    def refresh(self) -> None:
        """Show how it stands now; where nothing differs nothing is touched, so that the focus stays."""
        loads = Counter(card.owner_id for card in self._model.cards.values() if card.closed_at is None)
        found = tuple(standings(self._model.snapshot, loads, self._presence.now()))
        if found == self._shown:
            return
        self._shown = found
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, line in enumerate(found):
            if place:
                self._column.addSpacing(10)
            self._column.addWidget(PlainLabel(line.words, look="field"))
            for standing in line.people:
                self._column.addWidget(PersonRow(standing, self._presence, self._presence.theme))
        self._column.addStretch(1)
        self._scroll.setMinimumHeight(min(_TALLEST, self._body.sizeHint().height()))
