"""Damaged names of places: a character lost, doubled or taken for another like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pypinyin import lazy_pinyin

from store.regions.gazetteer import Gazetteer
from store.regions.mentions import Mention
from store.regions.names import Style, spellings
from store.regions.paths import PREFECTURE, level

NAME = re.compile("[\u4e00-\u9fff]{1,9}?(?:自治[州县旗]|[县旗市区州盟镇乡]|街道|苏木)")


class Damage(NamedTuple):
    """A damaged name as a mention of the place it must be, and the name it should have."""

    mention: Mention
    right: str


def damaged(
    text: str, known: Sequence[Mention], gazetteer: Gazetteer, home: str | None
) -> list[Damage]:
    """Names directly behind a named county or prefecture that almost name a part of it."""
    starts = {mention.start for mention in known}
    found = []
    for mention in known:
        if level(mention.path) < PREFECTURE or mention.end in starts:
            continue
        written = NAME.match(text, mention.end)
        if written and (damage := mended(written[0], mention, gazetteer)):
            found.append(damage)
    return found


def mended(written: str, above: Mention, gazetteer: Gazetteer) -> Damage | None:
    """The one part of the place above that the written name must be; None when none or two."""
    close = {
        (path, name, chance)
        for path in gazetteer.children(above.path)
        for name in full_names(path)
        if (chance := likeness(written, name))
    }
    if len({path for path, _, _ in close}) != 1:
        return None
    path, name, chance = max(close, key=lambda row: row[2])
    end = above.end + len(written)
    return Damage(Mention(path, above.end, end, written, chance), name)


@cache
def full_names(path: str) -> tuple[str, ...]:
    """The names of a division that end in its kind."""
    return tuple(name for name, style in spellings(path) if style > Style.FORMER)


def likeness(written: str, name: str) -> float:
    """The chance (0-1) that one is the other with one character damaged; 0 when it is not close.

    Short names must sound the same; in longer ones one character may be lost, doubled, swapped
    with its neighbour or be another.
    """
    if written == name or written[-1] != name[-1]:
        return 0.0
    if len(written) == len(name):
        return alike(written, name)
    longer, shorter = sorted((written, name), key=len, reverse=True)
    if len(longer) - len(shorter) > 1 or len(longer) < 4 or len(shorter) < 3:
        return 0.0
    return 0.9 if any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))) else 0.0


def alike(written: str, name: str) -> float:
    """As `likeness`, for names of one length."""
    wrong = [i for i, (one, other) in enumerate(zip(written, name, strict=True)) if one != other]
    if len(wrong) == 1 and sound(written) == sound(name):
        return 0.95 if len(name) > 2 else 0.0
    if len(wrong) == 1 and len(name) >= 4:
        return 0.8
    swapped = len(wrong) == 2 and len(name) >= 4 and wrong[1] == wrong[0] + 1
    return 0.9 if swapped and sorted(written) == sorted(name) else 0.0


@cache
def sound(name: str) -> tuple[str, ...]:
    """The syllables of a name, without tones."""
    return tuple(lazy_pinyin(name))


def sounds(names: Sequence[str]) -> Iterator[str]:
    """The syllables of each name in one word: mulei."""
    return ("".join(sound(name)) for name in names)
