"""Where the figures come from: the machine, how busy it was, and the screen that windows are shown on."""

from __future__ import annotations

import json
import os
import platform
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.gui.pointer import SCREEN, missing_programs, x_server

ROOT = Path(__file__).resolve().parent.parent
WINDOW = (1560, 900)
PIXEL_RATIO = 1
CORNER = (SCREEN[0] - 1, SCREEN[1] - 1)
"""Where the real pointer rests: a motion of it over the window would end a drag whose events are posted."""
OFFSCREEN = {"name": "screen", "x": 0, "y": 0, "width": 1920, "height": 1080, "dpi": 96, "dpr": PIXEL_RATIO}
"""Qt's own offscreen screen would be smaller than the window."""


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Lend the environment for programs with windows: an X server of its own where there is one, else no screen.

    Window state and settings go into a folder of their own, so that nobody's habits are measured.
    """
    with tempfile.TemporaryDirectory(prefix="kanbandesk-bench-") as folder:
        environment = plain_environment(Path(folder))
        if missing_programs():
            config = Path(folder) / "screens.json"
            config.write_text(json.dumps({"screens": [OFFSCREEN]}), encoding="utf-8")
            yield {**environment, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
            return
        with x_server(Path(folder)) as server:
            server.xdotool("mousemove", CORNER[0], CORNER[1])
            yield {**environment, "DISPLAY": server.display, "QT_QPA_PLATFORM": "xcb"}


def plain_environment(folder: Path) -> dict[str, str]:
    """Return this process's environment without what changes a window's scale, look or language."""
    strange = ("QT_", "QML", "PYTHON", "KANBANDESK_", "WAYLAND_", "XDG_", "LC_", "LANGUAGE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(strange)}
    return {
        **kept,
        "LANG": "C.UTF-8",
        "HOME": str(folder),
        "QT_SCALE_FACTOR": str(PIXEL_RATIO),
        "XDG_RUNTIME_DIR": str(folder),
    }


def description(environment: dict[str, str]) -> dict[str, str | int | float]:
    """Return what figures should stand beside."""
    return {
        "platform": environment["QT_QPA_PLATFORM"].partition(":")[0],
        "window": "{}x{}".format(*WINDOW),
        "cores": os.cpu_count() or 0,
        "system": _system(),
        "python": platform.python_version(),
        "pyside": version("PySide6-Essentials"),
        "load_before": round(os.getloadavg()[0], 2),
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()
