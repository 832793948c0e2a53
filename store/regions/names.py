"""The names a division goes by, made from its official name by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from store.regions.paths import COUNTY, PREFECTURE, TOWNSHIP, level, name_of, parent

# The peoples whose names stand in division names, the longer first where one begins another.
PEOPLES = (
    "维吾尔|哈萨克|柯尔克孜|达斡尔|鄂温克|鄂伦春|乌孜别克|塔吉克|塔塔尔|俄罗斯|布依|布朗|土家|哈尼|"
    "拉祜|傈僳|纳西|景颇|仡佬|仫佬|毛南|朝鲜|蒙古|裕固|保安|东乡|撒拉|锡伯|"
    "普米|阿昌|独龙|德昂|基诺|门巴|珞巴|高山|赫哲|各|回|藏|壮|苗|"
    "彝|侗|瑶|白|傣|黎|佤|畲|水|土|羌|满|怒|京"
)
PEOPLE = re.compile(f"(?:(?:{PEOPLES})族|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|蒙古)+$")
NAMED_FOR = re.compile(f"(?:(?:{'|'.join(p for p in PEOPLES.split('|') if len(p) > 1)})族?)+$")
"""The peoples before 民族乡, which are written without 族."""
ENDING = re.compile(
    "(?:民族乡|民族苏木|特别行政区|自治区|自治州|自治县|自治旗|联合旗|地区|新区|矿区|林区|街道|苏木|族乡"
    "|[省市县区旗州盟镇乡])$"
)
WING = re.compile("^(.)..*(左|右)翼(.*族自治县|[前中后]旗)$")
BANNER = re.compile("^(.).+([左右前中后])旗$")


class Style(IntEnum):
    """How a name names: the higher, the less it needs beside it to be believed."""

    BARE = 1  # 木垒: without a word for the kind of division
    FORMER = 2  # 沙湾县 for the city that it became
    STYLED = 3  # 木垒县, 昌吉州
    FULL = 4  # as in the official list


class Sense(NamedTuple):
    """One division that a name may stand for."""

    path: str
    style: Style


def stem(name: str) -> str:
    """The name without its ending and the peoples in it; empty when nothing else is in it.

    木垒哈萨克自治县 gives 木垒; of 内蒙古 and 鄂温克族自治旗 the people is what remains.
    """
    found = ENDING.search(name)
    if not found:
        return name
    whole = name[: found.start()]
    if found[0].startswith("民族"):
        rest = NAMED_FOR.sub("", whole)
        return rest if len(rest) > 1 else whole
    if found[0] == "族乡":
        whole += "族"
    rest = PEOPLE.sub("", whole) if "族" in whole or "自治" in found[0] else whole
    return rest if len(rest) > 1 else whole.removesuffix("族")


def short_name(path: str) -> str:
    """What a reader calls the place: 新疆, 昌吉州, 木垒县, 上户沟乡; the full name otherwise."""
    name = name_of(path)
    root = stem(name)
    if "/" not in path:
        return root
    if name.endswith(("自治州", "自治县", "自治旗", "族乡")):
        return root + name[-1]
    return name


def spellings(path: str) -> Iterator[tuple[str, Style]]:
    """Every name of a division that follows from its official name, the official one first."""
    name, step = name_of(path), level(path)
    root = stem(name)
    yield name, Style.FULL
    if (short := short_name(path)) not in (name, root):
        yield short, Style.STYLED
    if root != name and "自治" in name and "/" in path:
        yield root + name[-3:], Style.STYLED
    if step <= COUNTY:
        yield from ((banner, Style.STYLED) for banner in banners(name))
        if len(root) > 1 and root != name and not BANNER.match(name):
            yield root, Style.BARE
        yield from ((former, Style.FORMER) for former in formers(path, root))
    elif step == TOWNSHIP and name[-1] in "镇乡" and len(root) > 1:
        others = (root + kind for kind in "镇乡" if root + kind not in (name, short))
        yield from ((other, Style.FORMER) for other in others)


def banners(name: str) -> Iterator[str]:
    """Short names of left and right, front and rear: 科右中旗, 察右前旗, 东乌旗, 土左旗, 喀左县."""
    if wing := WING.match(name):
        yield wing[1] + wing[2] + (wing[3] if wing[3][-1] == "旗" else "县")
    elif banner := BANNER.match(name):
        yield banner[1] + banner[2] + "旗"


def formers(path: str, root: str) -> Iterator[str]:
    """What the division was called before it was raised: a county made city, a city made ward."""
    name, step = name_of(path), level(path)
    if len(root) < 2:
        return
    if step == COUNTY and name[-1] in "市区":
        yield root + "县"
        if name[-1] == "区":
            yield root + "市"
    elif step == PREFECTURE and name[-1] == "市":
        yield root + "地区"
        if parent(path) == "内蒙古自治区":
            yield root + "盟"
