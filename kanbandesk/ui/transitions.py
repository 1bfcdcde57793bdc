"""One way for every move: by drop, keys, menu, the panel's status button or several cards at once.

Plan by the table, ask for what is demanded at the card, place the card at once, hand over the command; when the
rules refuse, the card slides home and the reason stays to be read, the words typed are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect

from kanbandesk.ui.accepting import plan_accepting
from kanbandesk.ui.board.drop import DropRequest
from kanbandesk.ui.sheets.asking import Around, fields_for, has_developers, reasons_for
from kanbandesk.ui.sheets.sheet import Sheet
from kanbandesk.ui.stage import Stage, Subject
from kanbandesk.ui.transition_commands import Values, command_for, demanded
from kanbandesk.ui.words import fill, refusal_text, status_name, translate
from kanbandesk.workflow.cards import Draft, Receipt
from kanbandesk.workflow.commands import AcceptTransfer, Command, Place
from kanbandesk.workflow.moves import Move, plan_move
from kanbandesk.workflow.people import actor_of

EDGE = Place()


@dataclass(frozen=True, slots=True)
class Wish:
    """Cards, where they are to go, and where on screen (global) that was asked for: at the first card when null."""

    ids: tuple[str, ...]
    status_id: str
    place: Place | None
    anchor: QRect
    held: DropRequest | None = None  # its cards lie in the gap until this is over


class Transitions(QObject):
    """Carries wishes to move cards through to their commands."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.window)
        self._stage = stage
        self._sheet: Sheet | None = None
        self._wish: Wish | None = None
        self._failed: set[str] = set()
        stage.view.set_planner(self.plan)
        stage.view.drop_requested.connect(self.drop)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is open, None when nothing is being asked."""
        return self._sheet

    def plan(self, card: Subject, status_id: str) -> Move:
        """Return what moving `card` to the status takes, for the one who looks."""
        snapshot = self._stage.model.snapshot
        planner = plan_accepting if self._stage.view.is_offered(card.id) else plan_move
        return planner(snapshot.workflow, card, status_id, actor_of(snapshot.me))

    def drop(self, request: DropRequest) -> None:
        """Take a drop (or Shift+arrow) on the board."""
        wish = Wish(tuple(request.ids), request.status_id, request.place, request.anchor, request)
        self.start(wish)

    def move_to(self, ids: Sequence[str], status_id: str, anchor: QRect | None = None) -> None:
        """Move cards to a status, asked for at `anchor` (global; at the first card when omitted)."""
        if ids:
            self.start(Wish(tuple(ids), status_id, None, anchor or QRect()))

    def start(self, wish: Wish) -> None:
        """Refuse what the table refuses, ask for what is demanded, else move at once."""
        self.cancel(keeps_gap=wish.held is not None)  # by then the gap is that of the new drop
        cards = [subject for subject in map(self._stage.subject, wish.ids) if subject is not None]
        if wish.place is None:
            cards = [card for card in cards if card.status_id != wish.status_id]
        moves = {card.id: self.plan(card, wish.status_id or card.status_id) for card in cards}
        self._tell_refused([card for card in cards if not moves[card.id].is_allowed], moves)
        going = [card for card in cards if moves[card.id].is_allowed]
        if not going:
            self._release(wish)
            return
        allowed = {card_id: move for card_id, move in moves.items() if move.is_allowed}
        demands, optional = demanded(allowed.values())
        if not demands:
            self._carry_out(wish, going, allowed, {})
            return
        snapshot, now = self._stage.model.snapshot, self._stage.bridge.now
        reasons = reasons_for(going, snapshot, now())
        fields = fields_for(demands, optional, snapshot.workflow, now, reasons, around=self._around(going))
        sheet = Sheet(
            self._stage.window,
            title=fill(translate("Sheet", "→ {status}"), status=self._status_name(wish.status_id)),
            detail=self._detail(going, allowed),
            verb=translate("Sheet", "Move"),
            fields=fields,
        )
        sheet.confirmed.connect(lambda values: self._carry_out(wish, going, allowed, values))
        sheet.dismissed.connect(self.cancel)
        sheet.words_changed.connect(lambda words: self._keep_words(wish, words))
        self._open(sheet, wish)

    def cancel(self, *, keeps_gap: bool = False) -> None:
        """Close the sheet without moving anything: the cards slide home, unless others lie in the gap by now."""
        sheet, wish = self._sheet, self._wish
        self._sheet = self._wish = None
        if sheet is not None and wish is not None:
            sheet.vanish()
            if not keeps_gap:
                self._release(wish)

    # -- the sheet --

    def _around(self, cards: Sequence[Subject]) -> Around:
        """Return what the fields have to know of the cards: sub-tasks, and whether new ones are to be made (R9)."""
        snapshot, board = self._stage.model.snapshot, self._stage.model.cards
        under_way = [board.get(card.subtask_id) for card in cards]
        return Around(
            process=snapshot.process,
            is_subtask=all(card.parent_id for card in cards),
            makes_subtask=has_developers(snapshot) and None in under_way,
        )

    def _open(self, sheet: Sheet, wish: Wish) -> None:
        self._sheet, self._wish = sheet, wish
        if wish.held is not None:
            self._stage.view.hold_gap(wish.held)
        else:
            self._stage.reveal_status(wish.status_id)
        sheet.open_beside(self._stage.anchor_of(wish.ids[0]) if wish.anchor.isNull() else wish.anchor)
        sheet.start()

        def restore(drafts: Sequence[Draft]) -> None:
            words = next((draft.text for draft in drafts if draft.kind == _draft_kind(wish)), "")
            if words and self._sheet is sheet and not sheet.words():
                sheet.restore(words)
                sheet.start()

        bridge = self._stage.bridge
        bridge.fetch(bridge.desk.drafts(wish.ids[0]), restore)

    def _keep_words(self, wish: Wish, words: str) -> None:
        bridge = self._stage.bridge
        draft = Draft(ticket_id=wish.ids[0], kind=_draft_kind(wish), text=words, saved_at=bridge.now())
        bridge.fetch(bridge.desk.save_draft(draft), _ignore)

    def _detail(self, cards: Sequence[Subject], moves: Mapping[str, Move]) -> str:
        """Return on which cards the sheet is, and from whom they are taken over (S3)."""
        if len(cards) > 1:
            what = translate("Sheet", "%n card(s), the same for all of them", None, len(cards))
        elif cards[0].number is None:
            what = cards[0].title
        else:
            what = f"#{cards[0].number} · {cards[0].title}"
        names = self._stage.model.agent_names
        taken = [
            names.get(card.owner_id, "") for card in cards if moves[card.id].takes_over and card.owner_id
        ]
        if not taken:
            return what
        from_whom = fill(
            translate("Sheet", "You take over from {names}."), names=", ".join(dict.fromkeys(taken))
        )
        return f"{what}\n{from_whom}"

    # -- the move --

    def _carry_out(
        self, wish: Wish, cards: Sequence[Subject], moves: Mapping[str, Move], values: Values
    ) -> None:
        if self._sheet is not None:
            self._sheet.vanish()
        self._sheet = self._wish = None
        place = wish.place or self._usual_place(cards[0], wish.status_id)
        on_board = [card.id for card in cards if self._stage.card(card.id) is not None]
        touched = self._stage.model.place_pending(on_board, wish.status_id, place.after, place.before)
        self._release(wish)
        self._stage.view.model_changed(touched)
        uids, behind = [], place.after
        words = fill(
            translate("Undo", "Move {cards} to {status}"),
            cards=self._stage.named(card.id for card in cards),
            status=self._status_name(wish.status_id),
        )
        for card in cards:
            where = None if wish.place is None else Place(after=behind, before=place.before)
            move = moves[card.id]
            command = command_for(move, card.id, where, values)
            if move.accepts and not isinstance(command, AcceptTransfer):
                self._accept_first(card, command, wish, words)
            else:
                uids.append(self._submit(card, command, wish))
            behind = card.id
        self._stage.undo.expect(words, uids)

    def _accept_first(self, card: Subject, command: Command, wish: Wish, words: str) -> None:
        """Go on only with what is one's own by then: who was later than a colleague takes nothing from him (R1a)."""

        def go_on() -> None:
            self._stage.undo.expect(words, [self._submit(card, command, wish)])

        self._submit(card, AcceptTransfer(ticket_id=card.id), wish, go_on)

    def _submit(
        self, card: Subject, command: Command, wish: Wish, go_on: Callable[[], object] | None = None
    ) -> str:
        def done(receipt: Receipt) -> None:
            if receipt.is_applied and go_on is not None:
                go_on()
            elif receipt.is_applied:
                self._stage.view.model_changed(self._stage.model.settle([card.id]))
                self._keep_words(wish, "")
            else:
                self._slide_home(card, receipt, wish)

        return self._stage.bridge.submit(command, done, is_painted_first=True)

    def _usual_place(self, card: Subject, status_id: str) -> Place:
        """Return where the rulebook puts a card that nobody placed: on top; where it was in its own column."""
        model = self._stage.model
        column = model.board.column_of(status_id)
        if column is None:
            return EDGE
        ids = [id_ for lane in model.lanes for id_ in model.ids(column.id, lane.id)]
        if card.id not in ids:
            return Place(before=ids[0]) if ids else EDGE
        index = ids.index(card.id)
        return Place(
            after="".join(ids[index - 1 : index]) if index else "", before="".join(ids[index + 1 : index + 2])
        )

    # -- what did not work --

    def _slide_home(self, card: Subject, receipt: Receipt, wish: Wish) -> None:
        self._stage.view.model_changed(self._stage.model.revert([card.id]))
        reason = refusal_text(receipt.code, receipt.params, self._stage.model.snapshot)
        again = (
            translate("Transitions", "Try again"),
            lambda: self.move_to([card.id], wish.status_id, self._stage.anchor_of(card.id)),
        )
        self._stage.notices.tell(self._stays_words(card, wish.status_id), reason, answer=again)

    def _tell_refused(self, cards: Sequence[Subject], moves: Mapping[str, Move]) -> None:
        reasons: dict[str, list[Subject]] = {}
        for card in cards:
            refusal = moves[card.id].refusal
            if refusal is not None:
                text = refusal_text(refusal.code, refusal.params, self._stage.model.snapshot)
                reasons.setdefault(text, []).append(card)
        for text, members in reasons.items():
            status_id = moves[members[0].id].status_id
            self._stage.notices.tell(self._stays_words(members[0], status_id, len(members)), text)

    def _stays_words(self, card: Subject, status_id: str, count: int = 1) -> str:
        stayed = self._stage.subject(card.id) or card
        if count > 1:
            return translate("Transitions", "%n card(s) stayed where they were", None, count)
        return fill(
            translate("Transitions", "{card} stays in {status}"),
            card=self._stage.named([card.id]),
            status=self._status_name(stayed.status_id),
        )

    # -- small --

    def _release(self, wish: Wish) -> None:
        if wish.held is not None:
            self._stage.view.release_gap()

    def _status_name(self, status_id: str) -> str:
        try:
            return status_name(self._stage.model.snapshot.workflow.status(status_id))
        except KeyError:
            return status_id


def _draft_kind(wish: Wish) -> str:
    return f"sheet:{wish.status_id}"


def _ignore(_result: None) -> None:
    return None
