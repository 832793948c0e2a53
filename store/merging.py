"""Small segments are merged into larger ones, so that a question looks into few of them.

A segment is rewritten a few times in its life, each time into one about four times as large;
what is full is never rewritten. A merge goes on in steps, slice by slice of the key space: the
larger segment can be asked only when it is whole, so each step is a short transaction of its own
and may be the last for a long time. Chunks of removed articles are dropped on the way.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import repeat
from operator import add

from sqlite_utils import Database

from store.buckets import COMMON, unpacked
from store.segments import CAPACITY, Segment, all_segments, begin, drop, put

FAN = 4
"""Segments of a size that are made one."""
SMALLEST = 250
"""Chunks below which all sizes are one."""
SLICES = 256
"""Steps of the key space: all keys of a slice begin with the same byte."""
SLICE_BITS = 24
WORK = 4_000_000
"""Bytes merged in one step: a fraction of a second."""


def step(db: Database, fan: int = FAN, work: int = WORK) -> bool:
    """Merge about `work` bytes more, the smallest first; gives whether anything is left to do.

    A larger `fan` leaves more segments for fewer rewrites.
    """
    while True:
        held = all_segments(db)
        if group := crowded(held, fan):
            span, size = sum(one.span for one in group), sum(one.size for one in group)
            begin(db, group[0].first, span, size, merged=0)
            continue
        making = [one for one in held if one.merged is not None]
        if not making or work <= 0:
            return bool(making)
        target = min(making, key=lambda one: one.size)
        work -= advance(db, target, sources(held, target), work)


def sources(held: list[Segment], target: Segment) -> list[Segment]:
    """The segments that `target` is being made of."""
    return [
        one for one in held if one.merged is None and target.first <= one.first < target.stop
    ]


def crowded(held: list[Segment], fan: int) -> list[Segment]:
    """The first neighbours of small size that are to be one, or none."""
    for height in range(level(CAPACITY) + 1):
        for stretch in stretches(held, height):
            group = fitting(stretch)
            chunks = sum(one.span for one in group)
            if len(group) >= fan or (len(group) > 1 and chunks > CAPACITY * 3 // 4):
                return group
    return []


def stretches(held: list[Segment], height: int) -> Iterator[list[Segment]]:
    """From each segment the run of neighbours of at most this level that are in no merge yet."""
    making = [one for one in held if one.merged is not None]
    run: list[Segment] = []
    for one in held:
        taken = any(target.first <= one.first < target.stop for target in making)
        if taken or level(one.span) > height:
            yield from (run[i:] for i in range(len(run)))
            run = []
        else:
            run.append(one)
    yield from (run[i:] for i in range(len(run)))


def fitting(stretch: list[Segment]) -> list[Segment]:
    """As many of a stretch, from its start, as make one segment."""
    total = 0
    for i, one in enumerate(stretch):
        total += one.span
        if total > CAPACITY:
            return stretch[:i]
    return stretch


def level(chunks: int) -> int:
    """The size class of a segment."""
    size = 0
    while chunks >= SMALLEST * FAN ** (size + 1):
        size += 1
    return size


def advance(db: Database, target: Segment, group: list[Segment], work: int) -> int:
    """Merge slices into `target` until they come to `work` bytes; gives how many they did."""
    gone = [removed(db, one) for one in group]
    done, at = 0, target.merged or 0
    while at < SLICES and done < work:
        lists: dict[int, bytes] = {}
        for one, dead in zip(group, gone, strict=True):
            keys, ids = slice_of(db, one, at, one.first - target.first, dead)
            lists.update(zip(keys, map(add, map(lists.get, keys, repeat(b"")), ids), strict=True))
        put(db, target, lists)
        done += sum(map(len, lists.values())) + 4 * len(lists)
        at += 1
    if at < SLICES:
        db.conn.execute("UPDATE segments SET merged = ? WHERE number = ?", (at, target.number))
        return done
    for one in group:
        drop(db, one)
    db.conn.execute("UPDATE segments SET merged = NULL WHERE number = ?", (target.number,))
    return done


def removed(db: Database, segment: Segment) -> set[int]:
    """The local numbers of a segment's chunks that are no longer held."""
    rows = db.conn.execute(
        "SELECT number - ? FROM chunks WHERE number >= ? AND number < ?",
        (segment.first, segment.first, segment.stop),
    )
    return set(range(segment.span)).difference(number for (number,) in rows)


def slice_of(
    db: Database, segment: Segment, at: int, offset: int, gone: set[int]
) -> tuple[list[int], list[bytes]]:
    """The terms of a slice of a segment that are still held, with local numbers `offset` higher."""
    first, base = at << SLICE_BITS, segment.number << 32
    last = first + (1 << SLICE_BITS) - 1
    rows = db.conn.execute(
        "SELECT data FROM postings WHERE key >= ? AND key <= ? ORDER BY key",
        (base | first >> segment.shift, base | last >> segment.shift),
    )
    keys, lengths, lists = unpacked(at, [data for (data,) in rows])
    held = list(lists)
    place = {key: i for i, key in enumerate(keys) if lengths[i] == COMMON}
    for number, data in db.conn.execute(
        "SELECT key, data FROM common WHERE key >= ? AND key <= ?", (base | first, base | last)
    ):
        held[place[number - base]] = data
    if gone:
        held = [kept(ids, gone) for ids in held]
        keys = [number for number, ids in zip(keys, held, strict=True) if ids]
        held = [ids for ids in held if ids]
    return list(keys), moved(held, offset) if offset else held


def moved(lists: list[bytes], offset: int) -> list[bytes]:
    """Lists of the same chunks, counted from `offset` before."""
    body = array("H", map(offset.__add__, array("H", b"".join(lists)))).tobytes()
    made, start = [], 0
    for ids in lists:
        made.append(body[start : start + len(ids)])
        start += len(ids)
    return made


def kept(ids: bytes, gone: set[int]) -> bytes:
    """A list without the chunks no longer held."""
    held = array("H", ids)
    if gone.isdisjoint(held):
        return ids
    return array("H", [i for i in held if i not in gone]).tobytes()
