"""Follow-ups: 第三项呢, 第二篇, 作者是谁 refer to what was last answered, shown or sent."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot import words
from bot.answering import to_article
from bot.articles import opened
from bot.citing import credits, heading
from bot.reply import Button, Reply, say
from bot.talk import Talk
from bot.text import Text, join
from store import articles
from store.fold import fold
from store.lists import listed
from store.model import Article
from store.sentences import number
from store.talks import Spoken

END = r"[?？。！!\s]*"
THAT = r"(?:(?:上面|刚才|刚刚|这|那|它)[一个]?(?:这|那)?一?(?:篇|条|个)?(?:文章|报道)?的?)"
NTH = r"(?:第([一二三四五六七八九十\d]{1,4})|最后一)"
LAST = -1
ITEM = re.compile(
    rf"(?:那么?)?{THAT}?{NTH}(?:大?[项条款点个步件招课]|个?步骤|个(?:方面|环节|阶段|要点))"
    r"(权利|义务|内容)?"
    rf"(呢|是什么(?:意思|内容)?|是啥(?:意思)?|什么意思|[说讲写]的?(?:是)?什么|怎么说)?{END}"
)
BRACKETED = re.compile(
    rf"(?:那么?)?\(([一二三四五六七八九十\d]{{1,3}})\)(权利|义务|内容)?(呢)?{END}"
)
"""（三）, as the paper marks it."""
PARAGRAPH = re.compile(
    rf"(?:那么?)?{THAT}?(?:{NTH}(?:个?自然)?段|(开头|结尾))(?:话|文字|内容)?"
    rf"(?:呢|是什么|是啥|[说讲写]的?了?(?:是)?(?:什么|啥)|怎么[写说])?{END}"
)
PICTURES = re.compile(
    rf"{THAT}?(?:有没有|有|看看?|发)?(?:照片|图片|配图|图)(?:吗|呢|没有|看看|说明)?{END}"
)
NUMERAL = r"[一二两三四五六七八九十]{1,3}|\d{1,2}"
ITEMS = re.compile(
    rf"(?:那么?)?{THAT}?(?:(?P<end>前|后|最后|头)(?![一1][项条款点个])(?P<count>{NUMERAL})"
    rf"|第?(?P<from>{NUMERAL})[项条款点个]?(?P<to>到|至|-|—|~)第?(?P<until>{NUMERAL})"
    rf"|第(?P<one>{NUMERAL})[项条款点个]?(?:和|、|,|跟|与)第?(?P<other>{NUMERAL}))"
    rf"[项条款点个](?:权利|义务|内容)?(?:呢|是什么|是啥|有哪些|分别是什么|说的?什么)?{END}"
)
"""Several items: 前三项, 最后两条, 第二到第四项, 第一和第三项."""
PLACED = re.compile(
    rf"(?:看|打开)?{NTH}[篇条个](?:文章|报道)?(?:呢|的?全文|是什么)?{END}|(\d{{1,2}})"
)
"""One of several articles by its place; alerts number theirs, so that the number is enough."""
COUNT = re.compile(
    rf"{THAT}?(?:里面?)?(?:一共|总共|共)?有?(?:几|多少)[项条款点个](?:权利|义务|内容)?{END}"
)
AUTHOR = re.compile(
    rf"{THAT}?(?:的?作者(?:是谁|呢|叫什么)?|(?:照片|图片)?(?:是)?谁(?:写|拍|摄)的?"
    rf"(?:照片|图片|文章)?(?:呢)?|(?:记者|通讯员)(?:是谁|呢)){END}"
)
WHERE = re.compile(
    rf"{THAT}?(?:是)?(?:哪天|哪一天|什么时候|何时|哪一?[期版])的?"
    rf"(?:登的|发的|报纸|登报的|发表的)?{END}"
    rf"|{THAT}?(?:是)?(?:登?在)?第?(?:几|哪一?个?)版面?上?(?:的|呢)?{END}"
)
FACT = re.compile(
    rf"(?:{THAT}|它)?(?:说|写|讲)?(?:的?是|在|属于)?(?:哪个|哪一个|什么|哪|哪一)"
    rf"(?:个?地方|里|儿|个?地区|个?[县市]|个?栏目|份?报纸?|[个一]?版面?)(?:的|的事|登的)?{END}"
    rf"|{THAT}?(?:来源|出处|是?从哪里?转载的|转载自哪里?)(?:是哪里?|呢)?{END}"
)
SOURCE = re.compile("来源|出处|转载")
GIST = re.compile(
    rf"{THAT}?(?:(?:主要)?(?:讲|说|写)(?:的|了)?(?:是|些)?(?:什么|啥)|摘要|主要内容|大意"
    rf"|(?:简单|大概)?(?:总结|概括|归纳|介绍)一下|(?:简单|大概)(?:说说|讲讲|说一下|讲一下))(?:呢)?{END}"
)
KINDS = (ITEM, BRACKETED, ITEMS, COUNT, AUTHOR, WHERE, FACT, GIST, PARAGRAPH, PICTURES)
OWN = (ITEM, ITEMS, COUNT, FACT, GIST, PICTURES)
"""Kinds that are a question of their own while nothing has been spoken of."""


def follow_up(talk: Talk, spoken: Spoken, text: str) -> Reply | None:
    """The reply to a follow-up; None when `text` may be a question of its own."""
    text = fold(text)
    if (match := PLACED.fullmatch(text)) and ("篇" in text or len(spoken.articles) > 1):
        return placed(talk, spoken, ordinal(match[1] or match[2]))
    match = next((found for kind in KINDS if (found := kind.fullmatch(text))), None)
    if match is None:
        return None
    if not spoken.articles:
        own = match.re in OWN and not text.rstrip("?。! ").endswith("呢")
        return None if own else say(words.NOTHING_BEFORE)
    if len(spoken.articles) > 1:
        return None if match.re is ITEM and match[2] else which(talk, spoken.articles)
    article = articles.get(talk.store, spoken.articles[0])
    if match.re in (ITEM, BRACKETED):
        return item(article, match)
    if match.re is PARAGRAPH:
        return paragraph(article, match)
    if match.re is PICTURES:
        return pictured(article)
    if match.re is ITEMS:
        return several(article, match)
    if match.re is COUNT:
        return counted(article)
    return about(article, match)


def placed(talk: Talk, spoken: Spoken, at: int) -> Reply:
    """The article at a place (from 1, or LAST) of those shown."""
    if not spoken.articles:
        return say(words.NOTHING_BEFORE)
    at = len(spoken.articles) if at == LAST else at
    if at in range(1, len(spoken.articles) + 1):
        return opened(talk, spoken.articles[at - 1])
    if len(spoken.articles) == 1:
        return say(words.NO_MORE)
    return which(talk, spoken.articles)


def about(article: Article, match: re.Match[str]) -> Reply:
    """Who wrote an article, when it was printed, or what it says in short."""
    asked = match.re
    said: Text | str = credits(article)
    if asked is WHERE:
        # The heading says it.
        said = ""
    elif asked is GIST:
        said = article.summary
    elif asked is AUTHOR and not article.authors:
        said = join("\n", [words.NO_BYLINE, said])
    elif SOURCE.search(match[0]) and not article.source:
        said = join("\n", [words.NO_SOURCE, said])
    return say(join("\n\n", [heading(article), said]), articles=(article.number,))


def item(article: Article, asked: re.Match[str]) -> Reply | None:
    """The list item asked for; None when the article has no such list and more is asked."""
    held = listed(article)
    wanted = len(held) if ordinal(asked[1]) == LAST else number(asked[1])
    if asked[2] and asked[2] != "内容" and not any(asked[2] in t for t in (article.title, *held)):
        return None
    if wanted in range(1, len(held) + 1):
        return one_of(article, held, wanted)
    if held:
        return say(words.ONLY_ITEMS.format(title=article.title, count=len(held)))
    return say(words.NO_ITEMS.format(title=article.title)) if asked[3] == "呢" else None


def one_of(article: Article, held: Sequence[str], at: int) -> Reply:
    """The list item at a place (from 1), with the ways to those beside it."""
    quotation = Text(held[at - 1]).marked("quote")
    beside = [Button(words.BUTTON_ITEM_BACK, f"it:{article.number}:{at - 1}")] if at > 1 else []
    if at < len(held):
        beside.append(Button(words.BUTTON_ITEM_NEXT, f"it:{article.number}:{at + 1}"))
    text = join("\n\n", [heading(article), quotation])
    return say(text, tuple(beside), articles=(article.number,))


def item_at(talk: Talk, number: int, at: int) -> Reply:
    """The item at a place of an article's list. Raises NotFound, and LookupError without it."""
    article = articles.get(talk.store, number)
    held = listed(article)
    if at not in range(1, len(held) + 1):
        raise LookupError(at)
    return one_of(article, held, at)


