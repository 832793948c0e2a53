"""What a question restricts itself to, beside what an article is. Pure.

A time, an author, a paper, a column, a page or a place that is named is part of what is asked: an
article that is of another one does not answer, however much of the rest it holds. What the text
itself names is met as well: 8月25日 of last week's contest stands in the report of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from store.chunks import head, parts
from store.dates import last_of
from store.fold import fold, squeeze
from store.match import stands
from store.model import Article, Contradiction, Filters
from store.page_names import page_name
from store.regions import Gazetteer, home_of, short_name, within
from store.regions.names import spellings
from store.sound import listen
from store.topic import LEVELS

DAY = re.compile(r"(?:(\d{4}|[今去前]年|同年)年?)?(?:(\d{1,2})月(?:份)?)?(?:(\d{1,2})[日号])?")
NEAR = re.compile("([今去])年")
YEAR = re.compile("年|[12][0-9]{3}")
SHARED = 0.5
"""Share of the characters of a name that another must have to be a slip of it."""


class Restriction(NamedTuple):
    """A restriction named by the folded question's characters `start` to `stop`.

    `kind` is date, page, author, paper, column or region; `value` has the filter of that kind.
    `known` is whether the archive holds anything that fits; `told`, of a date, whether it is
    counted from today, and `owner`, of an author, whether only 的 says so (孙雨的河长故事): it may
    as well be who the article is about.
    """

    kind: str
    said: str
    start: int
    stop: int
    value: Filters
    known: bool = True
    told: bool = False
    owner: bool = False


def alone(kind: str, name: str) -> Filters:
    """A restriction to one author, paper or column as filters."""
    value: dict[str, Any] = {kind: name}
    return Filters(**value)


def contradicted(
    restrictions: Iterable[Restriction], article: Article, question: str, gazetteer: Gazetteer
) -> Contradiction | None:
    """The first restriction of a folded question that an article does not meet; None when it
    meets all."""
    text = ""
    for one in restrictions:
        if of_kind(one, article):
            continue
        text = text or squeeze(fold("\n".join((head(article), *parts(article)))))
        if not named(one, article, text) and not slip(one, article, text, question, gazetteer):
            return Contradiction(one.kind, one.said, held(one.kind, article))
    return None


def of_kind(one: Restriction, article: Article) -> bool:
    """Whether an article's own fields meet a restriction, or do not tell."""
    value = one.value
    if one.kind == "date" and article.date is None:
        return not of_today(one)
    if one.kind == "date":
        return on_a_day(one, article.date or "")
    if one.kind == "page":
        return article.page is None or page_name(article.page) == value.page
    if one.kind == "paper":
        return article.paper in (None, value.paper)
    if one.kind == "author":
        return value.author in article.authors
    if one.kind == "column":
        return article.column == value.column or (article.column is None and one.known)
    if not article.regions and article.paper is None:
        return True
    return any(within(path, value.region or "") for path in article.regions)


def on_a_day(one: Restriction, day: str) -> bool:
    """Whether an ISO day is among those meant; of a month without a year, in any year."""
    since, until = one.value.since or "", one.value.until or ""
    if one.told or YEAR.search(one.said) or since[:4] != until[:4]:
        return since <= day <= until
    return since[5:] <= day[5:] <= until[5:]


def of_today(one: Restriction) -> bool:
    """Whether it is a day by its distance from today that the archive has nothing of: 今天 in an
    old text, or in one of no date, is another day."""
    return one.told and not one.known and one.value.since == one.value.until


def named(one: Restriction, article: Article, text: str) -> bool:
    """Whether the squeezed text of an article names what it is restricted to."""
    if one.kind == "page" or (one.kind == "date" and of_today(one)):
        return False
    if one.kind == "region":
        names = (one.said, bare(one.said), *(n for n, _ in spellings(one.value.region or "")))
        return any(len(name) > 1 and stands(squeeze(name), text, text) for name in names)
    if squeeze(one.said) in text or (one.kind == "date" and seasonal(one.said, text)):
        return True
    if one.kind == "date":
        since, until = one.value.since or "", one.value.until or ""
        days = dated(text, date.fromisoformat(article.date or ""))
        return any(since <= first.isoformat() and last.isoformat() <= until for first, last in days)
    if one.kind == "paper":
        return squeeze(fold(one.value.paper or "")) in squeeze(fold(article.source or ""))
    return False


