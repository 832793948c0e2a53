"""Candidates: the best within the filters, however far down the list they stand."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import articles, index
from store.database import Store
from store.gathering import Held, gathered
from store.model import NO_FILTERS, Article, Filters
from store.terms import pairs

TOWN, OTHER = "云中省/青禾市/桐岗县", "云中省/白水市"
COUNT = 300


@pytest.fixture
def filled(store: Store) -> Store:
    """Every tenth article is about the town; every third is in a column; dates differ."""
    with store.writing() as db:
        db.conn.executemany(
            "INSERT INTO issues (number, paper, date) VALUES (?, '青禾日报', ?)",
            [(1, "2026-03-01"), (2, "2026-03-08")],
        )
        made = [
            Article(id=f"a{i}", number=i, title="修渠", kind="news", paragraphs=(f"第{i}组",),
                    column="短讯" if i % 3 == 0 else None,
                    regions=(f"{TOWN}/柳镇" if i % 10 == 0 else OTHER,))
            for i in range(1, COUNT + 1)
        ]
        for article in made:
            articles.insert(db, article, issue=1 + article.number % 2, page=None,
                            position=article.number, sha256=b"")
        index.add(db, made)
    return store


def numbers(held: list[Held]) -> list[int]:
    return [number for number, _ in held]


@pytest.mark.parametrize(
    ("filters", "fits"),
    [
        (Filters(region=TOWN), lambda i: i % 10 == 0),
        (Filters(column="短讯"), lambda i: i % 3 == 0),
        (Filters(region=TOWN, since="2026-03-08"), lambda i: i % 10 == 0 and i % 2 == 1),
        (Filters(region="云中省", column="短讯", paper="青禾日报"), lambda i: i % 3 == 0),
        (Filters(region="云中省/青禾"), lambda i: False),
    ],
)
def test_filters_let_through_what_fits_and_the_best_comes_first(
    filled: Store, filters: Filters, fits: Callable[[int], bool]
) -> None:
    stream = range(COUNT)  # chunk numbers, which are one less than the articles' here
    kept, liked = gathered(filled.db, stream, filters, NO_FILTERS, 24)
    assert numbers(kept) == [i for i in range(1, COUNT + 1) if fits(i)][:24]
    assert liked == []
    assert articles.any_fits(filled.db, filters) == bool(kept)


def test_what_is_preferred_is_looked_for_beyond_the_best(filled: Store) -> None:
    kept, liked = gathered(filled.db, range(COUNT), NO_FILTERS, Filters(region=TOWN), 24)
    assert numbers(kept) == list(range(1, 25))
    assert numbers(liked) == list(range(10, 130, 10))


def test_no_more_is_read_than_needed(filled: Store) -> None:
    stream = iter(range(COUNT))
    gathered(filled.db, stream, NO_FILTERS, NO_FILTERS, 24)
    assert next(stream) == 24


@given(st.integers(0, 10_000), st.integers(1, 300))
def test_the_best_are_those_of_a_count_of_everything(seed: int, depth: int) -> None:
    rng = random.Random(seed)
    scores = {rng.randrange(5000): rng.choice([0.5, 1.0, 2.5]) for _ in range(400)}
    expected = sorted(scores, key=lambda number: (-scores[number], -number))[:depth]
    assert index.greatest(scores, depth) == expected


def test_reading_common_terms_in_part_changes_no_candidate(store: Store) -> None:
    rng = random.Random(4)
    made = [
        Article(id=f"a{i}", number=i, title="", kind="news",
                paragraphs=("".join(rng.choices("清河修渠柳镇春耕", weights=range(1, 9), k=14)),))
        for i in range(1500)
    ]
    with store.writing() as db:
        index.add(db, made)
    for typed in ("修渠清河柳镇", "春耕镇春柳镇耕耕", "清河春耕耕春"):
        wanted = set(pairs(typed))
        values = {term: rng.uniform(0.5, 3) for term in wanted}
        seen = index.survey(store.db, values)
        read = index.affordable(seen.counts, values)
        sums = {
            i: sum(values[term] for term in read if term in made[i].paragraphs[0])
            for i in range(1500)
        }
        expected = sorted(sums, key=lambda i: (-round(sums[i], 9), -i))[:24]
        assert index.best(store.db, seen, values, 24) == expected
