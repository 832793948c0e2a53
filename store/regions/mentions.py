"""Every place named in a text, each with the one division it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from store.regions.context import ADJACENT, Context
from store.regions.curated import DOUBTFUL, WORDS
from store.regions.gazetteer import Gazetteer
from store.regions.guards import COMMON_NOUNS, allowed, allowed_small, firm, vague
from store.regions.names import Sense, Style
from store.regions.paths import COUNTY, PREFECTURE, level, within
from store.regions.scanning import Hit, scan, scan_towns


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
    hits = [permitted(text, gazetteer) for text in texts]
    context = Context(home)
    for text, found in zip(texts, hits, strict=True):
        context.note(path for hit in found for path in certain(text, hit))
    towns = gazetteer.town_senses(context.scope())
    return [
        read(text, merged(found, list(scan_towns(text, towns))), context)
        for text, found in zip(texts, hits, strict=True)
    ]


def permitted(text: str, gazetteer: Gazetteer) -> list[Hit]:
    """Hits whose surroundings let them be places."""
    hits = list(scan(text, gazetteer.senses, gazetteer.lengths))
    nexts = [hit.start for hit in hits[1:]] + [-1]
    return [
        kept
        for hit, following in zip(hits, nexts, strict=False)
        if allowed(text, hit, following) and (kept := without_words(text, hit, following))
    ]


def without_words(text: str, hit: Hit, following: int) -> Hit | None:
    """The hit without the senses that only a name of a county could have where none may stand."""
    name = text[hit.start : hit.end]
    small = name not in WORDS and allowed_small(text, hit, following)
    doubtful = name in DOUBTFUL or name not in WORDS
    kept = tuple(
        sense
        for sense in hit.senses
        if sense.style > Style.BARE or (small if level(sense.path) >= COUNTY else doubtful)
    )
    return hit._replace(senses=kept) if kept else None


def certain(text: str, hit: Hit) -> Iterator[str]:
    """The path of a hit that needs no proof, so that it may prove others; nothing otherwise."""
    name = text[hit.start : hit.end]
    best = highest(hit.senses)
    if best is None or vague(name, level(best.path)) or name in DOUBTFUL:
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
        before = found[-1].path if found and found[-1].end == hit.start else None
        name = text[hit.start : hit.end]
        decided = decide(name, hit.senses, context, before, firm(text, hit))
        if decided:
            found.append(Mention(decided[0], hit.start, hit.end, name, decided[1]))
    return found


def decide(
    name: str, senses: Sequence[Sense], context: Context, before: str | None, stands: bool
) -> tuple[str, float] | None:
    """The path that is meant and the chance that it is; None when that cannot be said."""
    support = {sense: context.support(sense.path, before) for sense in senses}
    best = max(senses, key=lambda s: (support[s] >= ADJACENT, support[s] - level(s.path), s.style))
    rank = (support[best], level(best.path), best.style)
    if sum((support[s], level(s.path), s.style) == rank for s in senses) > 1:
        return None
    need = needed(name, best, len(senses))
    if support[best] < need and not (stands and len(senses) == 1 and alone(name, best)):
        return None
    return best.path, chance(best, support[best], len(senses))


def alone(name: str, sense: Sense) -> bool:
    """Whether the only reading of a short name is believed where a place would stand."""
    return level(sense.path) == COUNTY and sense.path[-1] != "区" and name not in COMMON_NOUNS


def needed(name: str, sense: Sense, rivals: int) -> float:
    """How much support a reading needs before it is believed; see `Context.support`."""
    step = level(sense.path)
    if step > COUNTY:
        return 2.0
    if sense.style is not Style.BARE and vague(name, step):
        return 3.0 if len(name) == 2 and name[-1] == "县" else ADJACENT
    if sense.style is Style.FORMER and sense.path[-1] == "区":
        return 2.0
    if sense.style is not Style.BARE:
        return 0.0 if rivals == 1 or step < COUNTY else 1.0
    if step < COUNTY:
        return 1.0 if name in DOUBTFUL else 0.0
    return 2.0 if len(name) == 2 or rivals > 1 else 0.0


def chance(sense: Sense, support: float, rivals: int) -> float:
    """The chance that a reading is right, from judged samples of each kind, rounded down."""
    if support >= ADJACENT or (sense.style is Style.FULL and rivals == 1):
        return 0.99
    base = {Style.FULL: 0.97, Style.STYLED: 0.97, Style.FORMER: 0.9, Style.BARE: 0.9}[sense.style]
    return base if support else base - 0.05


def innermost(found: Sequence[Mention]) -> list[Mention]:
    """Of mentions that run together from above (昌吉州木垒县东城镇) only the last."""
    kept: list[Mention] = []
    for mention in found:
        if kept and kept[-1].end == mention.start and within(mention.path, kept[-1].path):
            kept.pop()
        kept.append(mention)
    return kept


def tally(found: Iterable[Mention]) -> Mapping[str, int]:
    """How often each path is named."""
    counts: dict[str, int] = {}
    for mention in found:
        counts[mention.path] = counts.get(mention.path, 0) + 1
    return counts
