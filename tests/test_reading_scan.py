from __future__ import annotations

import pytest

from store.model import Draft
from store.pages import page_from_text
from store.reading import read

LONG = "{}的老人们在村口搭起凉棚，谁家有事就到棚里说一说，年轻人回来也先到这里坐一坐。"


def articles(*lines: str) -> tuple[Draft, ...]:
    return read(page_from_text("\n\n".join(lines))).articles


def bodies(draft: Draft) -> list[str]:
    return [p.text for p in draft.paragraphs]


def test_a_report_has_title_subtitle_byline_and_subheads_as_paragraphs() -> None:
    (found,) = articles(
        "一渠清水 润泽千家",
        "——青崖县饮水改造纪实",
        "□本报记者 赵明远",
        LONG.format("前坡村"),
        "党员带头挖管沟",
        LONG.format("东沟村"),
    )
    assert (found.title, found.subtitle, found.kind) == (
        "一渠清水 润泽千家",
        "青崖县饮水改造纪实",
        "feature",
    )
    assert (found.authors, bodies(found)[1]) == (("赵明远",), "党员带头挖管沟")


def test_a_news_item_opens_a_new_article_under_its_heading() -> None:
    first, second = articles(
        "夜校亮灯",
        "□本报记者 赵明远",
        LONG.format("前坡村"),
        "柳湾县北梁镇",
        "党员进村 服务到家",
        "本报讯 通讯员钱立秋报道：" + LONG.format("东沟村"),
    )
    assert (first.title, first.kind) == ("夜校亮灯", "feature")
    assert (second.kicker, second.title, second.kind) == (
        "柳湾县北梁镇",
        "党员进村 服务到家",
        "news",
    )
    assert second.authors == ("钱立秋",)


@pytest.mark.parametrize("mark", "◆■●▲◇")
def test_each_marked_item_of_a_briefs_column_is_an_article(mark: str) -> None:
    found = articles(
        "简讯",
        f"{mark}近日，青崖县新建的书屋开放，两周借出图书三百册。（赵明远）",
        f"{mark}柳湾县修好水渠，浇地五百亩。（钱立秋）",
    )
    assert [d.kind for d in found] == ["brief", "brief"]
    assert [d.column for d in found] == ["简讯", "简讯"]
    assert [d.authors for d in found] == [("赵明远",), ("钱立秋",)]
    assert found[0].title == "青崖县新建的书屋开放" and "title_derived" in found[0].flags


def test_a_report_after_a_briefs_column_is_no_brief() -> None:
    found = articles(
        "简讯",
        "◆近日，青崖县书屋开放，两周借出图书三百册。（赵明远）",
        "夜校亮灯 乡村添劲",
        "□本报记者 孙岚",
        LONG.format("前坡村"),
        LONG.format("东沟村"),
    )
    assert [(d.kind, len(d.paragraphs)) for d in found] == [("brief", 1), ("feature", 2)]


@pytest.mark.parametrize(
    "numbers", [("(一)", "(二)"), ("1.", "2."), ("第一，", "第二，"), ("①", "②")]
)
def test_a_study_item_keeps_its_numbered_points(numbers: tuple[str, str]) -> None:
    (found,) = articles(
        "◎每周一学",
        "★支部会议怎样开：",
        f"{numbers[0]}会前三天把议题发给党员。",
        f"{numbers[1]}会后一周内公布结果。（来源：晨岭日报）",
    )
    assert (found.kind, found.column, found.title) == ("study", "每周一学", "支部会议怎样开")
    assert (found.source, len(found.paragraphs)) == ("晨岭日报", 2)


def test_a_caption_at_a_pictures_place_belongs_to_the_article_around_it() -> None:
    text = (
        "夜校亮灯 乡村添劲\n\n\n\n学员在练习修剪果枝。\n\n□孙岚摄\n\n本报讯 通讯员赵明远报道："
        + LONG.format("前坡村")
    )
    (found,) = read(page_from_text(text)).articles
    assert [c.text for c in found.captions] == ["学员在练习修剪果枝。孙岚摄"]
    assert (found.kind, found.authors, len(found.paragraphs)) == ("news", ("赵明远",), 1)


def test_a_picture_with_a_title_is_an_article_of_its_own_and_ends_with_its_credit() -> None:
    text = "\n\n".join(
        (
            "修渠记",
            "□本报记者 赵明远",
            LONG.format("前坡村") + "水渠修到了最",
            "\n\n晒秋",
            "前坡村的屋顶上铺满辣椒。",
            "□孙岚摄",
            "远的一户人家。",
        )
    )
    first, second = read(page_from_text(text)).articles
    assert bodies(first) == [LONG.format("前坡村") + "水渠修到了最远的一户人家。"]
    assert (second.kind, second.title, second.authors) == ("photo", "晒秋", ("孙岚",))


def test_a_source_line_closes_an_essay() -> None:
    first, second = articles(
        "党建论坛",
        "调研要走岔道",
        "□赵明远",
        LONG.format("前坡村"),
        "来源：晨岭日报",
        "评论观点",
        "小事要当大事办",
        "□钱立秋",
        LONG.format("东沟村"),
        "来源：北川党建",
    )
    assert (first.kind, first.column, first.source) == ("commentary", "党建论坛", "晨岭日报")
    assert (second.kind, second.column, second.source) == ("commentary", "评论观点", "北川党建")


def test_a_column_of_news_reaches_the_news_that_follow_and_no_further() -> None:
    news = "本报讯 通讯员赵明远报道：" + LONG
    found = articles(
        "基层动态",
        "甲村修渠忙",
        news.format("前坡村"),
        "乙村书屋开",
        news.format("东沟村"),
        "夜校亮灯 乡村添劲",
        "□本报记者 孙岚",
        LONG.format("大井村"),
    )
    assert [d.column for d in found] == ["基层动态", "基层动态", None]


