"""Places by their short names where nothing else is asked: 奇台, 奇台的新闻, 最近奇台和阜康有什么.

In a text two characters may be a word; who asks for nothing else asks for what the archive has
about the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sqlite_utils import Database

from store.articles import any_fits
from store.background import background
from store.leading_place import COMMON
from store.model import Filters
from store.regions import Gazetteer, ancestors, within
from store.regions.curated import WORDS
from store.regions.names import Sense, Style
from store.regions.paths import COUNTY, level
from store.remainder import left, nothing, without

LONGEST = 12
"""Characters a place's name may have."""
MOST = 30
"""Characters left of a question beyond which it asks for more than places."""
JOINED = re.compile(r"\s*(?:以及|还有|或者|[和与及跟或、,])?\s*")
MARKS = re.compile(r"[\W_]+")
THERE = re.compile("(?:那边|这边|那里|这里|那儿|这儿|当地|一带|地区|方面)?")


class PlaceSaid(NamedTuple):
    """A region, named by the question's characters `start` to `stop`, and whether an article is
    about it."""

    path: str
    start: int
    stop: int
    held: bool


def bare_places(
    db: Database, folded: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> list[PlaceSaid]:
    """The regions that are all a folded question asks for outside `spans`; none when it asks for
    anything else."""
    words = left(folded, spans)
    if not words or sum(map(len, words)) > MOST:
        return []
    found = list(scanned(db, folded, spans, gazetteer))
    pairs = [(one.stop, other.start) for one, other in pairwise(found)]
    joints = [span for span in pairs if JOINED.fullmatch(folded, *span)]
    whole = nothing(folded, [*spans, *joints, *((one.start, one.stop) for one in found)])
    return found if whole else []


def scanned(
    db: Database, folded: str, spans: Sequence[tuple[int, int]], gazetteer: Gazetteer
) -> Iterator[PlaceSaid]:
    """The names of places from left to right, the longest at each character; of those that run
    together from above only the last."""
    free = without(folded, spans, "\n")
    at, above = 0, None
    while at < len(free):
        one = named_at(db, free, at, above and above.path, gazetteer)
        if one is None and above:
            yield above
            above = None
        elif one and above and not (above.stop == at and within(one.path, above.path)):
            yield above
            above = one
        elif one:
            above = one._replace(start=above.start if above else one.start)
        at = one.stop if one else at + 1
    if above:
        yield above


def named_at(
    db: Database, free: str, at: int, above: str | None, gazetteer: Gazetteer
) -> PlaceSaid | None:
    """The place whose name begins at a character; one that an article is about before others."""
    for stop in range(min(at + LONGEST, len(free)), at + 1, -1):
        name = free[at:stop]
        senses = [one for one in gazetteer.senses.get(name, ()) if meant(name, one, free)]
        if not senses:
            continue
        senses.sort(key=lambda one: (not within(one.path, above or ""), one.path.count("/")))
        paths = [one.path for one in senses]
        held = next((one for one in paths if any_fits(db, Filters(region=one))), None)
        if held or (len(senses) == 1 and sure(senses[0])):
            end = THERE.match(free, stop)
            return PlaceSaid(held or paths[0], at, end.end() if end else stop, held is not None)
    return None


def meant(name: str, sense: Sense, question: str) -> bool:
    """Whether a name may be that of a region here: 兵团 and 版纳 are asked for as words too, 和平
    unless it stands alone."""
    if sense.style is not Style.BARE:
        return True
    if name in WORDS or not sense.path.rpartition("/")[2].startswith(name):
        return False
    wordy = len(name) == 2 and level(sense.path) >= COUNTY and background().held_by(name) >= COMMON
    return not wordy or MARKS.sub("", question) == name


def sure(sense: Sense) -> bool:
    """Whether a name is that of a region even where no article is about it."""
    return sense.style is not Style.BARE or level(sense.path) < COUNTY


def nearest(db: Database, path: str) -> str | None:
    """The lowest region above this one that an article is about; None without one."""
    above = reversed(ancestors(path))
    return next((one for one in above if any_fits(db, Filters(region=one))), None)
