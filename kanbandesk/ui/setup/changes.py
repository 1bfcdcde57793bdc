"""The audit trail of the settings: who changed what, when, and which field was what before."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kanbandesk.ui.bridge import Bridge
from kanbandesk.ui.widgets.lifetime import while_alive
from kanbandesk.ui.widgets.plain import PlainLabel
from kanbandesk.ui.words import Names, actor_text, long_duration, moment_text, plain_line, translate
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP
from kanbandesk.ui.words.process_facts import setting_name
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.events import Event, SettingChanged
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow

_WIDEST = 760  # px: longer lines are hard to read
_LONGEST = 90  # characters of a value
_MOST = 12  # fields of one change
_NAMES: Mapping[str, str] = {
    "name": QT_TRANSLATE_NOOP("Setup", "Name"),
    "norm": QT_TRANSLATE_NOOP("Setup", "Norm"),
    "moves": QT_TRANSLATE_NOOP("Setup", "Moves"),
    "demands": QT_TRANSLATE_NOOP("Setup", "Demands"),
    "wip_limit": QT_TRANSLATE_NOOP("Setup", "WIP limit"),
    "columns": QT_TRANSLATE_NOOP("Setup", "Columns"),
    "statuses": QT_TRANSLATE_NOOP("Setup", "Statuses"),
    "sla_classes": QT_TRANSLATE_NOOP("Setup", "SLA classes"),
    "urgency_cases": QT_TRANSLATE_NOOP("Setup", "Urgency cases"),
    "fields": QT_TRANSLATE_NOOP("Setup", "Custom fields"),
    "target": QT_TRANSLATE_NOOP("Setup", "Target"),
    "roles": QT_TRANSLATE_NOOP("Setup", "Roles"),
    "line_ids": QT_TRANSLATE_NOOP("Setup", "Lines"),
    "is_active": QT_TRANSLATE_NOOP("Setup", "Works here"),
    "is_away": QT_TRANSLATE_NOOP("Setup", "Away"),
    "away_until": QT_TRANSLATE_NOOP("Setup", "Away until"),
    "calendar_id": QT_TRANSLATE_NOOP("Setup", "Opening hours"),
    "shift_id": QT_TRANSLATE_NOOP("Setup", "Shift"),
    "lead_id": QT_TRANSLATE_NOOP("Setup", "Lead"),
    "draw": QT_TRANSLATE_NOOP("Setup", "Draw"),
    "cap": QT_TRANSLATE_NOOP("Setup", "Most open tickets"),
    "weekly": QT_TRANSLATE_NOOP("Setup", "Week"),
    "holidays": QT_TRANSLATE_NOOP("Setup", "Holidays"),
    "time_zone": QT_TRANSLATE_NOOP("Setup", "Time zone"),
    "are_timers_on": QT_TRANSLATE_NOOP("Setup", "Timers are on"),
    "on_call_ids": QT_TRANSLATE_NOOP("Setup", "Next on call"),
    "head_id": QT_TRANSLATE_NOOP("Setup", "Head of support"),
    "request_types": QT_TRANSLATE_NOOP("Setup", "Request types"),
    "routing": QT_TRANSLATE_NOOP("Setup", "Routing"),
    "playbooks": QT_TRANSLATE_NOOP("Setup", "Playbooks"),
    "reasons": QT_TRANSLATE_NOOP("Setup", "Reasons"),
    "tags": QT_TRANSLATE_NOOP("Setup", "Tags"),
    "reminder": QT_TRANSLATE_NOOP("Setup", "Reminder"),
}
_KINDS: Mapping[str, type[Any]] = {
    "agent": Agent,
    "line": Line,
    "calendar": Calendar,
    "workflow": Workflow,
    "process": Process,
    "board": Board,
}
_DURATIONS = frozenset(
    {"norm", "target", "alarm_every", "alarm_next_after", "breach_reason_within", "rating_within"}
)


class ChangesPage(QScrollArea):
    """The newest first. Nothing here can be changed."""

    def __init__(
        self, bridge: Bridge, snapshot: Callable[[], BoardSnapshot], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge, self._snapshot = bridge, snapshot
        self._labels: list[PlainLabel] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setMaximumWidth(_WIDEST)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 4, 24, 24)
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
        names = Names.of(self._snapshot())
        self._clear()
        if not events:
            self._add(translate("Setup", "No setting has been changed yet."), "muted")
        for event in events:
            for text, look in _lines(event, names):
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


def _lines(event: Event, names: Names) -> Iterator[tuple[str, str]]:
    """Yield what one change says: which setting, who and when, each field before and after."""
    fact = event.fact
    if not isinstance(fact, SettingChanged):
        return
    before, after = _plain(fact.kind, fact.before), _plain(fact.kind, fact.after)
    yield " · ".join(filter(None, (setting_name(fact.kind), _called(after or before)))), "strong"
    yield f"{actor_text(event, names)} · {moment_text(event.recorded_at)}", "small"
    if not fact.before:
        yield translate("Setup", "new"), "value"
    elif not fact.after:
        yield translate("Setup", "taken away"), "value"
    else:
        found = list(differences(before, after, names))
        for path, old, new in found[:_MOST]:
            yield f"{path}: {old or '–'} → {new or '–'}", "value"
        if len(found) > _MOST:
            yield translate("Setup", "… and %n more", None, len(found) - _MOST), "small"


def differences(
    before: Any, after: Any, names: Names, path: str = "", field: str = ""
) -> Iterator[tuple[str, str, str]]:
    """Yield where two plain settings differ: the way there in words, what it was, what it is."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from differences(before.get(key), after.get(key), names, _join(path, _label(key)), key)
        return
    old, new = _by_id(before), _by_id(after)
    if old is not None and new is not None and (old or new):
        for key in dict.fromkeys((*old, *new)):
            here = _join(path, _called(new.get(key) or old.get(key)) or key)
            if key in old and key in new:
                yield from differences(old[key], new[key], names, here, field)
            else:
                gone, come = translate("Setup", "taken away"), translate("Setup", "new")
                yield (here, "", come) if key in new else (here, gone, "")
        if list(old) != list(new) and set(old) == set(new):
            yield path, "", translate("Setup", "another order")
        return
    if before != after:
        yield path, _value(before, field, names), _value(after, field, names)


