"""What a badge keeps of its words where it has to give way."""

import pytest

from kanbandesk.ui.board.card_painter import _ends


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("due in 4 d", ["in 4 d", "4 d"]),
        ("срок через 4 д", ["через 4 д", "4 д"]),
        ("due 17 d ago", ["17 d ago", "17 d"]),
        ("due 8 Nov", ["8 Nov"]),
        ("wakes Nov 8", ["Nov 8"]),
        ("wakes Wed 9:00", ["Wed 9:00"]),
        ("wakes tomorrow 9:00", ["tomorrow 9:00"]),
        ("срок завтра", ["завтра"]),
        ("39 min", []),
        ("2 d 3 h", []),
        ("", []),
    ],
)
def test_a_number_stays_with_its_unit_and_an_hour_with_its_day(text: str, shorter: list[str]) -> None:
    assert list(_ends(text)) == shorter
