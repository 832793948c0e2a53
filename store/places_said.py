"""The places of a question, and the one its answers are to be about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlite_utils import Database

from store.articles import any_fits
from store.leading_place import leading_place
from store.model import Filters
from store.regions import Gazetteer, Mention, innermost, mentions
from store.remainder import nothing
from store.restrictions import Restriction


def places_named(folded: str, gazetteer: Gazetteer) -> list[Mention]:
    """The places of a folded question in order, its first one also by a short name."""
    named = mentions(folded, gazetteer)
    first = leading_place(folded, gazetteer)
    if first is None or any(one.start < first.end and first.start < one.end for one in named):
        return named
    return sorted((first, *named), key=lambda one: one.start)


def outside(named: Iterable[Mention], spans: Sequence[tuple[int, int]]) -> list[Mention]:
    """The places that are no part of another name: who asks for 青禾日报 names no place."""
    return [one for one in named if not any(one.start < b and a < one.end for a, b in spans)]


def placed(db: Database, named: Iterable[Mention]) -> tuple[str, int, int] | None:
    """The first region of those named that an article is about, and where it stands."""
    found: tuple[str, int, int] | None = None
    for mention in named:
        if found and (mention.start != found[2] or not mention.path.startswith(found[0] + "/")):
            break
        if any_fits(db, Filters(region=mention.path)):
            start = found[1] if found else mention.start
            found = (mention.path, start, mention.end)
    return found


def places_of(
    folded: str, named: Sequence[Mention], spans: Sequence[tuple[int, int]]
) -> Iterator[Restriction]:
    """The places of a question that names a matter as well, outside `spans`."""
    if nothing(folded, [*spans, *((one.start, one.end) for one in named)]):
        return
    for one in innermost(named):
        yield Restriction("region", one.surface, one.start, one.end, Filters(region=one.path))
