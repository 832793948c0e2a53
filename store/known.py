"""Which page of the store a file is: the same page again, a new version of it, or a new one.

A page is known by its bytes, else by its place (paper, date, page) or, without one, its file, and
by having much the same text: other text at the same place is another part of the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from store import corrections
from store.articles import load
from store.errors import PageError
from store.model import Article, Imprint, Page
from store.raw import page_text

ALIKE = 0.5
"""Share of common runs of RUN characters, over the smaller text, from which two files are one
page. A page with an eighth of its characters misread keeps half of them; two files of one article
each share their page head and the words a news item opens with. Judged, not fitted: a page taken
for another part of itself is seen twice, one taken for a version of another would be lost."""
CONTAINED = 0.9
"""Share of a part's runs from which a file that has them holds all of the part."""
EXCERPT = 0.4
"""Share of a page below which a file that holds nothing else is no new version of it."""
RUN = 5
FIRMNESS = {"text": 0, "folder": 1, "name": 2, "option": 3}
"""How firmly a place is known by where it was told: what is told less firmly overrules nothing."""
NAMESAKES = 20
"""Pages of one file name that are compared with a file of which nothing else is known."""
PAGE = (
    "SELECT pages.number, key, sha256, paper, date, page, region, origin"
    " FROM pages JOIN issues ON issues.number = issue"
)


