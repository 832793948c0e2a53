from __future__ import annotations

import pytest

from store.model import Draft
from store.pages import page_from_text
from store.reading import read

BODY = "道理不在说得多响，而在做得多实，走一步看一步，步步都要踩在实处。"
TOLD = "近日，青崖县的水渠通了水，截至目前浇地五百亩，下一步还要修到前坡村。"


def first(*lines: str) -> Draft:
    return read(page_from_text("\n\n".join(lines))).articles[0]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (("调研要走岔道", "□本报记者 赵明远", BODY), "feature"),
        (("调研要走岔道", "□赵明远", BODY), "commentary"),
        (("水渠通了水", "□赵明远", TOLD), "feature"),
        (("水渠通了水", "赵明远 文/图", BODY), "feature"),
        (("调研要走岔道", "□本报评论员", BODY), "commentary"),
        (("水渠通了水", "本报讯（记者 赵明远）" + TOLD), "news"),
        (("水渠通了水", "据新华社北京11月5日电 " + TOLD), "news"),
        (("◎每周一学", "支部会议怎样开", "(一)" + BODY), "study"),
        (("◎每周一学", "读书要下苦功", "□赵明远", BODY), "commentary"),
        (("调研要走岔道", BODY, "来源：晨岭日报"), "commentary"),
        (("水渠通了水", BODY), "feature"),
        (("论走岔道", "□赵明远", TOLD), "commentary"),
        (("再谈调研的“火候”", "□赵明远", TOLD), "commentary"),
        (("论坛开到田埂上", "□赵明远", TOLD), "feature"),
        (("谈妥一桩水渠纠纷", "□赵明远", TOLD), "feature"),
        (("调研要走岔道", "□赵明远", TOLD, "（作者单位：青崖县委党校）"), "commentary"),
    ],
)
def test_the_kind_follows_place_opening_byline_and_column(
    lines: tuple[str, ...], kind: str
) -> None:
    assert first(*lines).kind == kind


def test_an_agencys_text_names_the_agency_as_source() -> None:
    assert first("水渠通了水", "新华社北京11月5日电（记者 赵明远）" + TOLD).source == "新华社"


def test_markdown_marks_are_named_discards() -> None:
    reading = read(page_from_text("# 水渠通了水\n\n□本报记者 赵明远\n\n" + TOLD))
    assert [(n.kind, n.text) for n in reading.discards] == [("mark", "#")]


def test_a_heading_that_lost_its_body_is_kept_as_damaged() -> None:
    found = first("调研要走岔道", "□本报记者 赵明远", "党建论坛", "另一篇", "□钱立秋", BODY)
    assert (found.title, found.paragraphs, found.flags) == ("调研要走岔道", (), ("damaged",))


def test_a_few_characters_alone_over_a_headline_name_its_column() -> None:
    found = first("清溪潮", "前坡村的水渠通了水", "□赵明远", TOLD)
    assert (found.column, found.kicker, found.title) == ("清溪潮", None, "前坡村的水渠通了水")


@pytest.mark.parametrize("kicker", ["青崖县水利局", "前坡村", "渠水进村记事本", "修渠！"])
def test_a_place_a_longer_line_or_a_call_over_a_headline_is_its_kicker(kicker: str) -> None:
    assert first(kicker, "老支书守着水渠四十年", "□赵明远", TOLD).column is None


def test_a_marked_column_keeps_the_kicker_below_it() -> None:
    found = first("◎先锋榜", "清溪潮", "前坡村的水渠通了水", "□赵明远", TOLD)
    assert (found.column, found.kicker) == ("先锋榜", "清溪潮")
