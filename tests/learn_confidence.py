"""Fit the chance that the first answer is right: writes store/data/confidence.json.

    python -m tests.learn_confidence FOLDER [FOLDER …] --news CORPUS.jsonl[.xz]

Each FOLDER holds `corpus.jsonl` (pid, doc, title, text), `queries.jsonl` (qid, text, gold,
gold_doc) and `ooa_easy.jsonl`, `ooa_hard.jsonl` (questions the corpus does not answer). From them
it makes cases: every question, with the mistakes people make, asked of the full archive, of the
archive without the right document, of another set's archive, and of archives of forty texts; and
short phrases of news texts that an archive holds or does not. Half of the cases are answerable.
A logistic regression with a little shrinking is fitted by Newton's method.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from store import answers, articles, finding, index
from store.background import background
from store.confidence import chance
from store.database import Store
from store.fold import fold, squeeze
from store.model import Article, Filters
from tests.noising import MISTAKES

TARGET = Path(__file__).parent.parent / "store" / "data" / "confidence.json"
SHRINK = 3.0
Row = dict[str, Any]


class Case(NamedTuple):
    """Measured signals, whether the first answer was right, and which question it was."""

    measured: dict[str, float]
    right: bool
    question: str
    kind: str


def rows(path: Path) -> Iterator[Row]:
    kind = lzma.open if path.suffix == ".xz" else open
    with kind(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def archive(folder: str, name: str, passages: Sequence[Row]) -> Store:
    """A store of these passages, an article each."""
    store = Store(Path(folder) / f"{name}.db")
    made = [
        Article(id=p["pid"], number=i + 1, title=p["title"] or p["text"][:20], kind="news",
                paragraphs=(p["text"],))
        for i, p in enumerate(passages)
    ]
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        for article in made:
            articles.insert(db, article, issue=1, page=None, position=article.number, sha256=b"")
        index.add(db, made)
    return store


def case(
    store: Store, row: Row, typed: str, kind: str, without: frozenset[str] = frozenset()
) -> Case | None:
    """Ask and measure; articles in `without` are taken for not being in the archive."""
    with store.reading() as db:
        wanted, ranked = finding.find(db, typed, Filters())
    left = [one for one in ranked if one.article.id not in without]
    if not left:
        return None
    right = left[0].article.id in row.get("gold", ())
    return Case(answers.measured(wanted, left), right, row["text"], kind)


def of_set(store: Store, questions: Sequence[Row], docs: dict[str, list[str]],
           strangers: Sequence[Row], rng: random.Random) -> Iterator[Case | None]:
    """Cases of a full archive."""
    for row in questions:
        gone = frozenset([*row["gold"], *docs.get(row["gold_doc"], ())])
        for kind, mistake in MISTAKES.items():
            typed = mistake(row["text"], rng)
            yield case(store, row, typed, kind)
            if rng.random() < 0.4:
                yield case(store, {"text": row["text"]}, typed, f"{kind} without", gone)
    for row in strangers:
        kind = rng.choice([*MISTAKES, *["clean"] * 12])
        stranger = {"text": row["text"]}
        yield case(store, stranger, MISTAKES[kind](row["text"], rng), f"{kind} stranger")


def of_small(folder: str, name: str, passages: Sequence[Row], questions: Sequence[Row],
             strangers: list[Row], rng: random.Random) -> Iterator[Case | None]:
    """Cases of archives of forty texts that answer half of what is asked."""
    by_pid = {p["pid"]: p for p in passages}
    for turn in range(8):
        asked = rng.sample(list(questions), 30)
        held = [by_pid[pid] for row in asked[:15] for pid in row["gold"]][:20]
        mixed = {p["pid"]: p for p in [*held, *rng.sample(list(passages), 20)]}
        store = archive(folder, f"{name}-{turn}", list(mixed.values()))
        for row in asked:
            for kind in ("clean", "homophone", "keywords", "several", "spelled"):
                yield case(store, row, MISTAKES[kind](row["text"], rng), f"{kind} small")
        for row in rng.sample(strangers, 60):
            yield case(store, {"text": row["text"]}, row["text"], "stranger small")
        store.close()


def phrase(text: str, rng: random.Random) -> str:
    """Two to eight characters that belong together, from a text."""
    known = background()

    def bond(pair: str) -> float:
        apart = known.held_by("\0" + pair[0]) * known.held_by("\0" + pair[1])
        return known.held_by(pair) * known.passages / apart

    for _ in range(40):
        length = rng.choice([2, 2, 3, 4, 4, 5, 6, 8])
        start = rng.randrange(max(1, len(text) - length))
        found = text[start : start + length]
        if len(squeeze(found)) == length and all(
            bond(found[i : i + 2]) > 4 for i in range(0, length - 1, 2)
        ):
            return found
    return text[:4]


def of_news(folder: str, news: Sequence[Row], rng: random.Random) -> Iterator[Case | None]:
    """Short phrases, of texts that are in an archive and of texts that are not."""
    for turn, size in enumerate((30, 300, 2000)):
        held = news[turn * 3000 : turn * 3000 + size]
        store = archive(folder, f"news-{turn}", held)
        texts = {row["pid"]: squeeze(fold(row["text"])) for row in held}
        for _ in range(250):
            inside = rng.random() < 0.5
            said = phrase(fold(rng.choice(held if inside else news[-3000:])["text"]), rng)
            # A phrase that too many texts hold asks for nothing in particular.
            gold = [pid for pid, text in texts.items() if said in text]
            typed = rng.choice([said, said, f"{said}是什么", f"{said}的情况", spelled(said, rng)])
            yield case(store, {"text": said, "gold": gold}, typed, f"phrase {size}")
        store.close()


def spelled(text: str, rng: random.Random) -> str:
    return MISTAKES["spelled"](text, rng)


def cases(folders: Sequence[Path], news: Path, rng: random.Random) -> Iterator[Case]:
    """All cases; questions without any term are left out."""
    sets = {folder.name: folder for folder in folders}
    questions = {name: list(rows(folder / "queries.jsonl")) for name, folder in sets.items()}
    with tempfile.TemporaryDirectory() as work:
        for name, folder in sets.items():
            passages = list(rows(folder / "corpus.jsonl"))
            docs: dict[str, list[str]] = {}
            for p in passages:
                docs.setdefault(p["doc"], []).append(p["pid"])
            strangers = [row for other in sets if other != name for row in questions[other]]
            for which in ("easy", "hard"):
                strangers += rows(folder / f"ooa_{which}.jsonl")
            store = archive(work, name, passages)
            found = of_set(store, questions[name], docs, strangers, rng)
            yield from filter(None, found)
            small = of_small(work, name, passages, questions[name], strangers, rng)
            yield from filter(None, small)
            store.close()
        yield from filter(None, of_news(work, list(islice(rows(news), 12000)), rng))


def fitted(cases: Sequence[Case]) -> dict[str, float]:
    """Weights by Newton's method on the shrunken likelihood."""
    names = ["bias", *cases[0].measured]
    table = [([1.0, *one.measured.values()], float(one.right)) for one in cases]
    weights = [0.0] * len(names)
    for _ in range(12):
        slope = [-SHRINK * w if i else 0.0 for i, w in enumerate(weights)]
        curve = [[SHRINK * (i == j and i > 0) for j in range(len(names))]
                 for i in range(len(names))]
        for x, y in table:
            p = 1 / (1 + exp(-sum(a * b for a, b in zip(weights, x, strict=True))))
            for i, a in enumerate(x):
                slope[i] += (y - p) * a
                row, factor = curve[i], p * (1 - p) * a
                for j in range(i + 1):
                    row[j] += factor * x[j]
        weights = [w + d for w, d in zip(weights, solved(curve, slope), strict=True)]
    return dict(zip(names, weights, strict=True))


