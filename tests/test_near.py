"""Near words: offered, never claimed."""

from store import answers, articles, index
from store.database import Store
from store.model import Article
from store.near import reworded, table


def test_a_word_used_alike_takes_the_place_of_the_one_typed() -> None:
    assert reworded("村口防洪") == ["村口防汛"]
    assert table()["防洪"]["防汛"] == table()["防汛"]["防洪"]


def test_words_that_only_ask_are_not_replaced(store: Store) -> None:
    # 怎么 and 什么 are as near to each other as 防洪 and 防汛.
    assert max(table()["怎么"].values()) >= table()["防洪"]["防汛"]
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        dam = Article(id="dam", number=1, title="石门沟防汛", kind="news", paragraphs=("备沙袋。",))
        articles.insert(db, dam, issue=1, page=None, position=1, sha256=b"")
        index.add(db, [dam])
    assert answers.ask(store, "怎么防洪").candidates[0].article.id == "dam"


def test_a_question_of_unknown_words_is_not_reworded() -> None:
    assert reworded("zzz") == []
    assert reworded("") == []


def test_a_near_word_offers_an_article_and_does_not_claim_it(store: Store) -> None:
    dyke = Article(
        id="dyke", number=1, title="石门沟备足防汛沙袋", kind="news",
        paragraphs=("入夏前，石门沟各队装好沙袋四千只。",),
    )
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        articles.insert(db, dyke, issue=1, page=None, position=1, sha256=b"")
        index.add(db, [dyke])
    answer = answers.ask(store, "怎样防洪")
    assert [one.article.id for one in answer.candidates] == ["dyke"]
    assert not answer.found
    typed = answers.ask(store, "怎样防汛")
    assert answer.candidates[0].score < typed.candidates[0].score
