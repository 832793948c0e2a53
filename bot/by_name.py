"""Browsing by a typed name or a shared location: regions, columns, authors."""

from __future__ import annotations

from bot import browsing, words
from bot.misspelt import near
from bot.reply import Button, Reply, say
from bot.subscribing import names_of
from bot.talk import Talk
from store import browse
from store.places import gazetteer_of
from store.regions import short_name
from store.regions.nearest import nearest

MOST = 12
"""Values offered when what was typed fits several."""


def regions(talk: Talk, rest: str) -> Reply:
    """/regions, with a place name or without one."""
    if not rest:
        return browsing.region(talk, "", 0)
    for path in gazetteer_of(talk.store).find(rest):
        if state := facet_number(talk, "region", path):
            return browsing.region(talk, state, 0)
    return unknown(talk, "region", rest, words.NO_REGION)


def locate(talk: Talk, latitude: float, longitude: float) -> Reply:
    """A shared location: the nearest county that has articles, or the way to all regions."""
    around = nearest(latitude, longitude)
    for path in around:
        if state := facet_number(talk, "region", path):
            return browsing.region(talk, state, 0)
    name = short_name(around[0]) if around else ""
    text = words.NOT_NEAR.format(name=name) if around else words.NOWHERE
    return say(text, (Button(words.REGIONS, "c:regions"),))


def columns(talk: Talk, rest: str) -> Reply:
    """/columns, with a column's name or without one."""
    return facet(talk, "column", rest, words.NO_COLUMN)


def authors(talk: Talk, rest: str) -> Reply:
    """/authors, with a name or without one."""
    return facet(talk, "author", rest, words.NO_AUTHOR)


def facet(talk: Talk, kind: str, name: str, missing: str) -> Reply:
    """All values of a kind to choose from, or the articles of the one named."""
    if not name:
        return browsing.choices(talk, kind, "", 0)
    if state := facet_number(talk, kind, name):
        return browsing.listed(talk, state, 0)
    like = [facet for facet in browsing.values(talk, kind, []) if name in facet.name]
    if not like:
        return unknown(talk, kind, name, missing)
    if len(like) == 1:
        return browsing.listed(talk, str(like[0].number), 0)
    rows = [(Button(f"{one.name} {one.articles}", f"l:{one.number}:0"),) for one in like[:MOST]]
    return say(words.WHICH.format(name=name[:40]), *rows)


def unknown(talk: Talk, kind: str, name: str, missing: str) -> Reply:
    """That there is no such name, and those of the archive it may have been meant for."""
    parts = [part for part in near(name, names_of(talk.store)) if part.kind == kind]
    verb = "g" if kind == "region" else "l"
    rows = [
        (Button(short_name(part.value) if verb == "g" else part.value, f"{verb}:{state}:0"),)
        for part in parts
        if (state := facet_number(talk, kind, part.value))
    ]
    text = missing.format(name=name[:40])
    return say(f"{text}\n{words.MEANT}" if rows else text, *rows)


def facet_number(talk: Talk, kind: str, name: str) -> str:
    """The state that shows one facet; empty when no article has it."""
    with talk.store.reading() as db:
        return str(browse.numbers(db, kind).get(name, ""))
