"""What the settings of what runs by itself must be like before they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final

from kanbandesk.workflow.handlers.checks import LONGEST, bad, check_apart, check_named
from kanbandesk.workflow.hours import ALWAYS, UnknownZone, zone_of
from kanbandesk.workflow.process import Playbook, Process, RequestType, RoutingRule
from kanbandesk.workflow.statuses import DAY, SECOND

_ABOVE_ZERO: Final = ("alarm_every", "alarm_next_after", "breach_reason_within")
_TIMES: Final = (*_ABOVE_ZERO, "rating_within", "call_back_after")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a workspace has that a process may name."""

    lines: frozenset[str]
    boards: frozenset[str]
    agents: frozenset[str]  # who works here
    clients: Callable[[str], bool]


def check_process(process: Process, before: Process, known: Known) -> None:
    """Raise Invalid("bad_setting") when the process contradicts itself, or names what is not there."""
    if process.id != before.id:
        raise bad("id", f"the process's id is {before.id}")
    _check_numbers(process)
    _check_zone(process.time_zone)
    _check_people(process, before, known)
    _check_places(process, before, known)
    for request_type in process.request_types:
        check_named("request_types", "request_type", request_type, request_type.name)
        _check_line("request_types", "request_type", request_type, known)
    for rule in process.routing:
        _check_rule(rule, known)
    for reason in process.reasons:
        check_named("reasons", "reason", reason, reason.text, "text")
    _check_playbooks(process.playbooks)
    for name in ("request_types", "routing", "reasons", "playbooks"):
        check_apart(name, (each.id for each in getattr(process, name)))
    if process.sends_reminders and not process.reminder.strip():
        raise bad("reminder", "what is sent by itself has words", "no_reminder")


def _check_numbers(process: Process) -> None:
    for name in _TIMES:
        if not 0 <= getattr(process, name) <= LONGEST:
            raise bad(name, "a time is not negative, and a hundred years at most", "length")
    for name in _ABOVE_ZERO:
        if getattr(process, name) < SECOND:
            raise bad(name, "a second at least", "one_second")
    if not 0 <= process.due_hour < DAY:
        raise bad("due_hour", "an hour of the day lies between 00:00 and 24:00")
    for name in ("postponements", "football_returns"):
        if getattr(process, name) < 1:
            raise bad(name, "one at least", "one")
    if not 0 <= process.call_back_percent <= 100:
        raise bad("call_back_percent", "a share lies between 0 and 100 per cent", "percent")


def _check_zone(time_zone: str) -> None:
    try:
        zone_of(replace(ALWAYS, time_zone=time_zone))
    except UnknownZone as error:
        raise bad("time_zone", str(error), "zone", day=time_zone) from error


def _check_people(process: Process, before: Process, known: Known) -> None:
    """Who was named and has left since does no harm, others stand in (R2b); nobody may name such a person anew."""
    check_apart("on_call_ids", process.on_call_ids)
    named = (("head_id", (process.head_id,)), ("on_call_ids", process.on_call_ids))
    were = {before.head_id, *before.on_call_ids, ""}
    for field, agent_ids in named:
        for agent_id in agent_ids:
            if agent_id not in known.agents and agent_id not in were:
                raise bad(field, f"nobody works here as {agent_id}", "left", agent_id=agent_id)


def _check_places(process: Process, before: Process, known: Known) -> None:
    """A default that names what a workspace never had does no harm; nobody may set it to such a thing."""
    for name, there in (
        ("development_board", known.boards),
        ("development_line", known.lines),
        ("setup_line", known.lines),
    ):
        value = getattr(process, name)
        if value and value not in there and value != getattr(before, name):
            raise bad(name, f"there is no {value}", "gone")


def _check_rule(rule: RoutingRule, known: Known) -> None:
    about = {"thing": "routing_rule", "id": rule.id, "name": rule.name}
    check_named("routing", "routing_rule", rule, rule.name)
    _check_line("routing", "routing_rule", rule, known)
    if not (rule.category.strip() or rule.client_id or rule.region.strip() or rule.words):
        words = f"{rule.id}: a rule looks at category, client, region or words"
        raise bad("routing", words, "fits_all", part="category", **about)
    if any(not word.strip() for word in rule.words):
        raise bad("routing", f"{rule.id}: a word is not empty", part="words", **about)
    if rule.client_id and not known.clients(rule.client_id):
        words = f"{rule.id}: there is no client {rule.client_id}"
        raise bad("routing", words, "client_gone", part="client_id", **about)


def _check_playbooks(playbooks: Iterable[Playbook]) -> None:
    books = tuple(playbooks)
    names: dict[str, str] = {}
    for book in books:
        about = {"thing": "playbook", "id": book.id, "name": book.name, "part": "category"}
        check_named("playbooks", "playbook", book, book.name)
        category = book.category.strip()
        if not category:
            raise bad("playbooks", f"{book.id}: a playbook has a category", "no_category", **about)
        if category.casefold() in names:
            other = names[category.casefold()]
            words = f"{book.id}: another playbook has the category {category}"
            raise bad("playbooks", words, "category_twice", other=other, category=category, **about)
        names[category.casefold()] = book.name
    check_apart("playbooks", (question.id for book in books for question in book.questions))
    for book in books:
        for question in book.questions:
            check_named("playbooks", "question", question, question.text, "questions")


def _check_line(field: str, thing: str, entity: RequestType | RoutingRule, known: Known) -> None:
    if entity.line_id not in known.lines:
        about = {"thing": thing, "id": entity.id, "name": entity.name, "part": "line_id"}
        raise bad(field, f"{entity.id}: there is no line {entity.line_id}", "no_line", **about)
