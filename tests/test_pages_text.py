from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import PageError
from store.pages import page_from_bytes, read_page
from store.pages.text import blocks_of


def test_lines_point_into_the_text_and_count_the_blanks_before_them() -> None:
    text = "\n\n第一行\r\n\r\n　　第二行  \n\n\n\n第三行"
    blocks = blocks_of(text)
    assert [(b.text, b.blank) for b in blocks] == [("第一行", 2), ("第二行", 1), ("第三行", 3)]
    assert all(text[b.span.start : b.span.end] == b.text for b in blocks)


@pytest.mark.parametrize(
    ("line", "words", "style"),
    [
        ("# 大标题", "大标题", "title"),
        ("## ——副标题", "——副标题", "subtitle"),
        ("## 又一篇", "又一篇", "title"),
        ("### 小标题", "小标题", "subhead"),
        ("**黑体字**", "黑体字", ""),
        ("#话题不是标题", "#话题不是标题", ""),
    ],
)
def test_markdown_marks_become_a_style(line: str, words: str, style: str) -> None:
    (block,) = blocks_of(line)
    assert (block.text, block.style) == (words, style)


@pytest.mark.parametrize(
    ("line", "words", "style"),
    [
        ("- 修路", "修路", "bullet"),
        ("* **修桥**", "修桥", "bullet"),
        ("1. 修渠", "1. 修渠", "entry"),
        ("| 河湾村 | 12 |", "河湾村 | 12", "entry"),
        ("> 引文", "引文", ""),
        ("-修路", "-修路", ""),
        ("# **大标题**", "大标题", "title"),
    ],
)
def test_lists_and_tables_of_markdown_become_a_style(line: str, words: str, style: str) -> None:
    block = blocks_of(f"# 题目\n\n{line}\n")[-1]
    assert (block.text, block.style) == (words, style)
    if style != "title":
        assert blocks_of(line)[-1].style == ""


@pytest.mark.parametrize("line", ["---", "* * *", "|---|:--:|", "| --- | --- |", "==="])
def test_lines_across_the_page_say_nothing(line: str) -> None:
    assert [block.text for block in blocks_of(f"# 题目\n\n{line}\n正文")] == ["题目", "正文"]


@given(st.text(alphabet="党建 \n\r\t\u3000#*_-|>1.—。😀\u202e\x07\x0c\u2028", max_size=80))
def test_any_text_is_split_without_losing_a_visible_character(text: str) -> None:
    blocks = blocks_of(text)
    covered = {i for b in blocks for i in range(*b.span)}
    left = "".join(c for i, c in enumerate(text) if i not in covered and not c.isspace())
    assert set(left) <= set("#*_-+=|:>")
    assert [b.span for b in blocks] == sorted(b.span for b in blocks)


def test_a_file_is_read_with_its_bytes_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "青崖日报" / "2024-11-05_6.txt"
    path.parent.mkdir()
    data = "村里的路修好了。\r\n大家都来看。".encode("gb18030") * 9
    path.write_bytes(data)
    page, raw, encoding = read_page(path, root=tmp_path)
    assert (raw, encoding) == (data, "gb18030")
    assert (page.imprint.paper, page.imprint.date, page.imprint.page) == (
        "青崖日报", "2024-11-05", "6"
    )  # fmt: skip
    assert page.source_file == "2024-11-05_6.txt"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(PageError, match=r"没有的\.txt"):
        read_page(tmp_path / "没有的.txt")


def test_a_file_sent_by_chat_needs_no_path() -> None:
    page, encoding = page_from_bytes("村里的路修好了。".encode() * 9, "青崖日报_2024-11-05_3.txt")
    assert (encoding, page.imprint.page) == ("utf-8", "3")
