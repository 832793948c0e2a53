"""Learns `store/data/edges.txt`: which characters go together, and which begin a sentence.

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

CHARACTERS, PAIRS, STARTS = 3_500, 16_000, 6_000
"""How many of the commonest of each are kept."""

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
    """Lines of the table: `char` and `pair` with log2 of their count, `start` with the whole nats
    by which a pair is commoner at a sentence's beginning; then the characters run together."""
    single, pairs, starts = counted(paths)
    total, began = sum(single.values()), sum(starts.values())
    yield f"total {total}"
    common = [(c, n) for c, n in single.most_common(2 * CHARACTERS) if KEPT.fullmatch(c * 2)]
    yield from _grouped("char", {c: round(math.log2(n)) for c, n in common[:CHARACTERS]})
    common = [(p, n) for p, n in pairs.most_common(2 * PAIRS) if KEPT.fullmatch(p)]
    yield from _grouped("pair", {p: round(math.log2(n)) for p, n in common[:PAIRS]})
    lifts = {
        pair: max(-3, min(4, round(math.log(count / began / (pairs[pair] / total)))))
        for pair, count in starts.most_common(STARTS)
        if KEPT.fullmatch(pair)
    }
    first: Counter[str] = Counter()
    for pair, count in starts.items():
        first[pair[0]] += count
    yield from _grouped(
        "first",
        {
            c: max(-4, min(4, round(math.log((first[c] + 1) / (1 + n / total * began)))))
            for c, n in [
                (c, n) for c, n in single.most_common(2 * CHARACTERS) if KEPT.fullmatch(c * 2)
            ][:CHARACTERS]
        },
    )
    yield from _grouped("start", {pair: lift for pair, lift in lifts.items() if lift})


def _grouped(name: str, levels: dict[str, int]) -> Iterator[str]:
    for level in sorted(set(levels.values())):
        yield f"{name} {level} {''.join(sorted(k for k, v in levels.items() if v == level))}"


def main() -> None:
    """Prints the table of the files named."""
    for line in table(sys.argv[1:]):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
