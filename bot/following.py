"""Follow-ups: 第三项呢, 还有吗, 作者是谁 refer to what was last answered or read."""

from __future__ import annotations

import re

from bot import words
from bot.answering import more
from bot.articles import opened
from bot.citing import credits, heading
from bot.reply import Reply, say
from bot.talk import FOLLOW_UP, Talk
from bot.text import Text, join
from store import articles, asked
from store.model import Article

END = r"[?？。！!\s]*"
THAT = r"(?:(?:上面|刚才|刚刚|这|那|它)[一个]?(?:这|那)?一?(?:篇|条|个)?(?:文章|报道)?的?)"
ITEM = re.compile(
    rf"(?:那么?)?{THAT}?第([一二三四五六七八九十\d]+)[项条款点个]"
    rf"(?:权利|义务)?(?:呢|是什么|是啥)?{END}"
)
MORE = re.compile(
    rf"(?:还有(?:别的|其他的?|更多)?[吗么没]?(?:有)?|更多|别的呢|其他的呢|下一[篇条个]){END}"
)
AUTHOR = re.compile(rf"{THAT}?(?:作者(?:是谁|呢|叫什么)?|(?:是)?谁写的|记者是谁){END}")
WHERE = re.compile(
    rf"{THAT}?(?:是)?(?:哪天|哪一天|什么时候|何时|哪一?[期版])的?"
    rf"(?:登的|发的|报纸|登报的|发表的)?{END}"
)
WHOLE = re.compile(rf"{THAT}?(?:看|要)?(?:全文|原文)(?:呢)?{END}")
NUMERALS = "一二三四五六七八九十"


def follow_up(talk: Talk, text: str) -> Reply | None:
    """The reply to a follow-up; None when `text` may be a question of its own."""
    match = next((m for p in (ITEM, MORE, AUTHOR, WHERE, WHOLE) if (m := p.fullmatch(text))), None)
    if match is None:
        return None
    number, read = asked.last(talk.store, talk.reader.place, talk.now - FOLLOW_UP)
    if match.re is MORE:
        return more(talk, number) if number is not None else say(words.NOTHING_BEFORE)
    if read is None:
        alone = match.re is ITEM and not text.rstrip("？?。！! ").endswith("呢")
        return None if alone else say(words.NOTHING_BEFORE)
    if match.re is WHOLE:
        return opened(talk, read)
    article = articles.get(talk.store, read)
    if match.re is ITEM:
        return item(article, match[1]) or no_item(article, match[1], text)
    return say(join("\n\n", [heading(article), credits(article)]))


def item(article: Article, numeral: str) -> Reply | None:
    """Numbered item `numeral` of an article; None when it has no such item."""
    value = int(numeral) if numeral.isdigit() else value_of(numeral)
    signs = (spelled(value), str(value))
    for paragraph in article.paragraphs:
        mark = re.match(r"[（(]?第?([一二三四五六七八九十\d]+)[)）、.．,，项条]", paragraph)
        if mark and mark[1] in signs:
            return say(join("\n\n", [heading(article), Text(paragraph).marked("quote")]))
    return None


def no_item(article: Article, numeral: str, text: str) -> Reply | None:
    """Say that the article has no such item, when `text` can only mean this article."""
    if not text.rstrip("？?。！! ").endswith("呢"):
        return None
    return say(words.NO_ITEM.format(title=article.title, numeral=numeral))


def value_of(numeral: str) -> int:
    """A Chinese numeral up to 99 as a number."""
    tens, ten, ones = numeral.rpartition("十")
    if not ten:
        return NUMERALS.index(numeral[0]) + 1
    count = NUMERALS.index(tens) + 1 if tens else 1
    return count * 10 + (NUMERALS.index(ones) + 1 if ones else 0)


def spelled(value: int) -> str:
    """A number from 1 to 99 as a Chinese numeral."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else ("十" if tens == 1 else NUMERALS[tens - 1 : tens] + "十")
    return head + (NUMERALS[ones - 1] if ones else "")
