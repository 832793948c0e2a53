"""Browsing: lists of articles narrowed by region, column, author, paper, year and issue.

A list is wholly described by its button: the numbers of the facets that narrow it, joined by
dots, and the page; so an old button works after a restart.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot import words
from bot.answering import to_article
from bot.emptiness import nothing
from bot.reply import Button, Reply, pager, say
from bot.talk import Talk
from bot.text import Text, bold, join
from store import articles, browse
from store.browse import Facet
from store.database import Store
from store.errors import NotFound
from store.model import Filters, Issue
from store.regions import short_name

PER_PAGE = 8
FACETS_PER_PAGE = 12
TITLES = {
    "column": words.COLUMNS,
    "author": words.AUTHORS,
    "year": words.ISSUES,
    "page": words.PAGES,
}


def state_facets(store: Store, state: str) -> list[Facet]:
    """The facets a button's state names. Raises NotFound when one is gone."""
    return [browse.facet(store, int(part)) for part in state.split(".") if part]


def filters_of(chosen: list[Facet]) -> Filters:
    """The filters that facets stand for; a later one of a kind replaces an earlier one."""
    filters = Filters()
    for facet in chosen:
        if facet.kind == "year":
            filters = replace(filters, since=f"{facet.name}-01-01", until=f"{facet.name}-12-31")
        elif facet.kind == "issue":
            filters = replace(filters, issue=int(facet.name))
        else:
            filters = replace(filters, **named_filter(facet))
    return filters


def named_filter(facet: Facet) -> dict[str, Any]:
    """The filter of the facet's own name: region, column, author, paper or page."""
    return {facet.kind: facet.name}


def with_facet(chosen: list[Facet], facet: Facet) -> str:
    """The state with `facet` chosen instead of another of its kind."""
    kept = [other.number for other in chosen if other.kind != facet.kind]
    return ".".join(map(str, [*kept, facet.number]))


def named(store: Store, facet: Facet) -> str:
    """A facet as a reader sees it."""
    if facet.kind == "region":
        return short_name(facet.name)
    if facet.kind == "year":
        return words.YEAR.format(year=facet.name)
    if facet.kind == "page":
        return words.PAGE.format(page=facet.name)
    if facet.kind == "issue":
        try:
            return issue_name(browse.issue(store, int(facet.name)))
        except NotFound:
            return facet.name
    return facet.name


def issue_name(issue: Issue) -> str:
    """An issue as a reader sees it."""
    return words.ISSUE_AT.format(
        paper=issue.paper or words.NO_PAPER, date=issue.date or words.NO_DATE
    )


def issue_label(issue: Issue) -> str:
    """An issue as a button shows it."""
    return words.ISSUE_ARTICLES.format(issue=issue_name(issue), count=issue.articles)


