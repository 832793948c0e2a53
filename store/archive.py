"""Articles from another archive: JSON Lines in the form of `baowen articles --json`."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, get_args

from sqlite_utils import Database

from store import articles, index, outbox, rebuilding
from store.database import Store
from store.errors import PageError, reason
from store.finishing import completed
from store.merging import FAN, step
from store.model import Article, Kind
from store.places import gazetteer_of
from store.regions import Gazetteer
from store.segments import ROWS
from store.shelving import fingerprint, put_issue, remember

BATCH = 2000
"""Articles a transaction: all that takes long is done before it, so that no reader waits."""
TEXTS = ("paper", "date", "page", "column", "kicker", "subtitle", "source")
LISTS = ("paragraphs", "captions", "authors", "regions", "flags")


class RowError(Exception):
    """A row holds no article; the text says why."""


@dataclass(slots=True)
class Moved:
    """How many rows were new, changed and unchanged, and what was wrong with the others."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failures: list[str] = field(default_factory=list)


def take_archive(store: Store, path: Path, *, news: bool = True) -> Moved:
    """Read a file of articles, one JSON object a line, ids kept; a bad line stops no other.

    Of two rows with one id the later stays. Subscribers hear only of what is in the newest issue
    of a paper, the rest is no news; of nothing when all of it is no `news`. Raises PageError when
    the file cannot be read.
    """
    moved = Moved()
    gazetteer = gazetteer_of(store)
    with store.reading() as db:
        before = outbox.highest(db)
    try:
        with path.open("rb") as lines:
            rows = parsed(lines, path.name, moved)
            while batch := list(islice(rows, BATCH)):
                take(store, [complete(article, gazetteer) for article in batch], moved, gazetteer)
                merged(store, index.BULK)
        merged(store)
        if news:
            with store.writing() as db:
                outbox.enqueue_newest(db, before, datetime.now(UTC))
    except OSError as error:
        raise PageError(f"{path.name} 读不了：{reason(error)}。") from error
    return moved


