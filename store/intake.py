"""A page into the store: read, tagged, summed up and indexed, in one transaction or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlite_utils import Database

from store import corrections, outbox
from store.database import Store
from store.editing import Sheet
from store.errors import PageError
from store.finishing import finished, located, told
from store.known import Filed, file_under, label
from store.model import Article, Imprint, Page, Reading
from store.places import gazetteer_of
from store.reading import read
from store.regions import Gazetteer
from store.shelving import digest, put_articles, put_issue, put_page, take_in

Where = Callable[[Database], Filed]
"""Where a page belongs, as the store is now."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading one file did, or would do; `state` is new, changed or unchanged.

    `part` counts the files (from 1) that one printed page came in. `before` is the imprint of the
    version that was replaced, and `gone` are its articles that the new one does not have.
    """

    source_file: str
    state: str
    articles: tuple[Article, ...]
    imprint: Imprint
    part: int = 1
    before: Imprint | None = None
    gone: tuple[Article, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A page read and finished, with the place it belongs to; nothing is written yet."""

    page: Page
    reading: Reading
    filed: Filed
    sheets: list[Sheet]


def take(
    store: Store, page: Page, raw: bytes, encoding: str, folder: str = "", *, news: bool = True
) -> Taken:
    """Read a page into the store.

    The same bytes again change nothing; much the same text at the same place or under the same
    name becomes a new version of the same articles, other text one more part of the page.
    `folder` tells apart files of one name when the date is unknown. What was known of the page
    stays known. Readers are told unless it is no `news`. Raises PageError when the page holds no
    article.
    """

    def where(db: Database) -> Filed:
        return file_under(db, page, folder, digest(raw))

    with store.reading() as db:
        filed = where(db)
    if taken := unchanged(store, page, raw, filed):
        return taken
    made = finish(page, reading_of(page), filed, gazetteer_of(store))
    return enter(store, made, raw, encoding, where, news=news)


def look(store: Store, page: Page, raw: bytes, folder: str = "") -> Taken:
    """What take() would do, without doing it; new articles have the number 0.

    Raises PageError as take() does.
    """
    with store.reading() as db:
        filed = file_under(db, page, folder, digest(raw))
    if taken := unchanged(store, page, raw, filed):
        return taken
    made = finish(page, reading_of(page), filed, gazetteer_of(store))
    sheets = made.sheets
    if filed.known:
        unit = corrections.unit_of(filed.known.number, "")
        with store.reading() as db:
            rows = corrections.of_unit(db, unit)
            sheets = list(corrections.applied(db, unit, sheets, rows).sheets) if rows else sheets
    return outcome(made, tuple(sheet.article for sheet in sheets))


def unchanged(store: Store, page: Page, raw: bytes, filed: Filed) -> Taken | None:
    """The page as it is held, when the file says nothing new of it; None when it does."""
    known = filed.known
    if known is None or known.sha256 != digest(raw):
        return None
    imprint = located(replace(page, imprint=filed.imprint), gazetteer_of(store))
    if label(imprint) != label(known.imprint):
        return None
    return Taken(page.source_file, "unchanged", known.articles, known.imprint, filed.part)


def reading_of(page: Page) -> Reading:
    """The articles on a page. Raises PageError when there are none."""
    reading = read(page)
    if not reading.articles:
        raise PageError("没有读出文章；请确认文件里是报纸版面的文字。")
    return reading


def finish(page: Page, reading: Reading, filed: Filed, gazetteer: Gazetteer) -> Read:
    """A page as it will be at the place it belongs to. Raises PageError for an unknown region."""
    labelled = replace(page, imprint=filed.imprint)
    labelled = replace(page, imprint=located(labelled, gazetteer))
    made = finished(labelled, reading, gazetteer, filed.as_read, filed.key)
    return Read(labelled, reading, filed, made)


def enter(
    store: Store, made: Read, raw: bytes, encoding: str, where: Where, *, news: bool = True
) -> Taken:
    """Write a page that was read, with the corrections made to it before.

    Readers are told of its new articles unless it is no `news`.
    """
    gazetteer = gazetteer_of(store)
    with store.writing() as db:
        if (current := where(db)) != made.filed:
            # Another program has read the page meanwhile: its articles are the ones to continue.
            made = finish(made.page, made.reading, current, gazetteer)
        page, home = made.page, made.page.imprint.region
        for part in made.filed.absorbed:
            take_in(db, part, made.filed)
        number = put_page(db, made.filed, page, raw, encoding, made.reading)
        unit = corrections.unit_of(number, "")
        settled = corrections.settled(db, unit, made.sheets).sheets
        sheets = [
            told(sheet, gazetteer, home, page.text) if sheet.stale else sheet for sheet in settled
        ]
        told_of = outbox.highest(db)
        kept = put_articles(db, unit, sheets)
        new = [article for article in kept if article.number > told_of]
        issue = put_issue(db, page.imprint.paper, page.imprint.date)
        if news:
            outbox.enqueue(db, issue, new, datetime.now(UTC))
    return outcome(made, kept)


def outcome(made: Read, kept: tuple[Article, ...]) -> Taken:
    """What reading a page came to, with these articles."""
    page, filed = made.page, made.filed
    if (known := filed.known) is None:
        return Taken(page.source_file, "new", kept, page.imprint, filed.part)
    ids = {article.id for article in kept}
    gone = tuple(article for article in filed.articles if article.id not in ids)
    return Taken(page.source_file, "changed", kept, page.imprint, filed.part, known.imprint, gone)
