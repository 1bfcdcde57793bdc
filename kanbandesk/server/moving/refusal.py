"""Why a workspace cannot be brought elsewhere; whatever it was, nothing was changed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kanbandesk.models.faults import Fault


class CannotMove(Fault):
    """A workspace cannot be read, taken away, or put where it was asked to; the sentence says why and what to do."""

    def __init__(self, place: Path, sentence: str, reason: str = "damaged") -> None:
        super().__init__(place)
        self.reason = reason
        """In a word: damaged, newer, future, space."""
        self.args = (sentence,)
        self.words = ""  # told on the command line only, as it stands


@contextmanager
def database_faults(place: Path, name: str) -> Iterator[None]:
    """Turn what a database complains of into a plain sentence; `name` is how it is called where people read."""
    try:
        yield
    except DBAPIError as error:
        reason = " ".join(str(error.orig).split())
        raise CannotMove(place, f"{name} did not take it: {reason}. Nothing was changed there.") from error
