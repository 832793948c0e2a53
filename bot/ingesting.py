"""`baowen ingest`: files and folders into the store, a line a page; one bad file stops nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bot.owner_words import (
    FLAGS,
    INGEST_GONE,
    INGEST_MOVED,
    INGEST_PART,
    INGEST_STATES,
    INGEST_UNPLACED,
)
from store.archive import take_archive
from store.database import Store
from store.errors import PageError
from store.intake import Taken, take
from store.model import Imprint
from store.pages import SUFFIXES, read_page

NAMED = 5
"""Articles named that a new version no longer has."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says of all the pages; None where it says nothing."""

    paper: str | None = None
    date: str | None = None
    page: str | None = None
    region: str | None = None

    @property
    def imprint(self) -> Imprint:
        """The same as an imprint."""
        return Imprint(self.paper, self.date, self.page, self.region)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, and the folder that was named on the command line, if one was."""

    path: Path
    root: Path | None


def ingest_paths(
    store: Store,
    paths: Sequence[Path],
    given: Given,
    out: TextIO,
    err: TextIO,
    *,
    news: bool = True,
) -> int:
    """Read everything in `paths`; gives how many files could not be read.

    Subscribers are told unless it is no `news`, such as back issues.
    """
    files = list(found(paths))
    failed = pages = read = 0
    for at, one in enumerate(files, 1):
        if err.isatty():
            print(f"\r{at}/{len(files)} {one.path.name[:40]}\033[K", end="", file=err, flush=True)
        try:
            count, line = ingest_one(store, one, given, news=news)
        except PageError as error:
            failed += 1
            clear(err)
            print(f"{one.path}：{error}", file=err)
            continue
        pages += 1
        read += count
        clear(err)
        print(line, file=out, flush=True)
    store.shrink()
    unread = f"，{failed} 个读不了" if failed else ""
    print(f"共 {pages} 个文件、{read} 篇文章{unread}。", file=err)
    return failed


def clear(err: TextIO) -> None:
    """Take the progress line off the terminal."""
    if err.isatty():
        print("\r\033[K", end="", file=err)


def found(paths: Sequence[Path]) -> Iterator[Found]:
    """The files to read: those named, and in folders those with a known ending, by name."""
    for path in paths:
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
                if inner.is_file() and not hidden and inner.suffix.lower() in (*SUFFIXES, ".jsonl"):
                    yield Found(inner, path)
        else:
            yield Found(path, None)


def ingest_one(store: Store, one: Found, given: Given, *, news: bool = True) -> tuple[int, str]:
    """Read one file; gives the number of its articles and a line about it. Raises PageError."""
    if one.path.suffix.lower() == ".jsonl":
        return ingest_archive(store, one.path, news=news)
    page, raw, encoding = read_page(one.path, given.imprint, one.root)
    taken = take(store, page, raw, encoding, one.path.absolute().parent.name, news=news)
    return len(taken.articles), line_of(one.path, taken)


def ingest_archive(store: Store, path: Path, *, news: bool = True) -> tuple[int, str]:
    """Read a file of articles. Raises PageError naming the first bad line; the others are kept."""
    moved = take_archive(store, path, news=news)
    total = moved.new + moved.changed + moved.unchanged
    line = f"{path.name}：新 {moved.new} 篇，更新 {moved.changed} 篇，没有变化 {moved.unchanged} 篇"
    if moved.failures:
        more = f"（另有 {len(moved.failures) - 1} 行）" if len(moved.failures) > 1 else ""
        raise PageError(f"其余 {total} 篇已读入，但 {moved.failures[0]}{more}")
    return total, line


def line_of(path: Path, taken: Taken) -> str:
    """What was read from a page, in one line."""
    place = place_of(taken.imprint)
    flags = sorted({flag for article in taken.articles for flag in article.flags})
    parts = [f"{path.name}：{INGEST_STATES[taken.state]}，{len(taken.articles)} 篇"]
    parts += [f"（{place or INGEST_UNPLACED}）"]
    parts += [INGEST_PART.format(part=taken.part)] if taken.part > 1 else []
    if taken.before and (former := place_of(taken.before)) != place:
        parts += [INGEST_MOVED.format(place=former or INGEST_UNPLACED)]
    if taken.gone:
        titles = "、".join(article.title for article in taken.gone[:NAMED])
        parts += [INGEST_GONE.format(count=len(taken.gone), titles=titles)]
    parts += ["；" + "、".join(FLAGS.get(flag, flag) for flag in flags)] if flags else []
    return "".join(parts)


def place_of(imprint: Imprint) -> str:
    """Paper, date and page, as far as they are known."""
    return " ".join(part for part in (imprint.paper, imprint.date, imprint.page) if part)
