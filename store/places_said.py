"""The places of a question, and the one its answers are to be about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from sqlite_utils import Database

from store.articles import any_fits
from store.bare_place import JOINED, bare_places, nearest
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


def aimed(
    db: Database,
    folded: str,
    named: Iterable[Mention],
    spans: Sequence[tuple[int, int]],
    gazetteer: Gazetteer,
) -> tuple[Restriction | None, tuple[str, ...]]:
    """The region that answers are to be about, and all of them where several are asked for.

    Where nothing but places is asked outside `spans` and no article is about any, the restriction
    is not known and its value the region above that has articles.
    """
    if alone := bare_places(db, folded, spans, gazetteer):
        held = tuple(one.path for one in alone if one.held)
        path = held[0] if held else nearest(db, alone[0].path)
        span = (alone[0].start, alone[-1].stop)
        return region(folded, span, path, bool(held)), held if len(held) > 1 else ()
    found = placed(db, named)
    return (region(folded, found[1:], found[0], True) if found else None), ()


def region(folded: str, span: tuple[int, int], path: str | None, known: bool) -> Restriction:
    """A restriction to a region, named by these characters of the question."""
    return Restriction("region", folded[slice(*span)], *span, Filters(region=path), known)


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
    for run in runs(folded, innermost(named)):
        first, last = run[0], run[-1]
        if path := shared([one.path for one in run]):
            yield region(folded, (first.start, last.end), path, True)


def runs(folded: str, named: Sequence[Mention]) -> list[list[Mention]]:
    """Places in order, those together that a word like 和 joins: any of them may be meant."""
    found: list[list[Mention]] = []
    for one in named:
        if found and JOINED.fullmatch(folded, found[-1][-1].end, one.start):
            found[-1].append(one)
        else:
            found.append([one])
    return found


def shared(paths: Sequence[str]) -> str:
    """The lowest region that takes in all of these; empty when none does."""
    steps = takewhile(
        lambda parts: len(set(parts)) == 1, zip(*(p.split("/") for p in paths), strict=False)
    )
    return "/".join(parts[0] for parts in steps)
