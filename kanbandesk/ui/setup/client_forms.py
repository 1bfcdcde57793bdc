"""The fields of a client and of a contact, and what a list says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kanbandesk.ui.setup.editors import LineEditor
from kanbandesk.ui.setup.form import Form
from kanbandesk.ui.setup.picks import PickEditor, named
from kanbandesk.ui.widgets.choices import Choice
from kanbandesk.ui.words import plain_line, role_name, translate
from kanbandesk.ui.words.settings import person_label, setting_label
from kanbandesk.workflow.cards import BoardSnapshot
from kanbandesk.workflow.clients import Client, Contact
from kanbandesk.workflow.people import Role

Entry = Client | Contact
_NAME = 60  # characters of a name in a list


def client_form(snapshot: BoardSnapshot) -> Form:
    """Return the fields of a client."""
    agents = {agent.id: agent.name for agent in snapshot.agents}
    manager = translate("Setup", "Is told of a broken promise, and writes why it came to that.")
    set_up_by = translate("Setup", "Is offered first what goes to the line that sets clients up.")
    return [
        ("name", LineEditor(setting_label("name"))),
        ("contract_number", LineEditor(setting_label("contract_number"))),
        ("region", LineEditor(setting_label("region"), translate("Setup", "Routing rules may look at it."))),
        *(
            (
                name,
                PickEditor(
                    setting_label(name),
                    lambda: _people(snapshot),
                    lambda agent_id: agents.get(agent_id) or _gone(),
                    hint,
                    nothing=translate("Setup", "Nobody"),
                ),
            )
            for name, hint in (("manager_id", manager), ("set_up_by", set_up_by))
        ),
    ]


def contact_form(snapshot: BoardSnapshot) -> Form:
    """Return the fields of a contact."""
    clients = {client.id: client.name for client in snapshot.clients}
    known = translate("Setup", "Who writes or calls from one of the three is recognised, with the client.")
    return [
        ("name", LineEditor(person_label())),
        (
            "client_id",
            PickEditor(
                setting_label("client_id"),
                lambda: named(
                    [(one.id, one.name, one.contract_number) for one in snapshot.offered_clients()]
                ),
                lambda client_id: clients.get(client_id) or _gone(),
                nothing=translate("Setup", "None"),
            ),
        ),
        ("mail", LineEditor(setting_label("mail"))),
        (
            "phone",
            LineEditor(setting_label("phone"), translate("Setup", "With its country: +47 22 00 00 00.")),
        ),
        ("chat", LineEditor(setting_label("chat"), known)),
    ]


def _gone() -> str:
    return translate("Setup", "one that is gone")


def _people(snapshot: BoardSnapshot) -> Sequence[Choice]:
    """Return who may be responsible for a client: account managers first."""
    active = [agent for agent in snapshot.agents if agent.is_active]
    found = named([(one.id, one.name, ", ".join(role_name(role) for role in one.roles)) for one in active])
    managers = {one.id for one in active if Role.ACCOUNT_MANAGER in one.roles}
    return sorted(found, key=lambda choice: choice.id not in managers)


def row_text(entry: Entry, clients: Mapping[str, str]) -> str:
    """Return what a list says of a client or a contact: its name, and by what it is told from its like."""
    if isinstance(entry, Client):
        details: tuple[str, ...] = (entry.contract_number,)
    else:
        details = (clients.get(entry.client_id, ""), entry.mail or entry.phone or entry.chat)
    name = plain_line(entry.name, _NAME) or translate("Setup", "Without a name")
    return "  ·  ".join(filter(None, (name, *(plain_line(one, _NAME) for one in details))))


def sought_text(client: Client) -> str:
    """Return by what a client is found."""
    return f"{client.name} {client.contract_number} {client.region}".casefold()
