"""The paper's own words that answer a question: verbatim, short, the best first. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from store.about import About, about_of, lettered
from store.chunks import head, parts
from store.fold import comparable, fold, positions
from store.lists import Item, Items, items_in
from store.match import Text, Wanted, Weighted, coverage
from store.model import Article, Passage
from store.paragraphs import folded, paragraph
from store.sentences import LONGEST, Piece, pieces
from store.sound import listen
from store.telling import LEAST, told

MOST = 3
"""Passages shown of one article."""
WORTH = 0.35
"""Share of the best passage's score below which another is not worth showing."""
LISTED = 0.4
"""What a matching heading gives each item of the list under it."""
TOLD = 0.9
"""What a piece gains that tells the very thing asked for, beside as much as its words count."""
POINTED = 2.0
"""What a list item gains that is asked for by its number: more than any words can count."""
TELLING = 1.0
"""The weight from which a matching term is highlighted."""
COUNTED = "个名位家年月天条项次种人件元亩支户场期"
FIGURE = re.compile(rf"[0-9０-９]|[一二三四五六七八九十百千万两][{COUNTED}]")
OFFICE = re.compile("书记|主任|主席|经理|委员|干事|教师|村民|记者|干部|代表|长")


class Scored(NamedTuple):
    """A piece of paragraph `paragraph` with its score."""

    score: float
    paragraph: int
    piece: Piece


class Hits(NamedTuple):
    """Where a paragraph matches the question: for each channel, pairs of place and term."""

    chars: list[tuple[int, Weighted]]
    sound: list[tuple[int, Weighted]]


def passages(wanted: Wanted, article: Article) -> tuple[Passage, ...]:
    """At most MOST passages of an article, best first; never overlapping."""
    texts = parts(article)
    hits = [hits_in(wanted, text) for text in texts]
    items = wanted.query.items
    cut = [pieces(text, told=items is not None and items.sure) for text in texts]
    scored = sorted(
        rated(wanted, article, hits, cut),
        key=lambda one: (-round(one.score, 6), one.paragraph, one.piece.start),
    )
    chosen: list[tuple[int, int, int]] = []
    for one in scored:
        if len(chosen) == MOST or (chosen and one.score < WORTH * scored[0].score):
            break
        if any(one.paragraph == n and a <= one.piece.start < b for n, a, b in chosen):
            continue
        taken = [(a, b) for n, a, b in chosen if n == one.paragraph]
        chosen.append((one.paragraph, *grown(one.piece, cut[one.paragraph], taken)))
    return tuple(Passage(texts[n][a:b], n, highlights(hits[n], texts[n], a, b))
                 for n, a, b in chosen)


def rated(
    wanted: Wanted, article: Article, hits: Sequence[Hits], cut: Sequence[Sequence[Piece]]
) -> Iterator[Scored]:
    """Every piece of an article with its score."""
    texts = parts(article)
    chars = comparable(head(article))
    above = Text(chars, listen(chars), len(chars))
    about = about_of(wanted, above, paragraph(texts[0]).chars if texts else "")
    opening = max(coverage(wanted.chars, above.chars), coverage(wanted.sound, above.sound))
    said = [[folded(text)[a:b] for a, b, _ in group]
            for text, group in zip(texts, cut, strict=True)]
    tells = told(fold(wanted.query.meant), chain.from_iterable(said))
    items = wanted.query.items
    asked = set(items_in(items, cut, texts)) if items else ()
    for number, text in enumerate(texts):
        held = matched(hits[number], cut[number], about)
        letters = lettered(about, said[number], [piece.item is not None for piece in cut[number]])
        for piece, *match in zip(cut[number], held, letters, strict=True):
            score = value(wanted, article, text, piece, sum(match), opening)
            gain = next(tells)
            score += score * gain + TOLD * max(0.0, gain - LEAST)
            if items and Item(number, piece) in asked:
                score = pointed(items, score, opening)
            yield Scored(score, number, piece)


def hits_in(wanted: Wanted, text: str) -> Hits:
    """The matches of a paragraph, their places counted in the paragraph as printed."""
    folded, chars, sound = paragraph(text)
    if len(chars) < 2:
        return Hits([], [])
    in_sound = list(matches(wanted.sound, sound))
    if not in_sound:
        return Hits([], [])
    in_chars = list(matches(wanted.chars, chars))
    places = positions(folded)
    return Hits([(places[i], t) for i, t in in_chars], [(places[i], t) for i, t in in_sound])


def matches(terms: Sequence[Weighted], text: str) -> Iterator[tuple[int, Weighted]]:
    """Where each term is in a squeezed text."""
    for term in terms:
        at = text.find(term.text)
        while at >= 0:
            yield at, term
            at = text.find(term.text, at + 1)


def matched(hits: Hits, cut: Sequence[Piece], about: About) -> list[float]:
    """What each piece of a paragraph holds of the question, and a little of what all of it has."""
    found = [0.0] * len(cut)
    for group, total in zip(hits, about.totals, strict=True):
        if not group:
            continue
        said = sorted((at, term.text) for at, term in group)
        places = [at for at, _ in said]
        around = dict.fromkeys(term for _, term in said)
        shares = [sum(counts[term] for term in around) for counts in (about.prose, about.items)]
        for i, piece in enumerate(cut):
            first, last = bisect_left(places, piece.start), bisect_left(places, piece.stop)
            counts = about.prose if piece.item is None else about.items
            inside = dict.fromkeys(term for _, term in said[first:last])
            found[i] += 0.5 * sum(counts[term] for term in inside) / total
            found[i] += 0.1 * shares[piece.item is not None] / total
    return found


def value(
    wanted: Wanted, article: Article, text: str, piece: Piece, held: float, opening: float
) -> float:
    """How well one piece answers: what it holds of the question, and the kind of answer wanted.

    `opening` is how well the heading matches: who asks for the whole gets a list's first items.
    """
    query = wanted.query
    said = text[piece.start : piece.stop]
    score = 0.01 + held + (LISTED * opening if piece.item is not None else 0.0)
    if query.kind == "writer" and any(author in said for author in article.authors):
        score += 1.0
    if query.kind == "number" and FIGURE.search(said):
        score *= 1.25
    if said.endswith(("：", ":")):
        score *= 0.3
    if query.kind == "person" and OFFICE.search(said):
        score *= 1.25
    return score


def pointed(items: Items, score: float, opening: float) -> float:
    """The score of a list item that is asked for: several come in the order of their list, and
    what may not be meant for a number counts only under a heading that matches."""
    if len(items.numbers) > 1:
        return POINTED
    return score + POINTED * (1.0 if items.sure else opening)


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


def highlights(hits: Hits, text: str, start: int, stop: int) -> tuple[tuple[int, int], ...]:
    """Ranges of the passage that match what the question says, in characters or in sound."""
    marked: set[int] = set()
    for at, term in (*hits.chars, *hits.sound):
        if start <= at < stop and not term.loose and term.weight >= TELLING:
            # The second character may stand behind a space or a mark that was squeezed out.
            after = next((i for i in range(at + 1, stop) if text[i].isalnum()), at)
            marked |= {at, after}
    ranges: list[tuple[int, int]] = []
    for at in sorted(marked):
        if ranges and ranges[-1][1] == at - start:
            ranges[-1] = (ranges[-1][0], at - start + 1)
        else:
            ranges.append((at - start, at - start + 1))
    return tuple(ranges)
