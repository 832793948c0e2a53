"""The index: articles in and out of it, and the chunks that may answer a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from sqlite_utils import Database

from store.chunks import Chunk, chunks, head, parts, words
from store.merging import tidy
from store.model import Article
from store.segments import ROWS, Found, ids_of, in_order, look_up, write
from store.terms import terms

BATCH = 4096
"""Chunks of one new segment; bounds the memory of adding."""
BUDGET = 20_000
"""Postings read for one question, whatever the size of the archive."""


class Survey(NamedTuple):
    """How many chunks are held, how many hold each term, and where."""

    chunks: int
    counts: Mapping[str, int]
    found: Mapping[str, list[Found]]


def add(db: Database, articles: Sequence[Article]) -> None:
    """Index articles inside the caller's write transaction."""
    pieces = ((article, chunk) for article in articles for chunk in chunks(article))
    while batch := list(islice(pieces, BATCH)):
        add_segment(db, batch)
    tidy(db)


def remove(db: Database, numbers: Sequence[int]) -> None:
    """Take articles out of the index, by number; those not in it are ignored."""
    db.conn.executemany("DELETE FROM chunks WHERE article = ?", ((number,) for number in numbers))


def rebuild(db: Database, articles: Iterable[Article]) -> None:
    """Index everything anew, in batches."""
    for table in ("segments", "chunks", "postings", "common"):
        db.conn.execute(f"DELETE FROM {table}")
    stream = iter(articles)
    while batch := list(islice(stream, BATCH // 2)):
        add(db, batch)


def add_segment(db: Database, batch: Sequence[tuple[Article, Chunk]]) -> None:
    """Write one segment."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    total = 0
    for local, (article, chunk) in enumerate(batch):
        found = terms(f"{head(article)}\n{words(parts(article), chunk)}")
        total += len(found)
        for term in found:
            postings[term].append(local)
    segment = write(db, len(batch), 2 * total + 4 * len(postings), in_order(postings))
    db.conn.executemany(
        "INSERT INTO chunks (number, article, paragraph, start, last, stop)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            (segment.number << 16 | local, article.number, *chunk)
            for local, (article, chunk) in enumerate(batch)
        ),
    )


def survey(db: Database, wanted: Iterable[str]) -> Survey:
    """Where the terms are."""
    found = look_up(db, wanted)
    counts = {term: sum(one.size for one in held) for term, held in found.items()}
    total = db.execute("SELECT ifnull(sum(chunks), 0) FROM segments").fetchone()[0]
    return Survey(total, counts, found)


def best(db: Database, seen: Survey, values: Mapping[str, float], depth: int) -> list[int]:
    """The `depth` chunks with the greatest sum of the values of the terms they hold.

    Only the rarest terms are read, within BUDGET postings, so that the cost does not grow with
    the archive; of chunks with equal sums the newer come first.
    """
    scores: dict[int, float] = {}
    for term in affordable(seen.counts, values):
        for one in seen.found[term]:
            tally(scores, one.segment << 16, ids_of(db, term, one), values[term])
    if len(scores) <= depth:
        return sorted(scores, key=lambda number: (-scores[number], -number))
    cut = nlargest(depth, scores.values())[-1]
    kept = [number for number, score in scores.items() if score >= cut]
    return sorted(kept, key=lambda number: (-scores[number], -number))[:depth]


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


def tally(scores: dict[int, float], base: int, ids: Iterable[int], value: float) -> None:
    """Add a term's value to each chunk that holds it."""
    known = scores.get
    for local in ids:
        number = base | local
        scores[number] = known(number, 0.0) + value


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
