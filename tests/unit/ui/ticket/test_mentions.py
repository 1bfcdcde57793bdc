"""Whom a note mentions."""

import pytest

from kanbandesk.ui.ticket.mentions import mentioned
from tests.factories.workflow import make_agent

PEOPLE = (
    make_agent(id="ada", name="Ada Berg"),
    make_agent(id="ann", name="Ann Berg"),
    make_agent(id="anna", name="Anna Berg"),
    make_agent(id="ann2", name="Ann Lie"),
    make_agent(id="igor", name="Игорь Ким"),
    make_agent(id="gone", name="Tor Lund", is_active=False),
)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("@Ada who set the rule?", ("ada",)),
        ("@ada berg, see", ("ada",)),
        ("see @Anna Berg and @Ada, @Ada", ("anna", "ada")),
        ("@Ann which one?", ()),
        ("@Ann Lie!", ("ann2",)),
        ("@Игорь Ким посмотри", ("igor",)),
        ("@Игорь, посмотри", ("igor",)),
        ("write to ada@adaberg.example", ()),
        ("@Tor is gone", ()),
        ("@ Ada", ()),
        ("nobody", ()),
    ],
)
def test_a_name_behind_an_at_is_a_mention(text: str, ids: tuple[str, ...]) -> None:
    assert mentioned(text, PEOPLE) == ids