def seasonal(said: str, text: str) -> bool:
    """Whether a text names a season of the year that is said by its distance: 去年, 去冬."""
    year = NEAR.match(said)
    return year is not None and re.search(f"{year[1]}[春夏秋冬]", text) is not None


def bare(name: str) -> str:
    """A place's name without its level, as texts print it."""
    return name[:-1] if len(name) > 2 and name[-1] in LEVELS else name


def dated(text: str, day: date) -> Iterator[tuple[date, date]]:
    """The years, months and days a text of this day names, as ranges of days."""
    for hit in DAY.finditer(text):
        written, month, number = hit.groups()
        if not any(hit.groups()):
            continue
        year = year_of(written, month, day)
        try:
            first = date(year, int(month or (day.month if number else 1)), int(number or 1))
        except ValueError:
            continue
        yield first, first if number else last_of(year, first.month if month else 12)


def year_of(written: str | None, month: str | None, day: date) -> int:
    """The year a text of this day means: a month to come is that of the year before."""
    if written is None:
        return day.year - (int(month or 0) > day.month + 1)
    return int(written) if written.isdigit() else day.year - "今去前".find(written[0])


def slip(
    one: Restriction, article: Article, text: str, question: str, gazetteer: Gazetteer
) -> bool:
    """Whether what was typed is likely another spelling of what the article has."""
    if one.kind == "region":
        return misspelt(one, article, text, question) or at_home(one, article, gazetteer)
    names = {
        "author": article.authors, "paper": (article.paper,), "column": (article.column,)
    }.get(one.kind, ())  # fmt: skip
    return any(alike(one, squeeze(fold(name))) for name in names if name)


def alike(one: Restriction, name: str) -> bool:
    """Whether a name that was typed sounds like this one or has its characters in another order;
    one the archive does not know may be a column's or a paper's in others (昌吉报) as well."""
    typed = squeeze(fold(getattr(one.value, one.kind)))
    if listen(typed) == listen(name) or sorted(typed) == sorted(name):
        return True
    if one.known or one.kind == "author":
        return False
    if one.kind == "paper":
        rest = iter(name)
        return all(char in rest for char in typed)
    return len(set(typed) & set(name)) > SHARED * max(len(typed), len(name))


def misspelt(one: Restriction, article: Article, text: str, question: str) -> bool:
    """Whether a place is one of the article's in other characters: it sounds the same, lacks a
    character in print (准格旗), or is only how a longer name with a slip begins (吉林萨尔县)."""
    if stands(listen(bare(one.said)), listen(text), text):
        return True
    if len(one.said) > 3 and any(
        one.said[:i] + one.said[i + 1 :] in text for i in range(1, len(one.said) - 1)
    ):
        return True
    places = {part for path in article.regions for part in (*path.split("/"), short_name(path))}
    for place in places:
        typed = question[one.start : one.start + len(place)]
        if listen(typed) == listen(place):
            return True
        wrong = sum(a != b for a, b in zip(typed, place, strict=False))
        if len(typed) == len(place) > max(3, len(one.said)) and wrong == 1:
            return True
    return False


def at_home(one: Restriction, article: Article, gazetteer: Gazetteer) -> bool:
    """Whether the place is, or takes in, the one the article's paper is named after."""
    home = home_of(article.paper, (), gazetteer)
    return home is not None and within(home, one.value.region or "")


def held(kind: str, article: Article) -> str:
    """What an article has where it was restricted to something else; empty when it has nothing."""
    if kind == "author":
        return "、".join(article.authors[:2])
    if kind == "region":
        return short_name(article.regions[0]) if article.regions else ""
    if kind == "page":
        return page_name(article.page or "")
    fields = {"date": article.date, "paper": article.paper, "column": article.column}
    return fields.get(kind) or ""
