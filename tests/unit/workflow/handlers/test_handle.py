"""The one way in: every command has its handler, and none lets anything but a refusal out."""

from dataclasses import dataclass, replace
from typing import Any, ClassVar, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kanbandesk.workflow.commands import REGISTRY, Command
from kanbandesk.workflow.errors import Invalid, Refusal
from kanbandesk.workflow.handlers import HANDLERS
from kanbandesk.workflow.people import SYSTEM
from kanbandesk.workflow.statuses import StatusKind
from tests.factories.anything import instances_of
from tests.factories.support import Support
from tests.factories.workflow import OFFICE_HOURS


def test_every_command_has_a_handler_of_its_name() -> None:
    assert {command.name: handler.__name__ for command, handler in HANDLERS.items()} == {
        name: name for name in REGISTRY
    }


def test_unknown_command_is_refused(support: Support) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Sing(Command):
        name: ClassVar[str] = "sing"

    with pytest.raises(Invalid) as refusal:
        support.do(support.ada, Sing())
    assert str(refusal.value) == "unknown_command(field='sing')"


@pytest.mark.parametrize("name", sorted(REGISTRY))
@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_command_breaks_a_handler(name: str, data: st.DataObject) -> None:
    """Whatever stands in it and whoever sends it: applied or refused."""
    support = Support(OFFICE_HOURS)
    tickets = [
        support.in_status(kind) for kind in (StatusKind.IN_PROGRESS, StatusKind.POSTPONED, StatusKind.CLOSED)
    ]
    command: Any = data.draw(instances_of(cast(Any, REGISTRY[name])))
    ids = {"ticket_id": st.sampled_from(tickets), "target_id": st.sampled_from(tickets)}
    changes = {field: data.draw(known) for field, known in ids.items() if hasattr(command, field)}
    command = replace(command, **changes)
    for who in (support.ada, support.lea, support.admin, support.requester, SYSTEM):
        try:
            support.do(who, command)
        except Refusal as refusal:
            assert refusal.code  # noqa: PT017 - nothing else may come out
