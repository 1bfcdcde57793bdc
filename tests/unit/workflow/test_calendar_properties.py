"""Laws that hold for every calendar, and a slow count minute by minute that must come to the same."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kanbandesk.workflow import calendars
from kanbandesk.workflow.calendars import Calendar, Spans
from kanbandesk.workflow.openings import BLOCK
from kanbandesk.workflow.statuses import DAY, HOUR, MINUTE

# A zone and a moment beside a change of its clock, by name of what is odd about it.
CHANGES = {
    "no change": ("UTC", "2024-05-17T12:00Z"),
    "spring": ("Europe/Oslo", "2024-03-31T01:00Z"),
    "autumn": ("Europe/Oslo", "2024-10-27T01:00Z"),
    "spring, west": ("America/New_York", "2024-03-10T07:00Z"),
    "autumn, west": ("America/New_York", "2024-11-03T06:00Z"),
    "half an hour forward": ("Australia/Lord_Howe", "2024-10-05T15:30Z"),
    "half an hour back": ("Australia/Lord_Howe", "2024-04-06T15:00Z"),
    "midnight is skipped": ("America/Sao_Paulo", "2018-11-04T03:00Z"),
    "back before midnight": ("America/Sao_Paulo", "2018-02-18T02:00Z"),
    "back over midnight": ("America/St_Johns", "2006-10-29T02:31Z"),
    "a date is skipped": ("Pacific/Apia", "2011-12-30T10:00Z"),
    "quarters of an hour": ("Asia/Kathmandu", "2024-05-17T12:00Z"),
}
NEAR_DAYS = 3


def moment(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp()) * 1_000


def dates_around(zone: str, instant: int) -> list[str]:
    middle = datetime.fromtimestamp(instant / 1_000, ZoneInfo(zone)).date()
    return [(middle + timedelta(days=shift)).isoformat() for shift in range(-NEAR_DAYS, NEAR_DAYS + 1)]


minutes = st.sampled_from([0, 1, 60, 90, 120, 135, 150, 180, 240, 540, 720, 1020, 1380, 1439, 1440])


@st.composite
def spans(draw: st.DrawFn) -> Spans:
    edges = sorted(draw(st.lists(minutes, min_size=0, max_size=6, unique=True)))
    return tuple(zip(edges[::2], edges[1::2], strict=False))


@st.composite
def scenes(draw: st.DrawFn) -> tuple[Calendar, int]:
    """A calendar, and a change of its zone's clock."""
    zone, text = CHANGES[draw(st.sampled_from(sorted(CHANGES)))]
    middle = moment(text)
    days = dates_around(zone, middle)
    chosen = st.lists(st.sampled_from(days), max_size=3, unique=True)
    calendar = Calendar(
        id="any",
        name="Any",
        time_zone=zone,
        weekly=tuple(draw(st.lists(spans(), min_size=7, max_size=7))),
        holidays=tuple(draw(chosen)),
        overrides=tuple((day, draw(spans())) for day in draw(chosen)),
        breaks=tuple((day, draw(spans())) for day in draw(chosen)),
    )
    assume(sum(end - start for day in calendar.weekly for start, end in day) >= 60)
    calendars.check_calendar(calendar)
    return calendar, middle


def spread(first_day: int, last_day: int) -> st.SearchStrategy[int]:
    """Milliseconds, drawn in parts: of a wide range at once hypothesis draws little but its beginning."""
    return st.builds(
        lambda day, minute, rest: day * DAY + minute * MINUTE + rest,
        st.integers(first_day, last_day),
        st.integers(0, 24 * 60 - 1),
        st.sampled_from([0, 0, 1, MINUTE - 1, 12_345]),
    )


offsets = spread(-100, 100)
far = spread(-3_700, 3_700)
durations = st.one_of(st.integers(0, 400 * 60).map(lambda count: count * MINUTE), spread(0, 15), st.just(0))


