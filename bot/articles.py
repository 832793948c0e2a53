"""One article, whole: paged by paragraphs, with its related articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot import words
from bot.answering import listing
from bot.citing import citation, credits, heading
from bot.reply import Button, Reply, pager, say
from bot.talk import Talk
from bot.text import Text, join
from store import articles
from store.answers import related
from store.missing import cuts
from store.model import Article

PAGE_LENGTH = 1200
"""Characters of an article on one screen: about three phone screens, well under 4096."""


def pages(article: Article) -> list[list[str]]:
    """What is told of an article in screens, never cut inside one unless it alone is too long."""
    screens: list[list[str]] = [[]]
    length = 0
    for paragraph in told(article):
        for start in range(0, len(paragraph), PAGE_LENGTH * 2):
            piece = paragraph[start : start + PAGE_LENGTH * 2]
            if screens[-1] and length + len(piece) > PAGE_LENGTH:
                screens.append([])
                length = 0
            screens[-1].append(piece)
            length += len(piece)
    return screens


def told(article: Article) -> Iterator[str]:
    """The paragraphs and captions, with a mark where words are missing."""
    if not article.paragraphs and "damaged" in article.flags:
        yield words.CUT_AFTER
    for text, before, after in cuts(article):
        yield (words.CUT_BEFORE if before else "") + text + (words.CUT_AFTER if after else "")


def opened(talk: Talk, number: int) -> Reply:
    """The first screen of an article, as a message of its own. Raises NotFound."""
    return screen(articles.get(talk.store, number))


def screen(article: Article, page: int = 0) -> Reply:
    """One screen of an article with its buttons."""
    screens = pages(article)
    page = max(0, min(page, len(screens) - 1))
    body = "\n\n".join(screens[page])
    parts: list[Text | str] = [heading(article), Text(body)]
    if page == len(screens) - 1:
        parts.append(Text(credits(article)).marked("italic"))
    return say(
        join("\n\n", parts),
        pager(f"p:{article.number}:", page, len(screens)),
        (
            Button(words.BUTTON_COPY, copy=citation(article)),
            Button(words.BUTTON_SHARE, share=f"a_{article.number}"),
            Button(words.BUTTON_RELATED, f"r:{article.number}"),
        ),
        articles=(article.number,),
    )


def turned(talk: Talk, number: int, page: int) -> Reply:
    """Another page of the article in place of the one shown. Raises NotFound."""
    reply = screen(articles.get(talk.store, number), page)
    return replace(reply, place="instead")


def alike(talk: Talk, number: int) -> Reply:
    """The articles related to this one. Raises NotFound."""
    article = articles.get(talk.store, number)
    others = related(talk.store, number)
    if not others:
        return Reply(toast=words.NO_RELATED)
    return listing(words.RELATED.format(title=article.title), others)


def cited(talk: Talk, number: int) -> Reply:
    """The citation of an article, to copy. Raises NotFound."""
    return say(citation(articles.get(talk.store, number)), articles=(number,))


def shared(talk: Talk, number: int) -> Reply:
    """The button that passes an article on. Raises NotFound."""
    article = articles.get(talk.store, number)
    return say(
        words.SHARE_HOW,
        (Button(words.BUTTON_SHARE, share=f"a_{article.number}"),),
        articles=(number,),
    )
