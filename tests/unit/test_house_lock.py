"""The lock names every package once, by version and hash, and no place on the network."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;]+)")


@pytest.fixture(scope="module")
def lock(project: Path) -> str:
    return (project / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pins(lock: str) -> dict[str, set[Version]]:
    """Package → its locked versions; several where systems or Pythons need different ones."""
    found: dict[str, set[Version]] = {}
    for line in lock.splitlines():
        if match := PIN.match(line):
            found.setdefault(canonicalize_name(match["name"]), set()).add(Version(match["version"]))
    return found


def declared(project: Path) -> list[Requirement]:
    with (project / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)
    lines = settings["project"]["dependencies"] + settings["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines + settings["build-system"]["requires"]]


def test_the_lock_names_no_address(lock: str) -> None:
    """Where packages come from is the business of each machine; the hashes say which ones they are."""
    options = re.findall(r"^\s*-.*", re.sub(r"\s+--hash=\S+( \\)?", "", lock), re.MULTILINE)
    assert "://" not in lock
    assert not options


def test_every_pin_carries_its_hash(lock: str) -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", lock.partition("\n")[2])
    bare = [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry]
    assert not bare


def test_every_declared_package_is_locked_in_a_version_it_allows(
    project: Path, pins: dict[str, set[Version]]
) -> None:
    outdated = [
        str(requirement)
        for requirement in declared(project)
        if not (versions := pins.get(canonicalize_name(requirement.name), set()))
        or not all(requirement.specifier.contains(version) for version in versions)
    ]
    assert not outdated, f"run `python3 dev.py lock`: {outdated}"


def test_pyside_stays_at_the_version_that_counts_references_well(pins: dict[str, set[Version]]) -> None:
    """6.12.0 crashes on Python 3.11; a newer one may come when the canary has sung with it."""
    assert pins["pyside6-essentials"] == pins["shiboken6"] == {Version("6.11.3")}
    assert "pyside6-addons" not in pins, "the add-ons hold modules under the GPL"
