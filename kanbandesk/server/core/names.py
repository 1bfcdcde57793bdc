"""How long the ids in a command may be: they are keys of indexes, and PostgreSQL's take no text of any length."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Hashable
from typing import Any, Final, cast

from kanbandesk.workflow import codes
from kanbandesk.workflow.commands import Command
from kanbandesk.workflow.errors import Invalid

LONGEST: Final = 256
"""Characters. Ours have 36; those of other programs, and of fields named after their names, have more."""
_NAMING: Final = frozenset(
    {"id", "uid", "ids", "after", "before", "merged_into", "rank", "source_key"}
    | {"mail", "phone", "chat", "urgency_case", "sla_class", "request_type"}
)


def check_names(command: Command) -> None:
    """Raise Invalid("malformed") for a field that names something in more than `LONGEST` characters."""
    _check(command, command.name)


def _check(value: Any, path: str) -> None:
    names, inner = _parts(cast("Hashable", type(value)))
    for name in names:
        told = getattr(value, name)
        if isinstance(told, str):
            if len(told) > LONGEST:
                raise Invalid(codes.MALFORMED, field=f"{path}.{name}")
        elif told is not None and any(len(one) > LONGEST for one in told):
            raise Invalid(codes.MALFORMED, field=f"{path}.{name}")
    for name in inner:
        told = getattr(value, name)
        for one in told if isinstance(told, tuple) else (told,):
            if dataclasses.is_dataclass(one):
                _check(one, f"{path}.{name}")


@functools.cache
def _parts(kind: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the fields of a dataclass that name something, and those in which more fields may be."""
    names, inner = [], []
    for field in dataclasses.fields(kind):
        is_text = field.type in ("str", "str | None", "tuple[str, ...]")
        if is_text and (field.name.endswith(("_id", "_ids", "_by")) or field.name in _NAMING):
            names.append(field.name)
        elif not is_text and field.type not in ("int", "int | None", "bool", "bool | None"):
            inner.append(field.name)
    return tuple(names), tuple(inner)
