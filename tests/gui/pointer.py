"""A real pointer: an X server with one mouse, and programs whose windows stand on it.

with xvfb.program("-m", "kanbandesk", "open") as window:
    window.wait_for_line("ready")
    xvfb.drag((100, 100), (400, 100))
"""

import os
import select
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, Queue

SCREEN = (1920, 1080)
PATIENCE = 60
"""Seconds after which a program that says nothing counts as hung. No test passes or fails by less."""
LONGEST = 4 * PATIENCE
"""Seconds after which a program that says this and that, but never what is waited for, counts as hung too."""

PROGRAMS = ("Xvfb", "openbox", "xdotool")


class Silent(AssertionError):
    """The program under test ended, or did not say what was waited for; the text holds what it had said."""


@dataclass
class Program:
    """A child process with a window; what it prints is read line by line."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    _lines: Queue[str | None] = field(default_factory=Queue)

    def __post_init__(self) -> None:
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as output:
            for line in output:
                self._lines.put(line.rstrip("\n"))
        self._lines.put(None)

    def wait_for(self, says: Callable[[str], bool]) -> str:
        """Give the next printed line for which ``says`` holds.

        Raises:
            Silent: the program ended before, printed nothing more, or other things for too long.
        """
        until = time.monotonic() + LONGEST
        while True:
            try:
                line = self._lines.get(timeout=PATIENCE)
            except Empty:
                line = None
            if line is None or time.monotonic() > until:
                raise Silent("\n".join(["it had said:", *self.said]))
            self.said.append(line)
            if says(line):
                return line

    def wait_for_line(self, text: str) -> str:
        """Give the next printed line that begins with ``text``."""
        return self.wait_for(lambda line: line.startswith(text))

    def stop(self) -> None:
        """End it, and wait until it has ended."""
        self.process.terminate()
        try:
            self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._listener.join()


@dataclass(frozen=True)
class XServer:
    """An X server with a window manager and one mouse."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program that shows its windows here."""
        kept = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        return {**kept, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "PYTHONUNBUFFERED": "1"}

    @contextmanager
    def program(self, *arguments: str) -> Iterator[Program]:
        """Run ``python ARGUMENTS`` with its window on this server; it is ended at the end of the block."""
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        program = Program(process)
        try:
            yield program
        finally:
            program.stop()

    def xdotool(self, *arguments: str | int) -> str:
        """Do what ``xdotool ARGUMENTS`` does, e.g. ``mousemove 10 10 mousedown 1``; give what it prints."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
        return done.stdout.strip()

    def move(self, start: tuple[int, int], end: tuple[int, int], *, steps: int = 24) -> None:
        """Move the pointer in small steps, as a hand does: programs look at the way, not only at its end."""
        for step in range(1, steps + 1):
            x = start[0] + (end[0] - start[0]) * step // steps
            y = start[1] + (end[1] - start[1]) * step // steps
            self.xdotool("mousemove", "--sync", x, y)

    def press(self, place: tuple[int, int]) -> None:
        """Put the pointer there and press the left button."""
        self.xdotool("mousemove", *place, "mousedown", 1)

    def release(self) -> None:
        """Let go of the left button."""
        self.xdotool("mouseup", 1)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at one place, move to another, let go."""
        self.press(start)
        self.move(start, end)
        self.release()


def _read_within_patience(stream: int, what: str) -> str:
    ready, _, _ = select.select([stream], [], [], PATIENCE)
    if not ready:
        raise Silent(f"{what} did not start")
    return os.read(stream, 100).decode().strip()


def _start_xvfb(stack: ExitStack, size: tuple[int, int]) -> str:
    """Start a server that chooses a free display by itself; gives the display's name."""
    reading, writing = os.pipe()
    stack.callback(os.close, reading)
    screen = f"{size[0]}x{size[1]}x24"
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    stack.callback(server.wait)
    stack.callback(server.terminate)
    return f":{_read_within_patience(reading, 'Xvfb')}"


def _start_window_manager(stack: ExitStack, server: XServer, folder: Path) -> None:
    """Start openbox and wait until it manages windows: it then runs its startup command."""
    ready = folder / "openbox-is-up"
    os.mkfifo(ready)
    stream = os.open(ready, os.O_RDWR | os.O_NONBLOCK)
    stack.callback(os.close, stream)
    manager = subprocess.Popen(
        ["openbox", "--sm-disable", "--startup", f"sh -c 'echo up > {ready}'"],
        env=server.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    stack.callback(manager.wait)
    stack.callback(manager.terminate)
    _read_within_patience(stream, "openbox")


def missing_programs() -> list[str]:
    """Those of the programs needed that are not installed here."""
    return [program for program in PROGRAMS if shutil.which(program) is None]


@contextmanager
def x_server(folder: Path, size: tuple[int, int] = SCREEN) -> Iterator[XServer]:
    """Run an X server with a window manager for the length of the block; `folder` takes its small files."""
    with ExitStack() as stack:
        server = XServer(_start_xvfb(stack, size))
        _start_window_manager(stack, server, folder)
        yield server
