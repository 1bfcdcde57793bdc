"""The independent checker of a played week: it knows the rules and the record, and nothing of the program.

From the settings and the acts of people it works out what the system had to do and when, and holds the record against it
in both directions. It imports nothing of the program, so that the two can be wrong only in different ways.
"""

from __future__ import annotations

import json
from pathlib import Path

from kanbandesk.simulate.week.checker.desk import Desk
from kanbandesk.simulate.week.checker.ending import compare
from kanbandesk.simulate.week.checker.house import read_house
from kanbandesk.simulate.week.checker.record import read_record
from kanbandesk.simulate.week.checker.replay import replay

__all__ = ["check_week"]


def check_week(folder: Path) -> list[str]:
    """Return a sentence for each thing that is wrong in a week's files (none: all right)."""
    desk = Desk(read_house(json.loads((folder / "house.json").read_text(encoding="utf-8"))))
    replay(desk, read_record(folder / "record.jsonl"))
    compare(desk, json.loads((folder / "end.json").read_text(encoding="utf-8")))
    return desk.wrong
