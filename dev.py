#!/usr/bin/env python3
"""The project's chores, with nothing but Python 3.11 or newer on the machine.

    python3 dev.py run  [ARGS]     the board; what follows goes to `kanbandesk open`
    python3 dev.py test [ARGS]     all checks and tests; with ARGS only pytest with these
    python3 dev.py lint            the checks without the tests
    python3 dev.py fmt             put the code in order
    python3 dev.py bench [NAME]    measure; the last line is one JSON object
    python3 dev.py kills [N]       kill a working program N times, look for losses
    python3 dev.py kills [N] --team [--database postgresql] [--servers 3]   the same with a team's desks and server
    python3 dev.py simulate [--seeds N] [--first SEED]   desks and a server on which everything goes wrong
    python3 dev.py words           bring the translations up to date with the code, and compile them
    python3 dev.py setup           make .venv and install all of it (every other verb does this by itself)
    python3 dev.py lock [--upgrade]   write requirements.lock anew from pyproject.toml

On Windows: `py dev.py …`. Everything lands in `.venv`; on Debian and its kin missing system libraries are
installed where that is allowed, else the line that does it is printed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / ".kanbandesk-setup.json"
OLDEST_PYTHON = (3, 11)

MODULES = {
    "bench": "benchmarks",
    "kills": "tests.end_to_end.kills",
    "simulate": "kanbandesk.simulate",
    "words": "tests.catalogue",
}
"""Verbs that are modules of the project, run as `python -m`."""

QT_LIBRARIES = [
    "libgl1",
    "libegl1",
    "libglib2.0-0",
    "libfontconfig1",
    "libdbus-1-3",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libbrotli1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libwayland-cursor0",
]
"""Debian packages without which Qt neither loads nor shows a window."""

POINTER_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool", "openbox": "openbox"}
"""Program → Debian package: what the tests with a real pointer drive their windows with."""

QT_PROBE = "import PySide6.QtWidgets"
X11_PROBE = """
import ctypes, pathlib, PySide6.QtWidgets
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
ctypes.CDLL(str(plugins / "libqxcb.so"))
"""
LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as l; sys.exit(l())"
LOCK_HEADER = "# Every package of KanbanDesk and of its tests, made by `python3 dev.py lock`.\n"


class CannotGoOn(Exception):
    """Something is missing that this script may not put there itself; the text says what to do."""


def say(text: str) -> None:
    """One line of progress, on its way at once even into a pipe."""
    print(f"· {text}", flush=True)


def run(command: list[str], *, why: str) -> None:
    """Run a step of the setup, silently while it goes well.

    Raises:
        CannotGoOn: it failed; the text holds what it said.
    """
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode != 0:
        raise CannotGoOn(f"{done.stdout}\n{why} did not work; what it said stands above.")


def works(command: list[str]) -> bool:
    """Whether a command can be run and ends well. Its output is not of interest."""
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


# -- system packages ----------------------------------------------------------------------------------------


def apt_prefix() -> list[str] | None:
    """What stands before `apt-get` here: nothing as root, else `sudo -n`; None where neither is allowed."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if works(["sudo", "-n", "true"]) else None


def install_system_packages(packages: list[str], *, what_for: str) -> None:
    """Install Debian packages, or say how.

    Raises:
        CannotGoOn: there is no apt here, no right to use it, or it failed.
    """
    prefix = apt_prefix()
    if prefix is None:
        line = f"sudo apt-get install --no-install-recommends {shlex.join(packages)}"
        if shutil.which("apt-get"):
            raise CannotGoOn(f"Missing: {what_for}. Please run this, then try again:\n\n    {line}\n")
        raise CannotGoOn(
            f"Missing: {what_for}. Please install your system's counterparts of these Debian packages,"
            f" then try again:\n\n    {shlex.join(packages)}\n"
        )
    say(f"Installing {what_for}: {' '.join(packages)}")
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o=Dpkg::Use-Pty=0"]
    run([*quiet, "update"], why="Reading the list of system packages")
    install = ["install", "--yes", "--no-install-recommends", *packages]
    run([*quiet, *install], why=f"Installing {what_for}")


