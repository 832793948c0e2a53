from __future__ import annotations

import pytest

from store.pages import page_from_text
from store.reading.headings import Heading, derived_title, heading_of
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
        (("理清思路 找准方向 干出样子",), (None, "理清思路 找准方向 干出样子", None)),
    ],
)
def test_heading_lines_find_their_places(
    lines: tuple[str, ...], expected: tuple[str | None, ...]
) -> None:
    found = heading(*lines)
    assert (found.kicker, found.title, found.subtitle) == expected


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        (("◆近日，青崖县新建的书屋开放，两周借出图书三百册。",), "青崖县新建的书屋开放"),
        (
            ("本报讯（记者 赵明远）入冬以来前坡村修好了水渠，浇上了地。",),
            "入冬以来前坡村修好了水渠",
        ),
        (("“来了就坐。”", "前坡村办起议事亭，大事小事摆到桌面上。"), "前坡村办起议事亭"),
        ((), "（无题）"),
    ],
)
def test_a_lost_title_is_taken_from_the_lead(paragraphs: tuple[str, ...], title: str) -> None:
    assert derived_title(paragraphs) == title


def test_a_derived_title_is_short_and_never_ends_inside_a_quotation() -> None:
    lead = (
        "青崖县围绕“管水有人、用水有账”的目标在全县二十七个山区村"
        "推行了“水管家”制度并且逐户讲解，收到实效。"
    )
    title = derived_title((lead,))
    assert len(title) <= 40 and lead.startswith(title)
    assert title.count("“") == title.count("”")