@dataclass(frozen=True, slots=True)
class Known:
    """The page as the store held it before: its row number, fingerprint, imprint and articles.

    `as_read` are the articles without the corrections made to them since.
    """

    number: int
    key: str
    sha256: str
    imprint: Imprint
    articles: tuple[Article, ...]
    as_read: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """Where a file belongs: the key and the imprint it is to have, which part of its page it is
    (from 1), and the page it continues, None for a new one.

    `absorbed` are other parts of that page whose text the file has too: it takes their place.
    """

    key: str
    imprint: Imprint
    part: int
    known: Known | None
    absorbed: tuple[Known, ...] = ()

    @property
    def as_read(self) -> tuple[Article, ...]:
        """The articles that this file is a new version of, without corrections."""
        pages = (*((self.known,) if self.known else ()), *self.absorbed)
        return tuple(article for page in pages for article in page.as_read)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The same with corrections."""
        pages = (*((self.known,) if self.known else ()), *self.absorbed)
        return tuple(article for page in pages for article in page.articles)


def page_key(imprint: Imprint, file: str) -> str:
    """What makes it the same page again: paper, date and page, or the file when unknown."""
    if imprint.date and imprint.page:
        return f"{imprint.paper or ''}|{imprint.date}|{imprint.page}"
    return file


def label(imprint: Imprint) -> tuple[str | None, ...]:
    """The parts of an imprint that a reader sees."""
    return (imprint.paper, imprint.date, imprint.page, imprint.region)


def file_under(db: Database, page: Page, folder: str, sha256: str) -> Filed:
    """Where the file of a page belongs; `folder` tells apart files of one name.

    Raises PageError for a file that is a small piece of a page held already.
    """
    file = f"{folder}/{page.source_file}"
    found = same(db, page_key(page.imprint, file), page, sha256)
    if found is None:
        key, part = free(db, page_key(page.imprint, file))
        return Filed(key, page.imprint, part, None)
    if found.sha256 != sha256:
        refuse_excerpt(db, page, found)
    imprint = merged(page.imprint, found.imprint)
    base = page_key(imprint, "")
    if not base or base == page_key(found.imprint, ""):
        absorbed = contained(db, page, found) if found.sha256 != sha256 else ()
        return Filed(found.key, imprint, part_of(found.key), found, absorbed)
    key, part = free(db, base)
    return Filed(key, imprint, part, found)


def same(db: Database, base: str, page: Page, sha256: str) -> Known | None:
    """The page that a file is; None for a new one.

    That is the page at its place of the same bytes, else of much the same text; else a page of
    the same bytes; else, for a file whose place is unknown, one of its name and much its text.
    """
    at_place = parts(db, base)
    found = [row for row in at_place if row[2] == sha256] or alike(db, page, at_place)
    found = found or db.execute(f"{PAGE} WHERE sha256 = ? LIMIT 1", [sha256]).fetchall()
    if not found and not (page.imprint.date and page.imprint.page):
        namesakes = db.execute(
            f"{PAGE} WHERE source_file = ? ORDER BY pages.number DESC LIMIT ?",
            [page.source_file, NAMESAKES],
        )
        found = alike(db, page, namesakes.fetchall())
    return known(db, found[0]) if found else None


def alike(db: Database, page: Page, rows: list[Any]) -> list[Any]:
    """The row of the page with most of the same text; none when none has enough of it."""
    said = runs(page.text) if rows else set()
    likeness = [share(said, runs(page_text(db, row[0]))) for row in rows]
    best = max(likeness, default=0.0)
    return [rows[likeness.index(best)]] if best >= ALIKE else []


def refuse_excerpt(db: Database, page: Page, found: Known) -> None:
    """Raise PageError when a file holds nothing but a small piece of the page it would replace."""
    said, whole = runs(page.text), runs(page_text(db, found.number))
    if len(said) < EXCERPT * len(whole) and len(said & whole) >= CONTAINED * len(said):
        raise PageError(
            f"同一版已有更全的文字（{len(found.articles)} 篇），这一份只是其中一部分，没有读入；"
            "要改个别文章请用 baowen fix。"
        )


def contained(db: Database, page: Page, found: Known) -> tuple[Known, ...]:
    """The other parts of a page whose text a file has too, apart from those a person corrected."""
    rows = [row for row in parts(db, found.key.partition("|#")[0]) if row[0] != found.number]
    said = runs(page.text) if rows else set()
    texts = {row[0]: runs(page_text(db, row[0])) for row in rows}
    return tuple(
        known(db, row)
        for row in rows
        if len(texts[row[0]] & said) >= CONTAINED * len(texts[row[0]])
        and not corrections.of_unit(db, corrections.unit_of(row[0], ""))
    )


def parts(db: Database, base: str) -> list[Any]:
    """The rows of the pages at a place, or of one file; also those corrected to that place."""
    rows = db.execute(f"{PAGE} WHERE key = ?1 OR key BETWEEN ?1 || '|#' AND ?1 || '|$'", [base])
    found = {row[0]: row for row in rows}
    if base.count("|") == 2:
        paper, date, page = base.split("|")
        rows = db.execute(
            f"{PAGE} WHERE pages.number IN (SELECT articles.page FROM articles"
            " JOIN issues ON issues.number = articles.issue"
            " WHERE ifnull(paper, '') = ? AND ifnull(date, '') = ? AND page_label = ?)",
            [paper, date, page],
        )
        found |= {row[0]: row for row in rows}
    return list(found.values())


def free(db: Database, base: str) -> tuple[str, int]:
    """The key for one more part of a page, and which part that is (from 1)."""
    part, key = 1, base
    while db.execute("SELECT 1 FROM pages WHERE key = ?", [key]).fetchone():
        part += 1
        key = f"{base}|#{part}"
    return key, part


def part_of(key: str) -> int:
    """Which part of its page (from 1) a key is of."""
    _, mark, number = key.rpartition("|#")
    return int(number) if mark and number.isdigit() else 1


def merged(new: Imprint, held: Imprint) -> Imprint:
    """What is known now of a page: nothing that is unknown, or told less firmly, overrules."""
    values: dict[str, str] = {}
    origin: dict[str, str] = {}
    for name in ("paper", "date", "page", "region"):
        told = [
            (getattr(imprint, name), dict(imprint.origin).get(name, ""))
            for imprint in (new, held)
            # A region that nobody stated is reckoned anew from the page.
            if getattr(imprint, name) and (name != "region" or name in dict(imprint.origin))
        ]
        if told:
            value, where = max(told, key=lambda one: FIRMNESS.get(one[1], 0))
            values[name], origin[name] = value, where
    return Imprint(**values, origin=tuple((k, v) for k, v in origin.items() if v))


def known(db: Database, row: Any) -> Known:
    """The page of a row of PAGE, with its articles."""
    number, key, sha256, *values = row
    numbers = [
        article
        for (article,) in db.execute(
            "SELECT number FROM articles WHERE page = ? ORDER BY position", [number]
        )
    ]
    held = load(db, numbers)
    kept = tuple(held[one] for one in numbers)
    unit = corrections.unit_of(number, "")
    as_read = tuple(sheet.article for sheet in corrections.unedited(db, unit))
    return Known(number, key, sha256, imprint_from(values), kept, as_read or kept)


def held(db: Database, number: int) -> Known | None:
    """The page of a row number; None when there is none."""
    row = db.execute(f"{PAGE} WHERE pages.number = ?", [number]).fetchone()
    return known(db, row) if row else None


def imprint_from(values: Iterable[Any]) -> Imprint:
    """What a page was labelled with when it was read."""
    paper, date, page, region, origin = values
    known_from = tuple((name, where) for name, where in json.loads(origin))
    return Imprint(paper, date, page, region, known_from)


def runs(text: str) -> set[str]:
    """The runs of RUN letters and figures of a text, whatever its lines and marks."""
    said = "".join(filter(str.isalnum, text))
    return {said[at : at + RUN] for at in range(len(said) - RUN + 1)}


def share(one: set[str], other: set[str]) -> float:
    """Common runs over the smaller set (0-1)."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
