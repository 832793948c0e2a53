"""The regions package as the rest of the store uses it."""

from __future__ import annotations

import pytest

from store.regions import children, home_of, level, load_gazetteer, parent, short_name

OFFICIAL = load_gazetteer()
MULEI = "新疆维吾尔自治区/昌吉回族自治州/木垒哈萨克自治县"
OWN = [("云岭省/青川市/林屏县/石桥镇/水磨村", ("水磨坊",))]


@pytest.mark.parametrize(
    "typed",
    ["木垒", "木垒县", "木垒哈萨克自治县", "昌吉州/木垒县", "昌吉木垒县", "mulei", "木磊县", MULEI],
)
def test_a_typed_region_is_found_by_any_of_its_names(typed: str) -> None:
    assert OFFICIAL.find(typed)[0] == MULEI


@pytest.mark.parametrize("typed", ["", "  ", "不存在的地方", "xyz"])
def test_what_names_no_region_finds_none(typed: str) -> None:
    assert OFFICIAL.find(typed) == []


def test_a_name_of_several_regions_finds_them_all_the_highest_first() -> None:
    assert OFFICIAL.find("海南")[0] == "海南省"
    assert "青海省/海南藏族自治州" in OFFICIAL.find("海南")


def test_a_former_name_finds_the_region_of_today() -> None:
    assert OFFICIAL.find("伊克昭盟") == ["内蒙古自治区/鄂尔多斯市"]
    assert OFFICIAL.find("库车县") == ["新疆维吾尔自治区/阿克苏地区/库车市"]


@pytest.mark.parametrize(
    ("path", "step"),
    [
        ("北京市", 1),
        ("湖北省/仙桃市", 3),
        ("湖北省/宜昌市", 2),
        ("北京市/东城区", 3),
        ("广东省/东莞市/虎门镇", 4),
        (OWN[0][0], 5),
    ],
)
def test_the_level_of_a_path_follows_from_its_name_not_its_depth(path: str, step: int) -> None:
    assert level(path) == step


@pytest.mark.parametrize(
    ("path", "short"),
    [
        ("新疆维吾尔自治区", "新疆"),
        ("内蒙古自治区", "内蒙古"),
        ("新疆维吾尔自治区/昌吉回族自治州", "昌吉州"),
        (MULEI, "木垒县"),
        ("河南省/新乡市", "新乡市"),
    ],
)
def test_the_short_name_is_the_one_in_daily_use(path: str, short: str) -> None:
    assert short_name(path) == short


def test_children_go_down_to_the_townships() -> None:
    assert f"{MULEI}/东城镇" in children(MULEI)
    assert parent(f"{MULEI}/东城镇") == MULEI
    assert parent("新疆维吾尔自治区") is None


def test_places_of_the_owner_bring_a_province_of_their_own() -> None:
    own = load_gazetteer(OWN)
    assert own.find("林屏") == ["云岭省/青川市/林屏县"]
    assert own.find("水磨坊") == [OWN[0][0]]
    assert own.children("云岭省/青川市") == ("云岭省/青川市/林屏县",)


def test_the_name_of_the_paper_says_its_home() -> None:
    assert home_of("昌吉日报", [], OFFICIAL) == "新疆维吾尔自治区/昌吉回族自治州"
    assert home_of("内蒙古日报", [], OFFICIAL) == "内蒙古自治区"


@pytest.mark.parametrize("paper", ["光明日报", "新华日报", "解放日报", "人民日报"])
def test_a_paper_named_after_a_word_has_no_home_by_name(paper: str) -> None:
    assert home_of(paper, [], OFFICIAL) is None


def test_the_places_that_the_articles_keep_naming_say_the_home() -> None:
    texts = ["宁城县修好了水渠。", "敖汉旗办起夜校。", "松山区的菜市搬了家。"]
    assert home_of(None, texts, OFFICIAL) == "内蒙古自治区/赤峰市"
    assert home_of("村里的报", ["今天下雨。"], OFFICIAL) is None
