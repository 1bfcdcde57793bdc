"""How the desk stands with its server, in a few words for the status line and a sentence for its tool tip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kanbandesk.ui.words import fill, near_moment, short_duration, translate
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP
from kanbandesk.workflow.statuses import MINUTE
from kanbandesk.workflow.team import Connection, SyncStatus

SKEW = 2 * MINUTE
"""How wrong this computer's clock may be before it is told (ms)."""

_WORDS: Mapping[Connection, str] = {
    Connection.CONNECTING: QT_TRANSLATE_NOOP("Team", "Connecting"),
    Connection.LIVE: QT_TRANSLATE_NOOP("Team", "Live"),
    Connection.OFFLINE: QT_TRANSLATE_NOOP("Team", "Offline since {moment}"),
    Connection.SIGNED_OUT: QT_TRANSLATE_NOOP("Team", "Signed out"),
    Connection.OUTDATED: QT_TRANSLATE_NOOP("Team", "Update needed"),
    Connection.LOCKED: QT_TRANSLATE_NOOP("Team", "Locked"),
}
_TIPS: Mapping[Connection, str] = {
    Connection.CONNECTING: QT_TRANSLATE_NOOP("Team", "The board is on its way from the server."),
    Connection.LIVE: QT_TRANSLATE_NOOP("Team", "Everybody sees this board as you do."),
    Connection.OFFLINE: QT_TRANSLATE_NOOP(
        "Team", "The server does not answer. Work on: everything is kept here and sent when it is back."
    ),
    Connection.SIGNED_OUT: QT_TRANSLATE_NOOP(
        "Team", "Work on: everything is kept here. Sign in, and it is sent."
    ),
    Connection.OUTDATED: QT_TRANSLATE_NOOP(
        "Team", "The server needs a newer KanbanDesk. Work on: everything is kept here until the update."
    ),
    Connection.LOCKED: QT_TRANSLATE_NOOP(
        "Team", "This desk was away too long, or was locked by an administrator. Sign in to go on."
    ),
}
_LOOKS: Mapping[Connection, str] = {
    Connection.LIVE: "good",
    Connection.SIGNED_OUT: "bad",
    Connection.OUTDATED: "bad",
    Connection.LOCKED: "bad",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The words, what hangs on them in the style sheet, and the sentence behind them."""

    words: str
    look: str
    tip: str


def standing(status: SyncStatus, now: int) -> Standing:
    """Return how `status` is told; `now` is the desk's clock (UTC ms)."""
    is_live = status.connection is Connection.LIVE
    parts = [_connection_words(status, now)]
    if status.pending:
        parts.append(translate("Team", "%n to send", None, status.pending))
    sign = "●" if is_live and not status.pending else "◌" if is_live else "○"
    tips = [translate("Team", _TIPS[status.connection])]
    if abs(status.skew) > SKEW:
        tips.append(
            fill(
                translate("Team", "This computer's clock is wrong by {time}; the server's is used."),
                time=short_duration(abs(status.skew)),
            )
        )
    look = "" if status.pending and is_live else _LOOKS.get(status.connection, "")
    return Standing(f"{sign} {' · '.join(parts)}", look, " ".join(tips))


def _connection_words(status: SyncStatus, now: int) -> str:
    if status.connection is Connection.CONNECTING and status.rows_loaded:
        return translate("Team", "Loading, %n row(s) so far", None, status.rows_loaded)
    words = translate("Team", _WORDS[status.connection])
    return fill(words, moment=near_moment(status.since, now)) if "{moment}" in words else words
