"""Where in a text names stand, before anything is said about what they mean."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import compress, count
from operator import add
from typing import NamedTuple

from store.regions.names import Sense, Style
from store.regions.paths import COUNTY, level

TOWN_END = re.compile("镇|乡|街道|苏木|办事处")
LONGEST_TOWN = 15


class Hit(NamedTuple):
    """A name at `text[start:end]` and the divisions it may stand for."""

    start: int
    end: int
    senses: tuple[Sense, ...]


def scan(
    text: str,
    senses: Mapping[str, tuple[Sense, ...]],
    lengths: Mapping[str, tuple[int, ...]],
) -> Iterator[Hit]:
    """Names from left to right, at each place the longest.

    Names overlap only where the first is the bare name of a county, which may prove to be none
    (从江 in 从江苏来). One look-up a character, so the cost grows with the text alone.
    """
    at = 0
    # Where names may begin is found without a step of Python for each character.
    begins = map(lengths.__contains__, map(add, text, text[1:]))
    for place in compress(count(), begins):
        if place < at:
            continue
        hit = name_at(text, place, senses, lengths[text[place : place + 2]])
        if hit is None:
            continue
        if hit.senses:
            yield hit
        at = place + 1 if hit.senses and slight(hit) else hit.end


def slight(hit: Hit) -> bool:
    """Whether the hit can only be the bare name of a county."""
    return all(s.style is Style.BARE and level(s.path) >= COUNTY for s in hit.senses)


def name_at(
    text: str,
    at: int,
    senses: Mapping[str, tuple[Sense, ...]],
    lengths: Iterable[int],
) -> Hit | None:
    """The longest name, of one of these `lengths`, that begins at a place, None when none does."""
    for length in lengths:
        found = senses.get(text[at : at + length])
        if found is not None:
            return Hit(at, at + length, found)
    return None


def scan_towns(text: str, towns: Mapping[str, Collection[Sense]]) -> Iterator[Hit]:
    """Names of townships, found from their endings backwards, the longest first."""
    done = 0
    for ending in TOWN_END.finditer(text):
        for start in range(max(done, ending.end() - LONGEST_TOWN), ending.start()):
            found = towns.get(text[start : ending.end()])
            if found:
                yield Hit(start, ending.end(), tuple(found))
                done = ending.end()
                break
