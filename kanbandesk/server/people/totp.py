"""The second factor: six digits that change each 30 seconds (RFC 6238). Each code is taken once."""

from __future__ import annotations

from typing import Final

import pyotp

STEP: Final = 30_000
"""Milliseconds for which a code stands."""
_AROUND: Final = (0, -1, 1)
"""Steps by which the clock of somebody's telephone may differ."""
PENDING: Final = "?"
"""Stands before a secret that its person has not confirmed by a code yet; it asks for nothing."""


def new_secret() -> str:
    """Return 160 random bits in base 32."""
    return pyotp.random_base32(32)


def is_on(secret: str) -> bool:
    """Tell whether a code is asked for."""
    return bool(secret) and not secret.startswith(PENDING)


def uri(secret: str, *, login: str, workspace: str) -> str:
    """Return what an authenticator reads from a picture."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=workspace or "KanbanDesk")


def step_of(secret: str, code: str, *, now: int, used: int) -> int | None:
    """Return the time step (of 30 s) that `code` belongs to; None when it is wrong, or of a step taken before.

    `used` is the last step that was taken, and `now` UTC ms.
    """
    digits = "".join(code.split())
    if not (len(digits) == 6 and digits.isascii() and digits.isdecimal()):
        return None
    totp = pyotp.TOTP(secret)
    for around in _AROUND:
        step = now // STEP + around
        if step > used and pyotp.utils.strings_equal(totp.generate_otp(step), digits):
            return step
    return None
