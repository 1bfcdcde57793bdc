"""dev.py: what it says, and what it asks of a system's package manager. The rest of it runs before every test."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import dev


def chore(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", "dev.py", *arguments], cwd=project, capture_output=True, text=True, check=False
    )


def test_without_a_verb_it_lists_every_verb(project: Path) -> None:
    done = chore(project)
    assert done.returncode == 0
    named = set(re.findall(r"^    python3 dev\.py (\w+)", done.stdout, re.MULTILINE))
    assert named == {*dev.VERBS, *dev.MODULES}


def test_an_unknown_verb_is_an_error(project: Path) -> None:
    done = chore(project, "tset")
    assert done.returncode == 2
    assert "python3 dev.py test" in done.stdout


def test_it_needs_nothing_but_the_standard_library() -> None:
    imports = re.findall(
        r"^(?:import|from) (\w+)", Path(dev.__file__).read_text(encoding="utf-8"), re.MULTILINE
    )
    assert set(imports) <= sys.stdlib_module_names


def test_the_two_commands_stand_in_the_readme_and_land_what_they_test(project: Path) -> None:
    readme = (project / "README.md").read_text(encoding="utf-8")
    assert "python3 dev.py run" in readme
    assert "python3 dev.py test" in readme
    assert "python3 dev.py test" in (project / ".ci" / "run").read_text(encoding="utf-8")
    assert os.access(project / ".ci" / "run", os.X_OK)


# -- system packages ----------------------------------------------------------------------------------------


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole PATH; what is put there is all that the system has."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def put(programs: Path, name: str, script: str) -> None:
    path = programs / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


needs_posix = pytest.mark.skipif(os.name == "nt", reason="apt is for Debian and its kin")


@needs_posix
def test_where_there_is_no_apt_the_packages_are_named(programs: Path) -> None:
    with pytest.raises(
        dev.CannotGoOn, match=r"counterparts of these Debian packages.*\n\n    libgl1 libegl1\n"
    ):
        dev.install_system_packages(["libgl1", "libegl1"], what_for="the libraries of Qt")


@needs_posix
def test_where_apt_is_not_allowed_the_exact_line_is_printed(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(programs, "apt-get", "exit 1")
    put(programs, "sudo", "exit 1")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    line = "\n    sudo apt-get install --no-install-recommends libgl1\n"
    with pytest.raises(dev.CannotGoOn, match=re.escape(line)):
        dev.install_system_packages(["libgl1"], what_for="the libraries of Qt")


@needs_posix
def test_with_sudo_and_no_password_the_packages_are_installed(
    programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    calls = tmp_path / "calls"
    put(programs, "sudo", 'shift; exec "$@"')
    put(programs, "env", 'shift; exec "$@"')
    put(programs, "true", "exit 0")
    put(programs, "apt-get", f'echo "$@" >> {calls}')
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    dev.install_system_packages(["libgl1", "libegl1"], what_for="the libraries of Qt")
    update, install = calls.read_text(encoding="utf-8").splitlines()
    assert update.endswith("update")
    assert install.endswith("install --yes --no-install-recommends libgl1 libegl1")


@needs_posix
def test_when_apt_fails_its_words_are_shown(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(programs, "env", 'shift; exec "$@"')
    put(programs, "apt-get", 'case "$*" in *install*) echo "no such package"; exit 100;; esac')
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(dev.CannotGoOn, match="no such package"):
        dev.install_system_packages(["libgl1"], what_for="the libraries of Qt")
