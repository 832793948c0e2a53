"""/announce: what it will look like and to how many it goes, then a button that sends it."""

from __future__ import annotations

from bot import owner_words, words
from bot.reply import Button, Reply, say
from bot.talk import Talk
from bot.text import Text, join
from store import announcements
from store.errors import NotFound

LONGEST = 3500
"""Characters of an announcement, which is one message."""


def announce(talk: Talk, rest: str) -> Reply:
    """/announce: the preview with the number of chats."""
    if not rest:
        return say(owner_words.ANNOUNCE_WHAT)
    if len(rest) > LONGEST:
        return say(owner_words.ANNOUNCE_LONG.format(limit=LONGEST))
    count = announcements.audience(talk.store)
    if not count:
        return say(owner_words.ANNOUNCE_NOBODY)
    number = announcements.draft(talk.store, rest, talk.reader.user, talk.now)
    send = Button(owner_words.BUTTON_ANNOUNCE.format(count=count), f"ay:{number}")
    preview = Text(rest).marked("quote")
    head = owner_words.ANNOUNCE_PREVIEW.format(count=count)
    return say(join("\n\n", [head, preview]), (send, Button(words.BUTTON_CANCEL, f"an:{number}")))


def confirmed(talk: Talk, number: int) -> Reply:
    """Send it; the second press changes nothing."""
    try:
        count = announcements.confirm(talk.store, number, talk.now)
    except NotFound:
        return Reply(toast=owner_words.ANNOUNCE_DONE)
    return say(owner_words.ANNOUNCE_SENT.format(count=count))


def cancelled(talk: Talk, number: int) -> Reply:
    """Do not send it."""
    try:
        announcements.cancel(talk.store, number, talk.now)
    except NotFound:
        return Reply(toast=owner_words.ANNOUNCE_DONE)
    return say(owner_words.ANNOUNCE_CANCELLED)