def test_editors_are_facts_of_the_page() -> None:
    reading = read(
        page_from_text(
            "□编辑/赵明远\n□版式/钱立秋\n\n夜校亮灯\n\n□本报记者 孙岚\n\n" + LONG.format("前坡村")
        )
    )
    assert [(n.kind, n.text) for n in reading.facts] == [
        ("编辑", "□编辑/赵明远"),
        ("版式", "□版式/钱立秋"),
    ]
    assert reading.articles[0].authors == ("孙岚",)


def test_a_byline_under_a_column_without_a_title_gets_one_derived() -> None:
    (found,) = articles(
        "◎山乡来信",
        "□本报记者 赵明远",
        "“来了就坐。”村民说。",
        "前坡村办起议事亭，大事小事摆到桌面上说。",
    )
    assert (found.title, found.flags) == ("前坡村办起议事亭", ("title_derived",))


def test_reports_without_bylines_are_told_apart_by_their_opening_and_words() -> None:
    told = "近日，{}组织党员走进田间，帮助缺劳力的农户抢收玉米，两天收了三百亩，村民连声道谢。"
    found = articles(
        "前坡村党员抢收忙",
        told.format("前坡村"),
        LONG.format("前坡村"),
        "东沟村党员义诊送到家",
        told.format("东沟村").replace("抢收玉米", "看病义诊"),
    )
    assert [(d.title, len(d.paragraphs)) for d in found] == [
        ("前坡村党员抢收忙", 2),
        ("东沟村党员义诊送到家", 1),
    ]


def test_titled_items_of_a_briefs_column_stay_briefs() -> None:
    news = "本报讯（记者 赵明远）近日，青崖县新建的书屋开放，两周借出图书三百册。"
    found = articles("简讯", "▲前坡村办起书屋", news, "▲东沟村也修渠", news.replace("书屋", "水渠"))
    assert [(d.kind, d.title) for d in found] == [
        ("brief", "前坡村办起书屋"),
        ("brief", "东沟村也修渠"),
    ]


def test_a_columns_name_fused_with_the_title_is_taken_apart() -> None:
    (found,) = articles("党建论坛 调研要走岔道", "□赵明远", LONG.format("前坡村"), "来源：晨岭日报")
    assert (found.column, found.title) == ("党建论坛", "调研要走岔道")


def test_a_place_with_a_colon_above_a_title_is_a_kicker() -> None:
    (found,) = articles(
        "【山乡来信】", "青崖县：", "党员上渠 清水进村", "本报记者 赵明远", LONG.format("前坡村")
    )
    assert (found.column, found.kicker, found.title) == ("山乡来信", "青崖县", "党员上渠 清水进村")


STEPS = "开短会、说短话，看似小事，其实是大作风，会短了，干部才有时间到群众中去，把事情办好办实。"


def test_a_byline_printed_over_its_title_signs_that_article() -> None:
    text = "\n\n".join(("党建微视角", "●孙岚", "会风就是作风", STEPS, STEPS[5:]))
    (found,) = read(page_from_text(text)).articles
    assert (found.title, found.authors, found.column) == ("会风就是作风", ("孙岚",), "党建微视角")


def test_the_rest_of_an_article_from_another_page_stands_alone_and_damaged() -> None:
    text = "\n\n".join(("会风就是作风", "□孙岚", STEPS, "(上接第一版)青崖县修好了水渠，浇上了地。"))
    found = read(page_from_text(text)).articles
    assert [(d.title, "damaged" in d.flags) for d in found] == [
        ("会风就是作风", False),
        ("青崖县修好了水渠", True),
    ]


def test_a_line_that_stands_for_a_picture_makes_a_caption_of_the_next() -> None:
    text = "\n\n".join(
        ("# 会风就是作风", "□孙岚", STEPS, "![](a.jpg)", "青崖县干部在田头开会。孙岚 摄", STEPS[5:])
    )
    (found,) = read(page_from_text(text)).articles
    assert [c.text for c in found.captions] == ["青崖县干部在田头开会。孙岚 摄"]


def test_a_known_column_is_no_title_in_markdown_and_dashes_mark_its_briefs() -> None:
    text = "# 简讯\n\n- 柳湾县清理村级牌子，共摘下九百块。（许晴）\n- 红渡县修好水渠三条。（卫东）"
    found = read(page_from_text(text)).articles
    assert [(d.kind, d.column, d.authors) for d in found] == [
        ("brief", "简讯", ("许晴",)),
        ("brief", "简讯", ("卫东",)),
    ]


@pytest.mark.parametrize("name", ["◎简讯", "【简讯】", "■简讯", "●简讯", "简讯", "◎时评"])
def test_a_known_columns_name_is_never_a_byline(name: str) -> None:
    first, second = articles(
        "党建论坛",
        "调研要走岔道",
        "□赵明远",
        LONG.format("前坡村"),
        "来源：晨岭日报",
        name,
        "▲近日，青崖县新建的书屋开放，两周借出图书三百册。（孙岚）",
    )[:2]
    assert first.authors == ("赵明远",)
    assert (second.column, second.authors) == (name.strip("◎【】■●"), ("孙岚",))


def test_a_star_marks_the_items_of_a_briefs_column() -> None:
    found = articles(
        "◎简讯",
        "★近日，青崖县新建的书屋开放，两周借出图书三百册。（赵明远）",
        "★柳湾县石桥镇修好水渠，浇地五百亩。（钱立秋）",
    )
    assert [(d.kind, d.column) for d in found] == [("brief", "简讯")] * 2
    assert found[0].title == "青崖县新建的书屋开放"
