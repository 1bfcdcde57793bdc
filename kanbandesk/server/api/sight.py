"""What an agent may see beside the feed: a ticket by its board, a file by the tickets that it hangs on."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from kanbandesk.models.base import table_of
from kanbandesk.models.shelf import Shelf
from kanbandesk.models.tickets import AttachmentRow, TicketRow
from kanbandesk.workflow.boards import Board

_TICKET, _ATTACHMENT = table_of(TicketRow), table_of(AttachmentRow)
_BOARDS_OF = select(_TICKET.c.id, _TICKET.c.board_id).where(
    _TICKET.c.id.in_(bindparam("ids", expanding=True))
)
_HUNG_ON = (
    select(_TICKET.c.board_id, _ATTACHMENT.c.name, _ATTACHMENT.c.media_type)
    .join(_ATTACHMENT, _ATTACHMENT.c.ticket_id == _TICKET.c.id)
    .where(_ATTACHMENT.c.sha256 == bindparam("of_content"))
    .distinct()
)


class Sight:
    """The boards that an agent sees, as of one snapshot."""

    def __init__(self, connection: Connection, agent_id: str) -> None:
        self._connection = connection
        boards = Shelf(connection).select(Board, {})
        self.board_ids = frozenset(board.id for board in boards if board.is_seen_by(agent_id))

    def tickets(self, ticket_ids: list[str]) -> frozenset[str]:
        """Return those of the tickets that are there for the agent."""
        rows = self._connection.execute(_BOARDS_OF, {"ids": ticket_ids}) if ticket_ids else ()
        return frozenset(row.id for row in rows if row.board_id in self.board_ids)

    def has_file(self, sha256: str) -> bool:
        """Tell whether a content hangs on a ticket that the agent sees."""
        rows = self._connection.execute(_HUNG_ON, {"of_content": sha256})
        return any(row.board_id in self.board_ids for row in rows)
