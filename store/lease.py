"""One bot a store: the second is refused. And a sign of life from the one that runs."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from store.errors import AlreadyRunning, StoreUnwritable

GLANCE = 1.0
"""Seconds that a starting bot waits for one who only looks whether there is a bot."""


def beside(path: Path) -> Path:
    """The empty file that a running bot holds, and whose time is that of the last sign of life."""
    return path.with_name(f"{path.name}.running")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a store for one running bot.

    The lock is SQLite's own on an empty file beside the store: it works wherever the store does,
    and ends with the process however that ends, so there is nothing to clean up after a crash.
    Raises AlreadyRunning, or StoreUnwritable.
    """
    connection = None
    try:
        connection = sqlite3.connect(beside(path), timeout=GLANCE)
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if connection is not None:
            connection.close()
        if "locked" in str(error):
            raise AlreadyRunning(
                f"{path} 正由另一个 baowen run 使用；同一个库只能有一个机器人，请先停掉那一个。"
            ) from None
        raise StoreUnwritable(f"{path} 所在的目录写不进（{error}）；请检查权限。") from error
    beat(path)
    try:
        yield
    finally:
        connection.close()


def beat(path: Path) -> None:
    """Give a sign of life for the store's bot."""
    with suppress(OSError):
        os.utime(beside(path))


def silence(path: Path) -> float | None:
    """Seconds since the last sign of life of the store's bot; None when no bot runs.

    Raises StoreUnwritable when this user may not see it.
    """
    held = beside(path)
    if os.path.exists(held) and not os.access(held, os.R_OK):
        raise StoreUnwritable(f"{held} 不许看；请用运行机器人的那个用户来查。")
    try:
        with closing(sqlite3.connect(f"{held.absolute().as_uri()}?mode=ro", uri=True)) as probe:
            probe.execute("PRAGMA busy_timeout = 0")
            probe.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            return max(0.0, time.time() - held.stat().st_mtime)
    return None
