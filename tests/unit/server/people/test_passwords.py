"""Which passwords are taken, and how they are kept (ASVS 5.0, 6.2)."""

import threading

import pytest

from kanbandesk.protocol import TOO_WEAK, Problem
from kanbandesk.server.people.common_passwords import is_common
from kanbandesk.server.people.passwords import AT_ONCE, MEMORY, Passwords, check_password
from tests.factories.knocking import CHEAP


@pytest.mark.parametrize(
    "password",
    [
        "password", "P@ssw0rd2024!", "letmein123", "Welcome1!", "qwertyuiop", "1qaz2wsx", "йцукенгш", "Пароль123",
        "iloveyou2", "aaaaaaaaaa", "abcabcabc", "12345678", "87654321", "01.02.1990", "adminadmin", "Summer2026!",
        "dragonmonkey", "passord123", "trustno1!!",
    ],
)  # fmt: skip
def test_what_guessers_try_first_is_common(password: str) -> None:
    assert is_common(password)


@pytest.mark.parametrize(
    "password",
    [
        "a green house by the lake",
        "vK3#tm9qLw",
        "сорок два кота",
        "fjellrev-på-tur",
        "printer on fire 9",
        "x7Qm2bR8",
    ],
)
def test_what_nobody_guesses_is_not_common(password: str) -> None:
    assert not is_common(password)


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("kf93jd7", "too_short"),
        ("k3f" * 100, "too_long"),
        ("Password1", "common"),
        ("grete.lindqvist", "like_login"),
        ("lindqvist77", "like_login"),
    ],
)
def test_a_weak_password_is_refused_with_its_reason(password: str, reason: str) -> None:
    with pytest.raises(Problem) as caught:
        check_password(password, login="grete.lindqvist@example.org", name="Grete Lindqvist")
    assert caught.value.code == TOO_WEAK
    assert caught.value.params["reason"] == reason


def test_eight_characters_without_any_rule_of_composition_are_enough() -> None:
    check_password("hfzwkqmv", login="grete", name="Grete")


def test_a_password_is_kept_as_argon2id_with_46_mib() -> None:
    assert MEMORY >= 46 * 1024
    kept = Passwords().hash("a green house")
    assert kept.startswith(f"$argon2id$v=19$m={MEMORY},t=1,p=1$")


def test_a_password_fits_however_its_letters_were_composed() -> None:
    kept = CHEAP.hash("gru\u0308nes Haus")
    assert CHEAP.fits("gr\u00fcnes Haus", kept)
    assert not CHEAP.fits("grunes Haus", kept)


def test_without_a_password_kept_none_fits() -> None:
    assert not CHEAP.fits("", "")
    assert not CHEAP.fits("anything", "")


def test_an_older_weaker_hash_is_told() -> None:
    assert Passwords(memory=128).is_outdated(CHEAP.hash("x"))


def test_no_more_than_four_are_hashed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    passwords, inside, most, lock = Passwords(memory=64), 0, 0, threading.Lock()
    full, go = threading.Semaphore(0), threading.Event()

    def slow(_password: str) -> str:
        nonlocal inside, most
        with lock:
            inside += 1
            most = max(most, inside)
        full.release()
        go.wait(10)
        with lock:
            inside -= 1
        return "hash"

    monkeypatch.setattr(passwords, "_hasher", type("Slow", (), {"hash": staticmethod(slow)}))
    threads = [threading.Thread(target=passwords.hash, args=("x",)) for _ in range(AT_ONCE + 2)]
    for thread in threads:
        thread.start()
    for _ in range(AT_ONCE):
        assert full.acquire(timeout=10)
    go.set()
    for thread in threads:
        thread.join()
    assert most == AT_ONCE
