"""Corrections in a store: what follows them, what survives a re-reading."""

import sqlite3

import pytest

from store import amending, articles, browse, corrections, index
from store.answers import ask
from store.archive import take_archive
from store.database import Store
from store.editing import Correction
from store.errors import NotFound
from store.model import NO_FILTERS, Filters
from store.rereading import pages, reread
from tests.corrected import BY, EDITS, PAGE, chunks_of, everything, put, sound, the


@pytest.mark.parametrize("name", EDITS)
def test_every_correction_survives_a_re_reading_and_can_be_undone(store: Store, name: str) -> None:
    put(store, PAGE)
    before = everything(store)
    assert len(before) == 2
    EDITS[name](store)
    corrected = everything(store)
    assert corrected != before
    assert sound(store)
    assert [reread(store, number).state for number in pages(store)] == ["unchanged"]
    assert everything(store) == corrected
    amending.undo(store, None, BY)
    assert everything(store) == before


@pytest.mark.parametrize("name", EDITS)
def test_every_correction_survives_a_changed_page(store: Store, name: str) -> None:
    put(store, PAGE)
    EDITS[name](store)
    corrected = everything(store)
    put(store, PAGE.replace("三十六米", "三十八米"))
    after = everything(store)
    assert after.keys() == corrected.keys()
    for id_, article in after.items():
        assert article.title == corrected[id_].title
        assert article.regions == corrected[id_].regions
        assert len(article.paragraphs) == len(corrected[id_].paragraphs)
    assert not corrections.misfits(store.db)
    assert sound(store)


def test_a_correction_that_no_longer_fits_is_kept_and_told(store: Store) -> None:
    put(store, PAGE)
    amending.remove(store, the(store, "桥修好").id, 2, BY)
    gone = PAGE.replace(
        PAGE.split("\n\n")[4], "霜降以后县里又派人来量了两回水位，说明年要加固桥墩。"
    )
    put(store, gone)
    ((_, correction, reason),) = corrections.misfits(store.db)
    assert correction.operation == "remove"
    assert "找不到" in reason
    put(store, PAGE)
    assert not corrections.misfits(store.db)
    assert len(the(store, "桥修好").paragraphs) == 1


def test_index_facets_issue_and_answers_follow_a_correction(store: Store) -> None:
    put(store, PAGE)
    amending.set_column(store, the(store, "夜读").id, "场上灯火", BY)
    assert [facet.name for facet in browse.facets(store, "column")] == ["场上灯火"]
    assert articles.listing(store, Filters(column="场上灯火")).total == 1
    second = EDITS["split"](store).articles[1]
    assert chunks_of(store, second.number)
    assert ask(store, "新桥长多少米").candidates[0].article.id == second.id
    amending.remove(store, second.id, None, BY)
    assert not chunks_of(store, second.number)
    assert articles.listing(store, NO_FILTERS).total == 2


def test_only_the_articles_that_changed_are_written_again(store: Store) -> None:
    put(store, PAGE)
    other = the(store, "夜读")
    chunks = "SELECT number FROM chunks WHERE article = ? ORDER BY 1"
    before = store.db.execute(chunks, [other.number]).fetchall()
    EDITS["title"](store)
    assert store.db.execute(chunks, [other.number]).fetchall() == before


def test_summary_and_regions_are_told_anew_after_a_correction(samples: Store) -> None:
    id_ = the(samples, "夜里巡山").id
    amending.set_title(samples, id_, "白石滩镇夜里巡山忙", BY)
    assert "云中省/青禾市/桐岗县/白石滩镇" in everything(samples)[id_].regions
    before = everything(samples)[id_].summary
    amending.set_regions(samples, id_, ["云中省/青禾市/柳湾县"], BY)
    amending.remove(samples, id_, 1, BY)
    after = everything(samples)[id_]
    assert after.regions == ("云中省/青禾市/柳湾县",)
    assert after.summary != before


def test_a_removed_article_comes_back_under_its_number(store: Store) -> None:
    put(store, PAGE)
    article = the(store, "夜读")
    amending.remove(store, article.id, None, BY)
    assert article.id not in everything(store)
    amending.restore(store, article.id[:6], BY)
    assert everything(store)[article.id] == article


