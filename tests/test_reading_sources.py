from __future__ import annotations

import pytest

from store.reading.sources import source_line, source_tail


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源：晨岭日报", "晨岭日报"),
        ("（来源:大河新闻网）", "大河新闻网"),
        ("摘自《北川党建》2024年第3期", "北川党建"),
        ("转自：前沿评论网", "前沿评论网"),
        ("（据晨岭日报）", "晨岭日报"),
        ("（11月5日《晨岭日报》）", "晨岭日报"),
        ("来源：晨岭日报 作者：赵明远", "晨岭日报"),
        ("据了解，村里已经通了水。", None),
        ("据统计全村共有三百户", None),
    ],
)
def test_a_line_names_where_a_text_was_taken_from(line: str, source: str | None) -> None:
    assert source_line(line) == source


def test_a_source_in_brackets_at_the_end_is_found() -> None:
    assert source_tail("会后一周内公布结果。（来源：晨岭日报）") == "晨岭日报"
    assert source_tail("会后一周内公布结果（含附件）。") is None
