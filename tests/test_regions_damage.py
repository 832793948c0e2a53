"""Damaged names of places."""

from __future__ import annotations

import pytest

from store.regions import load_gazetteer, mentions
from store.regions.damage import damaged
from store.regions.likeness import likeness

OFFICIAL = load_gazetteer()
CHANGJI = "新疆维吾尔自治区/昌吉回族自治州"


def mended(text: str, home: str | None = None) -> list[tuple[str, str]]:
    found = damaged(text, mentions(text, OFFICIAL, home), OFFICIAL, home)
    return [(damage.mention.surface, damage.right) for damage in found]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("鄂尔多斯市准格旗的梨", ("准格旗", "准格尔旗")),
        ("昌吉州木磊县的羊", ("木磊县", "木垒县")),
        ("昌吉州吉木尔萨县的瓜", ("吉木尔萨县", "吉木萨尔县")),
        ("赤峰市阿鲁科尓沁旗的奶", ("阿鲁科尓沁旗", "阿鲁科尔沁旗")),
    ],
)
def test_a_damaged_name_behind_its_prefecture_is_recognised(
    text: str, pair: tuple[str, str]
) -> None:
    assert mended(text) == [pair]


@pytest.mark.parametrize(
    "text",
    [
        "昌吉州木垒县的羊",
        "保定市和涞源县都下了雨",
        "呼和浩特市新区的路",
        "赤峰市各旗县区",
        "昌吉州贫困县摘帽",
    ],
)
def test_sound_names_and_ordinary_words_are_left_alone(text: str) -> None:
    assert mended(text) == []


def test_at_home_a_county_is_known_by_its_sound() -> None:
    assert mended("奇太县的小麦", CHANGJI) == [("奇太县", "奇台县")]
    assert mended("奇太县的小麦") == []


def test_a_short_name_must_sound_the_same() -> None:
    assert likeness("东城区", "东胜区") == 0
    assert likeness("木磊县", "木垒县") > 0.9
