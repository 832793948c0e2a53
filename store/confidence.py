"""From signals to the chance that the first answer is right.

No single signal tells an answer from a coincidence: coverage says little about short questions,
rarity says little about noise, the lead over the second candidate says little in a small
archive. They are weighed by a logistic regression that `tests/learn_confidence.py` fits; its
result, with its provenance, is `store/data/confidence.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import exp, log1p

from store.background import Background
from store.match import Signals, Text, Wanted, Weighted
from store.ranking import score

BOND = 1.0
"""How much two characters must attract each other to be taken for a word."""
FOUND = 0.5
"""The chance from which an answer is claimed."""


def measure(
    wanted: Wanted, first: Signals, text: Text, second: float, known: Background
) -> dict[str, float]:
    """What the chance is reckoned from, for a first candidate, its text, and the second's score."""
    best = score(first)
    sound = held(wanted.sound, text.sound)
    lost = lacking(wanted.chars, text.chars, known) or lacking(wanted.sound, text.sound, known)
    firm = [term for term in wanted.chars if not term.loose]
    odd = sum(not known.known(term.text) for term in firm)
    words = [weight for weight, bond in lost if bond > BOND]
    total = sum(term.weight for term in wanted.sound if not term.loose)
    return {
        **first._asdict(),
        "lead": (best - second) / best if best else 0.0,
        "mass": log1p(sum(sound)),
        "print": log1p(sum(held(wanted.chars, text.chars))),
        "bulk": log1p(first.often * total),
        "peak": max(sound, default=0.0) / 10,
        "size": log1p(total),
        "lost": log1p(sum(weight for weight, _ in lost)),
        "missed": log1p(sum(words)),
        "gap": max(words, default=0.0) / 10,
        "odd": odd / len(firm) if firm else 0.0,
        "square": first.near * first.near,
        "whole": float(bool(sound) and not lost and first.sound > 0.99),
        "spelled": float(not wanted.chars),
        "there": float(bool(wanted.places) and first.place == 1.0),
    }


def held(terms: Sequence[Weighted], text: str) -> list[float]:
    """The weights of the terms that are there."""
    return [weight for term, weight, _ in terms if term in text]


def lacking(
    terms: Sequence[Weighted], text: str, known: Background
) -> list[tuple[float, float]]:
    """Weight and bond of the terms that newspapers at large know and this text does not hold.

    Without a bond the two belong to different words of the question, and little is missing.
    """
    return [
        (weight, known.bond(term))
        for term, weight, loose in terms
        if not loose and term not in text and known.known(term)
    ]


def chance(measured: Mapping[str, float], weights: Mapping[str, float] | None = None) -> float:
    """A logistic regression: the chance (0-1) for these signals, 0 for none."""
    if not measured:
        return 0.0
    fitted = weights or fit()
    total = fitted["bias"] + sum(fitted.get(name, 0.0) * x for name, x in measured.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def fit() -> Mapping[str, float]:
    """The fitted weights that ship with the package."""
    text = (files("store") / "data" / "confidence.json").read_text("utf-8")
    weights: dict[str, float] = json.loads(text)["weights"]
    return weights
