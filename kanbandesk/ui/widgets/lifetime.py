"""Answers that come back to widgets which may have died meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject

T = TypeVar("T")


def while_alive(owner: QObject, callback: Callable[[T], object]) -> Callable[[T], None]:
    """Return a callback that does nothing once the Qt part of `owner` is gone."""

    def call(value: T) -> None:
        if shiboken6.isValid(owner):
            callback(value)

    return call
