"""A short question without a matter of its own is asked of the article on the screen first."""

import pytest

from bot import words
from tests.conftest import Chat


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("多少吨", "九百二十吨"),
        ("发出货物多少吨？", "九百二十吨"),
        ("书记是谁", "乔守田"),
        ("她多大了", "七十一岁"),
        ("那老师傅几位", "八位老师傅"),
        ("在哪", "柳湾县"),
    ],
)
def test_a_short_question_is_answered_by_the_article_shown(
    chat: Chat, asked: str, held: str
) -> None:
    chat.say("/start a_1")
    reply = chat.say(asked)
    assert held in reply.text.plain
    assert reply.articles == (1,)


@pytest.mark.parametrize("asked", ["电话呢", "多少头", "它是哪年建的", "镇长叫什么"])
def test_what_neither_tells_is_said_not_to_be_there(chat: Chat, asked: str) -> None:
    (number,) = chat.say("/start a_1").articles
    reply = chat.say(asked)
    assert "里没有写到" in reply.text.plain
    assert reply.articles == (number,)


@pytest.mark.parametrize("asked", ["党员有哪些权利", "夜校手机课有多少人结业", "入党申请书怎么写"])
def test_a_full_question_is_never_asked_of_the_article_shown(chat: Chat, asked: str) -> None:
    fresh = chat.say(asked).text.plain
    chat.say("/start a_1")
    assert chat.say(asked).text.plain == fresh


def test_a_short_question_after_nothing_is_asked_of_the_archive(chat: Chat) -> None:
    assert "没有找到" in chat.say("多少头").text.plain
    assert "里没有写到" not in chat.say("电话呢").text.plain


def test_the_talk_stays_with_the_article_after_a_short_question(chat: Chat) -> None:
    chat.say("/start a_1")
    chat.say("多少吨")
    chat.say("电话呢")
    assert "祝青山" in chat.say("谁写的").text.plain
    assert chat.say("全文").text.plain != words.NOTHING_BEFORE
