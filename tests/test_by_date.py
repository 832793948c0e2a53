"""Issues asked for by their day in a sentence."""

from datetime import datetime, timedelta

import pytest

from bot import words
from bot.by_date import issue_asked
from tests.conftest import Chat

FIRST, SECOND = "2026-03-10", "2026-03-17"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3月10日的报纸", FIRST),
        ("2026年3月10日那期", FIRST),
        ("三月十七号的报纸有什么新闻", SECOND),
        ("我想看2026-03-17的青禾日报", SECOND),
        ("请看一下3月10日报纸上登了什么", FIRST),
        ("3月10日", FIRST),
        ("2026年3月17号呢", SECOND),
        ("3月10日有什么文章", FIRST),
        ("3月17日的文章", SECOND),
        ("上周的报纸", FIRST),
        ("上周二的报纸", FIRST),
        ("大前天那期", SECOND),
        ("17号的报纸有什么", SECOND),
        ("这个星期的报紙", SECOND),
        ("最新的报纸", SECOND),
        ("最近一期有什么文章", SECOND),
    ],
)
def test_the_issue_of_a_day_is_listed(chat: Chat, text: str, day: str) -> None:
    assert chat.talk.now.date().isoformat() == "2026-03-20"
    assert chat.say(text).text.plain.split("\n")[0].endswith(f"青禾日报 {day}")
    assert chat.reply.articles


@pytest.mark.parametrize(
    "text",
    ["3月11日的报纸", "昨天的报纸有什么", "2019年的新闻", "昨晚的新闻", "2019年", "前年的文章"],
)
def test_a_day_without_an_issue_is_said_to_have_none(chat: Chat, text: str) -> None:
    assert chat.say(text).text.plain.startswith("库里没有")
    assert chat.press(words.LATEST).articles


def test_a_day_without_its_year_is_the_latest_that_has_an_issue(chat: Chat) -> None:
    chat.later(timedelta(days=800))
    assert chat.say("3月10日的报纸").text.plain.split("\n")[0].endswith(FIRST)
    assert FIRST in chat.say("3月5日到12日的报纸").text.plain
    assert chat.say("2028年3月10日的报纸").text.plain.startswith("库里没有 2028-03-10")
    assert chat.say("3月11日的报纸").text.plain.startswith("库里没有 2028-03-11")


def test_several_issues_are_offered(chat: Chat) -> None:
    assert chat.say("这个月的新闻").text.plain.startswith(words.ISSUES)
    assert FIRST in chat.press(FIRST).text.plain


@pytest.mark.parametrize(
    "text",
    ["3月8日栽了多少树", "3月10日的便民窗口", "报纸", "最近有什么活动", "昨天", "党员报名"],
)
def test_who_asks_for_more_than_an_issue_is_answered_as_before(chat: Chat, text: str) -> None:
    assert issue_asked(chat.talk, text) is None


def test_days_are_counted_by_the_papers_clock(chat: Chat) -> None:
    chat.later(datetime(2026, 3, 18, 9, tzinfo=chat.talk.now.tzinfo) - chat.talk.now)
    assert SECOND in chat.say("昨天的报纸").text.plain
    chat.later(timedelta(days=1))
    assert SECOND not in chat.say("昨天的报纸").text.plain
