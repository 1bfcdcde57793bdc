"""A kind of setting, as its page needs it: what there is, how it is edited, and by which command it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from kanbandesk.ui.setup.form import Form
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import Command, SaveProcess, SaveWorkflow
from kanbandesk.workflow.process import Process
from kanbandesk.workflow.statuses import Workflow

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Drawer(Generic[T]):
    """One kind of setting; `make` is None where none can be added, `delete` where none can go."""

    title: str
    about: str
    icon: str
    items: Callable[[BoardSnapshot], Sequence[T]]
    name: Callable[[T], str]
    form: Callable[[BoardSnapshot, T], Form]
    save: Callable[[BoardSnapshot, T], Command]
    make: Callable[[BoardSnapshot], T] | None = None
    delete: Callable[[BoardSnapshot, T], Command] | None = None
    move: Callable[[BoardSnapshot, T, int], Command | None] | None = None
    detail: Callable[[T], str] = field(default=lambda _item: "")
    identity: Callable[[T], str] = field(default=lambda item: str(getattr(item, "id", "")))
    empty: str = ""  # what is said where there is none yet
    is_one: bool = False  # there is a single one, so no list stands beside it
    can_be_tried: bool = False  # on yesterday's tickets, before it is kept


def _id(item: object) -> str:
    return str(getattr(item, "id", ""))


class InTuple(Generic[T]):
    """A kind of setting that lies in a tuple of the workflow or of the process: kept by saving the whole."""

    def __init__(self, of: type[Workflow] | type[Process], name: str) -> None:
        self._of, self._name = of, name

    def items(self, snapshot: BoardSnapshot) -> tuple[T, ...]:
        """Return what there is."""
        found: tuple[T, ...] = getattr(self._whole(snapshot), self._name)
        return found

    def save(self, snapshot: BoardSnapshot, item: T) -> Command:
        """Return the command that keeps one, in its place or at the end."""
        items = self.items(snapshot)
        ids = [_id(one) for one in items]
        mine = _id(item)
        if mine in ids:
            return self.put(
                snapshot, [item if known == mine else one for known, one in zip(ids, items, strict=True)]
            )
        return self.put(snapshot, [*items, item])

    def delete(self, snapshot: BoardSnapshot, item: T) -> Command:
        """Return the command that takes one away."""
        return self.put(snapshot, [one for one in self.items(snapshot) if _id(one) != _id(item)])

    def move(self, snapshot: BoardSnapshot, item: T, step: int) -> Command | None:
        """Return the command that brings one up or down, None at the end of the list."""
        items = list(self.items(snapshot))
        place = [_id(one) for one in items].index(_id(item))
        if not 0 <= place + step < len(items):
            return None
        items.insert(place + step, items.pop(place))
        return self.put(snapshot, items)

    def put(self, snapshot: BoardSnapshot, items: Sequence[T]) -> Command:
        """Return the command that keeps these and no others."""
        values: dict[str, Any] = {self._name: tuple(items)}
        if self._of is Workflow:
            return SaveWorkflow(workflow=replace(snapshot.workflow, **values))
        return SaveProcess(process=replace(snapshot.process, **values))

    def _whole(self, snapshot: BoardSnapshot) -> Workflow | Process:
        return snapshot.workflow if self._of is Workflow else snapshot.process
