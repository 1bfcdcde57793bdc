"""The fixtures of these tests: windows over a desk in memory."""

from tests.gui.inbox.conftest import open_stand, switch

__all__ = ["open_stand", "switch"]
