"""The kinds of settings on who does what: request types, routing, playbooks, reasons, people."""

from __future__ import annotations

from collections.abc import Sequence

from kanbandesk.ui.setup.choices import reason_kinds
from kanbandesk.ui.setup.drawer import Drawer, InTuple
from kanbandesk.ui.setup.drawers import calendars, lines
from kanbandesk.ui.setup.editors import ChoiceEditor, FlagEditor, LineEditor, LinesEditor, SeveralEditor
from kanbandesk.ui.setup.form import Form
from kanbandesk.ui.setup.picks import PickEditor, named
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.words import role_name, translate
from kanbandesk.ui.words.settings import person_label, setting_label
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.commands import SaveAgent
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

_REQUIRED = "!"


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
            ("name", LineEditor(setting_label("name"))),
            ("line_id", ChoiceEditor(setting_label("line_id"), lines(snapshot))),
        ],
        empty=translate("Setup", "No request type yet: rules alone lead a ticket to its line."),
        can_be_tried=True,
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
        empty=translate("Setup", "No rule yet: what a requester does not choose goes to the first line."),
        can_be_tried=True,
    )


def _rule_form(snapshot: BoardSnapshot, _rule: RoutingRule) -> Form:
    names = {client.id: client.name for client in snapshot.clients}

    def clients() -> Sequence[Choice]:
        return named([(one.id, one.name, one.contract_number) for one in snapshot.clients])

    return [
        ("name", LineEditor(setting_label("name"))),
        ("is_on", FlagEditor(setting_label("is_on"))),
        ("category", LineEditor(setting_label("category"))),
        (
            "client_id",
            PickEditor(
                setting_label("client_id"),
                clients,
                lambda client_id: names.get(client_id) or translate("Setup", "one that is gone"),
                nothing=translate("Setup", "Any"),
            ),
        ),
        ("region", LineEditor(setting_label("region"))),
        (
            "words",
            LinesEditor(setting_label("words"), translate("Setup", "Any of them, in title or message.")),
        ),
        ("line_id", ChoiceEditor(setting_label("line_id"), lines(snapshot))),
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
        empty=translate("Setup", "No playbook yet: nothing is asked before a ticket is passed on."),
        items=kept.items,
        name=lambda playbook: playbook.name,
        form=lambda _snapshot, _item: [
            ("name", LineEditor(setting_label("name"))),
            ("category", LineEditor(setting_label("category"))),
            ("questions", QuestionsEditor(setting_label("questions"), hint)),
        ],
        save=kept.save,
        make=lambda _snapshot: Playbook(id=new_id(), name="", category=""),
        delete=kept.delete,
        move=kept.move,
    )


def reasons() -> Drawer[Reason]:
    """Return the page of reasons that are offered."""
    kept = InTuple[Reason](Process, "reasons")
    kinds = reason_kinds()
    return Drawer(
        title=translate("Setup", "Reasons"),
        about=translate("Setup", "Offered where a reason is asked for; one's own words are always possible."),
        icon="sticky-note",
        empty=translate("Setup", "No reason yet: everybody writes their own words."),
        items=kept.items,
        name=lambda reason: reason.text,
        detail=lambda reason: kinds[reason.kind.value],
        form=lambda _snapshot, _item: [
            ("kind", ChoiceEditor(translate("Setup", "For"), kinds, kind=ReasonKind)),
            ("text", LineEditor(setting_label("text"))),
        ],
        save=kept.save,
        make=lambda _snapshot: Reason(id=new_id(), kind=ReasonKind.TRANSFER, text=""),
        delete=kept.delete,
        move=kept.move,
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
    least = translate("Setup", "Choose one at least: without a role nobody may do anything.")
    all_lines = translate("Setup", "None chosen: all of them.")
    hours = translate("Setup", "The opening hours of the line")
    return [
        ("name", LineEditor(person_label())),
        ("roles", SeveralEditor(setting_label("roles"), roles, kind=Role, least=least)),
        ("line_ids", SeveralEditor(setting_label("line_ids"), lines(snapshot), all_lines)),
        ("shift_id", ChoiceEditor(setting_label("shift_id"), calendars(snapshot, none=hours))),
        ("skills", LinesEditor(setting_label("skills"), translate("Setup", "A line each."), height=3)),
        ("is_active", FlagEditor(setting_label("is_active"))),
    ]