# Sums that end exactly where the reckoning of openings is cut into blocks.
CUT = 300 * BLOCK
OFFICE = Calendar(id="office", name="Office", time_zone="UTC", weekly=(((540, 1020),),) * 7)
NO_NIGHT = Calendar(
    id="open", name="Open", time_zone="UTC", weekly=(((0, 1440),),) * 7, holidays=("2024-05-17",)
)
UP_TO_THE_CUT = ((OFFICE, CUT), -10 * HOUR, 3 * HOUR)
BACK_TO_THE_CUT = ((OFFICE, CUT), 12 * HOUR, 3 * HOUR)
OVER_THE_CUT = ((NO_NIGHT, CUT), 12 * HOUR, 12 * HOUR)

# -- laws ---------------------------------------------------------------------------------------------------


@given(scenes(), offsets, durations)
@example(*UP_TO_THE_CUT)
def test_due_is_when_the_duration_has_passed(scene: tuple[Calendar, int], offset: int, duration: int) -> None:
    calendar, middle = scene
    start = middle + offset

    limit = calendars.due(calendar, start, duration)

    assert calendars.elapsed(calendar, start, limit) == duration
    if duration:  # C4: and not a millisecond later than needed
        assert calendars.elapsed(calendar, start, limit - 1) == duration - 1


@given(scenes(), offsets, durations)
@example(*BACK_TO_THE_CUT)
@example(*OVER_THE_CUT)
def test_due_backward_is_since_when_it_has_passed(
    scene: tuple[Calendar, int], offset: int, duration: int
) -> None:
    calendar, middle = scene
    end = middle + offset

    since = calendars.due_backward(calendar, end, duration)

    assert calendars.elapsed(calendar, since, end) == duration
    if duration:
        assert calendars.elapsed(calendar, since + 1, end) == duration - 1


@given(scenes(), offsets, durations)
def test_due_and_due_backward_undo_each_other(
    scene: tuple[Calendar, int], offset: int, duration: int
) -> None:
    calendar, middle = scene
    start = calendars.next_open(calendar, middle + offset)

    assert calendars.due_backward(calendar, calendars.due(calendar, start, duration), duration) == (
        start if duration else calendars.due_backward(calendar, start, 0)
    )


@given(scenes(), offsets, offsets, durations, durations)
def test_due_never_goes_back(
    scene: tuple[Calendar, int], one: int, other: int, shorter: int, longer: int
) -> None:
    calendar, middle = scene
    first, last = sorted((middle + one, middle + other))
    short, long = sorted((shorter, longer))

    assert calendars.due(calendar, first, short) <= calendars.due(calendar, last, long)


@given(scenes(), offsets, durations, durations)
def test_sum_in_two_steps_is_due_when_the_whole_is(
    scene: tuple[Calendar, int], offset: int, first: int, second: int
) -> None:
    calendar, middle = scene
    start = middle + offset

    halfway = calendars.due(calendar, start, first)
    assert calendars.due(calendar, halfway, second) == calendars.due(calendar, start, first + second)


@given(scenes(), far, far, far)
def test_elapsed_adds_up(scene: tuple[Calendar, int], one: int, two: int, three: int) -> None:
    calendar, middle = scene
    first, second, third = sorted((middle + one, middle + two, middle + three))

    parts = calendars.elapsed(calendar, first, second) + calendars.elapsed(calendar, second, third)
    assert parts == calendars.elapsed(calendar, first, third) <= third - first


@given(scenes(), offsets, durations, st.lists(st.tuples(offsets, offsets), max_size=4))
def test_due_with_pauses_is_when_the_rest_has_passed(
    scene: tuple[Calendar, int], offset: int, duration: int, pairs: list[tuple[int, int]]
) -> None:
    calendar, middle = scene
    start = middle + offset
    pauses = tuple((middle + since, middle + until) for since, until in pairs)

    limit = calendars.due_with_pauses(calendar, start, duration, pauses)

    assert limit is not None
    assert calendars.elapsed_with_pauses(calendar, start, limit, pauses) == duration
    assert limit >= calendars.due(calendar, start, duration)


