"""Where a workspace is brought to: the empty home of a server, with the database in it or on PostgreSQL."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final, Self

from sqlalchemy.exc import ArgumentError

from kanbandesk.models.faults import Occupied
from kanbandesk.models.files import sync_folder
from kanbandesk.server.core.database import Database
from kanbandesk.server.moving.refusal import CannotMove, database_faults
from kanbandesk.server.moving.snapshot import check_vacancy, fill_database, seal
from kanbandesk.server.places import DATABASE, FILES, LOCK

_OF_A_START: Final = (DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm")
"""What a server makes when it is started for the first time."""


class Place:
    """An empty place, and a folder in it where everything is made ready; it is filled at once, at the end."""

    def __init__(self, home: Path, url: str) -> None:
        self.home = home
        self._url = url
        self.work = home / f".{secrets.token_hex(4)}.new"
        """Snapshot and contents are made here."""

    @property
    def files(self) -> Path:
        """The folder of the contents that are to come along."""
        return self.work / FILES

    def check(self) -> None:
        """Raise Occupied when the folder holds other things, CannotMove when there is a workspace already."""
        there = {one.name for one in self.home.iterdir()} if self.home.is_dir() else set()
        if self.home.exists() and not self.home.is_dir():
            raise Occupied(self.home)
        if there - {LOCK, FILES, *_OF_A_START} or (FILES in there and any((self.home / FILES).iterdir())):
            raise Occupied(self.home)
        places: list[str | Path] = [self._url] if self._url else []
        if DATABASE in there:
            places.append(self.home / DATABASE)
        for one in places:
            with opened(self.home, one) as database:
                check_vacancy(database, self.home)

    @classmethod
    @contextmanager
    def prepared(cls, home: Path, url: str = "") -> Iterator[Self]:
        """Look whether the place is empty; behind the block nothing is left but what `fill` has put there."""
        place = cls(home, url)
        place.check()
        is_new = not home.exists()
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with ExitStack() as undoing:
            undoing.callback(shutil.rmtree, home if is_new else place.work, ignore_errors=True)
            place.work.mkdir(mode=0o700)
            place.files.mkdir()
            yield place
            undoing.pop_all()
        shutil.rmtree(place.work, ignore_errors=True)

    def fill(self, snapshot: Path, name: str = DATABASE) -> None:
        """Put contents and snapshot where they belong; the snapshot last: without it there is no workspace."""
        seal(snapshot)
        target = self.home / FILES
        if target.exists():
            target.rmdir()
        self.files.rename(target)
        with ExitStack() as undoing:
            undoing.callback(target.rename, self.files)
            sync_folder(self.home)
            if self._url:
                with opened(self.home, self._url) as database:
                    fill_database(database, snapshot)
            else:
                for old in _OF_A_START:
                    (self.home / old).unlink(missing_ok=True)
                snapshot.rename(self.home / name)
            undoing.pop_all()
        sync_folder(self.home)


@contextmanager
def opened(home: Path, place: str | Path) -> Iterator[Database]:
    """Open the database of a server's home as it is, and close it behind the block; CannotMove for a strange URL."""
    try:
        database = Database.open(place)
    except (ValueError, ArgumentError) as error:
        raise CannotMove(home, f"The database's address is not understood: {error}.") from error
    try:
        with database_faults(home, database.name):
            yield database
    finally:
        database.close()
