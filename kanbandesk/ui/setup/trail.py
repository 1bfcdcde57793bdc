"""What a change of a setting was, in words: each field before and after, lists by what came and went."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from PySide6.QtCore import QLocale, QTime

from kanbandesk.ui.setup.choices import clocks, draws, field_kinds, reason_kinds
from kanbandesk.ui.setup.hours import hours_text
from kanbandesk.ui.words import (
    away_reason_name,
    board_name,
    demand_name,
    fill,
    line_name,
    moment_text,
    plain_line,
    priority_name,
    role_name,
    sla_name,
    status_name,
    translate,
)
from kanbandesk.ui.words.names import own_name
from kanbandesk.ui.words.settings import day_text, length_text, setting_label, weekday_text
from kanbandesk.workflow.boards import Board
from kanbandesk.workflow.calendars import Calendar
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.codec import decode
from kanbandesk.workflow.errors import Refusal
from kanbandesk.workflow.people import Agent, Line
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow

_LONGEST = 90  # characters of a value
_TOLD = 6  # fields of a thing that is new or gone
_KINDS: Mapping[str, type[Any]] = {
    "agent": Agent,
    "line": Line,
    "calendar": Calendar,
    "workflow": Workflow,
    "process": Process,
    "board": Board,
}
_LISTS: Mapping[str, str] = {
    "statuses": "status",
    "sla_classes": "sla_class",
    "urgency_cases": "urgency_case",
    "columns": "column",
}
"""Lists of things whose names the program itself may have given."""
_NOT_TOLD = frozenset({"id", "since", "last_drawn_id", "source_key"})
"""What the system keeps with a setting and nobody sets."""
_POSITIONAL = frozenset({"norm"})
_LENGTHS = frozenset(
    {
        *("norm", "target", "alarm_every", "alarm_next_after", "breach_reason_within", "rating_within"),
        *("call_back_after", "auto_close_after", "silent_close_after", "reopen_within"),
    }
)


Way = tuple[str, ...]
"""The way to what changed, in words: setting, thing, field."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the trail: what changed, and its values before and after; or only `words` for both."""

    path: Way
    before: str = ""
    after: str = ""
    words: str = ""

    def text(self) -> str:
        """Return the line."""
        said = self.words or f"{self.before or '–'} → {self.after or '–'}"
        return f"{' › '.join(self.path)}: {said}" if self.path else said


@dataclass(slots=True)
class Known:
    """The names of what settings point at, by id: as they are now, and as they were when somebody changed them."""

    names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: BoardSnapshot) -> Known:
        """Return the names that the snapshot knows."""
        workflow = snapshot.workflow
        return cls(
            {
                **{client.id: client.name for client in snapshot.clients},
                **{calendar.id: calendar.name for calendar in snapshot.calendars},
                **{agent.id: agent.name for agent in snapshot.agents},
                **{board.id: board_name(board) for board in snapshot.boards},
                **{sla_class.id: sla_name(sla_class) for sla_class in workflow.sla_classes},
            }
            | {f"line:{line.id}": line_name(line) for line in snapshot.lines}
            | {f"status:{status.id}": status_name(status) for status in workflow.statuses}
        )

    def learn(self, kind: str, plain: Any) -> None:
        """Take up the name that a setting had, for those that point at it and know no other."""
        if not isinstance(plain, dict) or "id" not in plain or not plain.get("name"):
            return
        key = f"{kind}:{plain['id']}" if kind in ("line", "status") else str(plain["id"])
        self.names.setdefault(key, own_name(kind, str(plain["id"]), str(plain["name"])))

    def name(self, thing_id: str, kind: str = "") -> str:
        """Return a name, or words for what nobody knows any more."""
        found = self.names.get(f"{kind}:{thing_id}" if kind else thing_id)
        return plain_line(found, _LONGEST) if found else translate("Setup", "one that is gone")


def plain(kind: str, text: str) -> Any:
    """Return a setting as it was kept, with what it left at its default: that is not written down."""
    if not text:
        return {}
    known = _KINDS.get(kind)
    try:
        found = json.loads(text)
        return found if known is None else asdict(decode(known, found))
    except (ValueError, TypeError, Refusal):
        return {}  # of another version


def called(value: Any, kind: str = "") -> str:
    """Return what a plain thing is called; empty where it has no name."""
    if not isinstance(value, dict):
        return ""
    name = str(value.get("name") or value.get("text") or "")
    return plain_line(own_name(kind, str(value.get("id") or ""), name), _LONGEST)


def differences(
    before: Mapping[str, Any], after: Mapping[str, Any], known: Known, path: Way = ()
) -> Iterator[Difference]:
    """Yield where two plain things differ."""
    for key in dict.fromkeys((*before, *after)):
        old, new = before.get(key), after.get(key)
        if old == new or key in _NOT_TOLD:
            continue
        here = (*path, setting_label(key))
        things = _by_id(old), _by_id(new)
        if key in ("weekly", "holidays", "overrides", "breaks"):
            yield from _hours(key, old or (), new or (), here)
        elif things[0] is not None and things[1] is not None and (old or new):
            yield from _things(things[0], things[1], _LISTS.get(key, ""), known, here)
        elif isinstance(new, (list, tuple)) and isinstance(old, (list, tuple)) and key not in _POSITIONAL:
            yield from _lists(key, old, new, known, here)
        else:
            yield Difference(here, _value(key, old, before, known), _value(key, new, after, known))


