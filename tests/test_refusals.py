"""What a reader is told when the article that holds the rest is not the one they name."""

import pytest

from bot import refusal_words
from bot.answering import unlike
from bot.explaining import explained
from store.answers import explain
from store.database import Store
from store.model import Contradiction
from tests.conftest import Chat


@pytest.mark.parametrize(
    ("question", "told", "title"),
    [
        ("马德海写的林场巡山", "没有马德海写的，有岳明写的一篇：", "夜里巡山，白天栽树"),
        ("2025年8月的民间河长", "2025年8月没有，2026-03-17 有一篇：", "一条河请来了两百位"),
        ("杭州市的林场巡山", "没有杭州市的，有桐岗县的一篇：", "夜里巡山，白天栽树"),
        ("短讯栏目的林场巡山", "“短讯”栏目里没有，“先锋在前”栏目里有一篇：", "夜里巡山，白天栽树"),
        ("新林日报的民间河长", "《新林日报》上没有，《青禾日报》上有一篇：", "一条河请来了两百位"),
    ],
)
def test_what_is_not_so_is_said_and_the_article_offered(
    chat: Chat, question: str, told: str, title: str
) -> None:
    reply = chat.say(question)
    assert reply.text.plain == told
    (label,) = [label for label in chat.labels if title in label]
    assert title in chat.press(label).text.plain


def test_what_nothing_is_filed_under_is_said_to_be_missing(chat: Chat) -> None:
    assert chat.say("马德海写的文章").text.plain == "库里没有马德海写的文章。"


@pytest.mark.parametrize("kind", [*refusal_words.UNLIKE])
def test_every_kind_has_its_sentences(kind: str) -> None:
    told = [unlike(Contradiction(kind, "甲", "乙"), True), unlike(Contradiction(kind, "甲"), True)]
    assert all("甲" in one and "{" not in one for one in told)
    if kind in refusal_words.NONE_OF:
        assert "甲" in unlike(Contradiction(kind, "甲"), False)


def test_what_is_said_next_is_about_the_article_offered(chat: Chat) -> None:
    chat.say("杭州市的林场巡山")
    assert "岳明" in chat.say("谁写的").text.plain


def test_the_owner_is_told_why(samples: Store) -> None:
    told = explained(explain(samples, "杭州市的林场巡山"))
    assert "没有杭州市的，有桐岗县的一篇：" in told
