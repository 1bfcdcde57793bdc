"""The habits of this house, each with its reason in the message. A rule is a function over one parsed module."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

MODULE_LINES = 600
FUNCTION_LINES = 50
CLASS_METHODS = 20
DOCUMENTED_FUNCTIONS = 0.7
DOCUMENTED_CLASSES = 0.9

SHAPELESS_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}
PRINTING_MODULES = {"kanbandesk/cli.py"}
FIXED_WAITS = {"time.sleep", "qtbot.wait", "QTest.qWait", "QTest.qSleep", "QThread.sleep", "QThread.msleep"}

EVERYTHING_IS_CAUGHT_BY: dict[str, str] = {
    "kanbandesk/server/core/ledger.py:_run": "a bug in one mutation must not block those behind it",
    "kanbandesk/server/core/writer.py:_work": "a fault undoes one transaction, and whoever waits for it is told",
    "kanbandesk/server/core/writer.py:_tell": "one listener's bug must not stop the writing",
    "kanbandesk/server/core/leader.py:_run": "the leader's edge: the next look tries again",
    "kanbandesk/app/writing.py:_run": "the writing thread's edge: whoever waits for a receipt is told",
    "kanbandesk/sync/guesses.py:run": "a bug in one guess blocks neither its command nor those behind it",
    "kanbandesk/sync/deciding.py:run": "a job's edge: whoever asked for it is told",
    "kanbandesk/sync/deciding.py:_serve": "the core's thread's edge: whoever waits is told",
    "kanbandesk/sync/link.py:try_": "a network thread's edge: the desk works on, and tries again",
    "kanbandesk/sync/standing.py:change": "one listener's bug must not stop the sync",
    "kanbandesk/sync/presence.py:_tell": "one listener's bug must not stop the sync",
    "kanbandesk/simulate/world.py:run": "a run's edge: whatever escapes is a violation, and told as one",
    "kanbandesk/models/deskreads.py:_read_board": "a job's edge: whoever asked for the board is told",
    "kanbandesk/models/deskreads.py:publish": "one listener's bug must not stop the writing",
}
"""``path:function`` → why an unknown error must be caught there: the edge of an event loop, a job, a request."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One source file, read and parsed."""

    name: str
    text: str
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def calls(self) -> Iterator[tuple[str, int]]:
        """Every called name as it is written, and its line."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node.lineno


def parse(text: str, name: str = "kanbandesk/ui/sample.py") -> Module:
    return Module(name, text, ast.parse(text))


def read(project: Path, *folders: str) -> list[Module]:
    return [
        parse(path.read_text(encoding="utf-8"), path.relative_to(project).as_posix())
        for folder in folders
        for path in sorted((project / folder).rglob("*.py"))
    ]


# -- the rules ----------------------------------------------------------------------------------------------


def long_modules(module: Module) -> Iterator[str]:
    lines = module.text.count("\n")
    if lines >= MODULE_LINES:
        yield f"{lines} lines. A file that long holds two subjects: split it by subject (aim at 300)"


def long_functions(module: Module) -> Iterator[str]:
    for function in module.functions():
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines >= FUNCTION_LINES:
            yield f"{function.name} has {lines} lines. Name its parts (aim at 25)"


def crowded_classes(module: Module) -> Iterator[str]:
    for class_ in module.classes():
        methods = sum(isinstance(node, Function) for node in class_.body)
        if methods > CLASS_METHODS:
            yield f"{class_.name} has {methods} methods. Nobody holds that many in mind: give a part its own class"


def shapeless_names(module: Module) -> Iterator[str]:
    shapeless = SHAPELESS_NAMES.intersection(module.name.removesuffix(".py").split("/"))
    if shapeless:
        yield f"called {', '.join(shapeless)}. A module is named after its subject, so that it can be found"


def prints(module: Module) -> Iterator[str]:
    if module.name not in PRINTING_MODULES and not module.name.startswith("kanbandesk/cli/"):
        for call, line in module.calls():
            if call in {"print", "pprint", "breakpoint"}:
                yield f"line {line} calls {call}. Only the command line speaks to a terminal; log, or return it"


def catches_everything(handler: ast.ExceptHandler) -> bool:
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or ast.unparse(kind) in {"Exception", "BaseException"} for kind in caught)


def catch_alls(module: Module) -> Iterator[str]:
    """Names the functions that catch everything, as ``path:function``; ``path:`` for the module itself."""
    for place, name in [(module.tree, ""), *((function, function.name) for function in module.functions())]:
        for handler in own_nodes(place):
            if (
                isinstance(handler, ast.ExceptHandler)
                and catches_everything(handler)
                and not passes_on(handler)
            ):
                yield f"{module.name}:{name}"


def passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether the handler ends by raising what it caught: it tidies up, and hides nothing."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def own_nodes(place: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a function (or module) without those of the functions within it."""
    for node in ast.iter_child_nodes(place):
        if not isinstance(node, Function):
            yield node
            yield from own_nodes(node)


