"""The catalogues of translations: `python3 dev.py words` brings them up to date with the code and compiles them.

The words are read from Python's own syntax tree and handed to Qt's lupdate as C++, which it reads without fail:
of our Python it would miss plurals, f-strings and aliases (docs/decisions/0008-words-by-syntax-tree.md).
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "resources" / "translations"
LANGUAGES = ("en", "nb", "ru")
ONLY_PLURALS = "en"
"""The language of the code itself: its catalogue says nothing but how its plurals are formed."""

MARKS = frozenset({"translate", "QT_TRANSLATE_NOOP"})
FAULTS = "Faults"
"""The context of the sentences that stand as `words` in the classes of faults: they know nothing of Qt."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text of the program that people see, and where it stands."""

    context: str
    text: str
    hint: str
    has_count: bool
    file: str


def harvest(project: Path) -> list[Words]:
    """Return every text of the program, once per place."""
    found: list[Words] = []
    for path in sorted((project / "kanbandesk").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        file = path.relative_to(project).as_posix()
        found += words_in(tree, file)
    return found


def words_in(tree: ast.Module, file: str) -> Iterator[Words]:
    """Yield the texts of one module: translated or marked calls with a literal text, and the words of faults."""
    names = MARKS | {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Name) and node.value.id in MARKS
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in names:
            literals = [part.value if isinstance(part, ast.Constant) else None for part in node.args]
            context, text, hint = [*literals, None, None, None][:3]
            if isinstance(context, str) and isinstance(text, str):
                yield Words(context, text, str(hint or ""), len(node.args) > 3, file)
        elif isinstance(node, ast.ClassDef):
            yield from _words_of_fault(node, file)


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _words_of_fault(node: ast.ClassDef, file: str) -> Iterator[Words]:
    if node.name != "Fault" and "Fault" not in map(ast.unparse, node.bases):
        return
    for part in node.body:
        if isinstance(part, ast.Assign) and ast.unparse(part.targets[0]) == "words":
            yield Words(FAULTS, ast.literal_eval(part.value), "", has_count=False, file=file)


def as_cpp(words: list[Words]) -> str:
    """Return the texts as calls that lupdate reads, each with its file as a remark for the translator."""
    lines = []
    for one in words:
        context, text, hint = (
            json.dumps(part, ensure_ascii=False) for part in (one.context, one.text, one.hint)
        )
        count = ", n" if one.has_count else ""
        lines.append(
            f"    //: {one.file}\n    QCoreApplication::translate({context}, {text}, {hint}{count});"
        )
    return "\n".join(["void words(int n) {", *lines, "}", ""])


def qt_tool(name: str, *arguments: str) -> None:
    """Run a tool of Qt's Linguist; what it says is shown when it fails."""
    program = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    assert program is not None, f"pyside6-{name} is not beside {sys.executable}; run `python3 dev.py setup`"
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def update(source: Path, language: str) -> None:
    """Bring the catalogue of `language` up to date: new texts in, those that are gone out."""
    file = str(FOLDER / f"kanbandesk_{language}.ts")
    options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
    if language == ONLY_PLURALS:
        options.append("-pluralonly")
    qt_tool("lupdate", *options, str(source), "-ts", file)


def release(catalogue: Path, compiled: Path) -> None:
    """Compile a catalogue to what the program loads."""
    qt_tool("lrelease", str(catalogue), "-qm", str(compiled))


def main() -> None:
    """Update and compile all of them; tests/unit/test_translations.py then says what is still untranslated."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "words.cpp"
        source.write_text(as_cpp(harvest(PROJECT)), encoding="utf-8")
        for language in LANGUAGES:
            update(source, language)
    for catalogue in sorted(FOLDER.glob("*.ts")):
        release(catalogue, catalogue.with_suffix(".qm"))


if __name__ == "__main__":
    main()
