"""The changed fields of an event in words: label, before, after."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, translate
from kanbandesk.ui.words.lookup import Names
from kanbandesk.ui.words.moments import moment_text
from kanbandesk.ui.words.names import channel_name, closing_reason_name, priority_name
from kanbandesk.ui.words.plain import plain_line
from kanbandesk.workflow.events import ChangeUndone, Event, RecordImported

_LONGEST = 200  # characters of a value that a line of the timeline shows

LABELS: Mapping[str, str] = {
    "title": QT_TRANSLATE_NOOP("Fields", "Title"),
    "status_id": QT_TRANSLATE_NOOP("Fields", "Status"),
    "requester_id": QT_TRANSLATE_NOOP("Fields", "Requester"),
    "client_id": QT_TRANSLATE_NOOP("Fields", "Client"),
    "channel": QT_TRANSLATE_NOOP("Fields", "Channel"),
    "line_id": QT_TRANSLATE_NOOP("Fields", "Line"),
    "owner_id": QT_TRANSLATE_NOOP("Fields", "Owner"),
    "companion_ids": QT_TRANSLATE_NOOP("Fields", "Companions"),
    "watcher_ids": QT_TRANSLATE_NOOP("Fields", "Watchers"),
    "priority": QT_TRANSLATE_NOOP("Fields", "Priority"),
    "urgency_case": QT_TRANSLATE_NOOP("Fields", "Urgency case"),
    "sla_class": QT_TRANSLATE_NOOP("Fields", "SLA class"),
    "category": QT_TRANSLATE_NOOP("Fields", "Category"),
    "tags": QT_TRANSLATE_NOOP("Fields", "Tags"),
    "fields": QT_TRANSLATE_NOOP("Fields", "Custom fields"),
    "blocked_reason": QT_TRANSLATE_NOOP("Fields", "Blocked because"),
    "wake_at": QT_TRANSLATE_NOOP("Fields", "Wakes"),
    "is_client_told": QT_TRANSLATE_NOOP("Fields", "Client knows the date"),
    "vendor": QT_TRANSLATE_NOOP("Fields", "Vendor"),
    "vendor_reference": QT_TRANSLATE_NOOP("Fields", "Vendor's reference"),
    "expected_at": QT_TRANSLATE_NOOP("Fields", "Expected"),
    "tracker_key": QT_TRANSLATE_NOOP("Fields", "Tracker key"),
    "due_at": QT_TRANSLATE_NOOP("Fields", "Due"),
    "problem": QT_TRANSLATE_NOOP("Fields", "The problem in the client's words"),
    "done": QT_TRANSLATE_NOOP("Fields", "What was done"),
    "closing_reason": QT_TRANSLATE_NOOP("Fields", "Closing reason"),
    "is_ignored": QT_TRANSLATE_NOOP("Fields", "Ignored"),
    "is_phantom": QT_TRANSLATE_NOOP("Fields", "Phantom"),
    "was_in_development": QT_TRANSLATE_NOOP("Fields", "Was in development"),
    "sent_to_development_by": QT_TRANSLATE_NOOP("Fields", "Sent to development by"),
    "merged_into": QT_TRANSLATE_NOOP("Fields", "Merged into"),
}
# A fact of their own tells these, so that the line below it would say the same again.
_TOLD_BY_FACT = frozenset({"status_id", "owner_id", "tags", "blocked_reason", "watcher_ids", "merged_into"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One changed field for the timeline; `before` is empty when there was nothing."""

    label: str
    before: str
    after: str


def field_label(field: str) -> str:
    """Return the label of a ticket's field; an unknown one as it is."""
    return translate("Fields", text) if (text := LABELS.get(field)) else field


def field_value(field: str, value: Any, names: Names) -> str:
    """Return a field's value in words, from its plain form; empty for nothing."""
    return _value_text(field, value, names)


def field_changes(event: Event, names: Names) -> list[FieldChange]:
    """Return what `event` changed on the ticket, without clocks, counters and what the fact itself tells.

    A record of another program's log shows that program's own fields, as they were written there.
    """
    if isinstance(event.fact, RecordImported):
        return [FieldChange(label, "", plain_line(value, _LONGEST)) for label, value in event.fact.details]
    hidden = frozenset() if isinstance(event.fact, ChangeUndone) else _TOLD_BY_FACT
    shown: list[FieldChange] = []
    for field, before, after in event.changes:
        if field == "fields":
            shown += _custom_fields(_plain(before), _plain(after), names)
        elif field in LABELS and field not in hidden:
            texts = (_value_text(field, _plain(value), names) for value in (before, after))
            shown.append(FieldChange(field_label(field), *texts))
    return shown


def _plain(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _custom_fields(before: Any, after: Any, names: Names) -> list[FieldChange]:
    old, new = dict(before or ()), dict(after or ())
    return [
        FieldChange(
            names.fields.get(key, key),
            plain_line(old.get(key, ""), _LONGEST),
            plain_line(new.get(key, ""), _LONGEST),
        )
        for key in sorted({*old, *new})
        if old.get(key, "") != new.get(key, "")
    ]


def _value_text(field: str, value: Any, names: Names) -> str:
    if value is None or value in ("", []):
        return ""
    if isinstance(value, bool):
        return translate("Fields", "yes") if value else translate("Fields", "no")
    if isinstance(value, list):
        return ", ".join(_value_text(field, part, names) for part in value)
    if field.endswith("_at") and isinstance(value, int):
        return moment_text(value)
    reader = _readers(names).get(field)
    return plain_line(reader(str(value)) if reader else str(value), _LONGEST)


def _readers(names: Names) -> Mapping[str, Callable[[str], str]]:
    """Return how the text of a field becomes a name."""
    return {
        "status_id": names.status,
        "requester_id": names.person,
        "owner_id": names.person,
        "companion_ids": names.person,
        "watcher_ids": names.person,
        "sent_to_development_by": names.person,
        "client_id": lambda value: names.clients.get(value, value),
        "line_id": lambda value: names.lines.get(value, value),
        "priority": priority_name,
        "urgency_case": lambda value: names.cases.get(value, value),
        "sla_class": lambda value: names.sla_classes.get(value, value),
        "closing_reason": closing_reason_name,
        "channel": channel_name,
        "merged_into": names.ticket,
    }
