"""The index: articles in and out of it, and the chunks that may answer a question."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from itertools import islice, repeat
from operator import add as joined
from typing import NamedTuple

from sqlite_utils import Database

from store.chunks import Chunk, chunks, head, parts, words
from store.fold import comparable
from store.merging import step
from store.model import Article
from store.segments import ROWS, Found, Segment, begin, ids_of, look_up, put, segments, shuffled
from store.sound import listen
from store.terms import codes

BATCH = 4096
"""Chunks of one new segment; bounds the memory of adding."""
BULK = 32
"""Segments of a size that are let stand while very many are being added."""
BUDGET = 20_000
"""Postings read for one question, whatever the size of the archive."""
EARLY = 80
"""Chunks looked for before any more are asked for."""
WORTHWHILE = 500
"""Postings of a term for which it pays to find out whether they can be read faster."""
SAMPLE = 500
"""Chunks from which it is judged what the greatest scores are."""
SPARSE = 5
"""How many times the chunks with a score a term's must be for these to be searched for those."""
SLIGHT = 1e-6
"""More than what sums of the same values can differ by."""


class Survey(NamedTuple):
    """How many chunks are held, how many hold each term, and where."""

    chunks: int
    counts: Mapping[str, int]
    found: Mapping[str, list[Found]]


class Draft(NamedTuple):
    """A segment to be: its chunks, each with the place of its article among those drafted, and
    by key the local numbers of the chunks that hold a term, as bytes."""

    chunks: list[tuple[int, Chunk]]
    lists: dict[int, bytes]


def add(db: Database, articles: Sequence[Article]) -> None:
    """Index articles inside the caller's write transaction."""
    numbers = [article.number for article in articles]
    for draft in drafted(articles):
        enter(db, draft, numbers)
        step(db)


def drafted(articles: Sequence[Article]) -> Iterator[Draft]:
    """The work of indexing that needs no database; the articles need no numbers yet."""
    pieces = (
        (place, chunk, f"{head(article)}\n{words(parts(article), chunk)}")
        for place, article in enumerate(articles)
        for chunk in chunks(article)
    )
    while batch := list(islice(pieces, BATCH)):
        lists = inverted(text for _, _, text in batch)
        yield Draft([(place, chunk) for place, chunk, _ in batch], lists)


def inverted(texts: Iterable[str]) -> dict[int, bytes]:
    """By key the numbers, as bytes, of the texts that hold a term, in characters or in sound."""
    said = list(map(comparable, texts))
    # One channel after the other: a smaller table is quicker by more than the second pass costs.
    return {**of_channel(said), **of_channel(map(listen, said))}


def of_channel(texts: Iterable[str]) -> dict[int, bytes]:
    """The same for comparable texts."""
    lists: dict[int, bytes] = {}
    held = lists.get
    for local, text in enumerate(texts):
        found = codes(text)
        # A list of bytes grows by being made anew: cheaper, for all but the longest, than half a
        # million lists in the sight of the garbage collector.
        ids = repeat(local.to_bytes(2, "little"))
        lists.update(zip(found, map(joined, map(held, found, repeat(b"")), ids), strict=False))
    return dict(zip(map(shuffled, lists), lists.values(), strict=True))


def enter(db: Database, draft: Draft, numbers: Sequence[int]) -> None:
    """Write a segment inside the caller's write transaction; `numbers` are the articles'."""
    first = db.conn.execute("SELECT ifnull(max(first + span), 0) FROM segments").fetchone()[0]
    size = sum(map(len, draft.lists.values())) + 4 * len(draft.lists)
    put(db, begin(db, first, len(draft.chunks), size, None), draft.lists)
    db.conn.executemany(
        "INSERT INTO chunks (number, article, paragraph, start, last, stop)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            (number, numbers[place], *chunk)
            for number, (place, chunk) in enumerate(draft.chunks, first)
        ),
    )


def remove(db: Database, numbers: Sequence[int]) -> None:
    """Take articles out of the index, by number; those not in it are ignored."""
    db.conn.executemany("DELETE FROM chunks WHERE article = ?", ((number,) for number in numbers))


