"""Alerts against the Bot API server on loopback, with Telegram's limits.

    python -m tests.bench_delivering pace   [--chats 300] [--in-flight 1]
    python -m tests.bench_delivering kills  [--chats 300] [--kills 10]
    python -m tests.bench_delivering faults [--chats 300] [--lost 0.01]
    python -m tests.bench_delivering rows   [--chats 100000]

`pace`: one issue to all chats while a reader asks; seconds against the floor of 30 a second, flood
refusals, and how long the reader waits, idle and meanwhile. `kills`: the bot is killed with SIGKILL
at random moments and started again; chats told never, once, twice. `faults`: 5 % of the chats
blocked, 2 % migrated, 1 % gone, 1 % of the sends answered 502 or reset before or after taking
effect, one flood wait of 30 s. `rows`: how long the outbox of many chats takes to write, how long
a reader waits meanwhile, and the memory of the bot.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from store import outbox, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.conftest import SHARED

sys.path.insert(0, str(SHARED / "botapi"))
HERE = Path(__file__).parent.parent
PAGES = sorted((HERE / "store" / "samples").glob("*_05.txt"))
FIRST = 700_001
READER, READERS = 42, 20
QUESTION = "党员教育怎么学"
OPEN = ("waiting", "claimed", "sending")
OWN = {"BAOWEN_SETTLE": "1"}


class Scene:
    """A store with subscribers, the server with their chats, and the bot between them."""

    def __init__(self, api: Any, folder: Path, count: int, env: dict[str, str]) -> None:
        self.api = api
        self.db = folder / "bench.db"
        self.ids = range(FIRST, FIRST + count)
        self.env = {
            "TELEGRAM_BOT_TOKEN": api.token,
            "TELEGRAM_API_URL": api.url,
            "BAOWEN_DB": str(self.db),
            "LOG_LEVEL": "WARNING",
            **OWN,
            **env,
        }
        self.ingest(PAGES[0])
        now = datetime.now(UTC)
        with Store(self.db) as store, store.writing():
            for number in self.ids:
                subscriptions.add(store, Target(number), Wish(), now)

    def known(self, ids: Any) -> None:
        for number in ids:
            self.api.ctl("chat", id=number)

    def start(self) -> Any:
        return self.api.start_bot([sys.executable, "-m", "bot", "run"], env=self.env, cwd=HERE)

    def ingest(self, page: Path) -> None:
        command = [sys.executable, "-m", "bot", "ingest", "--db", str(self.db), str(page)]
        subprocess.run(command, cwd=HERE, check=True, capture_output=True)

    def summary(self) -> dict[tuple[str, str | None], int]:
        with Store(self.db) as store:
            return outbox.summary(store)

    def open(self) -> int:
        rows = self.summary()
        return sum(n for (state, _), n in rows.items() if state in OPEN)

    def told(self) -> tuple[Counter[int], list[float]]:
        """How many alerts stand in each chat, and when each came."""
        count: Counter[int] = Counter()
        times: list[float] = []
        gone = {(e["chat_id"], e["message_id"]) for e in self.events("delete")}
        for event in self.events("message"):
            chat, message = event["chat_id"], event["message"]["message_id"]
            if "新到" in event["message"].get("text", "") and (chat, message) not in gone:
                count[chat] += 1
                times.append(event["t"])
        return count, times

    def events(self, kind: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        since = 0
        while True:
            got = self.api.events(since=since, types=kind, limit=5000)["events"]
            if not got:
                return found
            found += got
            since = got[-1]["seq"]


def asking(
    scene: Scene, seconds: float, until: Callable[[], bool] = lambda: False, rest: float = 0.2
) -> list[float]:
    """Milliseconds that readers waited for their answers, one after the other in turn."""
    readers = [scene.api.private(READER + n, first_name="Ann") for n in range(READERS)]
    waits: list[float] = []
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        reader = readers[len(waits) % READERS]
        begun = time.monotonic()
        reader.ask(QUESTION, timeout=20)
        waits.append((time.monotonic() - begun) * 1000)
        time.sleep(rest)
    return waits


def spoken(waits: list[float]) -> str:
    ordered = sorted(waits)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"p50 {statistics.median(ordered):.1f} ms, p99 {p99:.1f} ms ({len(ordered)})"


def pace(scene: Scene, given: argparse.Namespace) -> None:
    scene.known(scene.ids)
    scene.start()
    asking(scene, 5)
    print("idle     ", spoken(asking(scene, given.idle)))
    scene.ingest(PAGES[1])
    begun = time.monotonic()
    limit = given.chats / 30 * 2 + 30
    seen = asking(scene, limit, lambda: time.monotonic() - begun > 3 and not scene.open(), rest=1.5)
    print("meanwhile", spoken(seen))
    count, times = scene.told()
    # Answers to readers take their places among the 30 a second too.
    took, floor = max(times) - min(times), (given.chats + len(seen) - 1) / 30
    print(f"told {len(count)} of {given.chats} chats, twice {sum(n > 1 for n in count.values())}")
    print(f"{took:.1f} s, floor {floor:.1f} s, ratio {took / floor:.3f}")
    print("violations", scene.api.kinds(), scene.summary())


def kills(scene: Scene, given: argparse.Namespace) -> None:
    scene.known(scene.ids)
    dice = random.Random(7)
    scene.ingest(PAGES[1])
    done = 0
    for _ in range(given.kills):
        bot = scene.start()
        time.sleep(dice.uniform(0.2, 2.0 * given.chats / 30 / given.kills))
        bot.kill()
        done += 1
    scene.start()
    settled(scene, given.chats / 30 * 2 + 60)
    report(scene, given, f"{done} kills")


def faults(scene: Scene, given: argparse.Namespace) -> None:
    dice = random.Random(11)
    ids = list(scene.ids)
    dice.shuffle(ids)
    n = given.chats
    blocked, rest = ids[: n // 20], ids[n // 20 :]
    gone, rest = rest[: n // 100], rest[n // 100 :]
    groups = [-(4_000_000 + k) for k in range(n // 50)]
    scene.known(ids)
    for number in blocked:
        scene.api.ctl("chat", id=number, blocked=True)
    for number in gone:
        scene.api.ctl("chat", id=number, deactivated=True)
    now = datetime.now(UTC)
    with Store(scene.db) as store:
        for group in groups:
            scene.api.group(group)
            subscriptions.add(store, Target(group), Wish(), now)
    scene.start()
    for group in groups:
        to = group - 1_000_000_000_000
        scene.api.ctl("push", kind="migrate", chat_id=group, user_id=1, to=to)
    for seed, action in enumerate(("status", "reset")):
        for where in ("before", "after"):
            fault = {"action": action, "where": where, "status": 502, "prob": given.lost / 4}
            scene.api.fault(method="sendmessage", seed=7 + 2 * seed + (where == "after"), **fault)
    scene.api.fault(method="sendmessage", action="flood", retry_after=30, count=1, after=n // 2)
    scene.ingest(PAGES[1])
    settled(scene, n / 30 * 2 + 120)
    scene.api.clear_faults()
    report(scene, given, f"{len(blocked)} blocked, {len(gone)} gone, {len(groups)} migrated")


def rows(scene: Scene, given: argparse.Namespace) -> None:
    scene.known(list(scene.ids)[:1000])
    bot = scene.start()
    asking(scene, 5)
    print("idle     ", spoken(asking(scene, given.idle, rest=0.05)))
    scene.ingest(PAGES[1])
    begun = time.monotonic()
    waits: list[float] = []
    while sum(scene.summary().values()) < given.chats and time.monotonic() - begun < 60:
        waits += asking(scene, 1, rest=0.05)
    print(f"outbox of {given.chats} written {time.monotonic() - begun:.1f} s after reading")
    print("meanwhile", spoken(waits))
    print("bot", bot.usage())


def settled(scene: Scene, seconds: float) -> None:
    end = time.monotonic() + seconds
    time.sleep(3)
    while scene.open() and time.monotonic() < end:
        time.sleep(1)


def report(scene: Scene, given: argparse.Namespace, head: str) -> None:
    count, _ = scene.told()
    print(head)
    print("chats by alerts received", dict(Counter(count.values())), "of", given.chats)
    print("states", scene.summary())
    print("violations", scene.api.kinds(), "deleted", len(scene.events("delete")))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["pace", "kills", "faults", "rows"])
    parser.add_argument("--chats", type=int, default=300)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--idle", type=float, default=20)
    parser.add_argument("--lost", type=float, default=0.01)
    parser.add_argument("--in-flight", default="1")
    given = parser.parse_args()
    if not (SHARED / "botapi").exists():
        sys.exit("needs the Bot API server")
    from client import Harness  # type: ignore[import-not-found]

    work = {"pace": pace, "kills": kills, "faults": faults, "rows": rows}[given.what]
    with tempfile.TemporaryDirectory() as folder, Harness.spawn(limits="telegram") as api:
        env = {"BAOWEN_IN_FLIGHT": given.in_flight}
        work(Scene(api, Path(folder), given.chats, env), given)


if __name__ == "__main__":
    main()
