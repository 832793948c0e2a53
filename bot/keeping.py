"""Only some of what was listed: 只看岭上周报, 只看3月的, 只看柳湾县的."""

from __future__ import annotations

import re
from dataclasses import asdict

from bot import browsing, refusal_words, ways, words
from bot.answering import listing, question
from bot.reply import Reply, say
from bot.talk import Talk
from store import articles, asked
from store.errors import NotFound
from store.filters import combined
from store.fold import fold
from store.model import NO_FILTERS, Filters
from store.narrowing import narrow
from store.places import gazetteer_of
from store.talks import Spoken

ONLY = re.compile(
    r"(?:那么?|请)?(?:只|就|光)(?:想|要)?(?:看|查|找|要)(?:一下)?(.{2,16}?)"
    r"(?:[上里](?:面)?的?|的)?(?:文章|报道|新闻|消息|内容)?[吧呢。!]*"
)
ASKED = re.compile(r"[qv]:(\d{1,15}):")
STATE = re.compile(r"(?:l|n:\w+):([\d.]+):\d+")
MOST = 20
"""Articles listed of those that fit."""


def only(talk: Talk, spoken: Spoken, text: str) -> Reply | None:
    """What was listed last, as far as it fits; None when `text` names nothing the archive is
    filed by."""
    match = ONLY.fullmatch(fold(text).strip())
    fit = wanted(talk, match[1]) if match else NO_FILTERS
    if match is None or fit == NO_FILTERS:
        return None
    datas = [data for _, data in spoken.ways]
    if past := next((hit[1] for data in datas if (hit := ASKED.match(data))), None):
        return again(talk, int(past), match[1])
    if state := next((hit[1] for data in datas if (hit := STATE.fullmatch(data))), None):
        within = browsing.filters_of(browsing.state_facets(talk.store, state))
        found = articles.listing(talk.store, combined(within, asdict(fit)), limit=MOST).articles
        return said([one.number for one in found], match[1], talk)
    numbers = ways.listed(spoken)
    if not numbers:
        return question(talk, match[1])
    with talk.store.reading() as db:
        held = articles.among(db, set(numbers), fit)
    return said([number for number in numbers if number in held], match[1], talk)


def wanted(talk: Talk, name: str) -> Filters:
    """What a name restricts an archive to; no filters when it says more than that."""
    with talk.store.reading() as db:
        narrowed = narrow(db, name, talk.now.date(), gazetteer_of(talk.store))
    more = narrowed.given_up
    if more and more.value.kind != "photo" and not narrowed.either:
        # No article of the archive fits all of it, and none of the list does. Photographs may
        # stand in articles of other kinds.
        return combined(narrowed.filters, asdict(more.value))
    return narrowed.filters if narrowed.bare and not narrowed.either else NO_FILTERS


def again(talk: Talk, number: int, name: str) -> Reply:
    """The question asked before, restricted. Raises NotFound only when it is asked alone."""
    try:
        past = asked.get(talk.store, number).question
    except NotFound:
        past = ""
    return question(talk, f"{past} {name}".strip())


def said(numbers: list[int], name: str, talk: Talk) -> Reply:
    """The articles that fit, in the order they were listed, or that none does."""
    with talk.store.reading() as db:
        held = articles.load(db, numbers)
    if not held:
        return say(refusal_words.NONE_LISTED.format(name=name))
    head = f"{name}\n{words.COUNT.format(total=len(held))}"
    return listing(head, [held[number] for number in numbers if number in held])
