"""Exact quotations: what a question puts between quotation marks. Pure."""

from __future__ import annotations

import re

from store.fold import comparable, fold
from store.query import STRIP
from store.remainder import FILLER

MARKED = re.compile("[“\"「『]([^”\"」』“「『]{1,80})[”\"」』]")


def quoted(question: str) -> tuple[str, ...]:
    """The quotations of a question, made comparable; those of marks alone are left out."""
    found = (comparable(text) for text in MARKED.findall(question))
    return tuple(dict.fromkeys(text for text in found if text))


def only_quoted(question: str) -> bool:
    """Whether the question is nothing but quotations, so that nothing else will do."""
    left = STRIP.sub("\n", MARKED.sub("\n", fold(question)))
    return bool(quoted(question)) and not FILLER.sub("", left).strip()
