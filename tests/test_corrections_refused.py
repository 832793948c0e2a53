"""Corrections that cannot be made, and articles that cannot be told by their id."""

from collections.abc import Callable

import pytest

from store import amending, corrections
from store.amending import Amended
from store.archive import take_archive
from store.database import Store
from store.errors import NotFound, StoreError
from tests.corrected import BY, PAGE, everything, put, the

REFUSED: dict[str, Callable[[Store, str, str], Amended]] = {
    "a title of spaces": lambda s, a, b: amending.set_title(s, a, "  ", BY),
    "an unknown kind": lambda s, a, b: amending.set_kind(s, a, "poem", BY),
    "an unknown region": lambda s, a, b: amending.set_regions(s, a, ["没有这个县"], BY),
    "a name of many regions": lambda s, a, b: amending.set_regions(s, a, ["鼓楼区"], BY),
    "a paragraph past the end": lambda s, a, b: amending.split(s, a, 9, None, BY),
    "a split at the first paragraph": lambda s, a, b: amending.split(s, a, 1, None, BY),
    "paragraph nought": lambda s, a, b: amending.remove(s, a, 0, BY),
    "a join with itself": lambda s, a, b: amending.join(s, a, a, BY),
    "a place past the end": lambda s, a, b: amending.move(s, a, 1, b, 7, BY),
    "an article no one knows": lambda s, a, b: amending.remove(s, "zzz", None, BY),
    "no article": lambda s, a, b: amending.remove(s, "", None, BY),
    "restoring what was never removed": lambda s, a, b: amending.restore(s, a, BY),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_done_is_refused_and_nothing_is_written(store: Store, name: str) -> None:
    put(store, PAGE)
    before = everything(store)
    with pytest.raises(StoreError) as refused:
        REFUSED[name](store, the(store, "桥修好").id, the(store, "夜读").id)
    assert str(refused.value).endswith("。")
    assert everything(store) == before
    assert not corrections.log(store)
    assert not corrections.unedited(store.db, "page 1")


def test_articles_of_two_pages_are_not_joined(samples: Store) -> None:
    first, second = the(samples, "夜里巡山"), the(samples, "一条河")
    with pytest.raises(StoreError, match="同一个版面"):
        amending.join(samples, first.id, second.id, BY)


def test_an_article_of_headings_alone_can_be_joined(store: Store) -> None:
    first, second = put(store, PAGE)
    with store.writing() as db:
        db.execute("UPDATE articles SET paragraphs = '[]', spans = '[]' WHERE id = ?", [second.id])
    amending.join(store, first.id, second.id, BY)
    assert list(everything(store)) == [first.id]


def test_a_prefix_must_mean_one_article(store: Store) -> None:
    rows = [f'{{"id": "ab{n}", "title": "题{n}", "paragraphs": ["一段。"]}}' for n in "12"]
    path = store.path.with_name("two.jsonl")
    path.write_text("\n".join(rows), "utf-8")
    take_archive(store, path)
    with pytest.raises(NotFound, match="2 篇"):
        amending.set_title(store, "ab", "新", BY)
    assert amending.set_title(store, "ab1", "新", BY).articles[0].title == "新"


@pytest.mark.parametrize("end", ["1", "终", "ａ", "𠀀", "\uffee"])
def test_a_prefix_finds_an_id_whatever_follows_it(store: Store, end: str) -> None:
    path = store.path.with_name("one.jsonl")
    path.write_text(f'{{"id": "报-{end}", "title": "题", "paragraphs": ["一段。"]}}', "utf-8")
    take_archive(store, path)
    assert amending.set_title(store, "报-", "新", BY).articles[0].title == "新"