def provide_qt_libraries(*, windows: bool) -> None:
    """See to it that Qt can be loaded, on Linux with X11 windows too where they are asked for."""
    if works([venv_python(), "-c", X11_PROBE if windows else QT_PROBE]):
        return
    if sys.platform != "linux":
        raise CannotGoOn("Qt cannot be loaded; `.venv` may be damaged: delete that folder and try again.")
    install_system_packages(QT_LIBRARIES, what_for="the libraries of Qt")
    probe = subprocess.run([venv_python(), "-c", QT_PROBE], capture_output=True, text=True, check=False)
    if probe.returncode != 0:
        raise CannotGoOn(f"Qt still cannot be loaded:\n{probe.stderr}")


# -- .venv --------------------------------------------------------------------------------------------------


def venv_python() -> str:
    """The Python of `.venv`."""
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def make_venv() -> None:
    """Make `.venv` anew unless a usable one is there."""
    if not works([venv_python(), "-c", f"import sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"]):
        need_ensurepip()
        say("Making .venv")
        run([sys.executable, "-m", "venv", "--clear", str(VENV)], why="Making .venv")
    if not works([venv_python(), "-m", "pip", "--version"]):
        need_ensurepip()
        run([venv_python(), "-m", "ensurepip"], why="Putting pip into .venv")


def need_ensurepip() -> None:
    """Debian keeps a part of the standard library in a package of its own; without it there is no pip."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        install_system_packages([package], what_for="Python's venv module")


def fingerprints() -> dict[str, str]:
    """What `.venv` was made from: it is brought up to date when one of these changes."""
    project = (ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()
    ask = [venv_python(), "-c", "import sys; print(sys.version)"]
    return {
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "project": hashlib.sha256(project).hexdigest(),
        "python": subprocess.run(ask, capture_output=True, text=True, check=True).stdout,
    }


def fill_venv() -> None:
    """Install what `requirements.lock` names, each file checked against its hash, and the project itself."""
    wanted = fingerprints()
    try:
        present = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        present = {}
    if present == wanted:
        return
    pip = [venv_python(), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    if {**present, "project": ""} != {**wanted, "project": ""}:
        say("Installing the packages of requirements.lock (some 400 MB unpacked, once)")
        run([*pip, "--require-hashes", "-r", str(LOCK)], why="Installing the packages")
    run([*pip, "--no-deps", "--no-build-isolation", "--editable", "."], why="Installing KanbanDesk")
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")


def setup(*, windows: bool = False) -> None:
    """Make everything ready; where nothing is missing this takes a moment."""
    if sys.version_info < OLDEST_PYTHON:
        version = ".".join(map(str, sys.version_info[:3]))
        raise CannotGoOn(f"KanbanDesk needs Python 3.11 or newer; this is {version}.")
    started = time.monotonic()
    make_venv()
    fill_venv()
    provide_qt_libraries(windows=windows and sys.platform == "linux")
    if time.monotonic() - started > 5:
        say(f"Ready after {time.monotonic() - started:.0f} s")


# -- checks -------------------------------------------------------------------------------------------------


def sources() -> list[str]:
    """The folders and files that hold Python, as far as they exist."""
    return [name for name in ("kanbandesk", "tests", "benchmarks", "dev.py") if (ROOT / name).exists()]


def lint() -> list[str]:
    """Run every check that needs no running program; gives the names of those that failed."""
    python = venv_python()
    checks = {
        "ruff check": [python, "-m", "ruff", "check", "--quiet", "--output-format=concise", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "--quiet", "--output-format=concise", "."],
        "mypy": [python, "-m", "mypy", "--no-error-summary", *sources()],
        "import-linter": [python, "-c", LINT_IMPORTS, "--no-logo", "--no-cache"],
    }
    failed = []
    for name, command in checks.items():
        started = time.monotonic()
        done = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        verdict = "ok" if done.returncode == 0 else "FAILED"
        if done.returncode != 0:
            failed.append(name)
            print(done.stdout, flush=True)
        say(f"{name:<14} {verdict:<6} {time.monotonic() - started:5.1f} s")
    return failed


def provide_pointer_programs() -> None:
    """Tests with a real pointer need an X server and a hand on the mouse; without them they are skipped."""
    missing = [package for program, package in POINTER_PROGRAMS.items() if shutil.which(program) is None]
    if sys.platform != "linux" or not missing:
        return
    try:
        install_system_packages(missing, what_for="what moves a real pointer")
    except CannotGoOn as reason:
        say(f"The tests with a real pointer will be skipped. {reason}")


# -- verbs --------------------------------------------------------------------------------------------------


def verb_setup(_arguments: list[str]) -> int:
    """Make `.venv`, nothing more."""
    setup()
    return 0


def verb_run(arguments: list[str]) -> int:
    """Open the board. Where there is no screen the program says so itself and draws into a file."""
    has_screen = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    setup(windows=has_screen)
    return hand_over([venv_python(), "-m", "kanbandesk", "open", *arguments])


def verb_test(arguments: list[str]) -> int:
    """All checks, then all tests; pytest's closing line is the last one."""
    provide_pointer_programs()
    setup(windows=shutil.which("Xvfb") is not None)
    pytest = [venv_python(), "-m", "pytest"]
    if arguments:
        return hand_over([*pytest, *arguments])
    failed = lint()
    if failed:
        say(f"Failed so far: {', '.join(failed)}. The tests follow.")
    tests = subprocess.call(
        [*pytest, "-n", "2", "--max-worker-restart", "2", "--dist", "loadgroup"], cwd=ROOT
    )
    return tests or len(failed)


