from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from store.schedule import Schedule, after_quiet, due

SHANGHAI = ZoneInfo("Asia/Shanghai")
BERLIN = ZoneInfo("Europe/Berlin")


def at(text: str, zone: ZoneInfo = SHANGHAI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("schedule", "since", "expected"),
    [
        (Schedule(), "2026-03-10T12:30", "2026-03-10T12:30"),
        (Schedule(when="daily", hour=8), "2026-03-10T07:59", "2026-03-10T08:00"),
        (Schedule(when="daily", hour=8), "2026-03-10T08:00", "2026-03-10T08:00"),
        (Schedule(when="daily", hour=8), "2026-03-10T08:01", "2026-03-11T08:00"),
        # 2026-03-10 is a Tuesday.
        (Schedule(when="weekly", hour=8, weekday=0), "2026-03-10T09:00", "2026-03-16T08:00"),
        (Schedule(when="weekly", hour=8, weekday=1), "2026-03-10T07:00", "2026-03-10T08:00"),
        (Schedule(when="weekly", hour=8, weekday=1), "2026-03-10T09:00", "2026-03-17T08:00"),
        (Schedule(quiet_from=22, quiet_to=7), "2026-03-10T23:10", "2026-03-11T07:00"),
        (Schedule(quiet_from=22, quiet_to=7), "2026-03-11T06:59", "2026-03-11T07:00"),
        (Schedule(quiet_from=22, quiet_to=7), "2026-03-11T07:00", "2026-03-11T07:00"),
        (Schedule(quiet_from=12, quiet_to=14), "2026-03-11T13:00", "2026-03-11T14:00"),
        (Schedule(quiet_from=9, quiet_to=9), "2026-03-11T09:30", "2026-03-11T09:30"),
    ],
)
def test_news_is_due_at_once_or_in_a_digest_and_never_in_quiet_hours(
    schedule: Schedule, since: str, expected: str
) -> None:
    assert due(schedule, at(since)) == at(expected)


def test_the_hour_of_a_digest_is_that_of_the_chats_own_clock() -> None:
    schedule = Schedule("Europe/Berlin", when="daily", hour=8)
    assert due(schedule, at("2026-07-01T12:00")) == at("2026-07-01T08:00", BERLIN)


def test_an_hour_that_summer_time_skips_is_the_moment_the_clocks_jump_to() -> None:
    schedule = Schedule("Europe/Berlin", when="daily", hour=2)
    since = at("2026-03-28T12:00", BERLIN)
    assert due(schedule, since) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def test_an_hour_that_happens_twice_counts_once() -> None:
    schedule = Schedule("Europe/Berlin", when="daily", hour=2)
    first = due(schedule, at("2026-10-24T12:00", BERLIN))
    assert first == datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    after = datetime(2026, 10, 25, 0, 0, 1, tzinfo=UTC)
    assert due(schedule, after) == datetime(2026, 10, 26, 1, 0, tzinfo=UTC)


def test_quiet_hours_end_right_on_the_night_of_summer_time() -> None:
    schedule = Schedule("Europe/Berlin", quiet_from=22, quiet_to=7)
    night = at("2026-03-28T23:00", BERLIN)
    assert after_quiet(schedule, night) == datetime(2026, 3, 29, 5, 0, tzinfo=UTC)


def test_the_hour_asked_for_is_not_quiet_but_a_late_digest_waits() -> None:
    schedule = Schedule(when="daily", hour=23, quiet_from=22, quiet_to=7)
    assert after_quiet(schedule, at("2026-03-10T23:00")) == at("2026-03-10T23:00")
    assert after_quiet(schedule, at("2026-03-11T01:00")) == at("2026-03-11T07:00")


def test_a_zone_no_one_knows_is_taken_for_the_papers_own() -> None:
    schedule = Schedule("Mars/Olympus", when="daily", hour=8)
    assert due(schedule, at("2026-03-10T07:00")) == at("2026-03-10T08:00")
