"""What docs/rules.md names is there: every rule, every setting with its page, every test."""

from __future__ import annotations

import ast
import dataclasses
import re
from functools import cache
from pathlib import Path

import pytest

from kanbandesk.ui.setup.window import PAGES
from kanbandesk.workflow import boards, calendars, clients, people, process, statuses

TESTS = Path(__file__).resolve().parents[1]
DOCUMENT = TESTS.parent / "docs" / "rules.md"
_NUMBERS = """
S1 S2 S3 S4 S5 C1 C2 C3 C4 C5 C6 C7 C8 C9
R1a R1b R1c R1d R2 R2b R3 R4 R5 R6 R7a R7b R7c R8a R8b R9
R10 R10b R11a R11b R11c R11d R11e R11f R12 R13 R17
"""
RULES = _NUMBERS.split()
HOMES = (boards, calendars, clients, people, process, statuses)
PART = re.compile(r"^\*\*([SCR]\d+[a-f]?)\*\* (.+?)(?=^\*\*|^## |\Z)", re.MULTILINE | re.DOTALL)
SETTING = re.compile(r"`([A-Z]\w+)\.(\w+)`")
PAGE = re.compile(r"\(([^()]+)\)")
TEST = re.compile(r"`([\w/]+\.py)::(test_\w+)`")
NO_PAGE = "no page"
CLIENTS = "Clients and contacts"
"""The page that is no list of settings, so that it is not among PAGES."""


@cache
def parts() -> dict[str, str]:
    """Return what the document says of each rule."""
    return dict(PART.findall(DOCUMENT.read_text("utf-8")))


def line_of(rule: str, begins: str) -> str:
    lines = [line for line in parts()[rule].splitlines() if line.startswith(f"- {begins} ")]
    assert len(lines) == 1, f"{rule} has {len(lines)} lines that begin with “{begins}”"
    return lines[0]


def fields_of(name: str) -> set[str]:
    """Return the fields of the dataclass `name`; none when there is no such dataclass."""
    for home in HOMES:
        found = getattr(home, name, None)
        if dataclasses.is_dataclass(found):
            return {field.name for field in dataclasses.fields(found)}
    return set()


@cache
def named_in(path: str) -> set[str]:
    """Return the tests of the one file whose path ends with `path`."""
    (file,) = [found for found in TESTS.rglob(Path(path).name) if found.as_posix().endswith(f"/{path}")]
    tree = ast.parse(file.read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_every_rule_stands_there_once_and_in_its_order_of_kinds() -> None:
    written = [name for name, _words in PART.findall(DOCUMENT.read_text("utf-8"))]
    assert sorted(written) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_every_test_that_is_named_exists(rule: str) -> None:
    named = TEST.findall(line_of(rule, "proved by"))
    assert named
    assert [f"{path}::{name}" for path, name in named if name not in named_in(path)] == []


@pytest.mark.parametrize("rule", RULES)
def test_every_setting_that_is_named_exists(rule: str) -> None:
    line = line_of(rule, "set by")
    named = SETTING.findall(line)
    assert named or line.startswith("- set by nothing")
    assert [f"{entity}.{name}" for entity, name in named if name not in fields_of(entity)] == []


@pytest.mark.parametrize("rule", RULES)
def test_every_page_that_is_named_is_one_of_the_settings_window(rule: str) -> None:
    line = line_of(rule, "set by")
    if line.startswith("- set by nothing"):
        return
    titles = {make().title for make in PAGES} | {CLIENTS, NO_PAGE}
    pages = [re.split("[:;]", page)[0] for page in PAGE.findall(line)]
    assert pages
    assert [page for page in pages if page not in titles] == []
