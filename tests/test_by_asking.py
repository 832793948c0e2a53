"""Commands asked for in a sentence, and questions that only look like it."""

import pytest

from bot import words
from bot.by_asking import command_asked
from tests.conftest import Chat


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("请问你们这个怎么用啊", "help"),
        ("怎么用？", "help"),
        ("你会什么", "help"),
        ("你能帮我做什么呢", "help"),
        ("有什么功能", "help"),
        ("有哪些栏目", "columns"),
        ("报上都有什么栏目？", "columns"),
        ("一共有几个栏目", "columns"),
        ("有哪些地区", "regions"),
        ("有哪些县的新闻", "regions"),
        ("有哪些作者", "authors"),
        ("有哪几期", "issues"),
        ("库里有哪些报纸", "issues"),
        ("最早的报纸是哪天的", "issues"),
        ("最新的是哪一期", "latest"),
        ("今日头条", "latest"),
        ("本期要闻", "latest"),
        ("一共多少篇文章", "about"),
        ("一共有多少篇文章", "about"),
        ("收了几篇文章", "about"),
    ],
)
def test_a_sentence_asks_for_a_command(text: str, command: str | None) -> None:
    assert command_asked(text) == command


@pytest.mark.parametrize(
    "text",
    [
        "党员有哪些权利", "有哪些县修了水渠", "学习角有哪些文章", "入党申请书怎么写",
        "柳湾县有哪些栏目",
        "手机课怎么用", "有什么", "作者有哪些作品", "头条是谁写的", "用法不当", "",
    ],
)  # fmt: skip
def test_a_question_stays_one(text: str) -> None:
    assert command_asked(text) is None


def test_the_command_is_carried_out(chat: Chat) -> None:
    assert chat.say("有哪些栏目").text.plain.startswith(words.COLUMNS)
    assert chat.say("请问你们这个怎么用啊").text.plain.startswith(words.HELP_HEAD)


def test_an_article_is_shown_again_and_summed_up(chat: Chat) -> None:
    shown = chat.say("/start a_1")
    assert chat.say("再看一遍").text.plain == shown.text.plain
    assert len(chat.say("总结一下").text.plain) < len(shown.text.plain)
