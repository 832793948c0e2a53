"""Lists of articles are in the order of the paper, whichever way it is come by."""

from __future__ import annotations

import random
from typing import cast

import pytest

from store import articles, newest
from store.database import Store
from store.model import NO_FILTERS, Article, Filters, Kind
from store.shelving import put_issue

COUNTY = "云中省/青禾市/柳湾县"
REGIONS = ["云中省", "云中省/青禾市", COUNTY, "云中省/青禾市/柳湾县新区", "北原省/石城市"]
FILTERS = [
    NO_FILTERS,
    Filters(column="田头"),
    Filters(kind="study"),
    Filters(paper="青禾日报"),
    Filters(since="2026-03-02", until="2026-03-05"),
    Filters(issue=3),
    Filters(author="谷雨"),
    Filters(region="云中省"),
    Filters(region=COUNTY, kind="news"),
    Filters(region="云中省", author="岳明", paper="柳湾报", column="田头"),
    Filters(column="没有这个栏目"),
]
Row = tuple[Article, int, str | None, int]
"""An article, its issue, its page's label and its position."""


def rows(db_issues: dict[tuple[str | None, str | None], int]) -> list[Row]:
    dice = random.Random(20)
    made = []
    for number in range(1, 241):
        paper, date = dice.choice(list(db_issues))
        label = dice.choice(["1", "2", "10", "A2", None])
        article = Article(
            id=f"a{number}",
            number=number,
            title=f"第{number}篇",
            kind=cast(Kind, dice.choice(["news", "feature", "study"])),
            paragraphs=("渠水进村。",),
            column=dice.choice(["田头", "学习角", None]),
            authors=tuple(dice.sample(["谷雨", "岳明", "田野"], dice.randrange(3))),
            regions=tuple(dice.sample(REGIONS, dice.randrange(4))),
            paper=paper,
            date=date,
            page=label,
        )
        made.append((article, db_issues[paper, date], label, dice.randrange(3)))
    return made


@pytest.fixture
def printed(store: Store) -> list[Row]:
    """Articles of several papers, written in any order, with ties and unknown dates."""
    with store.writing() as db:
        names = [(p, d) for p in ("青禾日报", "柳湾报", None) for d in (*days(), None)]
        made = rows({name: put_issue(db, *name) for name in names})
        for article, issue, _, position in random.Random(3).sample(made, len(made)):
            articles.insert(
                db, article, issue=issue, page=None, position=position, sha256=article.id.encode()
            )
    return made


def days() -> list[str]:
    return [f"2026-03-0{day}" for day in range(1, 8)]


def expected(made: list[Row], filters: Filters) -> list[int]:
    """The numbers of the articles that fit, sorted as a whole."""
    fitting = [row for row in made if fits(row, filters)]
    fitting.sort(key=lambda row: (row[2] is not None, len(row[2] or ""), row[2] or "", row[3]))
    fitting.sort(key=lambda row: (row[0].date or "", row[1]), reverse=True)
    return [row[0].number for row in fitting]


def fits(row: Row, filters: Filters) -> bool:
    one, issue = row[0], row[1]
    within = filters.region
    return all(
        (
            filters.issue in (None, issue),
            filters.column in (None, one.column),
            filters.kind in (None, one.kind),
            filters.paper in (None, one.paper),
            filters.since is None or (one.date or "") >= filters.since,
            filters.until is None or (one.date or "~") <= filters.until,
            filters.author is None or filters.author in one.authors,
            within is None or any(f"{path}/".startswith(f"{within}/") for path in one.regions),
        )
    )


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_walking_and_sorting_give_the_order_of_the_paper(
    store: Store, printed: list[Row], filters: Filters
) -> None:
    right = expected(printed, filters)
    for walk in (False, True):
        where, values = articles.condition(filters, alone=walk)
        with store.reading() as db:
            screens = [
                newest.numbers(db, where, values, offset, 7, walk=walk)
                for offset in range(0, len(right) + 7, 7)
            ]
        assert [number for screen in screens for number in screen] == right


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_a_listing_counts_what_fits_and_gives_the_screen_that_holds_the_offset(
    store: Store, printed: list[Row], filters: Filters
) -> None:
    right = expected(printed, filters)
    for offset in (0, 8, 13, 500):
        got = articles.listing(store, filters, offset=offset)
        start = min(offset, max(0, len(right) - 1)) // 8 * 8
        assert (got.total, got.offset) == (len(right), start)
        assert [one.number for one in got.articles] == right[start : start + 8]


def test_a_count_is_made_again_when_the_archive_has_changed(
    store: Store, printed: list[Row]
) -> None:
    before = articles.listing(store, Filters(region=COUNTY)).total
    found = articles.listing(store, Filters(region=COUNTY)).articles[0].number
    with store.writing() as db:
        articles.place(db, found, [])
    assert articles.listing(store, Filters(region=COUNTY)).total == before - 1
    with store.writing() as db:
        articles.delete(db, [number for number in range(1, 241) if number != found])
    assert articles.listing(store, NO_FILTERS).total == 1


def test_totals_kept_do_not_pile_up(store: Store) -> None:
    for number in range(3 * newest.KEPT):
        newest.keep_total(store, 1, Filters(issue=number), number)
    assert newest.known_total(store, 1, Filters(issue=3 * newest.KEPT - 1)) is not None
    assert newest.known_total(store, 1, Filters(issue=0)) is None
    assert newest.known_total(store, 2, Filters(issue=3 * newest.KEPT - 1)) is None


@pytest.mark.parametrize(
    ("total", "held", "offset", "walk"),
    [
        (1_000_000, 1_000_000, 0, True),
        (1_000_000, 1_000_000, 900_000, True),
        (20_000, 1_000_000, 0, True),
        (20_000, 1_000_000, 19_000, False),
        (300, 1_000_000, 0, False),
        (300, 300, 0, False),
    ],
)
def test_what_is_walked_is_cheaper_than_sorted(
    total: int, held: int, offset: int, walk: bool
) -> None:
    assert newest.walked(total, held, offset, 8) is walk


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_walking_sorts_nothing(store: Store, filters: Filters) -> None:
    where, values = articles.condition(filters, alone=True)
    said: list[str] = []
    with store.reading() as db:
        db.conn.set_trace_callback(said.append)
        newest.numbers(db, where, values, 0, 8, walk=True)
        db.conn.set_trace_callback(None)
        plan = db.execute(f"EXPLAIN QUERY PLAN {said[-1]}").fetchall()
    assert not [row for row in plan if "TEMP B-TREE" in row[3]]
