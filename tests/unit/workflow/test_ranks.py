"""Fractional ranks: there is always room between two cards, and ranks stay short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.workflow.ranks import DIGITS, LIMIT, rank_between, ranks_between, spaced_ranks

RANKS = st.text(alphabet=DIGITS, min_size=1, max_size=12).filter(lambda rank: not rank.endswith("0"))


def is_rank(rank: str) -> bool:
    return bool(rank) and set(rank) <= set(DIGITS) and not rank.endswith("0")


@given(RANKS, RANKS)
def test_rank_lies_between_any_two(one: str, other: str) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    assert low < rank_between(low, high) < high
    assert is_rank(rank_between(low, high))


@given(RANKS)
def test_edges_of_the_column_have_room(rank: str) -> None:
    assert rank < rank_between(rank, "")
    assert "" < rank_between("", rank) < rank
    assert is_rank(rank_between(rank, ""))
    assert is_rank(rank_between("", rank))


def test_first_card_of_an_empty_column_lies_in_the_middle() -> None:
    assert rank_between("", "") == "V"


def test_ranks_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="'b' is not below 'a'"):
        rank_between("b", "a")
    with pytest.raises(ValueError, match="is not below"):
        rank_between("a", "a")


@given(st.lists(st.integers(min_value=0, max_value=2**16), max_size=150))
def test_column_stays_in_the_order_of_its_insertions(places: list[int]) -> None:
    ranks: list[str] = []
    for place in places:
        index = place % (len(ranks) + 1)
        low = ranks[index - 1] if index else ""
        high = ranks[index] if index < len(ranks) else ""
        ranks.insert(index, rank_between(low, high))
        assert ranks == sorted(ranks)
    assert len(set(ranks)) == len(ranks)
    assert all(is_rank(rank) for rank in ranks)


@pytest.mark.parametrize("side", ["above", "below"])
def test_inserting_into_one_gap_grows_a_rank_by_a_digit_every_fifth_time(side: str) -> None:
    low, rank, high = "V", "", "W"
    for _ in range(100):
        rank = rank_between(low, high)
        low, high = (rank, high) if side == "above" else (low, rank)
    assert len(rank) <= 2 + 100 // 5


@pytest.mark.parametrize("is_top", [True, False])
def test_five_thousand_cards_on_top_or_below_stay_under_the_limit(is_top: bool) -> None:
    rank = rank_between("", "")
    for _ in range(5_000):
        rank = rank_between("", rank) if is_top else rank_between(rank, "")
    assert len(rank) <= 7 < LIMIT


@pytest.mark.parametrize("count", [0, 1, 2, 60, 61, 62, 3_842, 3_843, 20_000])
def test_spaced_ranks_ascend_and_are_short(count: int) -> None:
    ranks = spaced_ranks(count)

    assert len(ranks) == count
    assert ranks == sorted(set(ranks))
    assert all(is_rank(rank) for rank in ranks)
    assert max((len(rank) for rank in ranks), default=0) <= 3


def test_spaced_ranks_leave_room_at_both_edges() -> None:
    ranks = spaced_ranks(100)

    assert len(rank_between("", ranks[0])) <= 3
    assert len(rank_between(ranks[-1], "")) <= 3


@given(RANKS, RANKS, st.integers(min_value=0, max_value=300))
def test_spaced_ranks_lie_between_their_ends(one: str, other: str, count: int) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    for ends in ((low, high), ("", high), (low, "")):
        ranks = spaced_ranks(count, *ends)
        assert [ends[0], *ranks, ends[1] or "~"] == sorted({ends[0], *ranks, ends[1] or "~"})
        assert all(is_rank(rank) for rank in ranks)


def test_nothing_is_spaced_between_ends_in_the_wrong_order() -> None:
    for low, high in (("b", "a"), ("a", "a")):
        with pytest.raises(ValueError, match="is not below 'a'"):
            spaced_ranks(1, low, high)


@given(RANKS, st.integers(min_value=0, max_value=300), st.booleans())
def test_many_ranks_fit_above_one_without_growing_much(low: str, count: int, has_end: bool) -> None:
    high = rank_between(low, "") if has_end else ""
    ranks = ranks_between(low, high, count)

    assert [low, *ranks, high or "~"] == sorted({low, *ranks, high or "~"})
    assert all(len(rank) <= len(low) + 5 for rank in ranks)
