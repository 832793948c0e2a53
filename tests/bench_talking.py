"""How long a reader waits, beside a bare echo bot in the same run.

    python -m tests.bench_talking [--articles 10000] [--questions 600]

20 questions a second from 200 readers, over an archive of made-up articles, through the Bot API
server on loopback. Prints p50 and p99 of both in milliseconds and their ratios.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from store.archive import take_archive
from store.database import Store
from tests.conftest import SHARED

sys.path.insert(0, str(SHARED / "botapi"))

PLACES = ["柳湾县", "桐岗县", "渡河区", "白石滩镇", "石磨沟村", "后坡村"]
DOINGS = [
    "栽种油松",
    "清理河道",
    "开办夜校",
    "修建水池",
    "检修路灯",
    "晾晒粉条",
    "登记账目",
    "送药上门",
]
PEOPLE = ["党员志愿者", "村党支部", "驻村工作队", "林场职工", "社区网格员", "返乡青年"]
ENDS = ["群众都说好", "比去年提前了半个月", "下个月接着办", "账目贴在村口", "老人孩子都受益"]


def sentence(dice: random.Random) -> str:
    """A made-up sentence in the manner of a county report."""
    count = dice.randrange(3, 900)
    return (
        f"{dice.choice(PLACES)}{dice.choice(PEOPLE)}在{dice.randrange(1, 13)}月"
        f"{dice.choice(DOINGS)}{count}处，{dice.choice(ENDS)}。"
    )


def archive(path: Path, articles: int) -> None:
    """A store of made-up articles."""
    dice = random.Random(3)
    lines = path.with_suffix(".jsonl")
    with lines.open("w", encoding="utf-8") as out:
        for number in range(articles):
            paragraphs = ["".join(sentence(dice) for _ in range(4)) for _ in range(4)]
            row = {"id": str(number), "title": sentence(dice)[:-1], "paragraphs": paragraphs}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    with Store(path) as store:
        take_archive(store, lines)


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
    dice = random.Random(5)
    texts = [sentence(dice)[:-1] for _ in range(args.questions)]
    echo = {"E2E_TOKEN": "{token}", "E2E_BASE": "{url}", "E2E_ECHO": "1"}
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "bench.db"
        archive(db, args.articles)
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
