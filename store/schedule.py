"""When a delivery is due: at once or in a digest, outside quiet hours, by the chat's own clock.

Pure: moments are aware datetimes that the caller passes in, hours are 0-23, weekdays count from
Monday (0). Local times go through zoneinfo, so that an hour that a change to summer time skips
means the moment the clocks jump to, and an hour that happens twice means its first time
(PEP 495, fold=0).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

When = Literal["now", "daily", "weekly"]
DEFAULT_ZONE = "Asia/Shanghai"


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a chat wants to hear: at once, or daily or weekly at `hour`; never in quiet hours.

    Quiet hours last from the full hour `quiet_from` until the full hour `quiet_to`, over midnight
    when that is earlier; None, or both alike, means none. `weekday` counts only for weekly.
    """

    timezone: str = DEFAULT_ZONE
    when: When = "now"
    hour: int = 8
    weekday: int = 0
    quiet_from: int | None = None
    quiet_to: int | None = None


def due(schedule: Schedule, since: datetime) -> datetime:
    """The first moment, in UTC, at or after `since` at which this chat wants to hear the news."""
    if schedule.when == "now":
        return after_quiet(schedule, since)
    here = zone(schedule.timezone)
    day = since.astimezone(here).date()
    if schedule.when == "weekly":
        day += timedelta(days=(schedule.weekday - day.weekday()) % 7)
    step = timedelta(days=7 if schedule.when == "weekly" else 1)
    while (moment := at_hour(day, schedule.hour, here)) < since:
        day += step
    return moment


def after_quiet(schedule: Schedule, moment: datetime) -> datetime:
    """`moment` itself, in UTC, or the end of the quiet hours it falls into.

    The hour a digest was asked for is never quiet: who chose it wants it.
    """
    moment = moment.astimezone(UTC)
    here = zone(schedule.timezone)
    local = moment.astimezone(here)
    if not is_quiet(schedule, local.hour):
        return moment
    if schedule.when != "now" and local.hour == schedule.hour:
        return moment
    assert schedule.quiet_to is not None
    end = at_hour(local.date(), schedule.quiet_to, here)
    return end if end > moment else at_hour(local.date() + timedelta(1), schedule.quiet_to, here)


def is_quiet(schedule: Schedule, hour: int) -> bool:
    """Whether the hour that begins at `hour` o'clock is quiet."""
    start, end = schedule.quiet_from, schedule.quiet_to
    if start is None or end is None or start == end:
        return False
    return start <= hour < end if start < end else hour >= start or hour < end


def at_hour(day: date, hour: int, here: ZoneInfo) -> datetime:
    """`hour` o'clock on `day` in a zone, as UTC; in a gap, the moment the clocks jump to."""
    local = datetime.combine(day, time(hour), here)
    moment = local.astimezone(UTC)
    if moment.astimezone(here).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    # Inside a gap, fold=0 counts with the offset of before and lands behind the gap by as much
    # as the hour lay inside it. The jump itself is where fold=1 and fold=0 meet.
    before = local.replace(fold=1).astimezone(UTC)
    return jump(before, moment, here)


def jump(before: datetime, after: datetime, here: ZoneInfo) -> datetime:
    """The moment between two moments, to the second, at which the zone's offset changes."""
    offset = before.astimezone(here).utcoffset()
    while after - before > timedelta(seconds=1):
        middle = before + (after - before) / 2
        if middle.astimezone(here).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return (after + timedelta(milliseconds=500)).replace(microsecond=0)


@lru_cache(maxsize=512)
def zone(name: str) -> ZoneInfo:
    """A zone by its IANA name; one that is unknown here is taken for the paper's own."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(DEFAULT_ZONE)
