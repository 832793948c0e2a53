"""The one door to SQLite: opening, pragmas, the writer's lock, backups, and errors in words."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

from sqlite_utils import Database

from store.errors import StoreLocked, StoreTooNew, StoreUnwritable
from store.migrations import migrations

BUSY_SECONDS = 30
CLOSE_SECONDS = 5
PAGE = 8192
"""Bytes of a database page."""


class Store:
    """An archive on disk. Safe to share between threads: each gets a connection of its own.

    Reading needs no ceremony; writing goes through `writing()`, which holds the only write
    transaction. Raises StoreUnwritable, StoreTooNew or StoreLocked on opening.

    A store that this user may not write can be read and backed up all the same; `read_only` tells
    so, and opens one so when it is given.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.read_only = read_only or only_readable(self.path)
        self._local = threading.local()
        self._lock = threading.RLock()
        self._connections: list[sqlite3.Connection] = []
        self._idle = threading.Condition()
        self._busy = 0
        self._closed = False
        with translated(self.path):
            self._migrate()

    @property
    def db(self) -> Database:
        """This thread's connection, for modules of this package only."""
        db: Database | None = getattr(self._local, "db", None)
        if db is None:
            with self._in_use():
                db = self._local.db = self._connect()
        return db

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """A write transaction: all of it is kept, or none. Nested calls join the outer one."""
        if self.read_only:
            raise StoreUnwritable(f"{self.path} 在这里只能读；请检查文件和目录的权限。")
        with self._lock, self._in_use(), translated(self.path):
            db = self.db
            if getattr(self._local, "writes", False):
                yield db
                return
            if db.conn.in_transaction:
                raise RuntimeError("writing inside reading would be rolled back with it")
            db.conn.execute("BEGIN IMMEDIATE")
            self._local.writes = True
            try:
                yield db
                db.conn.commit()
            except BaseException:
                db.conn.rollback()
                raise
            finally:
                self._local.writes = False

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """A consistent view for several reads, with database failures put into words."""
        with self._in_use(), translated(self.path):
            db = self.db
            if db.conn.in_transaction:
                yield db
                return
            db.conn.execute("BEGIN")
            try:
                yield db
            finally:
                db.conn.rollback()

    def backup(self, target: str | Path) -> None:
        """Write a consistent copy to `target`, which must not exist, while others read and write.

        Raises StoreUnwritable.
        """
        target = Path(target)
        if target.exists():
            raise StoreUnwritable(f"{target} 已存在；请换一个文件名，备份不会覆盖旧文件。")
        try:
            copy = sqlite3.connect(target)
            try:
                self.db.conn.backup(copy)
            finally:
                copy.close()
        except sqlite3.Error as error:
            with suppress(OSError):
                target.unlink(missing_ok=True)
            raise StoreUnwritable(f"备份写不进 {target}（{error}）；请检查权限和空间。") from error

    def shrink(self) -> None:
        """Give the pages that nothing uses any more back to the disk."""
        if self.read_only:
            return
        with self._lock, self._in_use(), translated(self.path):
            # execute() steps this statement once, which gives back a single page.
            self.db.conn.executescript("PRAGMA incremental_vacuum")

    def close(self) -> None:
        """Close every thread's connection when it is done. The store cannot be used afterwards."""
        self._closed = True
        with self._idle:
            # Closing a connection under a thread that uses it would crash the interpreter.
            if not self._idle.wait_for(lambda: self._busy == 0, CLOSE_SECONDS):
                return
        for connection in self._connections:
            connection.close()
        self._connections.clear()

    @contextmanager
    def _in_use(self) -> Iterator[None]:
        with self._idle:
            self._busy += 1
        try:
            yield
        finally:
            with self._idle:
                self._busy -= 1
                self._idle.notify_all()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _connect(self) -> Database:
        if self._closed:
            raise RuntimeError("the store is closed")
        if self.read_only:
            return Database(self._connect_to_read())
        # Closing happens from another thread than the one that reads; nothing else is shared.
        # Not Path.exists(): that raises where the folder may not be looked into.
        fresh = not os.path.isfile(self.path) or not os.path.getsize(self.path)
        connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, check_same_thread=False)
        self._connections.append(connection)
        if fresh:
            # Only a new file takes these, and asking costs the writer's lock. Chinese takes two
            # bytes a character in UTF-16 and three in UTF-8; big-endian sorts by code point. An
            # article and a bucket waste less of a larger page. Merging the index leaves pages
            # that shrink() gives back.
            connection.execute(f"PRAGMA page_size = {PAGE}")
            connection.execute("PRAGMA encoding = 'UTF-16be'")
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        return Database(connection)

    def _connect_to_read(self) -> sqlite3.Connection:
        # Without the right to make the files beside it, SQLite opens a store only when told that
        # nobody writes it, which is so as long as those files are not there.
        written = self.path.with_name(f"{self.path.name}-wal").exists()
        how = "mode=ro" if written else "immutable=1"
        address = f"{self.path.absolute().as_uri()}?{how}"
        connection = sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS, check_same_thread=False
        )
        self._connections.append(connection)
        connection.execute("PRAGMA temp_store = MEMORY")
        return connection

    def _migrate(self) -> None:
        db = self.db
        known = {migration.name for migration in migrations.pending(db)} | {
            migration.name for migration in migrations.applied(db)
        }
        registered = {migration.name for migration in migrations._migrations}
        if unknown := known - registered:
            raise StoreTooNew(
                f"{self.path} 是更新版本的报问写的（{max(unknown)}）；请升级程序，或换一个库文件。"
            )
        pending = migrations.pending(db)
        if not pending:
            return
        if self.read_only:
            raise StoreUnwritable(
                f"{self.path} 是旧版本的库，读之前要升级，而这里只能读；请检查文件和目录的权限。"
            )
        if migrations.applied(db):
            copy = self.path.with_name(f"{self.path.name}.{pending[0].name}.backup")
            copy.unlink(missing_ok=True)
            self.backup(copy)
        with self._lock:
            migrations.apply(db)


def only_readable(path: Path) -> bool:
    """Whether a store is there that may be read and not written, or whose folder may not be."""
    return os.access(path, os.R_OK) and not (
        os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
    )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Put the database failures a person can cause or mend into words; let bugs through."""
    try:
        yield
    except sqlite3.OperationalError as error:
        text = str(error)
        if "locked" in text or "busy" in text:
            raise StoreLocked(f"{path} 正被别的程序占用；请稍后再试。") from error
        if any(sign in text for sign in ("unable to open", "readonly", "full", "disk I/O")):
            raise StoreUnwritable(
                f"{path} 打不开或写不进（{text}）；请检查目录、权限和磁盘空间。"
            ) from error
        raise
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error) or "malformed" in str(error):
            raise StoreUnwritable(
                f"{path} 不是报问的库文件，或已损坏；请换一个文件名或恢复备份。"
            ) from error
        raise