def listed(talk: Talk, state: str, page: int, *, title: str = "") -> Reply:
    """The articles within a state, a page at a time, with ways to narrow further."""
    chosen = state_facets(talk.store, state)
    got = articles.listing(talk.store, filters_of(chosen), offset=page * PER_PAGE, limit=PER_PAGE)
    if not got.total:
        return say(nothing(talk, words.NOTHING_HERE))
    head = title or " · ".join(named(talk.store, facet) for facet in chosen) or words.LATEST
    position = got.offset // PER_PAGE
    rows = [(to_article(article),) for article in got.articles]
    return say(
        join("\n", [bold(head), words.COUNT.format(total=got.total)]),
        *rows,
        pager(f"l:{state}:", position, -(-got.total // PER_PAGE)),
        narrowing(talk, chosen, state, got.total),
        articles=tuple(article.number for article in got.articles),
    )


def narrowing(talk: Talk, chosen: list[Facet], state: str, total: int) -> tuple[Button, ...]:
    """Buttons for the kinds that still divide this list."""
    if total <= PER_PAGE:
        return ()
    taken = {facet.kind for facet in chosen}
    return tuple(
        Button(words.NARROW.format(name=name), f"n:{kind}:{state}:0")
        for kind, name in words.NARROWING
        if kind not in taken and divides(kind, taken) and len(values(talk, kind, chosen)) > 1
    )


def divides(kind: str, taken: set[str]) -> bool:
    """Whether it makes sense to choose by a kind: pages of many issues have little in common."""
    return kind != "page" or "issue" in taken


def values(talk: Talk, kind: str, chosen: list[Facet]) -> tuple[Facet, ...]:
    """The values of a kind within what is chosen, the fullest first (years: the newest first)."""
    filters = filters_of(chosen)
    if kind == "region":
        return browse.regions(talk.store, filters.region, filters)
    if kind == "page":
        return browse.pages(talk.store, filters)
    found = browse.facets(talk.store, kind, filters)
    return tuple(sorted(found, key=lambda f: f.name, reverse=True)) if kind == "year" else found


def choices(talk: Talk, kind: str, state: str, page: int) -> Reply:
    """The values of a kind to choose from, two a row, each with its number of articles."""
    chosen = state_facets(talk.store, state)
    title = TITLES.get(kind, words.REGIONS)
    found = values(talk, kind, chosen)
    if not found:
        return say(nothing(talk, words.NOTHING_HERE))
    buttons = [
        Button(f"{named(talk.store, facet)} {facet.articles}", target(kind, chosen, facet))
        for facet in found
    ]
    head = join("\n", [bold(title), " · ".join(named(talk.store, facet) for facet in chosen)])
    return grid(head, buttons, f"n:{kind}:{state}:", page)


def target(kind: str, chosen: list[Facet], facet: Facet) -> str:
    """Where a chosen value leads: a region to what lies below it, all else to its articles."""
    state = with_facet(chosen, facet)
    return f"g:{state}:0" if kind == "region" else f"l:{state}:0"


def grid(head: Text, buttons: list[Button], prefix: str, page: int) -> Reply:
    """Buttons two a row, a page at a time."""
    pages = -(-len(buttons) // FACETS_PER_PAGE)
    page = max(0, min(page, pages - 1))
    shown = buttons[page * FACETS_PER_PAGE : (page + 1) * FACETS_PER_PAGE]
    rows = [tuple(shown[at : at + 2]) for at in range(0, len(shown), 2)]
    return say(head, *rows, pager(prefix, page, pages))


def region(talk: Talk, state: str, page: int) -> Reply:
    """A region: what lies below it, and its own articles; a leaf opens its articles at once."""
    chosen = state_facets(talk.store, state)
    path = filters_of(chosen).region
    below = browse.regions(talk.store, path, filters_of(chosen))
    if path and not below:
        return listed(talk, state, 0)
    if not state and len(below) == 1:
        return region(talk, narrowest(talk, below[0]), 0)
    buttons = [
        Button(f"{short_name(facet.name)} {facet.articles}", f"g:{with_facet(chosen, facet)}:0")
        for facet in below
    ]
    if not buttons:
        return say(nothing(talk, words.NOTHING_HERE))
    head = join("\n", [bold(words.REGIONS), path.replace("/", " › ") if path else ""])
    reply = grid(head, buttons, f"g:{state}:", page)
    if not path:
        return reply
    up = chosen_above(talk.store, path)
    row = [Button(words.BUTTON_ALL_HERE, f"l:{state}:0")]
    if up:
        row.insert(0, Button(words.BUTTON_BACK, f"g:{up}:0"))
    return replace(reply, buttons=(*reply.buttons, tuple(row)))


def narrowest(talk: Talk, facet: Facet) -> str:
    """The state of the first region below `facet` where there is something to choose."""
    while True:
        below = browse.regions(talk.store, facet.name)
        inside = articles.listing(talk.store, Filters(region=facet.name), limit=1).total
        if len(below) != 1 or below[0].articles < inside:
            return str(facet.number)
        facet = below[0]


def chosen_above(store: Store, path: str) -> str:
    """The state of the region above `path`; empty at the top."""
    above = path.rpartition("/")[0]
    with store.reading() as db:
        return str(browse.numbers(db, "region").get(above, ""))


def months(talk: Talk, page: int) -> Reply:
    """The months that have issues, the newest first."""
    found = browse.months(talk.store)
    if not found:
        return say(nothing(talk, words.EMPTY))
    buttons = [
        Button(words.MONTH_ISSUES.format(month=month_name(month), count=count), f"m:{month}:0")
        for month, count in found
    ]
    return grid(bold(words.ISSUES), buttons, "i:", page)


def month_name(month: str) -> str:
    """YYYY-MM in words."""
    if not month:
        return words.UNKNOWN_MONTH
    return words.MONTH.format(year=month[:4], month=int(month[5:]))


def issues(talk: Talk, month: str, page: int) -> Reply:
    """The issues of a month, each leading to its articles."""
    found = browse.issues(talk.store, month=month)
    with talk.store.reading() as db:
        known = browse.numbers(db, "issue")
    buttons = [
        Button(issue_label(issue), f"l:{known[str(issue.number)]}:0")
        for issue in found
        if str(issue.number) in known
    ]
    return grid(bold(month_name(month)), buttons, f"m:{month}:", page)


def latest(talk: Talk, paper: str | None = None) -> Reply:
    """The articles of the newest issue, of a paper or of any."""
    found = browse.issues(talk.store, paper=paper, limit=1)
    if not found:
        return say(nothing(talk, words.EMPTY))
    title = f"{words.LATEST}：{issue_name(found[0])}"
    return listed(talk, state_of(talk, found[0].number), 0, title=title)


def state_of(talk: Talk, issue: int, page: str | None = None) -> str:
    """The state of a list that shows one issue, or one page of it."""
    with talk.store.reading() as db:
        facets = [browse.numbered(db, "issue", str(issue))]
        facets += [browse.numbered(db, "page", page)] if page else []
    return ".".join(map(str, filter(None, facets)))
