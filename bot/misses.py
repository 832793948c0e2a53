"""What readers asked and were not helped with, for administrators; nothing says who asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot import owner_words
from bot.reply import Button, Reply, pager, say
from bot.talk import Talk
from bot.text import Text, bold, join
from store import stats
from store.stats import Told

WEEKS = 8
PER_PAGE, FOREMOST = 15, 5
"""Questions on a page of their own, and among the other counts."""
LONGEST = 60
"""Characters shown of a question."""


def ways() -> tuple[Button, ...]:
    """The ways to both lists."""
    return (
        Button(owner_words.BUTTON_MISSES, "fm:0"),
        Button(owner_words.BUTTON_UNHELPFUL, "fb:0"),
    )


def foremost(talk: Talk) -> Text:
    """The most frequent of the questions the archive had no answer to; empty without any."""
    found = stats.missed(talk.store, talk.now - timedelta(weeks=WEEKS))
    if not found:
        return Text()
    head = bold(owner_words.MISSES.format(count=len(found)))
    return join("\n", [head, *map(line, found[:FOREMOST])])


def misses(talk: Talk, page: int) -> Reply:
    """The questions the archive had no answer to, the most frequent first."""
    found = stats.missed(talk.store, talk.now - timedelta(weeks=WEEKS))
    return listed(found, owner_words.MISSES, "fm:", page)


def unhelpful(talk: Talk, page: int) -> Reply:
    """The questions whose answer a reader found of no help, with the reasons given."""
    found = stats.unhelpful(talk.store, talk.now - timedelta(weeks=WEEKS))
    return listed(found, owner_words.UNHELPFUL, "fb:", page)


def listed(found: Sequence[Told], title: str, prefix: str, page: int) -> Reply:
    """A page of a list."""
    pages = max(1, -(-len(found) // PER_PAGE))
    page = max(0, min(page, pages - 1))
    lines = [line(one) for one in found[page * PER_PAGE : (page + 1) * PER_PAGE]]
    head = bold(title.format(count=len(found)))
    text = join("\n", [head, *(lines or [owner_words.MISSES_NONE])])
    return say(text, pager(prefix, page, pages), ways())


def line(one: Told) -> str:
    """A question in a list."""
    return owner_words.MISS.format(
        day=f"{one.last:%m-%d}",
        question=" ".join(one.question.split())[:LONGEST],
        times=owner_words.MISS_TIMES.format(count=one.count) if one.count > 1 else "",
        reasons="：" + "、".join(one.reasons) if one.reasons else "",
    )
