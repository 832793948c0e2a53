from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from store.model import Page, Reading, Span
from store.pages import page_from_text
from store.reading import read
from tests.breaker import DEFECTS, broken_page

FRAGMENTS = (
    "下好一盘棋 走活满园春",
    "——青崖县夜校见闻",
    "□本报记者 赵明远",
    "◎每周一学",
    "★支部会议怎样开：",
    "(一)会前三天发议题。",
    "本报讯（记者 赵明远）入冬以来，前坡村修好了水渠。",
    "简讯",
    "◆柳湾县办起书屋。（钱立秋）",
    "来源：晨岭日报",
    "□编辑/钱立秋",
    "村里的路修到了每一户门口，老人出门方便多了，孩子上学也",
    "不再踩泥。",
    "□孙岚摄",
    "# 标题",
    "### 小标题",
    "”，大家都说好",
    "\n\n\n",
    "😀",
    "\u202e反",
    "\x07",
    "ab c",
    "：",
    "——",
)


def spans_of(reading: Reading) -> list[Span]:
    texts = [p for d in reading.articles for p in (*d.paragraphs, *d.captions)]
    return [
        *(s for d in reading.articles for s in d.heading),
        *(s for p in texts for s in p.spans),
        *(n.span for n in (*reading.facts, *reading.discards)),
    ]


def holds_together(page: Page, reading: Reading) -> None:
    covered: set[int] = set()
    for span in spans_of(reading):
        covered.update(range(*span))
    missing = [c for i, c in enumerate(page.text) if i not in covered and not c.isspace()]
    assert missing == []
    for draft in reading.articles:
        for p in (*draft.paragraphs, *draft.captions):
            assert p.text == "".join(page.text[s.start : s.end] for s in p.spans)
        assert draft.title
    for note in (*reading.facts, *reading.discards):
        assert note.text == page.text[note.span.start : note.span.end]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=24), st.sampled_from(["\n", "\n\n"]))
@settings(max_examples=150, deadline=None)
def test_every_visible_character_has_its_place(lines: list[str], between: str) -> None:
    page = page_from_text(between.join(lines))
    holds_together(page, read(page))


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_without_a_traceback(text: str) -> None:
    page = page_from_text(text)
    holds_together(page, read(page))


def test_broken_pages_lose_nothing_and_read_the_same_twice() -> None:
    for seed in range(6):
        page = page_from_text(broken_page(seed, DEFECTS).text)
        reading = read(page)
        holds_together(page, reading)
        assert read(page) == reading


def test_no_piece_of_text_is_in_two_articles() -> None:
    for seed in range(6):
        page = page_from_text(broken_page(seed, DEFECTS).text)
        spans = sorted(spans_of(read(page)))
        assert all(a.end <= b.start for a, b in pairwise(spans))


def test_a_clean_page_gives_back_what_its_editor_made() -> None:
    page = broken_page(3, ())
    titles = {t.title for t in page.truths if t.title}
    assert titles <= {d.title for d in read(page_from_text(page.text)).articles}


def test_a_long_line_of_nothing_is_read_in_time_that_grows_with_its_length() -> None:
    reading = read(page_from_text("的" * 400_000))
    assert len(reading.articles) == 1


def test_a_page_of_facts_only_has_no_article() -> None:
    reading = read(page_from_text("责任编辑：赵明远\n\n第6版 2024年11月5日 星期二"))
    assert reading.articles == ()
    assert [n.kind for n in reading.facts] == ["编辑", "版面"]
