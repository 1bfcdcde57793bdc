"""A ticket panel on a desk in memory."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanbandesk.ui.bridge import Bridge
from tests.fakes.desk import FakeDesk
from tests.gui.ticket.stand import Stand, a_detail


@pytest.fixture
def desk() -> FakeDesk:
    """A desk with my ticket "t"."""
    return FakeDesk(a_detail())


@pytest.fixture
def stand(desk: FakeDesk, qapp: QApplication, qtbot: QtBot) -> Iterator[Stand]:
    """A panel, not yet open, on that desk."""
    bridge = Bridge(desk)
    yield Stand(desk, bridge, qtbot)
    bridge.close()
