"""Guards against kills, each taken away on purpose: a harness that finds nothing then proves nothing."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from unittest import mock

from kanbandesk.simulate.breaking import GUARDS as SIMULATED
from kanbandesk.sync.outbox import Outbox

LATE = 0.3
"""Seconds for which a careless outbox gathers commands before it writes them."""


@contextmanager
def without_outbox() -> Iterator[None]:
    """A desk says that a command is kept, and writes it a moment later, together with others."""
    written: dict[int, float] = {}

    @contextmanager
    def careless(self: Outbox) -> Iterator[sqlite3.Connection]:
        connection = self._connection
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        yield connection
        if time.monotonic() - written.get(id(self), 0.0) > LATE:
            connection.execute("COMMIT")
            written[id(self)] = time.monotonic()

    with mock.patch.object(Outbox, "_writing", careless):
        yield


GUARDS: Mapping[str, Callable[[], AbstractContextManager[None]]] = {**SIMULATED, "outbox": without_outbox}
