"""What a notification says, in one sentence, and by which sign it is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kanbandesk.ui.words import Names, fill, plain_line, ticket_label
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, translate
from kanbandesk.workflow.records import NoticeKind, Notification, Task, TaskKind


@dataclass(frozen=True, slots=True)
class Sign:
    """The icon of a kind, and its tone: empty, "good", "late" or "stale"."""

    icon: str
    tone: str = ""


_SIGNS: Mapping[NoticeKind, Sign] = {
    NoticeKind.OFFERED: Sign("hand"),
    NoticeKind.DRAWN: Sign("hand"),
    NoticeKind.ASSIGNED: Sign("user-plus"),
    NoticeKind.TAKEN_OVER: Sign("users"),
    NoticeKind.ESCALATED: Sign("circle-alert", "late"),
    NoticeKind.NOBODY_ON_SHIFT: Sign("users", "late"),
    NoticeKind.ALL_FULL: Sign("users", "late"),
    NoticeKind.ALARM: Sign("triangle-alert", "stale"),
    NoticeKind.BREACHED: Sign("timer", "stale"),
    NoticeKind.BREACH_UNEXPLAINED: Sign("timer", "stale"),
    NoticeKind.MENTIONED: Sign("message-square"),
    NoticeKind.CLIENT_REPLIED: Sign("message-circle"),
    NoticeKind.REJECTED: Sign("circle-x", "late"),
    NoticeKind.DISLIKED: Sign("flag", "late"),
    NoticeKind.PHANTOM: Sign("circle-help", "late"),
    NoticeKind.WOKEN: Sign("alarm-clock"),
    NoticeKind.OWNER_ABSENT: Sign("user", "late"),
    NoticeKind.POSTPONED_AGAIN: Sign("alarm-clock", "late"),
    NoticeKind.FOOTBALL: Sign("circle-alert", "late"),
    NoticeKind.TRANSFERRED: Sign("move-right"),
    NoticeKind.TRANSFER_ACCEPTED: Sign("circle-check", "good"),
    NoticeKind.TRANSFER_RETURNED: Sign("undo-2", "late"),
    NoticeKind.DEVELOPED: Sign("code", "good"),
    NoticeKind.DECLINED: Sign("code", "late"),
    NoticeKind.PAST_DUE: Sign("calendar-clock", "late"),
    NoticeKind.WATCHED: Sign("eye"),
    NoticeKind.REOPENED: Sign("history"),
}

_SYSTEM: Mapping[NoticeKind, str] = {
    NoticeKind.OFFERED: QT_TRANSLATE_NOOP("Told", "New for your line"),
    NoticeKind.DRAWN: QT_TRANSLATE_NOOP("Told", "Nobody claimed it in time: it was given to you"),
    NoticeKind.ASSIGNED: QT_TRANSLATE_NOOP("Told", "It was assigned to you"),
    NoticeKind.TAKEN_OVER: QT_TRANSLATE_NOOP("Told", "Somebody has taken it over from you"),
    NoticeKind.ESCALATED: QT_TRANSLATE_NOOP("Told", "Not started in time: you are on it as lead"),
    NoticeKind.NOBODY_ON_SHIFT: QT_TRANSLATE_NOOP("Told", "Nobody is on shift to take it"),
    NoticeKind.ALL_FULL: QT_TRANSLATE_NOOP("Told", "Everybody on shift is full; the least loaded got it"),
    NoticeKind.ALARM: QT_TRANSLATE_NOOP("Told", "Problem: take note of it"),
    NoticeKind.BREACHED: QT_TRANSLATE_NOOP("Told", "The SLA target is broken"),
    NoticeKind.BREACH_UNEXPLAINED: QT_TRANSLATE_NOOP("Told", "A day after the breach nobody has written why"),
    NoticeKind.MENTIONED: QT_TRANSLATE_NOOP("Told", "You were mentioned"),
    NoticeKind.CLIENT_REPLIED: QT_TRANSLATE_NOOP("Told", "The client has answered"),
    NoticeKind.REJECTED: QT_TRANSLATE_NOOP("Told", "The client says: not solved"),
    NoticeKind.DISLIKED: QT_TRANSLATE_NOOP("Told", "The client did not like it"),
    NoticeKind.PHANTOM: QT_TRANSLATE_NOOP("Told", "The client says: I did not make this request"),
    NoticeKind.WOKEN: QT_TRANSLATE_NOOP("Told", "Its time has come"),
    NoticeKind.OWNER_ABSENT: QT_TRANSLATE_NOOP("Told", "Its owner is away"),
    NoticeKind.POSTPONED_AGAIN: QT_TRANSLATE_NOOP("Told", "Postponed again, and the client was told nothing"),
    NoticeKind.FOOTBALL: QT_TRANSLATE_NOOP("Told", "Sent back and forth: only a lead may transfer it now"),
    NoticeKind.TRANSFERRED: QT_TRANSLATE_NOOP("Told", "It is offered to your line"),
    NoticeKind.TRANSFER_ACCEPTED: QT_TRANSLATE_NOOP("Told", "Your transfer was accepted"),
    NoticeKind.TRANSFER_RETURNED: QT_TRANSLATE_NOOP("Told", "Your transfer came back: not theirs"),
    NoticeKind.DEVELOPED: QT_TRANSLATE_NOOP("Told", "The developers are done"),
    NoticeKind.DECLINED: QT_TRANSLATE_NOOP("Told", "The developers have declined"),
    NoticeKind.PAST_DUE: QT_TRANSLATE_NOOP("Told", "The developers have missed their date"),
    NoticeKind.WATCHED: QT_TRANSLATE_NOOP("Told", "Something happened to a ticket that you watch"),
    NoticeKind.REOPENED: QT_TRANSLATE_NOOP("Told", "It was reopened"),
}
"""What each kind says when nobody in particular brought it about."""

_BY: Mapping[NoticeKind, str] = {
    NoticeKind.OFFERED: QT_TRANSLATE_NOOP("Told", "{who} has put it before your line"),
    NoticeKind.ASSIGNED: QT_TRANSLATE_NOOP("Told", "{who} has assigned it to you"),
    NoticeKind.TAKEN_OVER: QT_TRANSLATE_NOOP("Told", "{who} has taken it over from you"),
    NoticeKind.MENTIONED: QT_TRANSLATE_NOOP("Told", "{who} has mentioned you"),
    NoticeKind.TRANSFERRED: QT_TRANSLATE_NOOP("Told", "{who} offers it to your line"),
    NoticeKind.TRANSFER_ACCEPTED: QT_TRANSLATE_NOOP("Told", "{who} has accepted your transfer"),
    NoticeKind.TRANSFER_RETURNED: QT_TRANSLATE_NOOP("Told", "{who} sends it back: not theirs"),
    NoticeKind.DEVELOPED: QT_TRANSLATE_NOOP("Told", "{who} is done in development"),
    NoticeKind.DECLINED: QT_TRANSLATE_NOOP("Told", "{who} declines in development"),
    NoticeKind.POSTPONED_AGAIN: QT_TRANSLATE_NOOP(
        "Told", "{who} postponed it again, the client was told nothing"
    ),
    NoticeKind.REOPENED: QT_TRANSLATE_NOOP("Told", "{who} has reopened it"),
}

_ESCALATED_FROM_ME = QT_TRANSLATE_NOOP("Told", "You have not started this in time: the lead is on it now")

_TASKS: Mapping[TaskKind, str] = {
    TaskKind.BREACH_REASON: QT_TRANSLATE_NOOP("Told", "Write why the SLA target was broken"),
    TaskKind.CALL_BACK: QT_TRANSLATE_NOOP("Told", "Call the client back: is all well?"),
    TaskKind.CALL_REQUESTER: QT_TRANSLATE_NOOP(
        "Told", "Call the client: there is no other way to reach them"
    ),
    TaskKind.PHANTOM: QT_TRANSLATE_NOOP("Told", "Confirm or refute: “I did not make this request”"),
    TaskKind.REVIEW: QT_TRANSLATE_NOOP("Told", "Look through the closed conversation"),
}


def sign(kind: NoticeKind) -> Sign:
    """Return the sign of a kind."""
    return _SIGNS[kind]


def sentence(notice: Notification, names: Names, owner_id: str = "") -> str:
    """Return what the notification says; `owner_id` is who has the ticket now."""
    if notice.kind is NoticeKind.ESCALATED and owner_id and owner_id == notice.agent_id:
        return translate("Told", _ESCALATED_FROM_ME)
    by = _BY.get(notice.kind)
    who = names.agents.get(notice.by_id, "")
    if by is not None and who:
        return fill(translate("Told", by), who=plain_line(who))
    return translate("Told", _SYSTEM[notice.kind])


def taken_note(who: str) -> str:
    """Return who has taken note of an alarm: "Ada Berg has taken note of it"."""
    return fill(translate("Told", "{who} has taken note of it"), who=who)


def subject(notice: Notification) -> str:
    """Return which ticket it is about: "#4756 Need SIP trace", empty for none."""
    return f"{ticket_label(notice.number)} {plain_line(notice.title)}" if notice.ticket_id else ""


def task_sentence(task: Task) -> str:
    """Return what a task asks for."""
    return translate("Told", _TASKS[task.kind])
