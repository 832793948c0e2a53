"""Numbers in words and in figures: how else the one in a question may be printed. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from store.fold import squeeze

UNITS = frozenset("十百千万亿")
ONES = "零一二三四五六七八九"
DIGITS = {char: value for value, char in enumerate(ONES)} | {"〇": 0, "两": 2}
PLACES = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
COUNTED = (
    "个名位家年月天日号点条项次种人件元亩支户场期所处座公里米斤吨岁块间台套部辆株棵篇届批类倍成分级多余几"
)
"""Measure words, and what says that a number is not exact: with another character behind it 十 or
百 may be part of a word (百姓, 十足)."""
SHARE = rf"百分之(?P<share>[{ONES}两十百]{{1,5}})(?:点(?P<part>[{ONES}]{{1,2}}))?"
RUN = rf"(?P<run>[〇{ONES}]{{3,}})"
WORD = rf"(?<![\d.第{ONES}两十百千万亿])(?P<word>[{ONES}两十][{ONES}两十百千万亿]*)"
FIGURE = r"(?P<figure>\d+(?:\.\d+)?)(?P<large>[万亿%]?)"
NUMBER = re.compile(f"{SHARE}|{RUN}|{WORD}|{FIGURE}")
PRINTED = re.compile(FIGURE)
HEADS = re.compile(r"(?<=\d)个(?=人(?![大口才]))")
"""90个人 is printed as 90人."""
READ = {char: str(value) for char, value in DIGITS.items()} | {"加": "+"}
SUM = re.compile(rf"[\da-z{ONES}](?:加[\da-z{ONES}])+")
"""一加n加x: a formula read aloud."""
VAGUE = frozenset("多余几")
YEAR = re.compile(r"\d{4}(?=年)")
ALOUD = str.maketrans("0123456789", ONES.replace("零", "〇"))
"""A year is read digit by digit."""
WAYS = 2
"""Ways in which one number may be printed in its other form."""
LEAST, MOST = 10, 10**12
"""What is less is printed as it comes; so is what is more."""


class Number(NamedTuple):
    """A number in a question, at characters `start` to `stop`, and how else it is printed, the
    likelier way first.

    `vague` is whether more than that is meant (八千多), `said` whether it was typed in words.
    """

    start: int
    stop: int
    value: float
    others: tuple[str, ...]
    vague: bool
    said: bool


def numbers(folded: str) -> Iterator[Number]:
    """The numbers of a folded question that may be printed in another form."""
    for found in NUMBER.finditer(folded):
        behind = folded[found.end() : found.end() + 1]
        word = found["word"]
        if word and (UNITS.isdisjoint(word) or (behind and behind not in COUNTED)):
            continue
        value, said = valued(found), found["figure"] is None
        if value < MOST and (value >= LEAST or found["share"] or found["large"] == "%"):
            others = in_figures(found, value) if said else in_words(found, value)
            yield Number(*found.span(), value, others, behind in VAGUE, said)


def valued(found: re.Match[str]) -> float:
    """What a match of NUMBER is worth; a share in hundredths."""
    if found["figure"]:
        return float(found["figure"]) * LARGE.get(found["large"], 1)
    if found["share"]:
        return worth(found["share"]) + float("0." + digits(found["part"] or "零"))
    return float(digits(found["run"])) if found["run"] else worth(found["word"])


def worth(word: str) -> float:
    """The value of a number in words: 两千三百, 六百八十万."""
    total = part = last = 0
    for char in word:
        if char == "亿":
            total, part, last = (total + part + last) * LARGE[char], 0, 0
        elif char == "万":
            total, part, last = total + (part + last) * LARGE[char], 0, 0
        elif char in PLACES:
            part, last = part + (last or 1) * PLACES[char], 0
        else:
            last = DIGITS[char]
    return float(total + part + last)


def digits(run: str) -> str:
    """Digits said one by one, as figures."""
    return "".join(str(DIGITS[char]) for char in run)


def in_figures(found: re.Match[str], value: float) -> tuple[str, ...]:
    """A number in words as newspapers print it in figures: 1.7万, 17000."""
    if found["run"]:
        return (digits(found["run"]),)
    if found["share"]:
        return (f"{value:g}%",)
    for sign, size in reversed(LARGE.items()):
        if value >= size and value % (size / 10) == 0:
            large = f"{value / size:g}{sign}"
            return (large, f"{value:.0f}") if value % size else (large,)
    return (f"{value:.0f}",)


def in_words(found: re.Match[str], value: float) -> tuple[str, ...]:
    """A number in figures as it is written in words: 两百零五, 二百零五."""
    if YEAR.match(found.string, found.start()):
        return (found["figure"].translate(ALOUD),)
    if found["large"] == "%":
        return ("百分之" + point(found["figure"]),)
    if value != int(value):
        return (point(found["figure"]) + found["large"],)
    said = spelled(int(value))
    said = said[0] + said[1:].replace("两", "二")
    return (said, "二" + said[1:]) if said.startswith("两百") else (said,)


def point(figure: str) -> str:
    """Figures as words, with what stands behind the point."""
    whole, _, part = figure.partition(".")
    return spelled(int(whole)) + ("点" + "".join(ONES[int(one)] for one in part) if part else "")


def spelled(value: int) -> str:
    """A whole number in words: 两百零五, 一万二千."""
    for sign, size in reversed(LARGE.items()):
        if value >= size:
            rest = value % size
            gap = "零" if 0 < rest < size // 10 else ""
            return spelled(value // size) + sign + gap + (spelled(rest) if rest else "")
    made = zero = ""
    for sign, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        one, value = divmod(value, size)
        if not one:
            zero = made and "零"
            continue
        made += zero + ("两" if one == 2 and size > 10 else ONES[one]) + sign
        zero = ""
    return made.removeprefix("一") if made.startswith("一十") else made or "零"


def renumbered(folded: str, way: int = 0) -> str:
    """The question with its numbers in the other form, of which `way` takes a likely one or the
    next; itself when it has none."""
    said = replaced(folded, numbers(folded), lambda one: one.others[: way + 1][-1])
    return SUM.sub(in_signs, HEADS.sub("", said))


def in_signs(found: re.Match[str]) -> str:
    """A formula read aloud, in figures and signs."""
    return "".join(READ.get(char, char) for char in found[0])


def forms_of(folded: str) -> list[str]:
    """The other forms of each number and of each formula of a folded question."""
    sums = [SUM.sub(in_signs, found[0]) for found in SUM.finditer(folded)]
    return [*(form for one in numbers(folded) for form in one.others), *sums]


def other_forms(folded: str, texts: Iterable[str]) -> list[str]:
    """The ways the numbers of a folded question may be printed otherwise, each of them once;
    `texts`, folded, are looked at only for a number that is about right."""
    forms = dict.fromkeys(renumbered(folded, way) for way in range(WAYS))
    if any(one.vague for one in numbers(folded)):
        forms |= dict.fromkeys(printed(folded, text) for text in texts)
    return [form for form in forms if form != folded]


def prints(folded: str, text: str) -> bool:
    """Whether a squeezed text prints the numbers of a folded question in their form."""
    return all(squeeze(folded[one.start : one.stop]) in text for one in numbers(folded))


def replaced(
    folded: str, found: Iterable[Number], form: Callable[[Number], str]
) -> str:
    """The question with another form for each of these numbers."""
    for one in reversed(list(found)):
        folded = folded[: one.start] + form(one) + folded[one.stop :]
    return folded


def printed(folded: str, text: str) -> str:
    """The question with each number that is only about right as the folded text prints it: what
    lies above it by less than its last place, with the same word behind; itself without any."""
    held = [(valued(found), found) for found in PRINTED.finditer(text)]

    def exact(one: Number) -> str:
        """The figure of the text, or the number as it was typed."""
        behind, least = folded[one.stop : one.stop + 1], one.value
        most = least + 10 ** trailing(f"{least:.0f}")
        for value, found in held:
            after = found.end() + (text[found.end() : found.end() + 1] in VAGUE)
            if least <= value < most and text[after : after + 1] == behind:
                return text[found.start() : after]
        return folded[one.start : one.stop]

    vague = (one._replace(stop=one.stop + 1) for one in numbers(folded) if one.vague)
    return replaced(folded, vague, exact)


def trailing(figures: str) -> int:
    """How many zeros figures end in."""
    return len(figures) - len(figures.rstrip("0"))
