"""What each column says to the cards in the hand, in words: what a drop will do, or why it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.board.scene import Verdict
from kanbandesk.ui.words import fill, plain_line, refusal_text, status_name, translate
from kanbandesk.workflow.boards import Column
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import Demand

if TYPE_CHECKING:
    from kanbandesk.workflow.moves import Move

Planner = Callable[[Card, str], "Move"]


def verdict(model: BoardModel, plan: Planner, cards: Sequence[Card], column: Column) -> Verdict:
    """Return what `column` says to `cards`: legal only when every one of them may go there.

    Cards that all lie there already only change places. Of several statuses of the column the first that takes
    them all is meant, rather one for which nobody has to give a reason.
    """
    if all(card.status_id in column.status_ids for card in cards):
        return _arrangement(model, plan, cards)
    plans = [[plan(card, status_id) for card in cards] for status_id in column.status_ids]
    legal = [moves for moves in plans if all(move.is_allowed for move in moves)]
    legal.sort(key=lambda moves: any(Demand.REASON in move.demands for move in moves))
    if legal:
        moves = legal[0]
        effect = " · ".join((effect_words(model, cards, moves), *_limit_words(model, cards, column)))
        return Verdict(is_legal=True, status_id=moves[0].status_id, effect=effect)
    return _refusal(model, plans[0] if plans else [])


def verdicts(model: BoardModel, plan: Planner, cards: Sequence[Card]) -> dict[str, Verdict]:
    """Return the verdict of each column, by its id."""
    return {column.id: verdict(model, plan, cards, column) for column in model.columns}


def effect_words(model: BoardModel, cards: Sequence[Card], moves: Sequence[Move]) -> str:
    """Return what moves to one status will do: "→ Solved · asks for the problem and what was done"."""
    status = model.snapshot.workflow.status(moves[0].status_id)
    parts = [fill(translate("Drop", "→ {status}"), status=status_name(status))]
    if any(move.accepts for move in moves):
        parts.append(translate("Drop", "accepts the transfer"))
    demands = list(dict.fromkeys(demand for move in moves for demand in move.demands))
    if demands:
        parts.append(fill(translate("Drop", "asks for {what}"), what=demands_words(demands)))
    owners = {card.owner_id for card, move in zip(cards, moves, strict=True) if move.takes_over}
    if owners:
        parts.append(_takeover_words(model, owners))
    return " · ".join(parts)


def demands_words(demands: Iterable[Demand]) -> str:
    """Return what a transition asks for, within a sentence."""
    wanted = list(demands)
    if Demand.URGENCY_CASE in wanted and Demand.SLA_CLASS in wanted:
        wanted.remove(Demand.SLA_CLASS)  # one choice brings both (R6)
    words = [_demand_words(demand) for demand in wanted]
    if len(words) < 2:
        return "".join(words)
    last = words.pop()
    return fill(translate("Drop", "{some} and {last}"), some=", ".join(words), last=last)


def _demand_words(demand: Demand) -> str:
    return {
        Demand.URGENCY_CASE: translate("Drop", "the urgency case"),
        Demand.SLA_CLASS: translate("Drop", "the SLA class"),
        Demand.QUESTION: translate("Drop", "a question to the client"),
        Demand.VENDOR: translate("Drop", "the vendor"),
        Demand.VENDOR_REFERENCE: translate("Drop", "the vendor's reference"),
        Demand.EXPECTED_AT: translate("Drop", "the expected date"),
        Demand.WAKE_AT: translate("Drop", "a time to wake"),
        Demand.TRACKER_KEY: translate("Drop", "a tracker key"),
        Demand.DUE_AT: translate("Drop", "a due date"),
        Demand.PROBLEM: translate("Drop", "the problem"),
        Demand.DONE: translate("Drop", "what was done"),
        Demand.CLOSING_REASON: translate("Drop", "why it is closed"),
        Demand.REASON: translate("Drop", "a lead's reason"),
    }[demand]


def _takeover_words(model: BoardModel, owners: Set[str]) -> str:
    """Return from whom the cards come to the one who drops them (S3)."""
    colleagues = owners - {""}
    if not colleagues:
        return translate("Drop", "becomes yours")
    if len(colleagues) > 1:
        return translate("Drop", "takes over from %n colleague(s)", "", len(colleagues))
    (owner_id,) = colleagues
    name = plain_line(model.agent_names.get(owner_id, owner_id))
    return fill(translate("Drop", "takes over from {name}"), name=name)


def _limit_words(model: BoardModel, cards: Sequence[Card], column: Column) -> Iterator[str]:
    """Yield a warning when the column will hold more than it should (S4: it takes them all the same)."""
    coming = sum(card.status_id not in column.status_ids for card in cards)
    total = model.counts(column.id).total + coming
    if column.wip_limit is not None and total > column.wip_limit:
        yield fill(
            translate("Drop", "{count} / {limit}, over the limit"),
            count=str(total),
            limit=str(column.wip_limit),
        )


def _arrangement(model: BoardModel, plan: Planner, cards: Sequence[Card]) -> Verdict:
    moves = [plan(card, card.status_id) for card in cards]
    if not all(move.is_allowed for move in moves):
        return _refusal(model, moves)
    statuses = {card.status_id for card in cards}
    status_id = statuses.pop() if len(statuses) == 1 else ""
    if status_id and any(move.accepts for move in moves):
        return Verdict(is_legal=True, status_id=status_id, effect=effect_words(model, cards, moves))
    return Verdict(is_legal=True, status_id=status_id)


def _refusal(model: BoardModel, moves: Sequence[Move]) -> Verdict:
    refused = [move.refusal for move in moves if move.refusal is not None]
    if not refused:
        return Verdict(is_legal=False)
    reason = refusal_text(refused[0].code, refused[0].params, model.snapshot)
    if len(moves) > 1 and len(refused) < len(moves):
        share = fill(
            translate("Drop", "{count} of {total}: {reason}"),
            count=str(len(refused)),
            total=str(len(moves)),
            reason=reason,
        )
        return Verdict(is_legal=False, reason=share)
    return Verdict(is_legal=False, reason=reason)