def parsed(lines: Iterable[bytes], name: str, moved: Moved) -> Iterator[Article]:
    """The articles of the lines that hold one; what is wrong with the others is noted."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line.decode("utf-8-sig"))
        except (ValueError, RecursionError):
            moved.failures.append(f"{name} 第 {number} 行：不是 UTF-8 的 JSON。")
            continue
        try:
            yield from_json(row, name)
        except RowError as error:
            moved.failures.append(f"{name} 第 {number} 行：{error}")


def from_json(row: Any, name: str) -> Article:
    """An article from its JSON form. Raises RowError saying what is wrong."""
    if not isinstance(row, dict):
        raise RowError("不是一个 JSON 对象。")
    title, paragraphs = row.get("title"), row.get("paragraphs")
    if not isinstance(title, str) or not title.strip():
        raise RowError("缺少 title。")
    if not isinstance(paragraphs, list) or not any(paragraphs):
        raise RowError("缺少 paragraphs（段落列表）。")
    if not writable(row):
        raise RowError("有不成字的编码。")
    values: dict[str, Any] = {key: row.get(key) or None for key in TEXTS}
    if wrong := [key for key in TEXTS if not isinstance(values[key], str | None)]:
        raise RowError(f"{wrong[0]} 应是文字。")
    if values["date"] and not iso(values["date"]):
        raise RowError("date 应写成 YYYY-MM-DD。")
    values |= {key: texts(row.get(key), key) for key in LISTS}
    kind: Kind = row["kind"] if row.get("kind") in get_args(Kind) else "feature"
    summary, source_file = row.get("summary"), row.get("source_file")
    given = row.get("id")
    return Article(
        id=str(given) if given not in (None, "") else derived_id(title, paragraphs),
        number=0,
        title=title.strip(),
        kind=kind,
        summary=summary if isinstance(summary, str) else "",
        source_file=source_file if isinstance(source_file, str) else name,
        **values,
    )


def texts(value: Any, key: str) -> tuple[str, ...]:
    """A list of strings; none for null. Raises RowError for anything else."""
    listed = [] if value is None else value
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        raise RowError(f"{key} 应是文字的列表。")
    return tuple(one for one in listed if one.strip())


def writable(row: dict[str, Any]) -> bool:
    """Whether all of a row can be written as UTF-8: half a surrogate pair cannot."""
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def iso(day: str) -> bool:
    """Whether a text is a date as YYYY-MM-DD."""
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def derived_id(title: str, paragraphs: list[str]) -> str:
    """An id from what the article says, for a row without one."""
    return hashlib.sha256(repr((title, paragraphs)).encode()).hexdigest()[:12]


def complete(article: Article, gazetteer: Gazetteer) -> Article:
    """An article with regions and summary: its own where the row has them."""
    made = completed(article, gazetteer, None)
    if not (article.regions or article.summary):
        return made
    return replace(
        made, regions=article.regions or made.regions, summary=article.summary or made.summary
    )


def take(store: Store, batch: list[Article], moved: Moved, gazetteer: Gazetteer) -> None:
    """Write a batch of finished articles in one transaction."""
    latest = list({article.id: article for article in batch}.values())
    with store.reading() as db:
        expected = changed(db, latest)
    drafts = list(index.drafted(expected))
    with store.writing() as db:
        if (fresh := changed(db, latest)) != expected:
            # Another program has written some of them meanwhile.
            drafts = list(index.drafted(fresh))
        kept = put(db, fresh, drafts)
        rebuilding.renew(db, [article.id for article in kept], gazetteer)
    held = sum(bool(article.number) for article in fresh)
    moved.new += len(fresh) - held
    moved.changed += held
    moved.unchanged += len(latest) - len(fresh)


def merged(store: Store, fan: int = FAN) -> None:
    """Merge the index as far as it goes, in transactions that are short."""
    unfinished = True
    while unfinished:
        with store.writing() as db:
            unfinished = step(db, fan)


def changed(db: Database, articles: list[Article]) -> list[Article]:
    """Those that are new or say something new, under the numbers they are held by, else 0."""
    held: dict[str, tuple[int, bytes | None]] = {}
    for start in range(0, len(articles), ROWS):
        ids = [article.id for article in articles[start : start + ROWS]]
        rows = db.conn.execute(
            "SELECT id, number, CASE WHEN page IS NULL THEN sha256 END FROM articles"
            f" WHERE id IN ({','.join('?' * len(ids))})",
            ids,
        )
        held.update((id_, (number, sha256)) for id_, number, sha256 in rows)
    # An article read from a page keeps its page, and what an editor has corrected in it.
    return [
        replace(article, number=held[article.id][0]) if article.id in held else article
        for article in articles
        if article.id not in held or held[article.id][1] not in (None, fingerprint(article))
    ]


def put(db: Database, fresh: list[Article], drafts: list[index.Draft]) -> list[Article]:
    """Write articles inside the caller's transaction; gives them with their numbers."""
    old = [article.number for article in fresh if article.number]
    index.remove(db, old)
    articles.delete(db, old)
    imprints = dict.fromkeys((article.paper, article.date) for article in fresh)
    issues = {imprint: put_issue(db, *imprint) for imprint in imprints}
    kept = [
        replace(article, number=write(db, article, issues[article.paper, article.date]))
        for article in fresh
    ]
    numbers = [article.number for article in kept]
    for draft in drafts:
        index.enter(db, draft, numbers)
    for article in kept:
        remember(db, article)
    return kept


def write(db: Database, article: Article, issue: int) -> int:
    """One article of an issue, without a page of its own; gives its number."""
    return articles.insert(
        db,
        article,
        issue=issue,
        page=None,
        position=0,
        sha256=fingerprint(article),
    )
