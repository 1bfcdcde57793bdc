"""Cards put between others, over and over: the order stays, ranks stay short, and few cards are written for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kanbandesk.workflow.commands import Place
from kanbandesk.workflow.handlers.places import NEAR, rank_for
from kanbandesk.workflow.ranks import LIMIT, spaced_ranks
from kanbandesk.workflow.tickets import Ticket
from tests.factories.workflow import NOW, make_board, make_ticket, make_workflow
from tests.fakes.transaction import MemoryLedger

SIDES = ("above", "below", "in turn")
A_MOVE = 4
"""Cards that a move writes on average, at most. A single one may write more, where gaps were nested in one another on
purpose (391 were seen): then the moves before it wrote one card each.
"""


class Column:
    """The cards of one column, which is told apart from what it should be by nothing but their ids."""

    def __init__(self, *ranks: str) -> None:
        workflow = make_workflow()
        cards = [make_ticket(rank=rank) for rank in ranks]
        self.wanted = [card.id for card in sorted(cards, key=lambda card: (card.rank, card.id))]
        self.written: list[int] = []
        self._ledger = MemoryLedger(workflow, make_board(workflow), *cards, now=NOW)

    def insert(self, index: int, card: Ticket | None = None, place: Place | None = None) -> None:
        """Put a new card, or one that lies here, before the one at `index`, which may be told by another place."""
        card = card or make_ticket(rank="")
        if card.id in self.wanted:
            self.wanted.remove(card.id)
        after = self.wanted[index - 1] if index else ""
        before = self.wanted[index] if index < len(self.wanted) else ""
        ranks = {each.id: each.rank for each in self.cards()}
        tx = self._ledger.transaction()
        rank = rank_for(tx, card, "new", place or Place(after=after, before=before))
        tx.put(replace(tx.find(Ticket, card.id) or card, rank=rank))
        tx.commit()
        self.wanted.insert(index, card.id)
        self.written.append(sum(ranks.get(each.id) != each.rank for each in self.cards()))

    def insert_often(self, index: int, times: int, side: str) -> None:
        """Put cards into one gap, each above or below the one before it."""
        for turn in range(times):
            self.insert(index)
            index += side == "below" or (side == "in turn" and turn % 2)

    def cards(self) -> list[Ticket]:
        return sorted(self._ledger.all(Ticket), key=lambda card: (card.rank, card.id))

    def order(self) -> list[str]:
        return [card.id for card in self.cards()]

    def longest(self) -> int:
        return max(len(card.rank) for card in self.cards())


RUNS = st.lists(
    st.tuples(st.integers(0, 2**16), st.integers(1, 220), st.sampled_from(SIDES)), min_size=1, max_size=4
)


@settings(max_examples=20, derandomize=True)  # what one move writes has no bound that every draw would keep
@given(
    size=st.integers(0, 120),
    runs=RUNS,
    moves=st.lists(st.tuples(st.integers(0), st.integers(0)), max_size=20),
)
def test_cards_lie_where_they_were_put_however_often_it_is_the_same_gap(
    size: int, runs: list[tuple[int, int, str]], moves: list[tuple[int, int]]
) -> None:
    column = Column(*spaced_ranks(size))
    for place, times, side in runs:
        column.insert_often(place % (len(column.wanted) + 1), times, side)
        assert column.order() == column.wanted
    for source, target in moves:
        cards = column.cards()
        column.insert(target % len(cards), cards[source % len(cards)])
        assert column.order() == column.wanted
    assert column.longest() < LIMIT
    assert sum(column.written) <= A_MOVE * len(column.written) + len(column.wanted)


@given(
    ranks=st.lists(st.sampled_from(("V", "W", "V" + "0" * LIMIT + "1")), min_size=1, max_size=90),
    place=st.integers(0),
)
def test_cards_that_share_ranks_keep_their_order(ranks: list[str], place: int) -> None:
    column = Column(*ranks)
    column.insert(place % (len(ranks) + 1))
    order = [card_id for card_id in column.order() if card_id in column.wanted]
    assert order == column.wanted


@pytest.mark.parametrize("side", SIDES)
def test_hundreds_of_cards_in_one_gap_write_few_of_the_others(side: str) -> None:
    column = Column(*spaced_ranks(300))
    column.insert_often(150, 500, side)
    assert column.order() == column.wanted
    assert max(column.written) <= (8 if side == "in turn" else 2) * NEAR + 1
    assert sum(column.written) < 2 * 500


def test_a_card_comes_between_more_cards_of_one_rank_than_are_near() -> None:
    column = Column(*["V"] * 5 * NEAR, *spaced_ranks(3 * NEAR))
    column.insert(column.wanted.index(column.cards()[-1].id) - 3 * NEAR)
    assert column.order() == column.wanted


@pytest.mark.parametrize(
    ("index", "place"), [(0, Place()), (-1, Place(after="gone"))], ids=["the first", "the last"]
)
def test_an_edge_of_long_ranks_is_spaced_out_alone(index: int, place: Place) -> None:
    edges = ("0" * LIMIT + "1", "z" * LIMIT + "1")
    column = Column(edges[0], *spaced_ranks(5 * NEAR), edges[1])
    column.insert(index % (len(column.wanted) + 1), place=place)
    assert column.order() == column.wanted
    assert column.written[-1] <= NEAR + 2  # the outermost and the new one too
    cards = column.cards()
    assert [len(cards[0].rank) > LIMIT, len(cards[-1].rank) > LIMIT] == [index == -1, index == 0]
