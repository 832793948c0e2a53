"""`baowen run` as a process against a strict Bot API server on loopback (not part of a clone)."""

from __future__ import annotations

import gc
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from store.database import Store
from tests.conftest import SHARED

BOTAPI = SHARED / "botapi"
MARKS = [
    pytest.mark.skipif(not BOTAPI.exists(), reason="needs the Bot API server"),
    # The server's client leaves its sockets and pipes to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
SECRET = "a-secret"
SILENCE = 1.3
"""Seconds after which a second message would have come: it waits one for the chat's turn."""


@contextmanager
def served(limits: str = "telegram") -> Iterator[Any]:
    """The server, with Telegram's limits or stricter ones."""
    sys.path.insert(0, str(BOTAPI))
    try:
        from client import Harness  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(BOTAPI))
    with Harness.spawn(limits=limits) as harness:
        yield harness
    gc.collect()


def copied(source: Path, folder: Path) -> Path:
    """A copy of the sample issues for one bot."""
    with Store(source) as store:
        store.backup(folder / "own.db")
    return folder / "own.db"


def environment(api: Any, db: Path, *, webhook: bool = False) -> dict[str, str]:
    """The settings of a bot over a store."""
    env = {"TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_URL": api.url, "BAOWEN_DB": str(db)}
    if webhook:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        env |= {
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
            "WEBHOOK_SECRET": SECRET,
        }
    return env


def start(api: Any, env: dict[str, str], folder: Path) -> Any:
    """Start a bot and wait until it listens; its log stands in the folder."""
    command = [sys.executable, "-m", "bot", "run"]
    return api.start_bot(command, env=env, cwd=Path(__file__).parent.parent, log=folder / "log")


def clean(api: Any) -> None:
    """Telegram refused nothing, and found nothing to warn of."""
    refused = api.violations()
    assert not refused, refused
