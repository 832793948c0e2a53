"""How well questions find their passages, clean and mistyped, beside FTS5 on character pairs.

    python -m tests.bench_finding [FOLDER] [--news CORPUS.jsonl[.xz]] [--extra N] [--seed S]

FOLDER holds `corpus.jsonl` (pid, title, text), `queries.jsonl` (qid, text, gold) and, if there
are any, `ooa_easy.jsonl` and `ooa_hard.jsonl` (questions the corpus does not answer). Without a
FOLDER it measures a small set of our own: the sample pages that ship with the package and the
questions of `tests/own_questions.jsonl`, of which those without `gold` have no answer. `--extra`
adds that many texts of another corpus.

Prints a Markdown table: right first answers for each kind of mistake, how many are still right
when one false answer in twenty is let through, and the processor time; then, for Baowen, the
expected calibration error (ten bins) of its confidence over questions as they stand and with
several mistakes together with the questions that have no answer, and how often it claims one.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from time import process_time
from typing import NamedTuple

from bot.sampling import fill
from store import answers, articles
from store.chunks import parts
from store.confidence import FOUND
from store.database import Store
from store.fold import fold, squeeze
from store.terms import pairs
from tests.learn_confidence import error
from tests.noising import MISTAKES
from tests.question_sets import Row, archive, rows

Search = Callable[[str], tuple[str, float]]
"""From a question to the best passage's pid and how sure the system is."""


class Set(NamedTuple):
    """Passages, questions they answer, and questions they do not."""

    passages: list[Row]
    questions: list[Row]
    strangers: list[Row]


def own(store: Store) -> Search:
    """This project; an article's id is its passage's pid."""

    def search(question: str) -> tuple[str, float]:
        found = answers.ask(store, question)
        first = found.candidates[0].article.id if found.candidates else ""
        return first, found.confidence

    return search


def peer(passages: Sequence[Row]) -> Search:
    """SQLite FTS5 over character pairs, the pairs of the question joined by OR, BM25."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE peer USING fts5(body, content='')")
    db.executemany(
        "INSERT INTO peer (rowid, body) VALUES (?, ?)",
        ((i, joined(f"{p['title']}{p['text']}")) for i, p in enumerate(passages)),
    )

    def search(question: str) -> tuple[str, float]:
        asked = " OR ".join(f'"{pair}"' for pair in dict.fromkeys(pairs(squeeze(fold(question)))))
        row = asked and db.execute(
            "SELECT rowid, -bm25(peer) FROM peer WHERE peer MATCH ? ORDER BY 2 DESC LIMIT 1",
            [asked],
        ).fetchone()
        return (passages[row[0]]["pid"], row[1]) if row else ("", 0.0)

    return search


def joined(text: str) -> str:
    return " ".join(pairs(squeeze(fold(text))))


def measured(
    search: Search, questions: Sequence[Row], strangers: Sequence[Row], seed: int
) -> list[str]:
    """A row of the table a kind of mistake."""
    table = []
    false = sorted(search(row["text"])[1] for row in strangers)
    cut = false[int(0.95 * len(false))] if false else 0.0
    for kind, mistake in MISTAKES.items():
        rng = random.Random(f"{seed}{kind}")
        right, sure, times = 0, 0, []
        for row in questions:
            typed = mistake(row["text"], rng)
            started = process_time()
            pid, confidence = search(typed)
            times.append(1000 * (process_time() - started))
            right += pid in row["gold"]
            sure += pid in row["gold"] and confidence > cut
        times.sort()
        cost = f"{times[len(times) // 2]:.1f} | {times[int(0.99 * len(times))]:.1f}"
        share = [f"{100 * n / len(questions):.1f}" for n in (right, sure)]
        table.append(f"{kind} | {share[0]} | {share[1]} | {cost}")
    return table


def calibration(search: Search, given: Set, seed: int) -> str:
    """How far chances are from what comes true, and how often there is a claim."""
    told: list[tuple[float, bool]] = []
    for kind in ("clean", "several"):
        rng = random.Random(f"{seed}{kind}")
        for row in given.questions:
            pid, sure = search(MISTAKES[kind](row["text"], rng))
            told.append((sure, pid in row["gold"]))
    claimed = sum(sure >= FOUND for sure, _ in told)
    false = [search(row["text"])[1] for row in given.strangers]
    wrong = sum(sure >= FOUND for sure in false)
    told += [(sure, False) for sure in false]
    return (
        f"Calibration error {error(told):.3f}; an answer is claimed for {claimed} of"
        f" {2 * len(given.questions)} questions that have one (clean and several mistakes), and"
        f" for {wrong} of {len(false)} that have none."
    )


def shipped(work: str) -> Set:
    """The small set of our own."""
    with Store(Path(work) / "samples.db") as store:
        fill(store)
        held = [
            {"pid": article.title, "title": article.title, "text": "\n".join(parts(article)),
             "regions": article.regions}
            for article in articles.everything(store)
        ]
    asked = list(rows(Path(__file__).parent / "own_questions.jsonl"))
    return Set(held, [row for row in asked if row["gold"]],
               [row for row in asked if not row["gold"]])


def read(folder: Path) -> Set:
    """A set from files."""
    away = [folder / f"ooa_{which}.jsonl" for which in ("easy", "hard")]
    strangers = [row for path in away if path.exists() for row in rows(path)]
    return Set(list(rows(folder / "corpus.jsonl")), list(rows(folder / "queries.jsonl")), strangers)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path, nargs="?")
    asked.add_argument("--news", type=Path)
    asked.add_argument("--extra", type=int, default=0)
    asked.add_argument("--seed", type=int, default=3)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as work:
        held = read(given.folder) if given.folder else shipped(work)
        if given.news:
            held.passages.extend(islice(rows(given.news), given.extra))
        report(held, archive(work, "bench", held.passages), given.seed)


def report(held: Set, store: Store, seed: int) -> None:
    """Print what is measured of an archive."""
    say = sys.stdout.write
    say(f"{len(held.passages)} passages, {len(held.questions)} questions, seed {seed}\n\n")
    say("| system | mistakes | right first % | right, 5 % false | ms p50 | ms p99 |\n")
    say("|---|---|--:|--:|--:|--:|\n")
    for name, search in (("Baowen", own(store)), ("FTS5 pairs", peer(held.passages))):
        for line in measured(search, held.questions, held.strangers, seed):
            say(f"| {name} | {line} |\n")
    say(f"\n{calibration(own(store), held, seed)}\n")
    store.close()


if __name__ == "__main__":
    main()
