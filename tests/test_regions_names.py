"""Names made by rule."""

from __future__ import annotations

import pytest

from store.regions.names import Style, spellings, stem


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("内蒙古自治区/兴安盟/科尔沁右翼中旗", "科右中旗"),
        ("内蒙古自治区/乌兰察布市/察哈尔右翼前旗", "察右前旗"),
        ("内蒙古自治区/呼和浩特市/土默特左旗", "土左旗"),
        ("辽宁省/朝阳市/喀喇沁左翼蒙古族自治县", "喀左县"),
        ("贵州省/安顺市/紫云苗族布依族自治县", "紫云自治县"),
        ("新疆维吾尔自治区/昌吉回族自治州", "昌吉"),
    ],
)
def test_a_division_goes_by_its_short_names(path: str, name: str) -> None:
    assert name in dict(spellings(path))


def test_a_banner_of_the_left_has_no_bare_name() -> None:
    assert Style.BARE not in dict(spellings("内蒙古自治区/赤峰市/巴林左旗")).values()


@pytest.mark.parametrize(
    ("name", "root"),
    [
        ("木垒哈萨克自治县", "木垒"),
        ("鄂温克族自治旗", "鄂温克"),
        ("内蒙古自治区", "内蒙古"),
        ("积石山保安族东乡族撒拉族自治县", "积石山"),
        ("上户沟哈萨克族乡", "上户沟"),
        ("东乡族自治县", "东乡"),
        ("萨马街鄂温克民族乡", "萨马街"),
        ("恩和俄罗斯族民族乡", "恩和"),
        ("达斡尔民族乡", "达斡尔"),
        ("勒门巴民族乡", "勒门巴"),
        ("民族团结乡", "民族团结"),
    ],
)
def test_the_stem_leaves_the_peoples_out_unless_nothing_else_is_left(name: str, root: str) -> None:
    assert stem(name) == root


def test_a_name_is_made_once() -> None:
    county = "新疆维吾尔自治区/昌吉回族自治州/阜康市"
    made = list(spellings(f"{county}/上户沟哈萨克族乡"))
    assert [name for name, _ in made] == ["上户沟哈萨克族乡", "上户沟乡", "上户沟镇"]


def test_a_city_is_known_by_the_county_it_was() -> None:
    names = dict(spellings("新疆维吾尔自治区/塔城地区/沙湾市"))
    assert names["沙湾县"] is Style.FORMER
