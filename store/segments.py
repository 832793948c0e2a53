"""Segments: which chunks hold a term, in blobs that are written once and merged, never edited.

Within a segment a chunk has a local number below 65,536, so that a posting takes two bytes. A
term's key is its code times an odd constant modulo 2**32: a shuffle that spreads terms evenly
over buckets and can be undone. Keys above 2**32 per segment do not occur.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from sqlite_utils import Database

from store.terms import code

SHUFFLE = 2654435761
WORD = 0xFFFFFFFF
CAPACITY = 0xFFFF
FREQUENT = 257
"""Chunks of a segment from which on a term is common and has a row of its own; the length of a
shorter list, less one, fits in a byte."""
BUCKET = 1000
"""Bytes aimed at in a bucket: a few then share a database page and little of it is wasted."""
ROWS = 500
"""Keys asked for in one statement, below SQLite's limit of parameters."""

Lists = Iterator[tuple[int, Sequence[int]]]


class Segment(NamedTuple):
    """A row of the table `segments`: its number, how many chunks, how many bits of bucket."""

    number: int
    chunks: int
    bits: int


class Found(NamedTuple):
    """Where a term is in one segment: how many chunks, and their local numbers.

    `ids` is None for a common term, whose list is fetched only when it is wanted.
    """

    segment: int
    size: int
    ids: array[int] | None


def key(term: str) -> int:
    """The shuffled number of a term."""
    return code(term) * SHUFFLE & WORD


def keys_of(terms: Collection[str]) -> list[int]:
    """`key` of many terms at once."""
    # The code is by design what UTF-16 makes of two characters, so one call encodes them all.
    codes = array("I", "".join(terms).encode("utf-16-le", "surrogatepass"))
    return [number * SHUFFLE & WORD for number in codes]


def segments(db: Database) -> list[Segment]:
    """All segments, oldest first."""
    rows = db.execute("SELECT number, chunks, bits FROM segments ORDER BY number")
    return [Segment(*row) for row in rows]


