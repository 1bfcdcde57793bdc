"""An import that ends early, by Ctrl+C or by force: whole tickets stay, and the same import again brings the rest."""

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kanbandesk.models.boardfile import open_for_reading
from tests.unit.exchange.samples import servicenow, update, write

TICKETS = 1200
EACH = 3


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = []
    for number in range(TICKETS):
        of_ticket = {"number": f"INC{number:07}", "assigned_to": f"Resolver {number % 7}"}
        rows += [
            update(f"{day}/3/2016 08:05", state, **of_ticket)
            for day, state in ((7, "New"), (8, "Active"), (9, "New"))
        ]
    return write(tmp_path_factory.mktemp("log"), servicenow(*rows), "log.csv")


def importing(home: Path, log: Path) -> "subprocess.Popen[str]":
    words = [sys.executable, "-m", "kanbandesk", "--home", str(home), "import", str(log)]
    return subprocess.Popen(words, stderr=subprocess.PIPE, text=True)


def wait_until_storing(process: "subprocess.Popen[str]") -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("Storing"):
            return
    pytest.fail("the import ended before it stored anything")


def counted(home: Path) -> tuple[int, int]:
    """Return the tickets of the home, and their events; the trail of settings has events without a ticket."""
    with closing(open_for_reading(home / "board.db")) as connection:
        half = connection.execute(
            "SELECT count(*) FROM (SELECT ticket_id FROM event WHERE ticket_id <> '' GROUP BY ticket_id"
            " HAVING count(*) <> ?)",
            (EACH,),
        ).fetchone()
        assert half == (0,)
        row: tuple[int, int] = connection.execute(
            "SELECT (SELECT count(*) FROM ticket), (SELECT count(*) FROM event WHERE ticket_id <> '')"
        ).fetchone()
    return row


@pytest.mark.skipif(sys.platform == "win32", reason="sends the signals of POSIX")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_whole_tickets_stay_and_the_same_import_brings_the_rest(
    tmp_path: Path, log: Path, how: signal.Signals
) -> None:
    home = tmp_path / "home"
    with importing(home, log) as process:
        wait_until_storing(process)
        process.send_signal(how)
        assert process.stderr is not None
        told = process.stderr.read()
    assert process.returncode == (1 if how is signal.SIGINT else -signal.SIGKILL)
    assert ("The same import again brings the rest." in told) is (how is signal.SIGINT)
    tickets, events = counted(home)
    assert tickets < TICKETS
    assert events == tickets * EACH
    with importing(home, log) as process:
        process.communicate()
    assert process.returncode == 0
    assert counted(home) == (TICKETS, TICKETS * EACH)


@pytest.mark.skipif(sys.platform == "win32", reason="sends the signals of POSIX")
def test_cancelling_while_the_file_is_read_leaves_nothing(tmp_path: Path, log: Path) -> None:
    home = tmp_path / "home"
    with importing(home, log) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("Reading")
        process.send_signal(signal.SIGINT)
        told = process.stderr.read()
    assert process.returncode == 1
    if "nothing was imported" in told:
        assert not home.exists()
    else:  # the signal came after the reading
        assert counted(home)[0] < TICKETS


@pytest.mark.skipif(sys.platform == "win32", reason="limits the size of files as POSIX does")
def test_a_disk_that_is_full_is_one_clear_line_and_what_came_in_stays(tmp_path: Path, log: Path) -> None:
    import resource

    home, most = tmp_path / "home", 3 << 20
    words = [sys.executable, "-m", "kanbandesk", "--home", str(home), "import", str(log)]
    limited = subprocess.run(
        words,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    assert limited.returncode == 1
    assert "could not be written" in limited.stderr.splitlines()[-1]
    assert "Traceback" not in limited.stderr
    tickets, events = counted(home)
    assert tickets < TICKETS
    assert f"{tickets:,} of {TICKETS:,} tickets came in and stay" in limited.stderr
    assert events == tickets * EACH
