"""The index: what goes in is found, what goes out is not, whatever was merged on the way."""

import random

import pytest

from store import index
from store.buckets import FREQUENT
from store.database import Store
from store.model import Article
from store.segments import ids_of, look_up, segments
from store.terms import pairs

SYLLABLES = "清河修渠柳镇春耕老王小满桥路灯学堂书记麦田雨雪"


def article(number: int, text: str) -> Article:
    return Article(id=f"a{number}", number=number, title="", kind="news", paragraphs=(text,))


def texts(count: int, seed: int = 1) -> list[str]:
    rng = random.Random(seed)
    return ["".join(rng.choices(SYLLABLES, k=12)) for _ in range(count)]


def filled(store: Store, said: list[str], batch: int) -> None:
    for start in range(0, len(said), batch):
        with store.writing() as db:
            index.add(
                db, [article(start + i, text) for i, text in enumerate(said[start : start + batch])]
            )


def holding(store: Store, term: str) -> set[int]:
    """The articles that the index says hold a term."""
    found = look_up(store.db, [term])[term]
    numbers = [one.segment.first + i for one in found for i in ids_of(store.db, term, one)]
    return {number for number, _ in index.places(store.db, numbers).values()}


@pytest.mark.parametrize("batch", [7, 100, 5000])
def test_every_term_leads_to_every_text_that_holds_it(store: Store, batch: int) -> None:
    said = texts(600)
    filled(store, said, batch)
    for term in ("修渠", "小满", *list(pairs(said[0]))[:4]):
        assert holding(store, term) == {i for i, text in enumerate(said) if term in pairs(text)}


def test_a_term_of_most_texts_is_found_too(store: Store) -> None:
    said = ["清河" + text for text in texts(FREQUENT + 50)]
    filled(store, said, 5000)
    assert holding(store, "清河") == set(range(len(said)))


def test_many_small_additions_leave_few_segments(store: Store) -> None:
    filled(store, texts(400), 4)
    assert len(segments(store.db)) < 8


def test_removed_articles_are_not_found_again_even_after_merging(store: Store) -> None:
    said = texts(200)
    filled(store, said, 20)
    with store.writing() as db:
        index.remove(db, range(0, 200, 2))
        index.add(db, [article(1000 + i, text) for i, text in enumerate(texts(900, seed=2))])
    filled(store, [], 1)
    expected = {i for i in range(1, 200, 2) if "修渠" in pairs(said[i])}
    assert {number for number in holding(store, "修渠") if number < 200} == expected


def test_an_abandoned_transaction_leaves_the_index_as_it_was(store: Store) -> None:
    filled(store, texts(50), 50)
    before = holding(store, "修渠")
    with pytest.raises(RuntimeError), store.writing() as db:
        index.add(db, [article(99, "修渠修渠")])
        raise RuntimeError
    assert holding(store, "修渠") == before


def test_rebuilding_gives_the_same_index(store: Store) -> None:
    said = texts(120)
    filled(store, said, 9)
    before = holding(store, "柳镇")
    with store.writing() as db:
        index.rebuild(db, (article(i, text) for i, text in enumerate(said)))
    assert holding(store, "柳镇") == before


def test_the_terms_read_stay_within_the_budget() -> None:
    counts = {"甲乙": index.BUDGET + 1, "丙丁": 3, "戊己": index.BUDGET - 10, "庚辛": 0}
    assert index.affordable(counts, dict.fromkeys(counts, 1.0)) == ["丙丁", "戊己"]


def test_the_rarest_term_is_read_whatever_it_costs() -> None:
    assert index.affordable({"甲乙": index.BUDGET * 9}, {"甲乙": 1.0}) == ["甲乙"]
