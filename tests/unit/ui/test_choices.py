from kanbandesk.ui.widgets.choices import Choice, matching

CHOICES = [
    Choice(id="1", title="Move to …"),
    Choice(id="2", title="Postpone …"),
    Choice(id="3", title="Remove the block"),
    Choice(id="4", title="Anna Berg", words="first line"),
]


def ids(typed: str) -> list[str]:
    return [choice.id for choice in matching(CHOICES, typed)]


def test_nothing_typed_offers_all() -> None:
    assert ids("  ") == ["1", "2", "3", "4"]


def test_the_beginning_of_a_title_comes_before_its_middle() -> None:
    assert ids("move") == ["1", "3"]


def test_all_typed_words_have_to_be_there_in_any_order() -> None:
    assert ids("block rem") == ["3"]


def test_words_beside_the_title_are_found() -> None:
    assert ids("first") == ["4"]


def test_a_near_miss_is_found_when_nothing_else_is() -> None:
    assert ids("potspone") == ["2"]


def test_what_resembles_nothing_finds_nothing() -> None:
    assert ids("xyzzyq") == []
