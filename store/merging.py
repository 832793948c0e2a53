"""Small segments are merged into larger ones, so that a question looks into few of them.

A segment is rewritten a few times in its life, each time into one about three times as large;
what is full is never rewritten. Chunks of removed articles are dropped on the way.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from heapq import merge as merged
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from store.segments import CAPACITY, Segment, drop, segments, unpack, write

FAN = 3
SMALLEST = 250


def tidy(db: Database) -> None:
    """Merge segments of like size until no size has too many."""
    while group := crowded(segments(db)):
        merge(db, group)


def crowded(held: list[Segment]) -> list[Segment]:
    """The smallest segments of one level that are to be one, or none."""
    levels: dict[int, list[Segment]] = {}
    for segment in held:
        levels.setdefault(level(segment.chunks), []).append(segment)
    for _, group in sorted(levels.items()):
        taken: list[Segment] = []
        for segment in sorted(group, key=lambda one: one.chunks):
            if sum(one.chunks for one in taken) + segment.chunks <= CAPACITY:
                taken.append(segment)
        chunks = sum(one.chunks for one in taken)
        if len(taken) >= FAN or (len(taken) > 1 and chunks > CAPACITY * 3 // 4):
            return sorted(taken)
    return []


def level(chunks: int) -> int:
    """The size class of a segment."""
    size = 0
    while chunks >= SMALLEST * FAN ** (size + 1):
        size += 1
    return size


def merge(db: Database, group: list[Segment]) -> None:
    """Replace `group` by one segment that holds their live chunks."""
    moves = renumbered(db, group)
    total = sum(len([new for new in move if new >= 0]) for move in moves)
    size = sum(
        db.execute(
            "SELECT ifnull(sum(length(data)), 0) FROM postings WHERE key >= ? AND key < ?",
            [one.number << 32, (one.number + 1) << 32],
        ).fetchone()[0]
        for one in group
    )
    streams = [stream(db, one, move) for one, move in zip(group, moves, strict=True)]
    made = write(db, total, size, joined(streams))
    for segment, move in zip(group, moves, strict=True):
        db.conn.executemany(
            "UPDATE chunks SET number = ? WHERE number = ?",
            [
                (made.number << 16 | new, segment.number << 16 | old)
                for old, new in enumerate(move)
                if new >= 0
            ],
        )
        drop(db, segment)


def renumbered(db: Database, group: list[Segment]) -> list[list[int]]:
    """For each segment, the new local number by the old one; -1 for chunks no longer held."""
    moves = []
    following = 0
    for segment in group:
        move = [-1] * segment.chunks
        rows = db.execute(
            "SELECT number & 65535 FROM chunks WHERE number >= ? AND number < ? ORDER BY number",
            [segment.number << 16, (segment.number + 1) << 16],
        )
        for (old,) in rows.fetchall():
            move[old] = following
            following += 1
        moves.append(move)
    return moves


def stream(
    db: Database, segment: Segment, move: list[int]
) -> Iterator[tuple[int, array[int]]]:
    """A segment's lists in order of the key, with the new numbers."""
    first, after = segment.number << 32, (segment.number + 1) << 32
    rare = db.conn.cursor().execute(
        "SELECT key, data FROM postings WHERE key >= ? AND key < ? ORDER BY key", (first, after)
    )
    common = db.conn.cursor().execute(
        "SELECT key, data FROM common WHERE key >= ? AND key < ? ORDER BY key", (first, after)
    )
    buckets = (one for place, data in rare for one in unpack(place, segment.bits, data))
    rows = ((place - first, array("H", data)) for place, data in common)
    whole = bool(move) and min(move) >= 0
    offset = move[0] if whole else 0
    for number, ids in merged(buckets, rows, key=itemgetter(0)):
        if whole:
            # Nothing was removed: the new numbers differ from the old by a constant.
            yield number, array("H", [i + offset for i in ids]) if offset else ids
        else:
            yield number, array("H", [move[i] for i in ids if move[i] >= 0])


def joined(streams: list[Iterator[tuple[int, array[int]]]]) -> Iterator[tuple[int, array[int]]]:
    """The lists of several segments, those of the same term one behind the other."""
    for number, group in groupby(merged(*streams, key=itemgetter(0)), key=itemgetter(0)):
        ids = array("H")
        for _, more in group:
            ids.extend(more)
        if ids:
            yield number, ids
