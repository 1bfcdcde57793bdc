"""What is kept beside tickets leaves with them: violations as a table of their own, the rest in the whole story."""

from __future__ import annotations

import csv
import io
import json
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from kanbandesk.exchange.export import VIOLATION_COLUMNS, write_json, write_violations
from kanbandesk.models.boardfile import open_for_reading
from tests.factories.board_files import keep
from tests.factories.workflow import NOW, make_agent, make_rating, make_task, make_ticket, make_violation


def test_violations_are_written_one_a_line_oldest_first(engine: Engine, board_path: Path) -> None:
    """R13: with who is charged with each degree, nobody where it is the line's."""
    ticket, ada = make_ticket(), make_agent(name="Ada Berg")
    later = make_violation(ticket_id=ticket.id, since=NOW, until=NOW + 1)
    sooner = make_violation(
        ticket_id=ticket.id,
        degree=2,
        since=NOW - 2,
        moments=(NOW - 2, NOW - 1),
        agent_ids=("", ada.id),
    )
    keep(engine, ticket, ada, later, sooner)
    out = io.StringIO()
    with closing(open_for_reading(board_path)) as connection:
        assert write_violations(connection, NOW, out) == 2
    head, first, second = csv.reader(io.StringIO(out.getvalue()))
    assert tuple(head) == VIOLATION_COLUMNS
    moments = ["2026-03-17T08:59:59.998+00:00", "2026-03-17T08:59:59.999+00:00"]
    told = [str(ticket.number), "norm", "assigned", "", "First line", "2"]
    assert first == [*told, moments[0], "", "; ".join(moments), "; Ada Berg"]
    assert second[6:8] == ["2026-03-17T09:00:00.000+00:00", "2026-03-17T09:00:00.001+00:00"]


def test_the_whole_story_has_violations_tasks_and_ratings(engine: Engine, board_path: Path) -> None:
    ticket = make_ticket()
    beside = [make(ticket_id=ticket.id) for make in (make_violation, make_task, make_rating)]
    keep(engine, ticket, *beside)
    out = io.StringIO()
    with closing(open_for_reading(board_path)) as connection:
        write_json(connection, NOW, out)
    plain = json.loads(out.getvalue())
    (story,) = plain["tickets"]
    assert [story[name][0]["id"] for name in ("violations", "tasks", "ratings")] == [one.id for one in beside]
    assert plain["process"]["request_types"][0]["line_id"] == "second"
