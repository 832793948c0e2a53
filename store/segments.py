"""Segments: which chunks hold a term, in rows that are written once and merged, never edited.

A segment has the chunks of a range of at most 65,536 numbers, so that a posting takes two bytes:
a chunk's local number, which is its number less the segment's first. A term's key is its code
times an odd constant modulo 2**32: a shuffle that spreads terms evenly over buckets and can be
undone. Key and local number are little-endian.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from secrets import randbits
from typing import Any, NamedTuple

from sqlite_utils import Database

from store.buckets import COMMON, Columns, packed, pick
from store.terms import code

SHUFFLE = 2654435761
WORD = 0xFFFFFFFF
CAPACITY = 0x10000
BUCKET = 1000
"""Bytes aimed at in a bucket: a few then share a database page and little of it is wasted."""
LEAST_BITS = 8
"""All keys of a bucket begin with the same byte."""
NUMBER_BITS = 31
"""Bits of a segment's number. It is drawn by lot and so is never given again, not even after a
transaction that was taken back or in another store: what is known of a segment stays true."""
REMEMBERED = 40_000
"""Terms of segments remembered from one question to the next, some ten megabytes."""
ROWS = 500
"""Keys asked for in one statement, below SQLite's limit of parameters."""


class Segment(NamedTuple):
    """A row of the table `segments`.

    It holds the chunks from `first` to before `first + span`, in about `size` bytes. `merged` is
    None when it can be asked; a segment that is being made of smaller ones says how many of its
    slices are there already.
    """

    number: int
    first: int
    span: int
    size: int
    merged: int | None = None

    @property
    def shift(self) -> int:
        """How many low bits of a key do not tell its bucket."""
        return 32 - max(LEAST_BITS, (self.size // BUCKET).bit_length())

    @property
    def stop(self) -> int:
        """The number after its last chunk."""
        return self.first + self.span


_known: dict[tuple[int, int], tuple[int, bytes | None] | None] = {}
"""By segment and key what `pick` gave."""
UNREAD = (0, None)
"""Stands for what is not known yet: no term is in no chunk."""


class Found(NamedTuple):
    """Where a term is in one segment: how many chunks, and their local numbers.

    `ids` is None for a common term, whose list is fetched only when it is wanted.
    """

    segment: Segment
    size: int
    ids: bytes | None


def key(term: str) -> int:
    """The shuffled number of a term."""
    return shuffled(code(term))


def shuffled(number: int) -> int:
    """The key of a term's code."""
    return number * SHUFFLE & WORD


def segments(db: Database) -> list[Segment]:
    """The segments that can be asked, oldest chunks first."""
    return [one for one in all_segments(db) if one.merged is None]


def all_segments(db: Database) -> list[Segment]:
    """Those that can be asked and those being made, oldest chunks first."""
    rows = db.conn.execute(
        "SELECT number, first, span, size, merged FROM segments ORDER BY first, number"
    )
    return [Segment(*row) for row in rows]


def begin(db: Database, first: int, span: int, size: int, merged: int | None) -> Segment:
    """A new segment, without terms."""
    made = Segment(randbits(NUMBER_BITS), first, span, size, merged)
    db.conn.execute(
        "INSERT INTO segments (number, first, span, size, merged) VALUES (?, ?, ?, ?, ?)", made
    )
    return made


def put(db: Database, segment: Segment, lists: Mapping[int, bytes]) -> None:
    """Write terms of a segment, by key: all of them, or all whose keys begin with some byte."""
    base = segment.number << 32
    columns, frequent = in_columns(lists)
    db.conn.executemany(
        "INSERT INTO postings (key, data) VALUES (?, ?)",
        ((base | place, data) for place, data in packed(columns, segment.shift)),
    )
    db.conn.executemany(
        "INSERT INTO common (key, data) VALUES (?, ?)",
        ((base | number, lists[number]) for number in frequent),
    )


def in_columns(lists: Mapping[int, bytes]) -> tuple[Columns, list[int]]:
    """Lists by key as a bucket wants them, and the keys of the common terms."""
    keys = sorted(lists)
    held = list(map(lists.__getitem__, keys))
    sizes = [len(ids) // 2 - 1 for ids in held]
    frequent = [i for i, size in enumerate(sizes) if size >= COMMON]
    for i in frequent:
        held[i] = sizes[i].to_bytes(2, "little")
        sizes[i] = COMMON
    return Columns(keys, bytes(sizes), held), [keys[i] for i in frequent]


def look_up(db: Database, terms: Iterable[str]) -> dict[str, list[Found]]:
    """Where each term is, a `Found` for every segment that holds it."""
    wanted = {key(term): term for term in terms}
    found: dict[str, list[Found]] = {term: [] for term in wanted.values()}
    held = segments(db)
    known = remembered(db, [(segment, number) for segment in held for number in wanted])
    for segment in held:
        for number, term in wanted.items():
            if (one := known[segment.number, number]) is not None:
                found[term].append(Found(segment, *one))
    return found


def remembered(
    db: Database, asked: Sequence[tuple[Segment, int]]
) -> Mapping[tuple[int, int], tuple[int, bytes | None] | None]:
    """What the segments' buckets say of the keys; only what is not known yet is read."""
    known: dict[tuple[int, int], tuple[int, bytes | None] | None] = {}
    rows: dict[int, list[tuple[int, int]]] = {}
    for one, key in asked:
        pair = one.number, key
        known[pair] = held = _known.get(pair, UNREAD)
        if held is UNREAD:
            known[pair] = None
            rows.setdefault(one.number << 32 | key >> one.shift, []).append(pair)
    for place, data in fetch(db, "key, data FROM postings", list(rows)):
        for pair in rows[place]:
            known[pair] = pick(data, pair[1])
    if len(_known) > REMEMBERED:
        _known.clear()
    _known.update(known)
    return known


def ids_of(db: Database, term: str, found: Found) -> array[int]:
    """The local chunk numbers of a term in a segment."""
    if found.ids is not None:
        return array("H", found.ids)
    place = found.segment.number << 32 | key(term)
    row = db.conn.execute("SELECT data FROM common WHERE key = ?", [place]).fetchone()
    return array("H", row[0])


def fetch(db: Database, what: str, keys: Sequence[int]) -> Iterator[tuple[int, Any]]:
    """Rows of `what` with these keys."""
    for start in range(0, len(keys), ROWS):
        batch = keys[start : start + ROWS]
        marks = ",".join("?" * len(batch))
        yield from db.conn.execute(f"SELECT {what} WHERE key IN ({marks})", batch)


def drop(db: Database, segment: Segment) -> None:
    """Delete a segment's rows; its chunks are the caller's."""
    first, after = segment.number << 32, (segment.number + 1) << 32
    for table in ("postings", "common"):
        db.conn.execute(f"DELETE FROM {table} WHERE key >= ? AND key < ?", (first, after))
    db.conn.execute("DELETE FROM segments WHERE number = ?", (segment.number,))
