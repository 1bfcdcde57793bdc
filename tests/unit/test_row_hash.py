"""The hash of a row is the same at desk and server, whatever a database makes of a flag."""

import hashlib
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.protocol import row_hash, row_hasher
from kanbandesk.workflow.codec import canonical_json

VALUES = st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]))


@given(st.dictionaries(st.text('abc%_ж"', min_size=1), VALUES, min_size=2))
def test_a_row_has_the_hash_of_its_canonical_json(row: dict[str, Any]) -> None:
    plain = {name: int(value) if type(value) is bool else value for name, value in row.items()}
    text = canonical_json(["a%skind", plain])
    expected = int.from_bytes(hashlib.blake2b(text.encode(), digest_size=5).digest())
    assert row_hash("a%skind", row) == row_hash("a%skind", plain) == expected


def test_columns_that_do_not_travel_do_not_count() -> None:
    row = {"id": "1", "title": "Where?", "ver": 7}
    assert row_hasher("ticket", ("title", "id"))(row) == row_hash("ticket", {"id": "1", "title": "Where?"})
