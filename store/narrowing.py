"""What a question restricts itself to, and what it asks beside that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from sqlite_utils import Database

from store.articles import any_fits
from store.filters import fitting
from store.fold import fold
from store.genres import genre
from store.held_names import NAMES
from store.model import NO_FILTERS, Contradiction, Filters, Kind
from store.places_said import aimed, outside, places_named, places_of
from store.regions import Gazetteer
from store.relaxing import relaxed
from store.remainder import left, nothing, without
from store.restrictions import Restriction
from store.stated import stated

ASKED = 80
"""Characters of a question; a longer one is a text."""
CERTAIN = re.compile(
    "在哪|哪[里儿]|多[少大远高长久]|几[个名位家所座点号月]|什么时候|何时|为什么|为何|怎么[走去样]|是谁"
)
"""What a list of articles does not answer, whatever they are about."""
LEADS = re.compile(
    "(?:[上里中]面?)?(?:有?的?(?:讲|说|写|登|刊登|介绍|报道)(?![台座堂课话法明])(?:过|了|到|述|的)?)?"
)


class Narrowing(NamedTuple):
    """`filters` are what was understood; `rest` is what is to be looked for in the texts; `bare`
    when nothing is, and any article that fits answers; `missing` when nothing is either, and the
    archive holds none. `aside`, folded, are words of `rest` that say which article is meant and
    need not be in it; `restrictions` is all that an answer is to be held to, and `words`, folded,
    what is asked beside it. `either` are the regions, where several are all that is asked,
    and `given_up` what `filters` leave out where articles fit each and none all."""

    filters: Filters
    rest: str
    bare: bool
    missing: Contradiction | None = None
    aside: tuple[str, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    words: tuple[str, ...] = ()
    either: tuple[str, ...] = ()
    given_up: Restriction | None = None


def narrow(db: Database, question: str, today: date | None, gazetteer: Gazetteer) -> Narrowing:
    """Read the filters of a question. Never fails."""
    folded = fold(question)
    if not 2 <= len(folded) <= ASKED:
        return Narrowing(NO_FILTERS, question, False)
    places_there = places_named(folded, gazetteer)
    every = list(stated(db, folded, question, today, [one[1:3] for one in places_there]))
    said = [one for one in every if not one.owner]
    filters = fitting(said)
    spans = [one[2:4] for one in said if one.known]
    unmet = [one[2:4] for one in said if not one.known]
    taken = [(one.start, led(folded, one)) for one in said if one.known and gone(one)]
    sort = genre(without(folded, [one[2:4] for one in said if one.kind in ("column", "paper")]))
    kinds = [sort[1:]] if sort else []
    named = outside(places_there, [*spans, *unmet])
    places = tuple(places_of(folded, named, [*spans, *unmet]))
    aim, either = aimed(db, folded, named, [*spans, *unmet, *kinds], gazetteer)
    if aim:
        filters = replace(filters, region=aim.value.region)
        (spans if aim.known else unmet).append(aim[2:4])
        said.append(aim)
    only = filters != NO_FILTERS and nothing(folded, [*spans, *kinds])
    held = only and any_fits(db, filters)
    listed = only and not CERTAIN.search(folded)
    less = relaxed(db, filters, said) if listed and not held and not unmet else None
    filters = less.filters if less else filters
    unheld = None
    if only and sort:
        filters, unheld = of_sort(db, filters, folded, sort)
        spans += kinds
    whole = nothing(folded, [*spans, *unmet])
    return Narrowing(
        filters, without(question, taken), bare=(listed and held) or latest(folded),
        missing=lacking(said) if whole else None,
        aside=tuple(aside_of(folded, (one for one in said if one is not aim), whole)),
        restrictions=(*every, *places),
        words=tuple(left(folded, [one[2:4] for one in (*every, *places)])),
        either=either,
        given_up=less.without if less else unheld if listed and held else None,
    )  # fmt: skip


def latest(folded: str) -> bool:
    """Whether a folded question asks for nothing but what is new."""
    return nothing(folded, []) and re.search("最近|最新|近期", folded) is not None


def aside_of(folded: str, said: Iterable[Restriction], whole: bool) -> Iterator[str]:
    """The words of restrictions, with what leads from them to the matter, that say which article
    is meant and need not be in it; `whole` when nothing else is asked."""
    for one in said:
        if not (one.known and gone(one)) and not in_texts(one, whole):
            yield folded[one.start : led(folded, one)]


def of_sort(
    db: Database, filters: Filters, folded: str, sort: tuple[Kind, int, int]
) -> tuple[Filters, Restriction | None]:
    """The filters with the kind of article that a question names, where any fits; else the
    filters, and the restriction that is given up."""
    kind, start, stop = sort
    narrower = replace(filters, kind=kind)
    if any_fits(db, narrower):
        return narrower, None
    return filters, Restriction("kind", folded[start:stop], start, stop, Filters(kind=kind), False)


def led(folded: str, one: Restriction) -> int:
    """Where the matter begins behind a restriction: 讲 in 昌吉日报上讲剪纸的 is not of it."""
    hit = LEADS.match(folded, one.stop)
    return hit.end() if hit else one.stop


def gone(one: Restriction) -> bool:
    """Whether the words of a restriction that is known stand in no text."""
    return one.told or one.kind in ("author", "page")


def in_texts(one: Restriction, whole: bool) -> bool:
    """Whether a name nothing is filed under may stand in a text: that of a paper in the line of
    what is reprinted, any where it is all that is asked."""
    return not one.known and (one.kind == "paper" or (whole and one.kind in NAMES))


def lacking(said: Iterable[Restriction]) -> Contradiction | None:
    """The first restriction that no article fits, when that is all that is asked."""
    return next((Contradiction(one.kind, one.said) for one in said if not one.known), None)
