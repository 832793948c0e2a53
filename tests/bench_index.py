"""What the index costs beside FTS5 on character pairs: building it, its size, a question, growth.

    python -m tests.bench_index CORPUS.jsonl[.xz] [--passages N] [--questions QUESTIONS.jsonl]
        [--grow M] [--folder FOLDER]

CORPUS holds articles (title, paragraphs) or passages (title, text), one JSON object a line;
QUESTIONS holds one with a `text` a line, else questions are made: the beginnings of sentences,
one character in each mistaken. `--grow` asks the same of an archive of M passages, made of the
corpus's sentences when it is too small (see `tests.growing`), filled without regions and
summaries. FOLDER keeps the stores, so that a second run need not build them. All times are of the
processor; both systems run in this process, one after the other, and ratios are what counts.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from store import answers, archive, articles, index
from store.database import Store
from store.fold import fold, squeeze
from store.model import Article
from store.terms import pairs
from tests.growing import grown
from tests.question_sets import rows

Row = dict[str, Any]
BATCH = 2000
WARM = 10
"""Questions asked before measuring."""


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor that some work takes."""
    started = process_time()
    work()
    return process_time() - started


def said(row: Row) -> str:
    """The text of a row of either form, its title first."""
    text = "\n".join(row["paragraphs"]) if "paragraphs" in row else str(row["text"])
    return f"{row['title']}\n{text}" if row.get("title") else text


def ingested(path: Path, passages: Sequence[Row]) -> tuple[float, float]:
    """Read passages as an archive into a new store: seconds in all, and for the index alone."""
    lines = path.with_suffix(".jsonl")
    with lines.open("w", encoding="utf-8") as out:
        for number, row in enumerate(passages):
            text = row.get("paragraphs") or [row["text"]]
            made = {"id": f"p{number}", "title": row["title"] or text[0][:20], "paragraphs": text}
            out.write(json.dumps(made, ensure_ascii=False) + "\n")
    store = Store(path)

    def read() -> None:
        archive.take_archive(store, lines)
        store.shrink()

    def again() -> None:
        with store.writing() as db:
            index.rebuild(db, articles.everything(store))

    whole, alone = timed(read), timed(again)
    lines.unlink()
    store.shrink()
    store.close()
    return whole, alone


def filled(path: Path, texts: Iterable[str]) -> float:
    """Write and index passages, nothing else; gives the seconds it took."""
    store = Store(path)
    made = (
        Article(id=f"p{i}", number=0, title=text[:20], kind="feature", paragraphs=(text,))
        for i, text in enumerate(texts)
    )
    started = process_time()
    while batch := list(islice(made, BATCH)):
        drafts = list(index.drafted(batch))
        with store.writing() as db:
            archive.put(db, batch, drafts)
        archive.merged(store, index.BULK)
    archive.merged(store)
    store.shrink()
    store.close()
    return process_time() - started


def peer(path: Path, texts: Iterable[str]) -> float:
    """The same passages in FTS5, pairs without their text; gives the seconds it took."""
    db = sqlite3.connect(path)
    db.execute("CREATE VIRTUAL TABLE peer USING fts5(body, content='')")
    started = process_time()
    db.executemany(
        "INSERT INTO peer (body) VALUES (?)",
        ((" ".join(pairs(squeeze(fold(text)))),) for text in texts),
    )
    db.execute("INSERT INTO peer (peer) VALUES ('optimize')")
    db.commit()
    db.execute("VACUUM")
    db.close()
    return process_time() - started


