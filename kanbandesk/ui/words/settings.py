"""Settings in words: what their fields are called, and why one is refused, with the names that people gave."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate, QLocale

from kanbandesk.ui.words.changes import LABELS, field_label
from kanbandesk.ui.words.durations import long_duration
from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, fill, translate
from kanbandesk.ui.words.names import own_name, status_name
from kanbandesk.ui.words.plain import plain_line
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.statuses import DAY, HOUR, ClockKind

Values = Mapping[str, str | int | None]
_LONGEST = 120  # characters of a name that is repeated
_MANY = 99  # from here on they are not counted any more

SETTING_LABELS: Mapping[str, str] = {
    "name": QT_TRANSLATE_NOOP("Setup", "Name"),
    "statuses": QT_TRANSLATE_NOOP("Setup", "Statuses"),
    "norm": QT_TRANSLATE_NOOP("Setup", "Norm"),
    "clock": QT_TRANSLATE_NOOP("Setup", "Its time passes"),
    "demands": QT_TRANSLATE_NOOP("Setup", "Entering it demands"),
    "moves": QT_TRANSLATE_NOOP("Setup", "From here to"),
    "sla_classes": QT_TRANSLATE_NOOP("Setup", "SLA classes"),
    "target": QT_TRANSLATE_NOOP("Setup", "Solved within"),
    "default_sla_class": QT_TRANSLATE_NOOP("Setup", "Class of tickets without a class"),
    "urgency_cases": QT_TRANSLATE_NOOP("Setup", "Urgency directory"),
    "fields": QT_TRANSLATE_NOOP("Setup", "Custom fields"),
    "kind": QT_TRANSLATE_NOOP("Setup", "Kind"),
    "choices": QT_TRANSLATE_NOOP("Setup", "Choices"),
    "is_put_away": QT_TRANSLATE_NOOP("Setup", "Put away"),
    "gone_fields": QT_TRANSLATE_NOOP("Setup", "Deleted custom fields"),
    "auto_close_after": QT_TRANSLATE_NOOP("Setup", "A solved ticket closes by itself after"),
    "silent_close_after": QT_TRANSLATE_NOOP("Setup", "A silent client's ticket may be closed after"),
    "reopen_within": QT_TRANSLATE_NOOP("Setup", "A reply reopens a closed ticket within"),
    "columns": QT_TRANSLATE_NOOP("Setup", "Columns"),
    "status_ids": QT_TRANSLATE_NOOP("Setup", "Statuses"),
    "wip_limit": QT_TRANSLATE_NOOP("Setup", "WIP limit"),
    "member_ids": QT_TRANSLATE_NOOP("Setup", "Seen by"),
    "roles": QT_TRANSLATE_NOOP("Setup", "Roles"),
    "line_ids": QT_TRANSLATE_NOOP("Setup", "Lines"),
    "is_active": QT_TRANSLATE_NOOP("Setup", "Works here"),
    "skills": QT_TRANSLATE_NOOP("Setup", "Skills"),
    "shift_id": QT_TRANSLATE_NOOP("Setup", "Working hours"),
    "is_away": QT_TRANSLATE_NOOP("Setup", "Away"),
    "away_because": QT_TRANSLATE_NOOP("Setup", "Why away"),
    "absences": QT_TRANSLATE_NOOP("Setup", "Why people are away"),
    "put_away": QT_TRANSLATE_NOOP("Setup", "Clients and contacts that were put away"),
    "away_until": QT_TRANSLATE_NOOP("Setup", "Away until"),
    "calendar_id": QT_TRANSLATE_NOOP("Setup", "Opening hours"),
    "lead_id": QT_TRANSLATE_NOOP("Setup", "Lead"),
    "position": QT_TRANSLATE_NOOP("Setup", "Place in the list"),
    "draw": QT_TRANSLATE_NOOP("Setup", "The system draws"),
    "cap": QT_TRANSLATE_NOOP("Setup", "From so many open tickets on an agent is not drawn"),
    "time_zone": QT_TRANSLATE_NOOP("Setup", "Time zone"),
    "weekly": QT_TRANSLATE_NOOP("Setup", "Hours"),
    "holidays": QT_TRANSLATE_NOOP("Setup", "Holidays"),
    "overrides": QT_TRANSLATE_NOOP("Setup", "Days with other hours"),
    "breaks": QT_TRANSLATE_NOOP("Setup", "Closed for a while"),
    "are_timers_on": QT_TRANSLATE_NOOP("Setup", "The system acts by itself"),
    "head_id": QT_TRANSLATE_NOOP("Setup", "Head of support"),
    "on_call_ids": QT_TRANSLATE_NOOP("Setup", "Next on call"),
    "alarm_every": QT_TRANSLATE_NOOP("Setup", "An alarm is repeated every"),
    "alarm_next_after": QT_TRANSLATE_NOOP("Setup", "The next on call is alarmed after"),
    "breach_reason_within": QT_TRANSLATE_NOOP("Setup", "A breach is explained within"),
    "football_returns": QT_TRANSLATE_NOOP("Setup", "Only a lead transfers from this return on"),
    "due_hour": QT_TRANSLATE_NOOP("Setup", "A due date without time means"),
    "sends_reminders": QT_TRANSLATE_NOOP("Setup", "Reminders to silent clients go out by themselves"),
    "reminder": QT_TRANSLATE_NOOP("Setup", "The reminder's words"),
    "postponements": QT_TRANSLATE_NOOP("Setup", "The lead is told at this postponement"),
    "rating_within": QT_TRANSLATE_NOOP("Setup", "A rating is taken until, after the closing"),
    "call_back_percent": QT_TRANSLATE_NOOP("Setup", "Per cent of closed tickets called back"),
    "call_back_after": QT_TRANSLATE_NOOP("Setup", "They are called back after"),
    "development_board": QT_TRANSLATE_NOOP("Setup", "Board of the developers"),
    "development_line": QT_TRANSLATE_NOOP("Setup", "Line of the developers"),
    "setup_line": QT_TRANSLATE_NOOP("Setup", "Line that sets clients up"),
    "request_types": QT_TRANSLATE_NOOP("Setup", "Request types"),
    "routing": QT_TRANSLATE_NOOP("Setup", "Routing"),
    "line_id": QT_TRANSLATE_NOOP("Setup", "Goes to"),
    "is_on": QT_TRANSLATE_NOOP("Setup", "The rule is on"),
    "category": QT_TRANSLATE_NOOP("Setup", "Category"),
    "region": QT_TRANSLATE_NOOP("Setup", "Region"),
    "words": QT_TRANSLATE_NOOP("Setup", "Words"),
    "playbooks": QT_TRANSLATE_NOOP("Setup", "Playbooks"),
    "questions": QT_TRANSLATE_NOOP("Setup", "Questions"),
    "text": QT_TRANSLATE_NOOP("Setup", "Words"),
    "is_required": QT_TRANSLATE_NOOP("Setup", "Has to be asked"),
    "reasons": QT_TRANSLATE_NOOP("Setup", "Reasons"),
    "tags": QT_TRANSLATE_NOOP("Setup", "Tags"),
    "contract_number": QT_TRANSLATE_NOOP("Setup", "Contract number"),
    "manager_id": QT_TRANSLATE_NOOP("Setup", "Account manager"),
    "set_up_by": QT_TRANSLATE_NOOP("Setup", "Set up by"),
    "mail": QT_TRANSLATE_NOOP("Setup", "Mail"),
    "phone": QT_TRANSLATE_NOOP("Setup", "Phone"),
    "chat": QT_TRANSLATE_NOOP("Setup", "Chat name"),
}
_THINGS: Mapping[str, str] = {
    "status": QT_TRANSLATE_NOOP("Refusals", "status “{name}”"),
    "sla_class": QT_TRANSLATE_NOOP("Refusals", "SLA class “{name}”"),
    "urgency_case": QT_TRANSLATE_NOOP("Refusals", "urgency case “{name}”"),
    "field": QT_TRANSLATE_NOOP("Refusals", "custom field “{name}”"),
    "column": QT_TRANSLATE_NOOP("Refusals", "column “{name}”"),
    "board": QT_TRANSLATE_NOOP("Refusals", "board “{name}”"),
    "line": QT_TRANSLATE_NOOP("Refusals", "line “{name}”"),
    "calendar": QT_TRANSLATE_NOOP("Refusals", "calendar “{name}”"),
    "agent": QT_TRANSLATE_NOOP("Refusals", "working hours of {name}"),
    "intake": QT_TRANSLATE_NOOP("Refusals", "tickets that come in"),
    "request_type": QT_TRANSLATE_NOOP("Refusals", "request type “{name}”"),
    "routing_rule": QT_TRANSLATE_NOOP("Refusals", "routing rule “{name}”"),
    "playbook": QT_TRANSLATE_NOOP("Refusals", "playbook “{name}”"),
    "ticket": QT_TRANSLATE_NOOP("Refusals", "ticket {name}"),
}
_WORDLESS: Mapping[str, str] = {
    "column": QT_TRANSLATE_NOOP("Refusals", "A column has no name. Give it one."),
    "question": QT_TRANSLATE_NOOP("Refusals", "A question has no words. Write them, or take its line away."),
    "reason": QT_TRANSLATE_NOOP("Refusals", "It has no words yet. Write them."),
    "": QT_TRANSLATE_NOOP("Refusals", "It has no name yet. Give it one."),
}
_PROBLEMS: Mapping[str, str] = {
    "degrees": QT_TRANSLATE_NOOP(
        "Refusals", "{thing}: each degree of the norm is at least as long as the one before."
    ),
    "length": QT_TRANSLATE_NOOP("Refusals", "“{field}” is a hundred years at most."),
    "one_second": QT_TRANSLATE_NOOP("Refusals", "“{field}” is a second at least."),
    "one": QT_TRANSLATE_NOOP("Refusals", "“{field}” is 1 at least."),
    "percent": QT_TRANSLATE_NOOP("Refusals", "“{field}” lies between 0 and 100."),
    "target": QT_TRANSLATE_NOOP("Refusals", "{thing}: a promise is longer than nothing."),
    "default_class": QT_TRANSLATE_NOOP(
        "Refusals",
        "{thing} counts for tickets without a class, so it has to stay. Let another class count for them first.",
    ),
    "class_gone": QT_TRANSLATE_NOOP(
        "Refusals",
        "{thing} gives the SLA class “{gone}”, so that class has to stay. Choose another for the case first.",
    ),
    "no_choices": QT_TRANSLATE_NOOP("Refusals", "{thing}: what is chosen from has choices. Write them."),
    "choices": QT_TRANSLATE_NOOP(
        "Refusals", "{thing}: only a field of the kind “Choice” has choices. Take them away."
    ),
    "shown_twice": QT_TRANSLATE_NOOP(
        "Refusals", "Status “{status}” is in two columns. A board shows a status in one."
    ),
    "no_status": QT_TRANSLATE_NOOP("Refusals", "{thing} shows no status. Choose one at least."),
    "left": QT_TRANSLATE_NOOP("Refusals", "{agent} does not work here any more. Choose somebody else."),
    "gone": QT_TRANSLATE_NOOP("Refusals", "“{field}”: what was chosen is not here any more."),
    "no_line": QT_TRANSLATE_NOOP("Refusals", "{thing}: its line is not here any more. Choose another."),
    "fits_all": QT_TRANSLATE_NOOP(
        "Refusals", "{thing} would fit every ticket. Give it a category, a client, a region or words."
    ),
    "client_gone": QT_TRANSLATE_NOOP("Refusals", "{thing}: its client is not here any more. Choose another."),
    "no_category": QT_TRANSLATE_NOOP("Refusals", "{thing} has no category: it is asked in none."),
    "category_twice": QT_TRANSLATE_NOOP(
        "Refusals", "Category “{category}” has a playbook already: “{other}”. A category has one."
    ),
    "no_reminder": QT_TRANSLATE_NOOP(
        "Refusals", "What goes out by itself has words. Write them, or switch the sending off."
    ),
    "zone": QT_TRANSLATE_NOOP("Refusals", "This computer knows no time zone “{day}”."),
    "never_open": QT_TRANSLATE_NOOP("Refusals", "It is closed on all days of the week. Give it hours."),
    "no_date": QT_TRANSLATE_NOOP("Refusals", "“{day}” is no date. Write it as 2026-12-25."),
    "date_twice": QT_TRANSLATE_NOOP("Refusals", "{day} is there twice. Leave one of the two."),
    "reversed": QT_TRANSLATE_NOOP(
        "Refusals", "{day}: hours end after they begin. Write a night shift in two, split at 24:00."
    ),
    "overlap": QT_TRANSLATE_NOOP("Refusals", "{day}: hours overlap."),
}


def setting_label(field: str) -> str:
    """Return what a field of a setting, or else of a ticket, is called on its page; an unknown one as it is."""
    if text := SETTING_LABELS.get(field):
        return translate("Setup", text)
    return field_label(field)


def person_label() -> str:
    """Return what a person's name is called, which is another word than a thing's in some languages."""
    return translate("Setup", "Name", "a person's")


def any_label(field: str) -> str:
    """Return what a field of a ticket, or else of a setting, is called; an unknown one as it is."""
    return field_label(field) if field in LABELS else setting_label(field)


def problem_text(values: Values, snapshot: BoardSnapshot | None = None) -> str:
    """Return why a setting is refused, from the refusal's parameters; empty when there are no words for it."""
    problem = str(values.get("problem") or "")
    thing = str(values.get("thing") or "")
    if problem == "no_words":
        return translate("Refusals", _WORDLESS.get(thing, _WORDLESS[""]))
    text = _PROBLEMS.get(problem)
    if text is None:
        return ""
    gone = own_name("sla_class", _text(values, "gone"), _text(values, "gone_name"))
    words = fill(
        translate("Refusals", text),
        thing=thing_text(thing, _text(values, "id"), _text(values, "name")),
        field=setting_label(str(values.get("field") or "")),
        gone=plain_line(gone, _LONGEST),
        status=_status(_text(values, "status_id"), snapshot),
        agent=_agent(_text(values, "agent_id"), snapshot),
        category=_text(values, "category"),
        other=_text(values, "other"),
        day=_day(_text(values, "day")),
    )
    return _begun(words)


