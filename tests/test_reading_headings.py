from __future__ import annotations

import pytest

from store.pages import page_from_text
from store.reading.headings import Heading, heading_of
from store.reading.lines import lines_of


def heading(*lines: str) -> Heading:
    body = "本报讯（记者 赵明远）入冬以来，前坡村修好了水渠，浇上了地。"
    found = lines_of(page_from_text("\n\n".join((*lines, body))))
    return heading_of([x for x in found if x.role in ("head", "subtitle")])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("一渠清水 润泽千家",), (None, "一渠清水 润泽千家", None)),
        (("青崖县组织党员——", "修渠进行时"), ("青崖县组织党员——", "修渠进行时", None)),
        (("修渠进行时", "——青崖县饮水改造纪实"), (None, "修渠进行时", "青崖县饮水改造纪实")),
        (("修渠进行时——青崖县饮水改造纪实",), (None, "修渠进行时", "青崖县饮水改造纪实")),
        (("青崖县前坡村", "党员上渠 清水进村"), ("青崖县前坡村", "党员上渠 清水进村", None)),
        (
            ("党员上渠 清水进村", "全县农村饮水改造工程如期完工"),
            (None, "党员上渠 清水进村", "全县农村饮水改造工程如期完工"),
        ),
        (
            ("青崖县水利站党支部开展主题活动 党员上渠 清水进村",),
            ("青崖县水利站党支部开展主题活动", "党员上渠 清水进村", None),
        ),
        (
            ("“小水渠”做出大文章", "青崖县以饮水改造凝聚人心"),
            (None, "“小水渠”做出大文章", "青崖县以饮水改造凝聚人心"),
        ),
        (("青崖县水利局", "小水渠做出大文章"), ("青崖县水利局", "小水渠做出大文章", None)),
        (("小渠通水时", "党员来“量地”"), (None, "小渠通水时 党员来“量地”", None)),
        (
            ("柳湾：清水进了前坡村", "旱地变成“水浇地”"),
            (None, "柳湾：清水进了前坡村 旱地变成“水浇地”", None),
        ),
        (("青崖县前坡村", "小渠通了水"), ("青崖县前坡村", "小渠通了水", None)),
        (("老渠有了", "“新管家”"), (None, "老渠有了“新管家”", None)),
        (("一条渠的", "四十年守望"), (None, "一条渠的四十年守望", None)),
        (("理清思路 找准方向 干出样子",), (None, "理清思路 找准方向 干出样子", None)),
    ],
)
def test_heading_lines_find_their_places(
    lines: tuple[str, ...], expected: tuple[str | None, ...]
) -> None:
    found = heading(*lines)
    assert (found.kicker, found.title, found.subtitle) == expected
