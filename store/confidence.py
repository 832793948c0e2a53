"""From signals to the chance that the first answer is right.

Two questions, each a logistic regression: whether what was found answers at all, and, if it does,
whether the first is the one. Coverage and rarity tell the first, and the lead over the others the
second; an archive of many like notices can hold an answer and still hide which. What is printed
twice in the same words is no rival to itself. Both are fitted by `tests/learn_confidence.py`; the
result, with its provenance, is `store/data/confidence.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from math import ceil, exp, log1p

from store.background import BOND, Background
from store.demands import untold
from store.finding import GRAIN, Ranked
from store.fold import fold
from store.match import WINDOW, Wanted, Weighted, best_window, signals
from store.query import STRIP
from store.ranking import score
from store.topic import topic

FOUND = 0.5
"""The chance from which an answer is claimed."""
FAR = 3
"""The place in the order from which candidates show what a coincidence scores."""
RUN = 4
"""Characters of the runs by which two texts are compared."""
SAME = 0.9
"""Share of the runs of a passage from which another text is taken to say the same in the same
words; another name of three characters in it leaves less."""
Fit = Mapping[str, Mapping[str, float]]


def measure(
    wanted: Wanted,
    ranked: Sequence[Ranked],
    known: Background,
    rivals: Sequence[Ranked] | None = None,
) -> dict[str, float]:
    """What the chance is reckoned from, for the first of the candidates; empty without any.

    `rivals` are those it is compared with, all others unless they are given: then the chance is
    that the first is the very one meant.

    Of the first candidate: its signals for the question without its places, `whole` its score
    with them and `placed` the places that are there; `bulk` and `mass` how much is matched and not
    only which share; `gap` the rarest word it lacks; `unsaid` when words were typed and none of
    them is there; `untold` when it has nothing of the form asked for. Of the question: `odd`, the
    share of pairs no newspaper writes, `spelled`, when it is pinyin, and `idle`, when it asks
    something of a place in no words of weight. Of the others: `lead` over the next,
    `ahead` of those under other headings, `above` what a coincidence scores; `printed` and
    `ordered` compare signals; `tied` is how many are as good as the first. A lead says little
    where little is covered, hence the products.
    """
    if not ranked:
        return {}
    found = covered(wanted, ranked[0], known)
    other = compared(ranked[0], ranked[1:] if rivals is None else rivals)
    return {
        **found,
        **other,
        "placed": ranked[0].signals.place * found["letters"],
        "standing": other["ahead"] * found["letters"],
        "leading": other["lead"] * found["letters"],
        "clear": other["above"] * found["near"],
    }


def covered(wanted: Wanted, first: Ranked, known: Background) -> dict[str, float]:
    """How much of what the question asks, its places apart, the first candidate holds."""
    asking = STRIP.search(fold(wanted.query.question)) is not None
    about = topic(wanted, first.article.regions)
    idle = asking and not about.sound
    # Of nothing but a place, an article tells as much as it tells of the place.
    about = about if about.sound or idle else wanted
    found = signals(about, first.text)
    text = first.text.chars
    size = weight_of(about.sound)
    lost = lacking(about.chars, text, known)
    lost = lost or lacking(about.sound, first.text.sound, known)
    words = [weight for weight, bond in lost if bond > BOND]
    firm = [term for term in wanted.chars if not term.loose]
    return {
        **found._asdict(),
        "whole": score(first.signals),
        "bulk": log1p(size * found.often),
        "mass": log1p(weight_of(wanted.sound) * first.signals.often),
        "gap": max(words, default=0.0) / 10,
        "unsaid": float(
            bool(words and about.chars) and not any(term.text in text for term in about.chars)
        ),
        "idle": float(idle),
        "odd": sum(not known.known(term.text) for term in firm) / len(firm) if firm else 0.0,
        "spelled": float(not wanted.chars),
        "untold": float(untold(wanted.query.meant, first.article, wanted.chunks, known)),
    }


def others_than(wanted: Wanted, ranked: Sequence[Ranked]) -> list[Ranked]:
    """The candidates behind the first, without those that print the passage which the first
    answers by as well."""
    if not ranked:
        return []
    text = ranked[0].text
    _, where = best_window(wanted.sound, text.sound)
    where = max(where, text.head)
    passage = text.chars[where : where + WINDOW]
    return [one for one in ranked[1:] if not copied(passage, one.text.chars)]


def copied(passage: str, text: str) -> bool:
    """Whether a text holds a passage in nearly the same words."""
    runs = [passage[i : i + RUN] for i in range(len(passage) - RUN + 1)]
    spare = len(runs) - ceil(SAME * len(runs))
    missing = (run for run in runs if run not in text)
    # Most texts lack the first runs already, and need not be looked through for the others.
    return bool(runs) and next(islice(missing, spare, None), None) is None


def compared(first: Ranked, others: Sequence[Ranked]) -> dict[str, float]:
    """How far the first candidate is ahead of the others."""
    head = heading(first)
    best = score(first.signals) or 1.0
    rival = next((one for one in others if heading(one) != head), None)
    far = [score(one.signals) for one in others[FAR - 1 :]]
    return {
        "tied": float(sum(level(one) == level(first) for one in others)),
        "lead": 1 - score(others[0].signals) / best if others else 1.0,
        "ahead": 1 - score(rival.signals) / best if rival else 1.0,
        "above": 1 - sum(far) / len(far) / best if far else 1.0,
        "printed": first.signals.chars - (rival.signals.chars if rival else 0.0),
        "ordered": first.signals.order - (rival.signals.order if rival else 0.0),
    }


def level(one: Ranked) -> float:
    """The score of a candidate as far as the order goes by it."""
    return round(one.score, GRAIN)


def heading(one: Ranked) -> str:
    """What stands above a candidate."""
    return one.text.chars[: one.text.head]


def weight_of(terms: Sequence[Weighted]) -> float:
    """The weight of the terms that must be there."""
    return sum(term.weight for term in terms if not term.loose)


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


def chance(measured: Mapping[str, float], weights: Fit | None = None) -> float:
    """The chance (0-1) that the first answer is right, for these signals; 0 for none.

    Which of equals comes first is chance: they share it, whatever the regression says.
    """
    if not measured:
        return 0.0
    fitted = weights or fit()
    best = logistic(measured, fitted["first"])
    return held(measured, fitted) * min(best, 1 / (1 + measured.get("tied", 0.0)))


def held(measured: Mapping[str, float], weights: Fit | None = None) -> float:
    """The chance (0-1) that any of the candidates answers, for these signals; 0 for none."""
    return logistic(measured, (weights or fit())["held"]) if measured else 0.0


def logistic(measured: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """A logistic regression."""
    total = weights["bias"] + sum(
        weight * measured.get(name, 0.0) for name, weight in weights.items() if name != "bias"
    )
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def fit() -> Fit:
    """The fitted weights that ship with the package."""
    told = json.loads((files("store") / "data" / "confidence.json").read_text("utf-8"))
    return {"held": told["held"], "first": told["first"]}
