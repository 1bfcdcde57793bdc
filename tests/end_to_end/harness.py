"""Runs the harness that kills, as `dev.py kills` does, and never waits for it for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

LONGEST = 480
"""Seconds after which it counts as stuck: it waits at most 180 s for each of its children itself."""


def kills(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m tests.end_to_end.kills WORDS`; TimeoutError, with what it said, when it comes to no end."""
    command = [sys.executable, "-X", "faulthandler", "-m", "tests.end_to_end.kills", *words]
    with subprocess.Popen(
        command,
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # so that its children, which hold its pipes, end with it
    ) as process:
        try:
            told = process.communicate(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGABRT)  # it tells where it stands
            try:
                told = process.communicate(timeout=10)
            except subprocess.TimeoutExpired as late:
                told = (str(late.stdout), str(late.stderr))
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise TimeoutError("\n".join(told)) from None
    return subprocess.CompletedProcess(command, process.returncode, *told)
