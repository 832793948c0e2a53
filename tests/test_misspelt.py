"""Words that are no name of the archive, and the names they may have been meant for."""

import pytest

from bot.misspelt import instead, like_a_place, near
from bot.wishes import Names, Part
from store.wishes import Wish

VILLAGE = "云中省/青禾市/桐岗县/后坡村"
NAMES = Names(
    papers={"青禾日报": "青禾日报"},
    columns={"学习角": "学习角", "先锋在前": "先锋在前", "短讯": "短讯"},
    authors={"谷雨": "谷雨", "尹小川": "尹小川"},
    regions=lambda name: [],
    held=frozenset({"云中省/青禾市/柳湾县", VILLAGE}),
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("学习脚", Part("column", "学习角")),
        ("学习角栏目", Part("column", "学习角")),
        ("短迅", Part("column", "短讯")),
        ("xuexijiao", Part("column", "学习角")),
        ("先锋", Part("column", "先锋在前")),
        ("谷宇", Part("author", "谷雨")),
        ("尹小山", Part("author", "尹小川")),
        ("記者谷雨", Part("author", "谷雨")),
        ("青禾日抱", Part("paper", "青禾日报")),
        ("柳弯", Part("region", "云中省/青禾市/柳湾县")),
        ("后坡", Part("region", VILLAGE)),
    ],
)
def test_the_nearest_name_comes_first(typed: str, meant: Part) -> None:
    assert near(typed, NAMES)[0] == meant


@pytest.mark.parametrize("typed", ["乡村振兴", "养老", "学习角落里", "短信息", "谷子", "小", "a"])
def test_other_words_are_near_to_nothing(typed: str) -> None:
    assert near(typed, NAMES) == []


def test_a_word_the_paper_prints_is_only_asked_about_when_it_names_a_place() -> None:
    assert near("先锋", NAMES, printed=True) == []
    assert near("后坡", NAMES, printed=True) == [Part("region", VILLAGE)]


def test_a_name_takes_the_place_of_the_keyword_and_the_rest_stays() -> None:
    meaning = (Wish(region="云中省", words=("短迅", "果园")),)
    assert instead(meaning, "短迅", [Part("column", "短讯")]) == [
        (Wish(region="云中省", column="短讯", words=("果园",)),)
    ]


def test_words_that_end_like_divisions_look_like_places() -> None:
    for place in ("没有的县", "大河村", "石桥镇", "南滩街道", "青河市", "黑山旗"):
        assert like_a_place(place)
    for word in ("超市", "果园", "美丽乡村", "智慧社区", "特色小镇", "大学生返乡", "高举党旗"):
        assert not like_a_place(word)
