"""下一篇 walks the list that an article was chosen from, 下一条 the list inside an article."""

import pytest

from bot import words
from tests.conftest import Chat

RIGHTS = "党员享有的权利"


def test_the_next_article_is_the_next_of_the_list_shown(chat: Chat) -> None:
    numbers = chat.say("/latest").articles
    chat.say("第二篇")
    assert chat.say("下一篇").articles == (numbers[2],)
    assert chat.say("换一篇").articles == (numbers[3],)


def test_the_first_of_a_list_comes_after_the_list_itself(chat: Chat) -> None:
    numbers = chat.say("/latest").articles
    assert chat.say("下一篇").articles == (numbers[0],)


def test_behind_the_last_of_a_list_there_is_no_more(chat: Chat) -> None:
    chat.say("/latest")
    chat.say("最后一篇")
    assert chat.say("下一篇").text.plain == words.NO_MORE


def test_what_is_asked_of_an_article_does_not_lose_the_list(chat: Chat) -> None:
    numbers = chat.say("/latest").articles
    chat.say("第一篇")
    chat.say("谁写的")
    chat.say("最后一段")
    chat.say("/help")
    assert chat.say("下一篇").articles == (numbers[1],)


def test_an_article_of_another_question_is_of_no_list(chat: Chat) -> None:
    chat.say("/latest")
    chat.say(RIGHTS)
    assert chat.say("下一篇").text.plain == words.NO_MORE


def test_the_next_item_follows_the_item_quoted(chat: Chat) -> None:
    chat.say(RIGHTS)
    assert "(三)" in chat.say("（三）").text.plain
    for said, mark in (("下一条", "(四)"), ("接下来呢", "(五)"), ("上一项", "(四)")):
        assert mark in chat.say(said).text.plain
    assert "(五)" in chat.press(words.BUTTON_ITEM_NEXT).text.plain


@pytest.mark.parametrize("asked", ["第三步", "第三个步骤是什么", "第三件呢", "第三招", "(三)呢"])
def test_an_item_may_be_called_what_it_is(chat: Chat, asked: str) -> None:
    chat.say(RIGHTS)
    assert "提出自己的建议" in chat.say(asked).text.plain


@pytest.mark.parametrize(
    ("asked", "held"),
    [("第一段", "多山少地"), ("最后一段", "自行车"), ("开头说的什么", "多山少地")],
)
def test_a_paragraph_is_quoted_by_its_place(chat: Chat, asked: str, held: str) -> None:
    chat.say("/start a_1")
    said = chat.say(asked).text.plain
    assert held in said
    assert chat.say("第四十段").text.plain.startswith("《小磨坊")


def test_the_page_the_pictures_and_the_article_itself_can_be_asked_for(chat: Chat) -> None:
    chat.say("/start a_1")
    assert "第5版" in chat.say("第几版").text.plain
    assert "没有配图" in chat.say("有照片吗").text.plain
    assert "自行车" in chat.say("把这篇发给我").text.plain


def test_a_complaint_is_told_where_to_go(chat: Chat) -> None:
    assert chat.say("我要投诉").text.plain == words.COMPLAINT
