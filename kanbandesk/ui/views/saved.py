"""The views that stand as chips in the top bar: those of the program, the team's, one's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kanbandesk.ui.board.filtering import ME, Narrowing
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.words import translate
from kanbandesk.workflow.boards import Filter, SavedView

BUILT_IN = "built-in:"
CHUNK = 2_000  # cards counted without a break: 1-2 ms


def built_in(model: BoardModel) -> list[SavedView]:
    """Return the views that everybody needs; they take lanes and density as they are."""
    me = model.snapshot.me
    views = [
        SavedView(id=f"{BUILT_IN}mine", name=translate("Views", "Mine"), filter=Filter(owner_ids=(ME,))),
        SavedView(id=f"{BUILT_IN}free", name=translate("Views", "Unclaimed"), filter=Filter(owner_ids=("",))),
        SavedView(id=f"{BUILT_IN}stale", name=translate("Views", "Stale"), filter=Filter(levels=(3,))),
    ]
    if me.line_ids and len(me.line_ids) < len(model.snapshot.lines):
        line = Filter(line_ids=me.line_ids)
        views.insert(0, SavedView(id=f"{BUILT_IN}line", name=translate("Views", "My line"), filter=line))
    return [replace(view, swimlane=model.swimlane, density=model.density) for view in views]


def visible_views(model: BoardModel) -> list[SavedView]:
    """Return the views to show: the program's, then the team's and one's own by position."""
    me = model.snapshot.me.id
    own = [view for view in model.snapshot.views if view.owner_id in ("", me)]
    return [*built_in(model), *sorted(own, key=lambda view: (view.position, view.name.casefold()))]


def is_built_in(view_id: str) -> bool:
    """Tell whether the view is the program's own, which nobody renames or deletes."""
    return view_id.startswith(BUILT_IN)


def tally(views: Sequence[SavedView], model: BoardModel, now: int) -> Iterator[dict[str, int]]:
    """Count how many cards on the board each view shows, some thousand cards at a time.

    Yields the counts of what was looked at so far; a board that changes meanwhile is counted anew by who asked.
    """
    narrowings = {view.id: Narrowing() for view in views}
    for view in views:
        narrowings[view.id].load(model.snapshot.me.id)
        narrowings[view.id].use(view.filter)
    counts = dict.fromkeys(narrowings, 0)
    ids = list(model.cards)
    for start in range(0, len(ids), CHUNK):
        cards = {
            id_: card for id_ in ids[start : start + CHUNK] if (card := model.cards.get(id_)) is not None
        }
        shown = [id_ for id_, card in cards.items() if model.belonging.column_of(card)]
        for view_id, narrowing in narrowings.items():
            counts[view_id] += len(narrowing.select(shown, cards, now))
        yield dict(counts)
    if not ids:
        yield counts
