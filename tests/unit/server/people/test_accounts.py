"""Signing in: what is told to whom, how guessing is slowed down, the second factor."""

from collections.abc import Callable

import pyotp
import pytest

from kanbandesk.protocol import (
    BAD_SIGN_IN,
    CODE_SETUP,
    CODE_WANTED,
    FORBIDDEN,
    GONE,
    LOGIN_TAKEN,
    SIGNED_OUT,
    THROTTLED,
    TOO_WEAK,
    WIPE,
    Problem,
)
from kanbandesk.server.people.accounts import SignIn
from kanbandesk.server.people.invitations import STANDS
from kanbandesk.server.people.second_factor import Demand
from kanbandesk.server.people.sessions import IDLE, LONGEST, REMEMBERED, Caller
from kanbandesk.server.people.tokens import kept
from kanbandesk.workflow.people import Role
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE, SECOND
from tests.factories.knocking import PASSWORD, Door


def problem(call: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as caught:
        call()
    return caught.value


def guess(
    door: Door, login: str = "ben", password: str = "wrong", address: str = "9.9.9.9", code: str = ""
) -> Problem:
    tried = SignIn(login=login, password=password, client_id="c", address=address, code=code)
    return problem(lambda: door.people.accounts.sign_in(tried))


def caller_of(door: Door, token: str) -> Caller:
    return door.people.sessions.find(token)


def test_a_login_is_known_in_any_case(door: Door) -> None:
    assert door.sign_in(" BEN ").name == "Ben"


def test_an_unknown_login_is_told_like_a_wrong_password(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []
    passwords = door.people.accounts._passwords
    fits = passwords.fits

    def watched(password: str, hashed: str) -> bool:
        compared.append(hashed)
        return fits(password, hashed)

    monkeypatch.setattr(passwords, "fits", watched)
    assert guess(door, login="nobody").code == guess(door).code == BAD_SIGN_IN
    assert len(compared) == 2  # the unknown one costs a hash as well


def test_who_does_not_work_here_any_more_cannot_sign_in(door: Door) -> None:
    signed_in = door.sign_in()
    door.leave(signed_in.agent_id)
    assert problem(door.sign_in).code == BAD_SIGN_IN
    assert problem(lambda: caller_of(door, signed_in.token)).code == WIPE


def test_guessing_costs_twice_as_much_each_time(any_door: Door) -> None:
    waits = []
    for _ in range(9):
        while (told := guess(any_door)).code == THROTTLED:
            waits.append(told.params["after"])
            any_door.clock.now += int(told.params["after"] or 0) * SECOND
    assert waits == [1, 2, 4]


def test_nobody_is_locked_out_by_others_for_longer_than_half_a_minute(door: Door) -> None:
    for number in range(70):
        guess(door, address=f"10.0.{number}.1")
        door.clock.now += 31 * SECOND
    guess(door, address="10.9.9.9")
    assert problem(door.sign_in).params["after"] == 30
    door.clock.now += 30 * SECOND
    assert door.sign_in().agent_id


def test_a_right_password_takes_the_failures_back(any_door: Door) -> None:
    for _ in range(6):
        for _ in range(4):
            assert guess(any_door, address="a").code == BAD_SIGN_IN
        any_door.sign_in()


def test_many_addresses_of_one_network_count_as_one(door: Door) -> None:
    told = {guess(door, login=f"n{number}", address=f"2001:db8::{number:x}").code for number in range(40)}
    assert THROTTLED in told


def test_failures_are_forgotten_after_a_day(door: Door) -> None:
    for _ in range(6):
        guess(door)
    door.clock.now += 2 * DAY
    assert [guess(door).code for _ in range(5)] == [BAD_SIGN_IN] * 5


# -- sessions ---------------------------------------------------------------------------------------------------------


def test_only_the_hash_of_a_token_is_kept(door: Door) -> None:
    signed_in = door.sign_in()
    assert len(signed_in.token) >= 43  # 256 bits
    with door.database.reading() as connection:
        everything = str(connection.exec_driver_sql("SELECT * FROM session").all())
    assert kept(signed_in.token) in everything
    assert signed_in.token not in everything


def test_a_session_ends_when_it_was_idle_for_fourteen_days(door: Door) -> None:
    token = door.sign_in().token
    door.clock.now += IDLE - MINUTE
    assert caller_of(door, token).agent_id
    door.clock.now += IDLE
    assert problem(lambda: caller_of(door, token)).code == SIGNED_OUT


def test_a_session_ends_after_ninety_days_anyway(door: Door) -> None:
    token = door.sign_in().token
    for _ in range(LONGEST // DAY - 1):
        door.clock.now += DAY
        assert caller_of(door, token).agent_id
    door.clock.now += DAY
    assert problem(lambda: caller_of(door, token)).code == SIGNED_OUT


def test_a_session_is_remembered_for_a_moment_only(door: Door) -> None:
    token = door.sign_in().token
    assert door.people.sessions.remembered(token) is None
    caller = caller_of(door, token)
    assert door.people.sessions.remembered(token) == caller
    door.clock.now += REMEMBERED
    assert door.people.sessions.remembered(token) is None


def test_a_revoked_session_is_told_to_forget_everything_at_once(any_door: Door) -> None:
    signed_in = any_door.sign_in()
    caller_of(any_door, signed_in.token)
    any_door.people.revoke(signed_in.session_id, by=signed_in.agent_id, may_others=False)
    assert any_door.people.sessions.remembered(signed_in.token) is None
    assert problem(lambda: caller_of(any_door, signed_in.token)).code == WIPE
    assert any_door.people.devices(signed_in.agent_id) == []


def test_somebody_elses_session_does_not_exist_for_an_agent(door: Door) -> None:
    signed_in, other = door.sign_in(), door.agent("Cia")
    told = problem(lambda: door.people.revoke(signed_in.session_id, by=other, may_others=False))
    assert told.code == GONE
    assert caller_of(door, signed_in.token).agent_id


def test_signing_in_again_at_a_desk_ends_its_session(any_door: Door) -> None:
    first = any_door.sign_in(client_id="desk")
    second = any_door.sign_in(client_id="desk")
    assert problem(lambda: caller_of(any_door, first.token)).code == SIGNED_OUT
    assert [one.id for one in any_door.people.devices(second.agent_id)] == [second.session_id]


def test_a_new_password_signs_out_all_other_desks(door: Door) -> None:
    here, there = door.sign_in(), door.sign_in()
    caller = caller_of(door, here.token)
    door.people.accounts.change_password(caller, PASSWORD, "another house by the sea", "")
    assert caller_of(door, here.token).agent_id
    assert problem(lambda: caller_of(door, there.token)).code == SIGNED_OUT
    assert guess(door, password=PASSWORD).code == BAD_SIGN_IN


def test_a_password_is_changed_only_by_who_knows_the_old_one(door: Door) -> None:
    caller = caller_of(door, door.sign_in().token)
    change = door.people.accounts.change_password
    assert problem(lambda: change(caller, "wrong", "another house by the sea", "")).code == BAD_SIGN_IN
    assert problem(lambda: change(caller, PASSWORD, "password", "")).code == TOO_WEAK
    assert door.sign_in().agent_id


# -- the second factor ------------------------------------------------------------------------------------------------


def code_at(secret: str, now: int) -> str:
    return pyotp.TOTP(secret).at(now // 1000)


@pytest.fixture
def secret(door: Door) -> str:
    """Ben uses codes; a new one stands."""
    caller = caller_of(door, door.sign_in().token)
    secret, uri = door.people.accounts.prepare_code(caller, PASSWORD, "")
    assert secret in uri
    assert door.sign_in().agent_id  # nothing is asked before a code has confirmed it
    door.people.accounts.confirm_code(caller, code_at(secret, door.clock.now))
    door.clock.now += MINUTE
    return secret


def test_a_code_is_asked_for_once_it_is_confirmed(door: Door, secret: str) -> None:
    assert problem(door.sign_in).code == CODE_WANTED
    assert door.sign_in(code=code_at(secret, door.clock.now)).agent_id


def test_a_code_is_taken_once(door: Door, secret: str) -> None:
    code = code_at(secret, door.clock.now)
    assert door.sign_in(code=code).agent_id
    assert problem(lambda: door.sign_in(code=code)).code == BAD_SIGN_IN


def test_a_telephone_may_be_half_a_minute_off(door: Door, secret: str) -> None:
    assert door.sign_in(code=code_at(secret, door.clock.now - 30 * SECOND)).agent_id
    assert (
        guess(door, password=PASSWORD, code=code_at(secret, door.clock.now - 90 * SECOND)).code == BAD_SIGN_IN
    )


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "１２３４５６", "0000000"])
def test_what_is_no_code_is_refused(door: Door, secret: str, code: str) -> None:
    assert problem(lambda: door.sign_in(code=code)).code in {BAD_SIGN_IN, CODE_WANTED}


def test_codes_are_guessed_no_faster_by_who_knows_the_password(door: Door, secret: str) -> None:
    told = []
    for number in range(8):
        told.append(guess(door, password=PASSWORD, code="").code)
        told.append(guess(door, password=PASSWORD, code=f"{number:06}").code)
    assert THROTTLED in told


def test_codes_are_not_prepared_anew_while_they_are_used(door: Door, secret: str) -> None:
    caller = caller_of(door, door.sign_in(code=code_at(secret, door.clock.now)).token)
    assert problem(lambda: door.people.accounts.prepare_code(caller, PASSWORD, "")).code == FORBIDDEN
    door.people.accounts.drop_code(caller, PASSWORD, "")
    assert door.sign_in().agent_id


# -- invitations ------------------------------------------------------------------------------------------------------


def test_an_invitation_works_once(any_door: Door) -> None:
    token, _ = any_door.people.invitations.invite(any_door.ada, "Ada", by="")
    assert any_door.people.invitations.accept(token, PASSWORD, "").login == "ada"
    assert problem(lambda: any_door.people.invitations.accept(token, PASSWORD, "")).code == GONE
    assert any_door.sign_in("ada").agent_id


def test_an_invitation_stands_for_seven_days(door: Door) -> None:
    token, ends_at = door.people.invitations.invite(door.ada, "ada", by="")
    assert ends_at == door.clock.now + STANDS == door.clock.now + 7 * DAY
    door.clock.now = ends_at
    assert problem(lambda: door.people.invitations.accept(token, PASSWORD, "")).code == GONE


def test_a_weak_password_does_not_use_the_invitation_up(door: Door) -> None:
    token, _ = door.people.invitations.invite(door.ada, "ada", by="")
    assert problem(lambda: door.people.invitations.accept(token, "password", "")).code == TOO_WEAK
    assert door.people.invitations.accept(token, PASSWORD, "").agent_id


def test_a_newer_invitation_makes_the_older_one_void(any_door: Door) -> None:
    old, _ = any_door.people.invitations.invite(any_door.ada, "ada", by="")
    any_door.people.invitations.invite(any_door.ada, "ada", by="")
    assert problem(lambda: any_door.people.invitations.accept(old, PASSWORD, "")).code == GONE


def test_a_login_belongs_to_one_person(door: Door) -> None:
    assert problem(lambda: door.people.invitations.invite(door.ada, "BEN", by="")).code == LOGIN_TAKEN


def test_a_link_that_was_intercepted_does_not_get_round_the_second_factor(door: Door, secret: str) -> None:
    door.let_in(door.sign_in(code=code_at(secret, door.clock.now)).agent_id, "ben")
    assert problem(door.sign_in).code == CODE_WANTED


# -- the trail --------------------------------------------------------------------------------------------------------


def test_the_trail_is_unbroken_and_holds_no_secret(any_door: Door) -> None:
    signed_in = any_door.sign_in()
    any_door.people.sign_out(signed_in.session_id, by=signed_in.agent_id)
    verdict = any_door.people.verify_audit()
    assert (verdict.broken_at, verdict.lines) == (0, 4)
    with any_door.database.reading() as connection:
        trail = str(connection.exec_driver_sql("SELECT * FROM audit").all())
    assert signed_in.token not in trail
    assert PASSWORD not in trail


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit SET actor_id = 'somebody' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 2",
        "UPDATE audit SET seq = 9 WHERE seq = 3",
    ],
)
def test_a_changed_line_of_the_trail_is_found(door: Door, tampering: str) -> None:
    door.sign_in()
    with door.database.begin() as connection:
        connection.exec_driver_sql(tampering)
    assert door.people.verify_audit().broken_at in {2, 3, 9}