def rebuild(db: Database, articles: Iterable[Article]) -> None:
    """Index everything anew, in batches."""
    for table in ("segments", "chunks", "postings", "common"):
        db.conn.execute(f"DELETE FROM {table}")
    stream = iter(articles)
    while batch := list(islice(stream, BATCH // 2)):
        numbers = [article.number for article in batch]
        for draft in drafted(batch):
            enter(db, draft, numbers)
        while step(db, BULK):
            pass
    while step(db):
        pass


def survey(db: Database, wanted: Iterable[str]) -> Survey:
    """Where the terms are."""
    found = look_up(db, wanted)
    counts = {term: sum(one.size for one in held) for term, held in found.items()}
    return Survey(sum(one.span for one in segments(db)), counts, found)


def best(db: Database, seen: Survey, values: Mapping[str, float], depth: int) -> list[int]:
    """The `depth` chunks with the greatest sum of the values of the terms they hold.

    Only the rarest terms are read, within BUDGET postings, so that the cost does not grow with
    the archive; of chunks with equal sums the newer come first.
    """
    return greatest(tallied(db, seen, values, depth), depth)


def ranked(db: Database, seen: Survey, values: Mapping[str, float], depth: int) -> Iterator[int]:
    """The same one by one; what is not asked for is not looked for."""
    few = min(depth, EARLY)
    first = best(db, seen, values, few)
    yield from first
    if few < depth and len(first) == few:
        yield from best(db, seen, values, depth)[few:]


def greatest(scores: Mapping[int, float], depth: int) -> list[int]:
    """The `depth` numbers with the greatest scores, of equals the greater number first."""
    kept = list(scores)
    if len(scores) > depth:
        # A heap is quicker for a few, sorting for many.
        sums = scores.values()
        cut = nlargest(depth, sums)[-1] if depth <= EARLY else sorted(sums)[-depth]
        kept = [number for number, score in scores.items() if score >= cut]
    # Sorting keeps the order of equals, so two plain sorts do what one by pairs would, quicker.
    kept.sort(reverse=True)
    kept.sort(key=scores.__getitem__, reverse=True)
    return kept[:depth]


def tallied(
    db: Database, seen: Survey, values: Mapping[str, float], depth: int
) -> dict[int, float]:
    """The sums of values by chunk, of the `depth` greatest at least."""
    scores: dict[int, float] = {}
    terms = affordable(seen.counts, values)
    left = whole = sum(values[term] for term in terms)
    add = tally
    for term in terms:
        if seen.counts[term] > WORTHWHILE and left < whole / 2 and len(scores) > depth:
            # The rarest terms came first, so that the greatest are among the first to have a score.
            first = islice(scores.values(), SAMPLE)
            ahead = [score for score in first if score > left + SLIGHT]
            if len(ahead) >= depth:
                # Who holds none of the terms so far can no longer be among the greatest.
                least = nlargest(depth, ahead)[-1] - left - SLIGHT
                scores = {number: score for number, score in scores.items() if score >= least}
                add = raise_known
        for one in seen.found[term]:
            add(scores, one.segment, ids_of(db, term, one), values[term])
        left -= values[term]
    return scores


def affordable(counts: Mapping[str, int], values: Mapping[str, float]) -> list[str]:
    """The terms to read: the rarest within the budget, and always the rarest one."""
    chosen: list[str] = []
    spent = 0
    for term in sorted(values, key=lambda term: counts[term]):
        spent += counts[term]
        if counts[term] and values[term] > 0:
            if chosen and spent > BUDGET:
                break
            chosen.append(term)
    return chosen


def tally(scores: dict[int, float], segment: Segment, ids: array[int], value: float) -> None:
    """Add a term's value to each chunk that holds it."""
    base, known = segment.first, scores.get
    for local in ids:
        number = base + local
        scores[number] = known(number, 0.0) + value


def raise_known(
    scores: dict[int, float], segment: Segment, ids: array[int], value: float
) -> None:
    """Add a term's value to each chunk that has a score already; `ids` ascend."""
    base = segment.first
    if len(scores) * SPARSE > len(ids):
        for local in ids:
            number = base + local
            if number in scores:
                scores[number] += value
        return
    for number in scores:
        local = number - base
        at = bisect_left(ids, local)
        if at < len(ids) and ids[at] == local:
            scores[number] += value


def places(db: Database, numbers: Sequence[int]) -> dict[int, tuple[int, Chunk]]:
    """Article number and extent of the chunks that are still held."""
    found: dict[int, tuple[int, Chunk]] = {}
    for start in range(0, len(numbers), ROWS):
        group = numbers[start : start + ROWS]
        marks = ",".join("?" * len(group))
        rows = db.conn.execute(
            "SELECT number, article, paragraph, start, last, stop FROM chunks"
            f" WHERE number IN ({marks})",
            group,
        )
        for number, article, *extent in rows:
            found[number] = (article, Chunk(*extent))
    return found
