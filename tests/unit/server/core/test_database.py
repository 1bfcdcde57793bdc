"""One workspace on SQLite and on PostgreSQL: tables, snapshots, turns, and words that are found."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from kanbandesk.models.faults import Foreign, Newer
from kanbandesk.models.migrations import runner
from kanbandesk.models.search import MOST, search_in
from kanbandesk.server.core.database import Database
from tests.factories.board_files import keep_in
from tests.factories.databases import Postgres
from tests.factories.workflow import make_message, make_ticket


def test_tables_and_migrations_do_not_differ(database: Database) -> None:
    with database.engine.connect() as connection:
        assert runner.differences(connection) == []


def test_ranks_are_ordered_by_bytes(database: Database) -> None:
    """A language's own order would put `Zz` last."""
    tickets = [make_ticket(rank=rank) for rank in ("a", "Zz", "aB", "b")]
    keep_in(database, *tickets)
    with database.reading() as connection:
        ranks = connection.scalars(text("SELECT rank FROM ticket ORDER BY rank")).all()
    assert ranks == ["Zz", "a", "aB", "b"]


def test_what_is_read_is_of_one_moment(database: Database) -> None:
    with database.reading() as connection:
        before = connection.scalar(text("SELECT ver FROM sync_head"))
        keep_in(database, make_ticket())
        assert connection.scalar(text("SELECT ver FROM sync_head")) == before
        assert connection.scalar(text("SELECT count(*) FROM ticket")) == 0
    assert database.head() == before + 1


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)read-?\s?only"), database.reading() as connection:
        connection.execute(text("DELETE FROM ticket"))


def test_a_database_is_empty_until_it_is_given_a_workspace(tmp_path: Path, postgres: Postgres) -> None:
    name = postgres.create()
    for place in (str(tmp_path / "server.db"), postgres.url(name)):
        database = Database.open(place)
        assert not database.has_workspace()
        database.migrate()
        database.migrate()  # another process, or another start: nothing more to do
        assert not database.has_workspace()
        assert database.head() == 0
        database.close()
    postgres.drop(name)


def test_a_newer_programs_database_is_left_alone(database: Database) -> None:
    if database.path is not None:
        pytest.skip("a file tells its version by itself")
    with database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    with pytest.raises(Newer):
        database.migrate()


def test_another_kind_of_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no URL of PostgreSQL"):
        Database.open("mysql://somebody:secret@host/board")
    (tmp_path / "letter.txt").write_text("Dear all, this is no board at all, however long the letter is.")
    with pytest.raises(Foreign):
        Database.open(tmp_path / "letter.txt")


def test_a_name_tells_no_password() -> None:
    database = Database.open("postgresql://ada:secret@db.example/board")
    assert "secret" not in database.name
    database.close()


def test_writers_have_their_turns_in_the_order_they_came(database: Database) -> None:
    written: list[int] = []

    def write(number: int) -> None:
        with database.begin() as connection:
            connection.execute(text("UPDATE sync_head SET horizon = horizon + 1"))
            written.append(number)

    with database.begin() as connection:
        connection.execute(text("UPDATE sync_head SET horizon = horizon + 1"))
        threads = [threading.Thread(target=write, args=(number,)) for number in range(3)]
        for thread in threads:
            thread.start()
        assert written == []
    for thread in threads:
        thread.join()
    assert sorted(written) == [0, 1, 2]
    with database.reading() as connection:
        assert connection.scalar(text("SELECT horizon FROM sync_head")) == 4


@pytest.mark.parametrize(
    "words",
    [
        "принтера",
        "ПРИНТ",
        "скриншот",
        "etikett",
        "STROMSTAD",  # Strömstad, written without diacritics
        "blåbær",
        "4711",
        "INC0000045",
        "labels etikett",  # one word in the title, one in a message
        "ada@example.org",
        "printer-queue_2",
    ],
)
def test_a_ticket_is_found_by_the_beginning_of_its_words(database: Database, words: str) -> None:
    wanted = replace(make_ticket(title="Blank labels in Strömstad", source_key="sn:INC0000045"), number=4711)
    body = "Etikettskriveren blåbær, ПРИНТЕРА нет; скриншот от ada@example.org, printer-queue_2"
    keep_in(
        database, wanted, make_message(ticket_id=wanted.id, body=body), make_ticket(title="Else", number=12)
    )
    with database.reading() as connection:
        assert search_in(connection, words) == (wanted.id,)
        assert search_in(connection, f"{words} nowhere") == ()


@pytest.mark.parametrize("words", ["", " ", "':*", "& | !", "()", "\\", "%"])
def test_signs_alone_find_nothing(database: Database, words: str) -> None:
    keep_in(database, make_ticket(number=1))
    with database.reading() as connection:
        assert search_in(connection, words) == ()


def test_whoever_sees_one_board_finds_all_of_it_behind_many_newer_hits_on_another(database: Database) -> None:
    crowd = [
        replace(make_ticket(title="Printer printer", board_id="crowd"), number=number)
        for number in range(100, 100 + MOST + 50)
    ]
    mine = [
        replace(make_ticket(title="The printer upstairs", board_id="mine"), number=number)
        for number in (1, 2)
    ]
    keep_in(database, *crowd, *mine)
    with database.reading() as connection:
        assert set(search_in(connection, "printer", {"mine"})) == {one.id for one in mine}
        assert search_in(connection, "printer", set()) == ()
        assert len(search_in(connection, "printer", {"mine", "crowd"})) == MOST
        assert len(search_in(connection, "printer")) == MOST


def test_a_message_longer_than_the_index_takes_is_kept(database: Database) -> None:
    ticket = make_ticket(number=1)
    body = " ".join(f"word{number}" for number in range(250_000))
    keep_in(database, ticket, make_message(ticket_id=ticket.id, body=body))
    with database.reading() as connection:
        assert search_in(connection, "word17") == (ticket.id,)
