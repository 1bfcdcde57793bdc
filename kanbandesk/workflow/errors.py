"""The tree of refusals.

Refusal            the rules say no: told to the person, nothing was changed
├── NotFound       what the command names is not here
├── NotAllowed     the actor's role, or the state of the ticket, forbids it
├── Demanded       something the transition demands is missing
├── Invalid        a value cannot be taken as it is
├── Taken          somebody else was first (a claim)
└── Stale          the state it was based on has changed since

A refusal is a code and parameters; `ui` and the portal put it into words.
"""

from __future__ import annotations

from collections.abc import Mapping


class Refusal(Exception):
    """The rules refuse a command; nothing was changed."""

    def __init__(self, code: str, /, **params: str | int | None) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, str | int | None] = params

    def __str__(self) -> str:
        inner = ", ".join(f"{key}={value!r}" for key, value in self.params.items())
        return f"{self.code}({inner})"


class NotFound(Refusal):
    """What the command names does not exist here."""


class NotAllowed(Refusal):
    """The actor's role, or the ticket's state, forbids it."""


class Demanded(Refusal):
    """The transition demands something that the command does not bring; `demand` names it."""


class Invalid(Refusal):
    """A value cannot be taken as it is; `field` names it."""


class Taken(Refusal):
    """Somebody else was first; `owner_id` and `owner` tell who."""


class Stale(Refusal):
    """The state that the command was based on has changed since."""
