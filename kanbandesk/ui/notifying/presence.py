"""Whether this person is here or away (R1a): the words for it, and the menu that changes it."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QObject, QTime, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kanbandesk.ui.sheets.fields import MomentField
from kanbandesk.ui.sheets.moments import wake_choices
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.top_bar import global_rect
from kanbandesk.ui.widgets.plain import caption
from kanbandesk.ui.words import fill, line_name, near_moment, plain_line, refusal_text, translate
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.commands import SetAway
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.rosters import on_shift, team, works_on
from kanbandesk.workflow.statuses import HOUR, MINUTE

_TOMORROW = QTime(9, 0)


class Presence(QObject):
    """Tells how it stands with oneself; what is chosen is shown when the desk has it."""

    changed = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.window)
        self._stage = stage

    @property
    def me(self) -> Agent:
        """Oneself, as the desk has it."""
        return self._stage.model.snapshot.me

    @property
    def theme(self) -> Theme:
        """The window's theme now."""
        return self._stage.themes.theme

    def now(self) -> int:
        """Return the desk's moment (UTC ms)."""
        return self._stage.bridge.now()

    def words(self) -> str:
        """Return "Away until 14:00", "Away", or nothing while one is here."""
        return away_words(self.me, self._stage.bridge.now())

    def menu(self, anchor: QWidget, agent: Agent | None = None) -> QMenu:
        """Return the ways to go and to come back, for oneself or another; what is asked is asked beside `anchor`."""
        menu = QMenu(anchor)
        who, now = agent or self.me, self._stage.bridge.now()
        is_me = who.id == self.me.id
        if who.is_away:
            back = translate("Away", "I am back") if is_me else translate("Away", "Back now")
            menu.addAction(back).triggered.connect(
                lambda _checked=False: self.set_away(is_away=False, agent_id=who.id)
            )
            menu.addSeparator()
        open_end = (
            translate("Away", "Away until I am back")
            if is_me
            else translate("Away", "Away until called back")
        )
        for words, until in (
            (translate("Away", "Away for half an hour"), now + 30 * MINUTE),
            (translate("Away", "Away for an hour"), now + HOUR),
            (translate("Away", "Away until tomorrow 9:00"), tomorrow(now)),
            (open_end, None),
        ):
            menu.addAction(words).triggered.connect(
                lambda _checked=False, until=until: self.set_away(is_away=True, until=until, agent_id=who.id)
            )
        menu.addAction(translate("Away", "Away until …")).triggered.connect(
            lambda _checked=False: self._ask(anchor, who)
        )
        return menu

    def set_away(self, *, is_away: bool, until: int | None = None, agent_id: str = "") -> None:
        """Go, or come back; a lead, for the person named (R1a)."""

        def done(receipt: Receipt) -> None:
            if not receipt.is_applied:
                reason = refusal_text(receipt.code, receipt.params, self._stage.model.snapshot)
                self._stage.notices.tell(translate("Away", "Still as before"), reason)

        command = SetAway(agent_id=agent_id or self.me.id, is_away=is_away, until=until)
        self._stage.bridge.submit(command, done)

    def _ask(self, anchor: QWidget, who: Agent) -> None:
        is_me = who.id == self.me.id
        detail = translate("Away", "Until then nothing new is given to you. Your tickets stay yours.")
        if not is_me:
            detail = translate(
                "Away", "Until then nothing new is given to {name}. What is not started goes back to New."
            )
        now = self._stage.bridge.now
        field = MomentField("until", translate("Away", "Back at"), now, wake_choices(now()))
        sheet = Sheet(
            self._stage.window,
            title=translate("Away", "Away until …"),
            detail=fill(detail, name=plain_line(who.name, 80)),
            verb=translate("Away", "Go") if is_me else translate("Away", "Set"),
            fields=[field],
        )

        def take(values: dict[str, int]) -> None:
            sheet.vanish()
            self.set_away(is_away=True, until=values["until"], agent_id=who.id)

        sheet.confirmed.connect(take)
        sheet.open_beside(global_rect(anchor))
        sheet.start()


class AwayButton(QPushButton):
    """Says whether one is away, and opens the menu."""

    def __init__(self, presence: Presence) -> None:
        super().__init__()
        self._presence = presence
        self.setProperty("look", "chip")
        self.setCheckable(True)
        self.clicked.connect(self._open)
        presence.changed.connect(self.show_standing)
        self.show_standing()

    def show_standing(self) -> None:
        """Show how it stands."""
        words = self._presence.words()
        self.setText(f" {caption(words or translate('Away', 'Here'))}")  # Qt knows no distance to an icon
        theme = self._presence.theme
        sign, ink = ("clock", theme.accent_text) if words else ("circle-check", theme.good)
        self.setIcon(icons.icon(sign, ink, 14))
        self.setChecked(bool(words))
        self.setAccessibleName(words or translate("Away", "Here; press to go away"))

    def _open(self) -> None:
        self.show_standing()
        menu = self._presence.menu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


def away_words(agent: Agent, now: int) -> str:
    """Return how an agent is away, empty when he is here."""
    if not agent.is_away:
        return ""
    if agent.away_until is None:
        return translate("Away", "Away")
    return fill(translate("Away", "Away until {moment}"), moment=near_moment(agent.away_until, now))


def shift_words(me: Agent, house: House, now: int) -> str:
    """Return who is there for a person's first line: "First line · 3 of 5 on shift"; nothing without lines."""
    line = next((line for line in house.lines.values() if works_on(me, line.id, house)), None)
    if line is None:
        return ""
    here, all_of_them = len(on_shift(line.id, house, now)), len(team(line.id, house))
    words = translate("Away", "{line} · {here} of {all} on shift")
    return fill(words, line=plain_line(line_name(line)), here=str(here), all=str(all_of_them))


def tomorrow(now: int) -> int:
    """Return tomorrow nine o'clock in the machine's zone (UTC ms)."""
    day = QDateTime.fromMSecsSinceEpoch(now).date().addDays(1)
    return QDateTime(day, _TOMORROW).toMSecsSinceEpoch()
