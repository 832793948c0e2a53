"""What the running bot looks after: the inbox, and pages that publish themselves."""

import asyncio
import os
from datetime import timedelta
from pathlib import Path

from bot.asking import Memory
from bot.inbox import DONE, FAILED
from bot.settings import Settings
from bot.talk import Reader, Talk
from bot.watching import Watcher
from store import articles, received
from store.database import Store
from store.model import Filters
from tests.newsroom import NOW, TEXT

NAME = "青禾日报_2026-03-10_1.txt"
PAGE = TEXT.format(page=1, title="梨树剪枝有门道", place="柳湾村", date="3月9日")


def looks(store: Store, inbox: Path | None, times: int = 2, minutes: int = 0) -> list[str]:
    """What administrators were told in so many looks."""
    told: list[str] = []

    async def tell(sentence: str) -> None:
        told.append(sentence)

    async def run() -> None:
        settings = Settings(inbox=inbox)
        now = NOW + timedelta(minutes=minutes)
        talk = Talk(store, Reader(0, 0), now, Memory(), settings)
        watcher = Watcher(store, settings, lambda: talk, tell)
        for _ in range(times):
            await watcher.watch()
        await watcher.stop()

    asyncio.run(run())
    return told


def count(store: Store) -> int:
    return articles.listing(store, Filters()).total


def test_a_page_put_into_the_folder_is_read_and_nobody_is_bothered(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / NAME).write_text(PAGE, "utf-8")
    assert looks(store, tmp_path) == []
    assert count(store) == 1
    assert (tmp_path / DONE / NAME).exists()


def test_administrators_hear_of_a_file_that_failed_once(store: Store, tmp_path: Path) -> None:
    (tmp_path / "照片.zip").write_bytes(b"x")
    (sentence,) = looks(store, tmp_path, times=4)
    assert "照片.zip" in sentence
    assert os.listdir(tmp_path / FAILED)


def test_a_page_publishes_itself_when_its_time_has_come(store: Store) -> None:
    received.take_page(store, NAME, PAGE.encode(), NOW, NOW + timedelta(minutes=5))
    looks(store, None, minutes=4)
    assert count(store) == 0
    looks(store, None, minutes=5)
    assert count(store) == 1


def test_the_folder_is_made_when_it_is_missing(store: Store, tmp_path: Path) -> None:
    async def run() -> None:
        settings = Settings(inbox=tmp_path / "new" / "inbox")
        talk = Talk(store, Reader(0, 0), NOW, Memory(), settings)

        async def tell(sentence: str) -> None:
            raise AssertionError(sentence)

        watcher = Watcher(store, settings, lambda: talk, tell)
        await watcher.start()
        await watcher.stop()

    asyncio.run(run())
    assert (tmp_path / "new" / "inbox").is_dir()


def test_many_files_that_fail_at_once_are_one_message(store: Store, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number}.pdf").write_bytes(b"%PDF")
    (told,) = looks(store, tmp_path)
    assert len(told.splitlines()) == 11
    assert "还有 2 个" in told.splitlines()[-1]
