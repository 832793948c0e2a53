"""Which article a piece of text speaks of. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from store.reading.nodes import Node


class Topics:
    """Which article a piece speaks of: shared character bigrams, rare ones counting more."""

    def __init__(self, nodes: Iterable[Node]) -> None:
        self.parts: dict[int, Counter[str]] = {}
        self.spread: Counter[str] = Counter()
        for node in nodes:
            self.parts.setdefault(node.part, Counter()).update(set(_grams(node.piece.text)))
        for grams in self.parts.values():
            self.spread.update(grams.keys())
        self.known: dict[tuple[int, int, int], float] = {}

    def pull(self, node: Node, part: int) -> float:
        """How much more a piece shares with another article than with the rest of its own."""
        return self._shared(node, part) - self._shared(node, node.part)

    def _shared(self, node: Node, part: int) -> float:
        """Share (0-1) of a piece's distinct bigrams, weighted, that an article also has."""
        key = (node.order, node.part, part)
        if key not in self.known:
            own = 1 if part == node.part else 0
            grams = set(_grams(node.piece.text))
            weights = {g: 1 / (1 + self.spread[g]) ** 0.5 for g in grams}
            total = sum(weights.values()) or 1.0
            there = self.parts.get(part, Counter())
            self.known[key] = sum(w for g, w in weights.items() if there[g] > own) / total
        return self.known[key]


def _grams(text: str) -> list[str]:
    return [text[i : i + 2] for i in range(len(text) - 1) if text[i : i + 2].isalpha()]
