"""What an editor points at: an article of the page, a place in it, words of the page, a region."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database

from store import corrections
from store.corrections import Target
from store.editing import Anchor, Sheet, Unfit, anchor_of
from store.editing.anchors import WORDS
from store.errors import StoreError
from store.raw import page_text
from store.regions import Gazetteer, short_name


def held(sheets: Sequence[Sheet], id_: str) -> Sheet:
    """The article among those of the page. Raises Unfit when it was removed or joined."""
    for sheet in sheets:
        if sheet.id == id_:
            return sheet
    raise Unfit(f"文章 {id_} 已删除或已并入别篇；先用 fix restore 或 fix undo 找回。")


def neighbour(db: Database, target: Target, sheets: Sequence[Sheet], name: str) -> Sheet:
    """Another article of the same page. Raises NotFound and Unfit."""
    other = corrections.resolve(db, name)
    if other.unit != target.unit:
        raise Unfit("两篇文章不在同一个版面上，不能合并或移动。")
    return held(sheets, other.id)


def following(receiver: Sheet, at: int | None, leaving: int | None) -> dict[str, Any] | None:
    """The paragraph that will come right after one moved to place `at`, None at the end.

    `leaving` is the moved paragraph's own number when it stays in its article.
    """
    if at is None:
        return None
    rest = [n for n in range(1, len(receiver.texts) + 1) if n != leaving]
    if not 1 <= at <= len(rest) + 1:
        raise Unfit(f"位置应在 1 到 {len(rest) + 1} 之间。")
    return anchor_of(receiver, rest[at - 1]).to_json() if at <= len(rest) else None


def inner(sheet: Sheet, number: int, words: str) -> Anchor:
    """The rest of paragraph `number` from `words` on. Raises Unfit when they are not in it once,
    or too little follows to be known again."""
    whole, said = anchor_of(sheet, number).text, words.strip()
    if not said or whole.count(said) != 1:
        many = "不止一处有" if said and said in whole else "没有"
        raise Unfit(f"第 {number} 段里{many}“{said[:20]}”；请照原文多抄几个字。")
    at = whole.index(said)
    if at == 0:
        raise Unfit("这句话本来就在段首。")
    if len(whole) - at < WORDS:
        raise Unfit(f"断开以后，后面至少要有 {WORDS} 个字。")
    return Anchor(whole[at:], number)


def left_out_at(
    db: Database, target: Target, sheets: Sequence[Sheet], words: str
) -> tuple[int, int]:
    """Where the page has the words outside its articles. Raises Unfit when it has not."""
    page = corrections.page_of(target.unit)
    text = page_text(db, page) if page is not None else ""
    taken = [span for sheet in sheets for one in sheet.texts for span in one.spans]
    start = text.find(words) if words else -1
    if start < 0:
        raise Unfit("版面上没有这句话；请照原文抄写，一次不超过一行。")
    while start >= 0:
        end = start + len(words)
        if not any(span.start < end and start < span.end for span in taken):
            return start, end
        start = text.find(words, start + 1)
    raise Unfit("这句话已经在文章里了；要换地方请用 fix move。")


def region_named(gazetteer: Gazetteer, name: str) -> str:
    """The path of a region. Raises StoreError when no one knows it, or several have the name.

    What a reader types may be a character off; what an editor writes must be the name itself.
    """
    words = [word for word in name.strip().split("/") if word]
    found = [path for path in gazetteer.find(name) if bears(gazetteer, path, words[-1])]
    if name.strip() in found or len(found) == 1:
        return name.strip() if name.strip() in found else found[0]
    if not found:
        raise StoreError(f"不认得地区“{name}”；请写全名，或先用 baowen places 添加。")
    raise StoreError(f"“{name}”可能是 {'、'.join(found[:3])}；请写全路径。")


def bears(gazetteer: Gazetteer, path: str, name: str) -> bool:
    """Whether a region has that very name, in full, in short or as an alias."""
    own = path.rpartition("/")[2]
    known = {sense.path for sense in gazetteer.senses.get(name, ())}
    return name in (own, short_name(own)) or path in known


def split_id(db: Database, target: Target, text: str) -> str:
    """A new id that depends only on the article and the paragraph, unlike any known."""
    for twin in range(1000):
        seed = f"{target.id}\n{text}\n{twin or ''}"
        made = hashlib.sha256(seed.encode()).hexdigest()[:12]
        if made not in corrections.ids_like(db, made):
            return made
    raise AssertionError("a thousand ids in use")
