"""The owner's own places: villages, development zones, and whatever the official list lacks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

from store.articles import dump
from store.database import Store
from store.errors import PageError
from store.regions import Gazetteer, load_gazetteer

Place = tuple[str, tuple[str, ...]]
"""A full path from province down, and the other names people use for the last of it."""


def parse(text: str) -> list[Place]:
    """Places from lines of `省/市/县/乡/村 别名 别名`; `#` begins a comment. Raises PageError."""
    found: list[Place] = []
    for number, line in enumerate(text.splitlines(), 1):
        path, *aliases = line.partition("#")[0].split() or [""]
        if not path:
            continue
        if any(not part for part in path.split("/")):
            raise PageError(
                f"第 {number} 行“{line.strip()[:40]}”不是地名：请写成 省/市/县/乡/村 别名。"
            )
        found.append((path, tuple(aliases)))
    return found


def add(store: Store, places: Iterable[Place]) -> int:
    """Keep places; one already kept takes the new names. Gives how many were given."""
    rows = [(path, dump(aliases)) for path, aliases in places]
    with store.writing() as db:
        db.conn.executemany("INSERT OR REPLACE INTO places VALUES (?, ?)", rows)
    return len(rows)


def all_places(store: Store) -> tuple[Place, ...]:
    """Every place of the owner's, by path."""
    with store.reading() as db:
        rows = db.execute("SELECT path, aliases FROM places ORDER BY path").fetchall()
    return tuple((path, tuple(json.loads(aliases))) for path, aliases in rows)


def gazetteer_of(store: Store) -> Gazetteer:
    """The official divisions with this store's own places."""
    return built(all_places(store))


@lru_cache(maxsize=4)
def built(places: tuple[Place, ...]) -> Gazetteer:
    """A gazetteer takes a moment to build; it changes only with the places."""
    return load_gazetteer(places)
