"""Every place named in a text, each with the one division it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from store.regions.context import Context
from store.regions.curated import DOUBTFUL, WORDS
from store.regions.deciding import decide
from store.regions.gazetteer import Gazetteer
from store.regions.guards import allowed, allowed_small, standing, vague
from store.regions.names import Sense, Style
from store.regions.paths import COUNTY, PREFECTURE, level, within
from store.regions.scanning import TOWN_END, Hit, scan, scan_towns


class Mention(NamedTuple):
    """A place at `text[start:end]`; `confidence` is the chance (0-1) that the path is right."""

    path: str
    start: int
    end: int
    surface: str
    confidence: float


def mentions(text: str, gazetteer: Gazetteer, home: str | None = None) -> list[Mention]:
    """The places named in one text, in order.

    `home` is the region of the paper: names of places in it need no further proof.
    """
    return mentions_in([text], gazetteer, home)[0]


def mentions_in(
    texts: Sequence[str], gazetteer: Gazetteer, home: str | None = None
) -> list[list[Mention]]:
    """The places named in each of the texts of one article, which explain each other."""
    found = iter(explained([text for text in texts if text], gazetteer, home))
    return [next(found) if text else [] for text in texts]


def explained(texts: Sequence[str], gazetteer: Gazetteer, home: str | None) -> list[list[Mention]]:
    """The same for texts of which none is empty."""
    scanned = [list(scan(text, gazetteer.senses, gazetteer.lengths)) for text in texts]
    hits = [permitted(text, found) for text, found in zip(texts, scanned, strict=True)]
    context = Context(home)
    context.hint(path for found in scanned for hit in found for path in hinted(hit))
    for text, found in zip(texts, hits, strict=True):
        context.note(path for hit in found for path in certain(text, hit))
    before = context.size()
    first = []
    for text, found in zip(texts, hits, strict=True):
        first.append(read(text, found, context))
        context.note(mention.path for mention in first[-1])
    named = any(map(TOWN_END.search, texts))
    if not named and context.size() == before:
        return first
    towns = gazetteer.town_senses(context.scope()) if named else {}
    return [
        read(text, merged(found, list(scan_towns(text, towns))), context)
        for text, found in zip(texts, hits, strict=True)
    ]


def hinted(hit: Hit) -> Iterator[str]:
    """The province a hit lies in, even if it is part of another name (湖北日报)."""
    if len(hit.senses) == 1 and level(hit.senses[0].path) < COUNTY:
        yield hit.senses[0].path.partition("/")[0]


def permitted(text: str, hits: list[Hit]) -> list[Hit]:
    """Hits whose surroundings let them be places."""
    starts = {hit.start for hit in hits}
    return [
        kept
        for hit in hits
        if allowed(text, hit, hit.end in starts)
        and (kept := without_words(text, hit, hit.end in starts))
    ]


def without_words(text: str, hit: Hit, followed: bool) -> Hit | None:
    """The hit without the senses that only a name of a county could have where none may stand."""
    name = text[hit.start : hit.end]
    small = allowed_small(text, hit, followed)
    large = name not in WORDS or (small and name in DOUBTFUL)
    kept = tuple(
        sense
        for sense in hit.senses
        if sense.style > Style.BARE or (small if level(sense.path) >= COUNTY else large)
    )
    return hit._replace(senses=kept) if kept else None


def certain(text: str, hit: Hit) -> Iterator[str]:
    """The path of a hit that needs no proof, so that it may prove others; nothing otherwise."""
    name = text[hit.start : hit.end]
    best = highest(hit.senses)
    if best is None or name in DOUBTFUL or (level(best.path) == COUNTY and vague(text, hit)):
        return
    if best.style is Style.BARE:
        alone = all(within(s.path, best.path) or s.path[-1] == "区" for s in hit.senses)
        if alone and level(best.path) <= PREFECTURE:
            yield best.path
    elif best.style is not Style.FORMER or len(hit.senses) == 1:
        yield best.path


def highest(senses: Sequence[Sense]) -> Sense | None:
    """The sense above all others in rank, None when two share it."""
    best = min(senses, key=lambda sense: (level(sense.path), -sense.style))
    rank = (level(best.path), best.style)
    return best if sum((level(s.path), s.style) == rank for s in senses) == 1 else None


def merged(hits: list[Hit], towns: list[Hit]) -> list[Hit]:
    """Both lists in order; where they overlap the township stays, for its name is the longer."""
    taken = [(town.start, town.end) for town in towns]
    kept: list[Hit] = list(towns)
    at = 0
    for hit in hits:
        while at < len(taken) and taken[at][1] <= hit.start:
            at += 1
        if at == len(taken) or taken[at][0] >= hit.end:
            kept.append(hit)
    return sorted(kept)


def read(text: str, hits: Iterable[Hit], context: Context) -> list[Mention]:
    """Decide the hits from left to right; a place directly before one explains it best."""
    found: list[Mention] = []
    for hit in hits:
        if found and found[-1].end > hit.start:
            continue
        before = found[-1].path if found and found[-1].end == hit.start else None
        name = text[hit.start : hit.end]
        decided = decide(name, hit.senses, context, before, standing(text, hit))
        if decided:
            found.append(Mention(decided[0], hit.start, hit.end, name, decided[1]))
    return found


def innermost(found: Sequence[Mention]) -> list[Mention]:
    """Of mentions that run together from above (昌吉州木垒县东城镇) only the last."""
    kept: list[Mention] = []
    for mention in found:
        if kept and kept[-1].end == mention.start and within(mention.path, kept[-1].path):
            kept.pop()
        kept.append(mention)
    return kept
