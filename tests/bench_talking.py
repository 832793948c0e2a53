"""How long a reader waits, beside a bare echo bot in the same run.

    python -m tests.bench_talking [--articles 10000] [--questions 600]

20 questions a second from 200 readers, parts of sentences of an archive of news, through the Bot
API server on loopback. Prints p50 and p99 of both in milliseconds and their ratios.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import tempfile
from itertools import islice
from pathlib import Path
from typing import Any

from store.archive import take_archive
from store.database import Store
from tests.conftest import SHARED

sys.path.insert(0, str(SHARED / "botapi"))
NEWS = SHARED / "data" / "distractors" / "corpus.jsonl.xz"

def archive(path: Path, articles: int, dice: random.Random, questions: int) -> list[str]:
    """A store of news articles; gives parts of their sentences to ask for."""
    lines = path.with_suffix(".jsonl")
    asked: list[str] = []
    with lzma.open(NEWS, "rt", encoding="utf-8") as news, lines.open("w", encoding="utf-8") as out:
        for row in islice(map(json.loads, news), articles):
            text = row["text"]
            article = {"id": row["pid"], "title": row["title"] or text[:20], "paragraphs": [text]}
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
            at = dice.randrange(max(1, len(text) - 20))
            asked.append(text[at : at + dice.randrange(6, 18)])
    with Store(path) as store:
        take_archive(store, lines)
    return dice.sample([text for text in asked if text.strip()], questions)


def measured(command: list[str], env: dict[str, str], texts: list[str]) -> dict[str, Any]:
    """What the load of readers' questions measured for one bot."""
    from client import Harness  # type: ignore[import-not-found]

    with Harness.spawn(limits="off") as api:
        given = {name: value.format(token=api.token, url=api.url) for name, value in env.items()}
        api.start_bot(command, env=given, cwd=Path(__file__).parent.parent)
        result: dict[str, Any] = api.load(len(texts), rate=20, chats=200, texts=texts)
        return result


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--articles", type=int, default=10_000)
    ask.add_argument("--questions", type=int, default=600)
    args = ask.parse_args()
    echo = {"E2E_TOKEN": "{token}", "E2E_BASE": "{url}", "E2E_ECHO": "1"}
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        texts = archive(db, args.articles, random.Random(5), args.questions)
        own = {
            "TELEGRAM_BOT_TOKEN": "{token}",
            "TELEGRAM_API_URL": "{url}",
            "BAOWEN_DB": str(db),
            "LOG_LEVEL": "ERROR",
        }
        sample = str(SHARED / "botapi" / "samplebot.py")
        peer = measured([sys.executable, sample], echo, texts)
        ours = measured([sys.executable, "-m", "bot", "run"], own, texts)
    print(f"{args.articles} articles, {args.questions} questions at 20 a second")
    for name, row in (("echo bot", peer), ("baowen", ours)):
        p50, p99 = row["p50_ms"], row["p99_ms"]
        print(f"{name:9} p50 {p50:7.1f} ms   p99 {p99:7.1f} ms   lost {row['lost']}")
    p50, p99 = ours["p50_ms"] / peer["p50_ms"], ours["p99_ms"] / peer["p99_ms"]
    print(f"ratio     p50 {p50:7.2f}      p99 {p99:7.2f}")


if __name__ == "__main__":
    main()
