"""What an article says of one year: a profit of this year is not that of 2022. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.figures import STOP
from store.held_page import Page

ASKED = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
YEAR = re.compile(
    r"(?<!\d)(?P<written>(?:19|20)\d\d)年"
    r"|(?P<near>(?<!如)今|(?<!过)去|(?<![以之目从先当])前(?=年(?![轻龄画度])))[年春夏秋冬](?!后)"
)
"""A year that a text names; 如今年轻人 and 目前年产 name none."""


def of_year(clause: str, page: Page) -> Page:
    """Of an article what is not said of other years than the one a part of a question names; all
    when it names none. A sentence without a year goes on with the one before in its paragraph."""
    asked = ASKED.search(clause)
    if asked is None:
        return page
    day = page.article.date or ""
    lines = (
        "。".join(said(line, int(asked[1]), int(day[:4]) if day else None))
        for line in page.text.split("\n")
    )
    return page._replace(text="\n".join(lines))


def said(line: str, asked: int, today: int | None) -> Iterator[str]:
    """The sentences of a paragraph that are of this year, or of none that is known."""
    current: set[int | None] = {None}
    for sentence in STOP.split(line):
        found = {meant(hit, today) for hit in YEAR.finditer(sentence)}
        current = found or current
        if current & {asked, None}:
            yield sentence


def meant(hit: re.Match[str], today: int | None) -> int | None:
    """The year that a text of the year `today` means; None when nothing tells."""
    if hit["written"]:
        return int(hit["written"])
    return None if today is None else today - "今去前".index(hit["near"])
