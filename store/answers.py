"""A question to an answer: terms, candidates, comparison, confidence."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from itertools import zip_longest
from time import perf_counter

from sqlite_utils import Database

from store import articles, confidence, index, match
from store.background import background
from store.ceilings import CONTRADICTED
from store.chunks import head, parts
from store.database import Store
from store.filters import combined
from store.finding import Ranked, find, has_item, text_of
from store.fold import fold, squeeze
from store.framing import unframed
from store.initials import SHORT, Meaning, initials_typed, meant, stands
from store.match import Wanted, signals
from store.model import NO_FILTERS, Answer, Article, Candidate, Contradiction, Filters
from store.narrowing import Narrowing, narrow
from store.passages import passages
from store.places import gazetteer_of
from store.query import understand
from store.quoting import quoted
from store.restrictions import held
from store.searching import Outcome, borne_out, searched
from store.sound import listen, syllables
from store.suggest import suggestions

EVERY = range(sys.maxsize)
"""The places of all candidates."""
AKIN = 0.7
"""Share of the closest article's score below which another is not called related."""
ALIKE = 0.32
"""Share of the score an article has for its own words below which another is not, either: by eye
on newspaper pages, encyclopedia articles and notices, what lies below has only common words."""
LIKELY = 0.85
"""Share of the best score from which a candidate is offered beside the best."""
NEAR = 0.1
"""The chance that any candidate answers, from which the best are offered by their titles. Of 65
questions refused over 24 articles though they hold the answer, 47 are offered the right one, and
of 163 about what is not there 37 another; over 4,000 it is 54 of 97 and 75 of 125."""
PLAUSIBLE = 0.5
"""Share of the question a candidate must sound like before a spelling is taken from it."""
FITS = 0.95
"""The chance that the newest article within what a question restricts itself to is the one meant,
when it asks for nothing else: it fits by the archive's own fields, only these may err."""
GUESSED = 0.7
"""The most that is claimed for initials; half of it for three letters of more than one meaning."""


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
    filters: Filters = NO_FILTERS,
    now: date | None = None,
    quoting: range = EVERY,
) -> Answer:
    """What the archive says to a question, at most `limit` candidates.

    `quoting` are the places (0 is the best) of the candidates that come with their passages, for
    those who show only some: for ten candidates they take about a sixth of the time.
    """
    started = perf_counter()
    said = outcome(store, question, limit, filters, now)
    return answer(question, said, limit, started, quoting)


def explain(store: Store, question: str) -> Explanation:
    """The answer to a question with the terms and signals behind it."""
    started = perf_counter()
    result = outcome(store, question, 5, NO_FILTERS, None)
    said = answer(question, result, 5, started)
    wanted, ranked = result.wanted, result.ranked
    with store.reading() as db:
        seen = index.survey(db, {term.text for term in (*wanted.chars, *wanted.sound)})
    first = ranked[0].article if ranked else None
    terms = tuple(
        Term(shown(text), channel, weight, seen.counts[text], places(first, text))
        for channel, group in (("chars", wanted.chars), ("sound", wanted.sound))
        for text, weight, _ in group
    )
    return Explanation(said, terms, measured(wanted, ranked))


def outcome(
    store: Store, question: str, limit: int, filters: Filters, now: date | None
) -> Outcome:
    """Read the question, look for what it asks, and weigh what was found."""
    gazetteer = gazetteer_of(store)
    question = unframed(question)
    quotes = quoted(question)
    with store.reading() as db:
        asked = narrow(db, question, now or datetime.now(UTC).date(), gazetteer)
        if not (filed := asked.bare or asked.given_up is not None):
            said = searched(db, question, asked, quotes, filters)
            said = borne_out(db, question, asked, filters, said, gazetteer)
            names = initials_in(db, question, said)
    if filed:
        return listed(store, question, limit, filters, asked)
    if names:
        return spelt_out(store, question, names, limit, filters, now)
    return said


def initials_in(db: Database, question: str, said: Outcome) -> list[Meaning]:
    """What the initials in a question may stand for, when it is not answered as it stands."""
    typed = initials_typed(fold(question)) if said.sure < confidence.FOUND else None
    if typed is None or (said.ranked and stands(typed, said.ranked[0].article)):
        return []
    return meant(db, typed)


def spelt_out(
    store: Store, question: str, names: list[Meaning], limit: int, filters: Filters,
    now: date | None,
) -> Outcome:  # fmt: skip
    """What is found with the likeliest meaning in place of the initials; less is claimed the more
    they may stand for."""
    typed = initials_typed(fold(question)) or ""
    texts = tuple(fold(question).replace(typed, name.text) for name in names)
    spelt = outcome(store, texts[0], limit, filters, now)
    clear = len(typed) >= SHORT or len(names) == 1
    most = GUESSED if clear else GUESSED / 2
    return spelt._replace(sure=min(names[0].share * spelt.sure, most), meant=texts)


