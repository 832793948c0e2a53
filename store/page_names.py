"""How pages are called in a question (第3版, 三版, A03版, 头版) and in the archive. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

from store.sentences import number

FRONT = "1"
LABEL = re.compile(r"([A-Z]?)0*(\d+)")
NUMBER = r"[a-d]?0?\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
BEHIND = (
    r"(?=$|[\s,。?!、的有上里都登刊写讲是那这和]"
    r"|面|头条|文章|新闻|内容|报道|消息|哪|什么|看|呢|全部)"
)
"""What may follow: 版本, 版权 and 第三版教材 are no pages."""
BOOK = "(?![本权图画式块税]|教材|手册|词典|字典|书)"
SAID = re.compile(
    rf"(?:^|(?<=[报日号期]))第\s*(?P<first>{NUMBER})\s*版面?{BOOK}|(?:第\s*(?P<nth>{NUMBER})\s*(?:个版|版)|(?<![\w第])版面?\s*(?P<behind>{NUMBER})(?!\d)"
    rf"|(?<![\da-z一二三四五六七八九十百几两多每这那改新旧老])(?P<plain>{NUMBER})\s*版"
    r"|(?P<front>头版(?:头条)?|首版))(?:面)?" + BEHIND
)


class PageSaid(NamedTuple):
    """A page as the archive calls it, named by the question's characters `start` to `stop`."""

    name: str
    start: int
    stop: int


def page_name(label: str) -> str:
    """A page's label without what tells no page from another: A03 is A3, 05 is 5."""
    plain = label.strip().upper()
    match = LABEL.fullmatch(plain)
    return match[1] + (match[2].lstrip("0") or "0") if match else plain


def in_paper(name: str) -> tuple[str, int]:
    """Where a page of this name stands among others."""
    match = LABEL.fullmatch(name)
    return (match[1], int(match[2])) if match else ("~" + name, 0)


def labels(name: str) -> tuple[str, ...]:
    """The labels that a page of this name may bear in the archive."""
    match = LABEL.fullmatch(name)
    if match is None:
        return (name, name.lower())
    letters = {match[1], match[1].lower()}
    return tuple(sorted(letter + match[2].zfill(wide) for letter in letters for wide in (1, 2, 3)))


def page_said(folded: str) -> PageSaid | None:
    """The page that a folded question names first; None when it names none."""
    hit = SAID.search(folded)
    if hit is None:
        return None
    if hit["front"]:
        return PageSaid(FRONT, *hit.span())
    said = hit["first"] or hit["nth"] or hit["behind"] or hit["plain"]
    letter = said[0].upper() if said[0].isascii() and said[0].isalpha() else ""
    return PageSaid(f"{letter}{number(said)}", *hit.span())
