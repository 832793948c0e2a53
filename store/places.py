"""The owner's own places: villages, development zones, and whatever the official list lacks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache

from store.articles import dump
from store.database import Store
from store.errors import NotFound, PageError
from store.regions import Gazetteer, load_gazetteer
from store.regions.names import spellings

Place = tuple[str, tuple[str, ...]]
"""A full path from province down, and the other names people use for the last of it."""

PART = re.compile(r"(?=.{2,20}$)(?=.*[\u4e00-\u9fff])[\u4e00-\u9fff·\dA-Za-z（）()]+")
"""A step of a path: characters, perhaps with figures (103团)."""


def parse(text: str) -> list[Place]:
    """Places from lines of `省/市/县/乡/村 别名 别名`; `#` begins a comment.

    What stands above a place may be written as people say it (奇台县/半截沟镇/某村): it becomes the
    full path where only one is meant. Raises PageError naming the first line that is no place.
    """
    found: list[Place] = []
    official = load_gazetteer()
    for number, line in enumerate(text.splitlines(), 1):
        path, *aliases = line.partition("#")[0].split() or [""]
        if not path:
            continue
        try:
            found.append((rooted(path, official), tuple(aliases)))
        except PageError as error:
            raise PageError(f"第 {number} 行“{line.strip()[:40]}”{error}") from None
    return found


def rooted(path: str, official: Gazetteer) -> str:
    """The full path of a place that somebody wrote. Raises PageError saying why it is none."""
    above, mark, name = path.rpartition("/")
    if not mark or not all(PART.fullmatch(part) for part in path.split("/")):
        raise PageError("不是地名：请写成 省/市/县/乡/村 别名。")
    first, last = above.partition("/")[0], above.rpartition("/")[2]
    if first in official.children(""):
        return path
    # What a reader types may be a character off; a place that is kept must be the one named.
    meant = [one for one in official.find(above) if last in dict(spellings(one))]
    if len(meant) == 1:
        return f"{meant[0]}/{name}"
    if not meant and first.endswith(("省", "市", "自治区")) and first not in official.senses:
        return path
    raise PageError("没有写明在哪个省：请从省写起，写成 省/市/县/乡/村 别名。")


def add(store: Store, places: Iterable[Place]) -> int:
    """Keep places; one already kept takes the new names. Gives how many were given."""
    rows = [(path, dump(aliases)) for path, aliases in places]
    with store.writing() as db:
        db.conn.executemany("INSERT OR REPLACE INTO places VALUES (?, ?)", rows)
    return len(rows)


def remove(store: Store, path: str) -> None:
    """Forget a place of the owner's. Raises NotFound when there is none of that path or name."""
    with store.writing() as db:
        known = [one for (one,) in db.execute("SELECT path FROM places ORDER BY path")]
        meant = [one for one in known if path.strip() in (one, one.rpartition("/")[2])]
        if not meant:
            raise NotFound(f"没有添加过“{path}”；用 baowen places 看添加过的地名。")
        if len(meant) > 1:
            raise NotFound(f"“{path}”可能是 {'、'.join(meant[:3])}；请写全路径。")
        db.conn.execute("DELETE FROM places WHERE path = ?", meant)


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
