"""What a page prints about itself and no article: masthead, date, folio, editors, contact."""

from __future__ import annotations

import re

from store.reading.lexicon import CONTACT, DATELINE, EDITOR, MASTHEAD

LONGEST = 80
ISSUE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:星期|周)[一二三四五六日天]")
TURNED = re.compile(r"^[(（【]?\s*(?:下转|上接|紧接)第?\s*[\w一二三四五六七八九十]{1,4}\s*版")
"""A reference to where an article begins or goes on; no fact of the page, but treated as one."""

EDITORS = re.compile(
    rf"[□■]?\s*{EDITOR}\s*[/／:：|｜丨]?\s*[\u4e00-\u9fff]{{2,4}}(?:[\s、][\u4e00-\u9fff]{{2,3}}(?=\s|$))*(?![\u4e00-\u9fff])"
)
PIECE = re.compile(
    r"第?\s*[A-Z]?\d{1,3}\s*版?|[\u4e00-\u9fff]{1,7}[^捷喜简通汇申举呈电海壁预]报|[\u4e00-\u9fff]{2,6}报社|"
    r"[\u4e00-\u9fff]{2,6}(?:周刊|专刊|专版)"
)


def is_fact(text: str, paper: str | None = None) -> bool:
    """Whether a line alone is such a one; `paper` is the name of the page's paper where known."""
    if len(text) > LONGEST or "。" in text:
        return False
    if text.strip() == paper or TURNED.match(text):
        return True
    if len(text) <= 50 and (MASTHEAD.match(text) or _dated(text)):
        return True
    return len(text) <= 60 and bool(CONTACT.search(text))


def _dated(text: str) -> bool:
    """Whether a line is the page's date with what else stands in a masthead."""
    if ISSUE.search(text) and not re.search(r"[，,。：]", text):
        return True
    return bool(DATELINE.match(EDITORS.sub(" ", text).strip()))


def is_piece(text: str) -> bool:
    """Whether a line beside a fact is one too: a number, the paper's name, that of a section."""
    return bool(PIECE.fullmatch(text))
