"""Text and Markdown -> blocks: one printed line each, pointing into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.model import Block, Span, Style

LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+|\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
HASHES = re.compile(r"(#{1,6})[ \u3000\t]+(?=\S)")
HEADED = re.compile(r"^[ \t]*#{1,6}[ \u3000\t]+\S", re.M)
"""A text with such a line is Markdown, and its lists and tables are read as such."""
EMPHASIS = re.compile(r"(\*\*|__)(\S.*?)\1$")
BULLET = re.compile(r"[-*+][ \t]+(?=\S)")
NUMBER = re.compile(r"\d{1,2}[.)][ \t]+(?=\S)")
QUOTE = re.compile(r">[ \t]?(?=\S)")
ROW = re.compile(r"\|[ \t]*(\S.*?)[ \t]*\|$")
RULE = re.compile(r"[:| \t]*[-*_=][-*_=:| \t]+")
"""A line across the page, or the one below a table's heading: it says nothing."""

IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>|[\[【]图片?[\]】]")
PICTURE_BLANK = 3
"""A line that stands for a picture counts as the gap that plain text leaves for one."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The printed lines of a page, with the empty lines before each and its Markdown style.

    Plain text carries Markdown headings often enough that both formats are read alike. The
    marks themselves (`#`, `**`, `-`, `|`) lie outside a block's span.
    """
    return tuple(_blocks(text, markdown=HEADED.search(text) is not None))


def _blocks(text: str, *, markdown: bool) -> Iterator[Block]:
    blank = 0
    for found in LINE.finditer(text):
        line = found[0].strip()
        if not line:
            # A line of spaces is followed by its own break; only breaks are counted.
            blank += found[0] in ("\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029")
            continue
        if IMAGE.fullmatch(line):
            blank = PICTURE_BLANK
            continue
        if markdown and RULE.fullmatch(line):
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        end = found.start() + len(found[0].rstrip())
        yield _block(text, start, end, max(blank, 0), markdown=markdown)
        blank = -1


def _block(text: str, start: int, end: int, blank: int, *, markdown: bool) -> Block:
    style: Style = ""
    if markdown and (quoted := QUOTE.match(text, start, end)):
        start = quoted.end()
    if hashes := HASHES.match(text, start, end):
        start, style = hashes.end(), _style(len(hashes[1]), text[hashes.end() : end])
    elif markdown:
        start, end, style = _listed(text, start, end)
    if bold := EMPHASIS.match(text, start, end):
        start, end = bold.start(2), bold.end(2)
    return Block(text[start:end], Span(start, end), blank, style)


def _listed(text: str, start: int, end: int) -> tuple[int, int, Style]:
    """Where the words of a line begin and end, and whether it is one of a list or a table; the
    number of a list line is one of its words."""
    if bullet := BULLET.match(text, start, end):
        return bullet.end(), end, "bullet"
    if row := ROW.match(text, start, end):
        return row.start(1), row.end(1), "entry"
    return start, end, "entry" if NUMBER.match(text, start, end) else ""


def _style(depth: int, words: str) -> Style:
    if depth == 1:
        return "title"
    if depth == 2:
        return "subtitle" if words.startswith(("—", "--")) else "title"
    return "subhead"
