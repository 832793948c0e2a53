"""Corrections of what belongs together: split, join, move, remove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.editing.anchors import Anchor, Found, equal, inside, locate
from store.editing.correction import Correction, Unfit
from store.editing.fields import position
from store.editing.sheet import Sheet
from store.model import Article, Paragraph, Repair, Span
from store.reading.headings import derived_title

ENDS = "。！？!?…；;：:”』」）)，,、"
JOINS = ("rejoined", "moved")
"""Repairs that laid two pieces of the page together."""
LONGEST_TITLE = 30
"""Characters. A longer line without a full stop is a paragraph that lost its end."""


def split(sheets: list[Sheet], correction: Correction) -> list[Sheet]:
    """The article from a paragraph on becomes one of its own, right after the first.

    When a better reading has already made it one, that article takes the promised id. Raises
    Unfit when the paragraph is gone or opens its own article.
    """
    detail = correction.detail
    at, found = locate(sheets, Anchor.from_json(detail["at"]), correction.article)
    owner = sheets[at]
    if found.strand == "captions":
        raise Unfit("图片说明不能作为新文章的开头。")
    if found.first == 0:
        if owner.id == correction.article:
            raise Unfit("这一段本来就在篇首。")
        second = owner.with_article(replace(owner.article, id=detail["id"], number=0))
        return [*sheets[:at], retitled(second, detail.get("title")), *sheets[at + 1 :]]
    owner = unjoined(owner, found.texts[: found.first])
    first = owner.with_strand("paragraphs", found.texts[: found.first])
    second = second_half(owner, found.texts[found.first :], detail["id"], detail.get("title"))
    return [*sheets[:at], *shared_repairs(first, second), *sheets[at + 1 :]]


def unjoined(sheet: Sheet, before: Sequence[Paragraph]) -> Sheet:
    """The sheet without the doubt about a join right behind the texts `before`, now cut apart."""
    end = before[-1].spans[-1].end if before and before[-1].spans else -1
    repairs = tuple(r for r in sheet.repairs if not (r.kind in JOINS and r.span.start == end))
    if repairs == sheet.repairs:
        return sheet
    doubtful = any(repair.kind in JOINS for repair in repairs)
    flags = tuple(f for f in sheet.article.flags if f != "doubtful_join" or doubtful)
    return replace(sheet, article=replace(sheet.article, flags=flags), repairs=repairs)


def second_half(owner: Sheet, texts: Sequence[Paragraph], id_: str, title: str | None) -> Sheet:
    """The new article: it keeps column, kind and issue; byline and headings stay with the first."""
    if not title and len(texts) > 1 and is_heading(texts[0].text):
        title, texts = texts[0].text.strip(), texts[1:]
    article = replace(
        owner.article,
        id=id_,
        number=0,
        title=title or derived_title([text.text for text in texts]),
        kicker=None,
        subtitle=None,
        authors=(),
        source=None,
        captions=(),
        flags=() if title else ("title_derived",),
    )
    return Sheet(article).with_strand("paragraphs", texts)


def is_heading(text: str) -> bool:
    """Whether a paragraph reads like a headline left in the body: short, and not ended."""
    return len(text.strip()) <= LONGEST_TITLE and text.strip()[-1:] not in ENDS


def retitled(sheet: Sheet, title: str | None) -> Sheet:
    """The sheet with the title given, its own when none was."""
    if not title:
        return sheet
    flags = tuple(flag for flag in sheet.article.flags if flag != "title_derived")
    return sheet.with_article(replace(sheet.article, title=title, flags=flags), "title")


def shared_repairs(first: Sheet, second: Sheet) -> tuple[Sheet, Sheet]:
    """Each repair stays with the half on whose lines it was made."""
    later = tuple(
        r for r in first.repairs if touches(second.texts, r) and not touches(first.texts, r)
    )
    kept = tuple(r for r in first.repairs if r not in later)
    damaged = ("damaged",) if any(r.kind == "gap" for r in later) else ()
    article = replace(second.article, flags=(*damaged, *second.article.flags))
    return replace(first, repairs=kept), replace(second, article=article, repairs=later)


def touches(texts: Sequence[Paragraph], repair: Repair) -> bool:
    """Whether a repair was made on the lines of one of the texts."""
    spans = (span for text in texts for span in text.spans)
    return any(span.start <= repair.span.start <= span.end for span in spans)


def join(sheets: list[Sheet], correction: Correction) -> list[Sheet]:
    """The other article goes on where the first ends; the first keeps id, title and headings.

    Nothing is left to do when a better reading has joined them already. Raises Unfit when either
    is gone.
    """
    at = position(sheets, correction.article)
    anchor = Anchor.from_json(correction.detail["first"])
    others = [sheet for sheet in sheets if sheet.id == correction.detail["other"]]
    if not others:
        if equal(sheets[at], anchor) or inside(sheets[at], anchor):
            return sheets
        raise Unfit(f"版面上已没有文章 {correction.detail['other']}。")
    joined = together(sheets[at], others[0])
    return [
        joined if sheet.id == joined.id else sheet for sheet in sheets if sheet.id != others[0].id
    ]


def together(first: Sheet, second: Sheet) -> Sheet:
    """Two articles as one."""
    told = tuple(flag for flag in second.article.flags if flag != "title_derived")
    article: Article = replace(
        first.article,
        column=first.article.column or second.article.column,
        source=first.article.source or second.article.source,
        authors=tuple(dict.fromkeys((*first.article.authors, *second.article.authors))),
        flags=tuple(dict.fromkeys((*first.article.flags, *told))),
    )
    sheet = first.with_strand("paragraphs", (*first.paragraphs, *second.paragraphs))
    sheet = sheet.with_strand("captions", (*first.captions, *second.captions))
    repairs = (*first.repairs, *(r for r in second.repairs if r.kind != "title_derived"))
    article = replace(article, paragraphs=sheet.article.paragraphs, captions=sheet.article.captions)
    return replace(sheet, article=article, repairs=repairs)


def move(sheets: list[Sheet], correction: Correction) -> list[Sheet]:
    """A paragraph goes to a place of another article, or of its own; captions stay captions.

    An article that has nothing left goes with it. Raises Unfit when the paragraph or the
    receiving article is gone.
    """
    detail = correction.detail
    position(sheets, detail["to"])
    at, found = locate(sheets, Anchor.from_json(detail["what"]), correction.article)
    moved = found.texts[found.first : found.stop]
    left = without(sheets, at, found, spare=detail["to"])
    to = position(left, detail["to"])
    texts = left[to].strand(found.strand)
    place = landing(left[to], found, detail.get("before"))
    taken = left[to].with_strand(found.strand, (*texts[:place], *moved, *texts[place:]))
    return [*left[:to], taken, *left[to + 1 :]]


def add(sheets: list[Sheet], correction: Correction) -> list[Sheet]:
    """Words of the page that were left out become a paragraph of the article.

    Nothing is left to do when a better reading has them there already. Raises Unfit when the
    article is gone, or the words are on the page no more.
    """
    detail = correction.detail
    at = position(sheets, correction.article)
    words = Anchor(detail["words"])
    if equal(sheets[at], words) or inside(sheets[at], words):
        return sheets
    if detail["span"] is None:
        raise Unfit(f"版面上已没有“{words.text[:20]}”这句话。")
    texts = sheets[at].paragraphs
    place = landing(
        sheets[at], Found("paragraphs", texts, len(texts), len(texts)), detail.get("before")
    )
    new = Paragraph(words.text, (Span(*detail["span"]),))
    added = sheets[at].with_strand("paragraphs", (*texts[:place], new, *texts[place:]))
    return [*sheets[:at], added, *sheets[at + 1 :]]


def landing(sheet: Sheet, found: Found, before: dict[str, object] | None) -> int:
    """Where in its strand a moved text goes: before the paragraph named, else at the end."""
    texts = sheet.strand(found.strand)
    if before is None:
        return len(texts)
    anchor = Anchor.from_json(before)
    spot = equal(sheet, anchor) or inside(sheet, anchor)
    if spot and spot.strand == found.strand and len(spot.texts) == len(texts):
        return spot.first
    return min(anchor.number - 1, len(texts))


def remove(sheets: list[Sheet], correction: Correction) -> list[Sheet]:
    """An article that is none, or a paragraph that belongs to none, is left out.

    The text stays in the raw page. Raises Unfit when it is gone already.
    """
    if correction.detail.get("what") is None:
        at = position(sheets, correction.article)
        return [*sheets[:at], *sheets[at + 1 :]]
    at, found = locate(sheets, Anchor.from_json(correction.detail["what"]), correction.article)
    return without(sheets, at, found)


def without(sheets: list[Sheet], at: int, found: Found, spare: str = "") -> list[Sheet]:
    """The sheets without a run of texts; an article with none left goes too, except `spare`."""
    rest = sheets[at].with_strand(
        found.strand, (*found.texts[: found.first], *found.texts[found.stop :])
    )
    kept = [rest] if rest.texts or rest.id == spare else []
    return [*sheets[:at], *kept, *sheets[at + 1 :]]
