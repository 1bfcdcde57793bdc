"""What every command is, and the registry by which a name on the wire finds its class."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, TypeVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something that somebody wants."""

    name: ClassVar[str] = ""
    version: ClassVar[int] = 1
    is_reversible: ClassVar[bool] = True


REGISTRY: dict[str, type[Command]] = {}
C = TypeVar("C", bound=Command)


def command(name: str, *, is_reversible: bool = True) -> Callable[[type[C]], type[C]]:
    """Register a command class under the `name` that travels on the wire and lies in the outbox."""

    def register(cls: type[C]) -> type[C]:
        if name in REGISTRY:
            raise ValueError(f"the command {name!r} is registered twice")
        cls.name = name
        cls.is_reversible = is_reversible
        REGISTRY[name] = cls
        return cls

    return register


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in its column a card goes: behind `after` and before `before` (ticket ids; empty = the column's edge)."""

    after: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTicket(Command):
    """A command about one ticket."""

    ticket_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed(OnTicket):
    """Something of the system's that became due at a moment; it may be done later (C5)."""

    due: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition(OnTicket):
    """A command that changes the status; `reason` lets a lead make a move that the workflow does not have (S2)."""

    place: Place | None = None
    reason: str = ""
    due: int | None = None  # when the system's timer had it (C5)
