"""What a screen reader says of the board, its columns and cards: all that colour, signs and places tell the eye."""

from __future__ import annotations

from collections.abc import Iterator

from kanbandesk.ui import words
from kanbandesk.ui.board.belonging import pair_of
from kanbandesk.ui.board.columns import lane_name
from kanbandesk.ui.board.faces import Face
from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.words import fill, translate
from kanbandesk.workflow.boards import Column, Swimlane
from kanbandesk.workflow.cards import Card
from kanbandesk.workflow.statuses import Priority


def card_name(card: Card) -> str:
    """Return number and title: "#4756 Need SIP trace from the office router"."""
    return f"{words.ticket_label(card.number)} {words.plain_line(card.title)}"


def card_description(model: BoardModel, card: Card, face: Face, position: int, total: int) -> str:
    """Return the rest of a card in one sentence, its age first, its place in the column last."""
    return ", ".join(part for part in _card_parts(model, card, face, position, total) if part)


def _card_parts(model: BoardModel, card: Card, face: Face, position: int, total: int) -> Iterator[str]:
    yield face.badge.spoken
    if card.priority != Priority.NORMAL:
        yield fill(translate("Spoken", "priority {name}"), name=words.priority_name(card.priority))
    yield words.plain_line(card.client)
    yield words.plain_line(model.agent_names.get(card.owner_id, "")) or translate("Spoken", "nobody has it")
    yield face.sla
    if card.blocked_reason:
        yield fill(translate("Spoken", "blocked: {reason}"), reason=words.plain_line(card.blocked_reason))
    if card.is_ignored:
        yield translate("Spoken", "was ignored")
    if card.offered_line_id:
        yield _offered(model, card)
    if (other := pair_of(card, model.cards)) is not None:
        yield pair_text(model, card, other)
    if card.is_pending:
        yield translate("Spoken", "not saved yet")
    if card.tags:
        tags = " ".join(words.plain_line(tag) for tag in card.tags)
        yield fill(translate("Spoken", "tags {tags}"), tags=tags)
    if model.swimlane is not Swimlane.NONE:
        yield _lane(model, card)
    yield fill(translate("Spoken", "{position} of {total}"), position=str(position), total=str(total))


def _offered(model: BoardModel, card: Card) -> str:
    line = next((line for line in model.snapshot.lines if line.id == card.offered_line_id), None)
    name = words.plain_line(words.line_name(line)) if line is not None else card.offered_line_id
    return fill(translate("Spoken", "offered to {line}"), line=name)


def pair_text(model: BoardModel, card: Card, other: Card) -> str:
    """Return what a card tells of the one at the other end of a hand-over to development (R9)."""
    status = words.status_name(model.snapshot.workflow.status(other.status_id))
    sentence = translate("Spoken", "in development as {card}: {status}")
    if card.parent_id:
        sentence = translate("Spoken", "belongs to {card}: {status}")
    return fill(sentence, card=words.ticket_label(other.number), status=status)


def ring_text(left: int) -> str:
    """Return how long a new ticket may still be claimed."""
    return fill(translate("Spoken", "can be claimed for {time}"), time=words.short_duration(left))


def _lane(model: BoardModel, card: Card) -> str:
    place = model.place_of(card.id)
    lane = next((lane for lane in model.lanes if place and lane.id == place[1]), None)
    name = lane_name(lane, model) if lane else ""
    return fill(translate("Spoken", "lane {name}"), name=name) if name else ""


def card_tip(model: BoardModel, card: Card) -> Iterator[str]:
    """Yield lines for a tool tip: the whole title, who has it, why it is blocked."""
    yield card_name(card)
    owner = words.plain_line(model.agent_names.get(card.owner_id, ""))
    yield " · ".join(part for part in (words.plain_line(card.client), owner) if part)
    if card.offered_line_id:
        yield _offered(model, card)
    if (other := pair_of(card, model.cards)) is not None:
        yield pair_text(model, card, other)
    if card.blocked_reason:
        reason = words.plain_line(card.blocked_reason)
        yield fill(translate("Spoken", "blocked: {reason}"), reason=reason)


def column_text(model: BoardModel, column: Column) -> str:
    """Return a column's name, true counts, limit and pulse."""
    counts = model.counts(column.id)
    parts = [translate("Spoken", "%n card(s)", "", counts.total)]
    if model.narrowing.is_on:
        parts.append(fill(translate("Spoken", "{count} shown by the filter"), count=str(counts.shown)))
    if column.wip_limit is not None:
        parts.append(fill(translate("Spoken", "limit {limit}"), limit=str(column.wip_limit)))
        if counts.total > column.wip_limit:
            over = str(counts.total - column.wip_limit)
            parts.append(fill(translate("Spoken", "{count} over the limit"), count=over))
    parts += [
        f"{count} {words.ageing_words(level)}" for level, count in enumerate(counts.levels) if count and level
    ]
    return f"{words.column_name(column)}: {', '.join(parts)}"


def moved_text(model: BoardModel, card: Card, position: int, total: int) -> str:
    """Return what has happened to a card that was moved."""
    status = words.status_name(model.snapshot.workflow.status(card.status_id))
    return fill(
        translate("Spoken", "{card}: {status}, {position} of {total}"),
        card=words.ticket_label(card.number),
        status=status,
        position=str(position),
        total=str(total),
    )
