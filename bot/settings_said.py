"""The settings that words ask for: 每周五 晚上8点, 免打扰 22-7, 时区 新疆. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from zoneinfo import ZoneInfo

from bot import settings_words
from store.chats import Chat
from store.fold import fold
from store.schedule import When
from store.sentences import number

WEEKDAYS = (
    {sign: at for at, sign in enumerate("一二三四五六日")}
    | {"天": 6}
    | {sign: at for at, sign in enumerate("1234567")}
)
NOW = ("立即", "立刻", "马上", "一到就发", "实时", "随时")
SILENT = ("静音", "不响", "无声", "不要提示音", "关提示音")
SOUND = ("不静音", "要提示音", "提示音", "响铃", "取消静音", "开提示音")
NO_QUIET = ("", "关", "关闭", "不设", "取消", "无", "不要")
PART = r"(?P<part>凌晨|清晨|早晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜里|半夜)?"
MINUTES = r"(?:半|[一三]刻|(?!00)[0-5]?\d分?|[零一二三四五六七八九十]{1,3}分)"
SIGN = rf"(?:[点时](?:钟|整|{MINUTES})?|:[0-5]\d)"
BROKEN_HOUR = re.compile(rf"[\d一二两三四五六七八九十][点时]{MINUTES}|\d:(?!00)[0-5]\d")
"""An hour and some minutes."""
HOUR = re.compile(
    rf"{PART}\s*(?P<hour>\d{{1,2}}(?={SIGN}?$)|[一二两三四五六七八九十]{{1,3}}(?={SIGN}$)){SIGN}?"
)
SPAN = re.compile(r"(?:从|每天)?\s*(.+?)\s*(?:-|–|—|~|到|至)\s*(.+?)")
WEEK = re.compile(r"每?(?:周|星期|礼拜)([一二三四五六日天]|[1-7](?!\d|点|时|:))?")
QUIET = re.compile(r"(?:免打扰|勿扰|不打扰|不要打扰)")
ZONE = re.compile(r"时区|.+时间$")
EVENING = ("下午", "傍晚", "晚上", "晚", "夜里", "半夜")
MORNING = 5
"""The first hour that is called one of the evening when it follows 晚上; the ones before it and
twelve are of the night."""


def changed(chat: Chat, text: str) -> Chat | None:
    """The settings with the change that words ask for; None when they are not understood."""
    text = " ".join(text.split())
    said = fold(text)
    if said in NOW:
        return replace(chat, when="now")
    if said in SILENT or said in SOUND:
        return replace(chat, silent=said in SILENT)
    if ZONE.match(said):
        return with_zone(chat, text.removeprefix(text[:2] if said.startswith("时区") else ""))
    if match := QUIET.match(said):
        return quiet(chat, said[match.end() :].strip())
    if said.startswith(("每天", "每日")):
        return digest(chat, "daily", said[2:])
    if match := WEEK.match(said):
        weekly = digest(chat, "weekly", said[match.end() :])
        day = WEEKDAYS[match[1]] if match[1] else chat.weekday
        return replace(weekly, weekday=day) if weekly else None
    return digest(chat, "daily" if chat.when == "now" else chat.when, said) if said else None


def with_zone(chat: Chat, name: str) -> Chat | None:
    """The settings in another time zone, by its IANA name or as people call it; None when there
    is no such."""
    name = name.strip(" :：为用")
    called = fold(name).removesuffix("时间")
    known = {
        fold(word).removesuffix("时间"): zone
        for zone, label, *others in settings_words.ZONES_CALLED
        for word in (label, *others)
    }
    try:
        return replace(chat, timezone=ZoneInfo(known.get(called, name)).key)
    except (KeyError, ValueError, OSError):
        return None


def quiet(chat: Chat, text: str) -> Chat | None:
    """The settings with the quiet hours of 22-7, or without any."""
    if text in NO_QUIET:
        return with_quiet(chat, None, None)
    match = SPAN.fullmatch(text)
    if match is None:
        return None
    start, end = hour_said(match[1]), hour_said(match[2])
    return None if start is None or end is None else with_quiet(chat, start, end)


def with_quiet(chat: Chat, start: int | None, end: int | None) -> Chat:
    """The settings with these quiet hours; the same hour twice means none."""
    if start == end:
        start = end = None
    return replace(chat, quiet_from=start, quiet_to=end)


def digest(chat: Chat, when: When, text: str) -> Chat | None:
    """The settings with a digest at the hour named, or at the one they had."""
    text = re.sub("(?:发送?)?(?:一次)?$", "", text).strip()
    if not text:
        return replace(chat, when=when)
    at = hour_said(text)
    return None if at is None else replace(chat, when=when, hour=at)


def hour_said(text: str) -> int | None:
    """The hour (0-23) that words name: 8点, 20:00, 晚上八点半; None for anything else.

    Minutes are left out: news is told on the hour.
    """
    match = HOUR.fullmatch(text.strip())
    if match is None:
        return None
    hour, part = number(match["hour"]), match["part"]
    if hour > 23:
        return 0 if hour == 24 else None
    if part in EVENING:
        late = part in ("下午", "傍晚") or hour > MORNING - 1
        return hour % 12 + 12 * (late and hour != 12) if hour <= 12 else hour
    if part == "中午" and hour < 11:
        return hour + 12
    return 0 if part in ("凌晨", "半夜") and hour == 12 else hour


def broken(text: str) -> bool:
    """Whether words name minutes, which are left out."""
    return BROKEN_HOUR.search(fold(" ".join(text.split()))) is not None


def is_quiet(text: str) -> bool:
    """Whether words begin as those of the quiet hours do."""
    return QUIET.match(fold(text.strip())) is not None
