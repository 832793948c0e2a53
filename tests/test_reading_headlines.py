"""Headlines made of words that also mark other lines."""

from __future__ import annotations

import pytest

from store.pages import page_from_text
from store.reading.lines import lines_of

ABOVE = "她在山上种了二十年树，从没有离开过这片林子，树比她高了，她说这就够了。"
BELOW = "近日，柳湾县石桥镇召开大会，部署秋收工作，要求各村抓紧晴好天气抢收抢晒，确保颗粒归仓。"
BYLINE = "□本报记者 赵明远"


def role(line: str, *below: str) -> str:
    return lines_of(page_from_text("\n\n".join((ABOVE, line, *below, BELOW))))[1].role


@pytest.mark.parametrize(
    "line",
    [
        "热线连民心 服务解民忧",
        "电话里的牵挂",
        "广告牌下的志愿者",
        "地址变了 初心不变",
        "印刷厂里的先锋岗",
        "发行债券为民修路",
        "坚持实事求是",
        "树立正确用人导向",
        "凝聚共识 全民参与",
        "请党放心 强国有我",
        "申报期限延长至24日",
        "夏日里，“清凉站”给他们送去阴凉",
        "健康知识大普及",
        "来源于群众 服务于群众",
        "摘自日记的一页",
        "通讯员之家",
    ],
)
@pytest.mark.parametrize("below", [(), (BYLINE,)])
def test_a_headline_may_have_words_that_mark_other_lines(
    line: str, below: tuple[str, ...]
) -> None:
    assert role(line, *below) in ("head", "column")


@pytest.mark.parametrize("line", ["展现新担当新作为", "让学习成为自觉行为"])
def test_over_a_byline_a_headline_may_end_in_any_word(line: str) -> None:
    assert role(line, BYLINE) == "head"


@pytest.mark.parametrize(
    "line",
    [
        "新闻热线：0994-2345678",
        "投稿邮箱 qingya@example.com",
        "地址：青崖县建设路9号 邮编：831100",
        "国内统一刊号：CN65-0000 邮发代号：57-00",
        "印刷 青崖日报社印务中心",
        "总第1234期",
        "广告部电话 0994-2345678",
    ],
)
def test_how_to_reach_the_paper_is_a_fact(line: str) -> None:
    assert role(line) == "fact"


@pytest.mark.parametrize(
    "line",
    [
        "“这渠水是不是比去年清了些？”",
        "“这是大伙一锹一锹挖出来的！”",
        "据悉，前坡村的水渠由青崖报社捐建。",
        "据《晨岭日报》报道，前坡村的水渠通了水。",
    ],
)
def test_a_short_paragraph_is_text(line: str) -> None:
    assert role(line) == "body"
