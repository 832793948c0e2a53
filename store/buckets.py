"""Buckets: how the terms of a segment and their lists lie in one row of bytes. Pure.

A bucket is a count, then a column each for the second, third and last byte of its terms' keys
(they share the first), a column of lengths, and the lists, two bytes a chunk. Columns rather than
records, so that a whole bucket is taken apart and put together by a few operations. Lists are
kept as the bytes of little-endian 16-bit numbers throughout.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

FREQUENT = 256
"""Chunks of a segment from which on a term is common: its list has a row of its own, and the
bucket says only how long that is. The length of a shorter list, less one, fits in a byte."""
COMMON = 255
"""The length that marks a common term."""
BYTES = [*range(2, 2 * FREQUENT, 2), 2]
"""Bytes of a list by its entry in the column of lengths."""


class Columns(NamedTuple):
    """Terms in the order of their keys: the keys, the lengths as they are written, the lists."""

    keys: Sequence[int]
    lengths: bytes
    lists: Sequence[bytes]


def packed(columns: Columns, shift: int) -> Iterator[tuple[int, bytes]]:
    """Bucket by bucket the keys' bits above `shift`, and the bytes."""
    keys, lengths, lists = columns
    raw = array("I", keys).tobytes()
    high, middle, low = raw[2::4], raw[1::4], raw[0::4]
    ends = list(accumulate(map(len, lists), initial=0))
    body = b"".join(lists)
    start = 0
    while start < len(keys):
        place = keys[start] >> shift
        stop = bisect_left(keys, place + 1 << shift, start)
        parts = [column[start:stop] for column in (high, middle, low, lengths)]
        count = (stop - start).to_bytes(2, "little")
        yield place, b"".join((count, *parts, body[ends[start] : ends[stop]]))
        start = stop


def unpacked(first: int, buckets: Iterable[bytes]) -> Columns:
    """What stands in buckets whose keys all begin with the byte `first`, in order of the key."""
    columns: tuple[list[bytes], ...] = ([], [], [], [], [])
    for data in buckets:
        count = int.from_bytes(data[:2], "little")
        start = 2
        for column in columns[:4]:
            column.append(data[start : start + count])
            start += count
        columns[4].append(data[start:])
    high, middle, low, lengths, body = map(b"".join, columns)
    raw = bytearray(4 * len(high))
    raw[0::4], raw[1::4], raw[2::4], raw[3::4] = low, middle, high, bytes([first]) * len(high)
    ends = list(accumulate(map(BYTES.__getitem__, lengths), initial=0))
    lists = list(map(body.__getitem__, map(slice, ends, ends[1:])))
    return Columns(array("I", bytes(raw)).tolist(), lengths, lists)


def pick(data: bytes, key: int) -> tuple[int, bytes | None] | None:
    """How many chunks hold the term of this key, and their list unless the term is common.

    None when the bucket does not have it.
    """
    count = int.from_bytes(data[:2], "little")
    base, stop = 2, 2 + count
    for shift in (16, 8, 0):
        byte = key >> shift & 0xFF
        base, stop = bisect_left(data, byte, base, stop), bisect_right(data, byte, base, stop)
        if base == stop:
            return None
        base, stop = base + count, stop + count
    before = data[2 + 3 * count : base]
    at = 2 + 4 * count + 2 * (sum(before) + len(before) - COMMON * before.count(COMMON))
    if data[base] == COMMON:
        return int.from_bytes(data[at : at + 2], "little") + 1, None
    size = data[base] + 1
    return size, data[at : at + 2 * size]
