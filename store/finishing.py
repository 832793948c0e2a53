"""What was read from a page made into articles: ids, regions, summaries, places on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.editing import Sheet
from store.errors import PageError
from store.model import Article, Draft, Imprint, Page, Paragraph, Reading, Span
from store.offices import office_of
from store.regions import Gazetteer, Tagging, home_of, tag
from store.summary import summarize
from store.versions import identities


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
            page.text,
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


def told(sheet: Sheet, gazetteer: Gazetteer, home: str | None, text: str) -> Sheet:
    """A sheet with its summary, its regions unless an editor set them, and its mended places;
    `text` is its page's."""
    draft = replace(as_draft(sheet.article), paragraphs=sheet.paragraphs, captions=sheet.captions)
    tagging = tagged(draft, gazetteer, home, text)
    by_hand = "regions" in sheet.by_hand
    article = replace(
        sheet.article,
        regions=sheet.article.regions if by_hand else tagging.regions,
        summary=summarize(sheet.article),
    )
    others = tuple(repair for repair in sheet.repairs if repair.kind != "place")
    return replace(sheet, article=article, repairs=(*others, *tagging.repairs))


def tagged(draft: Draft, gazetteer: Gazetteer, home: str | None, text: str) -> Tagging:
    """The regions of an article of a page; where it names none, those of its authors' office."""
    tagging = tag(draft, gazetteer, home)
    if tagging.regions or not (office := office_of(text, draft.authors)):
        return tagging
    return tagging._replace(regions=tag(draft, gazetteer, home, office).regions)


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
