"""Undo and redo of one's own actions: a stack of steps, each one or several mutations under one word.

What is undone is decided by the rulebook (`UndoChange`); this only remembers the order and the words.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

DEPTH = 100


@dataclass(frozen=True, slots=True)
class Step:
    """Something the person did: its words, the uids of its mutations, and why it cannot be taken back (if so)."""

    words: str
    uids: tuple[str, ...]
    why_not: str = ""


@dataclass(slots=True)
class Group:
    """Several mutations that are one step, until the last of their receipts has come."""

    words: str
    waiting: set[str]
    done: list[str] = field(default_factory=list)
    why_not: str = ""


class UndoStack:
    """The steps that can be undone and those that can be redone."""

    def __init__(self) -> None:
        self._done: deque[Step] = deque(maxlen=DEPTH)
        self._undone: list[Step] = []
        self._groups: dict[str, Group] = {}

    def expect(self, words: str, uids: list[str]) -> None:
        """Take these mutations as one step, whose receipts are still to come."""
        group = Group(words, set(uids))
        for uid in uids:
            self._groups[uid] = group

    def record(self, uid: str, words: str, *, is_applied: bool = True, why_not: str = "") -> None:
        """Note the outcome of a mutation: a step of its own, or a part of the group that expects it."""
        group = self._groups.pop(uid, None)
        if group is None:
            if is_applied:
                self._push(Step(words, (uid,), why_not))
            return
        group.waiting.discard(uid)
        if is_applied:
            group.done.append(uid)
            group.why_not = group.why_not or why_not
        if not group.waiting and group.done:
            self._push(Step(group.words, tuple(group.done), group.why_not))

    def next_undo(self) -> Step | None:
        """Return the step that undo would take back."""
        return self._done[-1] if self._done else None

    def next_redo(self) -> Step | None:
        """Return the step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def take_undo(self) -> Step | None:
        """Take the last step off; `undone` brings it to the redo side."""
        return self._done.pop() if self._done else None

    def take_redo(self) -> Step | None:
        """Take the last undone step off; `redone` brings it back to the undo side."""
        return self._undone.pop() if self._undone else None

    def undone(self, step: Step, uids: tuple[str, ...]) -> None:
        """`step` was taken back by the mutations `uids`: undoing those does it again."""
        self._undone.append(Step(step.words, uids))

    def redone(self, step: Step, uids: tuple[str, ...]) -> None:
        """`step` was done again by the mutations `uids`."""
        self._done.append(Step(step.words, uids))

    def _push(self, step: Step) -> None:
        self._done.append(step)
        self._undone.clear()
