"""Damaged names of places: a character lost, doubled or taken for another like it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from operator import eq
from typing import NamedTuple

from store.regions.gazetteer import Gazetteer
from store.regions.likeness import likeness
from store.regions.mentions import Mention
from store.regions.names import Style, spellings
from store.regions.paths import PREFECTURE, level, parent
from store.regions.sound import spelt

NAME = re.compile("[\u4e00-\u9fff]{1,9}?(?:自治[州县旗]|[县旗市区州盟镇乡]|街道|苏木)")
COUNTY_END = re.compile("[县旗市区]")
LONGEST = 7  # characters of a county's name


class Damage(NamedTuple):
    """A damaged name as a mention of the place it must be, and the name it should have."""

    mention: Mention
    right: str


def damaged(
    text: str, known: Sequence[Mention], gazetteer: Gazetteer, home: str | None
) -> list[Damage]:
    """Names that almost name a part of the county or prefecture directly before them, and names
    of counties at home that are misspelt as they sound. The text itself is never changed."""
    behind = [
        damage
        for mention, following in zip_longest(known, known[1:])
        if level(mention.path) >= PREFECTURE
        and (damage := misprint(text, mention, following.start if following else None, gazetteer))
    ]
    taken = {m.end for m in known} | {damage.mention.end for damage in behind}
    return behind + list(misheard(text, taken, gazetteer, home))


def misprint(
    text: str, above: Mention, following: int | None, gazetteer: Gazetteer
) -> Damage | None:
    """The damaged name directly behind a place; None when there is none, or a sound one."""
    written = NAME.match(text, above.end)
    if not written or (following is not None and following < written.end()):
        return None
    return mended(written[0], above, gazetteer)


def misheard(
    text: str, taken: Container[int], gazetteer: Gazetteer, home: str | None
) -> Iterator[Damage]:
    """Counties of the home prefecture written with another character of the same sound."""
    names = spoken_names(gazetteer, home) if home else {}
    for ending in COUNTY_END.finditer(text) if names else ():
        if ending.end() in taken:
            continue
        for start in range(max(0, ending.end() - LONGEST), ending.end() - 2):
            written = text[start : ending.end()]
            path, name = names.get(spelt(written), ("", ""))
            if path and sum(map(eq, written, name)) > 1:
                mention = Mention(path, start, ending.end(), written, 0.9)
                yield Damage(mention, name)
                break


def spoken_names(gazetteer: Gazetteer, home: str) -> dict[tuple[str, ...], tuple[str, str]]:
    """By their syllables, the names of the counties of the home prefecture or the home county's."""
    region = home if level(home) <= PREFECTURE else parent(home) or home
    if level(region) < PREFECTURE:
        return {}
    return {
        spelt(name): (path, name)
        for path in gazetteer.counties(region)
        for name in full_names(path)
        if len(name) > 2
    }


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
