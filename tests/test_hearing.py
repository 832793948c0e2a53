"""A short question that is only heard in the texts."""

from collections.abc import Iterator

import pytest

from store import answers, articles, index
from store.database import Store
from store.model import Article


@pytest.fixture
def archive(store: Store) -> Iterator[Store]:
    texts = {
        "sweep": "入冬前全镇开展隐患排查，隐患排查要细，隐患排查不走过场。",
        "card": "考核落后的村要领黄牌。护林员沈望说，明年争取不领。",
        "hope": "他把深井望了又望，水深望不到底。",
    }
    held = [
        Article(id=id, number=at, title=f"镇上的事之{at}", kind="news", paragraphs=(text,))
        for at, (id, text) in enumerate(texts.items(), 1)
    ]
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        for at, one in enumerate(held, 1):
            articles.insert(db, one, issue=1, page=None, position=at, sha256=b"")
        index.add(db, held)
    yield store


@pytest.mark.parametrize(("typed", "first"), [("huangpai", "card"), ("hulinyuan", "card")])
def test_a_word_is_heard_before_what_runs_across_words(
    archive: Store, typed: str, first: str
) -> None:
    assert answers.ask(archive, typed).candidates[0].article.id == first


def test_what_is_heard_only_across_words_is_not_claimed(archive: Store) -> None:
    answer = answers.ask(archive, "换牌")
    assert answer.candidates[0].article.id == "card"
    assert not answers.ask(archive, "linghuang").found


def test_a_name_behind_what_its_bearer_is_is_heard(archive: Store) -> None:
    assert answers.ask(archive, "shenwang").found
