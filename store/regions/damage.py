"""Damaged names of places: a character lost, doubled or taken for another like it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import zip_longest
from operator import eq
from typing import NamedTuple

from store.regions.gazetteer import Gazetteer
from store.regions.mentions import Mention
from store.regions.names import Style, spellings
from store.regions.paths import PREFECTURE, level, parent
from store.regions.sound import sound, spelt

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
    for i in range(len(longer)):
        if longer[:i] + longer[i + 1 :] == shorter:
            return 0.9 if longer is name or echoed(written, i) else 0.0
    return 0.0


def echoed(written: str, i: int) -> bool:
    """Whether the extra character sounds like the one beside it, as a doubled one does."""
    near = written[max(i - 1, 0) : i] + written[i + 1 : i + 2]
    return any(sound(written[i]) == sound(other) for other in near)


def alike(written: str, name: str) -> float:
    """As `likeness`, for names of one length."""
    wrong = [i for i, (one, other) in enumerate(zip(written, name, strict=True)) if one != other]
    if len(wrong) == 1 and sound(written) == sound(name):
        return 0.95 if len(name) > 2 else 0.0
    if len(wrong) == 1 and len(name) >= 4:
        return 0.8
    swapped = len(wrong) == 2 and len(name) >= 4 and wrong[1] == wrong[0] + 1
    return 0.9 if swapped and sorted(written) == sorted(name) else 0.0
