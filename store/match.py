"""How well a chunk of an article answers a question: pure, and the only place for rapidfuzz."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log
from typing import NamedTuple

from rapidfuzz import fuzz

from store.background import Background
from store.fold import fold
from store.query import Query, Term
from store.regions import load_gazetteer, mentions
from store.sound import heard, listen

WINDOW = 60
"""Characters among which the parts of an answer are expected to lie together."""
MARGIN = 8
"""Characters on either side of the window that still count as close."""
SHORT = 2
"""Characters of a place's name that may be the end of another's."""
USUAL = 420
"""The usual length of a chunk in characters."""


class Saturation(NamedTuple):
    """BM25's constants: how slowly repetition stops counting, and how much length counts."""

    k1: float
    b: float


OFTEN = Saturation(1.2, 0.75)
LATE = Saturation(2.5, 0.3)
"""For the point of a question, length tells little: an answer is seldom in a short remainder."""
TRUST = 400.0
"""Chunks the knowledge of newspapers at large counts for, beside those of the archive."""


class Weighted(NamedTuple):
    """A term with its rarity, a natural logarithm, and whether it must be there."""

    text: str
    weight: float
    loose: bool


class Wanted(NamedTuple):
    """A question ready for comparing: what it sounds like, its terms by channel with their
    weights, its single characters and sounds with theirs, the places it names, in characters
    and in sound, `late`, its sound terms weighed by how late they stand, and how many `chunks`
    it is asked of."""

    query: Query
    said: str
    chars: tuple[Weighted, ...]
    sound: tuple[Weighted, ...]
    letters: Mapping[str, float]
    heard: Mapping[str, float]
    places: tuple[tuple[str, str], ...] = ()
    late: tuple[Weighted, ...] = ()
    chunks: int = 0


class Text(NamedTuple):
    """A chunk made comparable: squeezed characters and heard sounds, of the same length.

    The first `head` characters are those of the title.
    """

    chars: str
    sound: str
    head: int


class Signals(NamedTuple):
    """What is known of one chunk, each a share (0-1) of what the question asks for.

    `chars` and `sound`: pairs that are there, by rarity; `often`: sound pairs, more for those met
    again and again; `near`: sound pairs inside the best window; `letters` and `heard`: single
    characters and sounds; `close`: single sounds around the best window; `title`: likeness to the
    heading; `order`: likeness to the window, in sequence; `place`: the places named; `late`: as
    `often`, below the heading, and more for the pairs late in the question, which names its place
    or notice first and its point last.
    """

    chars: float
    sound: float
    often: float
    near: float
    letters: float
    heard: float
    close: float
    title: float
    order: float
    place: float
    late: float


def weigh(query: Query, counts: Mapping[str, int], chunks: int, known: Background) -> Wanted:
    """Give each term of the question its rarity in the archive and in newspapers at large."""

    def rarity(term: Term) -> Weighted:
        expected = TRUST * known.held_by(term.text) / known.passages
        seen = counts.get(term.text, 0) + expected + 0.1
        return Weighted(term.text, max(0.05, log((chunks + TRUST) / seen)), term.loose)

    def alone(text: str) -> dict[str, float]:
        # A set has another order in each process, and sums of its weights another last digit.
        found = dict.fromkeys(text.replace("\n", ""))
        return {one: log(known.passages / known.held_by("\0" + one)) + 0.1 for one in found}

    said = heard(query.sound)
    sound = tuple(map(rarity, query.sound_terms))
    return Wanted(
        query=query,
        said=said,
        chars=tuple(map(rarity, query.char_terms)),
        sound=sound,
        letters=alone(query.letters),
        heard=alone(said),
        places=named(query.question),
        late=pointed(said, sound),
        chunks=chunks,
    )


def pointed(said: str, sound: Sequence[Weighted]) -> tuple[Weighted, ...]:
    """Sound terms weighed by how late they stand in the question: the first not, the last in
    full."""
    last = max(1, len(said) - 2)
    return tuple(
        term._replace(weight=term.weight * max(0, said.rfind(term.text)) / last) for term in sound
    )


def named(question: str) -> tuple[tuple[str, str], ...]:
    """The places a question names, without their level (县, 市), in characters and in sound."""
    folded = fold(question)
    found = {mention.surface for mention in mentions(folded, load_gazetteer())}
    names = sorted(name[:-1] if len(name) > 2 else name for name in found)
    return tuple((name, listen(name)) for name in names)


def present(places: Sequence[tuple[str, str]], text: Text) -> float:
    """The share of the named places that are in the text; 1 when none is named."""
    held = sum(
        stands(name, text.chars, text.chars) or stands(sound, text.sound, text.chars)
        for name, sound in places
    )
    return held / len(places) if places else 1.0


def stands(name: str, among: str, chars: str) -> bool:
    """Whether a place's name, or its sound, is among the characters or sounds of a text of these
    characters, and not only as the end of another county's: 云县 is not in 祥云县."""
    if len(name) > SHORT:
        return name in among
    at = among.find(name)
    while at > 0 and chars[at - 1 : at + SHORT] in load_gazetteer().senses:
        at = among.find(name, at + 1)
    return at >= 0


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


def repeated(terms: Sequence[Weighted], text: str, how: Saturation = OFTEN) -> float:
    """BM25 as a share of the most it could be, so that questions compare."""
    damping = how.k1 * (1 - how.b + how.b * len(text) / USUAL)
    total = held = 0.0
    for term, weight, loose in terms:
        times = text.count(term)
        if times or not loose:
            total += weight
        if times:
            held += weight * times / (times + damping)
    return held / total if total else 0.0


def singles(symbols: Mapping[str, float], text: str) -> float:
    """The share of the weight of single characters or sounds that is in the text."""
    total = sum(symbols.values())
    return sum(weight for symbol, weight in symbols.items() if symbol in text) / (total or 1.0)


def signals(wanted: Wanted, text: Text) -> Signals:
    """Compare one chunk with the question."""
    near, where = best_window(wanted.sound, text.sound)
    around = text.sound[max(0, where - MARGIN) : where + WINDOW + MARGIN]
    title = text.sound[: text.head]
    return Signals(
        chars=coverage(wanted.chars, text.chars),
        sound=coverage(wanted.sound, text.sound),
        often=repeated(wanted.sound, text.sound),
        near=near,
        letters=singles(wanted.letters, text.chars),
        heard=singles(wanted.heard, text.sound),
        close=singles(wanted.heard, around),
        title=fuzz.partial_ratio(wanted.said, title) / 100 if len(title) > 1 else 0.0,
        order=fuzz.partial_ratio(wanted.said, around) / 100,
        place=present(wanted.places, text),
        late=repeated(wanted.late, text.sound[text.head :], LATE),
    )
