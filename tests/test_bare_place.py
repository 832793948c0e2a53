"""A question of nothing but a place's short name."""

from collections.abc import Iterator

import pytest

from store import answers, articles, index
from store.bare_place import bare_places
from store.database import Store
from store.model import Article
from store.regions import load_gazetteer

COUNTY = "河北省/石家庄市/赞皇县"
TOWN = "河北省/石家庄市/赞皇县/柳背沟镇"


@pytest.fixture
def archive(store: Store) -> Iterator[Store]:
    held = [
        Article(id="canal", number=1, title="水渠修到地头", kind="news", regions=(COUNTY,),
                paragraphs=("今年修水渠十二公里，赞皇县的旱地变成水浇地。",)),
        Article(id="pear", number=2, title="果农学剪枝", kind="news", regions=(TOWN,),
                paragraphs=("柳背沟镇的技术员走进果园，教大家给梨树修剪。",)),
    ]  # fmt: skip
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        for at, one in enumerate(held, 1):
            articles.insert(db, one, issue=1, page=None, position=at, sha256=b"")
        index.add(db, held)
    yield store


@pytest.mark.parametrize(("asked", "path"), [("赞皇", COUNTY), ("赞皇？", COUNTY), ("朝阳", None)])
def test_a_short_name_is_the_place_an_article_is_about(
    archive: Store, asked: str, path: str | None
) -> None:
    with archive.reading() as db:
        found = bare_places(db, asked, (), load_gazetteer())
    assert [one.path for one in found] == ([path] if path else [])


@pytest.mark.parametrize(("asked", "first"), [("赞皇", "canal"), ("柳背沟", "pear")])
def test_a_place_alone_is_answered_by_what_is_about_it(
    archive: Store, asked: str, first: str
) -> None:
    answer = answers.ask(archive, asked)
    assert answer.found
    assert answer.candidates[0].article.id == first


def test_more_than_the_place_is_no_question_of_the_place_alone(archive: Store) -> None:
    assert answers.ask(archive, "赞皇在哪").confidence < 0.5
