"""The review queue: what is in it, in which order, and how things leave it."""

import json
from collections.abc import Sequence

import pytest

from store import amending, articles, review
from store.database import Store
from store.errors import NotFound
from store.intake import take
from store.model import Article
from store.pages import page_from_bytes
from store.rereading import pages, reread

BY = "编辑甲"


def the(store: Store, title: str) -> Article:
    return next(one for one in articles.everything(store) if title in one.title)


def doubt(store: Store, title: str, repairs: Sequence[tuple[str, int, float]]) -> Article:
    """Give an article repairs of some kind, at a character of its second paragraph's place."""
    article = the(store, title)
    sql = "SELECT spans FROM articles WHERE number = ?"
    start = json.loads(store.db.execute(sql, [article.number]).fetchone()[0])[1][0][0]
    rows = [[kind, [start + at, start + at], sure, ""] for kind, at, sure in repairs]
    with store.writing() as db:
        db.execute(
            "UPDATE articles SET repairs = ?, flags = '[]' WHERE number = ?",
            [json.dumps(rows), article.number],
        )
    return article


def quiet(store: Store) -> None:
    with store.writing() as db:
        db.execute("UPDATE articles SET repairs = '[]', flags = '[]'")


def test_the_least_sure_comes_first_and_the_sure_not_at_all(samples: Store) -> None:
    quiet(samples)
    doubt(samples, "夜里巡山", [("rejoined", 5, 0.7), ("moved", 9, 0.97), ("loop", 9, 0.92)])
    doubt(samples, "小磨坊", [("moved", 3, 0.2)])
    found = review.queue(samples)
    assert [(item.what, item.confidence) for item in found] == [("moved", 0.2), ("rejoined", 0.7)]
    assert review.queue(samples, 1) == found[:1]


def test_the_riskiest_of_the_sure_joins_of_a_page_come_last(samples: Store) -> None:
    quiet(samples)
    sure = [("moved", at, 0.91 + at / 100) for at in range(5)]
    article = doubt(samples, "夜里巡山", [*sure, ("gap", 9, 0.8)])
    found = review.queue(samples)
    assert [item.confidence for item in found] == [0.8, 0.91, 0.92, 0.93]
    assert {item.article for item in found} == {article.id}
    assert review.queue(samples, 2) == found[:2]
    assert review.mark(samples, found[1].id, BY) == 1
    assert [item.confidence for item in review.queue(samples)] == [0.8, 0.92, 0.93]
    assert review.mark(samples, article.id, BY) == 3
    assert review.queue(samples) == ()


def test_an_item_says_where_and_shows_the_page_beside_the_text(samples: Store) -> None:
    quiet(samples)
    article = doubt(samples, "夜里巡山", [("foreign", 12, 0.4)])
    (item,) = review.queue(samples)
    assert (item.sort, item.article, item.number) == ("repair", article.id, article.number)
    assert (item.paragraph, item.source_file) == (2, article.source_file)
    assert item.text in article.paragraphs[1]
    assert any(article.paragraphs[1][:20] in line for line in item.lines)


def test_both_sides_of_a_joint_are_shown(store: Store) -> None:
    text = """枫桥日报

渠水进了高坡田

本报讯 枫桥县把水渠修到了高坡上，春灌第一次不用挑水。修渠时正赶上倒春寒，党员们白天砌石头，夜里守

着水泥怕冻坏，前后干了四十一天才通水。
"""
    data = text.encode()
    page, encoding = page_from_bytes(data, "枫桥日报_2026-02-03_05.txt")
    (article,) = take(store, page, data, encoding).articles
    assert len(article.paragraphs) == 1
    with store.writing() as db:
        ((repairs,),) = db.execute("SELECT repairs FROM articles").fetchall()
        unsure = [[kind, span, 0.2, note] for kind, span, _, note in json.loads(repairs)]
        db.execute("UPDATE articles SET repairs = ?", [json.dumps(unsure)])
    (item,) = [item for item in review.queue(store) if item.what in ("rejoined", "moved")]
    assert item.lines[1] == "……"
    assert "夜里守着水泥" in item.text


def test_a_flag_is_listed_unless_a_repair_says_the_same(samples: Store) -> None:
    quiet(samples)
    with samples.writing() as db:
        db.execute("UPDATE articles SET flags = '[\"damaged\"]' WHERE title LIKE '夜里%'")
    (item,) = review.queue(samples)
    assert (item.sort, item.what, item.confidence) == ("flag", "damaged", 0.5)
    with samples.writing() as db:
        db.execute(
            "UPDATE articles SET repairs = '[[\"gap\",[1,1],0.8,\"\"]]' WHERE title LIKE '夜里%'"
        )
    assert [item.what for item in review.queue(samples)] == ["gap"]


