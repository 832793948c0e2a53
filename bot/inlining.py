"""Inline mode: `@bot 问题` in any chat offers articles to send, without leaving that chat."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot import words
from bot.citing import label, place
from bot.question_links import payload_of
from bot.reply import Button, Rows
from bot.showing import shown
from bot.talk import Talk
from bot.text import Text
from store import articles, browse, talks
from store.model import Candidate, Filters
from store.talks import Spoken

PER_PAGE = 10
MOST = 50
DESCRIPTION = 100


@dataclass(frozen=True, slots=True)
class Offer:
    """One result to pick: what the list shows, and what is sent."""

    id: str
    title: str
    description: str
    text: Text
    buttons: Rows


@dataclass(frozen=True, slots=True)
class Offers:
    """A page of results and where the next begins, "" when there is none.

    `note` is the label of a button above them that leads to the bot, with `payload` behind /start:
    it says why there are none, or that none of them is the answer.
    """

    results: tuple[Offer, ...]
    next: str = ""
    note: str = ""
    payload: str = payload_of("")


def offered(talk: Talk, query: str, offset: str) -> Offers:
    """The results for what is typed so far; the newest articles while nothing is."""
    start = int(offset) if offset.isdecimal() else 0
    if not query.strip():
        got = articles.listing(talk.store, Filters(), offset=start, limit=PER_PAGE)
        found = [Candidate(article, 0.0) for article in got.articles if got.offset == start]
        return paged(found, start, min(got.total, MOST), whole=False)
    page = range(start, start + PER_PAGE)
    answer = talk.memory.ask(talk.store, query, talk.now.date(), limit=MOST, quoting=page)
    offers = paged(list(answer.candidates), start, len(answer.candidates))
    if start or answer.found:
        return offers
    note = words.INLINE_NEAR if offers.results else words.INLINE_NOTHING
    return replace(offers, note=note, payload=payload_of(query))


def chosen(talk: Talk, result: str) -> None:
    """A reader has sent a result somewhere: in the private chat it is what is spoken of now."""
    number = int(result) if result.isdecimal() and len(result) < 16 else 0
    if not browse.held(talk.store, number):
        return
    spoken = Spoken((number,))
    talks.turn(talk.store, talk.reader.place, talk.now, spoken)


def paged(candidates: list[Candidate], start: int, total: int, *, whole: bool = True) -> Offers:
    """Those of a page, and the offset of the next."""
    page = candidates[start : start + PER_PAGE] if whole else candidates
    following = str(start + PER_PAGE) if start + PER_PAGE < total else ""
    note = "" if page or start else words.INLINE_EMPTY
    return Offers(tuple(map(offer, page)), following, note)


def offer(candidate: Candidate) -> Offer:
    """A candidate as a result: the best passage, or the summary, below its title."""
    article = candidate.article
    said = candidate.passages[0].text if candidate.passages else article.summary
    return Offer(
        str(article.number),
        label(article, 60),
        f"{place(article)}\n{said[:DESCRIPTION]}",
        shown(candidate, "", brief=True),
        ((Button(words.BUTTON_READ, link=f"a_{article.number}"),),),
    )
