"""When a question means: 去年十月, 上周三, 9月1日到5日, 近三天 as a range of days. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from store.sentences import number

FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")
BEFORE = "(?<![以之目从先])"
"""What 前 must not follow to count from today: 以前年轻, 之前天天."""
MONTH = r"(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
NTH = r"[12]\d|3[01]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]"
DAY = rf"(?:的?(?P<day>{NTH})[日号]|的?(?P<third>[上中下])旬)"
NEAR = rf"(?<!如)今年|(?<!过)去年|{BEFORE}大?前年(?![轻龄画度])"
YEAR = rf"(?:(?P<near>{NEAR})|(?P<year>(?:19|20)\d\d|二[〇零][〇零一二三四五六七八九]{{2}})年)"
WRITTEN = re.compile(rf"{YEAR}(?:的?{MONTH}{DAY}?|的?(?P<half>[上下])半年)?")
MONTHLY = re.compile(rf"{MONTH}{DAY}?")
DASHED = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
UNTIL = re.compile(rf"\s*(?:到|至|-|—|~)\s*(?:{YEAR}的?)?(?:{MONTH})?(?:(?P<day>{NTH})[日号])?")
WEEK = "(?:周|星期|礼拜)"
WEEKDAYS = "一二三四五六日"
TOLD = re.compile(
    rf"(?P<ago>{BEFORE}大前[天日]|{BEFORE}前[天日](?!气)|昨[天日晚夜]|今[天日早晚])"
    rf"|(?P<week>上上|上一?|本|这一?)个?{WEEK}(?P<weekday>[一二三四五六日天末])?"
    rf"|(?P<moon>上上|上一?|本|这一?)个?月(?![亮光球季])(?:份)?{DAY}?"
    rf"|(?:^|(?<=[\s,。?!的在是看找查有]))(?P<past>[一二两三四五六七八九十]|\d{{1,2}})(?P<of>年|个月|天|个?{WEEK})(?:以|之)?前(?!后)"
    r"|(?<![附将接靠临])(?:最?近|过去|这)(?P<count>[一二两三四五六七八九十几半]|\d{1,2})个?"
    r"(?P<unit>[天日周月]|星期|礼拜)(?![常子期])"
)
CALLED = re.compile(
    rf"(?<![每逢隔一二两三四五六七八九十\d]){WEEK}(?P<weekday>[一二三四五六日天])"
    r"(?=$|[?!。]|的|那[天期]|[这有登]|报)"
    rf"|(?<![\d月一二三四五六七八九十百])(?P<day>{NTH})[日号](?=的?(?:报|那[天期]|新闻))"
)
"""Days without week or month: 周三的报纸, 12号那期. Nothing else tells them from other words."""
AGO = {"大": 3, "前": 2, "昨": 1, "今": 0}
FEW = 7
"""Days of 这几天."""


class When(NamedTuple):
    """Days `since` to `until`, both included, named by the question's characters `start` to
    `stop`. `told` when counted from today, so that the words stand in no text of that day;
    `yearless` when no year is named, so that the latest one is only the likeliest."""

    since: date
    until: date
    start: int
    stop: int
    told: bool
    yearless: bool = False

    def in_year(self, year: int) -> When | None:
        """The same days of another year; None when it has none such."""
        try:
            last = self.until.replace(year=year + self.until.year - self.since.year)
            return self._replace(since=self.since.replace(year=year), until=last)
        except ValueError:
            return None


def when(folded: str, today: date) -> When | None:
    """The days a folded question names; None when it names none, or none that exist."""
    if hit := TOLD.search(folded):
        return counted(hit, today)
    first = named(folded, today)
    if first is not None:
        return until(folded, first, today) or first
    hit = CALLED.search(folded)
    return called(hit, today) if hit else None


def named(folded: str, today: date) -> When | None:
    """The year, month or day that is written out; None for none, or none that exists."""
    if hit := DASHED.search(folded):
        figures = [int(part) if part else None for part in hit.groups()]
        return stretch(figures[0] or 0, figures[1], figures[2], hit.span(), False)
    if (hit := WRITTEN.search(folded) or MONTHLY.search(folded)) is None:
        return None
    part = hit.groupdict()
    month = number(part["month"]) if part["month"] else None
    day = number(part["day"]) if part["day"] else None
    year = year_of(part, today)
    yearless = year is None
    if year is None:
        year = today.year - ((month or 1, day or 1) > (today.month, today.day))
    found = stretch(year, month, day, hit.span(), bool(part.get("near")))
    found = found and found._replace(yearless=yearless)
    if found and part["third"]:
        return third(found, part["third"])
    if found and (half := part.get("half")):
        bounds = (1, 6) if half == "上" else (7, 12)
        return found._replace(since=date(year, bounds[0], 1), until=last_of(year, bounds[1]))
    return found


def year_of(part: dict[str, str | None], today: date) -> int | None:
    """The year that is written or counted from this one; None when there is none."""
    if near := part.get("near"):
        return today.year - {"今": 0, "去": 1, "前": 2, "大": 3}[near[0]]
    written = part.get("year")
    return int(written.translate(FIGURES)) if written else None


def until(folded: str, first: When, today: date) -> When | None:
    """`first` up to the day or month that stands behind 到; None when none does."""
    hit = UNTIL.match(folded, first.stop)
    if hit is None or not (hit["month"] or hit["day"]):
        return None
    year = year_of(hit.groupdict(), today) or first.since.year
    month = number(hit["month"]) if hit["month"] else first.since.month
    day = number(hit["day"]) if hit["day"] else None
    last = stretch(year, month, day, (first.start, hit.end()), first.told)
    if last is None or last.until < first.since:
        return None
    return last._replace(since=first.since, yearless=first.yearless)


def stretch(
    year: int, month: int | None, day: int | None, span: tuple[int, int], told: bool
) -> When | None:
    """A year, a month or a day as a range; None when the calendar has none."""
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return When(first, first if day else last_of(year, month or 12), *span, told)


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def third(month: When, which: str) -> When:
    """The first, the second or the last ten days of a month."""
    first = month.since
    since = first.replace(day=1 + 10 * "上中下".index(which))
    return month._replace(since=since, until=month.until if which == "下" else since.replace(
        day=since.day + 9))  # fmt: skip


def counted(hit: re.Match[str], today: date) -> When | None:
    """The days that are counted from today; weeks begin on Monday."""
    span, part = hit.span(), hit.groupdict()
    if ago := part["ago"]:
        day = today - timedelta(days=AGO[ago[0]])
        return When(day, day, *span, True)
    if part["past"]:
        return past(number(part["past"]), part["of"] or "", span, today)
    if which := part["week"]:
        monday = today - timedelta(days=today.weekday() + 7 * which.count("上"))
        return When(*in_week(monday, part["weekday"]), *span, True)
    if which := part["moon"]:
        return in_month(part, which.count("上"), span, today)
    since = today - timedelta(days=length(part["count"] or "", part["unit"] or "") - 1)
    return When(since, today, *span, True)


def past(count: int, of: str, span: tuple[int, int], today: date) -> When | None:
    """The year, month, week or day that is so many before this one."""
    if of == "年":
        return stretch(today.year - count, None, None, span, True)
    if of == "个月":
        year, month = divmod(today.year * 12 + today.month - 1 - count, 12)
        return stretch(year, month + 1, None, span, True)
    if of == "天":
        day = today - timedelta(days=count)
        return When(day, day, *span, True)
    monday = today - timedelta(days=today.weekday() + 7 * count)
    return When(*in_week(monday, None), *span, True)


def in_week(monday: date, weekday: str | None) -> tuple[date, date]:
    """The first and the last day of a week, or of what is named of it."""
    if weekday is None:
        return monday, monday + timedelta(days=6)
    if weekday == "末":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    day = monday + timedelta(days=WEEKDAYS.index(weekday.replace("天", "日")))
    return day, day


def in_month(
    part: dict[str, str | None], back: int, span: tuple[int, int], today: date
) -> When | None:
    """A month so many before this one, or the day or the ten days that are named of it."""
    year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
    day = number(part["day"]) if part["day"] else None
    found = stretch(year, month + 1, day, span, True)
    return third(found, part["third"]) if found and part["third"] else found


def length(count: str, unit: str) -> int:
    """How many days 三天, 两周, 一个月 or 几天 are."""
    each = {"天": 1, "日": 1, "月": 30}.get(unit, 7)
    if count == "几":
        return FEW if each == 1 else 3 * each
    return each // 2 if count == "半" else max(number(count), 1) * each


def called(hit: re.Match[str], today: date) -> When | None:
    """The latest day of a weekday, or with a number, that is not to come."""
    if hit["weekday"]:
        back = (today.weekday() - WEEKDAYS.index(hit["weekday"].replace("天", "日"))) % 7
        day = today - timedelta(days=back)
        return When(day, day, *hit.span(), True)
    wanted = number(hit["day"])
    for back in range(3):
        # Two months in a row may lack a 31st, counted from this one.
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        found = stretch(year, month + 1, wanted, hit.span(), True)
        if found and found.since <= today:
            return found
    return None
