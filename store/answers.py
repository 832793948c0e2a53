"""A question to an answer: terms, candidates, comparison, confidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from time import perf_counter
from typing import NamedTuple

from sqlite_utils import Database

from store import articles, confidence, index, match
from store.background import background
from store.chunks import Chunk, head, parts, words
from store.database import Store
from store.fold import fold, squeeze
from store.match import Signals, Text, Wanted
from store.model import Answer, Article, Candidate, Filters
from store.passages import passages
from store.query import understand
from store.sound import listen, syllables
from store.suggest import suggestions

DEPTH = 24
"""Chunks compared in full."""
WIDE = 2000
"""Chunks looked at when a filter may leave out most of them."""


PLAUSIBLE = 0.5
"""Share of the question a candidate must sound like before a spelling is taken from it."""


class Ranked(NamedTuple):
    """An article with the score and the signals of its best chunk."""

    article: Article
    score: float
    signals: Signals
    text: Text


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a question: `channel` is chars or sound, `weight` its rarity, `chunks` how many
    hold it, `places` which paragraphs of the first answer do (-1 is the heading)."""

    text: str
    channel: str
    weight: float
    chunks: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an answer is what it is: its terms and its signals."""

    answer: Answer
    terms: tuple[Term, ...]
    signals: Mapping[str, float]


def ask(
    store: Store,
    question: str,
    *,
    limit: int = 5,
    filters: Filters = Filters(),  # noqa: B008 (frozen)
    now: date | None = None,
) -> Answer:
    """What the archive says to a question, at most `limit` candidates."""
    started = perf_counter()
    with store.reading() as db:
        wanted, ranked = find(db, question, filters)
    return answer(question, wanted, ranked, limit, filters, started)


def explain(store: Store, question: str) -> Explanation:
    """The answer to a question with the terms and signals behind it."""
    started = perf_counter()
    with store.reading() as db:
        wanted, ranked = find(db, question, Filters())
        seen = index.survey(db, {term.text for term in (*wanted.chars, *wanted.sound)})
    said = answer(question, wanted, ranked, 5, Filters(), started)
    first = ranked[0].article if ranked else None
    terms = tuple(
        Term(shown(text), channel, weight, seen.counts[text], places(first, text))
        for channel, group in (("chars", wanted.chars), ("sound", wanted.sound))
        for text, weight, _ in group
    )
    return Explanation(said, terms, measured(wanted, ranked))


def related(store: Store, number: int, limit: int = 5) -> tuple[Article, ...]:
    """Other articles on the same matters, the closest first."""
    with store.reading() as db:
        article = articles.load(db, [number]).get(number)
        if article is None:
            return ()
        opening = " ".join((article.title, *article.paragraphs))[:400]
        _, ranked = find(db, opening, Filters())
    return tuple(one.article for one in ranked if one.article.number != number)[:limit]


def find(db: Database, question: str, filters: Filters) -> tuple[Wanted, list[Ranked]]:
    """The question ready for comparing, and the articles that may answer it, best first."""
    query = understand(question)
    seen = index.survey(db, {term.text for term in (*query.char_terms, *query.sound_terms)})
    wanted = match.weigh(query, seen.counts, seen.chunks, background())
    if not query.char_terms and not query.sound_terms:
        return wanted, literal(db, wanted, filters)
    values = {term.text: term.weight for term in (*wanted.chars, *wanted.sound)}
    narrow = filters != Filters()
    numbers = index.best(db, seen, values, WIDE if narrow else DEPTH)
    held = index.places(db, numbers)
    allowed = within(db, {article for article, _ in held.values()}, filters) if narrow else None
    kept = [held[n] for n in numbers if n in held and (allowed is None or held[n][0] in allowed)]
    return wanted, compare(db, wanted, kept[:DEPTH])


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
    if filters != Filters():
        numbers = within(db, numbers, filters)
    return compare(db, wanted, [(number, Chunk(0, 0, 0, 0)) for number in numbers])


def within(db: Database, numbers: set[int], filters: Filters) -> set[int]:
    """The articles among `numbers` that the filters let through."""
    condition, values = articles.condition(filters)
    marks = ",".join("?" * len(numbers))
    rows = db.execute(
        "SELECT articles.number FROM articles JOIN issues ON issues.number = articles.issue"
        f" WHERE {condition} AND articles.number IN ({marks})",
        [*values, *numbers],
    )
    return {number for (number,) in rows}


def compare(db: Database, wanted: Wanted, held: list[tuple[int, Chunk]]) -> list[Ranked]:
    """Rank articles by their best chunk; of equals the newer first."""
    loaded = articles.load(db, list({number for number, _ in held}))
    best: dict[int, Ranked] = {}
    for number, chunk in held:
        if (article := loaded.get(number)) is None:
            continue
        text = text_of(article, chunk)
        found = match.signals(wanted, text)
        score = match.score(found)
        if number not in best or best[number].score < score:
            best[number] = Ranked(article, score, found, text)
    return sorted(
        best.values(),
        key=lambda one: (round(one.score, 3), one.article.date or "", one.article.number),
        reverse=True,
    )


def text_of(article: Article, chunk: Chunk) -> Text:
    """A chunk under its article's heading, made comparable."""
    above = squeeze(fold(head(article)))
    chars = above + squeeze(fold(words(parts(article), chunk)))
    return Text(chars, listen(chars), len(above))


def measured(wanted: Wanted, ranked: list[Ranked]) -> dict[str, float]:
    """What the confidence is reckoned from; empty without candidates."""
    if not ranked:
        return {}
    second = ranked[1].score if len(ranked) > 1 else 0.0
    first = ranked[0]
    return confidence.measure(wanted, first.signals, first.text, second, background())


def shown(term: str) -> str:
    """A term in letters that people can read."""
    return "".join(syllables(term)) if any("\ue000" <= c <= "\uf8ff" for c in term) else term


def places(article: Article | None, term: str) -> tuple[int, ...]:
    """The paragraphs of an article that hold a term; -1 is its heading."""
    if article is None:
        return ()
    texts = (head(article), *parts(article))
    held = (squeeze(fold(text)) for text in texts)
    return tuple(i - 1 for i, text in enumerate(held) if term in text or term in listen(text))


def offered(wanted: Wanted, ranked: list[Ranked]) -> tuple[str, ...]:
    """What may have been meant."""
    titles = [(one.article.title, one.signals.title) for one in ranked]
    plausible = bool(ranked) and ranked[0].signals.sound >= PLAUSIBLE
    return suggestions(wanted, titles, ranked[0].text if plausible else None)


def answer(
    question: str,
    wanted: Wanted,
    ranked: list[Ranked],
    limit: int,
    filters: Filters,
    started: float,
) -> Answer:
    """The answer in the form readers get it."""
    sure = confidence.chance(measured(wanted, ranked))
    candidates = tuple(
        Candidate(one.article, min(1.0, max(0.0, one.score)), passages(wanted, one.article))
        for one in ranked[:limit]
    )
    found = sure >= confidence.FOUND
    return Answer(
        question=question,
        found=found,
        confidence=round(sure, 4),
        candidates=candidates,
        suggestions=() if found else offered(wanted, ranked),
        ms=(perf_counter() - started) * 1000,
        filters=filters,
    )
