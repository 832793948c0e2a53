"""Inline mode: what is offered while a reader types behind the bot's name."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.asking import Memory
from bot.inlining import PER_PAGE, offered
from bot.talk import Reader, Talk
from store import articles, index
from store.database import Store
from store.model import Article
from tests.conftest import NOW

COUNT = PER_PAGE + 3
TOWNS = "东西南北上下前后里外左右中"


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    """A reader over an archive in which more articles than a page holds speak of one thing."""
    papers = [
        Article(
            id=f"a{number}", number=number, title=f"{town}河乡的水磨坊", kind="news",
            paragraphs=(f"本报讯 {town}河乡的水磨坊修好了，共有{number}盘石磨。",),
        )
        for number, town in enumerate(TOWNS, 1)
    ]  # fmt: skip
    with Store(tmp_path / "mills.db") as store:
        with store.writing() as db:
            db.conn.execute("INSERT INTO issues (number, paper) VALUES (1, '柳河报')")
            for paper in papers:
                articles.insert(db, paper, issue=1, page=None, position=paper.number, sha256=b"")
            index.add(db, papers)
        yield Talk(store, Reader(user=7, chat=7), NOW, Memory())


def test_every_result_of_every_page_shows_the_papers_words(talk: Talk) -> None:
    first = offered(talk, "水磨坊", "")
    second = offered(talk, "水磨坊", first.next)
    assert (len(first.results), len(second.results)) == (PER_PAGE, COUNT - PER_PAGE)
    assert second.next == ""
    assert all("盘石磨" in result.text.plain for result in first.results + second.results)


def test_no_result_comes_twice(talk: Talk) -> None:
    first = offered(talk, "水磨坊", "")
    second = offered(talk, "水磨坊", first.next)
    assert len({result.id for result in first.results + second.results}) == COUNT


@pytest.mark.parametrize("offset", ["x", "-1", "²", "99999"])
def test_an_offset_somebody_made_up_gives_a_page_or_an_empty_one(talk: Talk, offset: str) -> None:
    assert len(offered(talk, "水磨坊", offset).results) in (0, PER_PAGE)
