"""Which characters go on from which in print: a learned table of one to three side by side.

`store/data/grams.xz` holds how often each of the commoner ones stands in some thirty million
characters of news, as powers of two under hashes; `tests/learn_grams.py` makes it and says how it
is laid out. What is not in it is rarer than what is, or was never seen.
"""

from __future__ import annotations

import lzma
import math
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import accumulate, compress
from zlib import crc32

SHIFT = 6
"""Bits of a hash that are not kept: one strange gram in two hundred is taken for a known one."""
SKIP = 255
"""A gap that leads to no gram, only further."""
ABSENT_PAIR, ABSENT_TRIPLE = 3.0, 6.0
"""The most often that a gram may have been met which is not in the table. Fitted, as the two
below, on cuts of news that the table was not made from."""
BACK_PAIR, BACK_TRIPLE = 20.0, 10.0
"""How many sightings the shorter gram's forecast counts for beside the longer one's count."""
DIGITS = "0123456789０１２３４５６７８９"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
ALIKE = str.maketrans(
    DIGITS + LETTERS + ",;:()?!", "0" * len(DIGITS) + "a" * len(LETTERS) + "，；：（）？！"
)
"""Any digit is as good as another, and so is a letter; marks are of one width."""


def hashed(gram: str) -> int:
    """The number that a gram is kept under."""
    return crc32(gram.encode("utf-16-le")) >> SHIFT


@dataclass(frozen=True, slots=True)
class Grams:
    """The table: the characters counted, the hashes in order, and the log2 of each one's count."""

    total: int
    hashes: array[int]
    levels: bytes

    def count(self, gram: str) -> float:
        """How often a gram was met, to a power of two; 0 when it is not in the table."""
        wanted = hashed(gram)
        at = bisect_left(self.hashes, wanted)
        found = at < len(self.hashes) and self.hashes[at] == wanted
        return float(1 << self.levels[at]) if found else 0.0

    def one(self, char: str) -> float:
        """The chance (0-1) of a character."""
        return self.count(char) / self.total

    def two(self, before: str, char: str) -> float:
        """The chance of a character behind another."""
        base, met = self.one(char), self.count(before)
        seen = self.count(before + char) or min(ABSENT_PAIR, met * base)
        return (seen + BACK_PAIR * base) / (met + BACK_PAIR)

    def three(self, before: str, char: str) -> float:
        """The chance of a character behind two others."""
        base, met = self.two(before[1], char), self.count(before) or ABSENT_PAIR
        seen = self.count(before + char) or min(ABSENT_TRIPLE, met * base)
        return (seen + BACK_TRIPLE * base) / (met + BACK_TRIPLE)


@cache
def grams() -> Grams:
    """The table that ships with the package, read once."""
    packed = lzma.decompress(resources.files("store").joinpath("data/grams.xz").read_bytes())
    total, gaps = (int.from_bytes(packed[at : at + 4], "big") for at in (0, 4))
    steps = packed[8 : 8 + gaps]
    hashes = array("I", compress(accumulate(steps), map(SKIP.__ne__, steps)))
    return Grams(total, hashes, packed[8 + gaps :])


@lru_cache(maxsize=65536)
def goes_on(before: str, after: str) -> float:
    """How much likelier the first two characters of a text are behind the last two of another
    than anywhere, in nats; 0 where a character is too rare to be known, or either text too short.
    """
    table = grams()
    left, right = before[-2:].translate(ALIKE), after[:2].translate(ALIKE)
    if len(left + right) < 4 or not all(table.one(char) for char in left + right):
        return 0.0
    first = math.log(table.three(left, right[0]) / table.one(right[0]))
    return first + math.log(table.three(left[1] + right[0], right[1]) / table.two(*right))
