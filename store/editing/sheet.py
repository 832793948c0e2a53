"""An article on the editor's desk: its fields, and its paragraphs with their places on the page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from store.model import Article, Paragraph, Repair, Span

Strand = Literal["paragraphs", "captions"]
STRANDS: tuple[Strand, Strand] = ("paragraphs", "captions")


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article with the places of its paragraphs and captions on the page.

    `article.paragraphs` and `.captions` always say the same as `paragraphs` and `captions`; an
    article without a page has no spans. `stale` is set when regions and summary must be told
    anew, `by_hand` names the fields an editor has set; neither makes two sheets differ.
    """

    article: Article
    paragraphs: tuple[Paragraph, ...] = ()
    captions: tuple[Paragraph, ...] = ()
    repairs: tuple[Repair, ...] = ()
    by_hand: frozenset[str] = field(default=frozenset(), compare=False)
    stale: bool = field(default=False, compare=False)

    @property
    def id(self) -> str:
        """The id of the article."""
        return self.article.id

    @property
    def texts(self) -> tuple[Paragraph, ...]:
        """Paragraphs, then captions: what a person counts from 1."""
        return (*self.paragraphs, *self.captions)

    def strand(self, name: Strand) -> tuple[Paragraph, ...]:
        """The paragraphs or the captions."""
        return self.paragraphs if name == "paragraphs" else self.captions

    def with_strand(self, name: Strand, texts: Sequence[Paragraph]) -> Sheet:
        """The same article with other paragraphs, or other captions."""
        kept = tuple(texts)
        said = tuple(text.text for text in kept)
        if name == "paragraphs":
            article = replace(self.article, paragraphs=said)
            return replace(self, article=article, paragraphs=kept, stale=True)
        article = replace(self.article, captions=said)
        return replace(self, article=article, captions=kept, stale=True)

    def with_article(self, article: Article, *fields: str) -> Sheet:
        """The same paragraphs with other `fields`, which an editor set."""
        return replace(self, article=article, by_hand=self.by_hand.union(fields), stale=True)


def sheet_of(
    article: Article, places: Sequence[Sequence[Span]], repairs: Sequence[Repair] = ()
) -> Sheet:
    """A sheet from an article and the places of its paragraphs and captions, if it has any."""
    said = (*article.paragraphs, *article.captions)
    known = [*places, *[()] * (len(said) - len(places))]
    texts = [Paragraph(text, tuple(spans)) for text, spans in zip(said, known, strict=True)]
    middle = len(article.paragraphs)
    return Sheet(article, tuple(texts[:middle]), tuple(texts[middle:]), tuple(repairs))


def cut(paragraph: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    """A paragraph in two at the character `at`, each half with its own places on the page."""
    left: list[Span] = []
    right: list[Span] = []
    seen = 0
    for start, end in paragraph.spans:
        middle = min(max(start + at - seen, start), end)
        if start < middle:
            left.append(Span(start, middle))
        if middle < end:
            right.append(Span(middle, end))
        seen += end - start
    return (
        Paragraph(paragraph.text[:at], tuple(left)),
        Paragraph(paragraph.text[at:], tuple(right)),
    )


def spans_from(text: str) -> list[tuple[Span, ...]]:
    """The places of paragraphs and captions from their JSON."""
    return [tuple(Span(*span) for span in spans) for spans in json.loads(text)]
