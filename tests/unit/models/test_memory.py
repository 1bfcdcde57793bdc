"""What is remembered from one transaction to the next."""

import pytest

from kanbandesk.models import memory as memories
from kanbandesk.models.head import Head
from kanbandesk.models.memory import Memory
from kanbandesk.workflow.people import Agent
from kanbandesk.workflow.tickets import Ticket


def test_of_a_kind_with_too_many_all_are_forgotten_and_of_the_others_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memories, "MOST", 2)
    memory = Memory()
    memory.has_everybody = True
    memory.of(Agent).update(dict.fromkeys("ab"))
    memory.of(Ticket).update(dict.fromkeys("abc"))
    memory.mark(Head(ver=1, next_number=1, now=1))
    assert (set(memory.of(Agent)), memory.has_everybody, memory.of(Ticket)) == ({"a", "b"}, True, {})
    memory.of(Agent)["c"] = None
    memory.mark(Head(ver=2, next_number=1, now=1))
    assert (memory.of(Agent), memory.has_everybody) == ({}, False)
