"""From signals to the chance that the first answer is right."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp

FOUND = 0.5
"""The chance from which an answer is claimed."""


def chance(weights: Mapping[str, float], signals: Mapping[str, float]) -> float:
    """A logistic regression: the chance (0-1) for these signals."""
    total = weights.get("bias", 0.0) + sum(
        weights.get(name, 0.0) * value for name, value in signals.items()
    )
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def weights() -> Mapping[str, float]:
    """The fitted weights."""
    return {"bias": -6.0, "near": 4.0, "sound": 3.0, "chars": 2.0, "title": 1.0, "lead": 3.0}
