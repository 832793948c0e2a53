"""One bot a store: the second is refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from store.errors import AlreadyRunning, StoreUnwritable


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a store for one running bot.

    The lock is SQLite's own on an empty file beside the store: it works wherever the store does,
    and ends with the process however that ends, so there is nothing to clean up after a crash.
    Raises AlreadyRunning, or StoreUnwritable.
    """
    connection = None
    try:
        connection = sqlite3.connect(path.with_name(f"{path.name}.running"), timeout=0)
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if connection is not None:
            connection.close()
        if "locked" in str(error):
            raise AlreadyRunning(
                f"{path} 正由另一个 baowen run 使用；同一个库只能有一个机器人，请先停掉那一个。"
            ) from None
        raise StoreUnwritable(f"{path} 所在的目录写不进（{error}）；请检查权限。") from error
    try:
        yield
    finally:
        connection.close()
