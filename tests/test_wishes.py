"""From words to wishes and back."""

import pytest

from bot.wishes import MOST_WISHES, Names, described, parse, path_named
from store.regions import load_gazetteer
from store.wishes import Wish

QITAI = "新疆维吾尔自治区/昌吉回族自治州/奇台县"
MULEI = "新疆维吾尔自治区/昌吉回族自治州/木垒哈萨克自治县"
NAMES = Names(
    papers={"石桥日报": "石桥日报"},
    columns={"学习角": "学习角", "读者来信": "读者来信"},
    authors={"岳知秋": "岳知秋"},
    regions=load_gazetteer().find,
    held=frozenset({QITAI}),
)


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("全部", [Wish()]),
        ("每周一學", [Wish(study=True)]),
        ("欄目：學習角", [Wish(column="学习角")]),
        ("全部 -旅游", [Wish(without=("旅游",))]),
        ("奇台县", [Wish(region=QITAI)]),
        ("奇台", [Wish(region=QITAI)]),
        ("qitai", [Wish(region=QITAI)]),
        ("奇台县 每周一学", [Wish(region=QITAI, study=True)]),
        ("昌吉州 奇台县", [Wish(region=QITAI)]),
        ("奇台县 木垒县", [Wish(region=QITAI), Wish(region=MULEI)]),
        ("奇台县、木垒县 岳知秋", [
            Wish(region=QITAI, author="岳知秋"), Wish(region=MULEI, author="岳知秋"),
        ]),
        ("奇台县，每周一学", [Wish(region=QITAI), Wish(study=True)]),
        ("石桥日报 學習角", [Wish(paper="石桥日报", column="学习角")]),
        ("乡村振兴 -旅游", [Wish(words=("乡村振兴",), without=("旅游",))]),
        ("乡村振兴 －旅游、文艺", [Wish(words=("乡村振兴",), without=("旅游", "文艺"))]),
        ("乡村振兴 不要旅游", [Wish(words=("乡村振兴",), without=("旅游",))]),
        ("修路 架桥", [Wish(words=("修路", "架桥"))]),
        ("修路、架桥", [Wish(words=("修路",)), Wish(words=("架桥",))]),
        ("栏目：来信", [Wish(column="读者来信")]),
        ("关键词:奇台", [Wish(words=("奇台",))]),
    ],
)  # fmt: skip
def test_words_are_wishes(text: str, wishes: list[Wish]) -> None:
    assert [list(meaning) for meaning in parse(text, NAMES)] == [wishes]


@pytest.mark.parametrize("text", ["", "   ", "、", "-", "栏目:没有这个"])
def test_what_wishes_nothing_means_nothing(text: str) -> None:
    assert parse(text, NAMES) == ()


def test_a_place_in_full_is_a_place_and_a_bare_name_may_be_a_word() -> None:
    assert parse("振兴区", NAMES) == ((Wish(region="辽宁省/丹东市/振兴区"),),)
    meanings = parse("振兴", NAMES)
    assert (Wish(region="辽宁省/丹东市/振兴区"),) in meanings
    assert meanings[-1] == (Wish(words=("振兴",)),)


def test_the_rest_of_a_line_goes_with_every_sense_of_a_name() -> None:
    meanings = parse("朝阳区 每周一学", NAMES)
    assert len(meanings) > 1
    assert all(wish.study and wish.region for meaning in meanings for wish in meaning)


def test_one_line_makes_only_so_many_wishes() -> None:
    text = " ".join("、".join(f"词{group}{at}" for at in range(9)) for group in range(9))
    (meaning,) = parse(text, NAMES)
    assert len(meaning) == MOST_WISHES


@pytest.mark.parametrize(
    ("wish", "text"),
    [
        (Wish(), "全部"),
        (Wish(without=("旅游",)), "全部 · 不要“旅游”"),
        (Wish(region=MULEI), "木垒县"),
        (Wish(column="学习角", author="岳知秋"), "栏目“学习角” · 作者岳知秋"),
        (Wish(paper="石桥日报", study=True, words=("修路",)), "石桥日报 · 每周一学 · “修路”"),
    ],
)
def test_a_wish_is_said_in_chinese(wish: Wish, text: str) -> None:
    assert described(wish) == text


def test_a_region_is_told_apart_by_those_above_it() -> None:
    assert path_named(MULEI) == "新疆 › 昌吉州 › 木垒县"
