"""Which characters go together in print, and which begin a sentence: a small learned table.

`store/data/edges.txt` holds counts from some twenty million characters of news text, rounded to
powers of two; `tests/learn_edges.py` makes it. A pair that is not in it is rarer than any that is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib import resources

MOST = 8.0
RARE = -2
"""What a first character tells that is too rare to be known, in half nats."""


@dataclass(frozen=True, slots=True)
class Edges:
    """The table: log2 counts of characters and pairs, lifts of sentence beginnings in half
    nats."""

    total: float
    chars: dict[str, int]
    pairs: dict[str, int]
    starts: dict[str, int]
    firsts: dict[str, int]
    floor: float
    """The count that an absent pair is taken to have."""

    def together(self, left: str, right: str) -> float:
        """Pointwise mutual information in nats (-4 to 8) of two characters side by side; 0 when
        one of them is too rare to be known."""
        if left not in self.chars or right not in self.chars:
            return 0.0
        expected = 2.0 ** (self.chars[left] + self.chars[right]) / self.total
        level = self.pairs.get(left + right)
        seen = 0.0 if level is None else 2.0**level
        value = math.log((seen + self.floor) / (expected + self.floor))
        return max(-MOST / 2, min(MOST, value))

    def begins(self, text: str) -> float:
        """How much commoner a text's first characters are at a sentence's beginning than
        elsewhere, in nats (-5 to 6): what the first tells, and the second beside it."""
        told = self.firsts.get(text[:1], RARE) + self.starts.get(text[:2], 0)
        return max(-5.0, min(6.0, told / 2))


@cache
def edges() -> Edges:
    """The table that ships with the package, read once."""
    found: dict[str, dict[str, int]] = {"char": {}, "pair": {}, "start": {}, "first": {}}
    total = 1.0
    table = resources.files("store").joinpath("data/edges.txt").read_text("utf-8")
    for line in table.splitlines():
        name, level, *rest = line.split(" ", 2)
        if name == "total":
            total = float(level)
            continue
        size = 1 if name in ("char", "first") else 2
        found[name].update(
            {rest[0][i : i + size]: int(level) for i in range(0, len(rest[0]), size)}
        )
    floor = 2.0 ** min(found["pair"].values()) / 8
    return Edges(total, found["char"], found["pair"], found["start"], found["first"], floor)
