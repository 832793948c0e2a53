"""Looking for what a question asks, also in other spellings and words, and how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import NamedTuple

from sqlite_utils import Database

from store import confidence, index, swapped
from store.articles import any_fits
from store.background import background
from store.ceilings import ABSENT, CONTRADICTED, LONE, UNSAID, capped
from store.chunks import head, parts
from store.elsewhere import holder
from store.filters import combined, fitting
from store.finding import Ranked, find, ordered
from store.fold import fold, squeeze
from store.hearing import by_ear
from store.match import Wanted
from store.model import NO_FILTERS, Article, Contradiction, Filters
from store.narrowing import Narrowing
from store.near import reworded
from store.numerals import other_forms, prints
from store.premises import premise
from store.printed_so import printed_so
from store.query import lean
from store.quoting import only_quoted
from store.regions import Gazetteer
from store.restrictions import Restriction, bare, contradicted

VERBATIM = 0.95
"""The chance that an article is the one meant when it holds to the letter what was put between
quotation marks."""
RESPELT = 0.75
"""What is left of the chance when it holds for a spelling that was not typed."""
FILED = ("date", "page")
"""What no text tells of its article: what nothing is filed under is not there."""
PRINTS = 3
"""Candidates in which a number that is only about right (八千多) is looked for."""
TYPED = 0.5
"""Share of the typed pairs below which the first candidate may hold another spelling of them."""
NEARLY = 0.6
"""What a near word's match counts for beside the same match of the word typed."""


class Outcome(NamedTuple):
    """What was found, how sure that is, what the question was understood to restrict, `held`, the
    chance that any of what was found answers, `against`, what the question says and the first of
    it does not bear out, `meant`, what initials in it may stand for, and `shared`, what is left of
    the chance for the first of those that print the same."""

    wanted: Wanted
    ranked: list[Ranked]
    sure: float
    filters: Filters
    held: float = 0.0
    against: Contradiction | None = None
    meant: tuple[str, ...] = ()
    shared: float = 1.0


def searched(
    db: Database, question: str, asked: Narrowing, quotes: tuple[str, ...], filters: Filters
) -> Outcome:
    """Look for the rest in the texts; a quotation must be there when it is all that is asked."""
    rest, liking, aside = asked.rest, asked.filters, asked.aside
    if quotes:
        wanted, ranked = find(db, rest, filters, quotes=quotes, aside=aside)
        if ranked:
            usual = confidence.chance(confidence.measure(wanted, ranked, background()))
            sure = max(VERBATIM, usual) if only_quoted(question) else usual
            return Outcome(wanted, ranked, sure if len(max(quotes)) > 1 else LONE, liking)
    said, told = looked(db, asked, filters)
    if quotes and only_quoted(question):
        return said._replace(ranked=[], sure=min(ABSENT, said.sure), held=0.0)
    if said.sure < confidence.FOUND:
        said, told = restated(db, asked, filters, said, told)
    if said.sure < confidence.FOUND or told["chars"] < TYPED:
        said = unturned(db, said, filters)
    # Nothing is told of what was found only for a turn.
    silent = told.get("unsaid") or told.get("untold")
    if said.ranked and said.sure < confidence.FOUND and not silent:
        said = respelt(db, said, filters)
    return said if said.sure >= confidence.FOUND else with_near(db, said, rest, filters)


def looked(
    db: Database, asked: Narrowing, filters: Filters
) -> tuple[Outcome, Mapping[str, float]]:
    """What is found for the rest of a question as it stands, and the signals of it."""
    wanted, ranked = find(db, asked.rest, filters, liking=asked.filters, aside=asked.aside)
    ranked, across = by_ear(wanted, ranked)
    rivals = confidence.others_than(wanted, ranked)
    told = confidence.measure(wanted, ranked, background(), rivals)
    sure, held = (
        capped(wanted, ranked, told, chance(told))
        for chance in (confidence.chance, confidence.held)
    )
    most = UNSAID if across else 1.0
    said = Outcome(wanted, ranked, min(most, sure), asked.filters, min(most, held))
    if len(rivals) < len(ranked) - 1:
        alone = confidence.chance(confidence.measure(wanted, ranked, background()))
        said = said._replace(shared=min(1.0, alone / confidence.chance(told)))
    return said, told


def restated(
    db: Database, asked: Narrowing, filters: Filters, said: Outcome, told: Mapping[str, float]
) -> tuple[Outcome, Mapping[str, float]]:
    """What was not found, as it is found with the numbers as the paper may print them (108 for
    一百零八): they are the same, so that an answer is as sure as one to that question, but only
    from an article that prints them so."""
    texts = ("\n".join(map(fold, parts(one.article))) for one in said.ranked[:PRINTS])
    best = said, told
    for form in other_forms(fold(asked.rest), texts):
        other = looked(db, asked._replace(rest=form), filters)
        if other[0].ranked and prints(form, other[0].ranked[0].text.chars):
            best = max(best, other, key=lambda one: one[0].sure)
    return best


def unturned(db: Database, said: Outcome, filters: Filters) -> Outcome:
    """What is found when two neighbouring characters were typed the wrong way round, where a text
    prints them the other way; else what was found."""
    chars = said.wanted.query.chars
    if not (wanted := swapped.asked(chars)):
        return said
    for turn in swapped.turned(chars, index.survey(db, wanted).counts):
        other, ranked = find(db, turn.text, filters)
        if ranked and swapped.prints(turn, ranked[0].text.chars):
            sure = RESPELT * confidence.chance(confidence.measure(other, ranked, background()))
            if sure > said.sure:
                return said._replace(wanted=other, ranked=ranked, sure=sure, held=sure)
    return said


