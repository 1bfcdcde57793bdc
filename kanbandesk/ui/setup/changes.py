"""The audit trail of the settings: who changed what, when, and which field was what before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.setup.trail import Difference, Known, called, differences, plain
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import Names, actor_text, moment_text, translate
from kanbandesk.ui.words.process_facts import setting_name
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.events import Event, SettingChanged

_WIDEST = 760  # px: longer lines are hard to read
_MOST = 12  # fields of one change
_WHOLES = ("workflow", "process")
"""Settings that are kept in one piece: what was changed in them is told by its own name."""


class ChangesPage(QScrollArea):
    """The newest first. Nothing here can be changed."""

    def __init__(
        self, bridge: Bridge, snapshot: Callable[[], BoardSnapshot], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._snapshot = bridge, snapshot
        self._labels: list[PlainLabel] = []
        self.setWidgetResizable(True)
        self.setAccessibleName(translate("Setup", "Changes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 18, 24, 24)
        self._column.setSpacing(2)
        self._column.addWidget(PlainLabel(translate("Setup", "Changes"), look="page"))
        self._column.addStretch(1)
        self.setWidget(page)
        self.refresh()

    def texts(self) -> list[str]:
        """Return the lines on show."""
        return [label.text() for label in self._labels]

    def refresh(self) -> None:
        """Read the trail anew."""
        future = self._bridge.desk.setting_changes()
        self._bridge.fetch(future, while_alive(self, self._show), while_alive(self, self._complain))

    def _show(self, events: tuple[Event, ...]) -> None:
        self._clear()
        if not events:
            self._add(translate("Setup", "No setting has been changed yet."), "muted")
        for text, look in lines_of(events, self._snapshot()):
            self._add(text, look)

    def _complain(self, _error: BaseException) -> None:
        self._clear()
        self._add(translate("Setup", "The changes could not be read."), "wrong")

    def _clear(self) -> None:
        for label in self._labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []

    def _add(self, text: str, look: str) -> None:
        label = PlainLabel(text, look=look)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if look == "strong":
            label.setContentsMargins(0, 14, 0, 0)
        self._labels.append(label)
        self._column.insertWidget(self._column.count() - 1, label)


def lines_of(events: Sequence[Event], snapshot: BoardSnapshot) -> Iterator[tuple[str, str]]:
    """Yield what the changes say, each line with its look: which setting, who and when, every field that changed."""
    known, names = Known.of(snapshot), Names.of(snapshot)
    read = [
        (
            event,
            event.fact,
            plain(event.fact.kind, event.fact.before),
            plain(event.fact.kind, event.fact.after),
        )
        for event in events
        if isinstance(event.fact, SettingChanged)
    ]
    for _, fact, before, after in read:
        for state in (after, before):
            known.learn(fact.kind, state)
            for thing in (*state.get("statuses", ()), *state.get("sla_classes", ())):
                known.learn("status" if "moves" in thing else "sla_class", thing)
    for event, fact, before, after in read:
        found = list(differences(before, after, known)) if fact.before and fact.after else []
        common = _common(found) if fact.kind in _WHOLES else ()
        yield _heading(fact.kind, called(after or before, fact.kind), common), "strong"
        yield f"{actor_text(event, names)} · {moment_text(event.recorded_at)}", "small"
        if not fact.before:
            yield translate("Setup", "new"), "value"
        elif not fact.after:
            yield translate("Setup", "taken away"), "value"
        for one in found[:_MOST]:
            yield replace(one, path=one.path[len(common) :]).text(), "value"
        if len(found) > _MOST:
            yield translate("Setup", "… and %n more", None, len(found) - _MOST), "small"


def _heading(kind: str, name: str, common: tuple[str, ...]) -> str:
    """Return what was changed; of the settings in one piece, the part in which all of it lies."""
    return " › ".join(common) or " · ".join(filter(None, (setting_name(kind), name)))


def _common(found: Sequence[Difference]) -> tuple[str, ...]:
    """Return the way that all differences share, two steps at most: what the heading says need not be said again."""
    paths = [one.path for one in found]
    length = min((len(path) for path in paths), default=0)
    shared = 0
    while shared < min(2, length) and len({path[: shared + 1] for path in paths}) == 1:
        shared += 1
    return paths[0][:shared] if paths else ()
