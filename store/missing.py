"""Where an article's text is known to be cut: what is lost there is nowhere on the page."""

from __future__ import annotations

from typing import NamedTuple

from store.model import Article
from store.reading.bylines import has_credit
from store.reading.words import ends_sentence, lost_head

HEADING = 30
"""Characters. A shorter paragraph without an end, with others behind it, may be a heading."""


class Cut(NamedTuple):
    """A paragraph or caption, and whether words are missing before and after it."""

    text: str
    before: bool = False
    after: bool = False


def cuts(article: Article) -> tuple[Cut, ...]:
    """The paragraphs and then the captions, each with what is missing around it.

    Only an article that was read as damaged has any; its text shows where, as it does to a
    reader: a paragraph that can only be the rest of a sentence, one that ends without an end.
    """
    captions = tuple(Cut(caption) for caption in article.captions)
    if "damaged" not in article.flags:
        return (*map(Cut, article.paragraphs), *captions)
    last = len(article.paragraphs) - 1
    return (
        *(
            Cut(text, lost_head(text), unended(text, HEADING if at < last else 0))
            for at, text in enumerate(article.paragraphs)
        ),
        *captions,
    )


def unended(text: str, heading: int) -> bool:
    """Whether a text stops inside a sentence; one of `heading` characters may be a heading."""
    ended = ends_sentence(text) or text.endswith(("）", ")")) or has_credit(text)
    return not ended and len(text) > heading
