"""The study corner: 每周一学, the newest first, each item in full; and an article by chance."""

from __future__ import annotations

import random
from dataclasses import replace

from bot import words
from bot.articles import screen
from bot.emptiness import nothing
from bot.reply import Button, Reply, pager, say
from bot.talk import Talk
from store import articles
from store.model import Filters


def weekly(talk: Talk, at: int) -> Reply:
    """The study item number `at`, counted from the newest (0)."""
    got = articles.listing(talk.store, Filters(kind="study"), offset=at, limit=1)
    if not got.articles:
        return say(nothing(talk, words.NO_WEEKLY))
    reply = screen(got.articles[0])
    return replace(reply, buttons=(*reply.buttons, *rows(got.offset, got.total)))


def rows(at: int, total: int) -> tuple[tuple[Button, ...], ...]:
    """The way to the other study items, when there are others."""
    row = pager("w:", at, total)
    return (row,) if row else ()


def by_chance(talk: Talk) -> Reply:
    """Any article of the archive."""
    total = articles.listing(talk.store, Filters(), limit=1).total
    if not total:
        return say(nothing(talk, words.EMPTY))
    at = random.randrange(total)
    reply = screen(articles.listing(talk.store, Filters(), offset=at, limit=1).articles[0])
    return replace(reply, buttons=(*reply.buttons, (Button(words.BUTTON_ANOTHER, "z"),)))