def _join(path: str, part: str) -> str:
    return f"{path} › {part}" if path else part


def _label(key: str) -> str:
    return translate("Setup", text) if (text := _NAMES.get(key)) else key.replace("_", " ")


def _by_id(value: Any) -> dict[str, Any] | None:
    """Return a list of things by their ids; None when it is no such list."""
    if not isinstance(value, (list, tuple)) or not all(
        isinstance(one, dict) and "id" in one for one in value
    ):
        return None
    return {str(one["id"]): one for one in value}


def _called(value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    return plain_line(str(value.get("name") or value.get("text") or ""), _LONGEST)


def _value(value: Any, field: str, names: Names) -> str:
    """Return a plain value in words: ids by their names, lengths of time as such."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return translate("Fields", "yes") if value else translate("Fields", "no")
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, (_value(one, field, names) for one in value)))
    if isinstance(value, int) and field in _DURATIONS:
        return long_duration(value)
    if isinstance(value, int) and (field.endswith(("_at", "_until"))):
        return moment_text(value)
    if isinstance(value, dict):
        return _called(value) or plain_line(json.dumps(value, ensure_ascii=False), _LONGEST)
    text = str(value)
    for known in (names.statuses, names.lines, names.agents, names.sla_classes):
        if text in known:
            return plain_line(known[text], _LONGEST)
    return plain_line(text, _LONGEST)


def _plain(kind: str, text: str) -> Any:
    """Return a setting as it was kept, with what it left at its default: that is not written down."""
    if not text:
        return {}
    known = _KINDS.get(kind)
    try:
        plain = json.loads(text)
        return plain if known is None else asdict(decode(known, plain))
    except (ValueError, TypeError, Refusal):
        return {}  # of another version
