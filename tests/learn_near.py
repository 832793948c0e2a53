"""Learn near words from a corpus: writes store/data/near.txt and its provenance near.md.

    python -m tests.learn_near CORPUS.jsonl[.xz] --texts 40000

Two words are near when they share a character (防洪, 防汛), stand among the same neighbours, and
each is among the other's nearest. Neighbours are words up to two places away; they weigh by
positive pointwise mutual information, and two words compare by the cosine of these weights.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import nlargest
from itertools import combinations, islice
from math import log, sqrt
from pathlib import Path

import rjieba

from store.fold import fold
from store.regions import load_gazetteer
from store.sound import HAN
from tests.question_sets import rows

TARGET = Path(__file__).parent.parent / "store" / "data" / "near.txt"
NAMING = re.compile(
    "[一二三四五六七八九十百千万亿两几数半某]|[省市县区州镇乡]$|先生|女士|小姐|[我你他她它这那此]"
)
LEAST = 40
"""Times a word must be met."""
LIKE = 0.18
"""The cosine from which two words may be near."""
NEAREST = 4
REACH = 2
Vector = dict[str, float]


def sentences(path: Path, texts: int) -> Iterator[list[str]]:
    """The texts as words."""
    for row in islice(rows(path), texts):
        yield rjieba.cut(fold(row["text"]))


def usable(word: str) -> bool:
    """Whether a word may be near another: names of places, people and amounts are never meant
    for each other, however alike they are used."""
    return (
        2 <= len(word) <= 4
        and all(HAN[0] <= char <= HAN[1] for char in word)
        and not NAMING.search(word)
        and word not in load_gazetteer().senses
    )


def vectors(texts: Iterable[list[str]]) -> dict[str, Vector]:
    """Words met often enough, with their weighed neighbours."""
    counts: Counter[str] = Counter()
    fit = lru_cache(maxsize=None)(usable)
    beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for words in texts:
        counts.update(words)
        for at, word in enumerate(words):
            if fit(word):
                near = words[max(0, at - REACH) : at] + words[at + 1 : at + 1 + REACH]
                beside[word].update(other for other in near if other[0] >= HAN[0])
    total = counts.total()
    return {
        word: weighed(word, held, counts, total)
        for word, held in beside.items() if counts[word] >= LEAST
    }


def weighed(word: str, held: Counter[str], counts: Counter[str], total: int) -> Vector:
    """Positive pointwise mutual information, of unit length."""
    raw = {
        other: log(n * total / (2 * REACH * counts[word] * counts[other]))
        for other, n in held.items() if n > 1 and counts[other] >= LEAST
    }
    kept = {other: value for other, value in raw.items() if value > 0}
    size = sqrt(sum(value * value for value in kept.values())) or 1.0
    return {other: value / size for other, value in kept.items()}


def nearest(found: Mapping[str, Vector]) -> dict[str, dict[str, float]]:
    """The words nearest to each word that shares a character with it."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for word in found:
        for char in set(word):
            groups[char].append(word)
    like: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for group in groups.values():
        for one, other in combinations(group, 2):
            # A word inside the other is found by its characters anyhow.
            if len(one) != len(other) or one in other or other in one:
                continue
            a, b = sorted((found[one], found[other]), key=len)
            value = sum(weight * b.get(name, 0.0) for name, weight in a.items())
            if value >= LIKE:
                like[one][other] = like[other][one] = value
    return {
        word: {other: held[other] for other in nlargest(NEAREST, held, key=lambda o: held[o])}
        for word, held in like.items()
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corpus", type=Path)
    asked.add_argument("--texts", type=int, default=40000)
    given = asked.parse_args()
    near = nearest(vectors(sentences(given.corpus, given.texts)))
    lines = [
        f"{word} {other} {value:.2f}"
        for word, held in sorted(near.items()) for other, value in held.items()
        if word < other and word in near.get(other, {})
    ]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    TARGET.with_suffix(".md").write_text(
        "# near.txt\n\nPairs of words used alike, with how alike (cosine, 0-1). Learned by"
        f" `tests/learn_near.py` from the first {given.texts} texts of a corpus of Chinese news"
        f" held as `{given.corpus.name}`: words met at least {LEAST} times, sharing a character,"
        f" among each other's {NEAREST} nearest. {len(lines)} pairs. It holds no text of the"
        " corpus.\n",
        "utf-8",
    )


if __name__ == "__main__":
    main()
