"""The data files and what writes them."""

from __future__ import annotations

from collections import Counter

from store.regions import level, official
from store.regions.build import outline
from store.regions.curated import EVERYDAY, FORMER


def test_the_outline_indents_by_depth_and_keeps_townships_apart() -> None:
    divisions = [[1, "1", "", "甲省"], [2, "2", "1", "乙市"], [3, "3", "2", "丙县"]]
    names, towns = outline([*divisions, [4, "4", "3", "丁镇"], [4, "5", "3", "戊乡"]])
    assert names == ["甲省", " 乙市", "  丙县"]
    assert towns == ["", "", "丁镇 戊乡"]


def test_the_data_holds_every_division_of_the_source() -> None:
    counts = Counter(level(path) for path in official.counties())
    assert (counts[1], counts[2], counts[3]) == (34, 333, 2845)
    assert sum(map(len, official.townships().values())) == 38_723


def test_every_name_of_our_own_lists_leads_to_a_division_of_today() -> None:
    known = set(official.counties())
    assert set(EVERYDAY.values()) | set(FORMER.values()) <= known