def solved(lower: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a symmetric positive system given by its lower half (Cholesky)."""
    n = len(right)
    root = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            rest = lower[i][j] - sum(root[i][k] * root[j][k] for k in range(j))
            root[i][j] = (rest + 1e-9) ** 0.5 if i == j else rest / root[j][j]
    forward: list[float] = []
    for i in range(n):
        known = sum(root[i][k] * forward[k] for k in range(i))
        forward.append((right[i] - known) / root[i][i])
    back = [0.0] * n
    for i in reversed(range(n)):
        known = sum(root[k][i] * back[k] for k in range(i + 1, n))
        back[i] = (forward[i] - known) / root[i][i]
    return back


def error(cases: Sequence[Case], weights: dict[str, float]) -> float:
    """Expected calibration error in ten bins."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for one in cases:
        sure = chance(one.measured, weights)
        bins.setdefault(min(9, int(sure * 10)), []).append((sure, one.right))
    gaps = (abs(sum(s for s, _ in held) - sum(r for _, r in held)) for held in bins.values())
    return sum(gaps) / len(cases)


def halves(all_cases: Sequence[Case]) -> tuple[list[Case], list[Case]]:
    """Two halves that share no question."""
    order = {text: i for i, text in enumerate(dict.fromkeys(one.question for one in all_cases))}
    first = [one for one in all_cases if order[one.question] % 2]
    return first, [one for one in all_cases if not order[one.question] % 2]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", type=Path, nargs="+")
    asked.add_argument("--news", type=Path, required=True)
    given = asked.parse_args()
    found = list(cases(given.folders, given.news, random.Random(1)))
    one, other = halves(found)
    honest = (error(other, fitted(one)) + error(one, fitted(other))) / 2
    weights = fitted(found)
    provenance = {
        "script": "tests/learn_confidence.py", "sets": [f.name for f in given.folders],
        "cases": len(found), "right": sum(one.right for one in found),
        "calibration error on the half not fitted": round(honest, 4),
    }
    rounded = {name: round(weight, 4) for name, weight in weights.items()}
    TARGET.write_text(json.dumps({"provenance": provenance, "weights": rounded}, indent=1) + "\n")
    sys.stdout.write(json.dumps(provenance) + "\n")


if __name__ == "__main__":
    main()
