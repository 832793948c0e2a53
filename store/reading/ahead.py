"""What the lines below a place tell about the line at it. Pure deciders, no state."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.reading.bylines import has_credit
from store.reading.lines import Line

HEADINGS = ("head", "subtitle")
TEXT = ("body", "item", "opening")
PICTURED = re.compile(r"^(?:图为|[上下左右]图[为：:]?|图[①②③1-9一二三])")
DATED = re.compile(
    r"^(?:近日|日前|连日来|前不久|最近|\d{1,2}月\d{1,2}日|(?:今|昨)日|为[^，]{4,30}，)"
)
LONGEST_CAPTION = 200
ENOUGH_SHARED = 3
"""Pairs of characters that a caption must share with an article to be about it."""


def role(lines: Sequence[Line], at: int) -> str:
    """The role of a line, empty beyond the page."""
    return lines[at].role if 0 <= at < len(lines) else ""


def group_end(lines: Sequence[Line], at: int) -> int:
    """The line after the heading lines that begin at `at`; a picture's place ends them."""
    end = at + 1
    while role(lines, end) in HEADINGS and not lines[end].picture:
        end += 1
    return end


def leads(lines: Sequence[Line], at: int) -> bool:
    """Whether the text from `at` can only follow a title: a byline, or 本报讯, with at most a
    picture and its caption before it."""
    if role(lines, at) in ("byline", "opening"):
        return True
    if not (at < len(lines) and _pictured(lines, at)):
        return False
    for ahead in range(at, min(at + 4, len(lines))):
        if role(lines, ahead) in ("opening", "byline"):
            return True
        if role(lines, ahead) not in ("body", "credit", "head"):
            return False
    return False


def _pictured(lines: Sequence[Line], at: int) -> bool:
    below = role(lines, at + 1) == "credit"
    return lines[at].picture or below or bool(PICTURED.match(lines[at].text))


def is_picture_text(lines: Sequence[Line], at: int) -> bool:
    """Whether the text from `at` is short and ends by naming who took a picture."""
    for ahead in range(at, min(at + 3, len(lines))):
        credit = role(lines, ahead) == "credit"
        if (not credit and role(lines, ahead) != "body") or (credit and ahead == at):
            return False
        if credit or has_credit(lines[ahead].text):
            return True
    return False


def is_picture_item(heading: str, before: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a heading and the text from `at` are a picture of its own, though no place was left
    for it: one short paragraph with who took it, then no more text, and the heading's words are in
    it rather than in what stands above."""
    end = at if role(lines, at) == "body" and has_credit(lines[at].text) else at + 1
    if role(lines, at) != "body" or len(lines[at].text) > LONGEST_CAPTION:
        return False
    if (end > at and role(lines, end) != "credit") or role(lines, end + 1) in TEXT:
        return False
    pairs = {heading[i : i + 2] for i in range(len(heading) - 1)}
    below, above = (sum(p in words for p in pairs) for words in (lines[at].text, before))
    return below > above


def turns(heading: str, before: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a heading without byline begins something new: the text below it opens with a time,
    as reports do, and has the heading's words, which the text above has not."""
    if role(lines, at) != "body" or not DATED.match(lines[at].text):
        return False
    pairs = {heading[i : i + 2] for i in range(len(heading) - 1)}
    below = sum(1 for p in pairs if p in lines[at].text[:300])
    return below >= max(2, len(pairs) / 5) and below > 2 * sum(1 for p in pairs if p in before)


def speaks_of_below(caption: str, lines: Sequence[Line], at: int) -> bool:
    """Whether a caption printed above a heading is about the article below it."""
    if role(lines, at) not in HEADINGS:
        return False
    below = "\n".join(line.text[:200] for line in lines[at : at + 5])
    pairs = {caption[i : i + 2] for i in range(len(caption) - 1)}
    return sum(1 for p in pairs if p.isalpha() and p in below) >= ENOUGH_SHARED
