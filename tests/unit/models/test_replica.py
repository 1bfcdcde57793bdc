"""What only a desk's replica has beside the server's tables."""

from kanbandesk.models.migrations.versions import v0001_all_tables
from kanbandesk.models.replica import SEARCH


def test_a_replica_searches_as_a_board_does() -> None:
    assert v0001_all_tables.SEARCH["sqlite"] == (SEARCH,)
