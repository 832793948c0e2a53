"""Corrections in a store: what follows them, what survives a re-reading, and what is refused."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from store import amending, articles, browse, corrections, index, raw, wording
from store.amending import Amended
from store.answers import ask
from store.archive import take_archive
from store.database import Store
from store.editing import Correction
from store.errors import NotFound, StoreError
from store.intake import take
from store.model import NO_FILTERS, Article, Filters
from store.pages import page_from_bytes
from store.places import gazetteer_of
from store.rebuilding import renew
from store.rereading import pages, reread

BY = "编辑甲"
PAGE = """松照日报

桥修好了 村里人走上平路

□本报记者 秦望舒

松照县石埠村的老木桥在去年夏天被水冲断。村党支部书记万里春带着党员挨家商量，二十天里凑齐了修桥的木料和人手。

新桥在霜降那天通车，长三十六米，能过拖拉机。村里的孩子上学不用再绕七里山路，卖菜的老人也能当天来回。

夜读班办进打谷场

□本报记者 秦望舒

松照县柳塘村把夜读班办进了打谷场，每周三晚上由老党员领着读一个时辰。入冬以来一共开了十四回，来听的人从九个添到六十多个。

读完了还要议一件村里的事，路灯该装在哪里、水渠先修哪一段，都是在打谷场上定下来的。
"""


def everything(store: Store) -> dict[str, Article]:
    return {article.id: article for article in articles.everything(store)}


def the(store: Store, title: str) -> Article:
    return next(one for one in articles.everything(store) if title in one.title)


def put(store: Store, text: str) -> tuple[Article, ...]:
    data = text.encode()
    page, encoding = page_from_bytes(data, "松照日报_2026-02-03_05.txt")
    return take(store, page, data, encoding).articles


def chunks_of(store: Store, number: int) -> int:
    sql = "SELECT count(*) FROM chunks WHERE article = ?"
    return int(store.db.execute(sql, [number]).fetchone()[0])


def sound(store: Store) -> bool:
    return not any(raw.unlike(store, one.number) for one in articles.everything(store))


EDITS: dict[str, Callable[[Store], Amended]] = {
    "title": lambda s: amending.set_title(s, the(s, "桥修好").id, "平路通到村口", BY),
    "column": lambda s: amending.set_column(s, the(s, "桥修好").id, "乡间", BY),
    "authors": lambda s: amending.set_authors(s, the(s, "桥修好").id, ["闻秋", "秦望舒"], BY),
    "regions": lambda s: amending.set_regions(s, the(s, "桥修好").id, ["新疆/昌吉州/奇台县"], BY),
    "kind": lambda s: amending.set_kind(s, the(s, "桥修好").id, "commentary", BY),
    "paper": lambda s: wording.set_place(s, the(s, "桥修好").id, "paper", "松照晚报", BY),
    "date": lambda s: wording.set_place(s, the(s, "桥修好").id, "date", "20260210", BY),
    "page": lambda s: wording.set_place(s, the(s, "桥修好").id, "page", "", BY),
    "date of the page": lambda s: wording.set_place(
        s, the(s, "桥修好").id, "date", "2026-02-10", BY, whole=True
    ),
    "cut": lambda s: wording.cut(s, the(s, "桥修好").id, 2, "村里的孩子", BY),
    "rejoin": lambda s: wording.rejoin(s, the(s, "桥修好").id, 1, None, None, BY),
    "rejoin across": lambda s: wording.rejoin(
        s, the(s, "桥修好").id, 1, the(s, "夜读").id, 2, BY
    ),
    "split inside": lambda s: amending.split(
        s, the(s, "桥修好").id, 2, "新桥通车", BY, "村里的孩子"
    ),
    "split": lambda s: amending.split(s, the(s, "桥修好").id, 2, "新桥通车", BY),
    "join": lambda s: amending.join(s, the(s, "桥修好").id, the(s, "夜读").id, BY),
    "move": lambda s: amending.move(s, the(s, "桥修好").id, 2, the(s, "夜读").id, 1, BY),
    "remove": lambda s: amending.remove(s, the(s, "桥修好").id, None, BY),
    "remove paragraph": lambda s: amending.remove(s, the(s, "桥修好").id, 1, BY),
}


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


LEFT_OUT = "窑工们还把砖钱捐了一半出来。"


def with_words_left_out(store: Store) -> Article:
    """The bridge's article without its last sentence, as if the reader had dropped it."""
    put(store, PAGE.replace("也能当天来回。\n", f"也能当天来回。\n\n{LEFT_OUT}\n"))
    article = the(store, "桥修好")
    assert article.paragraphs[2] == LEFT_OUT
    with store.writing() as db:
        db.execute(
            "UPDATE articles SET paragraphs = json_remove(paragraphs, '$[2]'),"
            " spans = json_remove(spans, '$[2]') WHERE id = ?",
            [article.id],
        )
    return article


def test_words_the_reader_left_out_are_brought_back(store: Store) -> None:
    article = with_words_left_out(store)
    amending.add(store, article.id, LEFT_OUT, 1, BY)
    assert everything(store)[article.id].paragraphs[0] == LEFT_OUT
    assert sound(store)
    with pytest.raises(StoreError, match="已经在文章里"):
        amending.add(store, article.id, LEFT_OUT, None, BY)
    amending.undo(store, None, BY)
    assert len(everything(store)[article.id].paragraphs) == 2


def test_words_a_better_reading_has_itself_are_not_brought_back_twice(store: Store) -> None:
    article = with_words_left_out(store)
    amending.add(store, article.id, LEFT_OUT, None, BY)
    for number in pages(store):
        reread(store, number)
    assert everything(store)[article.id].paragraphs == article.paragraphs
    assert not corrections.misfits(store.db)


def test_words_that_are_not_on_the_page_are_never_added(store: Store) -> None:
    article = with_words_left_out(store)
    for words in ("版面上没有的一句话。", "", " "):
        with pytest.raises(StoreError, match="版面上没有"):
            amending.add(store, article.id, words, None, BY)


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


def test_the_index_can_be_rebuilt_after_corrections(store: Store) -> None:
    put(store, PAGE)
    EDITS["split"](store)
    with store.writing() as db:
        index.rebuild(db, articles.everything(store))
    assert ask(store, "新桥长多少米").candidates[0].article.title == "新桥通车"
