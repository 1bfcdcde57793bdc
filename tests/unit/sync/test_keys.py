"""The token lies in the system's own keyring, or nowhere."""

from __future__ import annotations

import keyring.backend
import pytest

from kanbandesk.sync.keys import Keys


class PlainFile:
    """A backend that would write secrets to a file in the clear."""

    priority = 9.0


class OfSystem:
    """A backend that passes for one of the system's."""

    priority = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> OfSystem:
    monkeypatch.setattr(OfSystem, "__module__", "keyring.backends.SecretService")
    made = OfSystem()
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: [PlainFile(), made])
    return made


def test_only_the_systems_own_keyring_is_used(system: OfSystem) -> None:
    keys = Keys.of_system()
    assert keys.are_kept
    assert keys.keep("desk", "token")
    assert system.kept == {("KanbanDesk", "desk"): "token"}
    assert Keys.of_system().find("desk") == "token"
    keys.forget("desk")
    keys.forget("desk")  # a second time is no harm
    assert system.kept == {}
    assert keys.find("desk") == ""


def test_without_one_a_token_lasts_as_long_as_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: [PlainFile()])
    keys = Keys.of_system()
    assert not keys.are_kept
    assert not keys.keep("desk", "token")
    assert keys.find("desk") == "token"
    assert Keys.of_system().find("desk") == ""
