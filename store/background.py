"""How common terms are in newspapers at large: what a small archive cannot know about rarity.

The table is `store/data/background.bin`, learned by `tests/learn_background.py`, which also
writes its provenance into the file's first line.
"""

from __future__ import annotations

import json
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import exp, log
from typing import NamedTuple

from store.terms import code

STEPS = 12
"""Steps a factor e of the stored logarithms: the counts are kept within 5 %."""
BOND = -3.0
"""How much two characters must attract each other to be taken for a word: a logarithm, beside
their chance to be in one text. Side by side in a word they reach it (机场 -2.1, 清理 -1.1), across
two words they do not (县有 -4.1)."""


class Background(NamedTuple):
    """Document frequencies of terms, and of single characters and sounds under a NUL."""

    passages: int
    codes: array[int]
    levels: bytes
    floor: float
    provenance: Mapping[str, object]

    def held_by(self, term: str) -> float:
        """How many of the `passages` hold the term; `floor` when it was too rare to be kept."""
        wanted = code(term)
        at = bisect_left(self.codes, wanted)
        if at < len(self.codes) and self.codes[at] == wanted:
            return exp(self.levels[at] / STEPS)
        return self.floor

    def bond(self, term: str) -> float:
        """How much oftener the two of a term go together than chance has it, a logarithm."""
        apart = self.held_by("\0" + term[0]) * self.held_by("\0" + term[1])
        return log(self.held_by(term) * self.passages / apart)

    def known(self, term: str) -> bool:
        """Whether the term is common enough to have been kept."""
        return self.held_by(term) > self.floor


@lru_cache(maxsize=1)
def background() -> Background:
    """The table that ships with the package."""
    return unpack((files("store") / "data" / "background.bin").read_bytes())


def pack(counts: Mapping[str, int], passages: int, least: int, provenance: object) -> bytes:
    """The file form of `counts`, without the terms held by fewer than `least` passages."""
    kept = sorted((code(term), count) for term, count in counts.items() if count >= least)
    levels = bytes(min(255, round(STEPS * log(count))) for _, count in kept)
    codes = array("I", (number for number, _ in kept))
    gaps = array("I", (b - a for a, b in zip([0, *codes], codes, strict=False)))
    head = {"passages": passages, "terms": len(kept), "least": least, "provenance": provenance}
    line = json.dumps(head, ensure_ascii=False).encode()
    return line + b"\n" + zlib.compress(levels + gaps.tobytes(), 9)


def unpack(data: bytes) -> Background:
    """The inverse of `pack`."""
    line, body = data.split(b"\n", 1)
    head = json.loads(line)
    raw = zlib.decompress(body)
    gaps = array("I", raw[head["terms"] :])
    codes = array("I")
    total = 0
    for gap in gaps:
        total += gap
        codes.append(total)
    floor = max(0.5, head["least"] / 4)
    return Background(
        head["passages"], codes, raw[: head["terms"]], floor, head["provenance"]
    )
