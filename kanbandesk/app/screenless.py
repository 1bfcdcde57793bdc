"""Where there is no screen: say so, draw the board to a file, print what stands on it."""

from __future__ import annotations

from kanbandesk.app.options import Options


def show(options: Options) -> int:
    """Draw and print the board."""
    raise NotImplementedError
