"""A desk that is only a dict: it pulls pages, applies them whole, and forgets what it is no longer granted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kanbandesk.protocol import RESTART, Cursor, PagePoint, Problem, PullAnswer, PullRequest, row_hash

Pull = Callable[[PullRequest], PullAnswer | None]
Held = dict[tuple[str, str], tuple[tuple[str, ...], tuple[Any, ...]]]


class ToyDesk:
    """What one agent's desk holds: rows by (kind, id), with their groups and values."""

    def __init__(self, pull: Pull, *, client_id: str = "toy", wants: tuple[str, ...] = ()) -> None:
        self._pull = pull
        self.client_id = client_id
        self.wants = wants
        self.rows: Held = {}
        self.columns: dict[str, tuple[str, ...]] = {}
        self.cursor: Cursor | None = None
        self.groups: tuple[str, ...] = ()
        self.known_mid = 0
        self.last: PullAnswer | None = None
        self.pages = 0
        self.staged: list[PullAnswer] = []
        self.between_pages: Callable[[], object] = lambda: None

    def catch_up(self) -> None:
        """Pull until everything is here; pages are applied together at the end."""
        while (pages := self._pages()) is None:
            pass
        if pages:  # nobody is told of what he may not hold, nor to which groups it belongs
            assert {group for page in pages for put in page.puts for group in put.groups} <= set(
                pages[-1].groups
            )
        for page in pages:
            self._apply(page)

    def request(self, page: PagePoint | None = None, **changes: Any) -> PullRequest:
        """Return what this desk asks."""
        request = PullRequest(
            client_id=self.client_id,
            cursor=self.cursor,
            groups=self.groups,
            wants=self.wants,
            page=page,
            known_mid=self.known_mid,
        )
        return replace(request, **changes)

    def sums(self) -> dict[str, tuple[int, int]]:
        """Return the digest of what is held, reckoned from the rows themselves."""
        sums = dict.fromkeys(self.groups, (0, 0))
        for (kind, _), (groups, values) in self.rows.items():
            content = row_hash(kind, dict(zip(self.columns[kind], values, strict=True)))
            for group in groups:
                count, total = sums[group]
                sums[group] = (count + 1, total + content)
        return sums

    def _pages(self) -> list[PullAnswer] | None:
        """Return all pages of one pull, None when it has to begin again."""
        self.staged = []
        point: PagePoint | None = None
        while True:
            try:
                answer = self._pull(self.request(point))
            except Problem as problem:
                if problem.code == RESTART and point is not None:
                    return None
                raise
            if answer is None:
                return self.staged
            self.staged.append(answer)
            self.pages += 1
            point = answer.page
            if point is None:
                return self.staged
            self.between_pages()

    def _apply(self, answer: PullAnswer) -> None:
        self.columns |= answer.columns
        for put in answer.puts:
            assert put.groups
            self.rows[put.kind, put.id] = (put.groups, put.values)
        for gone in answer.deletes:
            self.rows.pop((gone.kind, gone.id), None)
        if answer.page is None:
            self._finish(answer)

    def _finish(self, answer: PullAnswer) -> None:
        self.last, self.cursor, self.groups = answer, answer.cursor, answer.groups
        self.known_mid = max(self.known_mid, answer.last_mid)
        granted = set(self.groups)
        for key, (groups, values) in list(self.rows.items()):
            kept = tuple(group for group in groups if group in granted)
            if kept:
                self.rows[key] = (kept, values)
            else:
                del self.rows[key]