def paragraph(article: Article, asked: re.Match[str]) -> Reply:
    """The paragraph asked for, or how many there are."""
    held = article.paragraphs or article.captions
    wanted = 1 if asked[2] == "开头" else len(held) if asked[2] else ordinal(asked[1])
    wanted = len(held) if wanted == LAST else wanted
    if wanted not in range(1, len(held) + 1):
        text = words.ONLY_PARAGRAPHS.format(title=article.title, count=len(held))
        return say(text, articles=(article.number,))
    quotation = Text(held[wanted - 1]).marked("quote")
    return say(join("\n\n", [heading(article), quotation]), articles=(article.number,))


def pictured(article: Article) -> Reply:
    """What the paper prints under the pictures of an article, or that it has none."""
    if not article.captions:
        return say(words.NO_PHOTO.format(title=article.title), articles=(article.number,))
    captions = Text("\n".join(article.captions)).marked("quote")
    body = join("\n\n", [heading(article), words.PHOTOS, captions])
    return say(body, articles=(article.number,))


def several(article: Article, asked: re.Match[str]) -> Reply | None:
    """The list items asked for; None when the article has no list."""
    held = listed(article)
    if not held:
        return None
    wanted = [held[at - 1] for at in places(asked, len(held)) if at in range(1, len(held) + 1)]
    if not wanted:
        return say(words.ONLY_ITEMS.format(title=article.title, count=len(held)))
    quotation = Text("\n".join(wanted)).marked("quote")
    return say(join("\n\n", [heading(article), quotation]), articles=(article.number,))


def places(asked: re.Match[str], count: int) -> Sequence[int]:
    """The places, from 1 on, of the items asked for in a list of so many."""
    if asked["end"]:
        many = number(asked["count"])
        return range(1, many + 1) if asked["end"] in "前头" else range(count - many + 1, count + 1)
    if asked["to"]:
        return range(number(asked["from"]), number(asked["until"]) + 1)
    return number(asked["one"]), number(asked["other"])


def counted(article: Article) -> Reply | None:
    """How many items an article's list has; None when it has none, so that it is a question."""
    held = len(listed(article))
    text = words.ITEMS.format(title=article.title, count=held)
    return say(text, articles=(article.number,)) if held else None


def ordinal(numeral: str | None) -> int:
    """A place in a list from 1 on; LAST when no numeral stands there."""
    return number(numeral) if numeral else LAST


def which(talk: Talk, numbers: Sequence[int]) -> Reply:
    """Ask which of several articles is meant."""
    with talk.store.reading() as db:
        held = articles.load(db, numbers)
    known = tuple(number for number in numbers if number in held)
    if not known:
        return say(words.NOTHING_BEFORE)
    rows = ((to_article(held[number]),) for number in known)
    return say(words.WHICH_ARTICLE, *rows, articles=known)
