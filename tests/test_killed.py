"""Killed in the middle of reading an archive: what was read can be asked, and reading goes on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from store import answers, archive
from store.database import Store
from store.health import problems

COUNT = 7000
ROW = '{{"id": "r{n}", "title": "第{n}号渠", "paragraphs": ["柳镇第{n}号渠清淤{m}天，{text}。"]}}\n'
WAIT = 60.0
"""Seconds after which the reader must have written something."""


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    said = "放水那天，沿渠的人家都到闸口来看"
    path.write_text(
        "".join(ROW.format(n=n, m=n % 31, text=said[n % 7 :] + str(n * n)) for n in range(COUNT)),
        "utf-8",
    )
    return path


def held(store: Store) -> int:
    count: int = store.db.execute("SELECT count(*) FROM articles").fetchone()[0]
    return count


def killed_while_reading(rows: Path, path: Path, least: int) -> None:
    """Read the file in a process of its own and kill that once so many articles are there."""
    command = [sys.executable, "-m", "bot", "ingest", str(rows), "--db", str(path)]
    with Store(path) as store, subprocess.Popen(command, stdout=subprocess.DEVNULL) as reader:
        until = time.monotonic() + WAIT
        while held(store) < least and reader.poll() is None:
            assert time.monotonic() < until
            time.sleep(0.01)
        os.kill(reader.pid, signal.SIGKILL)


@pytest.mark.parametrize("least", [1, 3000])
def test_an_archive_whose_reading_was_killed_answers_and_can_be_read_on(
    rows: Path, tmp_path: Path, least: int
) -> None:
    path = tmp_path / "killed.db"
    killed_while_reading(rows, path, least)
    with Store(path) as store:
        assert least <= held(store) < COUNT
        assert problems(store) == []
        first = answers.ask(store, "柳镇第7号渠清淤几天").candidates[0]
        assert first.article.title == "第7号渠"
        moved = archive.take_archive(store, rows)
        assert moved.unchanged + moved.new == COUNT
        assert held(store) == COUNT
        assert problems(store) == []
        last = answers.ask(store, f"第{COUNT - 1}号渠").candidates[0]
        assert last.article.title == f"第{COUNT - 1}号渠"
