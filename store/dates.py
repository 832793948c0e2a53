"""When a question means: 去年十月, 上个月, 2024年11月5日 as a range of days. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from store.sentences import number

FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")
MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
YEAR = r"(?:(?P<near>今年|去年|前年)|(?P<year>(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{2})年)"
WRITTEN = re.compile(rf"{YEAR}(?:的?{MONTH}(?:{DAY})?)?")
MONTHLY = re.compile(rf"{MONTH}(?:{DAY})?")
DASHED = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
TOLD = re.compile(
    "(?P<yesterday>昨天|昨日)|(?P<today>今天|今日)"
    "|(?P<last_week>上一?个?(?:周|星期|礼拜))|(?P<this_week>(?:本|这个?)(?:周|星期|礼拜))"
    "|(?P<last_month>上一?个?月)|(?P<this_month>(?:本|这个?)月)"
)


class When(NamedTuple):
    """Days `since` to `until`, both included, named by the question's characters `start` to
    `stop`. `told` when counted from today, so that the words stand in no text of that day."""

    since: date
    until: date
    start: int
    stop: int
    told: bool


def when(folded: str, today: date) -> When | None:
    """The days a folded question names; None when it names none, or none that exist."""
    if hit := TOLD.search(folded):
        return When(*counted(hit.lastgroup or "", today), *hit.span(), True)
    if hit := DASHED.search(folded):
        figures = [int(part) if part else None for part in hit.groups()]
        return stretch(figures[0] or 0, figures[1], figures[2], hit.span(), False)
    if (hit := WRITTEN.search(folded) or MONTHLY.search(folded)) is None:
        return None
    part = hit.groupdict()
    month = number(part["month"]) if part["month"] else None
    day = number(part["day"]) if part["day"] else None
    if near := part.get("near"):
        year = today.year - ("今年", "去年", "前年").index(near)
    elif written := part.get("year"):
        year = int(written.translate(FIGURES))
    else:
        year = today.year - ((month or 1, day or 1) > (today.month, today.day))
    return stretch(year, month, day, hit.span(), bool(near))


def stretch(
    year: int, month: int | None, day: int | None, span: tuple[int, int], told: bool
) -> When | None:
    """A year, a month or a day as a range; None when the calendar has none."""
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    return When(first, last, *span, told)


def counted(word: str, today: date) -> tuple[date, date]:
    """The first and the last day of what is counted from today; weeks begin on Monday."""
    if word in ("today", "yesterday"):
        day = today - timedelta(days=word == "yesterday")
        return day, day
    if word.endswith("week"):
        monday = today - timedelta(days=today.weekday() + 7 * (word == "last_week"))
        return monday, monday + timedelta(days=6)
    first = today.replace(day=1)
    if word == "last_month":
        last = first - timedelta(days=1)
        return last.replace(day=1), last
    return first, first.replace(day=monthrange(first.year, first.month)[1])