def verb_lint(_arguments: list[str]) -> int:
    """The checks without the tests."""
    setup()
    return len(lint())


def verb_fmt(_arguments: list[str]) -> int:
    """Mend what can be mended by itself, then put every file into the house's form."""
    setup()
    ruff = [venv_python(), "-m", "ruff"]
    subprocess.call([*ruff, "check", "--fix", "--quiet", "."], cwd=ROOT)
    return subprocess.call([*ruff, "format", "."], cwd=ROOT)


def verb_lock(arguments: list[str]) -> int:
    """Write requirements.lock anew; with --upgrade to the newest versions that pyproject.toml allows."""
    setup()
    say("Looking for versions that fit together on every system")
    compiling = "pip compile --universal --python-version 3.11 --generate-hashes --group dev --quiet"
    silent = "--no-header --no-emit-index-url --no-emit-find-links"
    command = [*compiling.split(), *silent.split(), *arguments, "--output-file", str(LOCK), "pyproject.toml"]
    run([venv_python(), "-m", "uv", *command], why="Locking")
    LOCK.write_text(LOCK_HEADER + LOCK.read_text(encoding="utf-8"), encoding="utf-8")
    return 0


def verb_module(verb: str, arguments: list[str]) -> int:
    """A verb that is a module of the project."""
    setup()
    return hand_over([venv_python(), "-m", MODULES[verb], *arguments])


def hand_over(command: list[str]) -> int:
    """Become the command, so that signals reach it; on Windows, wait for it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.chdir(ROOT)
        os.execv(command[0], command)
    return subprocess.call(command, cwd=ROOT)


VERBS = {
    "setup": verb_setup,
    "run": verb_run,
    "test": verb_test,
    "lint": verb_lint,
    "fmt": verb_fmt,
    "lock": verb_lock,
}


def main(arguments: list[str]) -> int:
    """Do the chore named first; the exit code is that of the chore."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        if verb in VERBS:
            return VERBS[verb](rest)
        if verb in MODULES:
            return verb_module(verb, rest)
    except CannotGoOn as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    print(__doc__)
    return 0 if verb in {"", "help", "-h", "--help"} else 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
