"""Near words: others for the same thing (防洪, 防汛), always weaker than what was typed.

The table is `store/data/near.txt`, learned by `tests/learn_near.py`; `near.md` says from what.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

MOST = 1
"""Rewordings of one question: each costs as much as the question itself."""


def reworded(question: str) -> list[str]:
    """The folded question with one word replaced by a near one, the nearest words first."""
    found: dict[str, float] = {}
    known = table()
    for at in range(len(question)):
        for stop in range(at + 2, min(at + 4, len(question)) + 1):
            for other, like in known.get(question[at:stop], {}).items():
                said = question[:at] + other + question[stop:]
                found[said] = max(like, found.get(said, 0.0))
    return sorted(found, key=lambda said: -found[said])[:MOST]


@lru_cache(maxsize=1)
def table() -> Mapping[str, Mapping[str, float]]:
    """The near words of each word, with how alike they are used (0-1)."""
    near: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for line in (files("store") / "data" / "near.txt").read_text("utf-8").splitlines():
        one, other, like = line.split()
        near[one][other] = near[other][one] = float(like)
    return near
