from __future__ import annotations

import pytest

from store.pages import page_from_text
from store.reading.lines import lines_of

BODY = "入冬以来，青崖县把修渠当作头等大事，干部和村民一起上了工地，三个月里没有一天停工。"


def roles(*lines: str) -> list[str]:
    return [line.role for line in lines_of(page_from_text("\n\n".join(lines)))]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("□编辑/赵明远", "fact"),
        ("责任编辑：赵明远　校对：钱立秋", "fact"),
        ("第6版 2024年11月5日 星期二", "fact"),
        ("新闻热线：0000-1234567", "fact"),
        ("□赵明远摄", "credit"),
        ("□本报记者 赵明远", "byline"),
        ("来源：晨岭日报", "source"),
        ("◎山乡来信", "column"),
        ("◆青崖县在公园里建起一座书屋，凭身份证就能借书。", "brief"),
        ("——青崖县饮水改造纪实", "subtitle"),
        ("本报讯 通讯员赵明远报道：" + BODY, "opening"),
        (BODY, "body"),
        ("一渠清水 润泽千家", "head"),
    ],
)
def test_a_line_alone_shows_its_role(line: str, role: str) -> None:
    assert roles(line, BODY)[0] == role


def test_a_cut_piece_is_no_heading_however_short() -> None:
    assert roles(BODY, "采访中,青崖县水利站站长李", "志远告诉记者,水渠月底就能通水。")[1] == "body"
    assert roles(BODY, "“我是本村的老党员，今年六十", "八岁了，还能干。”他说。")[1] == "body"
    assert roles(BODY, "全县新建蓄水池12", "座，浇地五百亩。")[1] == "body"


def test_two_characters_that_happen_to_make_a_word_do_not_unmake_a_subhead() -> None:
    assert roles(BODY, "管水有人水长流", "通水只是第一步，管水更要紧。" + BODY)[1] == "head"


def test_a_heading_fused_with_its_byline_or_opening_is_taken_apart() -> None:
    assert roles("一渠清水进山村 □本报记者 赵明远", BODY) == ["head", "byline", "body"]
    assert roles("一渠清水进山村 本报讯（记者 赵明远）" + BODY) == ["head", "opening"]
    assert roles("◎每周一学 ★支部会议怎样开") == ["column", "study"]


def test_three_blank_lines_are_a_pictures_place() -> None:
    lines = lines_of(page_from_text("标题在上\n\n\n\n图上的人正在修渠。\n\n" + BODY))
    assert [line.picture for line in lines] == [False, True, False]


def test_a_bare_name_under_a_heading_is_a_byline() -> None:
    assert roles("党建论坛", "调研要走岔道", "赵明远", BODY) == ["column", "head", "byline", "body"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("（下转第2版）", "fact"),
        ("6 山乡周刊 2024年11月5日 星期二", "fact"),
        ("（作者系青崖县委党校教员）", "source"),
    ],
)
def test_lines_that_only_look_like_names_or_titles_are_told_apart(line: str, role: str) -> None:
    assert roles(BODY, line, BODY)[1] == role


def test_a_marked_title_of_plain_words_is_no_byline() -> None:
    assert roles(BODY, "■夜校开班", BODY)[1] != "byline"


def test_a_title_under_its_column_may_ask() -> None:
    assert roles("党建论坛", "调研为什么要走岔道？", BODY)[1] == "head"
