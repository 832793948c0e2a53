"""An answer as a reader sees it: where it stands, the paper's own words, then what it is about."""

from __future__ import annotations

import re

from bot import words
from bot.citing import heading
from bot.text import Style, Text, emphasised, join
from store.authorship import PICTURE
from store.fold import fold
from store.lists import COUNT, Items, items_asked, list_with, listed
from store.model import Article, Candidate, Passage
from store.query import kind_of
from store.reading.bylines import credit_names
from store.sentences import CLAUSE, sentences

WHOLE_STUDY = 1500
"""Characters up to which a study item is shown whole under its answer."""
GIST = 60
"""Characters of a summary below the passages: what is longer is behind 全文."""
BESIDE = 8
"""Characters between a figure and a match that it belongs to."""
COUNTED = "个名位家年月天日号点条项次种人件元亩支户场期所处座公里米斤吨岁块间台套部辆株棵篇"
FIGURED = re.compile(
    f"什么时候|何时|哪一?[天年月]|多会儿|啥时候|几[{COUNTED}]|多[远重宽厚深]"
)
"""Questions for a moment or a quantity, beside those that finding knows."""
UNIT = f"[多余]?[万亿]?(?:人次|户次|[{COUNTED}])?"
FIGURE = re.compile(
    rf"[0-9０-９][0-9０-９.．,，]*[％%]?{UNIT}|[零一二三四五六七八九十百千万两]{{2,}}{UNIT}"
)
POINTED = frozenset({"number", "person", "writer", "item"})
"""Kinds of questions that want one fact and no summary."""


def shown(candidate: Candidate, question: str, *, brief: bool = False) -> Text:
    """Heading, the paper's own words with the match in bold, and the summary if it adds to them."""
    article, kind = candidate.article, asked_for(question)
    folded = fold(question)
    asked = items_asked(folded)
    items = study_items(article) if asked is None and not brief else None
    passages = candidate.passages
    if kind == "number":
        passages = tuple(sorted(passages, key=lambda passage: not figured(passage)))
    quotes = [
        quote(passage, kind, "fold" if at else "quote")
        for at, passage in enumerate(passages[: 1 if brief or items or single(asked) else 3])
    ]
    body = several(candidate, asked) or items or join("\n", quotes)
    maker = makers(article, folded) if kind == "writer" else ""
    pointed = brief or kind in POINTED or article.kind == "study"
    about = "" if pointed else gist(article.summary)
    about = "" if about in body.plain else words.SUMMARY + about
    return join("\n\n", [heading(article), maker, body, size(candidate, folded), about])


def single(asked: Items | None) -> bool:
    """Whether one list item is asked for, and nothing else."""
    return asked is not None and asked.sure and len(asked.numbers) == 1


def several(candidate: Candidate, asked: Items | None) -> Text | None:
    """The list items asked for, when they are several and the first passage is of their list."""
    if asked is None or len(asked.numbers) < 2 or not candidate.passages:
        return None
    first = candidate.passages[0]
    held = list_with(candidate.article, first.paragraph, first.text)
    lines = [held[at - (at > 0)] for at in asked.numbers if -len(held) <= at <= len(held)]
    return Text("\n".join(lines)).marked("quote") if lines else None


def size(candidate: Candidate, folded: str) -> str:
    """How many items the list has, when a folded question asks that and the first passage is of
    a list."""
    if not COUNT.search(folded) or not candidate.passages:
        return ""
    article, first = candidate.article, candidate.passages[0]
    held = list_with(article, first.paragraph, first.text)
    if not held and article.kind == "study":
        held = listed(article)
    return words.ITEMS.format(title=article.title, count=len(held)) if held else ""


def makers(article: Article, folded: str) -> str:
    """Who wrote an article, or took its picture when a folded question asks that."""
    taken = [name for caption in article.captions for name in credit_names(caption)]
    if taken and PICTURE.search(folded):
        return words.PHOTO_LINE.format(names="、".join(dict.fromkeys(taken)))
    if not article.authors:
        return words.NO_BYLINE
    return words.AUTHOR_LINE.format(authors="、".join(article.authors))


def asked_for(question: str) -> str:
    """What sort of answer a question wants: number (of days, too), person, writer, item or ""."""
    folded = fold(question)
    return kind_of(folded) or ("number" if FIGURED.search(folded) else "")


def quote(passage: Passage, kind: str, style: Style = "quote") -> Text:
    """A passage as a quotation with what matches in bold, and the figures that were asked for."""
    figures = figured(passage) if kind == "number" else []
    return emphasised(passage.text, [*passage.highlights, *figures]).marked(style)


def figured(passage: Passage) -> list[tuple[int, int]]:
    """The figures beside a match, in the sentence that matches best."""
    matched = {at for start, end in passage.highlights for at in range(start, end)}
    ranges = sentences(passage.text)
    if not matched or not ranges:
        return []
    start, end = max(ranges, key=lambda span: sum(span[0] <= at < span[1] for at in matched))
    return [
        (start + hit.start(), start + hit.end())
        for hit in FIGURE.finditer(passage.text[start:end])
        if not matched.isdisjoint(range(start + hit.start() - BESIDE, start + hit.end() + BESIDE))
    ]


def study_items(article: Article) -> Text | None:
    """A study item whole, when it is one and short enough; else None."""
    if article.kind != "study":
        return None
    text = "\n".join(article.paragraphs)
    return Text(text).marked("quote") if len(text) <= WHOLE_STUDY else None


def gist(summary: str) -> str:
    """The beginning of a summary, cut at the end of a sentence, else of a clause."""
    end = 0
    for _, stop in sentences(summary):
        if stop > GIST:
            break
        end = stop
    if end:
        return summary[:end]
    stops = [hit.end() for hit in CLAUSE.finditer(summary) if hit.end() <= GIST]
    return summary[: max(stops)].rstrip("，,、：:") + words.CUT if any(stops) else ""
