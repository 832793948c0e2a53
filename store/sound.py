"""How characters sound: toneless syllables, the regional accents folded, and typed pinyin.

Readings come from the pypinyin library, by the table `store/data/sounds.txt`. A syllable is
written as one character of the private use area, so that sounds are searched with the same string
operations as characters: `exact` keeps the syllable, `heard` folds what regional accents do not
tell apart (zh/z, ch/c, sh/s, l/n and a final ng/n, except in ong).
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from store.fold import PLANE

FIRST = 0xE000
ODD = (
    "行长调重都色给似还度乐角参率校露吁曝省没劲藏模弹勒朝薄厦仔差便佛血塞泊刹攒奇靓辗"
    "椎柏磅朴畜吓咽尾茄擘伽沓藉蚌噱俩铤琢囤肋掴臭牟伺缪陂漯莘弄爪褪扒坻蹊栅粘裳咋尉膀枞傀槟嚓"
)
"""Characters that newspapers read otherwise than alone in at least one of twenty uses: looking
at the neighbours of rarer cases would cost more than it gives. So would 的, 了 and 着, which
only join words."""
HAN = ("\u3400", "\u9fff")


class Sounds(NamedTuple):
    """`table`: syllable character by code point; `codes`: syllable to its character; `turns`:
    pairs of characters read otherwise than each alone, with the pair's sound; `odd`: the pattern
    of ODD."""

    table: list[str]
    codes: dict[str, str]
    turns: dict[str, str]
    odd: re.Pattern[str]


def exact(squeezed: str) -> str:
    """The sound of a squeezed text, one character a syllable, as long as the text.

    Letters and digits stand for themselves. A character with several readings gets the one its
    neighbour asks for (银行, 行走).
    """
    return said(squeezed, sounds())


def listen(squeezed: str) -> str:
    """The sound of a squeezed text with the accents folded: `heard` of its `exact` sound."""
    return said(squeezed, blurred())


def said(squeezed: str, known: Sounds) -> str:
    """A text in these sounds."""
    turns = known.turns

    def turned(hit: re.Match[str]) -> str:
        at, text = hit.start(), hit.string
        if turn := turns.get(text[at : at + 2]):
            return turn[0]
        return turn[1] if at and (turn := turns.get(text[at - 1 : at + 1])) else text[at]

    return known.odd.sub(turned, squeezed).translate(known.table)


def heard(exact_sound: str) -> str:
    """An exact sound with the accents folded."""
    return exact_sound.translate(accents())


def syllables(exact_sound: str) -> list[str]:
    """The syllables of a sound in letters, for people to read."""
    names = {code: name for name, code in sounds().codes.items()}
    return [names.get(char, char) for char in exact_sound]


@lru_cache(maxsize=1)
def sounds() -> Sounds:
    """The readings of all characters of the basic plane."""
    lines = (files("store") / "data" / "sounds.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines]
    alike = [row for row in rows if len(row) == 2]
    codes = {name: chr(FIRST + i) for i, name in enumerate(sorted(name for name, _ in alike))}
    table = [chr(code) for code in range(PLANE)]
    for name, chars in alike:
        for char in chars:
            table[ord(char)] = codes[name]
    turns = {row[0]: codes[row[1]] + codes[row[2]] for row in rows if len(row) == 3}
    return Sounds(table, codes, turns, re.compile(f"[{ODD}]"))


@lru_cache(maxsize=1)
def blurred() -> Sounds:
    """The readings with the accents folded."""
    known = sounds()
    turns = {pair: heard(turn) for pair, turn in known.turns.items()}
    return known._replace(table=[heard(sound) for sound in known.table], turns=turns)


@lru_cache(maxsize=1)
def accents() -> list[str]:
    """Folded syllable character by code point, for `str.translate`."""
    table = [chr(code) for code in range(PLANE)]
    codes = sounds().codes
    first: dict[str, str] = {}
    for name, code in codes.items():
        table[ord(code)] = first.setdefault(blur(name), code)
    return table


def blur(syllable: str) -> str:
    """A syllable as a listener hears it who does not tell the regional accents apart."""
    name = re.sub(r"^([zcs])h", r"\1", syllable)
    name = re.sub(r"^l", "n", name).replace("v", "u")
    return name[:-1] if name.endswith("ng") and not name.endswith("ong") else name
