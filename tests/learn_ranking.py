"""Fit what the signals count for in the order of the candidates: writes store/data/ranking.json.

    python -m tests.learn_ranking FOLDER [FOLDER …] [--seed S]

Each FOLDER holds `corpus.jsonl` (pid, doc, title, text) and `queries.jsonl` (qid, text, gold), as
`tests.bench_finding` reads them. Every question is asked as it stands and with each of the
mistakes of `tests.noising`. Fitted is the likelihood of the right passage among the candidates, a
softmax of the weighed signals: once over all candidates, once over those under the heading of the
right one. A little shrinking keeps the weights few and smooth; Newton's method finds them. Held-out
folds share no question with what is fitted.

What ships was fitted on half of the questions of CMRC 2018 and of a set of public notices; the
other halves, and other mistakes made by other code, judged it.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from store import finding
from store.database import Store
from store.match import Signals
from store.model import NO_FILTERS
from tests.learn_confidence import solved
from tests.noising import MISTAKES
from tests.question_sets import Row, archive, rows

TARGET = Path(__file__).parent.parent / "store" / "data" / "ranking.json"
LEFT_OUT = ("place",)
"""Signals that were tried and added nothing to the order: they serve the confidence only."""
NAMES = [name for name in Signals._fields if name not in LEFT_OUT]
SHRINK = 0.3
ROUNDS = 8
FOLDS = 5
Vector = list[float]


class Case(NamedTuple):
    """The signals of the candidates of a question, which of them are right, and under which
    heading each stands."""

    question: str
    kind: str
    signals: list[Vector]
    right: list[bool]
    heads: list[str]


def cases(store: Store, questions: Sequence[Row], seed: int) -> Iterator[Case]:
    """Every question with every mistake; those without the right passage teach nothing."""
    for kind, mistake in MISTAKES.items():
        rng = random.Random(f"{seed}{kind}")
        for row in questions:
            typed = mistake(row["text"], rng)
            with store.reading() as db:
                _, ranked = finding.find(db, typed, NO_FILTERS)
            yield Case(
                row["text"], kind,
                [[getattr(one.signals, name) for name in NAMES] for one in ranked],
                [one.article.id in row["gold"] for one in ranked],
                [one.text.chars[: one.text.head] for one in ranked],
            )


def sisters(case: Case, head: str) -> Case:
    """The case reduced to the candidates under one heading."""
    kept = [i for i, other in enumerate(case.heads) if other == head]
    return case._replace(
        signals=[case.signals[i] for i in kept], right=[case.right[i] for i in kept],
        heads=[head] * len(kept),
    )


def under_right(case: Case) -> Case:
    """The case reduced to the candidates under the heading of the right one."""
    return sisters(case, case.heads[case.right.index(True)])


def fitted(found: Sequence[Case]) -> Vector:
    """Weights by Newton's method on the shrunken likelihood of the right candidates."""
    size = len(NAMES)
    weights = [1.0] * size
    for _ in range(ROUNDS):
        slope = [-SHRINK * w for w in weights]
        curve = [[SHRINK * (i == j) for j in range(size)] for i in range(size)]
        for case in found:
            learn(case, weights, slope, curve)
        weights = [w + d for w, d in zip(weights, solved(curve, slope), strict=True)]
    return weights


def learn(case: Case, weights: Vector, slope: Vector, curve: list[Vector]) -> None:
    """Add a question's part of the slope and of the curvature (its lower half)."""
    chance = shares(case, weights)
    sure = sum(p for p, right in zip(chance, case.right, strict=True) if right)
    mean = [sum(p * x[i] for p, x in zip(chance, case.signals, strict=True))
            for i in range(len(weights))]
    for p, right, x in zip(chance, case.right, case.signals, strict=True):
        apart = [a - b for a, b in zip(x, mean, strict=True)]
        pull = (p / max(sure, 1e-9) if right else 0.0) - p
        for i, a in enumerate(apart):
            slope[i] += pull * x[i]
            row, factor = curve[i], p * a
            for j in range(i + 1):
                row[j] += factor * apart[j]


def shares(case: Case, weights: Vector) -> Vector:
    """The chance of each candidate."""
    totals = [sum(w * a for w, a in zip(weights, x, strict=True)) for x in case.signals]
    top = max(totals)
    raw = [exp(total - top) for total in totals]
    whole = sum(raw)
    return [one / whole for one in raw]


def usable(found: Sequence[Case]) -> list[Case]:
    return [case for case in found if any(case.right) and not all(case.right)]


def both(found: Sequence[Case]) -> tuple[Vector, Vector]:
    """The weights of both looks."""
    kept = usable(found)
    return fitted(kept), fitted(usable([under_right(case) for case in kept]))


def first(case: Case, one: Vector, other: Vector) -> bool:
    """Whether the right candidate comes first after both looks."""
    if not case.signals:
        return False
    chance = shares(case, one)
    left = sisters(case, case.heads[chance.index(max(chance))])
    chance = shares(left, other)
    return left.right[chance.index(max(chance))]


def held_out(found: Sequence[Case]) -> dict[str, float]:
    """The share of right first answers (%) on folds that were not fitted, and the mean log
    likelihood of the right candidate among all."""
    order = {text: i for i, text in enumerate(dict.fromkeys(case.question for case in found))}
    right, loss = [], []
    for fold in range(FOLDS):
        one, other = both([case for case in found if order[case.question] % FOLDS != fold])
        for case in found:
            if order[case.question] % FOLDS == fold:
                right.append(first(case, one, other))
                if any(case.right):
                    parts = zip(shares(case, one), case.right, strict=True)
                    loss.append(log(max(1e-9, sum(p for p, yes in parts if yes))))
    return {"right first %": round(100 * sum(right) / len(right), 1),
            "log likelihood": round(sum(loss) / len(loss), 4)}


def gathered(folder: Path, seed: int) -> list[Case]:
    """The cases of one folder."""
    with tempfile.TemporaryDirectory() as work:
        store = archive(work, "ranking", list(rows(folder / "corpus.jsonl")))
        found = list(cases(store, list(rows(folder / "queries.jsonl")), seed))
        store.close()
    return found


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", type=Path, nargs="+")
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    sets = {folder.name: gathered(folder, given.seed) for folder in given.folders}
    found = [case for cases in sets.values() for case in cases]
    provenance = {
        "script": "tests/learn_ranking.py", "sets": list(sets), "cases": len(found),
        "held-out folds": {name: held_out(cases) for name, cases in sets.items()},
    }
    one, other = both(found)
    told = {"provenance": provenance, "first": named(one), "second": named(other)}
    TARGET.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")
    sys.stdout.write(json.dumps(told) + "\n")


def named(weights: Vector) -> dict[str, float]:
    """Weights by signal, rounded; one that would count against an answer counts for nothing."""
    return {name: max(0.0, round(w, 1)) for name, w in zip(NAMES, weights, strict=True)}


if __name__ == "__main__":
    main()
