"""Tokens: 256 random bits that only their owner knows; kept is their SHA-256, which is of no use to a thief."""

from __future__ import annotations

import hashlib
import secrets


def new_token() -> str:
    """Return a token, as text that may stand in a link."""
    return secrets.token_urlsafe(32)


def kept(token: str) -> str:
    """Return what is kept of a token; it is random, so that a fast hash without salt will do."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
