from __future__ import annotations

import pytest

from store.reading.titling import derived_title


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        (("◆近日，青崖县新建的书屋开放，两周借出图书三百册。",), "青崖县新建的书屋开放"),
        (
            ("本报讯（记者 赵明远）入冬以来前坡村修好了水渠，浇上了地。",),
            "前坡村修好了水渠",
        ),
        (("“来了就坐。”", "前坡村办起议事亭，大事小事摆到桌面上。"), "前坡村办起议事亭"),
        ((), "（无题）"),
        (
            ("◆柳湾县瞄准山区老人取药难的问题，开出流动药房，每周进村两趟。",),
            "柳湾县 开出流动药房",
        ),
        (
            ("◆为让山里老人少跑路，提高看病效率，近日，柳湾县开出流动药房，每周进村两趟。",),
            "柳湾县开出流动药房",
        ),
        (
            ("深秋的前坡村，炊烟四起，柳湾县水利站把水管接到了灶边。",),
            "柳湾县水利站把水管接到了灶边",
        ),
        (("1.柳湾县把药房开进山里，老人不再跑远路。",), "柳湾县把药房开进山里"),
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
    assert len(title) <= 30 and lead.startswith(title)
    assert title.count("“") == title.count("”")
