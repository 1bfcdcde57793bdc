"""Whether this person is here or away (R1a): the words for it, and the menu that changes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDateTime, QObject, QTime, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kanbandesk.ui.sheets.fields import MomentField, SheetField, Values
from kanbandesk.ui.sheets.moments import wake_choices
from kanbandesk.ui.sheets.questions import ReasonField
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.stage import Stage
from kanbandesk.ui.theme import icons
from kanbandesk.ui.theme.tokens import Theme
from kanbandesk.ui.top_bar import global_rect
from kanbandesk.ui.widgets.plain import caption, set_tip
from kanbandesk.ui.words import (
    away_reason_name,
    fill,
    line_name,
    near_moment,
    plain_line,
    refusal_text,
    translate,
)
from kanbandesk.workflow.cards import Receipt
from kanbandesk.workflow.commands import SetAway
from kanbandesk.workflow.dues import House
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.process import AWAY_REASONS
from kanbandesk.workflow.rosters import on_shift, team, works_on
from kanbandesk.workflow.statuses import HOUR, MINUTE

_TOMORROW = QTime(9, 0)
_REASON = 60  # characters of why somebody is away


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
        """Return "Away until 14:00 · Holiday", "Away", or nothing while one is here."""
        because = self._stage.model.snapshot.process.away_because(self.me.id)
        return away_words(self.me, self._stage.bridge.now(), because)

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
                lambda _checked=False, until=until, words=words: (
                    self.set_away(is_away=True, until=until)
                    if is_me
                    else self._ask(anchor, who, words, lambda _values: until)
                )
            )
        menu.addAction(translate("Away", "Away until …")).triggered.connect(
            lambda _checked=False: self._ask_until(anchor, who)
        )
        return menu

    def set_away(
        self, *, is_away: bool, until: int | None = None, agent_id: str = "", reason: str = ""
    ) -> None:
        """Go, or come back; a lead, for the person named, and he says why (R1a)."""

        def done(receipt: Receipt) -> None:
            if not receipt.is_applied:
                reason = refusal_text(receipt.code, receipt.params, self._stage.model.snapshot)
                self._stage.notices.tell(translate("Away", "Still as before"), reason)

        command = SetAway(agent_id=agent_id or self.me.id, is_away=is_away, until=until, reason=reason)
        self._stage.bridge.submit(command, done)

    def _ask_until(self, anchor: QWidget, who: Agent) -> None:
        """Ask until when, and why: of oneself it need not be said."""
        now = self._stage.bridge.now
        field = MomentField("until", translate("Away", "Back at"), now, wake_choices(now()))
        self._ask(
            anchor, who, translate("Away", "Away until …"), lambda values: int(values["until"]), [field]
        )

    def _ask(
        self,
        anchor: QWidget,
        who: Agent,
        title: str,
        until: Callable[[Values], int | None],
        fields: Sequence[SheetField] = (),
    ) -> None:
        is_me = who.id == self.me.id
        detail = translate("Away", "Until then nothing new is given to you. Your tickets stay yours.")
        if not is_me:
            detail = translate(
                "Away", "Until then nothing new is given to {name}. What is not started goes back to New."
            )
        offered = [away_reason_name(reason) for reason in AWAY_REASONS]
        why = ReasonField(translate("Away", "Why"), offered, is_optional=is_me)
        sheet = Sheet(
            self._stage.window,
            title=title,
            detail=fill(detail, name=plain_line(who.name, 80)),
            verb=translate("Away", "Go") if is_me else translate("Away", "Set"),
            fields=[*fields, why],
        )

        def take(values: Values) -> None:
            sheet.vanish()
            said = str(values["reason"])
            reason = next((one for one in AWAY_REASONS if away_reason_name(one) == said), said)
            self.set_away(is_away=True, until=until(values), agent_id=who.id, reason=reason)

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
        until = away_words(
            self._presence.me, self._presence.now()
        )  # why is for the tip: the bar has little room
        self.setText(f" {caption(until or translate('Away', 'Here'))}")  # Qt knows no distance to an icon
        set_tip(self, words if words != until else "")
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


def away_words(agent: Agent, now: int, because: str = "") -> str:
    """Return how an agent is away and why, empty when he is here."""
    if not agent.is_away:
        return ""
    words = translate("Away", "Away")
    if agent.away_until is not None:
        words = fill(translate("Away", "Away until {moment}"), moment=near_moment(agent.away_until, now))
    return " · ".join(filter(None, (words, away_because_words(agent, because))))


def away_because_words(agent: Agent, because: str) -> str:
    """Return why an agent is away, in this language's words where it has some; empty when he is here."""
    return plain_line(away_reason_name(because), _REASON) if agent.is_away else ""


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
