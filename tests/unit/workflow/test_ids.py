"""Ids that follow from others are those of RFC 9562, the same on every machine."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.workflow.ids import derived_id, named_id


@given(st.uuids(), st.text(st.characters(exclude_categories=["Cs"])))
def test_a_name_has_the_uuid_of_the_standard(namespace: uuid.UUID, name: str) -> None:
    assert named_id(str(namespace), name) == str(uuid.uuid5(namespace, name))


def test_what_a_mutation_brings_about_is_numbered() -> None:
    uid = "0192f0c1-2a3b-7c4d-8e5f-60718293a4b5"
    assert derived_id(uid, 1) == derived_id(uid, "1") != derived_id(uid, 2)
