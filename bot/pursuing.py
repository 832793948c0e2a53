"""A short question without a matter of its own, asked of the article on the screen first."""

from __future__ import annotations

from bot import refusal_words
from bot.answering import QUESTION_LIMIT
from bot.citing import heading
from bot.reply import Reply, say
from bot.talk import Talk
from bot.text import emphasised, join
from store import articles
from store.fold import fold, squeeze
from store.model import Article
from store.narrowing import narrow
from store.places import gazetteer_of
from store.talks import Spoken
from store.within import Aside, aside, within

NAMELESS = 2
"""Han characters of a question that can hardly be about anything else."""


def pursued(talk: Talk, spoken: Spoken, text: str) -> Reply | None:
    """The reply from the article shown; None when `text` is to be asked of the archive."""
    if len(spoken.articles) != 1 or len(text) > QUESTION_LIMIT:
        return None
    asked = aside(text)
    if asked is None or (not asked.refers and restricted(talk, text)):
        return None
    article = articles.get(talk.store, spoken.articles[0])
    if not asked.refers and elsewhere(talk, article, asked, text):
        return None
    if found := within(asked, article):
        quotes = [emphasised(one.text, one.highlights).marked("quote") for one in found]
        body = join("\n\n", [heading(article), join("\n", quotes)])
        return say(body, articles=(article.number,))
    return untold(talk, article, asked, text)


def restricted(talk: Talk, text: str) -> bool:
    """Whether a question names a place, a paper, a column, an author or a time of its own."""
    with talk.store.reading() as db:
        return bool(narrow(db, text, talk.now.date(), gazetteer_of(talk.store)).restrictions)


def elsewhere(talk: Talk, article: Article, asked: Aside, text: str) -> bool:
    """Whether a question is answered under a heading that names its matter, or by the article
    shown as any other question is."""
    if len(asked.letters) <= 1:
        return False
    answer = talk.memory.ask(talk.store, text, talk.now.date())
    if not answer.found:
        return False
    first = answer.candidates[0].article
    if first.number == article.number:
        return True
    title = squeeze(fold(first.title))
    return all(word in title for word in asked.words)


def untold(talk: Talk, article: Article, asked: Aside, text: str) -> Reply | None:
    """That the article does not tell it, when nothing else can be meant and the archive does not
    tell it either."""
    if asked.refers:
        said = refusal_words.NOT_TOLD.format(title=article.title, question=text[:40])
        return say(said, articles=(article.number,))
    if len(asked.letters) > NAMELESS or talk.memory.ask(talk.store, text, talk.now.date()).found:
        return None
    said = refusal_words.TOLD_NOWHERE.format(title=article.title, question=text[:40])
    return say(said, articles=(article.number,))
