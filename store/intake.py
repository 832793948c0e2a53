"""A page into the store: read, tagged, summed up and indexed, in one transaction or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import astuple, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlite_utils import Database

from store import articles, browse, corrections, index, outbox
from store.database import Store
from store.editing import Sheet
from store.errors import PageError
from store.known import Known, find, label, page_key
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


def take(
    store: Store, page: Page, raw: bytes, encoding: str, folder: str = "", *, news: bool = True
) -> Taken:
    """Read a page into the store.

    The same bytes again change nothing; other bytes under the same name become a new version of
    the same articles. `folder` tells apart files of one name when the date is unknown. Readers
    are told unless it is no `news`. Raises PageError when the page holds no article.
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
    kept = enter(store, page, raw, encoding, key, known, news=news)
    return Taken(page.source_file, "changed" if known else "new", kept, imprint)


def enter(
    store: Store,
    page: Page,
    raw: bytes,
    encoding: str,
    key: str,
    known: Known | None,
    *,
    news: bool = True,
) -> tuple[Article, ...]:
    """Read a page, with the corrections made to it before, and write it. Raises PageError.

    Readers are told of its new articles unless it is no `news`.
    """
    reading = read(page)
    if not reading.articles:
        raise PageError("没有读出文章；请确认文件里是报纸版面的文字。")
    gazetteer, home = gazetteer_of(store), page.imprint.region
    made = finished(page, reading, gazetteer, known.as_read if known else (), key)
    sha256 = hashlib.sha256(raw).hexdigest()
    with store.writing() as db:
        if (current := find(db, key, sha256)) != known:
            # Another program has read the page meanwhile: its articles are the ones to continue.
            known = current
            made = finished(page, reading, gazetteer, known.as_read if known else (), key)
        number = put_page(db, key, page, raw, encoding, sha256, reading, known)
        unit = corrections.unit_of(number, "")
        settled = corrections.settled(db, unit, made).sheets
        sheets = [told(sheet, gazetteer, home) if sheet.stale else sheet for sheet in settled]
        told_of = outbox.highest(db)
        kept = put_articles(db, unit, sheets)
        new = [article for article in kept if article.number > told_of]
        issue = put_issue(db, page.imprint.paper, page.imprint.date)
        if news:
            outbox.enqueue(db, issue, new, datetime.now(UTC))
    return kept


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


def finished(
    page: Page, reading: Reading, gazetteer: Gazetteer, before: Sequence[Article], key: str
) -> list[Sheet]:
    """The articles of a reading with ids, regions and summaries, and their places on the page."""
    given = identities(before, reading.articles, key)
    return [
        told(
            Sheet(
                article_of(page, draft, id_, number),
                draft.paragraphs,
                draft.captions,
                draft.repairs,
            ),
            gazetteer,
            page.imprint.region,
        )
        for draft, (id_, number) in zip(reading.articles, given, strict=True)
    ]


def article_of(page: Page, draft: Draft, id_: str, number: int) -> Article:
    """A draft as the article the store keeps, but for regions and summary."""
    imprint = page.imprint
    return Article(
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


def told(sheet: Sheet, gazetteer: Gazetteer, home: str | None) -> Sheet:
    """A sheet with its summary, its regions unless an editor set them, and its mended places."""
    draft = replace(as_draft(sheet.article), paragraphs=sheet.paragraphs, captions=sheet.captions)
    tagging = tag(draft, gazetteer, home)
    by_hand = "regions" in sheet.by_hand
    article = replace(
        sheet.article,
        regions=sheet.article.regions if by_hand else tagging.regions,
        summary=summarize(sheet.article),
    )
    others = tuple(repair for repair in sheet.repairs if repair.kind != "place")
    return replace(sheet, article=article, repairs=(*others, *tagging.repairs))


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


def put_articles(db: Database, unit: str, sheets: Sequence[Sheet]) -> tuple[Article, ...]:
    """Make `sheets` the articles of a unit; gives them with their numbers.

    What is held as it is stays untouched, so that the index is written for the changed ones only.
    """
    held = {sheet.id: sheet for sheet in corrections.sheets_of(db, unit)}
    wanted = [under_number(sheet, held.get(sheet.id)) for sheet in sheets]
    same = {sheet.id for sheet in wanted if held.get(sheet.id) == sheet}
    gone = [sheet.article.number for id_, sheet in held.items() if id_ not in same]
    index.remove(db, gone)
    articles.delete(db, gone)
    kept: list[Article] = []
    for position, sheet in enumerate(wanted):
        if sheet.id in same:
            db.conn.execute(
                "UPDATE articles SET position = ?1 WHERE number = ?2 AND position <> ?1",
                [position, sheet.article.number],
            )
            kept.append(sheet.article)
        else:
            kept.append(put_sheet(db, corrections.page_of(unit), position, sheet))
    index.add(db, [article for article in kept if article.id not in same])
    return tuple(kept)


def under_number(sheet: Sheet, held: Sheet | None) -> Sheet:
    """The sheet with the number it is held under; else its former one, which is given to no
    other article, or 0."""
    number = held.article.number if held else sheet.article.number
    return replace(sheet, article=replace(sheet.article, number=number))


def put_sheet(db: Database, page: int | None, position: int, sheet: Sheet) -> Article:
    """Write one article, without the index; gives it with its number."""
    article = sheet.article
    number = articles.insert(
        db,
        article,
        issue=put_issue(db, article.paper, article.date),
        page=page,
        position=position,
        sha256=fingerprint(article),
        spans=articles.dump([text.spans for text in sheet.texts]),
        repairs=articles.dump([astuple(repair) for repair in sheet.repairs]),
    )
    remember(db, article)
    return replace(article, number=number)


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
    said = replace(article, number=0, source_file="")
    return hashlib.sha256(repr(said).encode()).hexdigest()
