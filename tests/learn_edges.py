"""Learns `store/data/edges.txt`: which characters begin a sentence.

`python -m tests.learn_edges FILE…` reads JSON Lines with a `text` (plain or `.xz`), counts pairs
of neighbouring characters and the first characters of sentences, and prints the table to
standard output. Only counts are kept, rounded to powers of two; no text is.
"""

from __future__ import annotations

import json
import lzma
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

CHARACTERS = 3_500
"""How many of the commonest are kept."""
LEAST, FEW = 80, 4
"""Pairs met less often are not looked at; added to small counts before they are compared."""
MOST = 8

SENTENCE = re.compile(r"(?:^|(?<=[。！？\s”]))([\u4e00-\u9fff“《（\d][\u4e00-\u9fff“《（\d])")
KEPT = re.compile(r"[\u4e00-\u9fff“”《》，、；：]{2}")


def texts(paths: Iterable[str]) -> Iterator[str]:
    """The texts of the files, width of digits and marks as printed."""
    for path in paths:
        kind = lzma.open if path.endswith(".xz") else open
        with kind(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


def counted(paths: Iterable[str]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Characters, neighbouring pairs, and pairs that begin a sentence."""
    single: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    for text in texts(paths):
        single.update(text)
        pairs.update(map("".join, pairwise(text)))
        starts.update(SENTENCE.findall(text))
    return single, pairs, starts


def table(paths: Iterable[str]) -> Iterator[str]:
    """Lines of the table: `first` and `start` with the half nats by which a character is commoner
    at a sentence's beginning than elsewhere, and a pair than its first character alone makes it
    there; each with the characters run together."""
    single, pairs, starts = counted(paths)
    common = [(c, n) for c, n in single.most_common(2 * CHARACTERS) if KEPT.fullmatch(c * 2)]
    chars = common[:CHARACTERS]
    first: Counter[str] = Counter()
    for pair, count in starts.items():
        first[pair[0]] += count
    share = sum(starts.values()) / sum(single.values())
    yield from _grouped("first", {c: half_nats(first[c] + 1, (n + 5) * share) for c, n in chars})
    lifts = {
        pair: half_nats(starts[pair] + FEW, first[pair[0]] * n / single[pair[0]] + FEW)
        for pair, n in pairs.items()
        if n >= LEAST and KEPT.fullmatch(pair)
    }
    yield from _grouped("start", {pair: lift for pair, lift in lifts.items() if lift})


def half_nats(seen: float, expected: float) -> int:
    """How much more was seen than expected, a logarithm in steps of half a nat, four at most."""
    return max(-MOST, min(MOST, round(2 * math.log(seen / expected))))


def _grouped(name: str, levels: dict[str, int]) -> Iterator[str]:
    for level in sorted(set(levels.values())):
        yield f"{name} {level} {''.join(sorted(k for k, v in levels.items() if v == level))}"


def main() -> None:
    """Prints the table of the files named."""
    for line in table(sys.argv[1:]):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
