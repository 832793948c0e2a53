"""Where a talk begins: /start, what a deep link leads to, and a group the bot was added to."""

from __future__ import annotations

import re

from bot import articles as reading
from bot import browsing, subscribing, words
from bot.answering import question
from bot.by_name import facet_number
from bot.question_links import question_of
from bot.reply import Button, Reply, say
from bot.talk import Talk
from store import articles, chats
from store.errors import NotFound
from store.model import NO_FILTERS

EXAMPLES = 2
FIRST_STEPS = (
    (Button(words.LATEST, "c:latest"), Button(words.REGIONS, "c:regions")),
    (Button(words.COLUMNS, "c:columns"), Button(words.WEEKLY, "c:weekly")),
    (Button(words.BUTTON_SUBSCRIBE, "c:subscribe"),),
)


def start(talk: Talk, rest: str) -> Reply:
    """/start, with a deep-link payload or without one."""
    # Who had blocked the bot begins again with /start, whatever link led here.
    chats.resume(talk.store, talk.reader.chat, talk.now)
    if match := re.fullmatch(r"a_(\d{1,15})", rest):
        return reading.opened(talk, int(match[1]))
    if (asked := question_of(rest)) is not None:
        return question(talk, asked) if asked else say(words.HERE)
    if match := re.fullmatch(r"([sri])_([\w-]+)", rest):
        return linked(talk, match[1], match[2])
    if not talk.brief:
        return say(greeting(talk), *FIRST_STEPS)
    return welcome(words.CHANNEL_HELLO if talk.reader.kind == "channel" else words.GROUP_HELLO)


def linked(talk: Talk, kind: str, value: str) -> Reply:
    """Where a deep link leads: a subscription, a region, an issue; a broken one says so."""
    try:
        if kind == "s":
            return subscribing.added_by_code(talk, value)
        if kind == "r":
            return browsing.region(talk, value, 0)
        return browsing.listed(talk, str(int(facet_number(talk, "issue", value))), 0)
    except (ValueError, OverflowError, NotFound):
        return say(words.LINK_DEAD, *FIRST_STEPS)


def welcome(hello: str = words.GROUP_HELLO) -> Reply:
    """What is said to a group, when the bot is added to it and when it is started there."""
    return say(
        hello,
        (Button(words.BUTTON_EVERYTHING, "sa:0"), Button(words.WEEKLY, "sa:w")),
        (Button(words.BUTTON_REGION, "sr::0"), Button(words.BUTTON_COLUMN, "sc:column:0")),
    )


def greeting(talk: Talk) -> str:
    """The first words, with titles of the newest issue as examples of what may be asked."""
    newest = articles.listing(talk.store, NO_FILTERS, limit=EXAMPLES).articles
    titles = [article.title for article in newest] or [words.WARM_UP]
    return words.START.format(examples="\n".join(f"· {title}" for title in titles))
