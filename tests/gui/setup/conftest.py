"""The window of settings over a real desk with four tickets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from shiboken6 import isValid

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.setup.form import EditingPage
from kanbandesk.ui.setup.window import SetupWindow
from tests.gui.shell.conftest import board_home, filled_home, open_shell, shell, switch, themes
from tests.gui.shell.stand import Shell

__all__ = ["board_home", "filled_home", "open_shell", "shell", "switch", "themes"]


@pytest.fixture
def setup_window(shell: Shell) -> Iterator[SetupWindow]:
    """The window of settings, opened by its action, with the keys' attention."""
    shell.window.actions_by_name[Act.SETUP].trigger()
    (window,) = shell.window.findChildren(SetupWindow)
    shell.until(window.isActiveWindow)
    yield window
    if not isValid(window):  # the test has closed it
        return
    for page in window.pages.values():
        if isinstance(page, EditingPage):
            page.revert()
    window.close()
