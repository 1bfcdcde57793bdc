"""The desk of one computer keeps what every desk promises, and what only it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kanbandesk.app.homes import Home
from kanbandesk.app.solo import SoloDesk
from tests.integration.desk_contract import DeskContract


@pytest.fixture
def reopen(home: Path) -> Iterator[Callable[[], SoloDesk]]:
    """Closes the desk, if one is open, and opens it on the same home."""
    desks: list[SoloDesk] = []

    def opened() -> SoloDesk:
        for desk in desks:
            desk.close()
        desks[:] = [SoloDesk(Home.open(home))]
        return desks[0]

    yield opened
    for desk in desks:
        desk.close()


@pytest.fixture
def desk(home: Path, reopen: Callable[[], SoloDesk]) -> SoloDesk:
    Home.create(home, name="Support", me="Ada Berg").close()
    return reopen()


class TestSoloDesk(DeskContract):
    """All of the contract."""