def in_use_text(values: Values) -> str:
    """Return what still needs a setting that was to be deleted; empty when the refusal does not tell."""
    kind, by = str(values.get("kind") or ""), str(values.get("by") or "")
    if not by:
        return ""
    thing = thing_text(kind, _text(values, "id"), _text(values, "name"))
    if (by, values.get("by_id")) == (kind, values.get("id")):
        return _begun(fill(translate("Refusals", "{thing} is the only one, so it has to stay."), thing=thing))
    if by == "process":
        needed = fill(
            translate("Refusals", "“{field}” in the settings"), field=setting_label(_text(values, "by_id"))
        )
    elif by == "agent" and kind == "line":
        needed = plain_line(_text(values, "by_name"))
    else:
        needed = thing_text(by, _text(values, "by_id"), _text(values, "by_name"))
    others = int(values.get("others") or 0)
    if others >= _MANY:
        needed += " " + translate("Refusals", "and many more")
    elif others:
        needed += " " + translate("Refusals", "and %n more", None, others)
    words = translate("Refusals", "{thing} has to stay. It is needed by: {needed}.")
    if kind == "field":
        words += " " + translate("Refusals", "Put it away instead: what they hold of it stays.")
    return _begun(fill(words, thing=thing, needed=needed))


def thing_text(thing: str, thing_id: str, name: str) -> str:
    """Return a thing by its kind and name, within a sentence: line “Second line”."""
    called = plain_line(own_name(thing, thing_id, name), _LONGEST)
    return fill(translate("Refusals", _THINGS[thing]), name=called) if thing in _THINGS else called


