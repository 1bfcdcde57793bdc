"""Ids that follow from others are those of RFC 9562, the same on every machine."""

import uuid

from hypothesis import given
from hypothesis import strategies as st

from kanbandesk.workflow.ids import derived_id, named_id, new_id


@given(st.uuids(), st.text(st.characters(exclude_categories=["Cs"])))
def test_a_name_has_the_uuid_of_the_standard(namespace: uuid.UUID, name: str) -> None:
    assert named_id(str(namespace), name) == str(uuid.uuid5(namespace, name))


def test_what_a_mutation_brings_about_is_numbered() -> None:
    uid = "0192f0c1-2a3b-7c4d-8e5f-60718293a4b5"
    assert derived_id(uid, 1) == derived_id(uid, "1") != derived_id(uid, 2)


def test_what_a_mutation_brings_about_has_its_millisecond_and_is_told_apart_by_name() -> None:
    """In an index it lies beside what was made at the same time."""
    uid = uuid.UUID(new_id())
    made = [uuid.UUID(derived_id(str(uid), ordinal)) for ordinal in (0, 1, "link")]
    assert {(each.int >> 80, each.version, each.variant) for each in made} == {
        (uid.int >> 80, 8, uuid.RFC_4122)
    }
    assert len({each.int & ((1 << 62) - 1) for each in made}) == 3
    assert derived_id(str(uid), "link") == str(made[2])


def test_what_follows_from_a_name_is_named_by_it() -> None:
    """A timer's mutation, a ticket from another program: whose id has no time in it."""
    uid = uuid.uuid5(uuid.uuid4(), "a timer")
    assert derived_id(str(uid), 7) == str(uuid.uuid5(uid, "7"))
