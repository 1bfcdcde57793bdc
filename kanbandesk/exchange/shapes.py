"""Reading JSON of other programs: every value may be of any type, and nothing of that may raise."""

from __future__ import annotations

import json
from typing import Any

from kanbandesk.exchange.errors import BadFile
from kanbandesk.exchange.source import Source

Shape = dict[str, Any]


def read_json(source: Source) -> object:
    """Return what the file holds; BadFile, with line and column, when it is no JSON."""
    try:
        return parsed(source.text())
    except json.JSONDecodeError as error:
        raise BadFile(
            f"{source.name}, line {error.lineno}, column {error.colno}: is no JSON ({error.msg})",
            line=error.lineno,
        ) from error
    except ValueError as error:
        raise BadFile(f"{source.name} is no JSON that can be read ({error})") from error


def parsed(text: str) -> object:
    """Return the value of a JSON text; ValueError (JSONDecodeError mostly), also for one nested too deeply."""
    try:
        return json.loads(text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def as_shape(value: object) -> Shape:
    """Return the value when it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[Any]:
    """Return the value when it is a list, an object's values when it is one, else an empty list."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def shapes(value: object) -> list[Shape]:
    """Return the objects among the parts of a list or object."""
    return [part for part in as_list(value) if isinstance(part, dict)]


def as_text(value: object) -> str:
    """Return the value as text: a string as it is, a number as written, anything else as empty."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return ""


def as_number(value: object) -> float:
    """Return the value when it is a number, else 0."""
    return value if isinstance(value, int | float) and not isinstance(value, bool) else 0
