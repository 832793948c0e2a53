"""A page file sent by an administrator: held and shown, published or discarded by a button."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import PurePath

from bot import owner_words, words
from bot.articles import pages
from bot.citing import heading
from bot.reply import Button, Reply, pager, say
from bot.talk import Talk
from bot.text import bold, join
from store import received
from store.archive import Moved
from store.errors import PageError, StoreError
from store.intake import Taken
from store.model import Article, Imprint
from store.pages import SUFFIXES

log = logging.getLogger(__name__)
LARGEST = 20 * 2**20
"""Bytes a bot may download (Bot API, getFile)."""
PREVIEWED = 60
"""Articles of a file that can be read in full before it is published."""
SHOWN = 20
"""Titles shown of what was read."""


def arrived(talk: Talk, name: str, data: bytes) -> Reply:
    """Hold a file, and say what is in it."""
    suffix = PurePath(name).suffix.lower()
    minutes = talk.settings.release
    until = talk.now + timedelta(minutes=minutes) if minutes else None
    try:
        if suffix == ".jsonl":
            moved, batch = received.take_articles(talk.store, name, data, talk.now, until)
            return shown(talk, moved_lines(name, moved), batch)
        if suffix not in SUFFIXES:
            return say(owner_words.FILE_KIND.format(name=name[:60]))
        taken, batch = received.take_page(talk.store, name, data, talk.now, until)
        older = received.replace_older(talk.store, batch, talk.now) if batch else 0
    except StoreError as error:
        return say(owner_words.FILE_FAILED.format(name=name[:60], why=error))
    lines = taken_lines(taken)
    if older:
        lines.insert(1, owner_words.FILE_REPLACES)
    return shown(talk, lines, batch, owner_words.FILE_MEND)


def shown(talk: Talk, lines: list[str], batch: int | None, *more: str) -> Reply:
    """What was read, with the buttons that decide about it."""
    text = join("\n", [bold(lines[0]), *lines[1:]])
    if batch is None:
        return say(text)
    minutes = talk.settings.release
    told = owner_words.FILE_RELEASES.format(minutes=minutes) if minutes else owner_words.FILE_HELD
    preview = (Button(owner_words.BUTTON_PREVIEW, f"fw:{batch}:0"),)
    return say(join("\n\n", [text, told, *more]), preview, decision(batch))


def decision(batch: int) -> tuple[Button, ...]:
    """The buttons that decide about a file."""
    return (
        Button(owner_words.BUTTON_PUBLISH, f"fr:{batch}"),
        Button(owner_words.BUTTON_DISCARD, f"fd:{batch}"),
    )


def previewed(talk: Talk, batch: int, at: int) -> Reply:
    """One screen of a file that is held, article by article. Raises NotFound when it was decided
    about."""
    found = received.preview(talk.store, batch)
    screens = [
        (number, article, lines)
        for number, article in enumerate(found[:PREVIEWED], 1)
        for lines in pages(article)
    ]
    at = max(0, min(at, len(screens) - 1))
    number, article, lines = screens[at]
    told = owner_words.FILE_PREVIEW.format(number=number, count=len(found))
    text = join("\n\n", [told, heading(article), *lines])
    return say(text, pager(f"fw:{batch}:", at, len(screens)), decision(batch))


def taken_lines(taken: Taken) -> list[str]:
    """What a page holds: where it belongs, its articles, and what is doubtful."""
    count = owner_words.FILE_STATES[taken.state].format(count=len(taken.articles))
    flags = Counter(flag for article in taken.articles for flag in article.flags)
    lines = [taken.source_file, place(taken.imprint), *history(taken), count]
    lines += [named(article) for article in taken.articles[:SHOWN]]
    if len(taken.articles) > SHOWN:
        lines.append("…")
    if flags:
        said = "、".join(f"{flag_named(flag)} {many} 篇" for flag, many in flags.most_common())
        lines.append(owner_words.FILE_FLAGS.format(flags=said))
    return lines


def place(imprint: Imprint) -> str:
    """Paper, date and page, as far as they are known."""
    parts = [imprint.paper or words.NO_PAPER, imprint.date or words.NO_DATE]
    parts += [words.PAGE.format(page=imprint.page)] if imprint.page else []
    return " · ".join(parts)


def history(taken: Taken) -> Iterator[str]:
    """What the file does to what was there before, a line each; often nothing."""
    if taken.part > 1:
        yield owner_words.FILE_PART.format(part=taken.part)
    if taken.before and place(taken.before) != place(taken.imprint):
        yield owner_words.FILE_MOVES.format(place=place(taken.before))
    if taken.gone:
        titles = "、".join(article.title for article in taken.gone[:SHOWN])
        yield owner_words.FILE_GONE.format(count=len(taken.gone), titles=titles)


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
    """Publish: readers see it, subscribers are told. Raises NotFound when it was decided about."""
    try:
        name = received.release(talk.store, batch, talk.now)
    except PageError as error:
        return Reply(toast=str(error))
    return say(owner_words.FILE_RELEASED.format(name=name))


def discarded(talk: Talk, batch: int) -> Reply:
    """Forget a file. Raises NotFound when it was decided about."""
    name = received.discard(talk.store, batch, talk.now)
    return say(owner_words.FILE_DISCARDED.format(name=name))


def release_overdue(talk: Talk) -> int:
    """Publish what nobody decided about in time; gives how many files."""
    due = received.overdue(talk.store, talk.now)
    return sum(released_itself(talk, batch) for batch in due)


def released_itself(talk: Talk, batch: int) -> bool:
    """Publish a file whose time has come; one that can no longer be read stays held, for good."""
    try:
        received.release(talk.store, batch, talk.now)
    except PageError as error:
        log.warning("a file is left to the administrators: %s", error)
        received.keep(talk.store, batch)
        return False
    return True
