"""Identifiers: UUIDv7 text for everything that is created, UUIDv8 and UUIDv5 for what follows from it."""

from __future__ import annotations

import os
import threading
import time
import uuid


class _Sequence:
    """Hands out (millisecond, counter) pairs that only grow, whatever the system's clock does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._millis, self._counter = 0, 0

    def take(self, millis: int) -> tuple[int, int]:
        with self._lock:
            if millis > self._millis:
                self._millis, self._counter = millis, 0
            elif self._counter < 0xFFF:
                self._counter += 1
            else:
                self._millis, self._counter = self._millis + 1, 0
            return self._millis, self._counter


_sequence = _Sequence()
_TIME, _VERSION = 13, 14
"""In a UUID's text: the end of a UUIDv7's milliseconds, and where the version stands."""


def new_id(now: int | None = None) -> str:
    """Return a fresh UUIDv7 (RFC 9562, 5.7) as text; ids made by one process sort in the order they were made.

    `now` is in UTC milliseconds; the system's clock when omitted.
    """
    millis, counter = _sequence.take(time.time_ns() // 1_000_000 if now is None else now)
    tail = int.from_bytes(os.urandom(8), "big") & ((1 << 62) - 1)
    value = (millis << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | tail
    return str(uuid.UUID(int=value))


def derived_id(uid: str, ordinal: int | str) -> str:
    """Return the id of the `ordinal`-th thing that the mutation `uid` brings about: the same on every machine.

    It keeps the millisecond of a UUIDv7 (as a UUIDv8, RFC 9562, 5.8), so that what comes together lies together in an
    index: a page is written where each would have had one of its own.
    """
    made = named_id(uid, str(ordinal))
    return f"{uid[:_TIME]}-8{made[15:]}" if uid[_VERSION] == "7" else made


def named_id(namespace: str, name: str) -> str:
    """Return the UUIDv5 of a name as text (RFC 9562, 5.5), without making UUIDs; `namespace` is the text of one."""
    import hashlib  # loads OpenSSL, which the start does without

    told = bytes.fromhex(namespace.replace("-", "")) + name.encode()
    made = bytearray(hashlib.sha1(told, usedforsecurity=False).digest()[:16])
    made[6], made[8] = made[6] & 0x0F | 0x50, made[8] & 0x3F | 0x80  # version and variant
    text = made.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
