"""On which of a workspace's boards a card lies, and in which column there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kanbandesk.workflow.boards import INTAKE, Board, Column
from kanbandesk.workflow.cards import BoardSnapshot, Card

_NOTHING = Board(id="", name="", columns=())


class Belonging:
    """Sub-tasks lie on the developers' board (R9), every other ticket on the first; without such a board all on one.

    A card does not carry its board: a ticket with a parent is a sub-task, and those are made on the developers' board.
    """

    def __init__(self) -> None:
        self._boards: Sequence[Board] = ()
        self._columns: Sequence[Column] = ()
        self._development = ""
        self._shows_subtasks: bool | None = None  # None: the board shows every ticket
        self._column_by_status: Mapping[str, str] = {}

    def settle(self, snapshot: BoardSnapshot, board_id: str) -> Board:
        """Take the boards, and show the one with this id; one's own first one when there is no such."""
        self._boards, self._development = snapshot.boards, snapshot.process.development_board
        board = next((board for board in self._boards if board.id == board_id), self._first(snapshot))
        is_split = len(self._boards) > 1 and any(one.id == self._development for one in self._boards)
        self._shows_subtasks = board.id == self._development if is_split else None
        self._columns = board.columns
        self._column_by_status = {
            status: column.id for column in board.columns for status in column.status_ids
        }
        return board

    def title(self, home: str, board: str) -> str:
        """Return what a window is called: the home by its name, and which board where that is not the only one."""
        others = [one for one in self._boards if one.id != self._development or self._shows_subtasks is None]
        if home and len(others) <= 1 and not self._shows_subtasks:
            return home
        return f"{home} · {board}" if home else board

    def column_of(self, card: Card) -> str:
        """Return the column that shows a card, empty when it lies on another board or no column shows its status."""
        if self._shows_subtasks is not None and (card.parent_id != "") is not self._shows_subtasks:
            return ""
        return self._column_by_status.get(card.status_id, "")

    def by_column(self, cards: Iterable[Card]) -> dict[str, list[Card]]:
        """Return all cards of the board by column, as a board of 100,000 is looked at in its start."""
        lists: dict[str, list[Card]] = {column.id: [] for column in self._columns}
        if self._shows_subtasks is not None:
            cards = [card for card in cards if (card.parent_id != "") is self._shows_subtasks]
        for card in cards:
            if column_id := self._column_by_status.get(card.status_id):
                lists[column_id].append(card)
        return lists

    def board_of(self, card: Card) -> Board | None:
        """Return the board on which a card lies, None where all lie on the one that is shown."""
        if self._shows_subtasks is None:
            return None
        is_subtask = bool(card.parent_id)
        return next((one for one in self._boards if (one.id == self._development) is is_subtask), None)

    def for_new(self, shown: str) -> str:
        """Return the board on which a new ticket lies: the one with the id `shown`, never the developers'.

        Who does not see the intake's own board makes tickets on one that he sees.
        """
        others = [one.id for one in self._boards if one.id != self._development]
        return shown if shown in others else next(iter(others), INTAKE)

    def _first(self, snapshot: BoardSnapshot) -> Board:
        """Return where one begins: the developers' board for who works there only, else the first other one."""
        is_developer = snapshot.me.line_ids == (snapshot.process.development_line,)
        wanted = (one for one in self._boards if (one.id == self._development) is is_developer)
        return next(wanted, self._boards[0] if self._boards else _NOTHING)


def pair_of(card: Card, cards: Mapping[str, Card]) -> Card | None:
    """Return the card at the other end of a hand-over to development (R9); None where there is none at hand."""
    other = card.subtask_id or card.parent_id
    return cards.get(other) if other else None
