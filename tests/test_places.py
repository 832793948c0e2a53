"""The owner's own places: what is one, and how it goes again."""

import pytest

from store import articles, places
from store.database import Store
from store.errors import NotFound, PageError
from store.retag import retag
from tests.newsroom import page

XJ = "新疆维吾尔自治区/昌吉回族自治州/奇台县"


@pytest.mark.parametrize(
    ("line", "path", "aliases"),
    [
        ("云中省/青禾市/桐岗县/后坡村 后坡", "云中省/青禾市/桐岗县/后坡村", ("后坡",)),
        (f"{XJ}/半截沟镇/新泉村", f"{XJ}/半截沟镇/新泉村", ()),
        ("奇台县/新泉村 # 合并来的", f"{XJ}/新泉村", ()),
        ("新疆/昌吉州/奇台县/103团", f"{XJ}/103团", ()),
        ("昌吉市/新泉村", "新疆维吾尔自治区/昌吉回族自治州/昌吉市/新泉村", ()),
    ],
)
def test_a_place_is_a_path_from_the_province_down(
    line: str, path: str, aliases: tuple[str, ...]
) -> None:
    assert places.parse(f"# 说明\n\n{line}\n") == [(path, aliases)]


@pytest.mark.parametrize(
    "line",
    [
        "foo", "后坡村", "省/市", "桐岗县/后坡村", "云中省//后坡村", "a/b", "城关镇/后坡村",
        "奇苔县/甲村",
    ],
)
def test_what_is_no_place_is_named_with_its_line(line: str) -> None:
    with pytest.raises(PageError, match="第 2 行"):
        places.parse(f"云中省/青禾市\n{line}\n")


def test_a_place_that_is_removed_is_tagged_no_more(store: Store) -> None:
    path = "云中省/青禾县/柳湾村"
    places.add(store, places.parse(f"云中省/青禾县 青禾\n{path} 柳湾\n"))
    page(store)
    assert path in next(articles.everything(store)).regions
    places.remove(store, "柳湾村")
    assert retag(store) == 1
    assert path not in next(articles.everything(store)).regions
    with pytest.raises(NotFound, match="没有添加过"):
        places.remove(store, "柳湾村")


def test_a_name_that_several_places_have_is_not_guessed(store: Store) -> None:
    places.add(store, places.parse("云中省/甲县/东村\n云中省/乙县/东村\n"))
    with pytest.raises(NotFound, match="云中省/甲县/东村"):
        places.remove(store, "东村")
    places.remove(store, "云中省/甲县/东村")
    assert [path for path, _ in places.all_places(store)] == ["云中省/乙县/东村"]
