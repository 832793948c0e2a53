"""Text and Markdown -> blocks: one printed line each, pointing into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from store.model import Block, Span

Style = Literal["", "title", "subtitle", "subhead"]

LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+|\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
HASHES = re.compile(r"(#{1,6})[ \u3000\t]+(?=\S)")
EMPHASIS = re.compile(r"(\*\*|__)(\S.*?)\1$")

IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|<img\b[^>]*>|[\[【]图片?[\]】]")
PICTURE_BLANK = 3
"""A line that stands for a picture counts as the gap that plain text leaves for one."""


def blocks_of(text: str) -> tuple[Block, ...]:
    """The printed lines of a page, with the empty lines before each and its Markdown style.

    Plain text carries Markdown headings often enough that both formats are read alike. The
    marks themselves (`#`, `**`) lie outside a block's span.
    """
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    blank = 0
    for found in LINE.finditer(text):
        if not found[0].strip():
            # A line of spaces is followed by its own break; only breaks are counted.
            blank += found[0] in ("\r\n", "\r", "\n", "\v", "\f", "\x85", "\u2028", "\u2029")
            continue
        if IMAGE.fullmatch(found[0].strip()):
            blank = PICTURE_BLANK
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        end = found.start() + len(found[0].rstrip())
        yield _block(text, start, end, max(blank, 0))
        blank = -1


def _block(text: str, start: int, end: int, blank: int) -> Block:
    style: Style = ""
    if hashes := HASHES.match(text, start, end):
        start, style = hashes.end(), _style(len(hashes[1]), text[hashes.end() : end])
    elif bold := EMPHASIS.match(text, start, end):
        start, end = bold.start(2), bold.end(2)
    return Block(text[start:end], Span(start, end), blank, style)


def _style(depth: int, words: str) -> Style:
    if depth == 1:
        return "title"
    if depth == 2:
        return "subtitle" if words.startswith(("—", "--")) else "title"
    return "subhead"
