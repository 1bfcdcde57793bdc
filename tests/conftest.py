"""What holds for every test: nothing unexpected is logged, nothing outside is touched.

The environment is set when this module is imported, before Qt or the program reads it.
"""

import atexit
import ipaddress
import logging
import os
import re
import shutil
import socket
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis.database import DirectoryBasedExampleDatabase

PROJECT = Path(__file__).resolve().parent.parent
SANDBOX = Path(tempfile.mkdtemp(prefix="kanbandesk-tests-"))
atexit.register(shutil.rmtree, SANDBOX, ignore_errors=True)
UNTOUCHED_HOME = SANDBOX / "board-nobody-asked-for"

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_RUNTIME_DIR": "run",
}


def _shut_the_doors() -> None:
    """Point every folder of the person who runs the tests into the sandbox, and fix language and zone."""
    for name, below in _FOLDERS.items():
        folder = SANDBOX / below
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[name] = str(folder)
    os.environ["KANBANDESK_HOME"] = str(UNTOUCHED_HOME)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.update(LC_ALL="C.UTF-8", LANGUAGE="", TZ="UTC")
    for name in list(os.environ):
        asks_for_looks = name.startswith("QT_") and name != "QT_QPA_PLATFORM"
        if asks_for_looks or name.lower() in {"http_proxy", "https_proxy", "all_proxy"}:
            del os.environ[name]
    if hasattr(time, "tzset"):
        time.tzset()


_shut_the_doors()

_IN_CI = bool(os.environ.get("CI"))
hypothesis.settings.register_profile(
    "house",
    deadline=None,  # a busy machine is no bug
    derandomize=_IN_CI,  # what lands is judged by the same examples each time
    database=None if _IN_CI else DirectoryBasedExampleDatabase(PROJECT / ".hypothesis" / "examples"),
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("house")


# -- no network ---------------------------------------------------------------------------------------------


def _is_this_machine(address: object) -> bool:
    """Whether a socket address stays on this machine: a Unix path, a loopback address, or ``localhost``."""
    if not isinstance(address, tuple):
        return True
    host = address[0]
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_other_machines(method: Any) -> Any:
    def guarded(self: socket.socket, address: Any, *rest: Any) -> Any:
        if not _is_this_machine(address):
            pytest.fail(f"A test reached for {address!r}: tests talk to this machine only.")
        return method(self, address, *rest)

    return guarded


def _refuse_other_names(lookup: Any) -> Any:
    def guarded(host: Any, *rest: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and not _is_this_machine((name,)):
            pytest.fail(f"A test asked for the address of {name!r}: tests talk to this machine only.")
        return lookup(host, *rest, **named)

    return guarded


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Sockets connect to loopback and Unix addresses only; anything else fails the test that tried."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, _refuse_other_machines(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _refuse_other_names(socket.getaddrinfo))
        yield


# -- no unexpected log record -------------------------------------------------------------------------------


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@dataclass
class ExpectedLog:
    """The records of a test that are part of what it shows: ``expected_log("disk is full")``.

    Called with a regular expression, and with the logger's name when that matters. Each expectation must be
    met at least once, else the test fails: a warning that is no longer given is a change worth seeing.
    """

    expectations: list[tuple[re.Pattern[str], str | None]] = field(default_factory=list)

    def __call__(self, pattern: str, *, logger: str | None = None) -> None:
        self.expectations.append((re.compile(pattern), logger))

    def complaints(self, records: list[logging.LogRecord]) -> list[str]:
        met: set[int] = set()
        unexpected = []
        for record in records:
            text = record.getMessage()
            meets = {
                number
                for number, (pattern, logger) in enumerate(self.expectations)
                if pattern.search(text) and logger in {None, record.name}
            }
            met |= meets
            if not meets:
                unexpected.append(f"unexpected: {record.levelname} {record.name}: {text}")
        missing = [
            f"never came: {pattern.pattern!r}"
            for number, (pattern, _) in enumerate(self.expectations)
            if number not in met
        ]
        return unexpected + missing


@pytest.fixture
def expected_log() -> ExpectedLog:
    """Declares log records of WARNING and above that this test provokes on purpose."""
    return ExpectedLog()


@pytest.fixture(autouse=True)
def _quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A record of WARNING or above that nobody declared fails the test."""
    collector = _Collector()
    root = logging.getLogger()
    root.addHandler(collector)
    yield
    root.removeHandler(collector)
    declared = request.node.funcargs.get("expected_log") if hasattr(request.node, "funcargs") else None
    complaints = (declared or ExpectedLog()).complaints(collector.records)
    if complaints:
        pytest.fail("The log was not what the test declared:\n" + "\n".join(complaints), pytrace=False)


@pytest.fixture(autouse=True)
def _default_home_untouched() -> Iterator[None]:
    """No test may open the board of whoever runs it: without ``home`` there is none."""
    yield
    if UNTOUCHED_HOME.exists():
        shutil.rmtree(UNTOUCHED_HOME)
        pytest.fail("The test wrote to the default home; give the program a home by the fixture `home`.")


# -- what tests ask for -------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's root folder."""
    return PROJECT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real data kept beside the project, never in it; the test is skipped where it is absent."""
    folder = PROJECT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("needs the data sets in ../shared/data, which are not beside this checkout")
    return folder


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for one board, also set as the default one (KANBANDESK_HOME)."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("KANBANDESK_HOME", str(folder))
    return folder
