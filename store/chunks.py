"""An article in pieces of a few hundred characters, the unit of finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.model import Article

TARGET = 600
"""Characters after which a chunk is closed."""
LONGEST = 1000
"""Characters above which a paragraph is cut, at a sentence end where there is one."""
SENTENCE = re.compile(r"[^。！？!?；;…]*[。！？!?；;…]+[”’」』）)]*|[^。！？!?；;…]+")


class Chunk(NamedTuple):
    """From character `start` of paragraph `paragraph` to character `stop` of paragraph `last`.

    Paragraph numbers count the article's paragraphs and then its captions.
    """

    paragraph: int
    start: int
    last: int
    stop: int


def parts(article: Article) -> tuple[str, ...]:
    """Paragraphs and captions in the order in which they are numbered."""
    return (*article.paragraphs, *article.captions)


def chunks(article: Article) -> list[Chunk]:
    """The chunks of an article, in order; one empty chunk when it has no text."""
    made: list[Chunk] = []
    open_at: tuple[int, int] | None = None
    held = 0
    last = (0, 0)
    for number, start, stop in pieces(parts(article)):
        if open_at is not None and held + stop - start > LONGEST:
            made.append(Chunk(*open_at, *last))
            open_at, held = None, 0
        if open_at is None:
            open_at = (number, start)
        last = (number, stop)
        held += stop - start
        if held >= TARGET:
            made.append(Chunk(*open_at, *last))
            open_at, held = None, 0
    if open_at is not None:
        made.append(Chunk(*open_at, *last))
    return made or [Chunk(0, 0, 0, 0)]


def pieces(texts: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Paragraph number, start and stop of each paragraph, or of each stretch of a long one."""
    for number, text in enumerate(texts):
        if len(text) <= LONGEST:
            yield number, 0, len(text)
            continue
        start = stop = 0
        for sentence in SENTENCE.finditer(text):
            if sentence.end() - start > LONGEST and stop > start:
                yield number, start, stop
                start = stop
            stop = sentence.end()
            while stop - start > LONGEST:
                yield number, start, start + TARGET
                start += TARGET
        if stop > start:
            yield number, start, stop


def words(texts: Sequence[str], chunk: Chunk) -> str:
    """The text of a chunk, a line a paragraph."""
    held = list(texts[chunk.paragraph : chunk.last + 1])
    if held:
        held[-1] = held[-1][: chunk.stop]
        held[0] = held[0][chunk.start :]
    return "\n".join(held)


def head(article: Article) -> str:
    """What is printed above an article and belongs to each of its chunks."""
    places = [part for region in article.regions for part in region.split("/")[-2:]]
    lines = [article.title, article.kicker, article.subtitle, article.column, article.source]
    return "\n".join([*filter(None, lines), *article.authors, *dict.fromkeys(places)])
