"""Which column of somebody's CSV file means what: told by a TOML file, else guessed from the header.

source = "old-desk"                # keys of tickets are unique within it
dates = ["%d.%m.%Y %H:%M"]         # strptime patterns; without them the common forms are tried
delimiter = ";"

[columns]                          # ours = theirs
key = "Ticket #"
title = "Betreff"
created = "Eröffnet"

[status]                           # theirs = ours
"Beim Kunden" = "waiting_client"

[priority]
"P1" = "urgent"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kanbandesk.exchange.errors import BadSetting
from kanbandesk.exchange.status_names import plain_name
from kanbandesk.workflow.statuses import Priority, default_workflow

GUESSES: dict[str, tuple[str, ...]] = {
    "key": (
        "key",
        "id",
        "number",
        "ticket",
        "ticket id",
        "ticket number",
        "case id",
        "номер",
        "nummer",
        "ticketnummer",
    ),
    "title": (
        "title",
        "subject",
        "summary",
        "name",
        "тема",
        "заголовок",
        "название",
        "tittel",
        "emne",
        "betreff",
        "titel",
    ),
    "text": ("text", "description", "body", "message", "описание", "текст", "beskrivelse", "beschreibung"),
    "status": ("status", "state", "статус", "состояние", "tilstand", "zustand"),
    "created": (
        *(
            "created",
            "created at",
            "opened",
            "opened at",
            "creation date",
            "date",
            "создан",
            "создано",
            "дата создания",
        ),
        *("дата", "opprettet", "dato", "erstellt", "eröffnet", "datum"),
    ),
    "changed": (
        *(
            "changed",
            "changed at",
            "status since",
            "updated",
            "updated at",
            "modified",
            "last update",
            "изменено",
        ),
        *("обновлено", "дата изменения", "endret", "oppdatert", "geändert", "aktualisiert"),
    ),
    "due": ("due", "due at", "due date", "deadline", "срок", "frist", "fällig"),
    "owner": (
        *(
            "owner",
            "assignee",
            "assigned to",
            "agent",
            "исполнитель",
            "ответственный",
            "ansvarlig",
            "tildelt",
        ),
        *("zuständig", "bearbeiter"),
    ),
    "requester": (
        "requester",
        "reporter",
        "caller",
        "from",
        "contact",
        "заявитель",
        "автор",
        "innmelder",
        "melder",
    ),
    "mail": ("mail", "email", "e mail", "requester mail", "почта", "e post"),
    "client": (
        "client",
        "company",
        "customer",
        "organisation",
        "organization",
        "клиент",
        "компания",
        "kunde",
        "firma",
    ),
    "line": (
        "line",
        "group",
        "team",
        "queue",
        "assignment group",
        "группа",
        "линия",
        "gruppe",
        "linje",
        "linie",
    ),
    "priority": ("priority", "приоритет", "prioritet", "priorität"),
    "category": ("category", "type", "категория", "тип", "kategori", "kategorie", "typ"),
    "tags": ("tags", "labels", "метки", "теги", "merker", "etiketter", "schlagworte"),
}
NEEDED = ("created",)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Our name for a column → theirs, and their words for statuses and priorities → ours."""

    columns: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    priorities: dict[str, Priority] = field(default_factory=dict)
    dates: tuple[str, ...] = ()
    delimiter: str = ""
    source: str = ""


def read_mapping(path: Path) -> Mapping:
    """Read a mapping file; BadSetting, with the place, when it cannot be used."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadSetting(f"the mapping {path.name} cannot be read: {error}") from error
    unknown = set(told) - {"source", "dates", "delimiter", "columns", "status", "priority"}
    columns = _texts(told.get("columns", {}), "columns", path)
    unknown |= {f"columns.{name}" for name in set(columns) - set(GUESSES)}
    if unknown:
        raise BadSetting(f"the mapping {path.name} has a key not known here: {min(unknown)}")
    dates = told.get("dates", [])
    if not isinstance(dates, list) or not all(isinstance(pattern, str) for pattern in dates):
        raise BadSetting(f"the mapping {path.name}: dates must be a list of patterns")
    return Mapping(
        columns=columns,
        statuses=_statuses(_texts(told.get("status", {}), "status", path), path),
        priorities=_priorities(_texts(told.get("priority", {}), "priority", path), path),
        dates=tuple(dates),
        delimiter=str(told.get("delimiter", ""))[:1],
        source=str(told.get("source", "")),
    )


def _texts(value: Any, name: str, path: Path) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(part, str) for part in value.values()):
        raise BadSetting(f"the mapping {path.name}: [{name}] must hold names in quotes")
    return dict(value)


def _statuses(words: dict[str, str], path: Path) -> dict[str, str]:
    known = {status.id for status in default_workflow().statuses}
    unknown = sorted(set(words.values()) - known)
    if unknown:
        known_ids = ", ".join(sorted(known))
        raise BadSetting(
            f"the mapping {path.name}: [status]: no {unknown[0]!r}; the statuses are {known_ids}"
        )
    return words


def _priorities(words: dict[str, str], path: Path) -> dict[str, Priority]:
    try:
        return {theirs: Priority(ours) for theirs, ours in words.items()}
    except ValueError as error:
        raise BadSetting(f"the mapping {path.name}: [priority]: {error}") from error


def guessed_columns(header: list[str]) -> dict[str, str]:
    """Return which column of the header stands for what, as far as the names tell."""
    plain = {plain_name(name): name for name in reversed(header)}
    found = {
        ours: next((plain[name] for name in names if name in plain), "") for ours, names in GUESSES.items()
    }
    return {ours: theirs for ours, theirs in found.items() if theirs}
