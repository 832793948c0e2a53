"""Names of the archive in a question, over the sample issues."""

from datetime import date

import pytest

from store.database import Store
from store.model import Filters
from store.narrowing import narrow
from store.places import gazetteer_of

TODAY = date(2026, 3, 20)
CITY = "云中省/青禾市"


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("短讯谷雨的文章", Filters(column="短讯", author="谷雨")),
        ("党建论坛申望川", Filters(column="党建论坛", author="申望川")),
        ("先锋在前里桐岗县的", Filters(column="先锋在前", region=f"{CITY}/桐岗县")),
        ("谷雨 渡河区", Filters(author="谷雨", region=f"{CITY}/渡河区")),
        ("青禾日报学习角", Filters(paper="青禾日报", column="学习角")),
        ("3月17日短讯里柳湾县的", Filters(
            column="短讯", region=f"{CITY}/柳湾县", since="2026-03-17", until="2026-03-17")),
    ],
)  # fmt: skip
def test_names_beside_names_and_places_are_names(
    samples: Store, question: str, filters: Filters
) -> None:
    with samples.reading() as db:
        found = narrow(db, question, TODAY, gazetteer_of(samples))
    assert (found.filters, found.bare) == (filters, True)


@pytest.mark.parametrize("question", ["学习角落里的手机课", "谷雨时节桐岗县栽树"])
def test_names_that_may_be_words_stay_words_beside_a_matter(samples: Store, question: str) -> None:
    with samples.reading() as db:
        found = narrow(db, question, TODAY, gazetteer_of(samples)).filters
    assert (found.column, found.author) == (None, None)


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("青禾报的文章", Filters(paper="青禾日报")),
        ("青禾报上柳湾县的文章", Filters(paper="青禾日报", region=f"{CITY}/柳湾县")),
        ("3月10日的青禾报", Filters(paper="青禾日报", since="2026-03-10", until="2026-03-10")),
        ("青禾报社的文章", Filters()),
        ("青禾报告会的文章", Filters()),
        ("柳湾报的文章", Filters()),
    ],
)
def test_a_paper_is_called_by_the_beginning_of_its_name(
    samples: Store, question: str, filters: Filters
) -> None:
    with samples.reading() as db:
        found = narrow(db, question, TODAY, gazetteer_of(samples)).filters
    assert (found.paper, found.since) == (filters.paper, filters.since)
    assert filters.paper is None or found == filters


def test_a_page_may_stand_right_behind_its_paper(samples: Store) -> None:
    with samples.reading() as db:
        found = narrow(db, "青禾日报第5版柳湾县的文章", TODAY, gazetteer_of(samples))
    assert found.filters == Filters(paper="青禾日报", page="5", region=f"{CITY}/柳湾县")
    assert found.bare
