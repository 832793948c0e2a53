"""What the signals of a chunk count for in the order of the candidates.

Two looks. The first compares all candidates. The second is only for those under the same heading,
the parts of a notice or of a series: there the heading tells nothing, and the point of the
question decides. Both sets of weights are fitted, listwise, by `tests/learn_ranking.py`; they are
in `store/data/ranking.json` with their provenance.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from operator import mul
from typing import NamedTuple

from store.match import Signals


class Weights(NamedTuple):
    """Weights by signal for all candidates, and for those under one heading."""

    first: Signals
    second: Signals


def score(found: Signals) -> float:
    """How well a chunk answers, 0-1."""
    first = weights().first
    return weighed(first, found) / sum(first)


def again(found: Signals) -> float:
    """How well a chunk answers beside others under the same heading; of no fixed range."""
    return weighed(weights().second, found)


def weighed(weights: Signals, found: Signals) -> float:
    """The weighed sum of the signals."""
    total: float = sum(map(mul, weights, found))
    return total


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The fitted weights that ship with the package."""
    told = json.loads((files("store") / "data" / "ranking.json").read_text("utf-8"))
    return Weights(named(told["first"]), named(told["second"]))


def named(weights: Mapping[str, float]) -> Signals:
    """Weights by name as signals; what is not named counts for nothing."""
    return Signals(**{name: weights.get(name, 0.0) for name in Signals._fields})
