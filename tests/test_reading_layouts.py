from __future__ import annotations

import pytest

from store.model import Draft
from store.pages import page_from_text
from store.reading import read
from tests.pages_by_hand import HAND_PAGES, Meant


def told(draft: Draft) -> Meant:
    """A draft in the terms of what was meant."""
    return Meant(
        draft.kind,
        None if "title_derived" in draft.flags else draft.title,
        len(draft.paragraphs),
        draft.authors,
        draft.column,
        draft.kicker,
        draft.subtitle,
        draft.source,
        len(draft.captions),
    )


@pytest.mark.parametrize("layout", HAND_PAGES)
def test_a_page_in_another_layout_is_read_as_its_editor_meant_it(layout: str) -> None:
    text, meant = HAND_PAGES[layout]
    assert [told(d) for d in read(page_from_text(text)).articles] == list(meant)


@pytest.mark.parametrize("layout", HAND_PAGES)
def test_a_whole_page_has_no_article_that_is_called_damaged(layout: str) -> None:
    reading = read(page_from_text(HAND_PAGES[layout][0]))
    assert [d.title for d in reading.articles if "damaged" in d.flags] == []


MARKDOWN = """# 三条渠同时开工

本报讯 记者方石头报道：柳湾县三条渠同时开工，**总长**三十公里，惠及五百户。

1. 东渠长十公里
2. 西渠长八公里

# 柳湾县表彰村干部

本报讯 记者何守田报道：柳湾县召开大会，表彰先进，部署工作。会上，十二名村干部发言。

| 乡镇 | 人数 |
|---|---|
| 河湾乡 | 7 |
| 石桥乡 | 5 |

- 由县里发奖状
- 每个得奖的村另拨一笔修路的钱，年底以前由乡里送到村里

## 打谷场上的读书会

本报讯 记者何守田报道：读书会每周三晚上开，由**老党员**领着读一个时辰。
"""


def test_lists_and_tables_of_markdown_stay_in_their_article() -> None:
    page = page_from_text(MARKDOWN, "x.md")
    first, second, third = read(page).articles
    assert (first.title, first.kicker, first.subtitle) == ("三条渠同时开工", None, None)
    assert "总长三十公里" in first.paragraphs[0].text
    assert [p.text for p in first.paragraphs[1:]] == ["1. 东渠长十公里", "2. 西渠长八公里"]
    assert (second.title, second.kicker) == ("柳湾县表彰村干部", None)
    assert [p.text for p in second.paragraphs[1:4]] == ["乡镇 | 人数", "河湾乡 | 7", "石桥乡 | 5"]
    assert len(second.paragraphs) == 6
    assert third.title == "打谷场上的读书会"
    assert "由老党员领着" in third.paragraphs[0].text
    assert not any(article.flags for article in (first, second, third))
    for article in (first, second, third):
        for text in article.paragraphs:
            assert "".join(page.text[s.start : s.end] for s in text.spans) == text.text


PICTURE_BELOW = """驻村的日子

□赵明远

三月二日，晴。今天和老乡们量水渠，量到天黑才回，鞋里全是沙子，夜里又下了一场雨。

三月九日，雨。水渠通了一半，大家都很高兴，老支书说秋天能浇上田，我也信。

梨花开在石桥镇

柳湾县石桥镇的党员给梨花授粉。今年梨花开得早，镇里组织一百名党员上山帮忙。
"""


@pytest.mark.parametrize("end", ["\n□钱立秋摄\n", "（钱立秋 摄）\n", "\n□钱立秋摄\n\n◎杂谈\n"])
def test_a_picture_with_a_title_and_no_place_is_its_own_article(end: str) -> None:
    diary, picture = read(page_from_text(PICTURE_BELOW.rstrip() + end)).articles
    assert (diary.title, len(diary.paragraphs), diary.authors) == ("驻村的日子", 2, ("赵明远",))
    assert (picture.title, picture.kind, picture.authors) == (
        "梨花开在石桥镇",
        "photo",
        ("钱立秋",),
    )


def test_a_section_that_ends_in_a_credit_stays_in_its_article() -> None:
    text = PICTURE_BELOW.replace("梨花开在石桥镇", "量水渠的老乡") + "\n□钱立秋摄\n"
    (diary,) = read(page_from_text(text)).articles
    assert diary.title == "驻村的日子"


def test_a_masthead_set_in_several_lines_is_no_article() -> None:
    head = "7\n\n柳湾先锋报\n\n2031年3月4日 星期二 编辑:赵明远\n\n党建周刊\n\n"
    reading = read(page_from_text(head + PICTURE_BELOW + "\n□钱立秋摄\n"))
    assert [a.title for a in reading.articles] == ["驻村的日子", "梨花开在石桥镇"]
    assert {"7", "柳湾先锋报", "党建周刊"} <= {fact.text for fact in reading.facts}


def test_a_byline_of_speaker_and_writer_opens_its_article() -> None:
    told = "□讲述/柳湾县石桥镇前坡村党支部书记 孙岚 整理/本报记者 钱立秋"
    text = PICTURE_BELOW.split("\n\n梨花")[0] + f"\n\n一本账\n\n{told}\n\n我当支书七年了。\n"
    diary, account = read(page_from_text(text)).articles
    assert (diary.title, len(diary.paragraphs)) == ("驻村的日子", 2)
    assert (account.title, account.authors) == ("一本账", ("孙岚", "钱立秋"))
