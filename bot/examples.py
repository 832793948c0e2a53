"""Examples of what can be asked and subscribed to, taken from the archive itself."""

from __future__ import annotations

from bot import words
from bot.talk import Talk
from store import articles, browse
from store.database import Store
from store.model import NO_FILTERS, Article, Filters
from store.regions import short_name

COUNTY = 3
"""Divisions down from the country: province, city, county."""


def question(talk: Talk) -> str:
    """Something the archive answers: the newest study item's title, else the newest article's."""
    for filters in (Filters(kind="study"), NO_FILTERS):
        if found := newest(talk.store, filters):
            return found.title
    return words.WARM_UP


def questions(talk: Talk) -> list[str]:
    """A place with a column, and a month with a column, as they can be asked together."""
    store, found = talk.store, []
    place = region(store)
    inside = Filters(region=place) if place else NO_FILTERS
    held = browse.facets(store, "column", inside) or browse.facets(store, "column")
    if place and held:
        found.append(f"{short_name(place)} {held[0].name}")
    for column in held[:1]:
        latest = newest(store, Filters(column=column.name))
        if latest and latest.date:
            year, month = latest.date[:4], int(latest.date[5:7])
            found.append(words.EXAMPLE_MONTH.format(year=year, month=month, column=column.name))
    return found


def wishes(talk: Talk) -> list[str]:
    """What can stand behind /subscribe: a place, a place with a column, and words."""
    store, found = talk.store, []
    if place := region(store):
        name = short_name(place)
        held = browse.facets(store, "column", Filters(region=place))
        found += [name, *(f"{name} {column.name}" for column in held[:1])]
    elif column := browse.facets(store, "column")[:1]:
        found.append(column[0].name)
    return [*found, words.EXAMPLE_WORDS]


def region(store: Store) -> str | None:
    """The county that most articles are about, else what is above it; None without any."""
    path: str | None = None
    while path is None or path.count("/") + 1 < COUNTY:
        below = browse.regions(store, path)
        if not below:
            break
        path = below[0].name
    return path


def newest(store: Store, filters: Filters) -> Article | None:
    """The newest article within `filters`; None when there is none."""
    found = articles.listing(store, filters, limit=1).articles
    return found[0] if found else None
