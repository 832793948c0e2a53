"""How well questions find their passages, clean and mistyped, beside FTS5 on character pairs.

    python -m tests.bench_finding FOLDER [--news CORPUS.jsonl[.xz]] [--extra N] [--seed S]

FOLDER holds `corpus.jsonl` (pid, title, text), `queries.jsonl` (qid, text, gold) and, if there
are any, `ooa_hard.jsonl` (questions the corpus does not answer). `--extra` adds that many texts
of another corpus. Prints a Markdown table: right first answers for each kind of mistake, how many
are still right when one false answer in twenty is let through, and the processor time.
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

from store import answers
from store.database import Store
from store.fold import fold, squeeze
from store.terms import pairs
from tests.noising import MISTAKES
from tests.question_sets import Row, archive, rows

Search = Callable[[str], tuple[str, float]]
"""From a question to the best passage's pid and how sure the system is."""


def own(store: Store) -> Search:
    """This project."""

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


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--news", type=Path)
    asked.add_argument("--extra", type=int, default=0)
    asked.add_argument("--seed", type=int, default=3)
    given = asked.parse_args()
    passages = list(rows(given.folder / "corpus.jsonl"))
    if given.news:
        passages += islice(rows(given.news), given.extra)
    questions = list(rows(given.folder / "queries.jsonl"))
    away = given.folder / "ooa_hard.jsonl"
    strangers = list(rows(away)) if away.exists() else []
    say = sys.stdout.write
    say(f"{len(passages)} passages, {len(questions)} questions, seed {given.seed}\n\n")
    say("| system | mistakes | right first % | right, 5 % false | ms p50 | ms p99 |\n")
    say("|---|---|--:|--:|--:|--:|\n")
    with tempfile.TemporaryDirectory() as work:
        store = archive(work, "bench", passages)
        for name, search in (("Baowen", own(store)), ("FTS5 pairs", peer(passages))):
            for line in measured(search, questions, strangers, given.seed):
                say(f"| {name} | {line} |\n")
        store.close()


if __name__ == "__main__":
    main()
