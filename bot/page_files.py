"""A page file sent by an administrator: read at once, published or taken out again by a button."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from pathlib import PurePath

from bot import owner_words, words
from bot.reply import Button, Reply, say
from bot.talk import Talk
from bot.text import bold, join
from store import received
from store.archive import Moved
from store.errors import StoreError
from store.intake import Taken
from store.model import Article
from store.pages import SUFFIXES, page_from_bytes

LARGEST = 20 * 2**20
"""Bytes a bot may download (Bot API, getFile)."""
SHOWN = 20
"""Titles shown of what was read."""


def arrived(talk: Talk, name: str, data: bytes) -> Reply:
    """Read a file, hold its issue, and say what was read."""
    suffix = PurePath(name).suffix.lower()
    minutes = talk.settings.release
    until = talk.now + timedelta(minutes=minutes) if minutes else None
    try:
        if suffix == ".jsonl":
            moved, batch = received.take_articles(talk.store, name, data, talk.now, until)
            return shown(talk, moved_lines(name, moved), batch)
        if suffix not in SUFFIXES:
            return say(owner_words.FILE_KIND.format(name=name[:60]))
        page, encoding = page_from_bytes(data, name)
        taken, batch = received.take_page(talk.store, page, data, encoding, talk.now, until)
    except StoreError as error:
        return say(owner_words.FILE_FAILED.format(name=name[:60], why=error))
    return shown(talk, taken_lines(taken), batch)


def shown(talk: Talk, lines: list[str], batch: int | None) -> Reply:
    """What was read, with the buttons that decide about it."""
    text = join("\n", [bold(lines[0]), *lines[1:]])
    if batch is None:
        return say(text)
    minutes = talk.settings.release
    told = owner_words.FILE_RELEASES.format(minutes=minutes) if minutes else owner_words.FILE_HELD
    row = (
        Button(owner_words.BUTTON_PUBLISH, f"fr:{batch}"),
        Button(owner_words.BUTTON_DISCARD, f"fd:{batch}"),
    )
    return say(join("\n\n", [text, told]), row)


def taken_lines(taken: Taken) -> list[str]:
    """What a page held: where it belongs, its articles, and what is doubtful."""
    imprint = taken.imprint
    parts = [imprint.paper or words.NO_PAPER, imprint.date or words.NO_DATE]
    parts += [words.PAGE.format(page=imprint.page)] if imprint.page else []
    count = owner_words.FILE_STATES[taken.state].format(count=len(taken.articles))
    flags = Counter(flag for article in taken.articles for flag in article.flags)
    lines = [taken.source_file, " · ".join(parts), count]
    lines += [named(article) for article in taken.articles[:SHOWN]]
    if len(taken.articles) > SHOWN:
        lines.append("…")
    if flags:
        said = "、".join(f"{flag_named(flag)} {many} 篇" for flag, many in flags.most_common())
        lines.append(owner_words.FILE_FLAGS.format(flags=said))
    return lines


def named(article: Article) -> str:
    """An article in the list of what was read."""
    doubt = "⚠ " if article.flags else ""
    return f"{doubt}{article.title}" + (f"（{article.column}）" if article.column else "")


def flag_named(flag: str) -> str:
    """A flag in Chinese, or as it is when it has no name yet."""
    return owner_words.FLAGS.get(flag, flag)


def moved_lines(name: str, moved: Moved) -> list[str]:
    """What a file of articles held."""
    lines = [
        name,
        owner_words.FILE_MOVED.format(
            new=moved.new, changed=moved.changed, unchanged=moved.unchanged
        ),
    ]
    return [*lines, *(moved.failures or ())[:3]]


def released(talk: Talk, batch: int) -> Reply:
    """Publish: subscribers are told."""
    name = received.release(talk.store, batch, talk.now)
    return say(owner_words.FILE_RELEASED.format(name=name))


def discarded(talk: Talk, batch: int) -> Reply:
    """Take what was read out again."""
    try:
        name = received.discard(talk.store, batch, talk.now)
    except StoreError as error:
        return Reply(toast=str(error))
    return say(owner_words.FILE_DISCARDED.format(name=name))


def release_overdue(talk: Talk) -> int:
    """Publish what nobody decided about in time; gives how many files."""
    due = received.overdue(talk.store, talk.now)
    for batch in due:
        received.release(talk.store, batch, talk.now)
    return len(due)
