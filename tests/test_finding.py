"""What a question restricts itself to decides between candidates that are nearly as good."""

import pytest

from store import articles, index
from store.database import Store
from store.finding import LIKED, NAMED, find
from store.model import NO_FILTERS, Article, Filters

REGION = "河北省/石家庄市/正定县"


@pytest.fixture
def archive(store: Store) -> Store:
    held = (
        Article(
            id="canal", number=1, title="水渠修到地头", kind="news", regions=(REGION,),
            paragraphs=("今年修水渠十二公里。",),
        ),
        Article(
            id="orchard", number=2, title="果园学修剪", kind="news",
            paragraphs=("果园旁的水渠也修好了。",),
        ),
    )
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number, date) VALUES (1, '2026-02-10')")
        for article in held:
            articles.insert(
                db, article, issue=1, page=None, position=article.number, sha256=b""
            )
        index.add(db, held)
    return store


def score(store: Store, liking: Filters) -> float:
    with store.reading() as db:
        _, ranked = find(db, "水渠今年修了多长", NO_FILTERS, liking=liking)
    return next(one.score for one in ranked if one.article.id == "canal")


@pytest.mark.parametrize(
    ("liking", "gain"),
    [
        (Filters(region=REGION), NAMED),
        (Filters(since="2026-01-01"), LIKED),
        (Filters(region=REGION, since="2026-01-01"), LIKED),
        (Filters(since="2026-03-01"), 0.0),
    ],
)
def test_a_day_is_preferred_more_than_a_place_whose_name_the_text_has(
    archive: Store, liking: Filters, gain: float
) -> None:
    assert score(archive, liking) == pytest.approx(score(archive, NO_FILTERS) + gain)
