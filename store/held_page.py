"""An article as the demands of a question are held against it, and words looked for in it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from store.background import BOND, Background
from store.chunks import head, parts
from store.figures import holds
from store.fold import fold
from store.model import Article
from store.near import table
from store.sentences import pieces
from store.sound import listen

ALIKE = tuple(
    line.split()
    for line in (
        "单位 部门 机关 机构 企业 公司",
        "老师 教师 师傅 教员",
        "学生 学员",
        "大夫 医生 医师",
        "农民 村民 农户 乡亲",
        "顾客 客人 游客",
        "工人 员工 职工",
        "册子 手册",
        "地方 地点 场所",
    )
)
"""Nouns that may stand for each other where things are counted."""


class Page(NamedTuple):
    """An article, how many chunks it is one of, its folded heading, that with its text, without
    spaces, and what is known of words at large."""

    article: Article
    chunks: int
    heading: str
    text: str
    known: Background


def page_of(article: Article, chunks: int, known: Background) -> Page:
    """An article of so many chunks, folded."""
    heading = tight(head(article))
    text = "\n".join((heading, *map(tight, parts(article))))
    return Page(article, chunks, heading, text, known)


def tight(text: str) -> str:
    """A text folded and without its spaces."""
    return re.sub(r"[^\S\n]+", "", fold(text))


def worded(run: str, known: Background) -> list[str]:
    """The pairs of a run of characters that are taken for words; a lone character is one."""
    if len(run) == 1:
        return [run]
    found = (run[i : i + 2] for i in range(len(run) - 1))
    return [pair for pair in found if known.bond(pair) > BOND]


def others(words: Sequence[str]) -> list[str]:
    """The words, what may stand for each, and without 子 what has it (册子, 宣传册)."""
    found = list(words)
    for word in words:
        found += table().get(word, ())
        found += (other for line in ALIKE if word in line for other in line)
        if len(word) > 1 and word[-1] == "子":
            found.append(word[:-1])
    return list(dict.fromkeys(found))


def spoken_of(subject: str, page: Page) -> Page:
    """Of an article the paragraphs that name the last word of what a question is about, in which
    the head of a Chinese noun stands; all where the heading names it, or none does."""
    word = subject[-2:]
    if len(word) < 2 or page.known.bond(word) <= BOND or word not in page.text:
        word = subject[-1:]
    if not word or word in page.heading or word not in page.text:
        return page
    return page._replace(text="\n".join(line for line in page.text.split("\n") if word in line))


def itemised(page: Page) -> bool:
    """Whether an article has a numbered list."""
    texts = (*page.article.paragraphs, *page.article.captions)
    return any(piece.item for text in texts for piece in pieces(text))


def about(sentences: Iterable[str], words: Sequence[str]) -> Iterator[str]:
    """The sentences that hold one of the words, in characters or sound; all without words."""
    sounds = [listen(word) for word in words]
    for sentence in sentences:
        if not words or holds(sentence, words, sounds):
            yield sentence
