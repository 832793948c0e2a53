"""The region a paper or a page is at home in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from store.regions.curated import WORDS
from store.regions.gazetteer import Gazetteer
from store.regions.mentions import Mention, mentions
from store.regions.paths import COUNTY, PROVINCE, ancestors, county_of, level

SHARE = 0.7  # of the places a page names, those a home must hold
LONGEST = 12  # characters of a region that a paper is named after
TEXTS = 3  # articles that must agree before a single county is called home


def home_of(paper: str | None, texts: Iterable[str], gazetteer: Gazetteer) -> str | None:
    """The home region by the paper's name (昌吉日报), else by the places its texts keep naming.

    `texts` are the articles of a page or an issue, a text each. None when neither says it.
    """
    return (of_name(paper, gazetteer) if paper else None) or of_texts(texts, gazetteer)


def of_name(paper: str, gazetteer: Gazetteer) -> str | None:
    """The region whose name the paper's name begins with, at the highest level that it fits.

    None when several share the level, or the name is a word first (光明日报, 新华日报).
    """
    for length in range(min(len(paper), LONGEST), 1, -1):
        name = paper[:length]
        paths = sorted((sense.path for sense in gazetteer.senses.get(name, ())), key=level)
        if paths and (name not in WORDS or level(paths[0]) < COUNTY):
            return paths[0] if [level(path) for path in paths].count(level(paths[0])) == 1 else None
    return None


def of_texts(texts: Iterable[str], gazetteer: Gazetteer) -> str | None:
    """The lowest region that holds most of the places; a county only if several texts agree."""
    votes: Counter[str] = Counter()
    count = 0
    for text in texts:
        places = voted(mentions(text, gazetteer))
        count += bool(places)
        for place in places:
            votes.update({region: 1 / len(places) for region in (*ancestors(place), place)})
    enough = [path for path, share in votes.items() if share >= SHARE * count]
    fit = [path for path in enough if level(path) < COUNTY or count >= TEXTS]
    return max(fit, key=lambda path: (level(path), votes[path]), default=None)


def voted(found: Iterable[Mention]) -> set[str]:
    """The counties a text names, or the prefectures, or as a last resort the provinces."""
    places = {county_of(mention.path) or mention.path for mention in found}
    above = {up for place in places for up in ancestors(place)}
    lowest = places - above
    return {place for place in lowest if level(place) > PROVINCE} or lowest
