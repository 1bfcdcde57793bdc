"""The simulator, short: some seeds hold, seeds that once failed hold, and each guard taken away is seen.

The long run is `dev.py simulate --seeds N`; docs/simulator.md says what it found.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kanbandesk.simulate.breaking import GUARDS
from kanbandesk.simulate.world import run

FAILED_ONCE = {
    6: "the last page of a pull was one row of two stories short of the rest",
    2: "an old index entry outlived the words of a guess",
}
"""Seeds that found something, and what."""


@pytest.mark.parametrize("seed", [*FAILED_ONCE, 11, 12, 13])
def test_all_agree_when_it_is_quiet(seed: int, tmp_path: Path) -> None:
    result = run(seed, tmp_path / "run")
    assert result.violations == ()
    assert result.commands > 5


def test_a_seed_is_the_same_day_every_time(tmp_path: Path) -> None:
    first, second = run(3, tmp_path / "first", 60), run(3, tmp_path / "second", 60)
    assert (first.commands, first.deeds) == (second.commands, second.deeds)
    assert run(4, tmp_path / "third", 60).deeds != first.deeds


SEEN_BY = {"hash": 1, "uid": 1, "shadow": 0}
"""Guards that a single seed shows the lack of; the others take more, see docs/simulator.md."""


@pytest.mark.parametrize("guard", sorted(SEEN_BY))
def test_a_guard_taken_away_is_seen(guard: str, tmp_path: Path) -> None:
    with GUARDS[guard]():
        assert run(SEEN_BY[guard], tmp_path / "run").violations
