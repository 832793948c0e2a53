"""Learns `store/data/grams.xz`: which one, two and three characters stand side by side in print.

`python -m tests.learn_grams OUT FILE…` reads JSON Lines with a `text` (plain or `.xz`) and writes
the table to OUT. Only counts are kept, rounded to powers of two, under hashes; no text is. The last
thousand of every eight thousand texts are left out, so that there is something to measure on.

The file is compressed by xz: four bytes with the number of characters counted, four with the
number of gaps; a byte for each gap from one hash to the next (255 goes further without reaching
one); then a byte for each hash with the log2 of its count.
"""

from __future__ import annotations

import lzma
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from store.reading.grams import ALIKE, SKIP, hashed
from tests.learn_edges import texts

LEAST = {1: 100, 2: 12, 3: 20}
"""How often a gram of that length must be met to be kept."""
BLOCK, LEFT_OUT = 1000, 8
KEPT = re.compile(r"[\u4e00-\u9fff“”《》，、；：。（）？！…0a%]+")


def counted(told: Iterable[str]) -> tuple[int, dict[str, int]]:
    """How many characters there are, and the grams that are met often enough."""
    total = 0
    counts: dict[int, Counter[str]] = {1: Counter(), 2: Counter(), 3: Counter()}
    for text in told:
        text = text.translate(ALIKE)
        total += len(text)
        counts[1].update(text)
        counts[2].update(map("".join, pairwise(text)))
        counts[3].update(map("".join, zip(text, text[1:], text[2:], strict=False)))
    return total, {
        gram: count
        for size, found in counts.items()
        for gram, count in found.items()
        if count >= LEAST[size] and KEPT.fullmatch(gram)
    }


def packed(total: int, counts: dict[str, int]) -> bytes:
    """The table as it is kept; of two grams with one hash the commoner counts."""
    levels: dict[int, int] = {}
    for gram, count in sorted(counts.items(), key=lambda one: one[1]):
        levels[hashed(gram)] = round(math.log2(count))
    gaps = bytearray()
    for before, after in pairwise([0, *sorted(levels)]):
        further, rest = divmod(after - before, SKIP)
        gaps += bytes([SKIP] * further + [rest])
    kept = bytes(levels[one] for one in sorted(levels))
    head = total.to_bytes(4, "big") + len(gaps).to_bytes(4, "big")
    return lzma.compress(head + bytes(gaps) + kept, preset=9 | lzma.PRESET_EXTREME)


def main() -> None:
    """Writes the table of the files named."""
    told = (text for at, text in enumerate(texts(sys.argv[2:]), BLOCK) if at // BLOCK % LEFT_OUT)
    Path(sys.argv[1]).write_bytes(packed(*counted(told)))


if __name__ == "__main__":
    main()
