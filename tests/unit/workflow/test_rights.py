"""Rights: role × action × whose, cell by cell (S1, S3)."""

import pytest

from kanbandesk.workflow.errors import NotAllowed
from kanbandesk.workflow.people import SYSTEM, Actor, Role
from kanbandesk.workflow.rights import TABLE, Action, Whose, check_right, may, whose
from tests.factories.workflow import card_of, make_actor, make_contact, make_ticket, requester_of

OWN, LINE, OTHER = Whose.OWN, Whose.OWN_LINE, Whose.OTHER_LINE
ANYWHERE = {OWN, LINE, OTHER}
ON_THE_LINE = {OWN, LINE}
NOWHERE: set[Whose] = set()

AGENTS_WORK = {
    "create": ANYWHERE,
    "record_reply": ANYWHERE,
    "note": ANYWHERE,
    "watch": ANYWHERE,
    "attach": ANYWHERE,
    "link": ANYWHERE,
    "keep_clients": ANYWHERE,
    "keep_views": ANYWHERE,
    "claim": ON_THE_LINE,
    "assign": ON_THE_LINE,
    "move": ON_THE_LINE,
    "close": ON_THE_LINE,
    "judge": ON_THE_LINE,
    "answer": ON_THE_LINE,
    "call": ON_THE_LINE,
    "arrange": ON_THE_LINE,
    "edit": ON_THE_LINE,
    "merge": ON_THE_LINE,
    "transfer": ON_THE_LINE,
}
WHO_MAY = {
    Role.AGENT: AGENTS_WORK,
    Role.LEAD: {
        **dict.fromkeys(AGENTS_WORK, ANYWHERE),
        "overrule": ANYWHERE,
        "share_views": ANYWHERE,
        "away": ANYWHERE,
    },
    Role.DEVELOPER: {
        "note": ANYWHERE,
        "watch": ANYWHERE,
        "attach": ANYWHERE,
        "keep_views": ANYWHERE,
        "claim": ON_THE_LINE,
        "move": ON_THE_LINE,
        "arrange": ON_THE_LINE,
    },
    Role.ACCOUNT_MANAGER: {
        "note": ANYWHERE,
        "watch": ANYWHERE,
        "attach": ANYWHERE,
        "keep_views": ANYWHERE,
        "call": ANYWHERE,
        "create": ANYWHERE,
        "keep_clients": ANYWHERE,
    },
    Role.ADMINISTRATOR: {
        "set_up": ANYWHERE,
        "import": ANYWHERE,
        "keep_clients": ANYWHERE,
        "keep_views": ANYWHERE,
        "share_views": ANYWHERE,
        "away": ANYWHERE,
    },
}
"""Written down a second time, from rules.md (S1, S3) and not from the code."""

TICKETS = {
    OWN: make_ticket(owner_id="me", line_id="second"),
    LINE: make_ticket(owner_id="somebody", line_id="first"),
    OTHER: make_ticket(owner_id="somebody", line_id="second"),
}


@pytest.mark.parametrize("belongs", [OWN, LINE, OTHER])
@pytest.mark.parametrize("action", list(Action))
@pytest.mark.parametrize("role", list(WHO_MAY))
def test_every_cell_of_the_table(role: Role, action: Action, belongs: Whose) -> None:
    actor = make_actor(role, id="me")
    allowed = belongs in WHO_MAY[role].get(action.value, NOWHERE)

    assert may(actor, action, TICKETS[belongs]) is allowed
    assert may(actor, action, card_of(TICKETS[belongs])) is allowed
    if allowed:
        check_right(actor, action, TICKETS[belongs])
    else:
        with pytest.raises(NotAllowed):
            check_right(actor, action, TICKETS[belongs])


@pytest.mark.parametrize("action", list(Action))
def test_requester_has_his_own_tickets_and_only_a_few_ways(action: Action) -> None:
    iver = make_contact()
    own, other = make_ticket(requester_id=iver.id), make_ticket(requester_id="somebody")
    theirs = {"create", "record_reply", "attach", "judge", "withdraw"}

    assert may(requester_of(iver), action, own) is (action.value in theirs)
    assert not may(requester_of(iver), action, other)


@pytest.mark.parametrize("action", list(Action))
def test_system_may_everything(action: Action) -> None:
    assert may(SYSTEM, action, TICKETS[OTHER])


def test_several_roles_add_up() -> None:
    both = make_actor(Role.DEVELOPER, Role.ACCOUNT_MANAGER, line_ids=())

    assert may(both, Action.CALL, TICKETS[OTHER])
    assert may(both, Action.NOTE, TICKETS[OTHER])
    assert not may(both, Action.ANSWER, TICKETS[OTHER])


def test_companion_has_the_ticket_as_the_owner_has() -> None:
    ticket = make_ticket(owner_id="somebody", companion_ids=("me",), line_id="second")

    assert whose(make_actor(id="me"), ticket) is OWN
    check_right(make_actor(id="me"), Action.ANSWER, ticket)


def test_agent_without_lines_is_on_every_line() -> None:
    assert whose(make_actor(line_ids=()), TICKETS[OTHER]) is LINE


def test_ticket_without_a_line_is_every_lines() -> None:
    assert whose(make_actor(), make_ticket(line_id="")) is LINE


def test_developer_without_lines_moves_nobodys_tickets() -> None:
    drifter = make_actor(Role.DEVELOPER, line_ids=())

    assert not may(drifter, Action.MOVE, TICKETS[LINE])
    assert not may(drifter, Action.MOVE, make_ticket(line_id=""))


def test_ticket_without_an_owner_is_nobodys_own() -> None:
    assert whose(Actor(Role.AGENT, "", (Role.AGENT,), ("second",)), make_ticket()) is OTHER


def test_refusal_tells_what_stands_in_the_way() -> None:
    ticket = make_ticket(owner_id="somebody", line_id="second")

    with pytest.raises(NotAllowed) as refusal:
        check_right(make_actor(Role.ADMINISTRATOR), Action.MOVE, ticket)
    assert (refusal.value.code, refusal.value.params) == ("role", {"action": "move"})

    with pytest.raises(NotAllowed) as refusal:
        check_right(make_actor(), Action.ANSWER, ticket)
    assert (refusal.value.code, refusal.value.params) == ("not_your_line", {"line_id": "second"})

    with pytest.raises(NotAllowed) as refusal:
        check_right(requester_of(make_contact()), Action.WITHDRAW, ticket)
    assert (refusal.value.code, refusal.value.params) == ("not_your_ticket", {"owner_id": "somebody"})

    with pytest.raises(NotAllowed) as refusal:
        check_right(make_actor(), Action.SET_UP)
    assert (refusal.value.code, refusal.value.params) == ("role", {"action": "set_up"})


def test_table_knows_every_role() -> None:
    assert set(TABLE) == set(Role)
