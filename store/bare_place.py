"""A place by its short name alone (奇台, 阜康): in a text it may be a word, as a question it asks
for what the archive has about the place."""

from __future__ import annotations

import re

from sqlite_utils import Database

from store.articles import any_fits
from store.model import Filters
from store.regions import Gazetteer
from store.regions.curated import WORDS

MARKS = re.compile(r"[\W_]+")


def bare_place(db: Database, folded: str, gazetteer: Gazetteer) -> tuple[str, int, int] | None:
    """The region a folded question names and nothing else, when an article is about it, and where
    its name stands."""
    name = MARKS.sub("", folded)
    start = folded.find(name)
    if not name or start < 0 or name in WORDS:
        return None
    for sense in sorted(gazetteer.senses.get(name, ()), key=lambda one: one.path.count("/")):
        # Only what is cut from the official name: 兵团 and 版纳 are asked for as words too.
        official = sense.path.rpartition("/")[2].startswith(name)
        if official and any_fits(db, Filters(region=sense.path)):
            return sense.path, start, start + len(name)
    return None
