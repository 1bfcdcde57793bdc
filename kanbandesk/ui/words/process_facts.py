"""What the process has brought about, in words for the timeline: transfers, alarms, sub-tasks, ratings, reviews."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, fill, translate
from kanbandesk.ui.words.lookup import Names
from kanbandesk.ui.words.moments import moment_text
from kanbandesk.ui.words.plain import plain_line
from kanbandesk.workflow import events
from kanbandesk.workflow.events import Fact
from kanbandesk.workflow.records import TaskKind

_TASKS: Mapping[str, tuple[str, str]] = {
    TaskKind.BREACH_REASON: (
        QT_TRANSLATE_NOOP("Facts", "Why the SLA target was broken: {words}"),
        QT_TRANSLATE_NOOP("Facts", "Nobody has written in time why the SLA target was broken"),
    ),
    TaskKind.CALL_BACK: (
        QT_TRANSLATE_NOOP("Facts", "Called back: {words}"),
        QT_TRANSLATE_NOOP("Facts", "Nobody has called back in time"),
    ),
    TaskKind.CALL_REQUESTER: (
        QT_TRANSLATE_NOOP("Facts", "Called the client: {words}"),
        QT_TRANSLATE_NOOP("Facts", "Nobody has called the client in time"),
    ),
}
_SETTINGS: Mapping[str, str] = {
    "agent": QT_TRANSLATE_NOOP("Facts", "Person"),
    "line": QT_TRANSLATE_NOOP("Facts", "Line"),
    "calendar": QT_TRANSLATE_NOOP("Facts", "Opening hours"),
    "workflow": QT_TRANSLATE_NOOP("Facts", "Statuses, SLA classes, urgency cases, fields"),
    "process": QT_TRANSLATE_NOOP("Facts", "What runs by itself"),
    "board": QT_TRANSLATE_NOOP("Facts", "Board"),
    "absence": QT_TRANSLATE_NOOP("Facts", "Absence"),
}


def setting_name(kind: str) -> str:
    """Return what a kind of setting is called; an unknown one as it is."""
    return translate("Facts", text) if (text := _SETTINGS.get(kind)) else kind


def _with(text: str, words: str) -> str:
    """Return `text`, with somebody's words behind it where there are any."""
    return " · ".join(filter(None, (text, plain_line(words))))


def _people(ids: Iterable[str], names: Names) -> str:
    return ", ".join(names.person(one) for one in ids if one)


def _draw_waits(fact: events.DrawWaits, names: Names) -> str:
    words = translate("Facts", "Nobody is on shift to take it")
    if not fact.told_id:
        return words
    told = fill(translate("Facts", "{person} was told"), person=names.person(fact.told_id))
    return f"{words} · {told}"


def _escalated(fact: events.TicketEscalated, names: Names) -> str:
    words = translate("Facts", "Not started in time: {people} is on it now")
    return fill(words, people=_people(fact.lead_ids, names) or translate("Facts", "the lead"))


def _line(line_id: str, names: Names) -> str:
    return plain_line(names.lines.get(line_id, line_id))


def _offered(fact: events.TransferOffered, names: Names) -> str:
    if fact.is_return:
        words = fill(translate("Facts", "Not ours: back to {line}"), line=_line(fact.line_id, names))
    elif fact.line_id == fact.from_line_id:
        words = fill(translate("Facts", "Offered to its line: {line}"), line=_line(fact.line_id, names))
    else:
        words = fill(translate("Facts", "Transfer offered: {line}"), line=_line(fact.line_id, names))
    words = _with(words, fact.reason)
    if not fact.unknown_because:
        return words
    because = fill(translate("Facts", "unknown, because {reason}"), reason=plain_line(fact.unknown_because))
    return f"{words} · {because}"


def _accepted(fact: events.TransferAccepted, names: Names) -> str:
    values = {"line": _line(fact.line_id, names), "person": names.person(fact.agent_id)}
    if fact.is_drawn:
        return fill(translate("Facts", "Transfer given by lot: {person}, {line}"), **values)
    words = fill(translate("Facts", "Transfer accepted: {person}, {line}"), **values)
    offered = translate("Facts", "offered by {person}, {moment}")
    by = names.person(fact.offered_by) or translate("Facts", "the system")
    return f"{words} · {fill(offered, person=by, moment=moment_text(fact.offered_at))}"


def _withdrawn(fact: events.TransferWithdrawn, names: Names) -> str:
    return fill(translate("Facts", "Transfer taken back: {line}"), line=_line(fact.line_id, names))


def _norm_broken(fact: events.NormBroken, names: Names) -> str:
    words = translate("Facts", "Norm broken: {status}, degree {degree}, due {moment}")
    values = {"status": names.status(fact.status_id), "degree": str(fact.degree)}
    text = fill(words, **values, moment=moment_text(fact.due))
    return _with(text, names.person(fact.agent_id)) if fact.agent_id else text


def _promise_broken(fact: events.PromiseBroken, names: Names) -> str:
    sla = names.sla_classes.get(fact.sla_class, fact.sla_class)
    words = translate("Facts", "SLA target broken: {sla}, due {moment}")
    text = fill(words, sla=plain_line(sla), moment=moment_text(fact.due))
    if not fact.agent_id:
        return text
    asked = fill(translate("Facts", "to be explained by {person}"), person=names.person(fact.agent_id))
    return f"{text} · {asked}"


def _task_answered(fact: events.TaskAnswered, _names: Names) -> str:
    words = _TASKS.get(fact.kind, (QT_TRANSLATE_NOOP("Facts", "Task done: {words}"), ""))[0]
    return fill(translate("Facts", words), words=plain_line(fact.answer))


