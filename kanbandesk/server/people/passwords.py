"""Passwords: what is taken for one, and how it is kept (argon2id; ASVS 5.0, 6.2 and appendix C)."""

from __future__ import annotations

import secrets
import threading
import unicodedata
from typing import Final

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

from kanbandesk.protocol import TOO_WEAK, Problem
from kanbandesk.server.people.common_passwords import is_common

SHORTEST, LONGEST = 8, 256
"""Characters. No rule on which ones: length and not being common are what counts."""
MEMORY: Final = 46 * 1024
"""KiB that one hash takes."""
AT_ONCE: Final = 4
"""Hashes at the same time: more of them would only take the memory of everything else."""


def check_password(password: str, *, login: str, name: str) -> None:
    """Raise Problem("weak_password", reason=too_short|too_long|common|like_login) for one that guessers know."""
    if len(password) < SHORTEST:
        raise Problem(TOO_WEAK, reason="too_short", least=SHORTEST)
    if len(password) > LONGEST:
        raise Problem(TOO_WEAK, reason="too_long", most=LONGEST)
    if is_common(password):
        raise Problem(TOO_WEAK, reason="common")
    rest = password.casefold()
    for part in sorted({*_words(login), *_words(name)}, key=len, reverse=True):
        rest = rest.replace(part, "") if len(part) >= 3 else rest
    if len(rest) < SHORTEST // 2:
        raise Problem(TOO_WEAK, reason="like_login")


def _words(text: str) -> list[str]:
    folded = text.casefold()
    return [folded, *"".join(sign if sign.isalnum() else " " for sign in folded).split()]


class Passwords:
    """Hashes passwords and compares them, in about a tenth of a second each."""

    def __init__(self, memory: int = MEMORY) -> None:
        self._hasher = PasswordHasher(time_cost=1, memory_cost=memory, parallelism=1, type=Type.ID)
        self._room = threading.BoundedSemaphore(AT_ONCE)
        self._nobodys = ""

    def hash(self, password: str) -> str:
        """Return what is kept of a password."""
        with self._room:
            return self._hasher.hash(_normal(password))

    def fits(self, password: str, kept: str) -> bool:
        """Tell whether it is the password; without one kept (empty) it takes as long and is never."""
        compared = kept or self._of_nobody()
        with self._room:
            try:
                self._hasher.verify(compared, _normal(password))
            except (VerificationError, InvalidHashError):
                return False
        return bool(kept)

    def _of_nobody(self) -> str:
        """Return what an unknown login is compared with; made when it is first needed, as it takes its time."""
        self._nobodys = self._nobodys or self.hash(secrets.token_urlsafe(16))
        return self._nobodys

    def is_outdated(self, kept: str) -> bool:
        """Tell whether it was hashed with weaker settings than today's."""
        return self._hasher.check_needs_rehash(kept)


def _normal(password: str) -> str:
    """The same password typed on another system may come in other code points."""
    return unicodedata.normalize("NFC", password)