def respelt(db: Database, said: Outcome, filters: Filters) -> Outcome:
    """What was not found, as sure as its best candidate is when the question is spelt as that
    candidate is printed; itself when another would then come first."""
    first = said.ranked[0]
    spelling = printed_so(said.wanted.query.chars, first.text)
    if spelling is None:
        return said
    other, ranked = find(db, spelling, filters)
    if not ranked or ranked[0].article.number != first.article.number:
        return said
    sure = RESPELT * confidence.chance(confidence.measure(other, ranked, background()))
    return said._replace(sure=max(said.sure, sure))


def with_near(db: Database, said: Outcome, rest: str, filters: Filters) -> Outcome:
    """What was not found, with what near words find: weaker than what was typed, and never
    enough to claim an answer."""
    best = {one.article.number: one for one in said.ranked}
    sure, wanted = said.sure, said.wanted
    for words in reworded(lean(fold(rest))):
        other, ranked = find(db, words, filters)
        for one in ranked:
            weaker = one._replace(score=NEARLY * one.score)
            held = best.setdefault(one.article.number, weaker)
            best[one.article.number] = max(held, weaker, key=lambda ranked: ranked.score)
        if ranked and not said.ranked and wanted is said.wanted:
            told = confidence.measure(other, ranked, background())
            wanted, sure = other, min(ABSENT, confidence.chance(told))
    return said._replace(ranked=ordered(best.values()), sure=sure, wanted=wanted)


def borne_out(
    db: Database, question: str, asked: Narrowing, filters: Filters, said: Outcome,
    gazetteer: Gazetteer,
) -> Outcome:
    """What was found, when it is what the question says it is; else, or when it is not sure, what
    is found among the articles that are; and where that is nothing, an answer not claimed."""
    against = unlike(db, question, asked, said, gazetteer)
    if against is None and said.sure >= confidence.FOUND:
        said, against = of_another(db, question, asked, said, gazetteer)
    if asked.missing and (unheld(asked.missing, said) or against):
        sure = min(ABSENT, said.sure)
        return said._replace(ranked=[], sure=sure, held=0.0, against=asked.missing)
    filed = any(one.known and not one.owner and one.kind != "region" for one in asked.restrictions)
    if against is None and (said.sure >= confidence.FOUND or not filed):
        return said
    owners = [one for one in asked.restrictions if one.owner]
    if asked.filters != NO_FILTERS or owners:
        only = combined(combined(filters, asdict(asked.filters)), asdict(fitting(owners)))
        aside = (*asked.aside, *(one.said for one in owners))
        other, _ = looked(db, asked._replace(filters=NO_FILTERS, aside=aside), only)
        if bears_out(db, question, asked, said, other, gazetteer):
            return other._replace(filters=asked.filters)
    if against is None:
        return said
    sure, held = min(CONTRADICTED, said.sure), min(CONTRADICTED, said.held)
    claimed = said.sure >= confidence.FOUND
    return said._replace(sure=sure, held=held, against=against if claimed else None)


def unheld(missing: Contradiction, said: Outcome) -> bool:
    """Whether what nothing is filed under is not in what was found either."""
    if missing.kind == "region" and said.sure >= confidence.FOUND:
        first = said.ranked[0].article
        return bare(missing.said) not in squeeze(fold("\n".join((head(first), *parts(first)))))
    return missing.kind in ("region", *FILED) or not said.ranked


def of_another(
    db: Database, question: str, asked: Narrowing, said: Outcome, gazetteer: Gazetteer
) -> tuple[Outcome, Contradiction | None]:
    """What was found with the article first that holds the matter, where only that one does, and
    what the question says that it is not; unchanged and None otherwise."""
    first, *others = said.ranked
    if one := holder(said.wanted, asked.words, first, others):
        turned = said._replace(ranked=[one, *(other for other in said.ranked if other is not one)])
        if against := unlike(db, question, asked, turned, gazetteer):
            return turned, against
    return said, None


def bears_out(
    db: Database, question: str, asked: Narrowing, said: Outcome, other: Outcome,
    gazetteer: Gazetteer,
) -> bool:  # fmt: skip
    """Whether what is found among the articles that fit answers, and not only in part what another
    article has whole."""
    if other.sure < confidence.FOUND or unlike(db, question, asked, other, gazetteer):
        return False
    first = other.ranked[0]
    return holder(said.wanted, asked.words, first, said.ranked[:1]) in (None, first)


def unlike(
    db: Database, question: str, asked: Narrowing, said: Outcome, gazetteer: Gazetteer
) -> Contradiction | None:
    """What the question says and the first article of an outcome is not, if anything."""
    if not said.ranked:
        return None
    folded, first = fold(question), said.ranked[0].article
    named = [in_issue(db, one, first) for one in asked.restrictions]
    return contradicted(named, first, folded, gazetteer) or premise(folded, first)


def in_issue(db: Database, one: Restriction, article: Article) -> Restriction:
    """A restriction to a column, not known for an article without one in an issue that has no such
    column: where the issue has it, the reading may have missed that the article is in it."""
    if one.kind != "column" or not one.known or article.column is not None:
        return one
    issue = replace(one.value, paper=article.paper, since=article.date, until=article.date)
    return one if any_fits(db, issue) else one._replace(known=False)
