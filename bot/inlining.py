"""Inline mode: `@bot 问题` in any chat offers articles to send, without leaving that chat."""

from __future__ import annotations

from dataclasses import dataclass

from bot import words
from bot.citing import label, place
from bot.reply import Button, Rows
from bot.showing import shown
from bot.talk import Talk
from bot.text import Text
from store import articles
from store.model import Candidate, Filters

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

    `note` says in their place why there are none.
    """

    results: tuple[Offer, ...]
    next: str = ""
    note: str = ""


def offered(talk: Talk, query: str, offset: str) -> Offers:
    """The results for what is typed so far; the newest articles while nothing is."""
    start = int(offset) if offset.isdecimal() else 0
    if not query.strip():
        got = articles.listing(talk.store, Filters(), offset=start, limit=PER_PAGE)
        found = [Candidate(article, 0.0) for article in got.articles if got.offset == start]
        return paged(found, start, min(got.total, MOST), whole=False)
    page = range(start, start + PER_PAGE)
    answer = talk.memory.ask(talk.store, query, talk.now.date(), limit=MOST, quoting=page)
    return paged(list(answer.candidates), start, len(answer.candidates))


def paged(candidates: list[Candidate], start: int, total: int, *, whole: bool = True) -> Offers:
    """Those of a page, and the offset of the next."""
    page = candidates[start : start + PER_PAGE] if whole else candidates
    following = str(start + PER_PAGE) if start + PER_PAGE < total else ""
    note = "" if page or start else words.INLINE_NOTHING
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
