"""The ground of all tables: naming of constraints, and the few column types that both databases share.

Ids and ranks are compared byte by byte on both databases: SQLite does so by itself, PostgreSQL is told to.
"""

from __future__ import annotations

from typing import Annotated, cast

from sqlalchemy import BigInteger, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

BINARY_TEXT = Text().with_variant(Text(collation="C"), "postgresql")

Key = Annotated[str, mapped_column(BINARY_TEXT, primary_key=True)]
Ident = Annotated[str, mapped_column(BINARY_TEXT)]
"""An id, a rank or another word of the machine."""
Words = Annotated[str, mapped_column(Text)]
"""What people wrote."""
Json = Annotated[str, mapped_column(Text)]
"""Canonical JSON, kept as text so that equal values are equal bytes on both databases."""
Moment = Annotated[int, mapped_column(BigInteger)]
"""UTC milliseconds."""
Count = Annotated[int, mapped_column(BigInteger)]
Version = Annotated[int, mapped_column(BigInteger)]
"""The head's version at which the mutation was applied that wrote this last."""


class Base(DeclarativeBase):
    """What every table derives from."""

    metadata = MetaData(naming_convention=NAMING)


def table_of(declared: type[Base]) -> Table:
    """Return the table of a declarative class, for Core statements."""
    return cast("Table", declared.__table__)
