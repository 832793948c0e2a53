"""Text printed twice: loops inside an article, overlaps at a cut, another article's text."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from store.model import Repair
from store.reading.parts import Draught, Part, Piece
from store.reading.runs import MARKS, SHORTEST_TANDEM, Run, overlap, runs, tandems
from store.reading.words import ends_sentence

SHORTEST = 20
"""Characters that a repeated sentence must have to be taken out."""

TELLING = re.compile(r"\d+|[县镇乡旗盟]|村民|记者|近日|日前|[去今]年|本报讯|目前|[^“，。]说")
STRANGER = 1.0
"""Difference of tone (in a hundred characters) that settles whose a copied block is."""

MOST_SHARED = 40
FOREIGN = 60
"""Text this long inside two articles, in pieces of half of it, belongs to one of them."""

FITTING, CLEARLY = 0.3, 1.3
"""How well a block must fit an article, and how much better than the other, to be given to it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece's text begins in the whole text."""

    start: int
    part: int
    piece: int


def remove_repeats(draught: Draught) -> None:
    """Takes repeated text out of where it does not belong and names it among the discards."""
    whole, places = _whole(draught.parts)
    cuts = [*_loops(whole, places, draught.parts), *_overlaps(whole, places)]
    _apply(draught, places, cuts)
    whole, places = _whole(draught.parts)
    _apply(draught, places, list(_foreign(whole, places, draught.parts)))


@dataclass(frozen=True, slots=True)
class Cut:
    """A range of the whole text to be taken out, and why."""

    start: int
    end: int
    why: str
    confidence: float


def _whole(parts: list[Part]) -> tuple[str, list[Place]]:
    """All pieces in printed order, a line break after each, and where each begins."""
    order = sorted(
        (piece.start, p, i) for p, part in enumerate(parts) for i, piece in enumerate(part.pieces)
    )
    texts, places, at = [], [], 0
    for _, p, i in order:
        places.append(Place(at, p, i))
        texts.append(parts[p].pieces[i].text.replace("\n", " ") + "\n")
        at += len(texts[-1])
    return "".join(texts), places


def _place(places: list[Place], at: int) -> Place:
    return places[bisect_right(places, at, key=lambda p: p.start) - 1]


def _loops(whole: str, places: list[Place], parts: list[Part]) -> Iterator[Cut]:
    """Within one article: tandem repeats, and sentences said again word for word.

    An article's pieces are searched as one text, for a sentence may be whole in one place and cut
    in two in the other.
    """
    yield from (Cut(at, at + size, "loop", 0.85) for at, size in tandems(whole))
    mine: dict[int, list[Place]] = {}
    for place in places:
        mine.setdefault(place.part, []).append(place)
    for own in mine.values():
        texts = [parts[p.part].pieces[p.piece].text for p in own]
        starts = [0, *accumulate(len(t) for t in texts)]
        joined = "".join(texts)
        for run in runs(joined):
            for start, end in _sentences_of(joined, starts, run):
                at = bisect_right(starts, start) - 1
                offset = own[at].start - starts[at]
                yield Cut(start + offset, end + offset, "loop", 0.9)


