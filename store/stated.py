"""The time, the names and the page that a question states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sqlite_utils import Database

from store import browse
from store.articles import any_fits
from store.filters import EVER, dates
from store.held_names import accepted, named, namesake
from store.model import Filters
from store.open_dates import days_meant
from store.page_names import page_said
from store.restrictions import Restriction, alone
from store.strangers import owner, strangers

NEWEST = re.compile("(?:最新|最近|最后)的?一?期(?:的?报纸?)?(?=.*[^的])")


def stated(db: Database, folded: str, question: str, today: date | None) -> Iterator[Restriction]:
    """The time, the names and the page a folded question gives, each with whether any article
    fits it."""
    spans: list[tuple[int, int]] = []
    if moment := days_meant(folded, today) if today else None:
        days = dates(moment)
        said = folded[moment.start : moment.stop]
        held = any_fits(db, days)
        # Where nothing has a date none can be missed: a day is a word like others.
        if held or any_fits(db, EVER):
            yield Restriction("date", said, *moment[2:4], days, held, moment.told)
            spans.append(moment[2:4])
    elif hit := NEWEST.search(folded):
        days, held = newest(db)
        yield Restriction("date", hit[0], *hit.span(), days, held, told=True)
        spans.append(hit.span())
    for kind in ("paper", "column", "author"):
        found = named(db, kind, folded, question, spans)
        if found and (span := accepted(kind, found, folded, spans)):
            yield Restriction(kind, found, *span, alone(kind, found))
            spans.append(span)
        elif found and kind == "author" and (span := owner(found, folded)):
            yield Restriction(kind, found, *span, alone(kind, found), owner=True)
    if page := page_said(folded):
        held = browse.numbered(db, "page", page.name) is not None
        label = folded[page.start : page.stop]
        yield Restriction("page", label, *page[1:], Filters(page=page.name), held)
        spans.append(page[1:])
    for one in strangers(folded, spans):
        yield namesake(db, one) or one


def newest(db: Database) -> tuple[Filters, bool]:
    """The day of the newest issue as filters, and whether there is one."""
    day = db.execute("SELECT max(date) FROM issues").fetchone()[0]
    return Filters(since=day, until=day), day is not None
