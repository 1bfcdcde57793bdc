"""The kinds of settings on what runs by itself: timers, routing, playbooks, reasons, tags, people."""

from __future__ import annotations

from collections.abc import Sequence

from kanbandesk.ui.setup.drawer import Drawer, Form, InTuple
from kanbandesk.ui.setup.drawers import calendars, lines, people
from kanbandesk.ui.setup.editors import (
    ChoiceEditor,
    DurationEditor,
    FlagEditor,
    LineEditor,
    LinesEditor,
    MomentOfDay,
    NumberEditor,
    SeveralEditor,
)
from kanbandesk.ui.words import role_name, translate
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import SaveAgent, SaveProcess, SaveWorkflow
from kanbandesk.workflow.ids import new_id
from kanbandesk.workflow.people import Agent, Role
from kanbandesk.workflow.process import (
    Playbook,
    Process,
    Question,
    Reason,
    ReasonKind,
    RequestType,
    RoutingRule,
)
from kanbandesk.workflow.statuses import Workflow

_REQUIRED = "!"


def timers() -> Drawer[Process]:
    """Return the page of what runs by itself, all in one."""
    return Drawer(
        title=translate("Setup", "Timers"),
        about=translate(
            "Setup", "What the system does by itself, and who is told. Limits stand with each status."
        ),
        icon="alarm-clock",
        items=lambda snapshot: [snapshot.process],
        name=lambda _process: translate("Setup", "Timers"),
        form=_timer_form,
        save=lambda _snapshot, process: SaveProcess(process=process),
        is_one=True,
    )


def _timer_form(snapshot: BoardSnapshot, _process: Process) -> Form:
    lead = translate("Setup", "First line's lead")
    off = translate("Setup", "On an imported board they are off until somebody switches them on here.")
    return [
        ("are_timers_on", FlagEditor(translate("Setup", "The system acts by itself"), off)),
        ("head_id", ChoiceEditor(translate("Setup", "Head of support"), people(snapshot, nobody=lead))),
        (
            "on_call_ids",
            SeveralEditor(
                translate("Setup", "Next on call"),
                {agent.id: agent.name for agent in snapshot.agents if agent.is_active},
                translate("Setup", "Alarmed of a Problem when the head of support does not take note."),
            ),
        ),
        ("alarm_every", DurationEditor(translate("Setup", "An alarm is repeated every"))),
        ("alarm_next_after", DurationEditor(translate("Setup", "The next on call is alarmed after"))),
        ("breach_reason_within", DurationEditor(translate("Setup", "A breach is explained within"))),
        (
            "football_returns",
            NumberEditor(translate("Setup", "Only a lead transfers from this return on"), least=1),
        ),
        ("postponements", NumberEditor(translate("Setup", "The lead is told at this postponement"), least=1)),
        (
            "sends_reminders",
            FlagEditor(translate("Setup", "Reminders to silent clients go out by themselves")),
        ),
        ("rating_within", DurationEditor(translate("Setup", "A rating is taken until, after the closing"))),
        (
            "call_back_percent",
            NumberEditor(translate("Setup", "Per cent of closed tickets called back"), most=100),
        ),
        ("call_back_after", DurationEditor(translate("Setup", "They are called back after"))),
        ("due_hour", MomentOfDay(translate("Setup", "A due date without time means"))),
    ]


def endings() -> Drawer[Workflow]:
    """Return the page of how tickets end."""
    return Drawer(
        title=translate("Setup", "Closing"),
        about=translate(
            "Setup", "When a solved ticket closes by itself, and for how long a closed one can come back."
        ),
        icon="circle-check",
        items=lambda snapshot: [snapshot.workflow],
        name=lambda _workflow: translate("Setup", "Closing"),
        form=lambda _snapshot, _workflow: [
            (
                "auto_close_after",
                DurationEditor(translate("Setup", "A solved ticket closes by itself after")),
            ),
            (
                "silent_close_after",
                DurationEditor(translate("Setup", "A silent client's ticket may be closed after")),
            ),
            ("reopen_within", DurationEditor(translate("Setup", "A reply reopens a closed ticket within"))),
        ],
        save=lambda _snapshot, workflow: SaveWorkflow(workflow=workflow),
        is_one=True,
    )


