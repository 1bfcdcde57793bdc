"""Choosing cards: one, some, a range, those under a band."""

from __future__ import annotations

from kanbandesk.ui.board.selection import Selection

ORDER = ["a", "b", "c", "d"]


def chosen(*steps: tuple[str, str]) -> Selection:
    selection = Selection()
    for what, card_id in steps:
        if what == "extend":
            selection.extend_to(card_id, ORDER)
        else:
            getattr(selection, what)(card_id)
    return selection


def test_a_range_is_drawn_from_where_one_last_stood() -> None:
    assert chosen(("only", "b"), ("extend", "d")).ids == {"b", "c", "d"}
    assert chosen(("only", "d"), ("extend", "b")).ids == {"b", "c", "d"}


def test_a_range_shrinks_again() -> None:
    selection = chosen(("only", "a"), ("extend", "d"), ("extend", "b"))
    assert (selection.ids, selection.current) == ({"a", "b"}, "b")


def test_a_range_from_another_column_is_the_card_alone() -> None:
    assert chosen(("only", "elsewhere"), ("extend", "c")).ids == {"c"}


def test_toggling_adds_and_removes_and_stands_on_the_card() -> None:
    selection = chosen(("only", "a"), ("toggle", "c"))
    assert (selection.ids, selection.current) == ({"a", "c"}, "c")
    selection.toggle("a")
    assert (selection.ids, selection.current) == ({"c"}, "a")


def test_walking_chooses_nothing() -> None:
    selection = chosen(("only", "a"), ("walk_to", "c"))
    assert (selection.ids, selection.current) == ({"a"}, "c")


def test_adding_keeps_what_was_chosen() -> None:
    assert chosen(("only", "a"), ("add", "c")).ids == {"a", "c"}


def test_taking_keeps_standing_on_a_card_that_is_still_chosen() -> None:
    selection = chosen(("only", "a"))
    selection.take(["a", "b"])
    assert selection.current == "a"
    selection.take(["b"])
    assert selection.current == ""
    selection.take(["b", "c"], "c")
    assert selection.current == "c"


def test_when_the_card_one_stands_on_is_gone_its_heir_is_stood_on() -> None:
    selection = chosen(("only", "a"))
    selection.forget({"a"}, "b")
    assert (selection.ids, selection.current) == ({"b"}, "b")


def test_a_chosen_card_that_is_gone_leaves_the_others_chosen() -> None:
    selection = chosen(("only", "a"), ("add", "b"), ("add", "c"))
    selection.forget({"a"}, "d")
    assert (selection.ids, selection.current) == ({"b", "c"}, "c")
    selection.forget({"b", "c"}, "")
    assert (selection.ids, selection.current) == (set(), "")
