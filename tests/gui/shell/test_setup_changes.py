"""The audit trail in the window of settings: who, when, which setting, what before and after."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, QLocale

from kanbandesk.ui.action_table import Act
from kanbandesk.ui.setup.changes import ChangesPage
from kanbandesk.ui.setup.trail import Known, differences
from kanbandesk.ui.setup.window import SetupWindow
from kanbandesk.ui.team.people import PeoplePage
from kanbandesk.workflow.commands import SaveLine, SaveProcess
from kanbandesk.workflow.statuses import DAY
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
    assert fields == [
        "Name: First line → Reception",
        "From so many open tickets on an agent is not drawn: 10 → 7",
    ]


def told(before: dict[str, object], after: dict[str, object], **names: str) -> list[str]:
    """Return the lines of the trail for one change of a setting."""
    return [one.text() for one in differences(before, after, Known(names))]


def test_what_is_within_a_setting_is_named_and_lengths_of_time_are_words() -> None:
    before: dict[str, object] = {
        "statuses": [{"id": "new", "name": "New", "norm": [40_000]}, {"id": "x", "name": "Gone"}]
    }
    after: dict[str, object] = {"statuses": [{"id": "new", "name": "New", "norm": [60_000, 300_000]}]}
    assert told(before, after) == [
        "Statuses › New › Norm: 40 s → 1 min, 5 min",
        "Statuses › Gone: taken away",
    ]


def test_opening_hours_are_no_days_and_shares_of_a_term_are_per_cent() -> None:
    term = {"id": "in_development", "kind": "in_development", "clock": "day", "name": "In development"}
    assert told({"target": 3 * DAY, "clock": "line"}, {"target": 4 * DAY, "clock": "line"}) == [
        "Solved within: 72 h → 96 h"
    ]
    assert told({**term, "norm": [80, 100, 2 * DAY]}, {**term, "norm": [90, 100, 2 * DAY]}) == [
        "Norm: 80 %, 100 %, 2 d → 90 %, 100 %, 2 d"
    ]


def test_lists_say_what_came_and_what_went() -> None:
    assert told({"tags": ["a", "b"]}, {"tags": ["b", "c"]}) == ["Tags: added c; taken away a"]
    assert told({"moves": []}, {"moves": ["solved"]}, **{"status:solved": "Done"}) == [
        "From here to: added Done"
    ]
    assert told({"on_call_ids": ["a", "b"]}, {"on_call_ids": ["b", "a"]}, a="Ada", b="Bo") == [
        "Next on call: another order: Bo, Ada"
    ]


def test_a_calendar_tells_the_days_that_changed() -> None:
    before = {"weekly": [[[480, 960]]] * 5 + [[], []], "holidays": ["2026-05-17"], "overrides": []}
    after = {
        "weekly": [[[480, 960]]] * 4 + [[[480, 900]], [], []],
        "holidays": ["2026-05-17", "2026-12-25"],
        "overrides": [["2026-12-24", [[480, 720]]]],
    }
    christmas = QLocale().toString(QDate(2026, 12, 25), QLocale.FormatType.ShortFormat)
    eve = QLocale().toString(QDate(2026, 12, 24), QLocale.FormatType.ShortFormat)
    assert told(before, after) == [
        "Hours › Friday: 08:00-16:00 → 08:00-15:00",
        f"Holidays: added {christmas}",
        f"Days with other hours › {eve}: – → 08:00-12:00",
    ]


def test_what_points_at_something_tells_its_name_also_when_that_is_gone() -> None:
    assert told({"lead_id": "a"}, {"lead_id": "b"}, a="Ada") == ["Lead: Ada → one that is gone"]


def test_a_change_in_the_whole_of_the_settings_is_headed_by_what_was_changed(
    shell: Shell, setup_window: SetupWindow
) -> None:
    page = turn_to(setup_window, "Changes")
    assert isinstance(page, ChangesPage)
    process = shell.window.model.snapshot.process
    shell.saved(lambda: shell.bridge.submit(SaveProcess(process=replace(process, time_zone="Asia/Almaty"))))
    shell.until(lambda: page.texts()[:1] == ["Time zone"])
    assert page.texts()[2] == "UTC → Asia/Almaty"


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
