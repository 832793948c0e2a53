"""A page into the store: read, tagged, summed up and indexed, in one transaction or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from store import articles, browse, index
from store.database import Store
from store.errors import PageError
from store.model import Article, Draft, Imprint, Page, Paragraph, Reading, Span
from store.places import gazetteer_of
from store.reading import read
from store.regions import Gazetteer, ancestors, home_of, tag
from store.summary import summarize
from store.versions import identities


@dataclass(frozen=True, slots=True)
class Taken:
    """What reading one file did; `state` is new, changed or unchanged."""

    source_file: str
    state: str
    articles: tuple[Article, ...]
    imprint: Imprint


@dataclass(frozen=True, slots=True)
class Known:
    """The page as the store held it before: its row number, fingerprint and articles."""

    number: int
    sha256: str
    label: tuple[str | None, ...]
    articles: tuple[Article, ...]


def take(store: Store, page: Page, raw: bytes, encoding: str, folder: str = "") -> Taken:
    """Read a page into the store.

    The same bytes again change nothing; other bytes under the same name become a new version of
    the same articles. `folder` tells apart files of one name when the date is unknown. Raises
    PageError when the page holds no article.
    """
    gazetteer = gazetteer_of(store)
    imprint = located(page, gazetteer)
    page = replace(page, imprint=imprint)
    key = page_key(page, folder)
    sha256 = hashlib.sha256(raw).hexdigest()
    with store.reading() as db:
        known = find(db, key, sha256)
    if known and known.sha256 == sha256 and known.label == label(imprint):
        return Taken(page.source_file, "unchanged", known.articles, imprint)
    reading = read(page)
    if not reading.articles:
        raise PageError("没有读出文章；请确认文件里是报纸版面的文字。")
    made = finished(page, reading, gazetteer, known.articles if known else (), key)
    with store.writing() as db:
        number = put_page(db, key, page, raw, encoding, sha256, reading, known)
        kept = put_articles(db, number, page, made, reading, known)
    return Taken(page.source_file, "changed" if known else "new", kept, imprint)


def located(page: Page, gazetteer: Gazetteer) -> Imprint:
    """The imprint with its region as a full path: the one given, else the paper's home.

    Raises PageError for a given region that no one knows.
    """
    imprint = page.imprint
    if imprint.region:
        found = gazetteer.find(imprint.region)
        if not found:
            raise PageError(f"不认得地区“{imprint.region}”；请写全名，或先用 baowen places 添加。")
        return replace(imprint, region=found[0])
    home = home_of(imprint.paper, [block.text for block in page.blocks], gazetteer)
    return replace(imprint, region=home)


def page_key(page: Page, folder: str) -> str:
    """What makes it the same page again: paper, date and page, or the file when unknown."""
    known = page.imprint
    if known.date and known.page:
        return f"{known.paper or ''}|{known.date}|{known.page}"
    return f"{folder}/{page.source_file}"


def label(imprint: Imprint) -> tuple[str | None, ...]:
    """The parts of an imprint that a reader sees."""
    return (imprint.paper, imprint.date, imprint.page, imprint.region)


def find(db: Database, key: str, sha256: str) -> Known | None:
    """The page held under `key`, else one of the very same bytes; None for a new page."""
    row = db.execute(
        "SELECT pages.number, sha256, paper, date, page, region FROM pages"
        " JOIN issues ON issues.number = issue WHERE key = ? OR sha256 = ? ORDER BY key = ? DESC",
        [key, sha256, key],
    ).fetchone()
    if row is None:
        return None
    numbers = [
        number
        for (number,) in db.execute(
            "SELECT number FROM articles WHERE page = ? ORDER BY position", [row[0]]
        )
    ]
    held = articles.load(db, numbers)
    return Known(row[0], row[1], tuple(row[2:]), tuple(held[number] for number in numbers))


def finished(
    page: Page, reading: Reading, gazetteer: Gazetteer, before: Sequence[Article], key: str
) -> list[Article]:
    """The articles of a reading with ids, regions and summaries."""
    given = identities(before, reading.articles, key)
    return [
        article_of(page, draft, gazetteer, id_, number)
        for draft, (id_, number) in zip(reading.articles, given, strict=True)
    ]


def article_of(page: Page, draft: Draft, gazetteer: Gazetteer, id_: str, number: int) -> Article:
    """A draft as the article the store keeps."""
    imprint = page.imprint
    article = Article(
        id=id_,
        number=number,
        title=draft.title,
        kind=draft.kind,
        paragraphs=tuple(paragraph.text for paragraph in draft.paragraphs),
        captions=tuple(caption.text for caption in draft.captions),
        kicker=draft.kicker,
        subtitle=draft.subtitle,
        column=draft.column,
        authors=draft.authors,
        source=draft.source,
        flags=draft.flags,
        paper=imprint.paper,
        date=imprint.date,
        page=imprint.page,
        source_file=page.source_file,
    )
    return completed(article, gazetteer, imprint.region)


def completed(article: Article, gazetteer: Gazetteer, home: str | None) -> Article:
    """An article with its regions and its summary."""
    tagging = tag(as_draft(article), gazetteer, home)
    return replace(article, regions=tagging.regions, summary=summarize(article))


def as_draft(article: Article) -> Draft:
    """An article as a draft of which no page is at hand."""
    return Draft(
        title=article.title,
        kind=article.kind,
        paragraphs=tuple(Paragraph(text, (Span(0, len(text)),)) for text in article.paragraphs),
        captions=tuple(Paragraph(text, (Span(0, len(text)),)) for text in article.captions),
        kicker=article.kicker,
        subtitle=article.subtitle,
        column=article.column,
        authors=article.authors,
        source=article.source,
    )


def put_issue(db: Database, paper: str | None, date: str | None) -> int:
    """The number of an issue, written when it is new, inside the caller's transaction."""
    db.conn.execute("INSERT OR IGNORE INTO issues (paper, date) VALUES (?, ?)", [paper, date])
    row = db.execute(
        "SELECT number FROM issues WHERE paper IS ? AND date IS ?", [paper, date]
    ).fetchone()
    number = int(row[0])
    browse.remember(db, "issue", [str(number)])
    return number


