"""Refusals in words: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, fill, translate
from kanbandesk.ui.words.names import demand_name, status_name
from kanbandesk.workflow.cards import BoardSnapshot

Params = Mapping[str, str | int | None] | Iterable[tuple[str, str | int | None]]

_TEXTS: Mapping[str, str] = {
    "not_found": QT_TRANSLATE_NOOP("Refusals", "It is not here any more."),
    "malformed": QT_TRANSLATE_NOOP("Refusals", "“{field}” cannot be taken as it is."),
    "taken": QT_TRANSLATE_NOOP("Refusals", "{owner} was first and has the ticket."),
}


def refusal_text(code: str, params: Params, snapshot: BoardSnapshot | None = None) -> str:
    """Return why the rules refused, from a refusal's (or a receipt's) code and parameters."""
    values = {key: _value_text(key, value, snapshot) for key, value in dict(params).items()}
    text = _TEXTS.get(code)
    if text is None:
        return fill(translate("Refusals", "The rules do not allow this ({code})."), code=code)
    return fill(translate("Refusals", text), **values)


def _value_text(key: str, value: str | int | None, snapshot: BoardSnapshot | None) -> str:
    if value is None:
        return ""
    text = str(value)
    if key == "demand":
        return demand_name(text)
    if snapshot and key.endswith("status_id"):
        return next((status_name(status) for status in snapshot.workflow.statuses if status.id == text), text)
    return text
