from __future__ import annotations

import pytest

from store.reading.bylines import (
    credit_names,
    is_byline,
    is_credit,
    names_in,
    opening_names,
    signed_names,
)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("□ 记者 赵明远 钱立秋", ("赵明远", "钱立秋")),
        ("□本报通讯员 赵明远 孙岚", ("赵明远", "孙岚")),
        ("本报记者 赵明远", ("赵明远",)),
        ("□本报记者 赵明远 通讯员 钱立秋", ("赵明远", "钱立秋")),
        ("■ 赵明远", ("赵明远",)),
        ("作者：欧阳雪", ("欧阳雪",)),
        ("赵明远 文/图", ("赵明远",)),
        ("（记者 赵明远）", ("赵明远",)),
        ("□赵 明 钱立秋", ("赵明", "钱立秋")),
        ("本报记者 古丽娜·卡德尔 通讯员 巴特尔", ("古丽娜·卡德尔", "巴特尔")),
        ("□本报评论员", ("本报评论员",)),
        ("□ 中共青崖县委组织部 赵明远", ("赵明远",)),
        (
            "□讲述/青崖县柳湾乡前坡村党支部书记 赵明远 整理/本报记者 钱立秋",
            ("赵明远", "钱立秋"),
        ),
        ("讲述：前坡村老党员 赵明远 记录：钱立秋", ("赵明远", "钱立秋")),
        ("□讲述人：赵明远 整理人：钱立秋", ("赵明远", "钱立秋")),
        ("赵明远 口述 钱立秋 整理", ("赵明远", "钱立秋")),
        ("□赵明远/口述 钱立秋/整理", ("赵明远", "钱立秋")),
        ("■采访/整理 本报记者 钱立秋", ("钱立秋",)),
        ("□图/文 钱立秋", ("钱立秋",)),
        ("●芮长河 普云生", ("芮长河", "普云生")),
        ("□肖远志 付小满", ("肖远志", "付小满")),
        ("□呼延长风", ("呼延长风",)),
        ("□主持人/钱立秋 嘉宾/赵明远", ("钱立秋", "赵明远")),
    ],
)
def test_a_byline_gives_its_names(line: str, names: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert names_in(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "记者走进前坡村看到，家家户户门前都堆着新收的玉米。",
        "下好一盘棋 走活满园春",
        "近日，记者在柳湾县采访时了解到",
        "讲述：我和我的家乡",
        "记录：山里的三十年",
        "口述历史：一座水库的诞生",
        "整理房间 打扫院落",
        "■简讯",
        "记者走基层",
        "通讯员之家",
        "●公示栏",
        "●红旗渠",
    ],
)
def test_a_sentence_or_a_title_is_no_byline(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line", ["□赵明远摄", "本报记者 赵明远 摄", "（赵明远 摄）", "摄影：赵明远"]
)
def test_a_credit_is_no_byline_and_names_the_photographer(line: str) -> None:
    assert is_credit(line) and not is_byline(line)
    assert credit_names(line) == ("赵明远",)


@pytest.mark.parametrize(
    "line",
    [
        "柳湾县融媒体中心供图",
        "图片由柳湾县委组织部提供",
        "柳湾县委党校 赵明远 摄",
        "□赵明远 钱立秋 摄影报道",
        "赵明远/摄",
        "赵明远 图",
        "图/赵明远",
        "摄影 赵明远",
        "俸岩罕摄",
        "□俸岩罕 段春 摄",
        "（阿依努尔 摄）",
        "□周启航摄",
        "周启航摄",
        "阿依努尔摄",
    ],
)
def test_a_credit_may_name_a_house_or_stand_in_another_form(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "一张蓝图绘到底",
        "农家书屋变身图书馆",
        "图书馆开进了大山。",
        "老支书爱上摄影",
        "她爱上摄影",
        "三个人一起拍摄",
        "她在县图书馆工作了四十年。",
        "渠道边画着宣传图",
        "实际拍摄的地点。",
    ],
)
def test_a_line_in_which_a_picture_is_only_spoken_of_is_no_credit(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报讯 通讯员赵明远、巴特尔报道：入冬以来", ("赵明远", "巴特尔")),
        ("本报讯（记者 赵明远 通讯员 钱立秋）入冬以来", ("赵明远", "钱立秋")),
        ("本报讯(通讯员赵明远)入冬以来", ("赵明远",)),
        ("本报讯 入冬以来，村里的记者赵明远很忙。", ()),
        ("本报讯 钱立秋报道：入冬以来", ("钱立秋",)),
        ("本报讯 钱立秋、芮长河报道：入冬以来", ("钱立秋", "芮长河")),
        ("本报讯（钱立秋）入冬以来", ("钱立秋",)),
        ("本报讯 连续报道：入冬以来", ()),
        ("本报讯（来信）入冬以来", ()),
    ],
)
def test_the_opening_of_a_news_item_names_its_authors(text: str, names: tuple[str, ...]) -> None:
    assert opening_names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("粮食入了仓。（本报记者 赵明远）", ("赵明远",)),
        ("粮食入了仓。(赵明远 钱立秋)", ("赵明远", "钱立秋")),
        ("粮食入了仓（共三百吨）", ()),
        ("粮食入了仓。（芮长河）", ("芮长河",)),
        ("粮食入了仓。（普天佑 字远山）", ("普天佑", "字远山")),
        ("粮食入了仓。（普查组）", ()),
        ("粮食入了仓。（能源）", ()),
        ("粮食入了仓。（简讯）", ()),
    ],
)
def test_a_sign_off_in_brackets_names_the_author(text: str, names: tuple[str, ...]) -> None:
    assert signed_names(text) == names