def length_text(ms: int, clock: str = "") -> str:
    """Return a length of time as a setting has it: "40 s", "1 h 30 min", "14 d", "72 h" on a clock of opening hours."""
    if clock == ClockKind.LINE and ms >= DAY:
        return fill(translate("Durations", "{hours} h"), hours=str(ms // HOUR))
    return long_duration(ms)


def day_text(iso: str) -> str:
    """Return a date as the system writes it; what is no date as it is."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return iso
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def weekday_text(place: int) -> str:
    """Return a day of the week, 0 being Monday, as a name begins a line."""
    return _begun(QLocale().standaloneDayName(place + 1))


def _day(day: str) -> str:
    return weekday_text(int(day)) if day.isdigit() and len(day) == 1 else day_text(day)


def _status(status_id: str, snapshot: BoardSnapshot | None) -> str:
    statuses = snapshot.workflow.statuses if snapshot else ()
    return next((plain_line(status_name(one)) for one in statuses if one.id == status_id), status_id)


def _agent(agent_id: str, snapshot: BoardSnapshot | None) -> str:
    agents = snapshot.agents if snapshot else ()
    return next((plain_line(one.name) for one in agents if one.id == agent_id), agent_id)


def _text(values: Values, key: str) -> str:
    return plain_line(str(values.get(key) or ""), _LONGEST)


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]
