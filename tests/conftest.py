"""The seams: a store of the sample issues, and the two places where the conversation is held."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.asking import Memory
from bot.conversation import hear, press
from bot.reply import Button, Reply
from bot.sampling import fill
from bot.talk import Reader, Talk
from store.database import Store

if TYPE_CHECKING:
    from tests.playing import Play

NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)
SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    with Store(tmp_path / "test.db") as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample issues, made once."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    with Store(path) as opened:
        fill(opened)
    return path


@pytest.fixture
def samples(sample_file: Path, tmp_path: Path) -> Iterator[Store]:
    """The sample issues in a store of the test's own."""
    with Store(sample_file) as source:
        source.backup(tmp_path / "samples.db")
    with Store(tmp_path / "samples.db") as opened:
        yield opened


class Chat:
    """A reader who types and presses buttons by their labels."""

    def __init__(self, store: Store, reader: Reader) -> None:
        self.talk = Talk(store, reader, NOW, Memory())
        self.reply = Reply()

    def say(self, text: str) -> Reply:
        self.reply = hear(self.talk, text)
        return self.reply

    def press(self, label: str) -> Reply:
        self.reply = press(self.talk, self.button(label).data or "")
        return self.reply

    def later(self, time: timedelta) -> None:
        """Let time pass."""
        self.talk = replace(self.talk, now=self.talk.now + time)

    def button(self, label: str) -> Button:
        return next(b for row in self.reply.buttons for b in row if label in b.label)

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.reply.buttons for button in row]


@pytest.fixture
def chat(samples: Store) -> Chat:
    """A reader in a private chat over the sample issues."""
    return Chat(samples, Reader(user=7, chat=7))


@pytest.fixture
def group(samples: Store) -> Chat:
    """A reader in a group over the sample issues."""
    return Chat(samples, Reader(user=7, chat=-70, kind="group"))


@pytest.fixture
def play(samples: Store) -> Play:
    """The real bot over the sample issues, handed updates."""
    # python-telegram-bot takes longer to import than most tests take.
    from tests.playing import player

    return player(samples)


@pytest.fixture
def ended(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `baowen` as a process until it ends; in an empty folder, so that no .env is near."""

    def run(
        args: list[str], env: dict[str, str] | None = None, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        own = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        own |= {"PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONUTF8": "1"}
        return subprocess.run(
            [sys.executable, "-m", "bot", *args],
            env=own | (env or {}),
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def chief(samples: Store) -> Chat:
    """An administrator of the bot in a private chat."""
    return Chat(samples, Reader(user=1, chat=1, admin=True))
