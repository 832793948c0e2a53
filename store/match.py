"""How well a chunk of an article answers a question: pure, and the only place for rapidfuzz."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz

from store.background import Background
from store.query import Query, Term

WINDOW = 60
"""Characters among which the parts of an answer are expected to lie together."""
TRUST = 400.0
"""Chunks the knowledge of newspapers at large counts for, beside those of the archive."""


class Weighted(NamedTuple):
    """A term with its rarity, a natural logarithm, and whether it must be there."""

    text: str
    weight: float
    loose: bool


class Wanted(NamedTuple):
    """A question ready for comparing: its terms by channel with their weights."""

    query: Query
    chars: tuple[Weighted, ...]
    sound: tuple[Weighted, ...]


class Text(NamedTuple):
    """A chunk made comparable: squeezed characters and heard sounds, of the same length.

    The first `head` characters are those of the title.
    """

    chars: str
    sound: str
    head: int


class Signals(NamedTuple):
    """What is known of one chunk, each a share (0-1) of the question's weight."""

    chars: float
    sound: float
    near: float
    title: float
    fit: float
    order: float
    length: float


def weigh(
    query: Query, counts: Mapping[str, int], chunks: int, known: Background
) -> Wanted:
    """Give each term of the question its rarity in the archive and in newspapers at large."""

    def rarity(term: Term) -> Weighted:
        expected = TRUST * known.held_by(term.text) / known.passages
        seen = counts.get(term.text, 0) + expected + 0.1
        return Weighted(term.text, max(0.0, log((chunks + TRUST) / seen)), term.loose)

    return Wanted(
        query, tuple(map(rarity, query.char_terms)), tuple(map(rarity, query.sound_terms))
    )


def coverage(terms: Sequence[Weighted], text: str) -> float:
    """The share of the terms' weight that is in the text."""
    total = held = 0.0
    for term, weight, loose in terms:
        if term in text:
            held += weight
            total += weight
        elif not loose:
            total += weight
    return held / total if total else 0.0


def best_window(terms: Sequence[Weighted], text: str) -> tuple[float, int]:
    """The greatest share of the weight that lies within WINDOW characters, and where."""
    total = 0.0
    hits: list[tuple[int, int]] = []
    for i, (term, weight, loose) in enumerate(terms):
        at = text.find(term)
        if at >= 0 or not loose:
            total += weight
        while at >= 0:
            hits.append((at, i))
            at = text.find(term, at + 1)
    hits.sort()
    held = [0] * len(terms)
    best = now = 0.0
    where = left = 0
    for at, i in hits:
        now += 0.0 if held[i] else terms[i].weight
        held[i] += 1
        while hits[left][0] < at - WINDOW:
            old = hits[left][1]
            held[old] -= 1
            now -= 0.0 if held[old] else terms[old].weight
            left += 1
        if now > best + 1e-9:
            best, where = now, hits[left][0]
    return (best / total if total else 0.0), where


def signals(wanted: Wanted, text: Text) -> Signals:
    """Compare one chunk with the question."""
    title = text.sound[: text.head]
    near, where = best_window(wanted.sound, text.sound)
    sound = wanted.query.sound
    around = text.sound[max(0, where - 10) : where + WINDOW + 10]
    return Signals(
        chars=coverage(wanted.chars, text.chars),
        sound=coverage(wanted.sound, text.sound),
        near=near,
        title=coverage(wanted.sound, title),
        fit=fuzz.ratio(sound, title) / 100,
        order=fuzz.partial_ratio(sound, around) / 100,
        length=log(max(50, len(text.chars)) / 400),
    )


RANK = Signals(chars=1.0, sound=1.0, near=1.0, title=0.3, fit=0.0, order=0.3, length=0.0)
"""What a signal counts for in the order of the candidates."""


def score(found: Signals) -> float:
    """How well a chunk answers, 0-1: the signals weighed by RANK."""
    value = sum(weight * signal for weight, signal in zip(RANK, found, strict=True))
    return value / sum(RANK)
