"""What a column says to the cards in the hand (S2-S5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kanbandesk.ui.board.legality import demands_words, verdict, verdicts
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.scene import Verdict
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.moves import Move, plan_move
from kanbandesk.workflow.people import Agent, Role, actor_of
from kanbandesk.workflow.statuses import Demand
from tests.factories.workflow import make_agent, make_card, make_snapshot


def model_with(*cards: Card) -> BoardModel:
    model = BoardModel()
    bo = make_agent(id="bo", name="Bo Strand")
    model.load(make_snapshot(list(cards), agents=[bo]))
    return model


def say(column_id: str, *cards: Card, me: Agent | None = None) -> Verdict:
    model = model_with(*cards)
    actor = actor_of(me or model.snapshot.me)

    def plan(card: Card, status_id: str) -> Move:
        return plan_move(model.snapshot.workflow, card, status_id, actor)

    column = next(column for column in model.columns if column.id == column_id)
    return verdict(model, plan, cards, column)


def mine(status_id: str, **changes: object) -> Card:
    return make_card(status_id=status_id, owner_id="me", sla_class="settings", **changes)


def test_a_legal_column_says_what_the_drop_will_do() -> None:
    says = say("waiting_client", mine("in_progress"))
    assert says == Verdict(
        is_legal=True,
        status_id="waiting_client",
        effect="→ Waiting for client · asks for a question to the client",
    )


def test_taking_over_is_said_beforehand() -> None:
    says = say("in_progress", make_card(status_id="assigned", owner_id="bo", sla_class="settings"))
    assert says.effect == "→ In progress · takes over from Bo Strand"


def test_taking_over_from_several_says_from_how_many() -> None:
    cards = [make_card(status_id="assigned", owner_id=owner, sla_class="settings") for owner in ("x", "y")]
    assert "takes over from" in say("in_progress", *cards).effect
    assert "2" in say("in_progress", *cards).effect.rpartition("takes over from")[2]


def test_a_full_column_takes_the_card_and_says_that_it_is_over_its_limit() -> None:
    model = model_with(mine("in_progress"), mine("solved"))
    solved = replace(model.columns[-1], wip_limit=1)
    effect = verdict(model, lambda _, status: Move(status_id=status), [mine("in_progress")], solved).effect
    assert effect == "→ Solved · 2 / 1, over the limit"


def test_an_unowned_card_becomes_mine() -> None:
    assert say("in_progress", make_card()).effect.endswith("becomes yours")


def test_an_illegal_column_says_why_not() -> None:
    says = say("new", mine("in_progress"))
    assert (says.is_legal, says.effect) == (False, "")
    assert says.reason == "Only new tickets and those given back lie in New."


def test_the_own_column_takes_its_cards_to_change_their_order() -> None:
    assert say("in_progress", mine("in_progress")) == Verdict(is_legal=True, status_id="in_progress")


def test_cards_of_two_statuses_of_one_column_only_change_places() -> None:
    assert say("new", make_card(), mine("assigned")) == Verdict(is_legal=True, status_id="")


def test_several_cards_may_go_only_where_each_of_them_may() -> None:
    says = say("solved", mine("in_progress"), make_card(), mine("waiting_client"))
    assert not says.is_legal
    assert says.reason == "1 of 3: There is no move from New to Solved."


def test_a_lead_may_do_it_with_a_reason() -> None:
    lead = make_agent(id="me", roles=(Role.AGENT, Role.LEAD))
    says = say("solved", mine("waiting_vendor"), me=lead)
    assert says.is_legal
    overruled = say("postponed", mine("waiting_client"), me=lead)
    assert overruled.is_legal
    assert "a lead's reason" in overruled.effect


def test_of_two_statuses_the_one_that_needs_no_reason_is_meant() -> None:
    model = model_with()
    new = next(column for column in model.columns if column.id == "new")

    def plan(card: Card, status_id: str) -> Move:
        demands = (Demand.REASON,) if status_id == "new" else ()
        return Move(status_id=status_id, demands=demands)

    assert verdict(model, plan, [mine("in_progress")], new).status_id == "assigned"


def test_every_column_has_its_verdict() -> None:
    card = mine("in_progress")
    model = model_with(card)
    actor = actor_of(model.snapshot.me)
    said = verdicts(model, lambda one, status: plan_move(model.snapshot.workflow, one, status, actor), [card])
    assert set(said) == {column.id for column in model.columns}
    assert [column for column, one in said.items() if not one.is_legal] == ["new"]


@pytest.mark.parametrize(
    ("demands", "words"),
    [
        ((), ""),
        ((Demand.WAKE_AT,), "a time to wake"),
        ((Demand.TRACKER_KEY, Demand.DUE_AT), "a tracker key and a due date"),
        ((Demand.URGENCY_CASE, Demand.SLA_CLASS), "the urgency case"),
        ((Demand.SLA_CLASS,), "the SLA class"),
        (
            (Demand.VENDOR, Demand.VENDOR_REFERENCE, Demand.EXPECTED_AT),
            "the vendor, the vendor's reference and the expected date",
        ),
    ],
)
def test_what_is_asked_reads_as_a_sentence(demands: tuple[Demand, ...], words: str) -> None:
    assert demands_words(demands) == words


@pytest.mark.parametrize("demand", list(Demand))
def test_every_demand_has_words(demand: Demand) -> None:
    assert demands_words([demand])
