"""The time, the names and the page that a question states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sqlite_utils import Database

from store import browse
from store.articles import any_fits
from store.dates import When
from store.filters import EVER, dates
from store.held_names import Span, accepted, called, named, namesake, printed
from store.model import Filters
from store.open_dates import days_meant
from store.page_names import page_said
from store.restrictions import Restriction, alone
from store.strangers import owner, strangers

NEWEST = re.compile(
    "(?:最新|最近|最后)的?一?期(?![限末间待望盼刊货]|培训|学员|工程|贷款|课|班)(?:的?报纸?)?(?=.*[^的])"
)
"""The newest issue: 最后期限 and 最近期末 are none, nor is 最近一期培训班."""


def stated(
    db: Database, folded: str, question: str, today: date | None, places: Sequence[Span] = ()
) -> Iterator[Restriction]:
    """The time, the names and the page a folded question gives, each with whether any article
    fits it; `places` are where it names places."""
    spans: list[Span] = []
    if moment := days_meant(folded, today) if today else None:
        said = folded[moment.start : moment.stop]
        days = dates(moment)
        held = any_fits(db, days)
        if not held and (other := in_held_year(db, moment)):
            days, held = dates(other), True
        # Where nothing has a date none can be missed: a day is a word like others.
        if held or any_fits(db, EVER):
            yield Restriction("date", said, *moment[2:4], days, held, moment.told)
            spans.append(moment[2:4])
    elif hit := NEWEST.search(folded):
        days, held = newest(db)
        yield Restriction("date", hit[0], *hit.span(), days, held, told=True)
        spans.append(hit.span())
    for one in names_stated(db, folded, question, spans, places):
        yield one
        if not one.owner:
            spans.append(one[2:4])
    if page := page_said(folded):
        held = browse.numbered(db, "page", page.name) is not None
        label = folded[page.start : page.stop]
        yield Restriction("page", label, *page[1:], Filters(page=page.name), held)
        spans.append(page[1:])
    for one in strangers(folded, spans):
        yield namesake(db, one) or one


def names_stated(
    db: Database, folded: str, question: str, before: Sequence[Span], places: Sequence[Span]
) -> Iterator[Restriction]:
    """The paper, the column and the author of the archive that a question names outside the spans
    `before`; what may be a word is none unless only other names and places stand beside it."""
    spans, waiting = list(before), dict[str, tuple[str, Span]]()
    for kind in ("paper", "column", "author"):
        found = named(db, kind, folded, question, spans)
        if found is None and kind == "paper" and (short := called(db, folded)):
            yield Restriction(kind, short[0], *short[1], alone(kind, short[0]))
            spans.append(short[1])
        elif found and (span := accepted(kind, found, folded, spans)):
            yield Restriction(kind, found, *span, alone(kind, found))
            spans.append(span)
        elif found and (hit := printed(kind, found, folded)):
            waiting[kind] = found, hit
    for kind, (found, _) in waiting.items():
        beside = [hit for other, (_, hit) in waiting.items() if other != kind]
        if span := accepted(kind, found, folded, [*spans, *beside, *places]):
            yield Restriction(kind, found, *span, alone(kind, found))
        elif kind == "author" and (span := owner(found, folded)):
            yield Restriction(kind, found, *span, alone(kind, found), owner=True)


def in_held_year(db: Database, moment: When) -> When | None:
    """The days in the latest year that has an issue then, when no year is named."""
    if not moment.yearless:
        return None
    year = browse.held_year(db, moment.since.isoformat()[5:], moment.until.isoformat()[5:])
    return moment.in_year(year) if year else None


def newest(db: Database) -> tuple[Filters, bool]:
    """The day of the newest issue as filters, and whether there is one."""
    day = db.execute("SELECT max(date) FROM issues").fetchone()[0]
    return Filters(since=day, until=day), day is not None
