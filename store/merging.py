"""Small segments are merged into larger ones, so that a question looks into few of them.

A segment is rewritten a few times in its life, each time into one about three times as large;
what is full is never rewritten. Chunks of removed articles are dropped on the way.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator

from sqlite_utils import Database

from store.segments import CAPACITY, Segment, drop, segments, unpack, write

FAN = 4
SMALLEST = 250
SLICE = 1 << 24
"""Keys merged at a time; all keys of a bucket lie in one slice."""


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
    made = write(db, total, size, joined(db, group, moves))
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


def joined(
    db: Database, group: list[Segment], moves: list[list[int]]
) -> Iterator[tuple[int, array[int]]]:
    """The lists of all segments in order of the key, with the new numbers."""
    for first in range(0, 1 << 32, SLICE):
        lists: dict[int, array[int]] = {}
        for segment, move in zip(group, moves, strict=True):
            whole = bool(move) and min(move) >= 0
            for number, ids in slice_of(db, segment, first):
                new = shifted(ids, move[0]) if whole else kept(ids, move)
                if number in lists:
                    lists[number].extend(new)
                elif new:
                    lists[number] = new
        yield from sorted(lists.items())


def slice_of(db: Database, segment: Segment, first: int) -> Iterator[tuple[int, array[int]]]:
    """The lists of a segment whose keys are from `first` to `first` plus SLICE."""
    base, shift = segment.number << 32, 32 - segment.bits
    rare = db.conn.execute(
        "SELECT key, data FROM postings WHERE key >= ? AND key < ?",
        (base | first >> shift, base + (first + SLICE >> shift)),
    )
    for place, data in rare.fetchall():
        yield from unpack(place, segment.bits, data)
    common = db.conn.execute(
        "SELECT key, data FROM common WHERE key >= ? AND key < ?",
        (base | first, base + first + SLICE),
    )
    for place, data in common.fetchall():
        yield place - base, array("H", data)


def shifted(ids: array[int], offset: int) -> array[int]:
    """New numbers where nothing was removed: they differ from the old by a constant."""
    return array("H", [i + offset for i in ids]) if offset else ids


def kept(ids: array[int], move: list[int]) -> array[int]:
    """New numbers of the chunks still held."""
    return array("H", [move[i] for i in ids if move[i] >= 0])
