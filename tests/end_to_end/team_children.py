"""Processes that are there to be killed: forked from this one, so that they have nothing left to import."""

from __future__ import annotations

import logging
import os
import select
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

PATIENCE = 180.0
"""Seconds after which a process that says nothing counts as stuck."""


class Stuck(AssertionError):
    """A process did not come to what it was started for."""


class Child:
    """A process that runs `work` and ends with its answer; what it prints is heard here, its log goes to a file."""

    def __init__(self, name: str, work: Callable[[], int], log: Path) -> None:
        self.name = name
        self.status: int | None = None
        """How it ended, by itself or not; None while it runs."""
        self._said = b""
        self._has_hung_up = False
        self._reading, writing = os.pipe()
        sys.stdout.flush()
        self.pid = os.fork()
        if not self.pid:
            os.close(self._reading)
            _be_child(work, writing, log)
        os.close(writing)

    def wait_until_ready(self) -> None:
        """Wait for the first line that it prints; Stuck when there comes none."""
        if not self._hear(lambda: b"\n" in self._said):
            raise Stuck(f"{self.name} did not begin: {self._said!r}")

    def kill(self, number: int = signal.SIGKILL) -> int:
        """Send a signal and wait for the end; return the status."""
        if self.status is None:
            os.kill(self.pid, number)
        return self.wait()

    def wait(self) -> int:
        """Wait for the end; return the exit status, a signal's number as a negative one. Stuck after long."""
        if self.status is None:
            is_late = not self._hear(lambda: False) and not self._has_hung_up
            if is_late:
                os.kill(self.pid, signal.SIGKILL)
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
            os.close(self._reading)
            if is_late:
                raise Stuck(f"{self.name} did not come to an end")
        return self.status

    @property
    def is_ending(self) -> bool:
        """Tell whether it says nothing more, since it has ended or is about to."""
        return self._has_hung_up or self.status is not None

    def has_ended(self) -> bool:
        """Tell whether it has ended by itself."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                os.close(self._reading)
        return self.status is not None

    def _hear(self, is_enough: Callable[[], bool]) -> bool:
        """Listen until it is enough, it has ended, or patience has."""
        until = time.monotonic() + PATIENCE
        while not is_enough():
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._reading], [], [], left)[0]:
                return False
            said = os.read(self._reading, 1 << 12)
            if not said:
                self._has_hung_up = True
                return False
            self._said += said
        return True


def pause(seconds: float) -> None:
    """Let time pass: kills come at random moments, and what only another process knows is asked again and again."""
    select.select((), (), (), seconds)


def _be_child(work: Callable[[], int], said: int, log: Path) -> None:
    """Do the work and end the process, without anything of the parent's."""
    status = 70
    try:
        file = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        os.dup2(said, 1)
        os.dup2(file, 2)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", 1, closefd=False) for number in (1, 2))
        logging.basicConfig(
            level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr, force=True
        )
        status = work()
    except BaseException:  # noqa: BLE001 - told in the log, which the parent reads
        traceback.print_exc()
    finally:
        with suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)
