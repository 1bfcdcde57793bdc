"""Moments that commands bring: within a time that calendars can reckon with."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from kanbandesk.workflow import codes
from kanbandesk.workflow.errors import Invalid

LATEST: Final = 7_258_118_400_000
"""1 January 2200, 00:00 UTC."""
MOST: Final = 2**53 - 1
"""The highest number that every store and every reader of JSON keeps exactly."""


def check_moment(moment: int, field: str) -> None:
    """Raise Invalid("malformed") for a moment before 1970 or after 2199 (UTC ms)."""
    if not 0 <= moment < LATEST:
        raise Invalid(codes.MALFORMED, field=field)


def check_numbers(entity: object) -> None:
    """Raise Invalid("malformed") when a moment of an entity from elsewhere, or another number, is out of range."""
    for field in fields(entity):  # type: ignore[arg-type]
        value = getattr(entity, field.name)
        if not isinstance(value, int):
            continue
        if field.name.endswith(("at", "since")):
            check_moment(value, field.name)
        elif abs(value) > MOST:
            raise Invalid(codes.MALFORMED, field=field.name)
