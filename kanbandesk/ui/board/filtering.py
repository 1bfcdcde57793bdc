"""Which cards a filter lets through: all of them are looked at in memory, 100,000 within a frame or two."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from kanbandesk.workflow.ageing import level
from kanbandesk.workflow.boards import Filter
from kanbandesk.workflow.cards import Card

ME = "me"  # stands in a filter's owners for whoever looks
Test = Callable[[Card], bool]


def search_text(card: Card) -> str:
    """Return the folded text in which a card is looked for: number, title, client, tags and the tracker's key."""
    number = f"#{card.number} " if card.number is not None else ""
    return f"{number}{card.title}\n{card.client}\n{' '.join(card.tags)}\n{card.tracker_key}".casefold()


class _Pages:
    """Many texts as one, so that a word is looked for without touching each of them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._whole = "\n".join(texts)  # no word holds a line break
        self._starts = list(accumulate((len(text) + 1 for text in texts), initial=0))

    def holding(self, word: str) -> Iterator[int]:
        """Yield the positions of the texts that hold `word`."""
        whole, starts = self._whole, self._starts
        place = whole.find(word)
        while place >= 0:
            index = bisect_right(starts, place)
            yield index - 1
            place = whole.find(word, starts[index])


class Narrowing:
    """A filter at work: keeps the folded texts, so that each further letter costs only a scan."""

    def __init__(self) -> None:
        self.filter = Filter()
        self._me = ""
        self._words: tuple[str, ...] = ()
        self._tests: list[Test] = []
        self._texts: dict[str, str] = {}
        self._cold: list[str] | None = None  # ids whose texts an idle moment has not seen to
        self._pages: dict[str, _Pages] = {}  # by column, in the order of its cards

    @property
    def is_on(self) -> bool:
        """Tell whether any card could be hidden."""
        return bool(self._words or self._tests) or self.filter.blocked_only or bool(self.filter.levels)

    def load(self, me: str) -> None:
        """Forget all texts and look with the eyes of the agent `me`."""
        self._me = me
        self._texts.clear()
        self._pages.clear()
        self._cold = None
        self.use(self.filter)

    def use(self, wanted: Filter) -> bool:
        """Take a filter; tell whether it can only hide more than the one before (so that hidden cards stay so)."""
        before, self.filter = self.filter, wanted
        was = self._words
        self._words = tuple(wanted.text.casefold().split())
        self._tests = _tests(wanted, self._me)
        return replace(wanted, text="") == replace(before, text="") and _is_narrower(was, self._words)

    def select(self, ids: Sequence[str], cards: Mapping[str, Card], now: int, key: str = "") -> list[str]:
        """Return those of `ids` that the filter shows at `now`, in their order.

        With a `key` the texts are kept in the order of `ids` until `reorder` is called with it: many times as fast.
        """
        shown = list(ids)
        if self._words:
            shown = self._with_words(shown, cards, key)
        for test in self._tests:
            shown = [id_ for id_ in shown if test(cards[id_])]
        if self.filter.levels:
            levels = self.filter.levels
            shown = [id_ for id_ in shown if level(cards[id_], now) in levels]
        return shown

    def reorder(self, key: str) -> None:
        """Forget the order of the texts under `key`: the ids to be selected from have changed."""
        self._pages.pop(key, None)

    def passes(self, card: Card, now: int) -> bool:
        """Tell whether the filter shows `card` at `now`."""
        return bool(self.select((card.id,), {card.id: card}, now)) if self.is_on else True

    def forget(self, card_id: str) -> None:
        """Drop the text of a card that has changed."""
        self._texts.pop(card_id, None)

    def warm(self, cards: Mapping[str, Card], count: int) -> bool:
        """Fold up to `count` more texts, for idle moments; tell whether there may be more to do."""
        if self._cold is None:
            self._cold = list(cards)
        portion, self._cold = self._cold[-count:], self._cold[:-count]
        self._fold([id_ for id_ in portion if id_ in cards], cards)
        return bool(self._cold)

    def _with_words(self, ids: list[str], cards: Mapping[str, Card], key: str) -> list[str]:
        first, *rest = self._words
        if key:
            pages = self._pages.get(key)
            if pages is None:
                pages = self._pages[key] = _Pages(self._fold(ids, cards))
            found = [ids[index] for index in pages.holding(first)]
        else:
            texts = self._fold(ids, cards)
            found = [id_ for id_, text in zip(ids, texts, strict=True) if first in text]
        for word in rest:
            found = [id_ for id_ in found if word in self._texts[id_]]
        return found

    def _fold(self, ids: list[str], cards: Mapping[str, Card]) -> list[str]:
        texts = self._texts
        try:
            return list(map(texts.__getitem__, ids))
        except KeyError:  # some are looked at for the first time
            texts.update((id_, search_text(cards[id_])) for id_ in ids if id_ not in texts)
            return list(map(texts.__getitem__, ids))


def _is_narrower(was: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Tell whether every text with all of `words` has all of `was` too, as while somebody types on."""
    return all(any(old in new for new in words) for old in was)


def _tests(wanted: Filter, me: str) -> list[Test]:
    """Return one test for each part of the filter that narrows."""
    tests: list[Test] = []
    if wanted.owner_ids:
        owners = {me if owner == ME else owner for owner in wanted.owner_ids}
        tests.append(lambda card: card.owner_id in owners)
    if wanted.line_ids:
        tests.append(lambda card: card.line_id in wanted.line_ids)
    if wanted.client_ids:
        tests.append(lambda card: card.client_id in wanted.client_ids)
    if wanted.priorities:
        tests.append(lambda card: card.priority in wanted.priorities)
    if wanted.tags:
        tags = set(wanted.tags)
        tests.append(lambda card: not tags.isdisjoint(card.tags))
    if wanted.blocked_only:
        tests.append(lambda card: bool(card.blocked_reason))
    return tests
