"""By what cards can be filtered: each facet's name, its possible values, and how they enter a Filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kanbandesk.ui.board.filtering import ME
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.views.lens import Lens
from kanbandesk.ui.words import ageing_words, fill, line_name, priority_name, translate
from kanbandesk.workflow.ageing import LEVELS
from kanbandesk.workflow.boards import Filter
from kanbandesk.workflow.statuses import Priority

Value = str | int | bool
_NAMED = 2  # values written out on a chip before they are counted


@dataclass(frozen=True, slots=True)
class Facet:
    """A property of cards; `part` is the Filter's field that narrows by it."""

    part: str
    name: str
    icon: str
    values: Callable[[BoardModel], Mapping[Any, str]]

    def chosen(self, wanted: Filter) -> tuple[Value, ...]:
        """Return the values that `wanted` lets through."""
        held = getattr(wanted, self.part)
        return (True,) if held is True else () if held is False else tuple(held)

    def toggled(self, wanted: Filter, value: Value) -> Filter:
        """Return `wanted` with the value added, or taken out when it was in."""
        if isinstance(getattr(wanted, self.part), bool):
            return self._with(wanted, not getattr(wanted, self.part))
        chosen = list(self.chosen(wanted))
        if value in chosen:
            chosen.remove(value)
        else:
            chosen.append(value)
        return self._with(wanted, tuple(chosen))

    def cleared(self, wanted: Filter) -> Filter:
        """Return `wanted` without this facet."""
        return self._with(wanted, getattr(Filter(), self.part))

    def _with(self, wanted: Filter, held: object) -> Filter:
        parts: dict[str, Any] = {self.part: held}
        return replace(wanted, **parts)

    def words(self, wanted: Filter, model: BoardModel) -> str:
        """Return the facet and its values for a chip: "Owner: me, Anna K."."""
        names = self.values(model)
        chosen = [names.get(value, str(value)) for value in self.chosen(wanted)]
        if isinstance(getattr(wanted, self.part), bool):
            return self.name
        shown = ", ".join(chosen[:_NAMED])
        more = f" +{len(chosen) - _NAMED}" if len(chosen) > _NAMED else ""
        return fill(translate("Filter", "{facet}: {values}"), facet=self.name, values=shown + more)


def facets() -> Sequence[Facet]:
    """Return all facets, in the order of the menu."""
    return (
        Facet("owner_ids", translate("Filter", "Owner"), "user", _owners),
        Facet("levels", translate("Filter", "Age"), "hourglass", _levels),
        Facet("line_ids", translate("Filter", "Line"), "layers", _lines),
        Facet("priorities", translate("Filter", "Priority"), "flag", _priorities),
        Facet("client_ids", translate("Filter", "Client"), "building", _clients),
        Facet("tags", translate("Filter", "Tag"), "tag", _tags),
        Facet("blocked_only", translate("Filter", "Blocked"), "ban", _blocked),
    )


def _owners(model: BoardModel) -> Mapping[str, str]:
    names = {ME: translate("Filter", "me"), "": translate("Filter", "nobody")}
    others = (agent for agent in model.snapshot.agents if agent.id != model.snapshot.me.id)
    return names | {agent.id: agent.name for agent in sorted(others, key=lambda agent: agent.name.casefold())}


def _levels(_model: BoardModel) -> Mapping[int, str]:
    return {level: ageing_words(level) for level in reversed(range(LEVELS))}


def _lines(model: BoardModel) -> Mapping[str, str]:
    return {line.id: line_name(line) for line in model.snapshot.lines}


def _priorities(_model: BoardModel) -> Mapping[str, str]:
    return {priority.value: priority_name(priority) for priority in reversed(Priority)}


def _clients(model: BoardModel) -> Mapping[str, str]:
    names = {card.client_id: card.client for card in model.cards.values() if card.client_id}
    return dict(sorted(names.items(), key=lambda entry: entry[1].casefold()))


def _tags(model: BoardModel) -> Mapping[str, str]:
    counts = Counter(tag for card in model.cards.values() for tag in card.tags)
    return {tag: tag for tag, _ in counts.most_common()}


def _blocked(_model: BoardModel) -> Mapping[bool, str]:
    return {True: translate("Filter", "blocked")}


def chip_words(lens: Lens, model: BoardModel) -> list[tuple[str, str]]:
    """Return a chip for each facet that narrows: the facet's part, and its words."""
    return [(facet.part, facet.words(lens.filter, model)) for facet in facets() if facet.chosen(lens.filter)]


def without(lens: Lens, part: str) -> None:
    """Take one facet off the lens."""
    facet = next(facet for facet in facets() if facet.part == part)
    lens.narrow(facet.cleared(lens.filter))
