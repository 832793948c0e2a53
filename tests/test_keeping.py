"""只看 … narrows what was listed, and says that nothing is there only of what was listed."""

import pytest

from bot import words
from tests.conftest import Chat


def test_a_list_is_narrowed_to_a_column(chat: Chat) -> None:
    numbers = chat.say("/latest").articles
    kept = chat.say("只看短讯的").articles
    assert kept
    assert set(kept) < set(numbers)


@pytest.mark.parametrize(
    "said", ["只看3月的", "只看青禾日报", "那只要看青禾日报的文章吧", "光看三月的"]
)
def test_what_all_of_a_list_is_keeps_the_list(chat: Chat, said: str) -> None:
    numbers = chat.say("/latest").articles
    assert chat.say(said).articles == numbers


def test_of_a_list_without_any_that_is_said_of_the_list_alone(chat: Chat) -> None:
    chat.say("/regions 桐岗县")
    chat.press(words.BUTTON_ALL_HERE)
    said = chat.say("只看学习角的").text.plain
    assert said.startswith("上面列出的文章里没有")


@pytest.mark.parametrize("said", ["只看渡河区的评论", "只看3月10日渡河区的"])
def test_of_what_the_archive_has_only_in_part_a_list_has_none(chat: Chat, said: str) -> None:
    chat.say("/latest")
    assert chat.say(said).text.plain.startswith("上面列出的文章里没有")


def test_an_answer_is_narrowed_by_asking_again_with_it(chat: Chat) -> None:
    chat.say("柳湾县作坊怎么分红")
    reply = chat.say("只看3月的")
    assert "小磨坊" in reply.text.plain
    assert "没有找到" not in reply.text.plain


def test_narrowing_without_a_list_is_a_question(chat: Chat) -> None:
    assert "短讯" in chat.say("只看短讯").text.plain


def test_what_names_nothing_the_archive_is_filed_by_is_a_question(chat: Chat) -> None:
    chat.say("/latest")
    assert "上面列出的" not in chat.say("只看火星").text.plain
