"""The guards of tests/conftest.py, shown to bite: small tests run in a pytest of their own, under our settings."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

SAMPLES = """
import logging, os, socket, threading, warnings
from pathlib import Path
import pytest

def test_red_a_warning_in_the_log_that_nobody_declared():
    logging.getLogger("a.b").warning("the disk is full")

def test_red_a_declared_warning_that_never_came(expected_log):
    expected_log("the disk is full")

def test_red_a_declared_warning_of_another_logger(expected_log):
    expected_log("the disk is full", logger="c")
    logging.getLogger("a.b").warning("the disk is full")

def test_red_a_warning_of_python():
    warnings.warn("old")

def test_red_a_warning_of_qt():
    from PySide6.QtCore import qWarning
    qWarning("careful")

def test_red_a_connection_to_elsewhere():
    socket.create_connection(("192.0.2.1", 80), timeout=1)

def test_red_a_refused_connection_that_is_swallowed():
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    except Exception:
        pass

def test_red_a_name_of_elsewhere():
    socket.getaddrinfo("desk.example", 80)

def test_red_the_default_home():
    Path(os.environ["KANBANDESK_HOME"]).mkdir()

def test_red_a_marker_that_nobody_declared():
    pytest.mark.sloow

def test_red_an_error_in_a_thread():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

@pytest.mark.xfail
def test_red_an_expected_failure_that_passes():
    pass

def test_green_a_declared_warning(expected_log):
    expected_log("disk .* full", logger="a.b")
    logging.getLogger("a.b").error("the disk %s full", "is")

def test_green_a_note_in_the_log():
    logging.getLogger("a.b").info("saved")

def test_green_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()

def test_green_a_home_of_its_own(home):
    assert os.environ["KANBANDESK_HOME"] == str(home)
    (home / "board.db").touch()

def test_green_the_real_home_is_out_of_reach():
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA"):
        assert Path(os.environ[name]).is_relative_to(Path.home())
    assert str(Path.home()) != os.environ["HOME_OF_WHO_RUNS_THIS"]
"""
NAMES = re.findall(r"def (test_\w+)", SAMPLES)


@pytest.fixture(scope="module")
def red_ones(project: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the samples that failed, in their body or when they were cleaned up."""
    folder = tmp_path_factory.mktemp("house")
    (folder / "tests").mkdir()
    shutil.copy(project / "pyproject.toml", folder)
    shutil.copy(project / "tests" / "conftest.py", folder / "tests")
    (folder / "tests" / "test_samples.py").write_text(SAMPLES, encoding="utf-8")
    report = folder / "report.xml"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"--junitxml={report}"],
        cwd=folder,
        env=os.environ | {"HOME": str(folder), "HOME_OF_WHO_RUNS_THIS": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    cases = ET.parse(report).getroot().findall(".//testcase")
    assert {case.get("name") for case in cases} == set(NAMES), done.stdout + done.stderr
    return {str(case.get("name")) for case in cases if {"failure", "error"} & {part.tag for part in case}}


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("test_red_")])
def test_the_guards_find(red_ones: set[str], name: str) -> None:
    assert name in red_ones


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("test_green_")])
def test_the_guards_let_pass(red_ones: set[str], name: str) -> None:
    assert name not in red_ones