def request_types() -> Drawer[RequestType]:
    """Return the page of what requesters choose from (R5)."""
    kept = InTuple[RequestType](Process, "request_types")
    return Drawer(
        title=translate("Setup", "Request types"),
        about=translate(
            "Setup",
            "What a requester chooses in every form, chat and call menu; it beats every rule.",
        ),
        icon="message-circle",
        items=kept.items,
        name=lambda one: one.name,
        form=lambda snapshot, _item: [
            ("name", LineEditor(translate("Setup", "Name"))),
            ("line_id", ChoiceEditor(translate("Setup", "Goes to"), lines(snapshot))),
        ],
        save=kept.save,
        make=lambda snapshot: RequestType(id=new_id(), name="", line_id=next(iter(lines(snapshot)), "")),
        delete=kept.delete,
        move=kept.move,
    )


def routing() -> Drawer[RoutingRule]:
    """Return the page of routing rules (R5)."""
    kept = InTuple[RoutingRule](Process, "routing")
    return Drawer(
        title=translate("Setup", "Routing"),
        about=translate(
            "Setup",
            "Where a ticket goes whose requester did not choose: by the first rule that fits.",
        ),
        icon="move-right",
        items=kept.items,
        name=lambda rule: rule.name,
        form=_rule_form,
        save=kept.save,
        make=lambda snapshot: RoutingRule(
            id=new_id(), name="", line_id=next(iter(lines(snapshot)), ""), is_on=False
        ),
        delete=kept.delete,
        move=kept.move,
        detail=lambda rule: "" if rule.is_on else translate("Setup", "off"),
        can_be_tried=True,
    )


def _rule_form(snapshot: BoardSnapshot, _rule: RoutingRule) -> Form:
    anyone = translate("Setup", "Any")
    clients = {"": anyone, **{client.id: client.name for client in snapshot.clients}}
    return [
        ("name", LineEditor(translate("Setup", "Name"))),
        ("is_on", FlagEditor(translate("Setup", "The rule is on"))),
        ("category", LineEditor(translate("Setup", "Category"))),
        ("client_id", ChoiceEditor(translate("Setup", "Client"), clients)),
        ("region", LineEditor(translate("Setup", "Region"))),
        (
            "words",
            LinesEditor(translate("Setup", "Words"), translate("Setup", "Any of them, in title or message.")),
        ),
        ("line_id", ChoiceEditor(translate("Setup", "Goes to"), lines(snapshot))),
    ]


class QuestionsEditor(LinesEditor):
    """The questions of a playbook, one a line; one that has to be answered begins with an exclamation mark."""

    def __init__(self, label: str, hint: str) -> None:
        super().__init__(label, hint, height=10)
        self._known: dict[str, str] = {}

    def value(self) -> tuple[Question, ...]:  # type: ignore[override]
        found = []
        for line in super().value():
            text = line.removeprefix(_REQUIRED).strip()
            question_id = self._known.get(text) or new_id()
            found.append(Question(id=question_id, text=text, is_required=line.startswith(_REQUIRED)))
        return tuple(found)

    def set_value(self, value: Sequence[Question]) -> None:  # type: ignore[override]
        self._known = {question.text: question.id for question in value}
        super().set_value([f"{_REQUIRED} {one.text}" if one.is_required else one.text for one in value])


def playbooks() -> Drawer[Playbook]:
    """Return the page of playbooks (R17)."""
    kept = InTuple[Playbook](Process, "playbooks")
    hint = translate(
        "Setup",
        "One a line, in their order. With ! before it: to be asked before a transfer.",
    )
    return Drawer(
        title=translate("Setup", "Playbooks"),
        about=translate(
            "Setup",
            "The questions to ask in a category; the next line sees the answers.",
        ),
        icon="lightbulb",
        items=kept.items,
        name=lambda playbook: playbook.name,
        form=lambda _snapshot, _item: [
            ("name", LineEditor(translate("Setup", "Name"))),
            ("category", LineEditor(translate("Setup", "Category"))),
            ("questions", QuestionsEditor(translate("Setup", "Questions"), hint)),
        ],
        save=kept.save,
        make=lambda _snapshot: Playbook(id=new_id(), name="", category=""),
        delete=kept.delete,
        move=kept.move,
    )


