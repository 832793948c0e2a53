"""Things a person should look at, each as one item: what was done, how sure it is, and the lines of
the page beside what was made of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from store import articles
from store.corrections import page_of
from store.editing import Correction, Sheet
from store.model import Article, Paragraph, Repair, Span
from store.raw import lines_at, page_text

SURE = 0.9
"""Repairs believed right with at least this chance are not shown."""
RISKY = 0.96
"""The same for joins, of which a few a page are shown though they are SURE: of 76 joins given 0.90
to 0.95 on broken pages of our own (84 of them, seven kinds) 3 were wrong, of 147 above none."""
JOINS = ("rejoined", "moved")
UNKNOWN = 0.5
"""The confidence of a flag, of which only is known that something is doubtful."""
EXPLAINED = {
    "title_derived": {"title_derived"},
    "damaged": {"gap"},
    "doubtful_join": set(JOINS),
}
"""Flags that say no more than a repair of one of these kinds does."""
AROUND = 40
"""Characters of the repaired text shown on either side."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to look at.

    `id` names it in `baowen review --done`; it stays the same while the same thing is doubtful.
    `sort` is repair, flag, correction or page; `what` is the kind of repair, the flag, the
    operation, or left_out, and `note` its own words. `confidence` (0-1) is the chance that all
    is right; `paragraph` counts from 1, None when none is meant. `lines` are the page's printed
    lines there, `text` what was made of them.
    """

    id: str
    sort: str
    what: str
    confidence: float
    article: str
    number: int
    title: str
    source_file: str
    note: str = ""
    paragraph: int | None = None
    lines: tuple[str, ...] = ()
    text: str = ""


def of_sheet(db: Database, sheet: Sheet) -> Iterator[Item]:
    """What is doubtful in one article."""
    page = db.execute("SELECT page FROM articles WHERE id = ?", [sheet.id]).fetchone()[0]
    text = page_text(db, page) if page is not None else ""
    # An item of a briefs column is printed without a headline; that its title is taken from the
    # text is no doubt about it.
    usual = {"title_derived"} if sheet.article.kind == "brief" else set()
    for repair in sheet.repairs:
        if repair.confidence < SURE and repair.kind not in usual:
            yield of_repair(sheet, repair, text)
    kinds = {repair.kind for repair in sheet.repairs}
    for flag in set(sheet.article.flags) - usual:
        if not kinds & EXPLAINED.get(flag, set()):
            first = sheet.texts[0] if sheet.texts else Paragraph("", ())
            lines = lines_at(text, first.spans[0]) if text and first.spans else ()
            yield item(sheet.article, "flag", flag, UNKNOWN, lines=lines, text=first.text[:80])


def of_repair(sheet: Sheet, repair: Repair, page: str) -> Item:
    """A repair, with the page's lines on both sides of it."""
    number, at = whereabouts(sheet.texts, repair)
    lines = lines_at(page, repair.span) if page else ()
    shown = ""
    if number is not None:
        paragraph = sheet.texts[number - 1]
        shown = paragraph.text[max(at - AROUND, 0) : at + AROUND]
        rest = [s for n, s in enumerate(paragraph.spans) if n and ends_at(paragraph, n) == at]
        if page and rest:
            lines = (
                *lines_at(page, repair.span, 0),
                "……",
                *lines_at(page, Span(rest[0].start, rest[0].start), 0),
            )
    return item(
        sheet.article, "repair", repair.kind, repair.confidence,
        note=repair.note, paragraph=number, lines=lines, text=shown,
    )  # fmt: skip


def ends_at(paragraph: Paragraph, piece: int) -> int:
    """The character of the paragraph at which its piece of that place begins."""
    return sum(span.end - span.start for span in paragraph.spans[:piece])


def whereabouts(texts: Sequence[Paragraph], repair: Repair) -> tuple[int | None, int]:
    """The paragraph (from 1) on whose lines a repair was made, None when it was on none, and the
    character in it."""
    for number, text in enumerate(texts, 1):
        seen = 0
        for start, end in text.spans:
            if start <= repair.span.start <= end:
                return number, seen + repair.span.start - start
            seen += end - start
    return None, 0


def of_correction(db: Database, unit: str, correction: Correction, reason: str) -> Item:
    """A correction that no longer fits."""
    row = db.execute("SELECT number FROM articles WHERE id = ?", [correction.article]).fetchone()
    article = articles.load(db, [row[0]])[row[0]] if row else None
    page = page_of(unit)
    file = db.execute("SELECT source_file FROM pages WHERE number = ?", [page]).fetchone()
    anchor = correction.detail.get("what") or correction.detail.get("at") or {}
    return Item(
        id=key("correction", str(correction.number)),
        sort="correction",
        what=correction.operation,
        confidence=0.0,
        article=correction.article,
        number=article.number if article else 0,
        title=article.title if article else "",
        source_file=file[0] if file else article.source_file if article else "",
        note=f"第 {correction.number} 号更正（{correction.author}）：{reason}",
        text=anchor.get("text", ""),
    )


def of_page(name: str, share: float, lines: tuple[str, ...]) -> Item:
    """A page of which much is in no article; it has no article's id."""
    return Item(
        id=key("page", name, *lines),
        sort="page",
        what="left_out",
        confidence=round(1 - share, 3),
        article="",
        number=0,
        title="",
        source_file=name,
        note=f"约 {share:.0%} 的文字没有进文章",
        lines=lines,
    )


def item(
    article: Article,
    sort: str,
    what: str,
    confidence: float,
    *,
    note: str = "",
    paragraph: int | None = None,
    lines: tuple[str, ...] = (),
    text: str = "",
) -> Item:
    """An item about an article."""
    id_ = key(article.id, sort, what, note, *lines)
    return Item(
        id_, sort, what, confidence, article.id, article.number, article.title,
        article.source_file, note, paragraph, lines, text,
    )  # fmt: skip


def key(*parts: str) -> str:
    """Eight hex digits from what is doubtful and the page lines there."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]
