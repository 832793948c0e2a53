"""What one can subscribe to, by buttons: regions, columns, authors, and more like an article."""

from __future__ import annotations

from bot import browsing, words
from bot.emptiness import nothing
from bot.reply import Button, Reply, say
from bot.subscribing import added_by_code
from bot.talk import Talk
from bot.text import bold, join
from bot.wish_codes import code_of
from bot.wishes import described, path_named
from store import articles, browse
from store.regions import ancestors, short_name
from store.wishes import Wish

TITLES = {
    "column": words.SUBSCRIBE_COLUMN,
    "author": words.SUBSCRIBE_AUTHOR,
    "paper": words.SUBSCRIBE_PAPER,
}
LIKE_REGIONS = 2
"""Regions of an article that are offered, each with the one above it."""


def region(talk: Talk, state: str, page: int) -> Reply:
    """A region to subscribe to, and what lies below it; a leaf is subscribed to at once."""
    path = browse.facet(talk.store, int(state)).name if state else None
    below = browse.regions(talk.store, path)
    if not below:
        return added_by_code(talk, state) if path else say(nothing(talk, words.NOTHING_HERE))
    if path is None and len(below) == 1:
        return region(talk, browsing.narrowest(talk, below[0]), 0)
    buttons = [Button(short_name(facet.name), f"sr:{facet.number}:0") for facet in below]
    head = join("\n", [bold(words.SUBSCRIBE_REGION), path_named(path) if path else ""])
    reply = browsing.grid(head, buttons, f"sr:{state}:", page)
    whole = (
        Button(words.BUTTON_WHOLE.format(name=short_name(path)), f"sa:{state}") if path else None
    )
    up = browsing.chosen_above(talk.store, path) if path else ""
    back = Button(words.BUTTON_BACK, f"sr:{up}:0" if up else "sm")
    rows = ((whole,),) if whole else ()
    return say(reply.text, *rows, *reply.buttons, (back,))


def choices(talk: Talk, kind: str, page: int) -> Reply:
    """The columns, authors or papers to subscribe to."""
    found = browse.facets(talk.store, kind)
    if not found:
        return say(nothing(talk, words.NOTHING_HERE), (Button(words.BUTTON_BACK, "sm"),))
    buttons = [Button(facet.name, f"sa:{facet.number}") for facet in found]
    reply = browsing.grid(bold(TITLES[kind]), buttons, f"sc:{kind}:", page)
    return say(reply.text, *reply.buttons, (Button(words.BUTTON_BACK, "sm"),))


def like(talk: Talk, number: int) -> Reply:
    """What an article is an example of: its regions, its column, its authors, the study corner."""
    article = articles.get(talk.store, number)
    regions = [
        path for first in article.regions[:LIKE_REGIONS] for path in (first, *ancestors(first)[-1:])
    ]
    wishes = [Wish(study=True)] if article.kind == "study" else []
    wishes += [Wish(region=path) for path in dict.fromkeys(regions)]
    wishes += [Wish(column=article.column)] if article.column else []
    wishes += [Wish(author=author) for author in article.authors[:LIKE_REGIONS]]
    buttons = [
        Button(described(wish), f"sa:{code_of(talk.store, [wish])}") for wish in [*wishes, Wish()]
    ]
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    return say(words.SUBSCRIBE_LIKE, *rows)