def unlisted_catch_alls(module: Module) -> Iterator[str]:
    for place in catch_alls(module):
        if place not in EVERYTHING_IS_CAUGHT_BY:
            yield (
                f"{place} catches everything. Catch what you can answer; only the edge of an event loop, a job"
                " or a request may, and it logs: then list it, with the reason, in EVERYTHING_IS_CAUGHT_BY"
            )


def fixed_waits(module: Module) -> Iterator[str]:
    for call, line in module.calls():
        if call in FIXED_WAITS:
            yield f"line {line} calls {call}. A wait by the clock is too long or too short: wait for a condition"


PRODUCT_RULES = [
    long_modules, long_functions, crowded_classes, shapeless_names, prints, unlisted_catch_alls
]  # fmt: skip
TEST_RULES = [long_modules, long_functions, shapeless_names, fixed_waits]


def broken(rule: Callable[[Module], Iterator[str]], modules: list[Module]) -> list[str]:
    return [f"{module.name}: {complaint}" for module in modules for complaint in rule(module)]


# -- the house keeps them -----------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", PRODUCT_RULES)
def test_the_product_keeps_the_rule(project: Path, rule: Callable[[Module], Iterator[str]]) -> None:
    complaints = broken(rule, read(project, "kanbandesk"))
    assert not complaints, "\n".join(complaints)


@pytest.mark.parametrize("rule", TEST_RULES)
def test_tests_and_benchmarks_keep_the_rule(project: Path, rule: Callable[[Module], Iterator[str]]) -> None:
    complaints = broken(rule, read(project, "tests", "benchmarks"))
    assert not complaints, "\n".join(complaints)


def test_each_listed_catch_all_is_still_there(project: Path) -> None:
    places = {place for module in read(project, "kanbandesk") for place in catch_alls(module)}
    gone = EVERYTHING_IS_CAUGHT_BY.keys() - places
    assert not gone, f"nothing catches everything there any more; strike it from the list: {gone}"


def is_public(node: Function | ast.ClassDef) -> bool:
    return not node.name.startswith("_")


def documented(nodes: list[Function] | list[ast.ClassDef]) -> float:
    with_words = sum(ast.get_docstring(node) is not None for node in nodes)
    return with_words / len(nodes) if nodes else 1.0


def test_what_is_public_is_described(project: Path) -> None:
    modules = read(project, "kanbandesk")
    functions = [node for module in modules for node in module.functions() if is_public(node)]
    classes = [node for module in modules for node in module.classes()]
    reason = "a reader should not have to run the code to know what it promises"
    assert documented(functions) >= DOCUMENTED_FUNCTIONS, f"docstrings of public functions: {reason}"
    assert documented(classes) >= DOCUMENTED_CLASSES, f"docstrings of classes: {reason}"


# -- and they would be found broken -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (long_modules, "\n" * MODULE_LINES),
        (long_functions, "def f():\n" + "    x = 1\n" * FUNCTION_LINES),
        (
            crowded_classes,
            "class C:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(CLASS_METHODS + 1)),
        ),
        (prints, "def f():\n    print('here')\n"),
        (unlisted_catch_alls, "try:\n    f()\nexcept Exception:\n    pass\n"),
        (
            unlisted_catch_alls,
            "def f():\n    try:\n        g()\n    except (ValueError, BaseException): ...\n",
        ),
        (unlisted_catch_alls, "async def f():\n    try:\n        g()\n    except: ...\n"),
        (fixed_waits, "def test_it(qtbot):\n    qtbot.wait(100)\n"),
    ],
)
def test_a_broken_rule_is_found(rule: Callable[[Module], Iterator[str]], text: str) -> None:
    assert len(list(rule(parse(text)))) == 1


def test_a_shapeless_name_is_found() -> None:
    assert list(shapeless_names(parse("", "kanbandesk/ui/utils.py")))
    assert list(shapeless_names(parse("", "kanbandesk/common/dates.py")))


def test_a_function_may_tidy_up_after_everything_that_it_passes_on() -> None:
    text = "def f():\n    try:\n        g()\n    except BaseException:\n        h()\n"
    assert list(catch_alls(parse(text)))
    assert not list(catch_alls(parse(f"{text}        raise\n")))


def test_a_function_may_catch_what_it_knows() -> None:
    assert not list(catch_alls(parse("try:\n    f()\nexcept (OSError, ValueError):\n    pass\n")))