def asked(search: Callable[[str], object], questions: Sequence[str]) -> tuple[float, float, float]:
    """Median, 99th percentile and greatest time of a question, in milliseconds."""
    for question in questions[:WARM]:
        search(question)
    times = sorted(1000 * timed(lambda q=question: search(q)) for question in questions)  # type: ignore[misc]
    return times[len(times) // 2], times[int(0.99 * len(times))], times[-1]


def of_store(path: Path, questions: Sequence[str]) -> tuple[float, float, float]:
    """The times of this project's questions."""
    with Store(path) as store:
        return asked(lambda question: answers.ask(store, question), questions)


def of_peer(path: Path, questions: Sequence[str]) -> tuple[float, float, float]:
    """The times of an OR of the question's pairs, the best ten."""
    db = sqlite3.connect(path)

    def search(question: str) -> list[Any]:
        found = dict.fromkeys(pairs(squeeze(fold(question))))
        match = " OR ".join(f'"{pair}"' for pair in found)
        sql = "SELECT rowid, bm25(peer) FROM peer WHERE peer MATCH ? ORDER BY 2 LIMIT 10"
        return db.execute(sql, [match]).fetchall() if found else []

    return asked(search, questions)


def made_questions(texts: Sequence[str], count: int = 150, seed: int = 3) -> Iterator[str]:
    """Beginnings of sentences with one character mistaken."""
    rng = random.Random(seed)
    for text in rng.sample(list(texts), min(count, len(texts))):
        sentence = max(re.split("[。！？；，\n]", text), key=len)[: rng.randint(8, 24)]
        place = rng.randrange(len(sentence))
        yield sentence[:place] + rng.choice(text) + sentence[place + 1 :]


def sizes(path: Path) -> Iterator[tuple[str, int]]:
    """Bytes of each table with its indexes, the largest first."""
    db = sqlite3.connect(path)
    try:
        yield from db.execute(
            "SELECT tbl_name, sum(pgsize) FROM dbstat JOIN sqlite_schema USING (name)"
            " GROUP BY 1 ORDER BY 2 DESC LIMIT 5"
        ).fetchall()
    except sqlite3.OperationalError:
        yield "(this SQLite has no dbstat)", 0


def line(what: str, own: float, other: float) -> None:
    """A row of the table."""
    sys.stdout.write(f"| {what} | {own:.2f} | {other:.2f} | {own / other:.2f} |\n")
    sys.stdout.flush()


def size_of(path: Path) -> int:
    return sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))


def report(own: Path, other: Path, questions: Sequence[str], text: int) -> float:
    """Print size and questions of two stores; gives the 99th percentile of this project's."""
    line("size, MB", size_of(own) / 1e6, size_of(other) / 1e6)
    line("size beside the text (UTF-8)", size_of(own) / text, size_of(other) / text)
    mine, theirs = of_store(own, questions), of_peer(other, questions)
    for name, one, another in zip(("p50", "p99", "most"), mine, theirs, strict=True):
        line(f"a question, {name}, ms", one, another)
    for name, taken in sizes(own):
        sys.stdout.write(f"| table `{name}`, MB | {taken / 1e6:.2f} | | |\n")
    return mine[1]


def main() -> None:
    asked_for = argparse.ArgumentParser(description=__doc__)
    asked_for.add_argument("corpus", type=Path)
    asked_for.add_argument("--passages", type=int)
    asked_for.add_argument("--questions", type=Path)
    asked_for.add_argument("--grow", type=int)
    asked_for.add_argument("--folder", type=Path)
    given = asked_for.parse_args()
    passages = list(islice(rows(given.corpus), given.passages))
    texts = [said(row) for row in passages]
    questions = (
        [row["text"] for row in rows(given.questions)]
        if given.questions
        else list(made_questions(texts))
    )
    with tempfile.TemporaryDirectory() as work:
        folder = given.folder or Path(work)
        folder.mkdir(exist_ok=True)
        compared(folder, passages, texts, questions)
        small = report(*stores(folder, len(texts)), questions, bytes_of(texts))
        if given.grow:
            large = grow(folder, texts, given.grow, questions)
            sys.stdout.write(f"\np99 grows {large / small:.2f} times.\n")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"Peak memory of this process: {peak:.0f} MB.\n")


def stores(folder: Path, count: int) -> tuple[Path, Path]:
    return folder / f"baowen-{count}.db", folder / f"fts5-{count}.db"


def bytes_of(texts: Iterable[str]) -> int:
    return sum(len(text.encode()) for text in texts)


def compared(
    folder: Path, passages: Sequence[Row], texts: Sequence[str], questions: Sequence[str]
) -> None:
    """Print the head of the table, and what building costs unless it was done before."""
    own, other = stores(folder, len(texts))
    say = sys.stdout.write
    say(f"{len(texts)} passages, {len(questions)} questions\n\n")
    say("| | Baowen | FTS5 pairs | ratio |\n|---|--:|--:|--:|\n")
    if not own.exists():
        whole, alone = ingested(own, passages)
        theirs = peer(other, texts)
        line("reading an archive, s", whole, theirs)
        line("the index alone, s", alone, theirs)


def grow(folder: Path, texts: Sequence[str], count: int, questions: Sequence[str]) -> float:
    """Make both larger and print what that costs; gives the 99th percentile of a question."""
    own, other = stores(folder, count)
    say = sys.stdout.write
    say(f"\n{count} passages\n\n| | Baowen | FTS5 pairs | ratio |\n|---|--:|--:|--:|\n")
    if not own.exists():
        mine = filled(own, grown(texts, count))
        line("writing and indexing, s", mine, peer(other, grown(texts, count)))
    return report(own, other, questions, bytes_of(grown(texts, count)))


if __name__ == "__main__":
    main()
