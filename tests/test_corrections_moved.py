"""Corrections of what was moved in and has no page."""

from pathlib import Path

import pytest

from store import amending
from store.archive import take_archive
from store.database import Store
from store.places import gazetteer_of
from store.rebuilding import renew
from tests.corrected import BY, everything, the


@pytest.fixture
def moved(store: Store) -> Path:
    """A file of one article from another archive, read into the store."""
    path = store.path.with_name("archive.jsonl")
    path.write_text(
        '{"id": "m1", "title": "旧闻一则", "regions": ["云中省/青禾市"], "paragraphs":'
        ' ["渡口的老船工把船交给了合作社。", "合作社给船装上了救生圈。"]}',
        "utf-8",
    )
    take_archive(store, path)
    return path


def test_an_article_without_a_page_is_corrected_too(store: Store, moved: Path) -> None:
    before = everything(store)
    split = amending.split(store, "m1", 2, "船上有了救生圈", BY)
    assert [article.title for article in split.articles] == ["旧闻一则", "船上有了救生圈"]
    assert [article.regions for article in split.articles] == [("云中省/青禾市",)] * 2
    amending.set_title(store, split.articles[1].id, "救生圈", BY)
    assert the(store, "救生圈").paragraphs == ("合作社给船装上了救生圈。",)
    amending.undo(store, None, BY)
    amending.undo(store, None, BY)
    assert everything(store) == before


def test_moving_the_same_archive_in_again_keeps_the_correction(store: Store, moved: Path) -> None:
    amending.set_title(store, "m1", "新题", BY)
    assert take_archive(store, moved).unchanged == 1
    assert everything(store)["m1"].title == "新题"


def test_words_moved_in_anew_are_what_later_corrections_build_on(store: Store, moved: Path) -> None:
    amending.set_title(store, "m1", "新题", BY)
    moved.write_text(moved.read_text("utf-8").replace("救生圈", "雾灯"), "utf-8")
    take_archive(store, moved)
    amending.set_column(store, "m1", "河上", BY)
    article = everything(store)["m1"]
    assert (article.title, article.column) == ("新题", "河上")
    assert "雾灯" in article.paragraphs[1]


def test_corrections_are_made_again_on_what_was_moved_in_anew(store: Store, moved: Path) -> None:
    amending.set_title(store, "m1", "新题", BY)
    amending.remove(store, "m1", 1, BY)
    moved.write_text(moved.read_text("utf-8").replace("救生圈", "雾灯"), "utf-8")
    take_archive(store, moved)
    with store.writing() as db:
        renew(db, ["m1", "m2"], gazetteer_of(store))
    article = everything(store)["m1"]
    assert (article.title, article.paragraphs) == ("新题", ("合作社给船装上了雾灯。",))
