"""Paths of regions, from the province down: 内蒙古自治区/赤峰市/宁城县."""

from __future__ import annotations

import re
from functools import lru_cache

PROVINCE, PREFECTURE, COUNTY, TOWNSHIP, VILLAGE = 1, 2, 3, 4, 5

# Cities without a prefecture above them: the only 市 below a province that are of county level.
COUNTY_CITY = re.compile(
    "(?:济源|仙桃|潜江|天门|五指山|琼海|文昌|万宁|东方|"
    "石河子|阿拉尔|图木舒克|五家渠|北屯|铁门关|双河|可克达拉|昆玉|胡杨河|新星|白杨)市"
)
TOWNSHIP_ENDINGS = ("镇", "乡", "街道", "苏木", "办事处")
VILLAGE_ENDINGS = ("村", "社区", "嘎查", "屯", "居委会", "连队", "小区")


def name_of(path: str) -> str:
    """The last name of a path: 木垒哈萨克自治县."""
    return path.rpartition("/")[2]


def parent(path: str) -> str | None:
    """The path one step up; None for a province."""
    return path.rpartition("/")[0] or None


def ancestors(path: str) -> tuple[str, ...]:
    """All paths above this one, the province first, without the path itself."""
    names = path.split("/")
    return tuple("/".join(names[:depth]) for depth in range(1, len(names)))


def within(path: str, region: str) -> bool:
    """Whether the path is the region or lies below it."""
    return path == region or path.startswith(region + "/")


@lru_cache(maxsize=8192)
def level(path: str) -> int:
    """1 province, 2 prefecture, 3 county, 4 township, 5 village.

    The depth does not say it (北京市/东城区 is a county), the ending of the name mostly does.
    """
    name, depth = name_of(path), path.count("/")
    if depth == 0:
        return PROVINCE
    if name.endswith(VILLAGE_ENDINGS) and depth > 1:
        return VILLAGE
    if name.endswith(TOWNSHIP_ENDINGS):
        return TOWNSHIP
    if depth > 2 and name[-1] not in "县旗区市":
        return VILLAGE if depth > 3 else TOWNSHIP
    if name.endswith(("州", "盟", "地区")) and depth == 1:
        return PREFECTURE
    if depth == 1 and name.endswith("市") and not COUNTY_CITY.fullmatch(name):
        return PREFECTURE
    return COUNTY


def county_of(path: str) -> str | None:
    """The county a township or village lies in, the path itself for a county, else None."""
    for above in (path, *reversed(ancestors(path))):
        if level(above) == COUNTY:
            return above
    return None