def put_page(
    db: Database,
    key: str,
    page: Page,
    raw: bytes,
    encoding: str,
    sha256: str,
    reading: Reading,
    known: Known | None,
) -> int:
    """Write the page and its raw bytes; gives its row number."""
    imprint = page.imprint
    values: dict[str, Any] = {
        "number": known.number if known else None,
        "key": key,
        "issue": put_issue(db, imprint.paper, imprint.date),
        "page": imprint.page,
        "region": imprint.region,
        "origin": articles.dump(imprint.origin),
        "source_file": page.source_file,
        "sha256": sha256,
        "encoding": encoding,
        "raw": raw,
        "notes": articles.dump([astuple(n) for n in (*reading.facts, *reading.discards)]),
        "read_at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    updates = ", ".join(f"{name} = excluded.{name}" for name in values if name != "number")
    marks = ", ".join("?" * len(values))
    cursor = db.conn.execute(
        f"INSERT INTO pages ({', '.join(values)}) VALUES ({marks})"
        f" ON CONFLICT (number) DO UPDATE SET {updates}",
        list(values.values()),
    )
    return known.number if known else int(cursor.lastrowid or 0)


def put_articles(
    db: Database,
    page_number: int,
    page: Page,
    made: Sequence[Article],
    reading: Reading,
    known: Known | None,
) -> tuple[Article, ...]:
    """Replace the articles of a page; gives them with their numbers."""
    if known:
        old = [article.number for article in known.articles]
        index.remove(db, old)
        articles.delete(db, old)
    issue = put_issue(db, page.imprint.paper, page.imprint.date)
    kept = []
    for position, (article, draft) in enumerate(zip(made, reading.articles, strict=True)):
        number = articles.insert(
            db,
            article,
            issue=issue,
            page=page_number,
            position=position,
            sha256=fingerprint(article),
            spans=articles.dump([[*p.spans] for p in (*draft.paragraphs, *draft.captions)]),
            repairs=articles.dump([astuple(repair) for repair in draft.repairs]),
        )
        kept.append(replace(article, number=number))
    index.add(db, kept)
    for article in kept:
        remember(db, article)
    return tuple(kept)


def remember(db: Database, article: Article) -> None:
    """Give what the article can be browsed by its lasting numbers."""
    browse.remember(db, "column", [article.column] if article.column else [])
    browse.remember(db, "paper", [article.paper] if article.paper else [])
    browse.remember(db, "year", [article.date[:4]] if article.date else [])
    browse.remember(db, "author", article.authors)
    for region in article.regions:
        browse.remember(db, "region", (*ancestors(region), region))


def fingerprint(article: Article) -> str:
    """A digest of what an article says, to see whether a later version says something else."""
    said = (article.title, article.kicker, article.subtitle, article.paragraphs, article.captions)
    return hashlib.sha256(repr(said).encode()).hexdigest()
