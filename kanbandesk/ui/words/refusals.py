"""Refusals in words: what happened, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kanbandesk.ui.words.filling import QT_TRANSLATE_NOOP, fill, translate
from kanbandesk.ui.words.moments import moment_text
from kanbandesk.ui.words.names import closing_reason_name, demand_name, line_name, status_name
from kanbandesk.ui.words.plain import plain_line
from kanbandesk.ui.words.settings import any_label, in_use_text, problem_text
from kanbandesk.ui.words.sizes import size_text
from kanbandesk.workflow import codes
from kanbandesk.workflow.cards import BoardSnapshot

Params = Mapping[str, str | int | None] | Iterable[tuple[str, str | int | None]]
_VALUE_LIMIT = 120  # characters of a value that a refusal repeats

_TEXTS: Mapping[str, str] = {
    codes.ROLE: QT_TRANSLATE_NOOP("Refusals", "Your role does not allow this: {action}."),
    codes.NOT_YOUR_LINE: QT_TRANSLATE_NOOP("Refusals", "The ticket belongs to another line: {line}."),
    codes.NOT_YOUR_TICKET: QT_TRANSLATE_NOOP("Refusals", "Only the owner may do this: {owner}."),
    codes.NOT_IN_WORKFLOW: QT_TRANSLATE_NOOP("Refusals", "There is no move from {before} to {after}."),
    codes.ONLY_INTAKE: QT_TRANSLATE_NOOP("Refusals", "Only new tickets and those given back lie in New."),
    codes.CLOSED: QT_TRANSLATE_NOOP("Refusals", "The ticket is closed. Reopen it first."),
    codes.MERGED: QT_TRANSLATE_NOOP("Refusals", "The ticket was merged into another and stays closed."),
    codes.NO_CLIENT: QT_TRANSLATE_NOOP(
        "Refusals",
        "A sub-task has no client. Write to the client, or call, on the ticket that it belongs to.",
    ),
    codes.CLOSING_REASON: QT_TRANSLATE_NOOP(
        "Refusals", "You cannot close it with this reason, or not yet: {reason}."
    ),
    codes.LOWERING: QT_TRANSLATE_NOOP("Refusals", "Lowering “{field}” takes a lead, and a reason."),
    codes.AGENT_INACTIVE: QT_TRANSLATE_NOOP("Refusals", "{agent} takes no tickets."),
    codes.AGENT_NOT_ON_LINE: QT_TRANSLATE_NOOP(
        "Refusals", "{agent} is not on this line ({line}). A lead may assign across lines."
    ),
    codes.TOO_EARLY: QT_TRANSLATE_NOOP("Refusals", "It sleeps until {wake}."),
    codes.FOOTBALL: QT_TRANSLATE_NOOP(
        "Refusals", "It came back {count} times as “not ours”, so only a lead may pass it on."
    ),
    codes.TOLD_TO_CLIENT: QT_TRANSLATE_NOOP(
        "Refusals", "The client has been told, so it cannot be taken back."
    ),
    codes.CANNOT_UNDO: QT_TRANSLATE_NOOP("Refusals", "This kind of change is not taken back."),
    codes.NOT_YOUR_CHANGE: QT_TRANSLATE_NOOP(
        "Refusals", "Somebody else made this change, so only they can undo it."
    ),
    codes.LAST_ADMINISTRATOR: QT_TRANSLATE_NOOP(
        "Refusals", "At least one active administrator has to remain."
    ),
    codes.DEMANDED: QT_TRANSLATE_NOOP("Refusals", "Something is missing: {demand}."),
    codes.QUESTION_OPEN: QT_TRANSLATE_NOOP(
        "Refusals", "The playbook asks first: “{question}”. Answer it, or say why it is unknown."
    ),
    codes.MALFORMED: QT_TRANSLATE_NOOP("Refusals", "“{field}” cannot be taken as it is."),
    codes.UNKNOWN_COMMAND: QT_TRANSLATE_NOOP(
        "Refusals",
        "This version does not know how to do that ({field}). Nothing was changed. "
        "Update KanbanDesk, also on the server where there is one, and do it again.",
    ),
    codes.EMPTY: QT_TRANSLATE_NOOP("Refusals", "“{field}” is empty."),
    codes.TOO_LONG: QT_TRANSLATE_NOOP("Refusals", "“{field}” is too long: at most {limit} characters."),
    codes.TOO_MANY: QT_TRANSLATE_NOOP("Refusals", "Too many in “{field}”: at most {limit}."),
    codes.UNKNOWN_VALUE: QT_TRANSLATE_NOOP("Refusals", "“{value}” is not a choice for “{field}” any more."),
    codes.IN_PAST: QT_TRANSLATE_NOOP("Refusals", "“{field}” has to lie ahead."),
    codes.SAME_TICKET: QT_TRANSLATE_NOOP("Refusals", "A ticket cannot be tied to itself."),
    codes.BAD_SETTING: QT_TRANSLATE_NOOP(
        "Refusals", "The settings contradict themselves at “{field}”: {detail}."
    ),
    codes.TAKEN: QT_TRANSLATE_NOOP("Refusals", "{owner} was first and has the ticket."),
    codes.CHANGED_SINCE: QT_TRANSLATE_NOOP("Refusals", "{who} has changed “{field}” since."),
    codes.NEWER_REPLY: QT_TRANSLATE_NOOP(
        "Refusals", "The client has written since you last saw the ticket. Read that first."
    ),
    codes.INTERNAL: QT_TRANSLATE_NOOP(
        "Refusals",
        "KanbanDesk failed at this. Nothing of it was saved, everything else is as it was. "
        "Do it again; if it fails again, report it with the log (Help, “Open the log folder”).",
    ),
}
_THINGS: Mapping[str, Mapping[str, str]] = {
    codes.NOT_FOUND: {
        "ticket": QT_TRANSLATE_NOOP("Refusals", "The ticket is not here any more."),
        "status": QT_TRANSLATE_NOOP("Refusals", "There is no such status any more."),
        "agent": QT_TRANSLATE_NOOP("Refusals", "There is no such agent here."),
        "line": QT_TRANSLATE_NOOP("Refusals", "There is no such line any more. Choose another."),
        "calendar": QT_TRANSLATE_NOOP("Refusals", "There is no such calendar any more. Choose another."),
        "board": QT_TRANSLATE_NOOP("Refusals", "There is no such board any more."),
        "client": QT_TRANSLATE_NOOP("Refusals", "There is no such client any more. Choose another."),
        "": QT_TRANSLATE_NOOP("Refusals", "It is not here any more."),
    },
    codes.EXISTS: {
        "link": QT_TRANSLATE_NOOP("Refusals", "The tickets are linked already."),
        "": QT_TRANSLATE_NOOP("Refusals", "It is there already."),
    },
    codes.IN_USE: {
        "status": QT_TRANSLATE_NOOP("Refusals", "Tickets lie in this status, so it has to stay."),
        "calendar": QT_TRANSLATE_NOOP("Refusals", "Lines follow this calendar, so it has to stay."),
        "": QT_TRANSLATE_NOOP("Refusals", "It is in use, so it has to stay."),
    },
}
_NO_LIMIT = "no_limit"
_FILES: Mapping[str, str] = {
    codes.FILE_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Refusals",
        "“{name}” has {size}, and the team's server takes files of at most {limit}. Nothing is lost: file and words "
        "are kept here. Attach a smaller file, or a link; whoever runs the server can allow more.",
    ),
    _NO_LIMIT: QT_TRANSLATE_NOOP(
        "Refusals",
        "“{name}” has {size}, and something on the way to the team's server lets no such file through. Nothing is "
        "lost: file and words are kept here. Attach a smaller file, or a link; whoever runs the server can allow more.",
    ),
}
_ACTIONS: Mapping[str, str] = {
    "create": QT_TRANSLATE_NOOP("Refusals", "open tickets"),
    "claim": QT_TRANSLATE_NOOP("Refusals", "claim tickets"),
    "assign": QT_TRANSLATE_NOOP("Refusals", "assign tickets"),
    "move": QT_TRANSLATE_NOOP("Refusals", "move tickets"),
    "overrule": QT_TRANSLATE_NOOP("Refusals", "overrule the workflow"),
    "close": QT_TRANSLATE_NOOP("Refusals", "close tickets"),
    "withdraw": QT_TRANSLATE_NOOP("Refusals", "withdraw a request"),
    "judge": QT_TRANSLATE_NOOP("Refusals", "accept or reject a solution"),
    "answer": QT_TRANSLATE_NOOP("Refusals", "answer clients"),
    "call": QT_TRANSLATE_NOOP("Refusals", "log calls"),
    "note": QT_TRANSLATE_NOOP("Refusals", "write notes"),
    "record_reply": QT_TRANSLATE_NOOP("Refusals", "record what a client said"),
    "attach": QT_TRANSLATE_NOOP("Refusals", "attach files"),
    "arrange": QT_TRANSLATE_NOOP("Refusals", "arrange cards"),
    "edit": QT_TRANSLATE_NOOP("Refusals", "edit tickets"),
    "link": QT_TRANSLATE_NOOP("Refusals", "link tickets"),
    "merge": QT_TRANSLATE_NOOP("Refusals", "merge tickets"),
    "watch": QT_TRANSLATE_NOOP("Refusals", "watch tickets"),
    "wake": QT_TRANSLATE_NOOP("Refusals", "wake tickets"),
    "transfer": QT_TRANSLATE_NOOP("Refusals", "pass tickets on to another line"),
    "away": QT_TRANSLATE_NOOP("Refusals", "say of others that they are away"),
    "import": QT_TRANSLATE_NOOP("Refusals", "import tickets"),
    "keep_clients": QT_TRANSLATE_NOOP("Refusals", "change clients and contacts"),
    "keep_views": QT_TRANSLATE_NOOP("Refusals", "save views"),
    "share_views": QT_TRANSLATE_NOOP("Refusals", "share views"),
    "set_up": QT_TRANSLATE_NOOP("Refusals", "change the settings"),
}


def refusal_text(code: str, params: Params, snapshot: BoardSnapshot | None = None) -> str:
    """Return why the rules refused, from a refusal's (or a receipt's) code and parameters."""
    values = dict(params)
    words = ""
    if code == codes.BAD_SETTING:
        words = problem_text(values, snapshot)
    elif code == codes.IN_USE:
        words = in_use_text(values)
    elif code == codes.FILE_TOO_LARGE:
        words = _file_text(values)
    if words:
        return words
    things = _THINGS.get(code)
    if things is not None:
        return translate("Refusals", things.get(str(values.get("kind") or "").casefold()) or things[""])
    text = _TEXTS.get(code)
    if text is None:
        return fill(translate("Refusals", "The rules do not allow this ({code})."), code=code)
    return fill(translate("Refusals", text), **_words(values, snapshot))


def _file_text(values: Mapping[str, str | int | None]) -> str:
    """Return that a file is too large: for the server, or for something before it that does not say its limit."""
    code = codes.FILE_TOO_LARGE if values.get("limit") else _NO_LIMIT
    sizes = {name: size_text(int(values.get(name) or 0)) for name in ("size", "limit")}
    name = plain_line(str(values.get("name") or ""), _VALUE_LIMIT)
    return fill(translate("Refusals", _FILES[code]), name=name, **sizes)


def _words(values: Mapping[str, str | int | None], snapshot: BoardSnapshot | None) -> dict[str, str]:
    """Return the parameters in words, those that are ids under the name of what they point at."""
    words = {
        key: plain_line("" if value is None else str(value), _VALUE_LIMIT) for key, value in values.items()
    }
    for key, (name, read) in _readers(snapshot).items():
        if key in words and not (name != key and words.get(name)):
            words[name] = read(words[key])
    wake_at = values.get("wake_at")
    if isinstance(wake_at, int):
        words["wake"] = moment_text(wake_at)
    return words


def _readers(snapshot: BoardSnapshot | None) -> Mapping[str, tuple[str, Callable[[str], str]]]:
    """Return, for a parameter, the word it becomes and how; names are looked up one by one: a drag asks often."""

    def agent(agent_id: str) -> str:
        agents = snapshot.agents if snapshot else ()
        return next((person.name for person in agents if person.id == agent_id), agent_id)

    def status(status_id: str) -> str:
        statuses = snapshot.workflow.statuses if snapshot else ()
        return next((status_name(one) for one in statuses if one.id == status_id), status_id)

    def line(line_id: str) -> str:
        lines = snapshot.lines if snapshot else ()
        return next((line_name(one) for one in lines if one.id == line_id), "") or translate(
            "Refusals", "no line"
        )

    return {
        "action": ("action", lambda value: translate("Refusals", _ACTIONS.get(value, value))),
        "line_id": ("line", line),
        "owner_id": ("owner", lambda value: agent(value) or translate("Refusals", "nobody")),
        "agent_id": ("agent", agent),
        "before": ("before", status),
        "after": ("after", status),
        "reason": ("reason", closing_reason_name),
        "field": ("field", any_label),
        "demand": ("demand", demand_name),
    }
