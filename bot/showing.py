"""An answer as a reader sees it: where it stands, the paper's own words, then what it is about."""

from __future__ import annotations

import re

from bot import words
from bot.citing import heading
from bot.text import Style, Text, emphasised, join
from store.fold import fold
from store.model import Article, Candidate, Passage
from store.query import kind_of
from store.sentences import CLAUSE, sentences

WHOLE_STUDY = 1500
"""Characters up to which a study item is shown whole under its answer."""
GIST = 60
"""Characters of a summary below the passages: what is longer is behind 全文."""
BESIDE = 8
"""Characters between a figure and a match that it belongs to."""
ITEM_ASKED = re.compile(r"第[一二三四五六七八九十\d]+[项条款点]")
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
    whole = not ITEM_ASKED.search(question)
    items = study_items(article) if whole and not brief else None
    most = 1 if brief or items else 3
    passages = candidate.passages
    if kind == "number":
        passages = tuple(sorted(passages, key=lambda passage: not figured(passage)))
    quotes = [
        quote(passage, kind, "fold" if at else "quote")
        for at, passage in enumerate(passages[:most])
    ]
    body = items if items is not None else join("\n", quotes)
    pointed = brief or kind in POINTED or article.kind == "study"
    about = "" if pointed else gist(article.summary)
    about = "" if about in body.plain else words.SUMMARY + about
    return join("\n\n", [heading(article), body, about])


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
