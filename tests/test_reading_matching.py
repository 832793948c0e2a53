from __future__ import annotations

from store.pages import page_from_text
from store.reading import read

ESSAY = (
    "党建论坛",
    "调研要走岔道",
    "□赵明远",
    "车一停就有人递水，这样的调研不如不去。",
    "来源：晨岭日报",
)
LATE = ("板凳夜校办到农家院", "□本报记者 钱立秋")
BODY = (
    "晚饭过后，农家院里亮起灯，村民拎着板凳来上夜校，教室就在院子当中。",
    "夜校没有课表，板凳往哪里一放，课就在哪里讲，半年里农家院换了九处。",
)


def test_a_heading_at_the_pages_end_finds_the_body_that_has_none() -> None:
    found = read(page_from_text("\n\n".join((*ESSAY, *BODY, *LATE)))).articles
    assert [d.title for d in found] == ["调研要走岔道", "板凳夜校办到农家院"]
    assert (found[1].authors, len(found[1].paragraphs)) == (("钱立秋",), 2)
    assert [r.kind for r in found[1].repairs] == ["title_matched"]


def test_the_body_is_cut_loose_from_the_article_it_ran_into() -> None:
    news = (
        "甲村修渠忙",
        "本报讯 通讯员孙岚报道：入冬以来，前坡村男女老少都上了水渠工地，挖土运石，干劲很足。",
    )
    more = "早饭之前，孩子们先来院里念一段书，板凳一排，也像个夜校的样子。"
    found = read(page_from_text("\n\n".join((*news, *BODY, more, *LATE)))).articles
    assert [d.title for d in found] == ["甲村修渠忙", "板凳夜校办到农家院"]
    assert len(found[0].paragraphs) == 1


def test_a_heading_is_not_given_a_body_that_shares_no_word_with_it() -> None:
    other = ("雪后的草场上，牧民把羊群赶进暖圈。", "兽医挨户查看，发放饲草三十吨。")
    found = read(page_from_text("\n\n".join((*ESSAY, *other, *LATE)))).articles
    titles = {d.title: len(d.paragraphs) for d in found}
    assert titles["板凳夜校办到农家院"] == 0
    assert titles["雪后的草场上，牧民把羊群赶进暖圈"] == 2


def test_a_lone_byline_at_the_pages_end_goes_to_the_lone_body_without_one() -> None:
    late = ("◎山乡来信", "□本报记者 钱立秋")
    found = read(page_from_text("\n\n".join((*ESSAY, *BODY, *late)))).articles
    assert [(d.column, d.authors) for d in found][1:] == [("山乡来信", ("钱立秋",))]
    assert "title_derived" in found[1].flags