# -- a second factor that is demanded ---------------------------------------------------------------------------------


def demand(door: Door, of: Demand) -> int:
    return door.people.accounts.demand_code(of, by="")


def test_who_lacks_a_demanded_second_factor_sets_it_up_while_signing_in(any_door: Door) -> None:
    demand(any_door, Demand.EVERYONE)
    asked = problem(lambda: any_door.sign_in("ben"))
    assert asked.code == CODE_SETUP
    secret = str(asked.params["secret"])
    assert secret in str(asked.params["uri"])
    assert problem(lambda: any_door.sign_in("ben")).params["secret"] == secret  # not a new one each time
    code = code_at(secret, any_door.clock.now)
    assert any_door.sign_in("ben", code=code).name == "Ben"
    any_door.clock.now += 30 * SECOND
    assert problem(lambda: any_door.sign_in("ben")).code == CODE_WANTED
    assert any_door.people.verify_audit().broken_at == 0


def test_a_wrong_first_code_sets_nothing_up(door: Door) -> None:
    demand(door, Demand.EVERYONE)
    assert guess(door, password=PASSWORD, code="000000").code == BAD_SIGN_IN  # none was drawn yet
    secret = str(problem(lambda: door.sign_in("ben")).params["secret"])
    wrong = code_at(secret, door.clock.now + HOUR)
    assert guess(door, password=PASSWORD, code=wrong).code == BAD_SIGN_IN
    assert problem(lambda: door.sign_in("ben")).code == CODE_SETUP


