"""A paragraph cut into sentences and list items, as ranges of its characters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

LONGEST = 300
"""Characters a passage may have at most."""
SENTENCE = re.compile(r"[^。！？!?；;\n]*(?:[。！？!?；;\n]+[”’」』）)\]】]*|$)")
CLAUSE = re.compile(r"[^，,、：:]*(?:[，,、：:]+|$)")
NUMERAL = r"[一二三四五六七八九十百]{1,4}"
ITEM = re.compile(
    # To look at one character first is twice as quick as to try all that may follow.
    rf"(?=[（(一二三四五六七八九十百\d①-⑳第])(?:[（(](?:{NUMERAL}|\d{{1,3}})[）)]|{NUMERAL}、"
    rf"|\d{{1,2}}[.．、](?!\d)|[①-⑳]|第{NUMERAL}[条项款](?=[，,：:、\s　]))"
)
TOLD = re.compile(
    rf"(?P<first>[一二三四五六七八九十])(?P<sign>[是要])|其(?P<other>{NUMERAL})"
    rf"|(?P<order>首先|其次|再次|然后|最后)|第(?P<nth>{NUMERAL})(?=[，,])"
)
"""What begins an item of a list told in sentences: 一是…二是…, 首先…其次…, 第一，…第二，…"""
SECOND = re.compile("二[是要]|其二|其次|第二[，,]")
"""No such list is without one of these: most paragraphs need no closer look."""
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2}


class Piece(NamedTuple):
    """Characters `start` to `stop` of a paragraph; `item` is the number of a list item."""

    start: int
    stop: int
    item: int | None = None


def pieces(text: str, *, told: bool = False) -> list[Piece]:
    """The sentences of a paragraph, or its list items where it has any; none above LONGEST.

    With `told` the items of a list told in sentences are such items too: who asks for one of them
    wants that, and who asks for anything else there wants the sentences around it.
    """
    found: list[Piece] = []
    marks = items(text)
    if told and not marks and SECOND.search(text):
        marks = told_items(text)
    starts = [0, *(start for start, _ in marks)]
    numbers = [None, *(number for _, number in marks)]
    for i, start in enumerate(starts):
        stop = starts[i + 1] if i + 1 < len(starts) else len(text)
        if numbers[i] is not None and stop - start <= LONGEST:
            found.append(Piece(start, stop, numbers[i]))
        else:
            cut = [Piece(start + a, start + b) for a, b in sentences(text[start:stop])]
            found += [cut[0]._replace(item=numbers[i]), *cut[1:]] if cut else []
    return [piece for one in found if (piece := trimmed(text, one)).start < piece.stop]


def items(text: str) -> list[tuple[int, int]]:
    """Where list items start and their numbers; a mark counts at the start or after a stop."""
    found = []
    for mark in ITEM.finditer(text):
        before = text[: mark.start()].rstrip()
        if not before or before[-1] in "。；;：:！？!?\n":
            found.append((mark.start(), number(mark[0])))
    return found


def told_items(text: str) -> list[tuple[int, int]]:
    """The same for a list told in sentences: at least two marks of one kind, counted from 1 on."""
    runs: dict[str, list[tuple[int, int]]] = {}
    for found in TOLD.finditer(text):
        sign, counted = told_mark(found, runs)
        run = runs.setdefault(sign, [])
        # 一是 may follow a comma; further behind, 最后 or 其次 is a word like any other.
        after = "。；;：:，,！？!?\n" if found["sign"] else "。；;！？!?\n"
        before = text[: found.start()].rstrip()
        if (not before or before[-1] in after) and counted == len(run) + 1:
            run.append((found.start(), counted))
    longest = max(runs.values(), key=len, default=[])
    return longest if len(longest) > 1 else []


def told_mark(
    found: re.Match[str], runs: Mapping[str, Sequence[tuple[int, int]]]
) -> tuple[str, int]:
    """The kind of a mark of TOLD and the number it counts as."""
    if found["order"]:
        # 首先 begins; of 其次, 再次, 然后, 最后 each is simply the next.
        known = len(runs.get("order", ()))
        return "order", 1 if found["order"] == "首先" else known + 1 if known else 0
    if numeral := found["first"]:
        return found["sign"], number(numeral)
    return ("其", number(found["other"])) if found["other"] else ("第", number(found["nth"]))


def sentences(text: str) -> list[tuple[int, int]]:
    """Ranges of the sentences; one too long is cut at commas, and if need be anywhere."""
    ranges: list[tuple[int, int]] = []
    for sentence in SENTENCE.finditer(text):
        if sentence.end() - sentence.start() <= LONGEST:
            ranges.append(sentence.span())
            continue
        start = sentence.start()
        for clause in CLAUSE.finditer(text, start, sentence.end()):
            if clause.end() - start > LONGEST:
                if clause.start() > start:
                    ranges.append((start, clause.start()))
                    start = clause.start()
                while clause.end() - start > LONGEST:
                    ranges.append((start, start + LONGEST))
                    start += LONGEST
        ranges.append((start, sentence.end()))
    return [(a, b) for a, b in ranges if b > a]


def trimmed(text: str, piece: Piece) -> Piece:
    """The piece without white space around it."""
    start, stop, item = piece
    said = text[start:stop].strip()
    first = text.index(said, start)
    return Piece(first, first + len(said), item)


def number(text: str) -> int:
    """The number a mark or an ordinal names, in Chinese or Arabic figures; 0 if it names none."""
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if digits := re.search(r"\d+", text):
        return int(digits[0])
    total = last = 0
    for char in text:
        if char in "十百":
            total += (last or 1) * (10 if char == "十" else 100)
            last = 0
        elif char in DIGITS:
            last = DIGITS[char]
    return total + last
