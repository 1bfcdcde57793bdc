"""The audit trail in the window of settings: who, when, which setting, what before and after."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace

import pytest

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.setup.changes import ChangesPage, differences
from kanbandesk.ui.setup.window import SetupWindow
from kanbandesk.ui.team.people import PeoplePage
from kanbandesk.ui.words import Names
from kanbandesk.workflow.commands import SaveLine
from tests.gui.shell.stand import Shell


@pytest.fixture
def setup_window(shell: Shell) -> Iterator[SetupWindow]:
    """The window of settings over the home with four tickets."""
    shell.window.actions_by_name[Act.SETUP].trigger()
    (window,) = shell.window.findChildren(SetupWindow)
    yield window
    window.close()


def turn_to(window: SetupWindow, title: str) -> object:
    titles = [window.list.item(row).text() for row in range(window.list.count())]
    window.list.setCurrentRow(titles.index(title))
    return window.room.currentWidget()


def test_a_change_is_told_with_who_and_what_before_and_after(shell: Shell, setup_window: SetupWindow) -> None:
    page = turn_to(setup_window, "Changes")
    assert isinstance(page, ChangesPage)
    line = next(one for one in shell.window.model.snapshot.lines if one.id == "first")
    shell.saved(lambda: shell.bridge.submit(SaveLine(line=replace(line, name="Reception", cap=7))))
    shell.until(lambda: "Line · Reception" in page.texts())
    place = page.texts().index("Line · Reception")
    who, *fields = page.texts()[place + 1 : place + 4]
    assert who.startswith(shell.window.model.snapshot.me.name)
    assert fields == ["Name: First line → Reception", "Most open tickets: 10 → 7"]


def test_what_is_within_a_setting_is_named() -> None:
    before = {"statuses": [{"id": "new", "name": "New", "norm": [40_000]}, {"id": "x", "name": "Gone"}]}
    after = {"statuses": [{"id": "new", "name": "New", "norm": [60_000, 300_000]}]}
    assert list(differences(before, after, Names())) == [
        ("Statuses › New › Norm", "40 s", "1 min, 5 min"),
        ("Statuses › Gone", "taken away", ""),
    ]


def test_a_team_s_people_have_a_page(shell: Shell) -> None:
    class Office:
        def logins(self) -> Future[dict[str, tuple[str, bool]]]:
            future: Future[dict[str, tuple[str, bool]]] = Future()
            future.set_result({})
            return future

        def seats(self, agent_id: str) -> Future[list[object]]:
            future: Future[list[object]] = Future()
            future.set_result([])
            return future

        def explain(self, error: BaseException) -> str:
            return str(error)

    shell.window.people_office = Office  # type: ignore[assignment]
    shell.window.actions_by_name[Act.SETUP].trigger()
    (window,) = shell.window.findChildren(SetupWindow)
    page = turn_to(window, "Logins and desks")
    assert isinstance(page, PeoplePage)
    assert page.list.count() == len(shell.window.model.snapshot.agents)
    window.close()
