"""Numbers of a question that an article contradicts: 第六届 where it has 第五届. Pure.

A number that simply is not there says little, for other words may be enough. One that stands in
the article beside the same noun with another value says that something else is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from store.chunks import head, parts
from store.fold import fold
from store.model import Article, Contradiction
from store.numerals import LARGE, PLACES, worth

DIGITS = "零〇一二两三四五六七八九十百千万亿"
COUNTED = (
    "[届次期批个名位户场家人项条件支棵亩台座所处间元吨公里米岁年轮代级段株头只匹辆部套本册卷份张幅"
    "袋箱盒层楼节堂门种类样组篇]"
)
NUMBER = re.compile(
    rf"(?P<about>近|约|超|大约|将近|上|不到|超过|接近|差不多)?(?P<nth>第)?"
    rf"(?P<value>\d+(?:\.\d+)?[万亿千]?|[{DIGITS}]+)(?P<more>[多余来几])?"
    rf"(?P<unit>{COUNTED})?(?P<behind>多)?"
)
ROUND = 0.1
"""Part of a number by which a round one in a question may differ from it (七十岁 for 71)."""
SIGNS = re.compile(r"(?!(?<=\d)\.\d)[\W_]")
"""What stands between words, a point inside a figure apart."""
NOUN = 2
"""Characters of the noun behind a number."""
NEAR = 10
"""Characters behind a number in which its noun is looked for in an article."""
AROUND = 12
"""The same on either side, where the number is the one asked for."""
BEFORE = 6
"""The same before it (奖金680万元)."""
HAN = re.compile(r"[\u4e00-\u9fff]{1,8}")
ITEMS = ("项", "条")
BARE = frozenset("百千万亿")
"""千家万户 counts nothing."""
STOPS = frozenset("的了是被把吗呢吧啊什哪谁怎多少几")


class Figure(NamedTuple):
    """A number with what it counts: at characters `start` to `stop`; `nth` for an ordinal."""

    value: float
    nth: bool
    unit: str
    start: int
    stop: int


def premise(question: str, article: Article) -> Contradiction | None:
    """The first number of a folded question that the article gives otherwise; None for none."""
    asked = [one for one in figures(question) if worthwhile(one)]
    if article.date:
        # Its year is known, and a question of another one is held to that.
        asked = [one for one in asked if one.unit != "年"]
    if not asked:
        return None
    text = SIGNS.sub("", fold("\n".join((head(article), *parts(article)))))
    printed = list(figures(text))
    for one in asked:
        nouns = list(nouns_of(question, one))
        if any(agrees(one, hit, text, nouns) for hit in NUMBER.finditer(text)):
            continue
        for other in printed:
            noun = next((noun for noun in nouns if counts(other, text, noun)), None)
            if noun and like(one, other):
                what = "" if one.unit else noun
                said, held = question[one.start : one.stop], text[other.start : other.stop]
                return Contradiction("number", said + what, held + what)
    return None


def agrees(one: Figure, hit: re.Match[str], text: str, nouns: Sequence[str]) -> bool:
    """Whether a number of the text is the one asked for: the same, and near the same noun; a
    year needs none."""
    if (bool(hit["nth"]), valued(hit["value"])) != (one.nth, one.value):
        return False
    if one.unit == "年":
        return True
    around = text[max(0, hit.start() - AROUND) : hit.end() + AROUND]
    return any(noun in around for noun in nouns)


def figures(text: str) -> Iterator[Figure]:
    """The exact numbers of a text that count or order something."""
    for hit in NUMBER.finditer(text):
        if hit["about"] or hit["more"] or hit["behind"] or not (hit["nth"] or hit["unit"]):
            continue
        if hit["value"] in BARE:
            continue
        yield Figure(valued(hit["value"]), bool(hit["nth"]), hit["unit"] or "", *hit.span())


def valued(said: str) -> float:
    """What a number in figures or in words is worth."""
    if not said[0].isdigit():
        return worth(said)
    plain = said.rstrip("万亿千")
    factor = 1
    for char in said[len(plain) :]:
        factor *= LARGE.get(char) or PLACES[char]
    return float(plain) * factor


def worthwhile(one: Figure) -> bool:
    """Whether a number says something: 一个 and 一次 do not, 第一 does; a year has four figures. An
    item of a list (第三项) is looked for in the list itself."""
    if one.nth:
        return one.unit not in ITEMS
    return one.value > (999 if one.unit == "年" else 1)


def like(one: Figure, other: Figure) -> bool:
    """Whether two numbers count or order in the same way, and the first is not the second
    rounded."""
    rounded = not one.nth and one.value % 10 == 0
    near = rounded and abs(one.value - other.value) <= ROUND * other.value
    return (one.nth, one.unit) == (other.nth, other.unit) and not near


def nouns_of(question: str, one: Figure) -> Iterator[str]:
    """The first characters of what a number of the question counts, that stands behind it or else
    before it. Between an ordinal and its noun there may be a place (第六届柳河县山货节)."""
    behind = HAN.match(question[one.stop :].lstrip("的 "))
    noun = "".join(takewhile(lambda char: char not in STOPS, behind[0])) if behind else ""
    if not noun:
        before = question[max(0, one.start - NOUN) : one.start]
        if len(before) == NOUN and HAN.fullmatch(before) and STOPS.isdisjoint(before):
            yield before
        return
    reach = len(noun) - 1 if one.nth and one.unit else 1
    yield from (noun[at : at + NOUN] for at in range(max(1, reach)))


def counts(one: Figure, text: str, noun: str) -> bool:
    """Whether a number of a text counts what this noun says; a single character must be next."""
    if len(noun) < NOUN:
        return text[one.stop : one.stop + 1] == noun
    around = text[max(0, one.start - BEFORE) : one.start], text[one.stop :][: NEAR + NOUN]
    return any(noun in side for side in around)
