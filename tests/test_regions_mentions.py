"""Places named in a text."""

from __future__ import annotations

import pytest

from store.regions import load_gazetteer, mentions
from store.regions.paths import name_of

OFFICIAL = load_gazetteer()


def named(text: str, home: str | None = None) -> list[str]:
    return [name_of(mention.path) for mention in mentions(text, OFFICIAL, home)]


@pytest.mark.parametrize(
    "text",
    [
        "加强合作，盘活资源，公安民警前往。",
        "黄河南岸的麦子熟了。",
        "他住在南京路，北京时间八点出门。",
        "乡里推出“护鞍山”，三十人认领湿地。",
        "太行山东麓的一个村。",
        "老城区和开发区都在城区里。",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("昌吉州木垒县东城镇", ["昌吉回族自治州", "木垒哈萨克自治县", "东城镇"]),
        ("河南省南阳市", ["河南省", "南阳市"]),
        ("科右中旗和东乌旗", ["科尔沁右翼中旗", "东乌珠穆沁旗"]),
        ("阜康市上户沟乡", ["阜康市", "上户沟哈萨克族乡"]),
        ("从内蒙古到广西", ["内蒙古自治区", "广西壮族自治区"]),
        ("沈阳市和平区", ["沈阳市", "和平区"]),
    ],
)
def test_places_are_named_by_every_name_in_use(text: str, places: list[str]) -> None:
    assert named(text) == places


def test_a_short_name_needs_its_county_or_its_home_beside_it() -> None:
    assert named("奇台的小麦熟了") == []
    assert named("奇台县的小麦，奇台的面粉") == ["奇台县", "奇台县"]
    assert named("奇台的小麦熟了", "新疆维吾尔自治区/昌吉回族自治州") == ["奇台县"]


def test_a_township_is_believed_only_inside_a_place_that_is_named() -> None:
    assert named("东城镇的书记") == []
    assert named("木垒县办学，东城镇的书记") == ["木垒哈萨克自治县", "东城镇"]


def test_a_mention_says_where_it_stands() -> None:
    text = "昨天在宁城县，人们庆丰收"
    (mention,) = mentions(text, OFFICIAL)
    assert text[mention.start : mention.end] == mention.surface == "宁城县"
    assert 0.9 < mention.confidence <= 1


def test_a_county_that_proves_to_be_none_hides_no_province() -> None:
    assert named("他从江苏来") == ["江苏省"]
    assert named("上海南京路") == ["上海市"]


@pytest.mark.parametrize("text", ["读了湖北日报", "考上了湖北大学", "记者李青海说"])
def test_papers_schools_and_people_are_no_places(text: str) -> None:
    assert named(text) == []


def test_the_name_of_a_paper_tells_which_of_two_districts_is_meant() -> None:
    found = mentions("湖北日报讯 来到青山区看望老人", OFFICIAL)
    assert [mention.path for mention in found] == ["湖北省/武汉市/青山区"]
    assert named("来到青山区看望老人") == []


def test_a_former_name_stands_for_the_division_of_today() -> None:
    assert named("家住重庆市渝北区") == ["重庆市", "两江新区"]
    assert named("从前的伊克昭盟") == ["鄂尔多斯市"]


def test_a_list_of_places_makes_a_short_name_a_place() -> None:
    assert named("昆山、江阴的厂") == ["昆山市", "江阴市"]


def test_long_text_is_read_in_time_that_grows_with_its_length() -> None:
    once = "在宁城县，全县的公安和资源部门合作。"
    assert len(mentions(once * 2000, OFFICIAL)) == 2000


@pytest.mark.parametrize(
    "text", ["吉林省的长白山", "南海北部有浪，广西有雨", "山西的来宾坐满了", "真金白银，甘肃省出"]
)
def test_seas_ranges_and_words_hide_no_city(text: str) -> None:
    assert len(named(text)) == 1


def test_a_doubtful_city_is_one_where_a_place_would_stand() -> None:
    assert named("山西省、大同都下了雪") == ["山西省", "大同市"]
    assert named("山西省讲世界大同的道理") == ["山西省"]


def test_a_river_is_no_county_of_its_name_far_from_that_county() -> None:
    gazetteer = load_gazetteer()
    assert mentions("沿着清水河走三公里，清水河的水清了。", gazetteer) == []
    named = mentions("内蒙古清水河县，清水河的水清了。", gazetteer)
    assert [mention.surface for mention in named][-1] == "清水河"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("5月3日，岷县的药农下地了。", ["岷县"]),
        ("本报讯 近日，费县县委办起夜校。", ["费县"]),
        ("吉县：苹果下树", ["吉县"]),
        ("客车开往河边的云县。", ["云县"]),
        ("古丈县和富县结了对子。", ["古丈县", "富县"]),
    ],
)
def test_a_county_of_two_characters_is_a_place_where_a_place_stands(
    text: str, places: list[str]
) -> None:
    assert named(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "青云县的书屋开了门。",
        "全市致富县域经济有了新路。",
        "坚持生态立县、产业富县。",
        "人才流向富县域外。",
        "打好翻身仗，富县强村。",
        "调整以后，新县委班子到任，代县长到会。",
        "这座千年古县迎来客人。",
        "工业强县，富县富民。",
    ],
)
def test_two_characters_inside_a_longer_word_are_no_county(text: str) -> None:
    assert named(text) == []


def test_a_county_of_two_characters_inside_a_phrase_is_believed_once_it_is_named() -> None:
    assert named("岷县开了夜校。产业兴旺岷县美。") == ["岷县", "岷县"]
