"""The demo's files, and the few things they write in a way of their own: durations, ids, how long ago."""

from __future__ import annotations

import hashlib
import re
import tomllib
import uuid
from importlib.resources import files
from typing import Any

from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND

TICKETS = ("english", "russian", "norwegian")
_UNITS = {"d": DAY, "h": HOUR, "m": MINUTE, "s": SECOND}
_DURATION = re.compile(r"-?(\d+[dhms])( \d+[dhms])*")


def read(name: str) -> dict[str, Any]:
    """Return the content of the demo's file `name`.toml."""
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))


def duration(text: str) -> int:
    """Return milliseconds for "1d 2h 30m" or "-8d"; ValueError for anything else."""
    if not _DURATION.fullmatch(text):
        raise ValueError(f"{text!r} is no duration like '1d 2h' or '-30m'")
    total = sum(int(part[:-1]) * _UNITS[part[-1]] for part in text.removeprefix("-").split())
    return -total if text.startswith("-") else total


def made_id(at: int, key: str) -> str:
    """Return a UUIDv7 for something made at `at` (UTC ms): the same whenever the same story is told."""
    tail = int.from_bytes(hashlib.sha256(key.encode()).digest()[:10], "big")
    random_a, random_b = tail >> 68, tail & ((1 << 62) - 1)
    return str(uuid.UUID(int=at << 80 | 0x7 << 76 | random_a << 64 | 0b10 << 62 | random_b))
