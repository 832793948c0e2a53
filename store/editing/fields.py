"""Corrections of what is known about an article: title, column, authors, regions, kind, place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from store.editing.correction import Correction, Unfit
from store.editing.sheet import Sheet
from store.model import Article

Setter = Callable[[Article, Correction], Article]


def titled(article: Article, correction: Correction) -> Article:
    """The title an editor gave is no longer a derived one."""
    flags = tuple(flag for flag in article.flags if flag != "title_derived")
    return replace(article, title=correction.detail["title"], flags=flags)


SETTERS: dict[str, Setter] = {
    "title": titled,
    "column": lambda article, c: replace(article, column=c.detail["column"] or None),
    "authors": lambda article, c: replace(article, authors=tuple(c.detail["authors"])),
    "regions": lambda article, c: replace(article, regions=tuple(c.detail["regions"])),
    "kind": lambda article, c: replace(article, kind=c.detail["kind"]),
    "paper": lambda article, c: replace(article, paper=c.detail["value"]),
    "date": lambda article, c: replace(article, date=c.detail["value"]),
    "page": lambda article, c: replace(article, page=c.detail["value"]),
}


def set_field(sheets: list[Sheet], correction: Correction) -> list[Sheet]:
    """One field of one article, or of all. Raises Unfit when the page no longer has the article."""
    if correction.detail.get("whole"):
        setter = SETTERS[correction.operation]
        return [
            sheet.with_article(setter(sheet.article, correction), correction.operation)
            for sheet in sheets
        ]
    at = position(sheets, correction.article)
    sheet = sheets[at]
    article = SETTERS[correction.operation](sheet.article, correction)
    changed = sheet.with_article(article, correction.operation)
    if correction.operation == "title":
        told = tuple(r for r in sheet.repairs if r.kind not in ("title_derived", "title_matched"))
        changed = replace(changed, repairs=told)
    return [*sheets[:at], changed, *sheets[at + 1 :]]


def position(sheets: list[Sheet], id_: str) -> int:
    """Where the article stands among those of the page. Raises Unfit."""
    for at, sheet in enumerate(sheets):
        if sheet.id == id_:
            return at
    raise Unfit(f"版面上已没有文章 {id_}。")
