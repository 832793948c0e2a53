"""From what a reader typed to the regions that may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from store.regions.likeness import likeness
from store.regions.names import Sense
from store.regions.paths import level, within
from store.regions.sound import sound

if TYPE_CHECKING:
    from store.regions.gazetteer import Gazetteer

SPLIT = re.compile(r"[\s/／、,，>·-]+")
LATIN = re.compile(r"[a-zA-Z' üÜ]+$")
LIMIT = 10


def find(gazetteer: Gazetteer, typed: str) -> list[str]:
    """See `Gazetteer.find`."""
    words = [word for word in SPLIT.split(typed.strip()) if word]
    if not words:
        return []
    if LATIN.match(typed.strip()):
        return ranked(by_sound(gazetteer, "".join(words).lower()))
    paths = named(gazetteer, words[0])
    for word in words[1:]:
        paths = inside(paths, named(gazetteer, word), gazetteer, word)
    return paths[:LIMIT]


def named(gazetteer: Gazetteer, word: str) -> list[str]:
    """Regions of that very name, else several names run together, else one character wrong."""
    exact = ranked(gazetteer.senses.get(word, ()))
    return exact or together(gazetteer, word) or towns(gazetteer, word) or almost(gazetteer, word)


def together(gazetteer: Gazetteer, word: str) -> list[str]:
    """昌吉木垒县: the word cut into a region and the name of something in it."""
    for cut in range(len(word) - 2, 1, -1):
        above = gazetteer.senses.get(word[:cut])
        if above:
            found = inside(ranked(above), named_in(gazetteer, word[cut:]), gazetteer, word[cut:])
            if found:
                return found
    return []


def named_in(gazetteer: Gazetteer, word: str) -> list[str]:
    return ranked(gazetteer.senses.get(word, ())) or together(gazetteer, word)


def inside(above: list[str], paths: list[str], gazetteer: Gazetteer, word: str) -> list[str]:
    """Those of the paths that lie in one of the regions above, or townships of that name there."""
    kept = [path for path in paths if any(within(path, up) and path != up for up in above)]
    return kept or [sense.path for sense in gazetteer.town_senses(above).get(word, ())]


def towns(gazetteer: Gazetteer, word: str) -> list[str]:
    """Townships of that name in the whole country."""
    if not word.endswith(("镇", "乡", "街道", "苏木")):
        return []
    return ranked(gazetteer.town_senses(gazetteer.children("")).get(word, ()))


def by_sound(gazetteer: Gazetteer, letters: str) -> Iterable[Sense]:
    """Regions whose name is spoken so."""
    return tuple(
        sense
        for name, senses in gazetteer.senses.items()
        if spoken(name) == letters
        for sense in senses
    )


@cache
def spoken(name: str) -> str:
    """The syllables in one word: mulei."""
    return "".join(sound(name))


def almost(gazetteer: Gazetteer, word: str) -> list[str]:
    """Regions whose name sounds the same, then those with one character wrong."""
    same = [
        sense
        for name, senses in gazetteer.senses.items()
        if len(name) == len(word) and share(name, word) and sound(name) == sound(word)
        for sense in senses
    ]
    if same:
        return ranked(same)
    close = [
        (-likeness(word, name), sense)
        for name, senses in gazetteer.senses.items()
        if abs(len(name) - len(word)) <= 1 and likeness(word, name)
        for sense in senses
    ]
    return list(dict.fromkeys(sense.path for _, sense in sorted(close)))


def share(name: str, word: str) -> bool:
    """Whether one character stands at the same place in both."""
    return any(one == other for one, other in zip(name, word, strict=True))


def ranked(senses: Iterable[Sense]) -> list[str]:
    """Paths with the fullest name and the highest level first."""
    order = sorted(senses, key=lambda s: (-s.style, level(s.path), s.path))
    return list(dict.fromkeys(sense.path for sense in order))[:LIMIT]
