"""Why a server does not let somebody in, or cannot be reached, in words: what happened and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from kanbandesk import protocol
from kanbandesk.ui.words import fill, translate
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP

UNREACHABLE, CERTIFICATE, STRANGER = "unreachable", "certificate", "no_server"
"""What is wrong when there is no answer of a server: none came, it is not trusted, it is something else's."""
NOT_ENCRYPTED, NO_ADDRESS = "not_encrypted", "no_address"

_TEXTS: Mapping[str, str] = {
    UNREACHABLE: QT_TRANSLATE_NOOP(
        "Joining", "The server does not answer. Check the address and the network."
    ),
    CERTIFICATE: QT_TRANSLATE_NOOP(
        "Joining", "The server's certificate is not trusted here, so nothing was sent. Ask who runs it."
    ),
    STRANGER: QT_TRANSLATE_NOOP("Joining", "What answers there is no KanbanDesk server. Check the address."),
    NOT_ENCRYPTED: QT_TRANSLATE_NOOP(
        "Joining", "The address is not encrypted, so nothing was sent. It has to begin with https://"
    ),
    NO_ADDRESS: QT_TRANSLATE_NOOP("Joining", "That is no address. It looks like https://desk.example.com"),
    protocol.BAD_SIGN_IN: QT_TRANSLATE_NOOP("Joining", "Login, password or code is wrong."),
    protocol.CODE_WANTED: QT_TRANSLATE_NOOP(
        "Joining", "Your account wants a code as well: type it and press again."
    ),
    protocol.THROTTLED: QT_TRANSLATE_NOOP("Joining", "Too many tries. Wait {after} s, then try again."),
    protocol.GONE: QT_TRANSLATE_NOOP(
        "Joining", "This invitation is not valid any more. Ask an administrator for a new one."
    ),
    protocol.LOGIN_TAKEN: QT_TRANSLATE_NOOP("Joining", "Somebody else has this login."),
    protocol.TOO_OLD: QT_TRANSLATE_NOOP("Joining", "The server needs a newer KanbanDesk. Update it first."),
    protocol.BEHIND: QT_TRANSLATE_NOOP("Joining", "The server is older than this program. Ask who runs it."),
    protocol.FORBIDDEN: QT_TRANSLATE_NOOP("Joining", "Only an administrator of the server may do this."),
    protocol.OCCUPIED: QT_TRANSLATE_NOOP(
        "Joining", "Somebody works on this server already. A board goes to one that nobody has used yet."
    ),
    protocol.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Joining", "The server takes no board of this size. Ask who runs it."
    ),
    protocol.BUSY: QT_TRANSLATE_NOOP("Joining", "The server is busy. Try again in a moment."),
}
_NO_BOARD: Mapping[str, str] = {
    "damaged": QT_TRANSLATE_NOOP(
        "Joining", "The board did not arrive whole. Try again; nothing was changed."
    ),
    "newer": QT_TRANSLATE_NOOP("Joining", "The server is older than this program. Ask who runs it."),
    "future": QT_TRANSLATE_NOOP(
        "Joining", "This board's clock is ahead of the server's. It cannot be taken."
    ),
    "space": QT_TRANSLATE_NOOP("Joining", "The server's disk is too full for this board. Ask who runs it."),
}
_WEAK: Mapping[str, str] = {
    "too_short": QT_TRANSLATE_NOOP("Joining", "The password is too short: at least {least} characters."),
    "too_long": QT_TRANSLATE_NOOP("Joining", "The password is too long: at most {most} characters."),
    "common": QT_TRANSLATE_NOOP("Joining", "This password is one that guessers try first. Choose another."),
    "like_login": QT_TRANSLATE_NOOP("Joining", "The password is too much like the login. Choose another."),
}


def joining_text(code: str, params: Mapping[str, str | int | None]) -> str:
    """Return why signing in, or accepting an invitation, did not work."""
    by_reason = {protocol.TOO_WEAK: _WEAK, protocol.NO_BOARD: _NO_BOARD}.get(code)
    text = _TEXTS.get(code) if by_reason is None else by_reason.get(str(params.get("reason")))
    if text is None:
        return fill(translate("Joining", "The server does not take it ({code})."), code=code)
    return fill(translate("Joining", text), **{key: str(value) for key, value in params.items()})
