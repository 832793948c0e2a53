"""The paper's own words that answer a question: verbatim, short, the best first. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.chunks import parts
from store.fold import fold, positions, squeeze
from store.match import Wanted, Weighted, coverage
from store.model import Article, Passage
from store.sentences import LONGEST, Piece, pieces
from store.sound import exact, heard

MOST = 3
"""Passages shown of one article."""
WORTH = 0.35
"""Share of the best passage's score below which another is not worth showing."""
COUNTED = "个名位家年月天条项次种人件元亩支户场期"
FIGURE = re.compile(rf"[0-9０-９]|[一二三四五六七八九十百千万两][{COUNTED}]")
OFFICE = re.compile("书记|主任|主席|经理|委员|干事|教师|村民|记者|干部|代表|长")


class Scored(NamedTuple):
    """A piece of paragraph `paragraph` with its score."""

    score: float
    paragraph: int
    piece: Piece


def passages(wanted: Wanted, article: Article) -> tuple[Passage, ...]:
    """At most MOST passages of an article, best first; never overlapping."""
    texts = parts(article)
    cut = [pieces(text) for text in texts]
    scored = sorted(
        (
            Scored(value, number, piece)
            for number, text in enumerate(texts)
            for piece, value in zip(
                cut[number], values(wanted, article, text, cut[number]), strict=True
            )
        ),
        key=lambda one: (-one.score, one.paragraph, one.piece.start),
    )
    chosen: list[tuple[int, int, int]] = []
    for one in scored:
        if len(chosen) == MOST or (chosen and one.score < WORTH * scored[0].score):
            break
        if any(one.paragraph == n and a <= one.piece.start < b for n, a, b in chosen):
            continue
        taken = [(a, b) for n, a, b in chosen if n == one.paragraph]
        chosen.append((one.paragraph, *grown(one.piece, cut[one.paragraph], taken)))
    return tuple(
        Passage(texts[n][a:b], n, highlights(wanted, texts[n][a:b])) for n, a, b in chosen
    )


def values(
    wanted: Wanted, article: Article, text: str, cut: Sequence[Piece]
) -> list[float]:
    """How well each piece of a paragraph answers."""
    whole = squeeze(fold(text))
    context = (coverage(wanted.chars, whole) + coverage(wanted.sound, heard(exact(whole)))) / 2
    return [
        value(wanted, article, text[piece.start : piece.stop], piece) + 0.3 * context
        for piece in cut
    ]


def value(wanted: Wanted, article: Article, said: str, piece: Piece) -> float:
    """How well one piece answers: what it holds of the question, and the kind of answer wanted."""
    query = wanted.query
    chars = squeeze(fold(said))
    score = (coverage(wanted.chars, chars) + coverage(wanted.sound, heard(exact(chars)))) / 2
    if query.item is not None and piece.item == query.item:
        score += 2.0
    if query.kind == "writer" and any(author in said for author in article.authors):
        score += 1.0
    if query.kind == "number" and FIGURE.search(said):
        score *= 1.25
    if query.kind == "person" and OFFICE.search(said):
        score *= 1.25
    return score


def grown(
    piece: Piece, cut: Sequence[Piece], taken: Sequence[tuple[int, int]]
) -> tuple[int, int]:
    """The range of a piece with its neighbours, as far as they fit; a list item stands alone."""
    start, stop = piece.start, piece.stop
    if piece.item is not None:
        return start, stop
    first = last = cut.index(piece)

    def free(other: Piece) -> bool:
        return other.item is None and not any(a < other.stop and other.start < b for a, b in taken)

    while True:
        if last + 1 < len(cut) and free(cut[last + 1]) and cut[last + 1].stop - start <= LONGEST:
            last += 1
            stop = cut[last].stop
        elif first > 0 and free(cut[first - 1]) and stop - cut[first - 1].start <= LONGEST:
            first -= 1
            start = cut[first].start
        else:
            return start, stop


def highlights(wanted: Wanted, said: str) -> tuple[tuple[int, int], ...]:
    """Ranges of `said` that match terms of the question, in characters or else in sound."""
    folded = fold(said)
    chars = squeeze(folded)
    places = positions(folded)
    marked: set[int] = set()
    for terms, text in ((wanted.chars, chars), (wanted.sound, heard(exact(chars)))):
        for at in matches(terms, text):
            marked |= {at, at + 1}
    ranges: list[tuple[int, int]] = []
    for at in sorted(marked):
        place = places[at]
        if ranges and (at - 1 in marked) and places[at - 1] + 1 == place:
            ranges[-1] = (ranges[-1][0], place + 1)
        else:
            ranges.append((place, place + 1))
    return tuple(ranges)


def matches(terms: Sequence[Weighted], text: str) -> list[int]:
    """Where the firm terms that tell something are in the text."""
    found = []
    for term, weight, loose in terms:
        if loose or weight < 1.0:
            continue
        at = text.find(term)
        while at >= 0:
            found.append(at)
            at = text.find(term, at + 1)
    return found
