"""On which of a workspace's boards a card lies, and in which column there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kanbandesk.workflow.boards import INTAKE, Board, Column
from kanbandesk.workflow.cards import BoardSnapshot, Card

_NOTHING = Board(id="", name="", columns=())


class Belonging:
    """A card lies on its ticket's board; on the first that one sees where that board is not among them.

    Sub-tasks are made on the developers' board (R9).
    """

    def __init__(self) -> None:
        self._boards: Sequence[Board] = ()
        self._columns: Sequence[Column] = ()
        self._development = ""
        self._shown = self._first_id = ""
        self._others: frozenset[str] = frozenset()
        self._column_by_status: Mapping[str, str] = {}

    def settle(self, snapshot: BoardSnapshot, board_id: str) -> Board:
        """Take the boards, and show the one with this id; one's own first one when there is no such."""
        self._boards, self._development = snapshot.boards, snapshot.process.development_board
        board = next((board for board in self._boards if board.id == board_id), self._first(snapshot))
        self._shown, self._first_id = board.id, self._not_the_developers()
        self._others = frozenset(one.id for one in self._boards if one.id != board.id)
        self._columns = board.columns
        self._column_by_status = {
            status: column.id for column in board.columns for status in column.status_ids
        }
        return board

    def title(self, home: str, board: str) -> str:
        """Return what a window is called: the home by its name, and which board where that is not the only one."""
        others = [one for one in self._boards if one.id != self._development]
        if home and (not self._others or (len(others) == 1 and self._shown == others[0].id)):
            return home
        return f"{home} · {board}" if home else board

    def column_of(self, card: Card) -> str:
        """Return the column that shows a card, empty when it lies on another board or no column shows its status."""
        return self._column_by_status.get(card.status_id, "") if self._is_here(card) else ""

    def by_column(self, cards: Iterable[Card]) -> dict[str, list[Card]]:
        """Return all cards of the board by column, as a board of 100,000 is looked at in its start."""
        lists: dict[str, list[Card]] = {column.id: [] for column in self._columns}
        others, shown = self._others, self._shown
        if self._takes_the_rest():
            here = [card for card in cards if card.board_id not in others]
        else:
            here = [card for card in cards if card.board_id == shown]
        for card in here:
            if column_id := self._column_by_status.get(card.status_id):
                lists[column_id].append(card)
        return lists

    def board_of(self, card: Card) -> Board | None:
        """Return the board on which a card lies, None where all lie on the one that is shown."""
        if not self._others:
            return None
        ids = {one.id: one for one in self._boards}
        return ids.get(card.board_id) or ids.get(self._first_id)

    def for_new(self, shown: str) -> str:
        """Return the board on which a new ticket lies: the one with the id `shown`, never the developers'.

        Who does not see the intake's own board makes tickets on one that he sees.
        """
        is_theirs = shown == self._development or all(one.id != shown for one in self._boards)
        return self._not_the_developers() or INTAKE if is_theirs else shown

    def _is_here(self, card: Card) -> bool:
        return card.board_id not in self._others if self._takes_the_rest() else card.board_id == self._shown

    def _takes_the_rest(self) -> bool:
        """Tell whether the board shows also what lies on none of those that one sees."""
        return not self._others or self._shown == self._first_id

    def _not_the_developers(self) -> str:
        """Return the id of the first board that is not the developers' alone, empty without one."""
        return next((one.id for one in self._boards if one.id != self._development), "")

    def _first(self, snapshot: BoardSnapshot) -> Board:
        """Return where one begins: the developers' board for who works there only, else the first other one."""
        is_developer = snapshot.me.line_ids == (snapshot.process.development_line,)
        wanted = (one for one in self._boards if (one.id == self._development) is is_developer)
        return next(wanted, self._boards[0] if self._boards else _NOTHING)


def pair_of(card: Card, cards: Mapping[str, Card]) -> Card | None:
    """Return the card at the other end of a hand-over to development (R9); None where there is none at hand."""
    other = card.subtask_id or card.parent_id
    return cards.get(other) if other else None
