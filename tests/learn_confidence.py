"""Fit the chance that the first answer is right: writes store/data/confidence.json.

    python -m tests.learn_confidence FOLDER [FOLDER …] --news CORPUS.jsonl[.xz]

Each FOLDER holds `corpus.jsonl` (pid, doc, title, text), `queries.jsonl` (qid, text, gold,
gold_doc) and `ooa_easy.jsonl`, `ooa_hard.jsonl` (questions the corpus does not answer);
`tests.confidence_cases` makes the cases of them. Two logistic regressions with a little shrinking
are fitted by Newton's method: whether any candidate is right, on all cases, and whether the first
is, on those where any is. A weight whose sign would be against reason (more coverage, less
chance) is left out and the rest fitted again.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Sequence
from math import exp
from pathlib import Path

from store.confidence import Fit, chance
from tests.confidence_cases import Case, cases

TARGET = Path(__file__).parent.parent / "store" / "data" / "confidence.json"
SHRINK = 2.0
ROUNDS = 12
HELD = {
    "title": 1, "order": 1, "whole": 1, "placed": 1, "bulk": 1, "mass": 1, "gap": -1, "unsaid": -1,
    "idle": -1, "untold": -1, "odd": 0, "spelled": 0, "standing": 1, "above": 1, "printed": 1,
}
"""What tells whether anything found answers, and the sign reason demands (0: either)."""
FIRST = {"lead": 1, "leading": 1, "clear": 1, "ordered": 1}
"""What tells whether the first is the one. Both lists were chosen by the likelihood of the half
not fitted; other signals added nothing or told apart the fitted half only."""
COUNTS = {"everyday": 2.0, "phrase": 0.7}
UNANSWERED = 0.7
"""What a case counts for: readers ask what is printed a little oftener than what is not."""
Vector = list[float]


def counted(one: Case) -> float:
    """What a case counts for."""
    return COUNTS.get(one.kind.partition(" ")[0], 1.0) * (1.0 if one.held else UNANSWERED)


def fitted(found: Sequence[Case]) -> Fit:
    """The weights of both regressions."""
    answerable = [one for one in found if one.held]
    return {
        "held": signed(found, [one.held for one in found], HELD),
        "first": signed(answerable, [one.right for one in answerable], FIRST),
    }


def signed(found: Sequence[Case], true: Sequence[bool], signs: dict[str, int]) -> dict[str, float]:
    """Weights by name, fitted anew without those of the wrong sign until none is left."""
    weights = regressed(found, true, list(signs))
    wrong = [name for name, sign in signs.items() if weights[name] * sign < 0]
    if not wrong:
        return weights
    left = {name: sign for name, sign in signs.items() if name not in wrong}
    return signed(found, true, left)


def regressed(
    found: Sequence[Case], true: Sequence[bool], names: Sequence[str]
) -> dict[str, float]:
    """Weights by Newton's method on the shrunken likelihood."""
    table = [
        ([1.0, *(one.measured[name] for name in names)], float(yes), counted(one))
        for one, yes in zip(found, true, strict=True)
    ]
    size = len(names) + 1
    weights = [0.0] * size
    for _ in range(ROUNDS):
        slope = [-SHRINK * w if i else 0.0 for i, w in enumerate(weights)]
        curve = [[SHRINK * (i == j and i > 0) for j in range(size)] for i in range(size)]
        for x, y, count in table:
            p = 1 / (1 + exp(-sum(a * b for a, b in zip(weights, x, strict=True))))
            for i, a in enumerate(x):
                slope[i] += count * (y - p) * a
                row, factor = curve[i], count * p * (1 - p) * a
                for j in range(i + 1):
                    row[j] += factor * x[j]
        weights = [w + d for w, d in zip(weights, solved(curve, slope), strict=True)]
    return dict(zip(["bias", *names], weights, strict=True))


def solved(lower: list[Vector], right: Vector) -> Vector:
    """The solution of a symmetric positive system given by its lower half (Cholesky)."""
    n = len(right)
    root = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            rest = lower[i][j] - sum(root[i][k] * root[j][k] for k in range(j))
            root[i][j] = (rest + 1e-9) ** 0.5 if i == j else rest / root[j][j]
    forward: Vector = []
    for i in range(n):
        known = sum(root[i][k] * forward[k] for k in range(i))
        forward.append((right[i] - known) / root[i][i])
    back = [0.0] * n
    for i in reversed(range(n)):
        known = sum(root[k][i] * back[k] for k in range(i + 1, n))
        back[i] = (forward[i] - known) / root[i][i]
    return back


def error(told: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error in ten bins, of chances and what came true."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for sure, right in told:
        bins.setdefault(min(9, int(sure * 10)), []).append((sure, right))
    gaps = (abs(sum(s for s, _ in held) - sum(r for _, r in held)) for held in bins.values())
    return sum(gaps) / len(told)


def judged(found: Sequence[Case], weights: Fit) -> list[tuple[float, bool]]:
    """What these weights say of cases, and what is so."""
    return [(chance(one.measured, weights), one.right) for one in found]


def halves(all_cases: Sequence[Case]) -> tuple[list[Case], list[Case]]:
    """Two halves that share no question."""
    order = {text: i for i, text in enumerate(dict.fromkeys(one.question for one in all_cases))}
    first = [one for one in all_cases if order[one.question] % 2]
    return first, [one for one in all_cases if not order[one.question] % 2]


def by_kind(told: Sequence[tuple[float, bool]], found: Sequence[Case]) -> dict[str, list[float]]:
    """For each kind of case: how many, the share right, the mean chance, and the share claimed
    wrongly."""
    kinds: dict[str, list[tuple[float, bool]]] = {}
    for one, pair in zip(found, told, strict=True):
        kinds.setdefault(one.kind, []).append(pair)
    return {
        kind: [
            len(held), round(sum(r for _, r in held) / len(held), 2),
            round(sum(s for s, _ in held) / len(held), 2),
            round(sum(s >= 0.5 and not r for s, r in held) / len(held), 2),
        ]
        for kind, held in kinds.items()
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", type=Path, nargs="+")
    asked.add_argument("--news", type=Path, required=True)
    given = asked.parse_args()
    found = list(cases(given.folders, given.news, random.Random(1)))
    one, other = halves(found)
    unseen = judged(other, fitted(one)) + judged(one, fitted(other))
    provenance = {
        "script": "tests/learn_confidence.py", "sets": [f.name for f in given.folders],
        "cases": len(found), "right": sum(case.right for case in found),
        "calibration error on the half not fitted": round(error(unseen), 4),
    }
    rounded = {
        part: {name: round(weight, 3) for name, weight in weights.items()}
        for part, weights in fitted(found).items()
    }
    told = {"provenance": provenance, **rounded}
    TARGET.write_text(json.dumps(told, indent=1) + "\n")
    say = sys.stdout.write
    say(json.dumps(told) + "\n")
    for kind, shares in by_kind(unseen, other + one).items():
        say(f"{kind}: {shares}\n")


if __name__ == "__main__":
    main()
