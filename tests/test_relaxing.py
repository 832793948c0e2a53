"""Filters that nothing fits together, over the sample issues."""

from datetime import date

import pytest

from bot.talk import Reader
from store import answers
from store.database import Store
from store.model import Contradiction
from tests.conftest import Chat

TODAY = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("question", "contradiction", "title"),
    [
        ("岳明写的柳湾县的文章", ("region", "柳湾县", "桐岗县"), "夜里巡山，白天栽树"),
        ("先锋在前栏目柳湾的文章", ("region", "柳湾", "桐岗县"), "夜里巡山，白天栽树"),
        ("3月10日渡河区的新闻", ("date", "3月10日", "2026-03-17"), "一条河请来了两百位“河长”"),
        ("3月17日岳明的文章", ("date", "3月17日", "2026-03-10"), "夜里巡山，白天栽树"),
        ("3月10日谷雨拍的照片", ("date", "3月10日", "2026-03-17"), "雪后送药"),
        ("党建论坛栏目岳明的文章", ("column", "党建论坛", "先锋在前"), "夜里巡山，白天栽树"),
    ],
)  # fmt: skip
def test_what_keeps_every_article_out_is_said_and_the_rest_offered(
    samples: Store, question: str, contradiction: tuple[str, str, str], title: str
) -> None:
    answer = answers.ask(samples, question, now=TODAY)
    assert not answer.found
    assert answer.contradiction == Contradiction(*contradiction)
    assert answer.suggestions == (title,)


def test_a_reader_is_led_to_what_there_is(samples: Store) -> None:
    chat = Chat(samples, Reader(user=7, chat=7))
    said = chat.say("岳明写的柳湾县的文章").text.plain
    assert said == "没有柳湾县的，有桐岗县的一篇："
    assert "夜里巡山" in chat.labels[0]


def test_filters_that_fit_together_give_nothing_up(samples: Store) -> None:
    answer = answers.ask(samples, "岳明写的桐岗县的文章", now=TODAY)
    assert (answer.found, answer.contradiction) == (True, None)
