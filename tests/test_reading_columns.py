from __future__ import annotations

import pytest

from store.reading.columns import column_name, proper_name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("◎山乡来信", "山乡来信"),
        ("【一线传真】", "一线传真"),
        ("党 建 视 窗", "党建视窗"),
        ("微党课", "微党课"),
        ("◎简讯", "简讯"),
        ("【简讯】", "简讯"),
        ("■简讯", "简讯"),
        ("●时评", "时评"),
        ("学园习地", "学园习地"),
        ("青崖广角", "青崖广角"),
        ("青崖县前坡村", None),
        ("走好乡村振兴第一步", None),
    ],
)
def test_a_columns_line_is_known_by_mark_name_or_ending(line: str, name: str | None) -> None:
    assert column_name(line, "下面还有标题") == name


def test_a_swapped_pair_is_mended_for_the_articles_it_merely_reaches() -> None:
    assert proper_name("学园习地") == "学习园地"
    assert proper_name("山乡来信") == "山乡来信"


@pytest.mark.parametrize("name", ["下乡手记", "党旗在基层", "山海协作", "清风柳湾", "院坝夜话"])
def test_a_columns_ending_that_headings_share_counts_over_a_heading(name: str) -> None:
    assert column_name(name, "一本账摊在院坝里") == name
    assert column_name(name, "镇里的干部住进村里，一住就是一年。") is None
