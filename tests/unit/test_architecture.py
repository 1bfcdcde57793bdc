"""The layers of the program, checked; and each contract of pyproject.toml shown to bite."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as l; sys.exit(l())"

FORBIDDEN_IMPORTS = {
    "kanbandesk.workflow.tickets": "kanbandesk.protocol",
    "kanbandesk.protocol": "kanbandesk.models",
    "kanbandesk.models.store": "kanbandesk.exchange",
    "kanbandesk.insight.flow": "kanbandesk.exchange.csv",
    "kanbandesk.exchange.csv": "kanbandesk.insight.flow",
    "kanbandesk.sync.engine": "kanbandesk.ui.bridge",
    "kanbandesk.sync.replica": "kanbandesk.server.core",
    "kanbandesk.server.core": "kanbandesk.sync.replica",
    "kanbandesk.server.api": "kanbandesk.ui.bridge",
    "kanbandesk.ui.bridge": "kanbandesk.models.store",
    "kanbandesk.ui.board": "kanbandesk.app.solo",
    "kanbandesk.simulate.run": "kanbandesk.app",
    "kanbandesk.cli": "PySide6",
    "kanbandesk.insight.charts": "PySide6",
    "kanbandesk.ui.theme": "sqlalchemy",
    "kanbandesk.server.feed": "alembic",
    "kanbandesk.sync.outbox": "requests",
    "kanbandesk.sync.waiting": "fastapi",
}
"""Importer → imported: each of these would be the first crack in a wall."""

ALLOWED_IMPORTS = {
    "kanbandesk.cli.open": "kanbandesk.app.solo",
    "kanbandesk.ui.main_window": "PySide6",
    "kanbandesk.app.desktop": "PySide6",
    "kanbandesk.server.ledger": "sqlalchemy",
    "kanbandesk.models.migrate": "alembic",
    "kanbandesk.sync.transport": "requests",
    "kanbandesk.server.routers": "fastapi",
}

GPL_QT = {
    "QtCharts", "QtDataVisualization", "QtGraphs", "QtGraphsWidgets", "QtHttpServer", "QtLottie", "QtMqtt",
    "QtNetworkAuth", "QtNetworkAuthorization", "QtQuick3D", "QtQuickTimeline", "QtShaderTools",
    "QtVirtualKeyboard", "QtWaylandCompositor",
}  # fmt: skip
GPL_PACKAGES = {"html2text", "PyQt5", "PyQt6", "qfluentwidgets", "unidecode", "pylint"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-cache", "--no-logo"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def modules(package: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(package.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"))


def imported_names(tree: ast.Module) -> Iterator[str]:
    """Dotted names of what a module imports, early or late: ``from a import b`` gives ``a`` and ``a.b``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_a_layer_imports_only_what_stands_below_it(project: Path) -> None:
    done = lint_imports(project)
    assert done.returncode == 0, done.stdout + done.stderr


def write_module(folder: Path, name: str, line: str = "") -> None:
    """Write a module by its dotted name; each is a package, so that any of them can hold others."""
    package = folder.joinpath(*name.split("."))
    package.mkdir(parents=True, exist_ok=True)
    for parent in [package, *package.parents]:
        if parent == folder:
            break
        (parent / "__init__.py").touch()
    with (package / "__init__.py").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


@pytest.fixture(scope="module")
def verdict_on_broken_walls(project: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says, under our contracts, of a program that imports all it should not."""
    folder = tmp_path_factory.mktemp("broken")
    shutil.copy(project / "pyproject.toml", folder)
    for importer, imported in (FORBIDDEN_IMPORTS | ALLOWED_IMPORTS).items():
        if imported.startswith("kanbandesk."):
            write_module(folder, imported)
        write_module(folder, importer, f"import {imported}")
    done = lint_imports(folder)
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(("importer", "imported"), FORBIDDEN_IMPORTS.items())
def test_a_forbidden_import_is_found(verdict_on_broken_walls: str, importer: str, imported: str) -> None:
    assert f"{importer} -> {imported} (" in verdict_on_broken_walls


@pytest.mark.parametrize(("importer", "imported"), ALLOWED_IMPORTS.items())
def test_an_allowed_import_passes(verdict_on_broken_walls: str, importer: str, imported: str) -> None:
    assert f"{importer} -> {imported} (" not in verdict_on_broken_walls


def test_every_contract_can_fail(verdict_on_broken_walls: str) -> None:
    assert "KEPT" not in verdict_on_broken_walls


def test_the_rulebook_needs_nothing_but_the_standard_library(project: Path) -> None:
    allowed = sys.stdlib_module_names | {"kanbandesk"}
    strangers = [
        f"{path.relative_to(project)} imports {name}"
        for path, tree in modules(project / "kanbandesk" / "workflow")
        for name in imported_names(tree)
        if name.partition(".")[0] not in allowed
        or (name.startswith("kanbandesk.") and not name.startswith("kanbandesk.workflow"))
    ]
    assert not strangers, f"workflow runs at the desk and on the server, without any package: {strangers}"


def gpl_imports(tree: ast.Module) -> set[str]:
    names = set(imported_names(tree))
    return {name for name in names if name.startswith("PySide6.") and name.split(".")[1] in GPL_QT} | {
        name for name in names if name.partition(".")[0] in GPL_PACKAGES
    }


def test_nothing_under_the_gpl_is_imported(project: Path) -> None:
    found = [
        f"{path.relative_to(project)} imports {', '.join(sorted(names))}"
        for path, tree in modules(project / "kanbandesk")
        if (names := gpl_imports(tree))
    ]
    assert not found, f"KanbanDesk is Apache-2.0; charts are matplotlib's, see docs/decisions: {found}"


@pytest.mark.parametrize(
    "line",
    [
        "from PySide6 import QtCharts",
        "import PySide6.QtGraphs",
        "from PySide6.QtNetworkAuth import X",
        "import html2text",
    ],
)
def test_an_import_under_the_gpl_is_found(line: str) -> None:
    assert gpl_imports(ast.parse(f"def late():\n    {line}\n"))