def listed(
    store: Store, question: str, limit: int, filters: Filters, narrowed: Narrowing
) -> Outcome:
    """The newest articles that fit; those mainly about the region asked for come first, and of
    several regions one of each in turn."""
    asked = narrowed.filters
    both = combined(filters, asdict(asked))
    found = fitting_any(store, both, narrowed.either, max(limit, 20))
    with store.reading() as db:
        query = understand(question)
        seen = index.survey(db, {term.text for term in (*query.char_terms, *query.sound_terms)})
    wanted = match.weigh(query, seen.counts, seen.chunks, background())
    ranked = [fitting(wanted, article) for article in found]
    if (region := both.region) and not narrowed.either:
        ranked.sort(key=lambda one: not one.article.regions[0].startswith(region))
    if ranked and (against := given_up(narrowed, [one.article for one in ranked])):
        return Outcome(wanted, ranked, CONTRADICTED, asked, against=against)
    return Outcome(wanted, ranked, FITS if ranked else 0.0, asked)


def fitting_any(
    store: Store, filters: Filters, regions: Sequence[str], limit: int
) -> Sequence[Article]:
    """The newest articles within `filters`; of several regions one of each in turn."""
    if not regions:
        return articles.listing(store, filters, limit=limit).articles
    each = (
        articles.listing(store, replace(filters, region=one), limit=limit).articles
        for one in regions
    )
    turns = (one for turn in zip_longest(*each) for one in turn if one is not None)
    return list({one.number: one for one in turns}.values())[:limit]


def given_up(narrowed: Narrowing, listed: Sequence[Article]) -> Contradiction | None:
    """What the question names and the articles listed instead are not; None when they are all
    that was asked. An article with captions has its photographs."""
    if (one := narrowed.given_up) is None:
        return None
    if one.kind != "kind":
        return Contradiction(one.kind, one.said, held(one.kind, listed[0]))
    photo = one.value.kind == "photo"
    if photo and any(article.captions for article in listed):
        return None
    if photo and (author := narrowed.filters.author):
        return Contradiction("photo", author, author)
    return Contradiction("kind", one.said, listed[0].kind)


def fitting(wanted: Wanted, article: Article) -> Ranked:
    """An article that fits as well as any other: all of a list have the same score."""
    text = text_of(article, None)
    return Ranked(article, FITS, signals(wanted, text), text, has_item(article, None))


def related(store: Store, number: int, limit: int = 5) -> tuple[Article, ...]:
    """Other articles on the same matters, the closest first."""
    with store.reading() as db:
        article = articles.load(db, [number]).get(number)
        if article is None:
            return ()
        opening = " ".join((article.title, *article.paragraphs))[:400]
        _, ranked = find(db, opening, NO_FILTERS)
    others = [one for one in ranked if one.article.number != number]
    own = max((one.score for one in ranked if one.article.number == number), default=1.0)
    least = max(AKIN * others[0].score, ALIKE * own) if others else 0.0
    return tuple(one.article for one in others if one.score >= least)[:limit]


def measured(wanted: Wanted, ranked: list[Ranked]) -> dict[str, float]:
    """What the confidence is reckoned from; empty without candidates."""
    return confidence.measure(wanted, ranked, background())


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


def offered(result: Outcome) -> tuple[str, ...]:
    """What may have been meant: titles like the question and of what may answer it; the one that
    holds the rest, where the question says something that it is not."""
    wanted, ranked, _, _, held, against, named, _ = result
    if against:
        return tuple(one.article.title for one in ranked[:1])
    least = LIKELY * ranked[0].score if ranked and held >= NEAR else 2.0
    titles = [
        (one.article.title, 1.0 if one.score >= least else one.signals.title) for one in ranked
    ]
    plausible = bool(ranked) and ranked[0].signals.sound >= PLAUSIBLE
    return suggestions(wanted, titles, ranked[0].text if plausible else None, named)


def answer(
    question: str, result: Outcome, limit: int, started: float, quoting: range = EVERY
) -> Answer:
    """The answer in the form readers get it."""
    wanted, ranked, sure, filters, held, against, _, shared = result
    candidates = tuple(
        Candidate(
            one.article,
            min(1.0, max(0.0, one.score)),
            passages(wanted, one.article) if at in quoting else (),
        )
        for at, one in enumerate(ranked[:limit])
    )
    found = bool(candidates) and sure >= confidence.FOUND
    undecided = bool(candidates) and not found and held >= confidence.FOUND
    return Answer(
        question=question,
        found=found,
        confidence=round(sure * shared, 4),
        candidates=candidates,
        suggestions=() if found else offered(result),
        ms=(perf_counter() - started) * 1000,
        filters=filters,
        undecided=undecided,
        contradiction=against,
    )
