"""/import: the subscriptions of a file that /export gave, merged with those of the chat."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from bot import record_words, words
from bot.reply import Button, Reply, say
from bot.subscribing import know_chat, listed, mine, target_of, undo
from bot.talk import Talk
from bot.wishes import MOST_WISHES, WORD
from store import subscriptions
from store.places import gazetteer_of
from store.subscriptions import Merged
from store.wishes import Wish

ENDING = ".json"
LARGEST = 4 * 2**20
"""Bytes of a file that is looked into: 200 subscriptions and all the alerts of sixty days."""
MOST = 1000
"""Subscriptions looked at."""
SHOWN = 12
"""New subscriptions named in the report."""
NAME = 60
"""Characters of a paper, column or author."""
TEXTS = ("paper", "region", "column", "author")


@dataclass(frozen=True, slots=True)
class Listed:
    """A subscription of a file."""

    wish: Wish
    paused: bool


def is_export(name: str) -> bool:
    """Whether a file may be one that /export gave."""
    return PurePath(name).suffix.lower() == ENDING


def how(talk: Talk, rest: str) -> Reply:
    """/import without a file; at a terminal with the path of one."""
    if talk.reader.at_terminal:
        return from_disk(talk, rest)
    return say(
        record_words.IMPORT_HOW if talk.reader.kind == "private" else record_words.IMPORT_PRIVATELY
    )


def from_disk(talk: Talk, path: str) -> Reply:
    """Merge a file that the owner names."""
    if not path:
        return say(record_words.IMPORT_TERMINAL)
    try:
        return imported(talk, Path(path).expanduser().read_bytes())
    except (OSError, RuntimeError):
        return say(record_words.IMPORT_MISSING.format(path=path))


def imported(talk: Talk, data: bytes) -> Reply:
    """Merge a file, and say what came of it, with the way back."""
    rows = rows_of(data)
    if rows is None:
        return say(record_words.IMPORT_BAD)
    read = [one for row in rows if (one := subscription_of(row)) is not None]
    known = gazetteer_of(talk.store).knows
    good = [one for one in read if one.wish.region is None or known(one.wish.region)]
    before = subscriptions.of(talk.store, target_of(talk))
    limit = talk.settings.subscriptions
    merged = subscriptions.merge(
        talk.store, target_of(talk), [(one.wish, one.paused) for one in good], talk.now, limit
    )
    if merged.new:
        know_chat(talk, new=not before)
    return report(talk, merged, len(rows) - len(good), limit)


def report(talk: Talk, merged: Merged, unknown: int, limit: int) -> Reply:
    """What came of a file."""
    new = listed(one.wish for one in merged.new[:SHOWN])
    new += record_words.AND_MORE if len(merged.new) > SHOWN else ""
    lines = [
        record_words.IMPORTED.format(count=len(merged.new), wishes=new) if merged.new else "",
        record_words.IMPORT_HELD.format(count=merged.held) if merged.held else "",
        words.SUBSCRIPTIONS_LEFT.format(count=merged.refused, limit=limit)
        if merged.refused
        else "",
        record_words.IMPORT_UNKNOWN.format(count=unknown) if unknown else "",
    ]
    ways: tuple[Button, ...] = (undo(talk.store, merged.new),) if merged.new else ()
    return say("\n".join(filter(None, lines)) or record_words.IMPORT_EMPTY, (*ways, *mine()))


def rows_of(data: bytes) -> list[Any] | None:
    """The subscriptions as the file has them; None when it is no file of ours."""
    try:
        held = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    rows = held.get("subscriptions") if isinstance(held, dict) else None
    return rows[:MOST] if isinstance(rows, list) else None


def subscription_of(row: Any) -> Listed | None:
    """One subscription of a file; None when it does not have the form that /export gives."""
    if not isinstance(row, dict):
        return None
    texts = {name: row.get(name) for name in TEXTS}
    lists = {name: row.get(name, []) for name in ("words", "without")}
    flags = [row.get(name, False) for name in ("study", "paused")]
    if not all(text is None or is_text(text, NAME) for text in texts.values()):
        return None
    if not all(is_words(value) for value in lists.values()):
        return None
    if not all(isinstance(flag, bool) for flag in flags):
        return None
    values: dict[str, Any] = {**texts, **{name: tuple(value) for name, value in lists.items()}}
    return Listed(Wish(**values, study=flags[0]), flags[1])


def is_words(value: Any) -> bool:
    """Whether a value is a list of keywords as they are subscribed to."""
    return (
        isinstance(value, list)
        and len(value) <= MOST_WISHES
        and all(is_text(one, WORD) and not any(char.isspace() for char in one) for one in value)
    )


def is_text(value: Any, most: int) -> bool:
    """Whether a value is a line of at most `most` characters."""
    return isinstance(value, str) and 0 < len(value.strip()) <= most and value.isprintable()
