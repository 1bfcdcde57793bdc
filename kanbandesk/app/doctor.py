"""What the program runs on, and whether a home is well: for people who ask for help."""

from __future__ import annotations

import importlib.metadata
import platform
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import kanbandesk
from kanbandesk.app.homes import LOCK, Home
from kanbandesk.app.locks import FileLock
from kanbandesk.models.boardfile import open_for_reading
from kanbandesk.models.faults import Fault, InUse, Missing

PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "alembic")
QT_PATIENCE = 30  # seconds
_QT = (
    "from PySide6.QtCore import qVersion;"
    "from PySide6.QtGui import QGuiApplication;"
    "app = QGuiApplication([]);"
    "print(qVersion(), app.platformName(), len(app.screens()))"
)


def examine(home: Path) -> tuple[list[str], bool]:
    """Return what was found, line by line, and whether the home is well (a missing one is)."""
    lines = [
        f"KanbanDesk {kanbandesk.__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
    ]
    lines += [f"{name} {_version(name)}" for name in PACKAGES]
    lines += [f"SQLite {sqlite3.sqlite_version}", _qt(), f"Board: {home}"]
    try:
        found, is_well = _look_at(home)
    except Missing:
        return [*lines, "  there is none yet"], True
    except Fault as fault:
        return [*lines, f"  {fault}"], False
    except sqlite3.Error as error:
        return [*lines, f"  cannot be read: {error}"], False
    return [*lines, *(f"  {line}" for line in found)], is_well


def _look_at(path: Path) -> tuple[list[str], bool]:
    home = Home.open(path, is_reading_only=True)
    with closing(open_for_reading(home.board_path)) as connection:
        damage = [text for (text,) in connection.execute("PRAGMA integrity_check(20)")]
        tickets, events = connection.execute(
            "SELECT (SELECT count(*) FROM ticket), (SELECT count(*) FROM event WHERE ticket_id <> '')"
        ).fetchone()
    is_well = damage == ["ok"]
    lines = [
        f"{home.name}: {tickets:,} tickets, {events:,} events, {home.board_path.stat().st_size / 1e6:,.1f} MB",
        f"clock: {'the computer’s' if not home.clock_offset else f'{home.clock_offset / 86_400_000:+,.1f} days'}",
        f"timers: {'on' if home.has_timers else 'off'}",
        _holder(path),
        "the file is whole" if is_well else f"THE FILE IS DAMAGED: {'; '.join(damage)}",
    ]
    return lines, is_well


def _holder(path: Path) -> str:
    """Say who has the home open."""
    try:
        FileLock.take(path / LOCK).release()
    except InUse as held:
        return f"open in process {held.pid}"
    return "open in no program"


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "is missing"


def _qt() -> str:
    """Say which platform Qt would draw on: tried in a child process, since a missing library ends the process."""
    try:
        child = subprocess.run(
            [sys.executable, "-c", _QT], capture_output=True, text=True, timeout=QT_PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return f"Qt did not answer within {QT_PATIENCE} seconds"
    if child.returncode == 0:
        version, name, screens = child.stdout.split()
        return f"Qt {version} on {name}, {screens} screen(s)"
    reason = next((line for line in child.stderr.splitlines() if line.strip()), "no word of why")
    return f"Qt cannot open a window here: {reason.strip()}"
