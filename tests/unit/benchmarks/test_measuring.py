"""Tiny runs of the real measurements: they come to an end, and say what they are asked for."""

from collections.abc import Iterator

import pytest

from benchmarks import board, homes, machine, start

TICKETS = 300

pytestmark = pytest.mark.xdist_group("benchmarks")


@pytest.fixture(scope="module", autouse=True)
def _small_and_offscreen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A small population, and no screen: a measurement beside other tests must not need one."""
    home = homes.populated_home(TICKETS, tmp_path_factory.mktemp("homes"))
    with pytest.MonkeyPatch.context() as patch:
        for module in (board, start):
            patch.setattr(module, "populated_home", lambda _tickets: home)
        patch.setattr(machine, "missing_programs", lambda: ["Xvfb"])
        yield


def test_a_start_is_compared_with_an_empty_window() -> None:
    result = start.measure([TICKETS], rounds=1)
    figures = {"empty_window_ms", "board_300_ms", "ratio_300", "pss_300_mb"}
    assert result.keys() == {*figures, "machine"}
    for name in figures:
        spread = result[name]
        assert isinstance(spread, dict)
        assert spread.keys() == {"median", "min", "max", "n"}
        assert spread["median"] > 0
    described = result["machine"]
    assert isinstance(described, dict)
    assert described["platform"] == "offscreen"


def test_a_session_measures_every_kind_of_frame() -> None:
    result = board.measure([TICKETS], rounds=1, frames=6)
    figures = result["300"]
    assert isinstance(figures, dict)
    assert figures.keys() == {name for name, _ in board.FIGURES.values()}
    assert all(spread["median"] > 0 for spread in figures.values())


def test_a_session_measures_only_what_it_is_asked_for() -> None:
    figures = board.measure([TICKETS], rounds=1, only=["repaint"], frames=6)["300"]
    assert isinstance(figures, dict)
    assert figures.keys() == {"repaint_p50_ms"}
