"""Which of the chunks that may answer are compared: the best that the filters let through."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from sqlite_utils import Database

from store import articles, index
from store.chunks import Chunk
from store.model import NO_FILTERS, Filters

FASTER = 4
"""How much larger each next stretch of chunks is: filters that fit many are done after one."""

Held = tuple[int, Chunk]
"""An article's number and the extent of a chunk of it."""


class Gathered(NamedTuple):
    """The best chunks within the filters, and the best within what is preferred."""

    kept: list[Held]
    liked: list[Held]


def gathered(
    db: Database, numbers: Iterable[int], filters: Filters, liking: Filters, most: int
) -> Gathered:
    """At most `most` chunks within `filters`, and half as many that are within `liking` too.

    `numbers` are those of chunks, the best first; no more of them are read than needed.
    """
    stream = iter(numbers)
    kept: list[Held] = []
    liked: list[Held] = []
    size = most
    while stretch := list(islice(stream, size)):
        places = index.places(db, stretch)
        held = only(db, [places[n] for n in stretch if n in places], filters)
        kept += held
        if liking != NO_FILTERS:
            liked += only(db, held, liking)
        if len(kept) >= most and (liking == NO_FILTERS or len(liked) >= most // 2):
            break
        size *= FASTER
    return Gathered(kept[:most], liked[: most // 2])


def only(db: Database, held: list[Held], filters: Filters) -> list[Held]:
    """Those whose article the filters let through."""
    if filters == NO_FILTERS:
        return held
    allowed = articles.among(db, {number for number, _ in held}, filters)
    return [one for one in held if one[0] in allowed]