@given(scenes(), offsets, durations)
def test_day_clock_is_never_behind_the_line_clock(
    scene: tuple[Calendar, int], offset: int, duration: int
) -> None:  # C2
    calendar, middle = scene
    start = middle + offset
    limit = calendars.day_due(calendar, start, duration)

    assert calendars.day_elapsed(calendar, start, limit) == duration
    assert calendars.elapsed(calendar, start, limit) <= duration


# -- the slow count -----------------------------------------------------------------------------------------


def opens_at(calendar: Calendar, day: date, minute: int) -> bool:
    iso = day.isoformat()
    spans = dict(calendar.overrides).get(iso, calendar.weekly[day.weekday()])
    breaks = dict(calendar.breaks).get(iso, ())
    return (
        iso not in calendar.holidays
        and any(start <= minute < end for start, end in spans)
        and not any(start <= minute < end for start, end in breaks)
    )


def open_minutes(calendar: Calendar, start: int, count: int, *, whole_days: bool = False) -> list[bool]:
    """For each minute from `start` on: whether the wall clock stands inside the hours of its date."""
    zone = ZoneInfo(calendar.time_zone)
    first = datetime.fromtimestamp(start // 1_000, UTC)
    walls = [(first + timedelta(minutes=passed)).astimezone(zone) for passed in range(count)]
    if not whole_days:
        return [opens_at(calendar, wall.date(), wall.hour * 60 + wall.minute) for wall in walls]
    days = {wall.date() for wall in walls}
    opening = {day: any(opens_at(calendar, day, minute) for minute in range(1_440)) for day in days}
    return [opening[wall.date()] for wall in walls]


near = st.integers(-36 * 60, 36 * 60).map(lambda count: count * MINUTE)
OSLO_NIGHTS = Calendar(
    id="nights", name="Nights", time_zone="Europe/Oslo", weekly=(((0, 150), (165, 240), (1380, 1440)),) * 7
)


@settings(max_examples=60)
@given(scenes(), near, st.integers(1, 2 * 24 * 60))
@example((OSLO_NIGHTS, moment("2024-03-31T01:00Z")), -20 * HOUR, 2_000)
@example((OSLO_NIGHTS, moment("2024-10-27T01:00Z")), -20 * HOUR, 2_000)
def test_elapsed_and_due_are_what_a_count_by_minutes_says(
    scene: tuple[Calendar, int], offset: int, count: int
) -> None:
    calendar, middle = scene
    start = middle + offset
    counted = open_minutes(calendar, start, count)
    total = sum(counted) * MINUTE

    assert calendars.elapsed(calendar, start, start + count * MINUTE) == total
    if total:
        last = max(index for index, is_open in enumerate(counted) if is_open)
        first = counted.index(True)
        assert calendars.due(calendar, start, total) == start + (last + 1) * MINUTE
        assert calendars.due_backward(calendar, start + count * MINUTE, total) == start + first * MINUTE


@settings(max_examples=40)
@given(scenes(), near)
def test_edges_are_what_a_count_by_minutes_says(scene: tuple[Calendar, int], offset: int) -> None:
    calendar, middle = scene
    start = middle + offset
    counted = open_minutes(calendar, start - MINUTE, 24 * 60)
    closings = [i for i in range(1, len(counted)) if counted[i - 1] and not counted[i]]

    assert calendars.is_open(calendar, start) is counted[1]
    if True in counted[1:]:
        assert calendars.next_open(calendar, start) == start + counted[1:].index(True) * MINUTE
    if later := [index for index in closings if index > 1]:
        assert calendars.next_close(calendar, start) == start + (later[0] - 1) * MINUTE
        end = start + (later[-1] - 1) * MINUTE
        assert calendars.previous_close(calendar, end) == end
        assert calendars.previous_close(calendar, end + MINUTE - 1) == end


@settings(max_examples=40)
@given(scenes(), near, st.integers(1, 2 * 24 * 60))
def test_day_clock_is_what_a_count_by_minutes_says(
    scene: tuple[Calendar, int], offset: int, count: int
) -> None:  # C2
    calendar, middle = scene
    start = middle + offset
    counted = sum(open_minutes(calendar, start, count, whole_days=True)) * MINUTE

    assert calendars.day_elapsed(calendar, start, start + count * MINUTE) == counted