def _things(
    old: dict[str, Any], new: dict[str, Any], kind: str, known: Known, path: Way
) -> Iterator[Difference]:
    """Yield what became of the things in a list: changed, new, taken away, in another order."""
    for key in dict.fromkeys((*old, *new)):
        thing = new.get(key) or old[key]
        here = (*path, called(thing, kind) or translate("Setup", "Without a name"))
        if key in old and key in new:
            yield from differences(old[key], new[key], known, here)
        else:
            come = translate("Setup", "new") if key in new else translate("Setup", "taken away")
            yield Difference(here, words=" · ".join((come, *_summary(thing, known))))
    if list(old) != list(new) and set(old) == set(new):
        yield Difference(path, words=translate("Setup", "another order"))


def _summary(thing: Mapping[str, Any], known: Known) -> list[str]:
    """Return what a thing that is new or gone says, field by field."""
    told = []
    for key, value in thing.items():
        if key in _NOT_TOLD or key in ("name", "text") or value in ("", None, (), []):
            continue
        words = _value(key, value, thing, known)
        if words:
            told.append(f"{setting_label(key)}: {words}")
    return told[:_TOLD]


def _lists(key: str, old: Iterable[Any], new: Iterable[Any], known: Known, path: Way) -> Iterator[Difference]:
    """Yield what came into a list of plain values and what went out of it."""
    come = [one for one in new if one not in tuple(old)]
    gone = [one for one in old if one not in tuple(new)]
    words = [
        fill(translate("Setup", "added {what}"), what=_value(key, come, {}, known)) if come else "",
        fill(translate("Setup", "taken away {what}"), what=_value(key, gone, {}, known)) if gone else "",
    ]
    if not (come or gone):
        order = translate("Setup", "another order: {what}")
        words = [fill(order, what=_value(key, list(new), {}, known))]
    yield Difference(path, words="; ".join(filter(None, words)))


def _hours(key: str, old: Any, new: Any, path: Way) -> Iterator[Difference]:
    """Yield how the hours of a calendar changed: day by day."""
    if key == "holidays":
        come, gone = sorted(set(new) - set(old)), sorted(set(old) - set(new))
        if come:
            yield Difference(path, words=fill(translate("Setup", "added {what}"), what=_days(come)))
        if gone:
            yield Difference(path, words=fill(translate("Setup", "taken away {what}"), what=_days(gone)))
        return
    is_week = key == "weekly"
    before, after = (dict(enumerate(days)) if is_week else dict(days) for days in (old, new))
    for day in sorted({*before, *after}):
        if before.get(day) != after.get(day):
            name = weekday_text(int(day)) if is_week else day_text(str(day))
            yield Difference((*path, name), _spans(before.get(day)), _spans(after.get(day)))


def _days(days: Iterable[str]) -> str:
    return ", ".join(day_text(day) for day in days)


def _spans(spans: Any) -> str:
    """Return the hours of a day; nothing where nothing was said of it."""
    return "" if spans is None else hours_text(spans) or translate("Setup", "closed")


def _by_id(value: Any) -> dict[str, Any] | None:
    """Return a list of things by their ids; None when it is no such list."""
    if not isinstance(value, (list, tuple)) or not all(
        isinstance(one, dict) and "id" in one for one in value
    ):
        return None
    return {str(one["id"]): one for one in value}


def _value(key: str, value: Any, thing: Mapping[str, Any], known: Known) -> str:
    """Return a plain value in words; `thing` is what it belongs to."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return translate("Fields", "yes") if value else translate("Fields", "no")
    if isinstance(value, (list, tuple)):
        if key == "norm":
            return _norm(value, thing)
        return ", ".join(filter(None, (_value(key, one, thing, known) for one in value)))
    if isinstance(value, int):
        return _number(key, value, thing)
    if isinstance(value, dict):
        return called(value)
    reader = _readers(known).get(key)
    return plain_line(reader(str(value)) if reader else str(value), _LONGEST)


def _norm(limits: Iterable[int], thing: Mapping[str, Any]) -> str:
    """Return a norm's degrees; the first two of development are shares of the term."""
    is_term = thing.get("kind") == "in_development"
    clock = str(thing.get("clock") or "")
    return ", ".join(
        f"{limit} %" if is_term and place < 2 else length_text(limit, clock)
        for place, limit in enumerate(limits)
    )


def _number(key: str, value: int, thing: Mapping[str, Any]) -> str:
    if key in _LENGTHS:
        return length_text(value, str(thing.get("clock") or ""))
    if key == "due_hour":
        midnight = QTime(0, 0)
        return QLocale().toString(midnight.addMSecs(value), QLocale.FormatType.ShortFormat)
    if key == "call_back_percent":
        return f"{value} %"
    if key.endswith(("_at", "_until")):
        return moment_text(value)
    return str(value)


def _readers(known: Known) -> Mapping[str, Callable[[str], str]]:
    """Return how the text of a field becomes words."""

    def line(line_id: str) -> str:
        return known.name(line_id, "line")

    def status(status_id: str) -> str:
        return known.name(status_id, "status")

    kinds = {**reason_kinds(), **field_kinds()}
    return {
        **dict.fromkeys(("line_id", "line_ids", "development_line", "setup_line"), line),
        **dict.fromkeys(("moves", "status_ids"), status),
        **dict.fromkeys(("lead_id", "head_id", "on_call_ids", "member_ids"), known.name),
        **dict.fromkeys(("calendar_id", "shift_id", "development_board", "client_id"), known.name),
        **dict.fromkeys(("sla_class", "default_sla_class"), known.name),
        "clock": lambda value: clocks().get(value, value),
        "draw": lambda value: draws().get(value, value),
        "kind": lambda value: kinds.get(value, ""),
        "demands": demand_name,
        "away_because": away_reason_name,
        "roles": role_name,
        "priority": priority_name,
        "time_zone": lambda value: value.replace("_", " "),
    }
