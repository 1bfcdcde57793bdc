from dataclasses import replace

from kanbandesk.ui.board.model import BoardModel
from kanbandesk.ui.pulse import Pulse
from kanbandesk.workflow.cards import Card, Changes
from kanbandesk.workflow.statuses import DAY, HOUR
from tests.factories.workflow import NOW, make_board, make_card, make_snapshot


def pulse_of(*cards: Card) -> tuple[Pulse, BoardModel]:
    model = BoardModel()
    model.load(replace(make_snapshot(), cards=list(cards), now=NOW))
    pulse = Pulse(model)
    pulse.load()
    return pulse, model


def waiting(**changes: object) -> Card:
    return make_card(status_id="waiting_client", status_since=NOW - DAY, answered_at=NOW - HOUR, **changes)


def test_the_silence_counts_from_our_last_answer() -> None:
    """R10."""
    pulse, _ = pulse_of(waiting())
    assert pulse.figures(NOW).silence == HOUR


def test_without_an_answer_it_counts_from_the_entry_into_the_status() -> None:
    """C9: a log without replies."""
    pulse, _ = pulse_of(make_card(status_id="waiting_client", status_since=NOW - DAY, answered_at=None))
    assert pulse.figures(NOW).silence == DAY


def test_nobody_waited_for_is_no_silence() -> None:
    pulse, _ = pulse_of(make_card(status_id="in_progress"))
    assert pulse.figures(NOW).silence is None


def test_a_reply_ends_the_silence() -> None:
    card = waiting()
    pulse, model = pulse_of(card)
    changes = Changes(cards=(make_card(id=card.id, status_id="in_progress"),))
    model.apply(changes)
    pulse.apply(changes)
    assert pulse.figures(NOW).silence is None


def test_a_card_that_went_is_silent_no_more() -> None:
    card = waiting()
    pulse, model = pulse_of(card)
    changes = Changes(removed=(card.id,))
    model.apply(changes)
    pulse.apply(changes)
    assert pulse.figures(NOW).silence is None


def test_open_and_stale_are_counted_over_all_columns() -> None:
    stale = make_card(status_id="in_progress", due1=NOW - 3, due2=NOW - 2, due3=NOW - 1)
    pulse, _ = pulse_of(stale, make_card(status_id="solved"), make_card(status_id="closed"))
    figures = pulse.figures(NOW)
    assert (figures.open, figures.stale) == (2, 1)


def test_a_silence_on_another_board_is_not_this_ones() -> None:
    """R9: on the developers' board no client is waited for."""
    boards = [make_board(), replace(make_board(), id="development", name="Development")]
    model = BoardModel()
    model.load(make_snapshot([waiting()], boards=boards), "development")
    pulse = Pulse(model)
    pulse.load()
    assert pulse.figures(NOW).silence is None
    model.show_board(boards[0].id)
    pulse.load()
    assert pulse.figures(NOW).silence == HOUR
