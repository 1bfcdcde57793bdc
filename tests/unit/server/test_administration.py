"""Who is invited: people that a shared board brought along, and new ones."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanbandesk.cli_server import DONE, invite
from kanbandesk.server.administration import Administration
from kanbandesk.server.core.database import Database


@pytest.fixture
def administration(database: Database, tmp_path: Path) -> Iterator[Administration]:
    """A sitting at a workspace on each of the databases."""
    with Administration(database, tmp_path) as administration:
        yield administration


def invited(administration: Administration, name: str, login: str) -> dict[str, str]:
    """Invite somebody by the command line's verb; return who signs in by which login now."""
    words = Namespace(login=login, name=name, roles="agent", password=False, address="")
    assert invite(administration, words) == DONE
    return {person.agent.id: person.login for person in administration.all()}


def test_who_works_here_without_a_login_gets_one_and_stays_the_same_person(
    administration: Administration,
) -> None:
    maud = administration.add("Maud Perrin", ["agent"])
    before = len(administration.all())
    assert invited(administration, "Maud Perrin", "maud")[maud] == "maud"
    assert len(administration.all()) == before


def test_a_namesake_of_who_signs_in_already_is_somebody_new(administration: Administration) -> None:
    maud = administration.add("Maud Perrin", ["agent"])
    invited(administration, "Maud Perrin", "maud")
    logins = invited(administration, "Maud Perrin", "maud.p")
    assert logins[maud] == "maud"
    assert sorted(filter(None, logins.values())) == ["maud", "maud.p"]
