"""What an article is about, and what it only mentions."""

import pytest

from store.background import background
from store.demands import untold
from store.model import Article
from tests.newsroom import article

FILLING = "渠水从上游来，经过三道闸门，两岸的麦田都浇上了水，村民们轮流守夜，谁也没有误工。" * 15

CHUNKS = 5000


def of(*paragraphs: str, title: str = "一条渠的春天") -> Article:
    return article(1, title, paragraphs=paragraphs)


@pytest.mark.parametrize("asked", [
    "怎么做豆腐", "豆腐怎么做", "什么是豆腐", "发烧怎么办", "辛苦了", "真好看", "我爱你们",
    "豆腐怎么样",
])  # fmt: skip
def test_how_and_what_is_not_answered_by_a_word_in_passing(asked: str) -> None:
    said = "有人发烧，吃了豆腐，说真好看，辛苦了，我爱你们。"
    assert untold(asked, of(FILLING, said), CHUNKS, background())


@pytest.mark.parametrize("asked", ["怎么做豆腐", "豆福怎么做", "什么是豆腐", "豆腐怎么样"])
def test_a_heading_a_name_or_a_word_that_comes_back_is_a_topic(asked: str) -> None:
    for told in (
        of(FILLING, "有人做豆腐。", title="白桦村的豆腐"),
        of(FILLING, "村里办了“豆腐学堂”。"),
        of("做豆腐要先泡豆子，再点卤，压一压就成。"),
        of(FILLING, "豆腐好，豆腐香，豆腐养人。"),
    ):
        assert asked == "豆福怎么做" or not untold(asked, told, CHUNKS, background())
    assert not untold("豆福怎么做", of(FILLING, title="白桦村的豆腐"), CHUNKS, background())


@pytest.mark.parametrize("asked", ["翻船的原因是什么", "翻船原因是什么", "渡河的好处是什么"])
def test_a_reason_need_not_be_called_one(asked: str) -> None:
    assert not untold(asked, of("渡河遇风翻船，水太急。"), CHUNKS, background())
    assert untold(asked, of(FILLING), CHUNKS, background())


@pytest.mark.parametrize("asked", [
    "豆腐", "守夜", "下游缺水的村民怎么办", "豆腐，怎么做", "麦田",
    "怎么看", "怎么办", "我", "好了", "什么是水",
])  # fmt: skip
def test_a_word_alone_and_a_question_of_several_are_let_pass(asked: str) -> None:
    assert not untold(asked, of(FILLING, "有人做豆腐。"), CHUNKS, background())


def test_a_word_that_would_not_be_met_by_chance_is_no_word_in_passing() -> None:
    said = of(FILLING, "有人做豆腐，看油松。")
    assert not untold("怎么做豆腐", said, 60, background())
    assert not untold("油松怎么样", said, CHUNKS, background())
