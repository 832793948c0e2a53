"""Articles of a paragraph or two, asked whether they tell something."""

from __future__ import annotations

from store.background import background
from store.demands import untold
from tests.newsroom import article


def silent(asked: str, text: str, title: str = "石门镇记事") -> bool:
    """Whether an article of this text, a line a paragraph, does not tell what is asked."""
    told = article(1, title, paragraphs=tuple(text.split("\n")))
    return untold(asked, told, 5000, background())