def reasons() -> Drawer[Reason]:
    """Return the page of reasons that are offered."""
    kept = InTuple[Reason](Process, "reasons")
    kinds = {
        ReasonKind.TRANSFER.value: translate("Setup", "Transfer"),
        ReasonKind.RETURN.value: translate("Setup", "Return of a transfer"),
        ReasonKind.DECLINE.value: translate("Setup", "Declined by development"),
        ReasonKind.BREACH.value: translate("Setup", "Breach of a promise"),
        ReasonKind.OVERRULE.value: translate("Setup", "A lead's own decision"),
    }
    return Drawer(
        title=translate("Setup", "Reasons"),
        about=translate("Setup", "Offered where a reason is asked for; one's own words are always possible."),
        icon="sticky-note",
        items=kept.items,
        name=lambda reason: reason.text,
        detail=lambda reason: kinds[reason.kind.value],
        form=lambda _snapshot, _item: [
            ("kind", ChoiceEditor(translate("Setup", "For"), kinds, kind=ReasonKind)),
            ("text", LineEditor(translate("Setup", "Words"))),
        ],
        save=kept.save,
        make=lambda _snapshot: Reason(id=new_id(), kind=ReasonKind.TRANSFER, text=""),
        delete=kept.delete,
        move=kept.move,
    )


def tags() -> Drawer[Process]:
    """Return the page of tags that are offered first."""
    return Drawer(
        title=translate("Setup", "Tags"),
        about=translate("Setup", "Offered first where somebody tags a ticket; others may be written."),
        icon="tags",
        items=lambda snapshot: [snapshot.process],
        name=lambda _process: translate("Setup", "Tags"),
        form=lambda _snapshot, _process: [
            ("tags", LinesEditor(translate("Setup", "Tags"), translate("Setup", "A line each."), height=14))
        ],
        save=lambda _snapshot, process: SaveProcess(process=process),
        is_one=True,
    )


def agents() -> Drawer[Agent]:
    """Return the page of people: roles, lines, working hours, skills."""
    return Drawer(
        title=translate("Setup", "People"),
        about=translate("Setup", "What each may do, on which lines, when and what for."),
        icon="users",
        items=lambda snapshot: sorted(
            snapshot.agents, key=lambda agent: (not agent.is_active, agent.name.casefold())
        ),
        name=lambda agent: agent.name,
        detail=lambda agent: "" if agent.is_active else translate("Setup", "left"),
        form=_agent_form,
        save=lambda _snapshot, agent: SaveAgent(agent=agent),
        make=lambda _snapshot: Agent(id=new_id(), name=""),
    )


def _agent_form(snapshot: BoardSnapshot, _agent: Agent) -> Form:
    every = (Role.AGENT, Role.LEAD, Role.DEVELOPER, Role.ACCOUNT_MANAGER, Role.ADMINISTRATOR)
    roles = {role.value: role_name(role) for role in every}
    all_lines = translate("Setup", "None chosen: all of them.")
    hours = translate("Setup", "The opening hours of the line")
    return [
        ("name", LineEditor(translate("Setup", "Name"))),
        ("roles", SeveralEditor(translate("Setup", "Roles"), roles, kind=Role)),
        ("line_ids", SeveralEditor(translate("Setup", "Lines"), lines(snapshot), all_lines)),
        ("shift_id", ChoiceEditor(translate("Setup", "Working hours"), calendars(snapshot, none=hours))),
        ("skills", LinesEditor(translate("Setup", "Skills"), translate("Setup", "A line each."), height=3)),
        ("is_active", FlagEditor(translate("Setup", "Works here"))),
    ]
