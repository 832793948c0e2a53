"""What a wish would have brought: the articles of the archive that fulfil it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlite_utils import Database

from store import articles, index
from store.database import Store
from store.fold import comparable
from store.model import Article, Filters
from store.terms import pairs
from store.wishes import Subject, Wish, canonical

MOST = 500
"""Articles counted; of what is more frequent nobody needs the exact number."""
LOOKED = 2000
"""Chunks looked at, the newest first: a fifth of a second at most."""


def brought(store: Store, wish: Wish, since: str | None = None) -> int | None:
    """How many articles since a day (YYYY-MM-DD) fulfil a wish, at most MOST.

    None when it cannot be told quickly: none of the wish's words has two characters.
    """
    if not wish.words and not wish.without:
        return min(MOST, articles.listing(store, filters_of(wish, since), limit=1).total)
    with store.reading() as db:
        candidates = holding(db, wish.words)
    if candidates is None:
        return None
    asked_for = canonical(wish)
    recent = (one for one in candidates if since is None or (one.date or "") >= since)
    return min(MOST, sum(Subject(one).fulfils(asked_for) for one in recent))


def filters_of(wish: Wish, since: str | None) -> Filters:
    """A wish without words as filters."""
    return Filters(
        region=wish.region,
        column=wish.column,
        author=wish.author,
        paper=wish.paper,
        kind="study" if wish.study else None,
        since=since,
    )


def holding(db: Database, words: Sequence[str]) -> list[Article] | None:
    """The newest articles that may hold the rarest of the words; None when no word has a pair."""
    terms = {word: pairs(comparable(word)) for word in words}
    terms = {word: found for word, found in terms.items() if found}
    if not terms:
        return None
    seen = index.survey(db, {pair for found in terms.values() for pair in found})
    rarest = min(terms.values(), key=lambda found: min(seen.counts.get(one, 0) for one in found))
    numbers = index.best(db, seen, dict.fromkeys(rarest, 1.0), LOOKED)
    held = index.places(db, numbers)
    return list(articles.load(db, sorted({article for article, _ in held.values()})).values())
