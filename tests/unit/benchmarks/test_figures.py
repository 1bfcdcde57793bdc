"""What frames and rounds come to."""

from benchmarks.figures import figure, percentile


def test_the_95th_percentile_is_a_frame_that_was_measured() -> None:
    assert percentile(list(range(1, 101)), 95) == 95
    assert percentile([3.0, 1.0, 2.0], 95) == 3.0
    assert percentile([7.0], 50) == 7.0


def test_a_figure_tells_its_spread() -> None:
    assert figure([3.04, 1.0, 2.0]) == {"median": 2.0, "min": 1.0, "max": 3.0, "n": 3}
