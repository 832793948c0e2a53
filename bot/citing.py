"""How an article is named: its heading, its place in the paper, and the citation to copy."""

from __future__ import annotations

from bot import words
from bot.text import Text, bold, join
from store.model import Article
from store.regions import short_name

COPY_LIMIT = 256
"""Characters a copy button may hold (Bot API)."""


def place(article: Article) -> str:
    """Paper · date · page · column; what nobody knows is said so or left out."""
    parts = [
        article.paper or words.NO_PAPER,
        article.date or words.NO_DATE,
        words.PAGE.format(page=article.page.lstrip("0") or "0") if article.page else "",
        article.column or "",
    ]
    return " · ".join(part for part in parts if part)


def heading(article: Article) -> Text:
    """Kicker, title and subtitle on lines of their own, then the place in the paper."""
    return join(
        "\n",
        [
            article.kicker or "",
            bold(article.title) + (words.DERIVED if "title_derived" in article.flags else ""),
            article.subtitle or "",
            Text(place(article)).marked("italic"),
        ],
    )


def credits(article: Article) -> str:
    """Authors, regions and reprint source, one a line, as far as they are known."""
    lines = [
        words.AUTHOR_LINE.format(authors="、".join(article.authors)) if article.authors else "",
        words.REGION_LINE.format(regions="、".join(map(short_name, article.regions)))
        if article.regions
        else "",
        words.SOURCE_LINE.format(source=article.source) if article.source else "",
    ]
    return "\n".join(line for line in lines if line)


def label(article: Article, limit: int = 40) -> str:
    """The title as a button shows it."""
    title = article.title
    return title if len(title) <= limit else title[: limit - 1] + "…"


def citation(article: Article) -> str:
    """What the copy button puts on the clipboard, within its limit."""
    full = words.CITATION.format(title=article.title, place=place(article))
    return full if len(full) <= COPY_LIMIT else full[: COPY_LIMIT - 1] + "…"
