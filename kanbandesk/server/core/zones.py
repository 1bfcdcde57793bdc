"""The time zone in which this computer lives: what a new workspace begins with (C1)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

UTC: Final = "UTC"
_SAME: Final = frozenset({"Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu"})
"""Other names of UTC."""


def computer_zone() -> str:
    """Return this computer's IANA time zone; UTC where it cannot be told."""
    return next((zone for told in _told() if (zone := known_zone(told))), UTC)


def known_zone(name: str) -> str:
    """Return a zone's name when there is such a zone, UTC by this one name; empty when there is none."""
    try:
        zone = ZoneInfo(name).key if name else ""
    except (KeyError, ValueError, OSError):
        return ""
    return UTC if zone in _SAME else zone


def _told() -> Iterator[str]:
    """Yield what the environment and the system's files say of it."""
    yield os.environ.get("TZ", "").removeprefix(":")
    try:
        yield Path("/etc/localtime").resolve().as_posix().partition("/zoneinfo/")[2]
        yield Path("/etc/timezone").read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return