def _sentences_of(text: str, starts: list[int], run: Run) -> Iterator[tuple[int, int]]:
    """The parts of a run that may go, piece by piece: whole sentences of some length, or a whole
    piece."""
    first = bisect_right(starts, run.at) - 1
    for low, high in pairwise(starts[first:]):
        if low >= run.at + run.size:
            return
        start, end = max(low, run.at), min(high, run.at + run.size)
        if (start, end) == (low, high) and end - start >= SHORTEST_TANDEM:
            yield start, end
            continue
        # A run reaches back over the full stop before it, which belongs to the sentence it ends.
        while start < end and start > low and not _begins(text, start):
            start += 1
        while end > start and end < high and not _begins(text, end):
            end -= 1
        if end - start >= SHORTEST:
            yield start, end


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins at `at`: after an end, and not with what still belongs to one."""
    return ends_sentence(text[max(0, at - 3) : at]) and text[at] not in MARKS


def _overlaps(whole: str, places: list[Place]) -> Iterator[Cut]:
    """The start of a piece that says again the end of the piece printed before it."""
    for before, place in pairwise(places):
        left = whole[before.start : place.start - 1]
        right = whole[place.start : place.start + 200].split("\n", 1)[0]
        if size := overlap(left, right):
            yield Cut(place.start, place.start + size, "overlap", 0.95)


def _foreign(whole: str, places: list[Place], parts: list[Part]) -> Iterator[Cut]:
    """Blocks that stand in two articles, taken out of the one they fit less."""
    pairs: dict[tuple[int, int], list[Run]] = {}
    for run in runs(whole):
        home, other = _place(places, run.of).part, _place(places, run.at).part
        if home != other and run.size >= SHORTEST:
            pairs.setdefault((home, other), []).append(run)
    for (first, second), found in pairs.items():
        sizes = [run.size for run in found]
        if sum(sizes) < FOREIGN or max(sizes) < FOREIGN / 2:
            continue
        shared = [whole[run.at : run.at + run.size] for run in found]
        keeps = _rightful(shared, parts[first], parts[second])
        if keeps is None:
            # Either could be the rightful one: both keep it, a person decides.
            parts[first].flag("doubtful_copy")
            parts[second].flag("doubtful_copy")
            continue
        for run in found:
            start = run.at if keeps is parts[first] else run.of
            yield Cut(start, start + run.size, "foreign", 0.8)


def _rightful(shared: list[str], first: Part, second: Part) -> Part | None:
    """The article that shared text belongs to: by its words, else by its tone; None in doubt."""
    fits = _fits(shared, first), _fits(shared, second)
    if max(fits) >= FITTING and max(fits) >= CLEARLY * min(fits):
        return first if fits[0] > fits[1] else second
    strange = _strangeness(shared, first), _strangeness(shared, second)
    if min(strange) < 0 or abs(strange[0] - strange[1]) < STRANGER:
        return None
    return first if strange[0] < strange[1] else second


def _strangeness(shared: list[str], part: Part) -> float:
    """How much sparser or denser in places, times and figures the shared text is than the rest of
    an article: a paragraph of an essay stands out in a report, and the other way round. Below 0
    where too little is left to tell."""
    rest = _rest(shared, part)
    return abs(_density("".join(shared)) - _density(rest)) if len(rest) >= FOREIGN else -1.0


def _density(text: str) -> float:
    """Places, times and figures in a hundred characters."""
    return 100 * len(TELLING.findall(text)) / max(1, len(text))


def _rest(shared: list[str], part: Part) -> str:
    """An article's text without the shared stretches; only so many, that the work stays small
    where two long texts have thousands in common."""
    rest = part.body
    for text in shared[:MOST_SHARED]:
        rest = rest.replace(text, "\n")
    return rest


def _fits(shared: list[str], part: Part) -> float:
    """How much of the shared text's vocabulary the rest of an article has, its headline most."""
    rest = _rest(shared, part)
    words = {g for text in shared for g in _grams(text)}
    own, title = set(_grams(rest)), set(_grams(part.headline))
    headline = 3 * len(words & title) / (2 + len(title))
    return headline + len(words & own) / math.pow(50 + len(own), 0.75)


def _grams(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2].isalpha()]


def _apply(draught: Draught, places: list[Place], cuts: list[Cut]) -> None:
    """Takes the ranges out of their pieces, from the end so that offsets stay true."""
    for start, end, cut in reversed(_merged(cuts)):
        at = bisect_right(places, start, key=lambda p: p.start) - 1
        while at >= 0 and at < len(places) and places[at].start < end:
            _take_out(draught, places[at], start, end, cut)
            at += 1
    for part in draught.parts:
        part.pieces = [p for p in part.pieces if p.text.strip()]


def _merged(cuts: list[Cut]) -> list[tuple[int, int, Cut]]:
    merged: list[tuple[int, int, Cut]] = []
    for cut in sorted(cuts, key=lambda c: (c.start, -c.end)):
        if merged and cut.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], cut.end), merged[-1][2])
        else:
            merged.append((cut.start, cut.end, cut))
    return merged


def _take_out(draught: Draught, place: Place, start: int, end: int, cut: Cut) -> None:
    part = draught.parts[place.part]
    piece = part.pieces[place.piece]
    low, high = max(start - place.start, 0), min(end - place.start, len(piece.text))
    if low >= high:
        return
    notes = piece.notes(cut.why, low, high)
    draught.discards.extend(notes)
    part.repairs.append(Repair(cut.why, notes[0].span, cut.confidence, piece.text[low:high][:40]))
    part.pieces[place.piece] = _whole_again(piece, low, high)


def _whole_again(piece: Piece, low: int, high: int) -> Piece:
    """The piece without the range; what is left of a sentence whose end was taken stays."""
    left = piece.without(low, high)
    return left if left.text.strip("，,、 ") or not ends_sentence(piece.text) else Piece("", ())
