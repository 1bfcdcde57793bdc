"""The words of a card's badge and of its SLA clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kanbandesk.ui.words.durations import long_duration, short_duration
from kanbandesk.ui.words.filling import fill, translate
from kanbandesk.ui.words.moments import near_moment, relative_day
from kanbandesk.ui.words.names import short_sla_name
from kanbandesk.workflow.ageing import level
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import DAY, HOUR, StatusKind, Workflow
from kanbandesk.workflow.tickets import Ticket

_NEAR = 6 * DAY  # a moment so near is told with its hour


@dataclass(frozen=True, slots=True)
class Badge:
    """What a card says of its age: the text beside the glyph, the level 0-3, and the words for a screen reader."""

    text: str
    level: int
    spoken: str


def ageing_words(ageing_level: int) -> str:
    """Return the word for an ageing level 0-3."""
    return (
        translate("Ageing", "fresh"),
        translate("Ageing", "ageing"),
        translate("Ageing", "late"),
        translate("Ageing", "stale"),
    )[ageing_level]


def badge(card: Card, workflow: Workflow, now: int) -> Badge:
    """Return the badge of `card` at `now` (UTC ms): what counts in its status, in words."""
    text, meaning = _moment_words(card, workflow, now) or _age_words(card, workflow, now)
    reached = level(card, now)
    spoken = fill(translate("Ageing", "{level}: {words}"), level=ageing_words(reached), words=meaning)
    return Badge(text, reached, spoken)


def sla_words(card: Card, workflow: Workflow, now: int) -> str:
    """Return the SLA clock of `card` in words: "Settings · 3 h left", "12 min over", "clock stopped" or nothing.

    What is left is real time until the target, so a night on which the clock rests is part of it.
    """
    if card.closed_at is not None:
        return ""
    if card.sla_due is None:
        return stopped_words() if card.sla_left is not None else ""
    left = card.sla_due - now
    if left < 0:
        return fill(translate("Sla", "{time} over"), time=short_duration(-left))
    words = fill(translate("Sla", "{time} left"), time=short_duration(left))
    name = _class_name(card.sla_class, workflow)
    return f"{name} · {words}" if name else words


def stopped_words() -> str:
    """Return the words for an SLA clock that stands still (R7b)."""
    return translate("Sla", "clock stopped")


def usual_badges(status_id: str, workflow: Workflow, now: int) -> Iterator[str]:
    """Yield badges of a status in which a clock may stand (R7b), among them the widest that is usual there."""
    yield short_duration(10 * DAY - 1)
    kind = workflow.status(status_id).kind
    if kind is StatusKind.POSTPONED:
        yield from (_wake_words(now + step * HOUR, now)[0] for step in range(1, _NEAR // HOUR, 3))
        yield _wake_words(now + 28 * DAY, now)[0]
        yield _wake_words(now - 10 * DAY + 1, now)[0]
    elif kind is StatusKind.SOLVED:
        ends = (now + workflow.auto_close_after - less for less in (1, DAY + 1))
        yield from (words[0] for end in ends if (words := _closing_words(end, now)))


def _class_name(class_id: str, workflow: Workflow) -> str:
    try:
        return short_sla_name(workflow.sla(class_id))
    except KeyError:
        return ""


def date_words(subject: Card | Ticket, workflow: Workflow, now: int) -> str:
    """Return the date that counts in the status of `subject` ("due in 3 d"), empty where an age counts instead."""
    words = _moment_words(subject, workflow, now)
    return words[0] if words else ""


def _moment_words(card: Card | Ticket, workflow: Workflow, now: int) -> tuple[str, str] | None:
    """Return text and spoken words for a status that waits for a date, None where an age counts instead."""
    kind = workflow.status(card.status_id).kind
    if kind is StatusKind.POSTPONED and card.wake_at is not None:
        return _wake_words(card.wake_at, now)
    if kind is StatusKind.WAITING_VENDOR and card.expected_at is not None:
        return _due_words(card.expected_at, now, translate("Ageing", "the vendor's answer is {due}"))
    if kind is StatusKind.IN_DEVELOPMENT and card.due_at is not None:
        return _due_words(card.due_at, now, translate("Ageing", "development is {due}"))
    if kind is StatusKind.SOLVED and card.proposed_at is not None:
        return _closing_words(card.proposed_at + workflow.auto_close_after, now)
    if kind is StatusKind.CLOSED and card.closed_at is not None:
        text = fill(translate("Ageing", "closed {day}"), day=relative_day(card.closed_at, now))
        return text, text
    return None


def _wake_words(wake_at: int, now: int) -> tuple[str, str]:
    if wake_at > now:
        is_near = wake_at - now < _NEAR
        moment = near_moment(wake_at, now) if is_near else relative_day(wake_at, now)
        text = fill(translate("Ageing", "wakes {moment}"), moment=moment)
    else:
        text = fill(translate("Ageing", "awake {time}"), time=short_duration(now - wake_at))
    return text, text


def _due_words(due_at: int, now: int, sentence: str) -> tuple[str, str]:
    day = relative_day(due_at, now)
    text = fill(translate("Ageing", "due {day}"), day=day)
    return text, fill(sentence, due=text)


def _closing_words(closes_at: int, now: int) -> tuple[str, str] | None:
    """Return when the solution closes the ticket by itself (R11a); None once that moment has passed."""
    if closes_at <= now:
        return None
    text = fill(translate("Ageing", "closes in {time}"), time=short_duration(closes_at - now))
    return text, text


def _age_words(card: Card, workflow: Workflow, now: int) -> tuple[str, str]:
    kind = workflow.status(card.status_id).kind
    since = card.status_since
    sentence = translate("Ageing", "{time} in this column")
    if kind is StatusKind.NEW:
        sentence = translate("Ageing", "{time} unclaimed")
    elif kind is StatusKind.ASSIGNED:
        sentence = translate("Ageing", "{time} not started")
    elif kind in (StatusKind.IN_PROGRESS, StatusKind.WAITING_CLIENT):
        if card.answered_at is not None and card.answered_at >= since:
            since, sentence = card.answered_at, translate("Ageing", "{time} since our answer")
    elif kind is StatusKind.SOLVED and card.proposed_at is not None:
        since, sentence = card.proposed_at, translate("Ageing", "{time} since the solution was proposed")
    return short_duration(now - since), fill(sentence, time=long_duration(now - since))
