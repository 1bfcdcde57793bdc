"""The simulator, short: some seeds hold, and each guard taken away is seen by a seed that has seen it before.

The long run is `dev.py simulate --seeds N`; docs/simulator.md says what it found. A seed that fails there comes here.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kanbandesk.simulate.breaking import GUARDS
from kanbandesk.simulate.work import NOT_DRAWN, Chance, draw_command
from kanbandesk.simulate.world import STEPS, run
from kanbandesk.workflow.handlers import HANDLERS
from kanbandesk.workflow.statuses import DAY

FAILED_ONCE = {
    0: "a refused command's guess stayed after a checkpoint that the disk had not taken at first",
    28: "what a first pull had brought that the disk did not take lay under the next one",
    295: "a server that was put back had counted a copy's command under the number of one that was lost",
}
"""Seeds that found something, and what; each has a test of its own in `desk_core`, as days change with the program."""


@pytest.mark.parametrize("seed", [*FAILED_ONCE, 11, 12, 13])
def test_all_agree_when_it_is_quiet(seed: int, tmp_path: Path) -> None:
    result = run(seed, tmp_path / "run")
    assert result.violations == ()
    assert result.deeds.total() >= STEPS


def test_a_seed_is_the_same_day_every_time(tmp_path: Path) -> None:
    first, second = run(3, tmp_path / "first"), run(3, tmp_path / "second")
    assert (first.commands, first.deeds) == (second.commands, second.deeds)
    assert run(4, tmp_path / "third").deeds != first.deeds


SEEN_BY = {"recovery": (0, 3, 4), "shadow": (0, 1, 2), "uid": (12, 19, 35)}
"""Guards, and seeds one of which shows the lack of each; the others take more, see docs/simulator.md."""


@pytest.mark.parametrize("guard", sorted(SEEN_BY))
def test_a_guard_taken_away_is_seen(guard: str, tmp_path: Path) -> None:
    with GUARDS[guard]():
        assert any(run(seed, tmp_path / "run").violations for seed in SEEN_BY[guard])


def test_every_command_is_drawn_but_those_of_which_it_is_said_why_not() -> None:
    chance = Chance(1)
    known = {"links": [("link", "one")], "views": ["view"]}
    drawn = {
        type(draw_command(chance, ["one", "other"], ["uid"], ("ada", "ben"), 100 * DAY, **known))  # type: ignore[arg-type]
        for _ in range(20_000)
    }
    assert drawn | NOT_DRAWN.keys() == HANDLERS.keys()
    assert not drawn & NOT_DRAWN.keys()
