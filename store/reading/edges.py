"""Which characters begin a sentence in print: a small learned table.

`store/data/edges.txt` holds, in half nats, how much commoner a character is at a sentence's
beginning than elsewhere, and the second beside it, in some twenty million characters of news;
`tests/learn_edges.py` makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

RARE = -2
"""What a first character tells that is too rare to be known, in half nats."""


@dataclass(frozen=True, slots=True)
class Edges:
    """The table: lifts of sentence beginnings, of pairs and of first characters, in half nats."""

    starts: dict[str, int]
    firsts: dict[str, int]

    def begins(self, text: str) -> float:
        """How much commoner a text's first characters are at a sentence's beginning than
        elsewhere, in nats (-5 to 6): what the first tells, and the second beside it."""
        told = self.firsts.get(text[:1], RARE) + self.starts.get(text[:2], 0)
        return max(-5.0, min(6.0, told / 2))


@cache
def edges() -> Edges:
    """The table that ships with the package, read once."""
    found: dict[str, dict[str, int]] = {"start": {}, "first": {}}
    table = resources.files("store").joinpath("data/edges.txt").read_text("utf-8")
    for line in table.splitlines():
        name, level, run = line.split(" ", 2)
        size = 1 if name == "first" else 2
        found[name].update({run[i : i + size]: int(level) for i in range(0, len(run), size)})
    return Edges(found["start"], found["first"])
