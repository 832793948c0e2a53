"""An editor's corrections, made and taken back: the row and all that follows, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from sqlite_utils import Database

from store import corrections
from store.corrections import Target
from store.database import Store
from store.editing import Anchor, Correction, Operation, Sheet, Unfit, anchor_of, in_force
from store.errors import NotFound, StoreError
from store.model import Article, Kind
from store.places import gazetteer_of
from store.pointing import (
    following,
    held,
    inner,
    left_out_at,
    neighbour,
    region_named,
    split_id,
)
from store.rebuilding import rebuild


@dataclass(frozen=True, slots=True)
class Amended:
    """A correction that has been made, and the articles of its page (or itself) afterwards.

    `unfit` are corrections of the same page that no longer fit, each with the reason.
    """

    correction: Correction
    articles: tuple[Article, ...]
    unfit: tuple[tuple[Correction, str], ...] = ()


Detail = Callable[[Database, Target, list[Sheet]], dict[str, Any]]
"""The values of a correction, from the articles as they are. Raises Unfit or StoreError."""


def named(store: Store, name: str) -> str:
    """The id of the article a person means by an id or its first characters. Raises NotFound."""
    with store.reading() as db:
        return corrections.resolve(db, name).id


def current(store: Store, name: str) -> Article:
    """The article a person means, as it is now. Raises NotFound, StoreError when it was removed."""
    with store.reading() as db:
        target = corrections.resolve(db, name)
        try:
            return held(corrections.sheets_of(db, target.unit), target.id).article
        except Unfit as reason:
            raise StoreError(str(reason)) from reason


def set_title(store: Store, name: str, title: str, by: str) -> Amended:
    """Give an article another title. `name` is an id or its first characters, here and below.

    Each of these functions raises NotFound for an article no one knows, and StoreError with one
    sentence for what cannot be done; then nothing is written.
    """
    if not title.strip():
        raise StoreError("题目不能是空的。")
    return amend(store, name, "title", by, plain({"title": title.strip()}))


def set_column(store: Store, name: str, column: str, by: str) -> Amended:
    """Put an article in a column; the empty string takes it out of its column."""
    return amend(store, name, "column", by, plain({"column": column.strip() or None}))


def set_authors(store: Store, name: str, authors: Sequence[str], by: str) -> Amended:
    """Set the byline, name by name."""
    named = list(dict.fromkeys(author.strip() for author in authors if author.strip()))
    return amend(store, name, "authors", by, plain({"authors": named}))


def set_regions(store: Store, name: str, regions: Sequence[str], by: str) -> Amended:
    """Set the regions, most important first, each by its path or a name that only it has."""
    gazetteer = gazetteer_of(store)
    paths = [region_named(gazetteer, region) for region in regions if region.strip()]
    return amend(store, name, "regions", by, plain({"regions": list(dict.fromkeys(paths))}))


def set_kind(store: Store, name: str, kind: str, by: str) -> Amended:
    """Set the kind of an article."""
    if kind not in get_args(Kind):
        raise StoreError(f"没有“{kind}”这种体裁；可用：{'、'.join(get_args(Kind))}。")
    return amend(store, name, "kind", by, plain({"kind": kind}))


def split(
    store: Store, name: str, number: int, title: str | None, by: str, words: str | None = None
) -> Amended:
    """Make an article of its own from paragraph `number` (from 1) on, or from `words` in it."""

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        sheet = held(sheets, target.id)
        anchor = anchor_of(sheet, number) if words is None else inner(sheet, number, words)
        id_ = split_id(db, target, anchor.text)
        return {"at": anchor.to_json(), "id": id_, "title": (title or "").strip() or None}

    return amend(store, name, "split", by, detail)


def join(store: Store, name: str, other: str, by: str) -> Amended:
    """Put the texts of `other` at the end of an article; the first keeps id and title."""

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        held(sheets, target.id)
        second = neighbour(db, target, sheets, other)
        if second.id == target.id:
            raise Unfit("一篇文章不能与自己合并。")
        first = anchor_of(second, 1) if second.texts else Anchor(second.article.title)
        return {"other": second.id, "first": first.to_json()}

    return amend(store, name, "join", by, detail)


def move(store: Store, name: str, number: int, to: str, at: int | None, by: str) -> Amended:
    """Move paragraph `number` into article `to`, to become its paragraph `at` (the last without).

    Both may be the same article. Captions stay among captions.
    """

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        sheet = held(sheets, target.id)
        receiver = neighbour(db, target, sheets, to)
        what = anchor_of(sheet, number)
        before = following(receiver, at, number if receiver.id == sheet.id else None)
        return {"what": what.to_json(), "to": receiver.id, "before": before}

    return amend(store, name, "move", by, detail)


def add(store: Store, name: str, words: str, at: int | None, by: str) -> Amended:
    """Bring words of the page that no article has into one, as its paragraph `at` (the last
    without). The words must stand on the page as they are."""

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        before = following(held(sheets, target.id), at, None)
        span = left_out_at(db, target, sheets, words.strip())
        return {"words": words.strip(), "span": span, "before": before}

    return amend(store, name, "add", by, detail)


def remove(store: Store, name: str, number: int | None, by: str) -> Amended:
    """Leave out paragraph `number` (from 1), or the whole article without one."""

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        sheet = held(sheets, target.id)
        return {"what": anchor_of(sheet, number).to_json() if number is not None else None}

    return amend(store, name, "remove", by, detail)


def restore(store: Store, name: str, by: str) -> Amended:
    """Bring back a removed article, else the paragraph that was removed from it last."""
    with store.writing() as db:
        target = corrections.resolve(db, name)
        made = [c for c in in_force(corrections.of_unit(db, target.unit)) if c.article == target.id]
        removed = [c for c in made if c.operation == "remove"]
        whole = [c for c in removed if c.detail.get("what") is None]
        if not removed:
            raise NotFound(f"文章 {target.id} 没有删除过什么，不用恢复。")
        return take_back(store, db, target, (whole or removed)[-1], "restore", by)


def undo(store: Store, name: str | None, by: str, number: int | None = None) -> Amended:
    """Take back a correction that holds: the one of that number, else the last of an article,
    else the last of all."""
    with store.writing() as db:
        target = corrections.resolve(db, name) if name is not None else None
        rows = [
            (correction, Target(correction.article, unit))
            for unit in ([target.unit] if target else corrections.units(db))
            for correction in in_force(corrections.of_unit(db, unit))
            if number in (None, correction.number)
            and (target is None or concerns(correction, target.id))
        ]
        if not rows:
            raise NotFound("没有可以撤销的更正；用 baowen fix log 看记录。")
        correction, subject = max(rows, key=lambda row: row[0].number)
        return take_back(store, db, subject, correction, "undo", by)


def concerns(correction: Correction, id_: str) -> bool:
    """Whether a correction speaks of an article, as its subject or as the other one."""
    others = (correction.detail.get(name) for name in ("id", "other", "to"))
    return correction.article == id_ or id_ in others


def take_back(
    store: Store,
    db: Database,
    target: Target,
    correction: Correction,
    operation: Operation,
    by: str,
) -> Amended:
    """Add the row that takes a correction back, and write what follows."""
    row = corrections.append(db, target, operation, {}, by, correction.number)
    kept, unfit = rebuild(db, target.unit, gazetteer_of(store))
    return Amended(row, kept, unfit)


def amend(store: Store, name: str, operation: Operation, by: str, detail: Detail) -> Amended:
    """Make a correction and write what follows, in one transaction."""
    gazetteer = gazetteer_of(store)
    with store.writing() as db:
        target = corrections.resolve(db, name)
        sheets = corrections.sheets_of(db, target.unit)
        try:
            values = detail(db, target, sheets)
        except Unfit as reason:
            raise StoreError(str(reason)) from reason
        if not corrections.unedited(db, target.unit):
            corrections.keep_unedited(db, target.unit, sheets)
        row = corrections.append(db, target, operation, values, by)
        kept, unfit = rebuild(db, target.unit, gazetteer)
        for failed, reason_text in unfit:
            if failed.number == row.number:
                raise StoreError(reason_text)
        return Amended(row, kept, unfit)


def plain(values: dict[str, Any]) -> Detail:
    """Values that need no look at the page, only that the article is there."""

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        held(sheets, target.id)
        return values

    return detail