def _task_overdue(fact: events.TaskOverdue, names: Names) -> str:
    words = translate(
        "Facts", _TASKS.get(fact.kind, ("", QT_TRANSLATE_NOOP("Facts", "A task is over due")))[1]
    )
    told = fill(translate("Facts", "{person} was told"), person=_people(fact.told_ids, names))
    return f"{words} · {told}" if fact.told_ids else words


def _alarm(fact: events.AlarmRaised, names: Names) -> str:
    return fill(translate("Facts", "Alarm of a problem: {person}"), person=names.person(fact.agent_id))


def _climbed(fact: events.LadderClimbed, _names: Names) -> str:
    if fact.step > 1:
        return translate("Facts", "The client stays silent: call, other channel or closing offered")
    if fact.is_sent:
        return translate("Facts", "Reminder sent by itself")
    return translate("Facts", "Reminder prepared")


def _ladder_stopped(fact: events.LadderStopped, _names: Names) -> str:
    return (
        translate("Facts", "Reminders held") if fact.is_off else translate("Facts", "Reminders let go again")
    )


def _subtask_made(fact: events.SubtaskMade, names: Names) -> str:
    return fill(translate("Facts", "Handed to development as {ticket}"), ticket=names.ticket(fact.subtask_id))


def _subtask_ended(fact: events.SubtaskEnded, _names: Names) -> str:
    words = (
        translate("Facts", "Development is done")
        if fact.is_done
        else translate("Facts", "Development declines")
    )
    return _with(words, fact.text)


def _term_missed(fact: events.TermMissed, names: Names) -> str:
    words = fill(
        translate("Facts", "Development has missed its date: {moment}"), moment=moment_text(fact.due)
    )
    if not fact.told_id:
        return words
    return f"{words} · {fill(translate('Facts', '{person} was told'), person=names.person(fact.told_id))}"


def _tracker(fact: events.TrackerTold, _names: Names) -> str:
    words = fill(translate("Facts", "The tracker says: {state}"), state=plain_line(fact.state))
    if fact.due_at is None:
        return words
    return f"{words} · {fill(translate('Facts', 'due {moment}'), moment=moment_text(fact.due_at))}"


def _rated(fact: events.Rated, _names: Names) -> str:
    if fact.message_id:
        words = (
            translate("Facts", "The client liked an answer")
            if fact.is_liked
            else translate("Facts", "The client did not like an answer")
        )
    else:
        words = (
            translate("Facts", "The client liked it")
            if fact.is_liked
            else translate("Facts", "The client did not like it")
        )
    return _with(words, fact.comment)


def _phantom(fact: events.PhantomJudged, _names: Names) -> str:
    words = (
        translate("Facts", "Phantom confirmed")
        if fact.is_confirmed
        else translate("Facts", "Phantom refuted")
    )
    return _with(words, fact.reason)


def _reviewed(fact: events.Reviewed, _names: Names) -> str:
    words = (
        translate("Facts", "Looked through: right")
        if fact.is_right
        else translate("Facts", "Looked through: wrong")
    )
    return _with(words, fact.reason)


def _question(fact: events.QuestionAnswered, _names: Names) -> str:
    said = plain_line(fact.answer)
    if not said:
        because = translate("Facts", "unknown, because {reason}")
        said = fill(because, reason=plain_line(fact.unknown_because))
    cured = {True: translate("Facts", "it cured"), False: translate("Facts", "it did not cure")}
    parts = [f"{plain_line(fact.question)} – {said}"]
    if fact.has_cured is not None:
        parts.append(cured[fact.has_cured])
    return " · ".join(parts)


def _split(fact: events.TicketSplit, names: Names) -> str:
    if fact.to_id:
        return fill(translate("Facts", "Another matter went into {ticket}"), ticket=names.ticket(fact.to_id))
    return fill(translate("Facts", "Split off from {ticket}"), ticket=names.ticket(fact.from_id))


def _setting(fact: events.SettingChanged, _names: Names) -> str:
    name = setting_name(fact.kind)
    if not fact.before:
        return fill(translate("Facts", "{setting}: new"), setting=name)
    if not fact.after:
        return fill(translate("Facts", "{setting}: taken away"), setting=name)
    return fill(translate("Facts", "{setting}: changed"), setting=name)


def _acknowledged(_fact: events.AlarmAcknowledged, _names: Names) -> str:
    return translate("Facts", "Took note of the alarm")


PROCESS_WORDS: Mapping[type[Fact], Callable[[Any, Names], str]] = {
    events.DrawWaits: _draw_waits,
    events.TicketEscalated: _escalated,
    events.TransferOffered: _offered,
    events.TransferAccepted: _accepted,
    events.TransferWithdrawn: _withdrawn,
    events.NormBroken: _norm_broken,
    events.PromiseBroken: _promise_broken,
    events.TaskAnswered: _task_answered,
    events.TaskOverdue: _task_overdue,
    events.AlarmRaised: _alarm,
    events.AlarmAcknowledged: _acknowledged,
    events.LadderClimbed: _climbed,
    events.LadderStopped: _ladder_stopped,
    events.SubtaskMade: _subtask_made,
    events.SubtaskEnded: _subtask_ended,
    events.TermMissed: _term_missed,
    events.TrackerTold: _tracker,
    events.Rated: _rated,
    events.PhantomJudged: _phantom,
    events.Reviewed: _reviewed,
    events.QuestionAnswered: _question,
    events.TicketSplit: _split,
    events.SettingChanged: _setting,
}
