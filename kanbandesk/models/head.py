"""The head: the row that every write takes first, so that all writes of a workspace stand in one order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from kanbandesk.models.base import table_of
from kanbandesk.models.direct import Direct
from kanbandesk.models.ledger import SyncHead

_TABLE = table_of(SyncHead)
_TAKE = select(_TABLE.c.ver, _TABLE.c.next_number, _TABLE.c.now).where(_TABLE.c.id == 1).with_for_update()
SAVE: Final = (
    update(_TABLE)
    .where(_TABLE.c.id == 1)
    .values(ver=bindparam("ver"), next_number=bindparam("next_number"), now=bindparam("now"))
)


@dataclass(slots=True)
class Head:
    """The workspace's counters while a transaction holds them; `now` is the moment of the last commit (UTC ms)."""

    ver: int
    next_number: int
    now: int

    @classmethod
    def take(cls, connection: Connection) -> Head:
        """Return the head, locked until the transaction ends."""
        [[row]] = Direct(connection).answers([(_TAKE, {})], is_beginning=True)
        return cls(*row)

    def save(self, connection: Connection) -> None:
        """Write the counters back."""
        connection.execute(SAVE, self.counters)

    @property
    def counters(self) -> dict[str, int]:
        """What `SAVE` writes."""
        return {"ver": self.ver, "next_number": self.next_number, "now": self.now}
