"""Heading lines -> kicker, title, subtitle."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.reading.bylines import is_name
from store.reading.columns import PLACE
from store.reading.lines import SUBTITLE, Line
from store.reading.titling import derived_title
from store.reading.words import left_open

__all__ = ["Heading", "derived_title", "heading_of"]

FUSED_SUBTITLE = re.compile(r"(?<=[^\s—])\s*——(?=[^\s—]{4})")

PLACED = re.compile(
    r"^(?:[^\s，：]{2,8}?[省市县区旗盟州乡镇](?=.{6})|[^\s，：]{2,20}[部局委党会校院村处厅办队司]$)"
)
"""A heading line that begins with the place it tells of, or is a body's name and no more."""


HALF = (4, 10)
"""Characters that one of two lines of a headline may have."""

BROKEN = re.compile(r"(?:[的着把与和向将被给为从让成]|(?<=有)了)$")
"""How no headline ends: the next short line goes on with it."""

LABEL = re.compile(r"[\u4e00-\u9fff]{3,5}")
"""A line too short to lead in a headline: it names the column."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The words over an article; each None when it was not printed."""

    kicker: str | None = None
    title: str | None = None
    subtitle: str | None = None


def heading_of(lines: Sequence[Line]) -> Heading:
    """Which heading line is which.

    `——` at the end marks a kicker, at the start a subtitle; of two plain lines the one in two
    balanced halves is the title, else the shorter; a place or body named alone is a kicker.
    """
    kickers = [x.text for x in lines if x.text.endswith("——")]
    subtitles = [x.text for x in lines if x.role == "subtitle"]
    colons = [x.text for x in lines if len(lines) > 1 and x.text.endswith(("：", ":"))]
    plain = _mend([x for x in lines if x.role != "subtitle" and x.text not in (*kickers, *colons)])
    over, title, under = _ranked(plain)
    if title is None and kickers:
        title = kickers.pop()
    before, title, after = _unfused(title) if title else (None, None, None)
    kicker = " ".join(x for x in (*kickers, *colons, over, before) if x)
    subtitle = " ".join(x for x in (after, under, *subtitles) if x)
    return Heading(_clean(kicker), _clean(title or ""), _clean(SUBTITLE.sub("", subtitle)))


def _clean(words: str) -> str | None:
    return re.sub(r"^[★☆※◆◇■▲△●►▶▪]\s*|[：:]$|\*\*|__", "", words.strip()) or None


def _mend(lines: list[Line]) -> list[str]:
    """Plain heading lines, those cut inside a bracket or at a word that ends no headline put
    together again."""
    found: list[str] = []
    for line in lines:
        if found and (left_open(found[-1]) or _broken(found[-1], line.text)):
            found[-1] += line.text
        else:
            found.append(line.text)
    return found


def _broken(first: str, second: str) -> bool:
    """Whether two short lines are one headline, set in two."""
    return bool(BROKEN.search(first)) and max(len(first), len(second)) <= HALF[1]


def label_of(kicker: str | None) -> str | None:
    """The column that a kicker of a few characters names; None when it leads in the headline, or
    is a place or a body."""
    if kicker is None or not LABEL.fullmatch(kicker) or PLACED.match(kicker) or is_name(kicker):
        return None
    return None if PLACE.search(kicker) else kicker


def _ranked(plain: list[str]) -> tuple[str | None, str | None, str | None]:
    """Kicker, title and subtitle among plain lines in printed order."""
    if len(plain) < 2:
        return None, plain[0] if plain else None, None
    if len(plain) == 2 and _couplet(*plain):
        return None, " ".join(plain), None
    at = _main(plain)
    return " ".join(plain[:at]) or None, plain[at], " ".join(plain[at + 1 :]) or None


def _main(plain: list[str]) -> int:
    """The number of the line that is the title."""
    halves = [i for i, words in enumerate(plain) if _balanced(words)]
    if halves:
        return halves[0]
    if len(plain) == 2 and PLACED.match(plain[1]) and not PLACED.match(plain[0]):
        # A slogan over a line that says where and what: the slogan is set large.
        return 0
    if len(plain) == 2 and (len(plain[0]) <= 12 or len(plain[0]) > len(plain[1]) + 6):
        return 1
    return 0 if len(plain) == 2 else 1


def _couplet(first: str, second: str) -> bool:
    """Whether two lines are the halves of one headline: of one length to the character, marks and
    a place before a colon aside, as no line over or under a headline is but by chance."""
    if PLACED.match(first) or PLACED.match(second) or _balanced(first) or _balanced(second):
        return False
    sizes = [len(re.sub(r"^[^：:]{2,6}[：:]|\W", "", words)) for words in (first, second)]
    return sizes[0] == sizes[1] and HALF[0] <= sizes[0] <= HALF[1]


def _balanced(words: str) -> bool:
    """Whether a line is two or three clauses of about one length with spaces between."""
    parts = words.split()
    sizes = [len(p) for p in parts]
    return 2 <= len(parts) <= 3 and min(sizes) >= 3 and max(sizes) - min(sizes) <= 3


def _unfused(title: str) -> tuple[str | None, str, str | None]:
    """Kicker, title, subtitle of a title line that holds more than the title.

    A two-part title keeps its space; three parts are kicker and title only when the last two
    are of one length and the first is not.
    """
    after = None
    if (cut := FUSED_SUBTITLE.search(title)) and cut.start() >= 4:
        title, after = title[: cut.start()], title[cut.end() :]
    parts = title.split()
    if len(parts) == 3 and abs(len(parts[1]) - len(parts[2])) <= 1 < abs(
        len(parts[0]) - len(parts[1])
    ):
        return parts[0], f"{title[title.index(parts[1], len(parts[0])) :]}", after
    return None, title, after
