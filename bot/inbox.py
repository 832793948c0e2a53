"""The watched folder: pages put there are read, then moved to done/ or failed/ with a note.

A file is read before it is moved, and reading the same bytes again changes nothing: a bot killed
in between reads it once more and loses nothing.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import NamedTuple

from bot import owner_words
from bot.ingesting import Found, Given, ingest_one
from store.database import Store
from store.errors import PageError, StoreError
from store.pages import SUFFIXES

log = logging.getLogger(__name__)
SECONDS = 3.0
"""Between two looks at the folder: how long a file must stay as it is to count as whole."""
UNFINISHED = (".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download")
READ = (*SUFFIXES, ".jsonl")
NOTE = ".why.txt"
DONE, FAILED = "done", "failed"
Look = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""


class Taken(NamedTuple):
    """A file that was put away: where it is now, done or failed, and what its note says."""

    path: Path
    verdict: str
    why: str


@dataclass(slots=True)
class Inbox:
    """A folder and what its files looked like last time. `enough`, when set, ends a look early."""

    folder: Path
    store: Store
    seen: dict[Path, Look] = field(default_factory=dict)
    enough: Event = field(default_factory=Event)

    def look(self) -> list[Taken]:
        """Take the files that are whole; gives what became of them."""
        before, self.seen = self.seen, dict(waiting(self.folder, self.store.path))
        whole = sorted(path for path, look in self.seen.items() if before.get(path) == look)
        taken = (self.take(path) for path in whole if not self.enough.is_set())
        return [one for one in taken if one is not None]

    def take(self, path: Path) -> Taken | None:
        """Read one file and move it; None when it stays, because the store is busy."""
        try:
            verdict, why = self.read(path)
        except StoreError as error:
            log.warning("%s is left for later: %s", path.name, error)
            return None
        try:
            return Taken(put_away(path, self.folder, verdict, why), verdict, why)
        except OSError as error:
            log.error("%s was read but cannot be moved: %s", path.name, error)
            return None

    def read(self, path: Path) -> tuple[str, str]:
        """Read one file: done or failed, and one sentence. Raises StoreError for a busy store."""
        if path.suffix.lower() not in READ:
            return FAILED, owner_words.INBOX_KIND.format(suffix=path.suffix or path.name)
        try:
            return DONE, ingest_one(self.store, Found(path, self.folder), Given())[1]
        except PageError as error:
            return FAILED, str(error)
        except StoreError:
            raise
        except Exception:
            # A file that trips a bug must not be read again every few seconds.
            log.exception("%s could not be read", path.name)
            return FAILED, owner_words.INBOX_BUG


def waiting(folder: Path, store: Path) -> Iterator[tuple[Path, Look]]:
    """The files in the folder and below that are not hidden, unfinished, put away already, nor the
    store's own."""
    home = store.absolute().parent
    for at, folders, names in os.walk(folder):
        here = Path(at)
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".") and not (here == folder and name in (DONE, FAILED))
        ]
        for name in names:
            if name.startswith((".", "~")) or name.endswith("~") or unfinished(name):
                continue
            if name.startswith(store.name) and here.absolute() == home:
                continue
            try:
                stat = (here / name).stat()
            except OSError:
                # It was renamed or taken away since the folder was read.
                continue
            yield here / name, (stat.st_size, stat.st_mtime_ns)


def unfinished(name: str) -> bool:
    """Whether the name is one that programs give to what they are still writing."""
    return name.lower().endswith(UNFINISHED)


def put_away(path: Path, folder: Path, verdict: str, why: str) -> Path:
    """Move a file and leave the sentence beside it; never over another file. Raises OSError."""
    home = folder / verdict / path.relative_to(folder).parent
    home.mkdir(parents=True, exist_ok=True)
    for target in names(home / path.name):
        if target.exists() and not target.samefile(path):
            continue
        # The note comes first: a kill in between leaves a note to be written again, not a riddle.
        target.with_name(target.name + NOTE).write_text(f"{why}\n", "utf-8")
        os.replace(path, target)
        return target
    raise AssertionError("names() never ends")


def names(path: Path) -> Iterator[Path]:
    """The path, then the same with -2, -3 … before its ending."""
    yield path
    number = 2
    while True:
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
