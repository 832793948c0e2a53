"""From a question to the articles that may answer it, best first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from sqlite_utils import Database

from store import articles, index, match
from store.background import background
from store.chunks import Chunk, head, parts, words
from store.fold import comparable
from store.gathering import Held, gathered
from store.lists import Items, items_in
from store.match import Signals, Text, Wanted
from store.model import NO_FILTERS, Article, Filters
from store.paragraphs import paragraph
from store.query import understand
from store.ranking import again, score
from store.sentences import pieces
from store.terms import pairs
from store.topic import known, within_place

DEPTH = 16
"""Chunks compared in full."""
WIDE = 2000
"""Chunks looked at when a filter may leave out most of them."""
NUMBERED = 64
"""The same for a question for a list item: its words may be few, and only some texts have lists."""
QUOTED = 200
"""Chunks read in search of a quotation."""
LIKED = 0.1
"""What a candidate gains in the order when it fits what the question restricts itself to."""
NAMED = 0.02
"""The same when that is only a place: its name is in the text too and has counted there. On the
notices 0.1 put a wrong passage first in two questions of 150 that 0.02 gets right."""
GRAIN = 3
"""Decimal places to which scores decide the order."""
LISTED = 0.15
"""What a candidate gains in the order when it has the list item asked for by number."""


class Ranked(NamedTuple):
    """An article with the score and the signals of its best chunk.

    `listed` is whether it has the list item asked for, None when none is.
    """

    article: Article
    score: float
    signals: Signals
    text: Text
    listed: bool | None = None


def find(
    db: Database,
    question: str,
    filters: Filters,
    *,
    liking: Filters = NO_FILTERS,
    quotes: Sequence[str] = (),
    aside: Sequence[str] = (),
) -> tuple[Wanted, list[Ranked]]:
    """The question ready for comparing, and the articles that may answer it, best first.

    Articles outside `filters` are left out; those within `liking` are preferred; with `quotes`
    only those that hold all of them, to the letter, stay. Words of `aside` need not be there.
    """
    query = understand(question, aside)
    exact = [pair for quote in quotes for pair in pairs(quote)]
    seen = index.survey(
        db, {*exact, *(term.text for term in (*query.char_terms, *query.sound_terms))}
    )
    wanted = match.weigh(query, seen.counts, seen.chunks, background())
    if liking.region:
        # It may be one of the owner's own places, which no list of divisions has.
        places = {*wanted.places, *known(wanted, [liking.region])}
        wanted = wanted._replace(places=tuple(sorted(places)))
    if not exact and not query.char_terms and not query.sound_terms:
        return wanted, literal(db, wanted, filters)
    values = {term.text: term.weight for term in (*wanted.chars, *wanted.sound)}
    if exact:
        values = dict.fromkeys(exact, 1.0)
    most = QUOTED if exact else NUMBERED if query.items else DEPTH
    narrow = filters != NO_FILTERS or liking != NO_FILTERS
    numbers = index.ranked(db, seen, values, WIDE if narrow else most)
    kept, liked = gathered(db, numbers, filters, NO_FILTERS if exact else liking, most)
    if exact:
        return wanted, compare(db, wanted, quoting(db, kept, quotes))
    fitting = {number for number, _ in liked} if liking.region else set()
    there = within_place(wanted) if fitting else wanted
    ranked = compare(db, wanted, list(dict.fromkeys([*kept, *liked])), there, fitting)
    gain = NAMED if liking == Filters(region=liking.region) else LIKED
    return wanted, preferring(ranked, {number for number, _ in liked}, gain)


def preferring(ranked: list[Ranked], liked: set[int], gain: float) -> list[Ranked]:
    """Ranked anew, those that fit the question's own restriction higher by `gain`."""
    if not liked:
        return ranked
    return ordered(
        one._replace(score=min(1.0, one.score + gain * (one.article.number in liked)))
        for one in ranked
    )