def test_the_key_is_told_only_to_who_knows_the_password(door: Door) -> None:
    demand(door, Demand.EVERYONE)
    assert guess(door).params == {}


def test_demanded_of_administrators_others_come_in_as_before(door: Door) -> None:
    door.agent("boss", Role.AGENT, Role.ADMINISTRATOR)
    demand(door, Demand.ADMINISTRATORS)
    assert door.sign_in("ben").name == "Ben"
    assert problem(lambda: door.sign_in("boss")).code == CODE_SETUP
    demand(door, Demand.NONE)
    assert door.sign_in("boss").name == "boss"


def test_who_lacks_it_when_it_is_demanded_is_signed_out_and_who_has_it_is_not(
    door: Door, secret: str
) -> None:
    door.agent("cem")
    cem = door.sign_in("cem").token
    ben = door.sign_in("ben", code=code_at(secret, door.clock.now)).token
    assert demand(door, Demand.EVERYONE) == 1
    assert problem(lambda: door.people.sessions.find(cem)).code == SIGNED_OUT
    assert caller_of(door, ben).client_id


def test_a_demanded_second_factor_is_not_dropped(door: Door, secret: str) -> None:
    ben = caller_of(door, door.sign_in("ben", code=code_at(secret, door.clock.now)).token)
    demand(door, Demand.EVERYONE)
    refused = problem(lambda: door.people.accounts.drop_code(ben, PASSWORD, "a"))
    assert (refused.code, refused.params) == (FORBIDDEN, {"action": "drop_code"})
