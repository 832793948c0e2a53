"""Who made a thing: asked in many ways, and not answered for a work that is only mentioned."""

import pytest

from store.authorship import only_mentioned
from store.model import Article
from store.query import understand

ARTICLE = Article(
    "a", 1, "流动书屋进深山", "news", ("书箱里的《山河旧事》和《养蜂二十讲》最抢手。",)
)


@pytest.mark.parametrize(
    "typed",
    [
        "流动书屋是谁写的", "流动书屋那篇报道的通讯员是谁", "谁拍的流动书屋照片", "流动书屋 作者",
        "流动书屋的报道是哪个记者写的", "流动书屋和谁一起写的", "流动书屋那条新闻的记者叫什么名字",
    ],
)  # fmt: skip
def test_who_made_it_is_asked_in_many_ways(typed: str) -> None:
    query = understand(typed)
    assert query.kind == "writer"
    assert query.chars == "流动书屋"


@pytest.mark.parametrize("typed", ["记者说了什么", "他是哪家报社的记者", "谁报了名", "写作班在哪"])
def test_words_of_the_trade_alone_ask_for_no_author(typed: str) -> None:
    assert understand(typed).kind != "writer"


@pytest.mark.parametrize(
    "typed", ["山河旧事的作者是谁", "《养蜂二十讲》是谁写的", "谁写的《水经新注》"]
)
def test_a_book_that_is_mentioned_is_not_the_article(typed: str) -> None:
    assert only_mentioned(typed, ARTICLE)


@pytest.mark.parametrize(
    "typed", ["流动书屋是谁写的", "谁写的《流动书屋进深山》", "书箱那篇是谁写的"]
)
def test_the_article_itself_is_meant_by_its_heading_or_its_matter(typed: str) -> None:
    assert not only_mentioned(typed, ARTICLE)
