"""Authors, papers and columns that a question names by its form, known to the archive or not.

林秋水写的…, 新林日报上的…, 记者林秋水: nobody asks so for anything else. Those that the archive
holds are found by `store.held_names`; the others are here, so that what another wrote is not taken
for theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from store.background import background
from store.fold import fold
from store.forms import HAN
from store.reading.bylines import is_name
from store.restrictions import Restriction, alone

EDGE = r"(?:^|(?<=[\s,。?!、:的是有看找查]))"
NAME = "[^\\W\\d_a-z的是这那份个本各看在上天期张哪什么几些有开设办了和与及]"
"""A character that a paper's or a column's name may well have."""
WITH_AND = "呼和浩特|和(?:田|静|平|布克赛尔|顺|硕|龙|政|林格尔)"
"""Places in whose names 和 joins nothing."""
WROTE = re.compile(
    rf"{EDGE}(?P<name>{HAN}{{2,4}}?)(?:同志|老师|记者)?(?:最近|去年|今年)?"
    "(?:写的|写了|写过|采写|撰写|拍的|拍摄|摄影|摄(?=$)|报道的|发表的|署名)的?"
)
TITLED = re.compile(
    rf"(?:本报记者|记者|通讯员|作者|摄影)[是为叫:,\s]*(?P<name>{HAN}{{2,3}}?)"
    r"(?=$|[\s,。?!]|的|写|拍|采写|报道|发表|关于)的?"
)
PAPER = re.compile(
    f"(?:来源|来自|转载自?|选自|摘自|据)?(?P<name>(?:{WITH_AND}|{NAME}{{2,4}})"
    "(?:[日晚晨早时周商]报|都市报|青年报|法治报|工人报|(?:杂志|(?<!互联)(?<!因特)网)(?=转载|刊?登|发表|的(?:文章|报道|评论))))(?!社)"
)
COLUMN = re.compile(
    rf"{EDGE}[“\"「《]?(?!新)(?P<name>{NAME}{{2,6}})[”\"」》]?(?:这个)?(?:栏目|专栏)"
)
COMMON = 300
"""Passages of the newspapers at large from which two characters are a word before they are the
beginning of a name: 张建 is in 50, 王小 in 90, 林业 in 370, 高中 in 520, 党员 in 1800."""
TRADES = "人员局办会委部队院所们农工者"
WRITTEN = {"author": (WROTE, TITLED), "paper": (PAPER,), "column": (COLUMN,)}


def strangers(folded: str, spans: Iterable[tuple[int, int]]) -> Iterator[Restriction]:
    """The names a folded question gives, by their form, outside `spans`; each as not known."""
    taken = list(spans)
    for kind, patterns in WRITTEN.items():
        for hit in (hit for pattern in patterns for hit in pattern.finditer(folded)):
            start, stop = hit.span()
            name = hit["name"]
            if any(start < b and a < stop for a, b in taken):
                continue
            if kind == "author" and not person(name):
                continue
            taken.append((start, stop))
            yield Restriction(kind, name, start, stop, alone(kind, name), known=False)


def owner(name: str, folded: str) -> tuple[int, int] | None:
    """Where a folded question begins with an author's name as whose work it asks for (孙雨的河长
    故事); None when it does not, or when that may be an office."""
    hit = re.match(rf"{re.escape(fold(name))}(?=(?:同志|老师|记者)?(?:的|\s)\s*{HAN}{{2}})", folded)
    return hit.span() if hit and person(name) else None


def person(name: str) -> bool:
    """Whether a word is a person's name and no common word that begins like one (党员, 林业局)."""
    common = background().held_by(name[:2]) > COMMON
    return is_name(name) and not common and name[-1] not in TRADES
