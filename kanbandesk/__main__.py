"""`python -m kanbandesk`: the window starts without loading the command line's library."""

from __future__ import annotations

import sys

from kanbandesk import __version__

VERBS = frozenset(
    (
        *("import", "export", "stats", "shot", "doctor", "report"),
        *("serve", "admin", "join", "share", "move", "backup", "restore"),
    )
)
_WITH_VALUE = frozenset(("--home",))  # options that may stand before the verb


def main(argv: list[str] | None = None) -> int:
    """Open the board, or hand a verb to the command line; return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    verb = first_word(arguments)
    if verb in VERBS or _asks_for_help(arguments):
        from kanbandesk.cli import main as command_line

        return command_line(arguments)
    if "--version" in arguments:
        sys.stdout.write(f"KanbanDesk {__version__}\n")
        return 0
    from kanbandesk.app.main import main as window

    options = {"open": [], "demo": ["--demo"]}.get(verb)
    if options is None:
        return window(arguments)
    arguments.remove(verb)
    return window([*options, *arguments])


def first_word(arguments: list[str]) -> str:
    """Return the first argument that is no option and no option's value, empty when there is none."""
    is_value = False
    for word in arguments:
        if is_value:
            is_value = False
        elif word.startswith("-"):
            is_value = word in _WITH_VALUE
        else:
            return word
    return ""


def _asks_for_help(arguments: list[str]) -> bool:
    return first_word(arguments) == "" and any(word in ("-h", "--help") for word in arguments)


if __name__ == "__main__":
    sys.exit(main())
