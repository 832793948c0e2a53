"""An editor's corrections inside paragraphs, and of where an article was printed."""

from __future__ import annotations

from typing import Any, Literal

from sqlite_utils import Database

from store.amending import Amended, amend
from store.corrections import Target
from store.database import Store
from store.editing import Sheet, Unfit, anchor_of
from store.errors import StoreError
from store.pages.naming import day_of
from store.pointing import held, inner, neighbour

Place = Literal["paper", "date", "page"]


def set_place(
    store: Store, name: str, field: Place, value: str, by: str, *, whole: bool = False
) -> Amended:
    """Set the paper, the date or the page of an article, or with `whole` of all on its page; the
    empty string makes it unknown.

    `name` is an id or its first characters, here and below. Each of these functions raises
    NotFound for an article no one knows, and StoreError with one sentence for what cannot be
    done; then nothing is written.
    """
    said: str | None = value.strip() or None
    if said and field == "date" and (said := day_of(said)) is None:
        raise StoreError(f"“{value.strip()}”不是日期；请写成 2026-04-21 或 20260421。")

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        held(sheets, target.id)
        return {"value": said, "whole": whole}

    return amend(store, name, field, by, detail)


def set_text(store: Store, name: str, number: int, text: str, by: str) -> Amended:
    """Give paragraph `number` (from 1, captions after) other words."""
    said = "".join(text.splitlines()).strip()
    if not said:
        raise StoreError("一段不能是空的；要删去请用 fix remove。")

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        return {"what": anchor_of(held(sheets, target.id), number).to_json(), "text": said}

    return amend(store, name, "text", by, detail)


def cut(store: Store, name: str, number: int, words: str, by: str) -> Amended:
    """Make two paragraphs of paragraph `number`, the second beginning with `words`."""

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        return {"at": inner(held(sheets, target.id), number, words).to_json()}

    return amend(store, name, "cut", by, detail)


def rejoin(
    store: Store, name: str, number: int, other: str | None, following: int | None, by: str
) -> Amended:
    """Let paragraph `following` of article `other` go on where paragraph `number` ends; without
    them the next paragraph of the same article."""

    def detail(db: Database, target: Target, sheets: list[Sheet]) -> dict[str, Any]:
        first = anchor_of(held(sheets, target.id), number)
        source = held(sheets, target.id)
        if other is not None:
            source = neighbour(db, target, sheets, other)
        same = source.id == target.id
        second = following if following is not None else number + 1 if same else 1
        if same and second == number:
            raise Unfit("一段不能接在自己后面。")
        return {
            "first": first.to_json(),
            "other": source.id,
            "second": anchor_of(source, second).to_json(),
        }

    return amend(store, name, "rejoin", by, detail)
