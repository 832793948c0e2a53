"""Whether the matter of a question stands in another article than the one that fits its filters.

渭源县的墨香支部: an article of 渭源县 holds 支部, and one of another county all of 墨香支部. The
question is about the second, and wrong about the place. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from store.finding import Ranked
from store.fold import squeeze
from store.match import Wanted, Weighted
from store.sound import listen
from store.terms import pairs

WHOLE = 0.75
"""Share of the matter, by weight, that the article holding it has: where two of its words meet in
the question the text may print them apart."""
PART = 0.55
"""The most that an article has which holds only some common word of it. Between the two a question
half remembered is as likely as one with a wrong place."""
LEAST = 2
"""Pairs of characters below which the matter is too little to tell whose it is."""
RIVALS = 5
"""Candidates among which the holder of the matter is looked for."""
Words = Sequence[str]


def matter(wanted: Wanted, words: Words) -> tuple[Weighted, ...]:
    """The sounds asked for inside these words."""
    held = {pair for word in words for pair in pairs(listen(squeeze(word)))}
    return tuple(term for term in wanted.sound if term.text in held)


def share(terms: Sequence[Weighted], one: Ranked) -> float:
    """The part of these terms, by weight, that stands in an article."""
    met = sum(term.weight for term in terms if term.text in one.text.sound)
    return met / sum(term.weight for term in terms)


def holder(wanted: Wanted, words: Words, first: Ranked, others: Iterable[Ranked]) -> Ranked | None:
    """The one of the others that holds the matter, which is said in these words, when the first
    has only some of it; None for none."""
    terms = matter(wanted, words)
    if len(terms) < LEAST or share(terms, first) > PART:
        return None
    return next((one for one in islice(others, RIVALS) if share(terms, one) >= WHOLE), None)
