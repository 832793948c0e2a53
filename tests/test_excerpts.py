"""Excerpts: a text that quotes others is kept as places and comes back to the letter."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import articles
from store.archive import take_archive
from store.database import Store
from store.excerpts import ranges, restored
from store.model import Article

TEXTS = ("柳镇修好了东渠。全镇三千亩麦田浇上了水。", "镇里说，明年再修西渠。")


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("全镇三千亩麦田浇上了水。", [(0, 8, 20)]),
        ("柳镇修好了东渠。镇里说，明年再修西渠。", [(0, 0, 8), (1, 0, 11)]),
        (TEXTS[0], [(0, 0, 20)]),
        ("", []),
    ],
)
def test_a_summary_of_the_papers_own_words_is_kept_as_places(
    said: str, places: list[tuple[int, int, int]]
) -> None:
    assert ranges(said, TEXTS) == places
    assert restored(places, TEXTS) == said


@pytest.mark.parametrize("said", ["编者的话。", "柳镇修好了东渠！", "柳镇修好了东渠。编者的话。"])
def test_words_that_stand_nowhere_have_no_places(said: str) -> None:
    assert ranges(said, TEXTS) == []


@given(st.lists(st.text("渠水田。", max_size=30)), st.text("渠水田。路", max_size=40))
def test_places_never_say_anything_else(texts: list[str], said: str) -> None:
    places = ranges(said, texts)
    assert not places or restored(places, texts) == said


def test_places_in_texts_that_are_gone_say_nothing() -> None:
    assert restored([(0, 0, 8), (1, 0, 11)], TEXTS[:1]) == "柳镇修好了东渠。"


@pytest.mark.parametrize("summary", ["全镇三千亩麦田浇上了水。", "编者的话。", ""])
def test_a_summary_comes_out_of_the_store_as_it_went_in(store: Store, summary: str) -> None:
    made = Article(
        id="a", number=0, title="修渠", kind="news", paragraphs=TEXTS, summary=summary
    )
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        number = articles.insert(db, made, issue=1, page=None, position=0, sha256=b"")
    assert articles.get(store, number).summary == summary


def test_an_archive_takes_less_than_three_times_its_text(store: Store, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    said = [f"第{n}组在柳镇东渠{n * 7}号闸清淤{n % 31}天，浇地{n}亩。" * 9 for n in range(1500)]
    row = '{{"title": "清淤", "paragraphs": ["{}"]}}\n'
    rows.write_text("".join(map(row.format, said)), "utf-8")
    empty = store.path.stat().st_size
    take_archive(store, rows)
    store.shrink()
    store.db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert store.path.stat().st_size - empty < 3 * sum(len(text.encode()) for text in said)
