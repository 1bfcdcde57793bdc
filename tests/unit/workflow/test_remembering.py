"""What was reckoned last is taken again for the very same settings, and for no others."""

from collections.abc import Iterable

from kanbandesk.workflow.ageing import Timetable
from kanbandesk.workflow.people import Line
from kanbandesk.workflow.remembering import remembered
from kanbandesk.workflow.replacing import replace


def test_the_same_settings_are_reckoned_with_once() -> None:
    asked: list[list[str]] = []

    @remembered
    def names(lines: Iterable[Line]) -> list[str]:
        asked.append([line.name for line in lines])
        return asked[-1]

    first, second = Line(id="1", name="First"), Line(id="2", name="Second")
    assert names(iter([first])) is names([first])
    assert names([first, second]) == ["First", "Second"]
    assert names([second, first]) == ["Second", "First"]
    assert names([replace(first, name="Front"), second]) == ["Front", "Second"]
    assert names([]) == []
    assert len(asked) == 5


def test_a_timetable_follows_a_changed_line() -> None:
    line = Line(id="1", name="First", calendar_id="day")
    assert Timetable.of([line], []).first_line == "day"
    assert Timetable.of([replace(line, calendar_id="night")], []).first_line == "night"
    assert Timetable.of([], []).first_line == ""