def quoting(db: Database, held: list[Held], quotes: Sequence[str]) -> list[Held]:
    """Those whose article holds every quotation: most do not and need no comparing."""
    loaded = articles.load(db, list({number for number, _ in held}))
    fit = {number for number, article in loaded.items() if holds(article, quotes)}
    return [one for one in held if one[0] in fit]


def holds(article: Article, quotes: Sequence[str]) -> bool:
    """Whether heading and text of an article hold every quotation to the letter, folded."""
    text = "\n".join(comparable(part) for part in (head(article), *parts(article)))
    return all(quote in text for quote in quotes)


def literal(db: Database, wanted: Wanted, filters: Filters) -> list[Ranked]:
    """The newest articles with a single typed character in the title: it makes no pair."""
    symbol = wanted.query.chars
    if len(symbol) != 1:
        return []
    rows = db.execute(
        "SELECT number FROM articles WHERE instr(title, ?) ORDER BY number DESC LIMIT ?",
        [symbol, DEPTH],
    )
    numbers = {number for (number,) in rows}
    if filters != NO_FILTERS:
        numbers = articles.among(db, numbers, filters)
    return compare(db, wanted, [(number, Chunk(0, 0, 0, 0)) for number in numbers])


def compare(
    db: Database,
    wanted: Wanted,
    held: list[tuple[int, Chunk]],
    there: Wanted | None = None,
    fitting: Collection[int] = (),
) -> list[Ranked]:
    """Rank articles by their best chunk; of equals the newer first.

    Those of the numbers `fitting` are about the place the question names, and compared with
    `there`.
    """
    loaded = articles.load(db, list({number for number, _ in held}))
    best: dict[int, Ranked] = {}
    for number, chunk in held:
        if (article := loaded.get(number)) is None:
            continue
        text = text_of(article, chunk)
        found = match.signals(there if there and number in fitting else wanted, text)
        listed = has_item(article, wanted.query.items)
        value = min(1.0, score(found) + (LISTED if listed else 0.0))
        one = Ranked(article, value, found, text, listed)
        if number not in best or best[number].score < value:
            best[number] = one
    return ordered(settled(best.values()))


def settled(ranked: Iterable[Ranked]) -> list[Ranked]:
    """Articles under the same heading share out their scores anew, by a second look at them."""
    sisters: dict[str, list[Ranked]] = {}
    for one in ranked:
        sisters.setdefault(one.text.chars[: one.text.head], []).append(one)
    return [
        one._replace(score=value)
        for group in sisters.values()
        for one, value in zip(
            sorted(group, key=lambda one: -again(one.signals)),
            sorted((one.score for one in group), reverse=True),
            strict=True,
        )
    ]


def ordered(ranked: Iterable[Ranked]) -> list[Ranked]:
    """Best first; of equals the newer first."""
    return sorted(
        ranked,
        key=lambda one: (round(one.score, GRAIN), one.article.date or "", one.article.number),
        reverse=True,
    )


def has_item(article: Article, asked: Items | None) -> bool | None:
    """Whether the article has list items asked for; None when none, or perhaps none, is."""
    if asked is None or not asked.sure:
        return None
    texts = parts(article)
    cut = [pieces(text, told=True) for text in texts]
    return next(items_in(asked, cut, texts), None) is not None


def text_of(article: Article, chunk: Chunk | None) -> Text:
    """A chunk under its article's heading, or the heading alone, made comparable."""
    return comparing(head(article), words(parts(article), chunk) if chunk else "")


@lru_cache(maxsize=512)
def comparing(above: str, below: str) -> Text:
    """A heading and a text under it, made comparable. What comes up for one question comes up
    for its rewordings and for the next reader's."""
    title, *lines = map(paragraph, (above, *below.split("\n")))
    return Text(
        "".join((title.chars, *(line.chars for line in lines))),
        "".join((title.sound, *(line.sound for line in lines))),
        len(title.chars),
    )