def test_the_derived_title_of_a_brief_is_no_doubt(samples: Store) -> None:
    briefs = {one.id for one in articles.everything(samples) if one.kind == "brief"}
    assert briefs
    assert not briefs & {item.article for item in review.queue(samples, 100)}
    rows = '[["title_derived",[422,422],0.5,""],["place",[430,432],0.3,""]]'
    with samples.writing() as db:
        db.execute("UPDATE articles SET repairs = ? WHERE kind = 'brief'", [rows])
    found = [item.what for item in review.queue(samples, 100) if item.article in briefs]
    assert found == ["place"] * len(briefs)


def test_a_title_set_by_hand_leaves_the_queue(samples: Store) -> None:
    quiet(samples)
    article = doubt(samples, "夜里巡山", [("title_derived", 0, 0.5)])
    assert review.queue(samples)
    amending.set_title(samples, article.id, "新的题目", BY)
    assert article.id not in {item.article for item in review.queue(samples, 100)}


def test_a_correction_that_no_longer_fits_stands_on_top(store: Store) -> None:
    head = "白塔日报\n\n泉水引到了村口\n\n本报讯 "
    first = "白塔县龙尾村的老泉眼清了淤，水重新流了出来，够三十户人家用。"
    second = "村里的党员轮流看水，谁家先用谁家后用，写在一块石板上。"
    other = "入秋以后，镇上的电影队又来放了两场老片子，晒谷场上坐满了人。"
    for text in (second, other):
        data = f"{head}{first}\n\n{text}\n".encode()
        page, encoding = page_from_bytes(data, "白塔日报_2026-02-03_05.txt")
        (article,) = take(store, page, data, encoding).articles
        if text == second:
            amending.remove(store, article.id, 2, BY)
    top = review.queue(store)[0]
    assert (top.sort, top.what, top.confidence) == ("correction", "remove", 0.0)
    assert (top.article, top.text) == (article.id, second)
    assert BY in top.note


def test_a_page_that_lost_much_is_listed_with_its_lines(samples: Store) -> None:
    quiet(samples)
    text = samples.db.execute("SELECT raw FROM pages WHERE number = 1").fetchone()[0].decode()
    lost = [["loop", text[100:400], [100, 400]], ["编辑", text[500:900], [500, 900]]]
    with samples.writing() as db:
        db.execute("UPDATE pages SET notes = ? WHERE number = 1", [json.dumps(lost)])
    (item,) = review.queue(samples)
    assert (item.sort, item.what, item.article) == ("page", "left_out", "")
    assert 0 < item.confidence < 0.9
    assert item.lines


def test_what_an_article_still_says_is_not_lost(samples: Store) -> None:
    quiet(samples)
    article = the(samples, "小磨坊")
    text = max(article.paragraphs, key=len)
    lost = [["overlap", text, [0, len(text)]] for _ in range(4)]
    with samples.writing() as db:
        db.execute("UPDATE pages SET notes = ? WHERE number = 1", [json.dumps(lost)])
    assert not review.queue(samples)


def test_what_is_marked_done_stays_away_through_a_re_reading(samples: Store) -> None:
    found = review.queue(samples, 100)
    assert found
    assert review.mark(samples, found[0].id, BY) == 1
    assert found[0] not in review.queue(samples, 100)
    for number in pages(samples):
        reread(samples, number)
    assert review.queue(samples, 100) == found[1:]
    assert review.mark(samples, found[0].id, BY, done=False) == 1
    assert review.queue(samples, 100) == found


def test_an_article_is_marked_with_all_its_items(samples: Store) -> None:
    quiet(samples)
    article = doubt(samples, "夜里巡山", [("rejoined", 5, 0.7), ("moved", 9, 0.3)])
    assert review.mark(samples, article.id[:7], BY) == 2
    assert not review.queue(samples)


def test_what_is_not_in_the_queue_cannot_be_marked(samples: Store) -> None:
    with pytest.raises(NotFound):
        review.mark(samples, "0123abcd", BY)
    quiet(samples)
    with pytest.raises(NotFound, match="待看"):
        review.mark(samples, the(samples, "夜里巡山").id, BY)


def test_the_queue_of_one_article(samples: Store) -> None:
    quiet(samples)
    article = doubt(samples, "夜里巡山", [("rejoined", 5, 0.7)])
    doubt(samples, "小磨坊", [("moved", 3, 0.2)])
    assert [item.article for item in review.queue(samples, article=article.id)] == [article.id]
