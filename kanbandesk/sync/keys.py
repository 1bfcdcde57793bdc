"""The one secret of a desk, its session's token: in the system's keyring or, where there is none, only in memory.

Never on the disk in the clear: of the keyring's backends only those are used that are the system's own store.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final, Protocol, TypeVar

log = logging.getLogger(__name__)
T = TypeVar("T")

SERVICE: Final = "KanbanDesk"
SAFE: Final = (
    "keyring.backends.SecretService",
    "keyring.backends.libsecret",
    "keyring.backends.kwallet",
    "keyring.backends.macOS",
    "keyring.backends.Windows",
)
"""Modules of backends that keep secrets where the system does; others may write plain files."""


class Store(Protocol):
    """What a keyring's backend does."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return a secret."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a secret."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget a secret."""
        ...


class Keys:
    """Tokens by the name of the desk that they belong to. May wait while the system asks for its own password."""

    def __init__(self, store: Store | None = None) -> None:
        self._store = store
        self._of_this_run: dict[str, str] = {}

    @classmethod
    def of_system(cls) -> Keys:
        """Return the keys in the system's keyring; without one they last as long as the program runs."""
        from keyring.backend import get_all_keyring

        safe = [one for one in get_all_keyring() if type(one).__module__ in SAFE and one.priority > 0]
        return cls(max(safe, key=lambda one: one.priority, default=None))

    @property
    def are_kept(self) -> bool:
        """Whether they are still there when the program is started again."""
        return self._store is not None

    def find(self, name: str) -> str:
        """Return a desk's token, empty when there is none."""
        if name in self._of_this_run:
            return self._of_this_run[name]
        return self._tried("read", lambda store: store.get_password(SERVICE, name)) or ""

    def keep(self, name: str, token: str) -> bool:
        """Keep a desk's token; False when it could be kept for this run only, which the person is told."""
        self._of_this_run[name] = token

        def put(store: Store) -> str:
            store.set_password(SERVICE, name, token)
            return token

        return self._tried("written", put) is not None

    def forget(self, name: str) -> None:
        """Forget a desk's token."""
        self._of_this_run.pop(name, None)

        def drop(store: Store) -> None:
            if store.get_password(SERVICE, name) is not None:
                store.delete_password(SERVICE, name)

        self._tried("cleared", drop)

    def _tried(self, deed: str, act: Callable[[Store], T]) -> T | None:
        """Ask the keyring; a locked or broken one is told in the log, and is no reason to stop."""
        from keyring.errors import KeyringError

        if self._store is None:
            return None
        try:
            return act(self._store)
        except KeyringError as error:
            log.warning("The keyring could not be %s: %s", deed, error)
            return None