def write(db: Database, chunks: int, size: int, lists: Lists) -> Segment:
    """Store `lists`, pairs of key and local chunk numbers in order of the key, as a new segment.

    `size` is about how many bytes they will take.
    """
    bits = max(8, (size // BUCKET).bit_length())
    cursor = db.conn.execute("INSERT INTO segments (chunks, bits) VALUES (?, ?)", (chunks, bits))
    segment = Segment(cursor.lastrowid or 0, chunks, bits)
    frequent: list[tuple[int, int, bytes]] = []
    db.conn.executemany(
        "INSERT INTO postings (key, data) VALUES (?, ?)", buckets(segment, lists, frequent)
    )
    db.conn.executemany("INSERT INTO common (key, count, data) VALUES (?, ?, ?)", frequent)
    return segment


def buckets(
    segment: Segment, lists: Lists, frequent: list[tuple[int, int, bytes]]
) -> Iterator[tuple[int, bytes]]:
    """The bucket rows of a segment; common terms are put into `frequent` instead."""
    shift = 32 - segment.bits
    base = segment.number << 32
    current = -1
    keys: list[int] = []
    held: list[Sequence[int]] = []
    for number, ids in lists:
        if len(ids) >= FREQUENT:
            frequent.append((base | number, len(ids), array("H", ids).tobytes()))
            continue
        if number >> shift != current:
            if keys:
                yield base | current, pack(keys, held)
            current, keys, held = number >> shift, [], []
        keys.append(number)
        held.append(ids)
    if keys:
        yield base | current, pack(keys, held)


def pack(keys: Sequence[int], lists: Sequence[Sequence[int]]) -> bytes:
    """A bucket: its terms' keys, how long each list is, and the lists.

    All keys of a bucket share their first byte; the second is kept apart from the last two.
    """
    highs = bytes([number >> 16 & 0xFF for number in keys])
    lows = array("H", [number & 0xFFFF for number in keys])
    lengths = bytes([len(ids) - 1 for ids in lists])
    body = array("H", chain.from_iterable(lists))
    head = len(keys).to_bytes(2, "little") + highs
    return b"".join((head, lows.tobytes(), lengths, body.tobytes()))


def unpack(place: int, bits: int, data: bytes) -> Iterator[tuple[int, array[int]]]:
    """The keys and lists of the bucket at `place`."""
    count = int.from_bytes(data[:2], "little")
    first = (place & WORD) << (32 - bits) & 0xFF000000
    lows = array("H", data[2 + count : 2 + 3 * count])
    body = array("H", data[2 + 4 * count :])
    start = 0
    for i in range(count):
        stop = start + data[2 + 3 * count + i] + 1
        yield first | data[2 + i] << 16 | lows[i], body[start:stop]
        start = stop


def pick(data: bytes, number: int) -> array[int] | None:
    """The list of this key in a bucket, read without the others; None if it is not there."""
    count = int.from_bytes(data[:2], "little")
    high, low = number >> 16 & 0xFF, number & 0xFFFF
    start = bisect_left(data, high, 2, 2 + count) - 2
    stop = bisect_right(data, high, 2 + start, 2 + count) - 2
    base = 2 + count
    lows = array("H", data[base + 2 * start : base + 2 * stop])
    at = bisect_left(lows, low)
    if at == len(lows) or lows[at] != low:
        return None
    lengths = data[base + 2 * count : base + 3 * count]
    before = sum(lengths[: start + at]) + start + at
    body = base + 3 * count + 2 * before
    return array("H", data[body : body + 2 * lengths[start + at] + 2])


def look_up(db: Database, terms: Iterable[str]) -> dict[str, list[Found]]:
    """Where each term is, a `Found` for every segment that holds it."""
    wanted = {key(term): term for term in terms}
    found: dict[str, list[Found]] = {term: [] for term in wanted.values()}
    held = segments(db)
    rows: dict[int, list[int]] = {}
    for segment in held:
        shift = 32 - segment.bits
        for number in wanted:
            rows.setdefault(segment.number << 32 | number >> shift, []).append(number)
    for place, data in fetch(db, "key, data FROM postings", list(rows)):
        for number in rows[place]:
            if (ids := pick(data, number)) is not None:
                found[wanted[number]].append(Found(place >> 32, len(ids), ids))
    every = [segment.number << 32 | number for segment in held for number in wanted
             if segment.chunks >= FREQUENT]
    for place, count in fetch(db, "key, count FROM common", every):
        found[wanted[place & WORD]].append(Found(place >> 32, count, None))
    return found


def ids_of(db: Database, term: str, found: Found) -> array[int]:
    """The local chunk numbers of a term in a segment."""
    if found.ids is not None:
        return found.ids
    place = found.segment << 32 | key(term)
    row = db.execute("SELECT data FROM common WHERE key = ?", [place]).fetchone()
    return array("H", row[0])


def fetch(db: Database, what: str, keys: Sequence[int]) -> Iterator[tuple[int, Any]]:
    """Rows of `what` with these keys."""
    for start in range(0, len(keys), ROWS):
        batch = keys[start : start + ROWS]
        marks = ",".join("?" * len(batch))
        yield from db.conn.execute(f"SELECT {what} WHERE key IN ({marks})", batch)


def in_order(postings: Mapping[str, Sequence[int]]) -> Lists:
    """Postings gathered in memory, as `write` wants them."""
    lists = dict(zip(keys_of(postings), postings.values(), strict=True))
    return ((number, lists[number]) for number in sorted(lists))


def drop(db: Database, segment: Segment) -> None:
    """Delete a segment's rows; its chunks are the caller's."""
    first, after = segment.number << 32, (segment.number + 1) << 32
    for table in ("postings", "common"):
        db.conn.execute(f"DELETE FROM {table} WHERE key >= ? AND key < ?", (first, after))
    db.conn.execute("DELETE FROM segments WHERE number = ?", (segment.number,))
