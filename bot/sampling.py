"""Stores that are thrown away afterwards: of the sample issues, or a copy of one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

from store import places
from store.database import Store
from store.intake import take
from store.pages import read_page

PLACES = "places.txt"


@contextmanager
def sampled() -> Iterator[Store]:
    """A store that holds the sample issues, gone when the context ends."""
    with (
        tempfile.TemporaryDirectory(prefix="baowen-") as folder,
        Store(Path(folder) / "demo.db") as store,
    ):
        fill(store)
        yield store


@contextmanager
def copied(store: Store) -> Iterator[Store]:
    """A copy of a store that may only be read, to talk over; gone when the context ends."""
    with tempfile.TemporaryDirectory(prefix="baowen-") as folder:
        store.backup(Path(folder) / "copy.db")
        with Store(Path(folder) / "copy.db") as copy:
            yield copy


def fill(store: Store) -> None:
    """Read the sample places and pages into a store."""
    with as_file(files("store") / "samples") as folder:
        places.add(store, places.parse((folder / PLACES).read_text("utf-8")))
        for path in sorted(folder.glob("*.txt")):
            if path.name != PLACES:
                page, raw, encoding = read_page(path)
                take(store, page, raw, encoding)
