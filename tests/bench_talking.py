"""How long a reader waits, beside a bare echo bot in the same run.

    python -m tests.bench_talking [--articles 10000] [--questions 600]

20 questions a second from 200 readers, parts of sentences of an archive of news, through the Bot
API server on loopback. The two bots take turns, a few seconds each. Prints the median round's p50
and p99 in milliseconds, the processor time of a reply, and the ratios.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from store.archive import take_archive
from store.database import Store
from tests.conftest import SHARED

sys.path.insert(0, str(SHARED / "botapi"))
NEWS = SHARED / "data" / "distractors" / "corpus.jsonl.xz"
RATE = 20
CHATS = 200
ROUND = 100
"""Questions of a turn: five seconds."""


class Round(NamedTuple):
    """One turn of one bot: percentiles in ms, replies lost, processor time of a reply in ms."""

    p50: float
    p99: float
    lost: int
    cpu: float


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


@contextmanager
def talking(command: list[str], env: dict[str, str]) -> Iterator[Any]:
    """A server with a bot on it, ready for load; `{token}` and `{url}` in `env` are filled in."""
    from client import Harness  # type: ignore[import-not-found]

    with Harness.spawn(limits="off") as api:
        given = {name: value.format(token=api.token, url=api.url) for name, value in env.items()}
        api.start_bot(command, env=given, cwd=Path(__file__).parent.parent)
        yield api


def rounds(bots: Mapping[str, Any], texts: Sequence[str]) -> dict[str, list[Round]]:
    """What each bot measured, taking turns, so that whatever else the machine does hits all."""
    seen: dict[str, list[Round]] = {name: [] for name in bots}
    for asked in batched(texts, ROUND):
        for name, api in bots.items():
            before = api.bots[0].usage()["cpu_s"]
            row = api.load(len(asked), rate=RATE, chats=CHATS, texts=asked)
            cpu = 1000 * (api.bots[0].usage()["cpu_s"] - before) / len(asked)
            seen[name].append(Round(row["p50_ms"], row["p99_ms"], row["lost"], cpu))
    return seen


def batched(texts: Sequence[str], size: int) -> Iterator[list[str]]:
    """The texts in whole batches; what is left over is left out."""
    for at in range(0, len(texts) - size + 1, size):
        yield list(texts[at : at + size])


def report(seen: Mapping[str, list[Round]]) -> Iterator[str]:
    """A line a bot, and the ratios of the second to the first."""
    totals = []
    for name, row in seen.items():
        p50, cpu = median(one.p50 for one in row), median(one.cpu for one in row)
        p99, lost = median(one.p99 for one in row), sum(one.lost for one in row)
        totals.append((p50, p99))
        worst = max(one.p99 for one in row)
        yield (
            f"{name:9} p50 {p50:6.1f} ms   p99 {p99:6.1f} ms (worst round {worst:.1f})"
            f"   cpu {cpu:5.1f} ms   lost {lost}"
        )
    (peer50, peer99), (our50, our99) = totals
    yield f"ratio     p50 {our50 / peer50:6.2f}      p99 {our99 / peer99:6.2f}"


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
        sample = [sys.executable, str(SHARED / "botapi" / "samplebot.py")]
        ours = [sys.executable, "-m", "bot", "run"]
        with talking(sample, echo) as peer, talking(ours, own) as baowen:
            seen = rounds({"echo bot": peer, "baowen": baowen}, texts)
    print(f"{args.articles} articles, {args.questions} questions at {RATE} a second, in turns")
    print(*report(seen), sep="\n")


if __name__ == "__main__":
    main()
