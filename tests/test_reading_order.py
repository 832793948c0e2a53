from __future__ import annotations

from store.model import Draft
from store.pages import page_from_text
from store.reading import read

HEAD = ("修渠记", "□本报记者 赵明远")
OPENING = "入冬以来，青崖县把修渠当作头等大事，干部和村民一起上了工地。"


def article(*lines: str) -> Draft:
    return read(page_from_text("\n\n".join((*HEAD, OPENING, *lines)))).articles[0]


def bodies(draft: Draft) -> list[str]:
    return [p.text for p in draft.paragraphs][1:]


def test_a_cut_sentence_is_joined_to_its_rest() -> None:
    found = article(
        "渠首装上了新闸门，守闸的老人每天记录水位，三个月里没有漏掉一", "次。年底评比，他得了奖。"
    )
    assert bodies(found) == [
        "渠首装上了新闸门，守闸的老人每天记录水位，三个月里没有漏掉一次。年底评比，他得了奖。"
    ]
    assert len(found.paragraphs[1].spans) == 2
    assert [r.kind for r in found.repairs] == ["rejoined"]


def test_the_rest_is_found_beyond_a_subhead() -> None:
    found = article(
        "村里建起“水账本",
        "账目天天公开",
        "年底盘点，家家户户都说明白。",
        "”制度，谁家用水多少一看便知。",
    )
    assert "村里建起“水账本”制度，谁家用水多少一看便知。" in bodies(found)
    assert [r.kind for r in found.repairs] == ["moved"]


def test_a_lost_rest_is_a_gap_and_nothing_is_joined() -> None:
    found = article("全县新建蓄水池12", "今年以来，前坡村还修好了三条田间小路。")
    assert bodies(found) == ["全县新建蓄水池12", "今年以来，前坡村还修好了三条田间小路。"]
    assert "damaged" in found.flags and "gap" in {r.kind for r in found.repairs}


def test_a_lost_beginning_is_a_gap_too() -> None:
    found = article("，这才放下心来。")
    assert "damaged" in found.flags


def test_a_whole_paragraph_is_left_alone() -> None:
    found = article("渠首装上了新闸门。", "守闸的老人每天记录水位。")
    assert len(bodies(found)) == 2 and found.repairs == ()


def test_a_whole_paragraph_does_not_leave_its_article_for_a_cut_one() -> None:
    first = (*HEAD, OPENING, "渠首装上了新闸门，守闸的老人一共记了水位、雨量等6")
    second = (
        "磨坊记",
        "□本报记者 钱立秋",
        "磨坊空了十年，门板上长了青苔。",
        "2019年春天，两个木匠修好了水轮。",
        "如今磨坊天天响到天黑，磨的是自家的荞麦。",
    )
    found = read(page_from_text("\n\n".join((*first, *second)))).articles
    assert [len(d.paragraphs) for d in found] == [2, 3]


def test_where_a_rest_is_displaced_the_next_paragraph_is_not_taken_for_it() -> None:
    found = article(
        "渠首装上了新闸门。守闸的老人每天记录水位，三个月里把几个本子写满",
        "渠上的护栏是青年队焊的，红漆刷了三遍。",
        "，最后一页画着一道渠。",
    )
    assert bodies(found)[-1] == "渠上的护栏是青年队焊的，红漆刷了三遍。"
    assert bodies(found)[0].endswith("画着一道渠。")