def test_what_is_read_meanwhile_gets_another_number(store: Store) -> None:
    put(store, PAGE)
    article = the(store, "夜读")
    amending.remove(store, article.id, None, BY)
    other = store.path.with_name("moved.jsonl")
    other.write_text('{"title": "另一篇", "paragraphs": ["从别处移来的一段话。"]}', "utf-8")
    take_archive(store, other)
    amending.restore(store, article.id, BY)
    assert everything(store)[article.id] == article
    assert the(store, "另一篇").number != article.number


def test_restore_brings_back_the_last_removed_paragraph(store: Store) -> None:
    put(store, PAGE)
    article = the(store, "桥修好")
    amending.remove(store, article.id, 1, BY)
    amending.restore(store, article.id, BY)
    assert everything(store)[article.id] == article
    with pytest.raises(NotFound):
        amending.restore(store, article.id, BY)


def test_undo_takes_back_the_last_correction_of_that_article(store: Store) -> None:
    put(store, PAGE)
    bridge, reading = the(store, "桥修好"), the(store, "夜读")
    amending.set_title(store, bridge.id, "甲题", BY)
    amending.set_title(store, reading.id, "乙题", BY)
    amending.undo(store, bridge.id, BY)
    assert everything(store)[bridge.id].title == bridge.title
    assert everything(store)[reading.id].title == "乙题"
    amending.undo(store, None, BY)
    with pytest.raises(NotFound):
        amending.undo(store, None, BY)


def test_undoing_a_split_tells_what_stood_on_it(store: Store) -> None:
    put(store, PAGE)
    split = EDITS["split"](store)
    amending.set_title(store, str(split.correction.detail["id"]), "改过的题", BY)
    undone = None
    for _ in range(2):
        undone = amending.undo(store, split.correction.article, BY)
        if undone.correction.undoes == split.correction.number:
            break
    assert undone is not None
    assert [row.operation for row, _ in undone.unfit] == ["title"]


def test_a_correction_is_undone_by_its_number(store: Store) -> None:
    put(store, PAGE)
    EDITS["column"](store)
    EDITS["title"](store)
    first = corrections.log(store)[-1][0]
    amending.undo(store, None, BY, first.number)
    assert the(store, "平路通到村口").column is None
    with pytest.raises(NotFound):
        amending.undo(store, None, BY, first.number)


def test_the_articles_whose_regions_an_editor_set_are_known(store: Store) -> None:
    put(store, PAGE)
    row = EDITS["regions"](store).correction
    assert corrections.by_hand(store.db, "regions") == {row.article}
    amending.undo(store, None, BY)
    assert corrections.by_hand(store.db, "regions") == set()


def test_the_log_says_who_and_when_and_what_was_taken_back(store: Store) -> None:
    put(store, PAGE)
    EDITS["title"](store)
    amending.undo(store, None, "编辑乙")
    (undo, _), (title, undone) = corrections.log(store)
    assert isinstance(undo, Correction)
    assert (undo.author, undo.undoes, title.author, undone) == ("编辑乙", title.number, BY, True)
    assert title.at.startswith("20")
    assert title.at.endswith("+00:00")


@pytest.mark.parametrize("change", ["UPDATE corrections SET author = 'x'", "DELETE FROM reviews"])
def test_rows_of_record_can_only_be_added(store: Store, change: str) -> None:
    put(store, PAGE)
    EDITS["title"](store)
    store.db.execute("INSERT INTO reviews VALUES (NULL, 'i', 'a', 1, 'x', 'now')")
    with pytest.raises(sqlite3.IntegrityError):
        store.db.execute(change)


def test_the_index_can_be_rebuilt_after_corrections(store: Store) -> None:
    put(store, PAGE)
    EDITS["split"](store)
    with store.writing() as db:
        index.rebuild(db, articles.everything(store))
    assert ask(store, "新桥长多少米").candidates[0].article.title == "新桥通车"
