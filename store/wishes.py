"""What someone wants to hear of, and whether an article is that. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from store.fold import fold
from store.model import Article


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone wants to hear of: all the conditions given, together; without any, everything.

    `region` is a full path and takes in what lies below it. Every one of `words` must stand in
    the article, none of `without` may; they are literal. `study` asks for study items only.
    """

    paper: str | None = None
    region: str | None = None
    column: str | None = None
    author: str | None = None
    words: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    study: bool = False


class Subject:
    """An article as wishes look at it; what many wishes ask for is made once."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def regions(self) -> frozenset[str]:
        """The article's regions with all that they lie in."""
        paths = [region.split("/") for region in self.article.regions]
        return frozenset("/".join(path[:n]) for path in paths for n in range(1, len(path) + 1))

    @cached_property
    def text(self) -> str:
        """All that the article says, folded; a line break keeps words from spanning two parts."""
        one = self.article
        names = (one.kicker, one.title, one.subtitle, one.column, *one.authors)
        return fold("\n".join(filter(None, (*names, *one.paragraphs, *one.captions))))

    def fulfils(self, wish: Wish) -> bool:
        """Whether the article is what the wish asks for; `wish` must be canonical."""
        one = self.article
        return (
            (wish.paper is None or wish.paper == one.paper)
            and (wish.region is None or wish.region in self.regions)
            and (wish.column is None or wish.column == one.column)
            and (wish.author is None or wish.author in one.authors)
            and (not wish.study or one.kind == "study")
            and all(word in self.text for word in wish.words)
            and not any(word in self.text for word in wish.without)
        )


def matches(wish: Wish, article: Article) -> bool:
    """Whether an article is what a wish asks for.

    Words are found in headings, names and text, width, case and traditional characters aside.
    """
    return Subject(article).fulfils(canonical(wish))


def hits(wishes: Iterable[tuple[int, Wish]], articles: Sequence[Article]) -> list[tuple[int, int]]:
    """Which numbered wish is fulfilled by which article: pairs of their numbers."""
    subjects = [Subject(article) for article in articles]
    return [
        (number, subject.article.number)
        for number, wish in wishes
        for subject in subjects
        if subject.fulfils(wish)
    ]


def canonical(wish: Wish) -> Wish:
    """The same wish with its words folded, sorted and once each, so that like wishes are one."""
    return Wish(
        *(wish.paper or None, wish.region or None, wish.column or None, wish.author or None),
        words=folded(wish.words),
        without=folded(wish.without),
        study=wish.study,
    )


def folded(words: Iterable[str]) -> tuple[str, ...]:
    """Words as they are compared, sorted, none empty or twice."""
    return tuple(sorted({fold(word).strip() for word in words} - {""}))


def dumped(wish: Wish) -> str:
    """A wish as the text the store keeps: equal texts are equal wishes."""
    said = {name: value for name, value in asdict(canonical(wish)).items() if value}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def parsed(body: str) -> Wish:
    """A wish from the text the store keeps."""
    said: dict[str, Any] = json.loads(body)
    said |= {name: tuple(said.get(name, ())) for name in ("words", "without")}
    return Wish(**said)
