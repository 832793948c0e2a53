"""Corrections inside paragraphs, and of where an article was printed."""

import pytest

from bot.proofs import log_line
from store import amending, articles, corrections, raw, wording
from store.database import Store
from store.editing import Correction, Operation, Sheet, apply
from store.errors import StoreError
from store.intake import take
from store.model import Article, Paragraph, Repair, Span
from store.pages import page_from_bytes
from store.rereading import reread

BY = "编辑乙"
PAGE = """云溪报

磨坊重新开磨

□本报记者 田守信

云溪县北坡乡的老磨坊停了八年，今年春天由三户人家合伙修好。磨盘是请山外的石匠重新凿的。

开磨那天来了四十多辆小车排队等着磨面。磨一袋面收两块钱，老人和军属不收。

渡口添了一条新船

□本报记者 田守信

云溪县南岸渡口上周换了船，一次能坐二十六个人。撑船的老梁说旧船木头都朽了，雨天不敢载学生。

新船的钱一半是县里补的，一半是两岸村子凑的，账目贴在渡口的木牌上。
"""


def put(store: Store, text: str = PAGE) -> None:
    data = text.encode()
    page, encoding = page_from_bytes(data, "云溪报_2026-04-02_03.txt")
    take(store, page, data, encoding)


def the(store: Store, title: str) -> Article:
    return next(one for one in articles.everything(store) if title in one.title)


def test_a_paragraph_is_given_other_words_that_outlive_a_re_reading(store: Store) -> None:
    put(store)
    before = the(store, "磨坊")
    wording.set_text(store, before.id, 2, "开磨那天来了五十多辆小车。\n磨一袋面收两块钱。", BY)
    said = ("开磨那天来了五十多辆小车。磨一袋面收两块钱。",)
    assert the(store, "磨坊").paragraphs[1:] == said
    reread(store, 1)
    put(store, PAGE.replace("撑船的老梁", "摆渡的老梁"))
    assert the(store, "磨坊").paragraphs[1:] == said
    assert "四十多辆" in raw.original(store, the(store, "磨坊").number)[1][1]
    amending.undo(store, before.id, BY)
    assert the(store, "磨坊").paragraphs == before.paragraphs


def test_a_correction_that_the_page_has_taken_over_still_fits(store: Store) -> None:
    put(store)
    told = the(store, "渡口").paragraphs[1].replace("木牌", "石碑")
    wording.set_text(store, the(store, "渡口").id, 2, told, BY)
    put(store, PAGE.replace("木牌", "石碑"))
    assert the(store, "渡口").paragraphs[1] == told
    assert not corrections.misfits(store.db)


def test_a_cut_can_be_moved_to_where_it_belongs(store: Store) -> None:
    put(store)
    mill, ferry = the(store, "磨坊"), the(store, "渡口")
    wording.cut(store, ferry.id, 1, "撑船的老梁", BY)
    assert len(the(store, "渡口").paragraphs) == 3
    wording.rejoin(store, mill.id, 2, ferry.id, 2, BY)
    assert "军属不收。撑船的老梁说" in the(store, "磨坊").paragraphs[1]
    assert the(store, "渡口").paragraphs == (
        "云溪县南岸渡口上周换了船，一次能坐二十六个人。",
        ferry.paragraphs[1],
    )


@pytest.mark.parametrize(
    ("operation", "detail"),
    [("cut", {}), ("split", {"id": "b", "title": "老船工说"})],
)
def test_a_join_that_is_cut_apart_is_no_longer_doubtful(
    operation: Operation, detail: dict[str, str]
) -> None:
    left, right = "渡口上周换了船，一次能", "撑船的老梁说旧船木头都朽了。"
    paragraph = Paragraph(left + right, (Span(0, 11), Span(20, 34)))
    article = Article("a", 1, "换船", "news", (left + right,), flags=("doubtful_join",))
    sheet = Sheet(article, (paragraph,), (), (Repair("moved", Span(11, 11), 0.5, right),))
    row = Correction(1, "a", operation, {"at": {"text": right, "number": 1}} | detail)
    (first, *_) = apply([sheet], [row]).sheets
    assert first.paragraphs[0] == Paragraph(left, (Span(0, 11),))
    assert first.repairs == ()
    assert first.article.flags == ()


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("不在里面的话", "没有"),
        ("云溪县北坡乡", "段首"),
        ("磨", "不止一处"),
        ("新凿的。", "至少要有"),
    ],
)
def test_a_cut_that_cannot_be_made_is_refused_with_the_reason(
    store: Store, words: str, why: str
) -> None:
    put(store)
    with pytest.raises(StoreError, match=why):
        wording.cut(store, the(store, "磨坊").id, 1, words, BY)
    assert not corrections.log(store)


def test_a_whole_page_is_moved_to_its_issue_and_back(store: Store) -> None:
    put(store)
    wording.set_place(store, the(store, "磨坊").id, "date", "2026年4月9日", BY, whole=True)
    wording.set_place(store, the(store, "渡口").id, "page", "4", BY)
    assert {one.date for one in articles.everything(store)} == {"2026-04-09"}
    assert [the(store, name).page for name in ("磨坊", "渡口")] == ["3", "4"]
    ((row, _), *_) = corrections.log(store, the(store, "磨坊").id)
    assert log_line(row, False).endswith("改日期 2026-04-09 整版")
    for _ in range(2):
        amending.undo(store, None, BY)
    assert {(one.date, one.page) for one in articles.everything(store)} == {("2026-04-02", "3")}


def test_a_corrected_page_is_known_at_its_true_place(store: Store) -> None:
    put(store)
    wording.set_place(store, the(store, "磨坊").id, "date", "2026-04-09", BY, whole=True)
    data = PAGE.replace("四十多", "五十多").encode()
    page, encoding = page_from_bytes(data, "云溪报_2026-04-09_03.txt")
    assert take(store, page, data, encoding).state == "changed"
    assert len(list(articles.everything(store))) == 2


def test_a_date_that_is_none_is_refused(store: Store) -> None:
    put(store)
    with pytest.raises(StoreError, match="不是日期"):
        wording.set_place(store, the(store, "磨坊").id, "date", "昨天", BY)
