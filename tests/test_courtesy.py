"""Small talk is answered kindly and shortly, and never taken for a question."""

import pytest

from bot import words
from bot.courtesy import courtesy
from store import stats
from tests.conftest import NOW, Chat


@pytest.mark.parametrize(
    ("said", "back"),
    [
        ("谢谢", words.WELCOME),
        ("谢谢你！", words.WELCOME),
        ("謝謝您", words.WELCOME),
        ("好的，谢谢啦", words.WELCOME),
        ("太感谢了~", words.WELCOME),
        ("辛苦了", words.WELCOME),
        ("Thank you", words.WELCOME),
        ("你好", words.HELLO),
        ("您好呀！", words.HELLO),
        ("早上好", words.HELLO),
        ("hello", words.HELLO),
        ("在吗", words.HERE),
        ("你好，在不在？", words.HERE),
        ("有人吗", words.HERE),
        ("再见", words.GOODBYE),
        ("好的", words.AGREED),
        ("嗯嗯", words.AGREED),
        ("知道了", words.AGREED),
        ("？？", words.NO_WORDS),
        ("👍", words.NO_WORDS),
    ],
)
def test_small_talk_has_a_kind_answer(said: str, back: str) -> None:
    assert courtesy(said) == back


@pytest.mark.parametrize(
    "asked",
    ["你好，党员有哪些权利", "谢谷雨是谁", "在吗啡", "好人好事", "早稻", "谢师宴", "再见小站"],
)
def test_what_may_be_a_question_is_none(asked: str) -> None:
    assert courtesy(asked) is None


def test_small_talk_is_not_counted_among_the_questions(chat: Chat) -> None:
    assert chat.say("谢谢").text.plain == words.WELCOME
    assert chat.say("🙏").text.plain == words.NO_WORDS
    assert stats.weeks(chat.talk.store, NOW, 1)[0].questions == 0


def test_thanks_do_not_end_a_talk(chat: Chat) -> None:
    chat.say("党员有哪些权利")
    chat.say("谢谢")
    assert "提出自己的建议" in chat.say("第三项呢").text.plain


@pytest.mark.parametrize(
    "typed", ["／帮助", "/帮助", "／help", "帮助！", "怎么用？", "/HELP", "/帮助@our_bot"]
)
def test_a_full_width_slash_or_a_chinese_word_behind_it_is_a_command(
    chat: Chat, typed: str
) -> None:
    assert chat.say(typed).text.plain == chat.say("/help").text.plain


def test_a_chinese_command_behind_a_slash_takes_words(chat: Chat) -> None:
    assert "柳湾县" in chat.say("／地区 柳湾").text.plain
