"""Strategies for whatever the type hints of commands, facts and entities allow."""

from __future__ import annotations

import dataclasses
import enum
import functools
import types
import typing
from typing import Any

from hypothesis import strategies as st

from kanbandesk.workflow.events import FACTS, Fact


@functools.cache
def values_of(hint: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for whatever a type hint allows."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return st.one_of(*(values_of(part) for part in parts))
    if origin is tuple:
        if len(parts) == 2 and parts[1] is Ellipsis:
            return st.lists(values_of(parts[0]), max_size=2).map(tuple)
        return st.tuples(*(values_of(part) for part in parts))
    if hint is types.NoneType:
        return st.none()
    if hint is Fact:
        return st.one_of(*(values_of(typing.cast(Any, fact)) for fact in FACTS.values()))
    if issubclass(hint, enum.Enum):
        return st.sampled_from(list(hint))
    if dataclasses.is_dataclass(hint):
        return instances_of(typing.cast(Any, hint))
    return st.from_type(hint)


@functools.cache
def instances_of(kind: Any) -> st.SearchStrategy[Any]:
    """Return a strategy for a dataclass, each field by its hint."""
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{field.name: values_of(hints[field.name]) for field in dataclasses.fields(kind)})
