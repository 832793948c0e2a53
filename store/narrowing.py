"""What a question restricts itself to: an author, a column, a region, a paper, a page, a date.

Only what the archive holds is understood: a name no article has stays a word to look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlite_utils import Database

from store import browse
from store.articles import any_fits
from store.bare_place import bare_place
from store.dates import When, when
from store.fold import fold
from store.genres import genre
from store.leading_place import leading_place
from store.model import NO_FILTERS, Contradiction, Filters
from store.page_names import page_said
from store.query import STRIP, kind_of
from store.regions import Gazetteer, Mention, innermost, mentions
from store.restrictions import Restriction, alone
from store.sound import listen
from store.strangers import owner, strangers

EVER = Filters(since="0001-01-01")
LONGEST = 16
"""Characters a name may have; a question longer than ASKED is a text, not a question."""
ASKED = 80
FILLER = re.compile(
    "写(?:了|过|的)?|采写|拍摄?(?:了|过|的)?|撰写|发表(?:了|过|的)?|刊登(?:了|过|的)?|报道|文章"
    "|新闻|报纸|稿[件子]?|消息|作品|照片|内容|动态|情况|事情|最近|最新|近期|近来|所有|全部|有关|相关"
    "|记者|通讯员|作者|转载|来源|栏目|专栏|有|都|的|了|在|里|上|中|是|登|看看?|事|期|篇|这|那|份|[\\W_]"
)
WROTE = "(?:同志|老师|记者)?(?:的|最近|近来|去年|今年|都|还|又|一共|发表|采)*"
WRITING = "(?:写|拍摄|拍|摄影|摄|撰|署名|报道|文章|稿|作品|新闻|照片|消息)"
BEFORE = "(?:作者|记者|通讯员|摄影|谁写的?|作者是谁)[是为叫:：，, ]*"
CERTAIN = re.compile(
    "在哪|哪[里儿]|多[少大远高长久]|几[个名位家所座点号月]|什么时候|何时|为什么|为何|怎么[走去样]|是谁"
)
"""What a list of articles does not answer, whatever they are about."""
NEWEST = re.compile("(?:最新|最近|最后)的?一?期(?:的?报纸?)?(?=.*[^的])")
LEADS = re.compile(
    "(?:[上里中]面?)?(?:有?的?(?:讲|说|写|登|刊登|介绍|报道)(?![台座堂课话法明])(?:过|了|到|述|的)?)?"
)
CORNER = "(?:这个|那个|的)?(?:栏目|专栏|栏)"


class Narrowing(NamedTuple):
    """`filters` are what was understood; `rest` is what is to be looked for in the texts; `bare`
    when nothing is, and any article that fits answers; `missing` when nothing is either, and the
    archive holds none. `aside`, folded, are words of `rest` that say which article is meant and
    need not be in it; `restrictions` is all that an answer is to be held to, and `words`, folded,
    what is asked beside it."""

    filters: Filters
    rest: str
    bare: bool
    missing: Contradiction | None = None
    aside: tuple[str, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    words: tuple[str, ...] = ()


def narrow(db: Database, question: str, today: date | None, gazetteer: Gazetteer) -> Narrowing:
    """Read the filters of a question. Never fails."""
    folded = fold(question)
    if not 2 <= len(folded) <= ASKED:
        return Narrowing(NO_FILTERS, question, False)
    every = list(restrictions(db, folded, question, today))
    said = [one for one in every if not one.owner]
    filters = fitting(said)
    spans = [one[2:4] for one in said if one.known]
    unmet = [one[2:4] for one in said if not one.known]
    taken = [(one.start, led(folded, one)) for one in said if one.known and gone(one)]
    named = outside(places_named(folded, gazetteer), [*spans, *unmet])
    places = tuple(places_of(folded, named, [*spans, *unmet]))
    if region := placed(db, named) or bare_place(db, folded, gazetteer):
        filters = replace(filters, region=region[0])
        spans.append(region[1:])
    if filters != NO_FILTERS and (sort := genre(folded)) and nothing(folded, [*spans, sort[1:]]):
        of_kind = replace(filters, kind=sort[0])
        filters = of_kind if any_fits(db, of_kind) else filters
        spans.append(sort[1:])
    bare = filters != NO_FILTERS and nothing(folded, spans) and any_fits(db, filters)
    bare = bare and not CERTAIN.search(folded)
    bare = bare or (nothing(folded, []) and bool(re.search("最近|最新|近期", folded)))
    whole = nothing(folded, [*spans, *unmet])
    aside = [one for one in said if not (one.known and gone(one)) and not in_texts(one, whole)]
    return Narrowing(
        filters, without(question, taken), bare,
        missing=lacking(said) if whole else None,
        aside=tuple(folded[one.start : led(folded, one)] for one in aside),
        restrictions=(*every, *places),
        words=tuple(left(folded, [one[2:4] for one in (*every, *places)])),
    )  # fmt: skip


def places_named(folded: str, gazetteer: Gazetteer) -> list[Mention]:
    """The places of a folded question in order, its first one also by a short name."""
    named = mentions(folded, gazetteer)
    first = leading_place(folded, gazetteer)
    if first is None or any(one.start < first.end and first.start < one.end for one in named):
        return named
    return sorted((first, *named), key=lambda one: one.start)


def outside(named: Iterable[Mention], spans: Sequence[tuple[int, int]]) -> list[Mention]:
    """The places that are no part of another name: who asks for 青禾日报 names no place."""
    return [one for one in named if not any(one.start < b and a < one.end for a, b in spans)]


def restrictions(
    db: Database, folded: str, question: str, today: date | None
) -> Iterator[Restriction]:
    """The time, the names and the page a folded question gives, each with whether any article
    fits it."""
    spans: list[tuple[int, int]] = []
    if moment := when(folded, today) if today else None:
        days = dates(moment)
        said = folded[moment.start : moment.stop]
        held = any_fits(db, days)
        # Where nothing has a date none can be missed: a day is a word like others.
        if held or any_fits(db, EVER):
            yield Restriction("date", said, *moment[2:4], days, held, moment.told)
            spans.append(moment[2:4])
    elif hit := NEWEST.search(folded):
        days, held = newest(db)
        yield Restriction("date", hit[0], *hit.span(), days, held, told=True)
        spans.append(hit.span())
    for kind in ("paper", "column", "author"):
        found = named(db, kind, folded, question, spans)
        if found and (span := accepted(kind, found, folded, spans)):
            yield Restriction(kind, found, *span, alone(kind, found))
            spans.append(span)
        elif found and kind == "author" and (span := owner(found, folded)):
            yield Restriction(kind, found, *span, alone(kind, found), owner=True)
    if page := page_said(folded):
        held = browse.numbered(db, "page", page.name) is not None
        label = folded[page.start : page.stop]
        yield Restriction("page", label, *page[1:], Filters(page=page.name), held)
        spans.append(page[1:])
    for one in strangers(folded, spans):
        yield namesake(db, one) or one


def newest(db: Database) -> tuple[Filters, bool]:
    """The day of the newest issue as filters, and whether there is one."""
    day = db.execute("SELECT max(date) FROM issues").fetchone()[0]
    return Filters(since=day, until=day), day is not None


def namesake(db: Database, one: Restriction) -> Restriction | None:
    """The restriction to the one author of that surname whose name sounds like this one that the
    archive does not know; None without one, or with several."""
    if one.kind != "author":
        return None
    rows = db.execute(
        "SELECT name FROM facets WHERE kind = 'author' AND name > ? AND name < ?",
        [one.said[0], chr(ord(one.said[0]) + 1)],
    )
    alike = [name for (name,) in rows if listen(name) == listen(one.said)]
    if len(alike) != 1:
        return None
    return one._replace(value=Filters(author=alike[0]), known=True)


def fitting(said: Iterable[Restriction]) -> Filters:
    """What is restricted to something the archive holds, as filters."""
    filters = NO_FILTERS
    for one in said:
        if one.known:
            filters = combined(filters, asdict(one.value))
    return filters


def led(folded: str, one: Restriction) -> int:
    """Where the matter begins behind a restriction: 讲 in 昌吉日报上讲剪纸的 is not of it."""
    hit = LEADS.match(folded, one.stop)
    return hit.end() if hit else one.stop


def gone(one: Restriction) -> bool:
    """Whether the words of a restriction that is known stand in no text."""
    return one.told or one.kind in ("author", "page")


def in_texts(one: Restriction, whole: bool) -> bool:
    """Whether a name nothing is filed under may stand in a text: that of a paper in the line of
    what is reprinted, any where it is all that is asked."""
    return not one.known and (one.kind == "paper" or (whole and one.kind in NAMES))


def lacking(said: Iterable[Restriction]) -> Contradiction | None:
    """The first restriction that no article fits, when that is all that is asked."""
    return next((Contradiction(one.kind, one.said) for one in said if not one.known), None)


def places_of(
    folded: str, named: Sequence[Mention], spans: Sequence[tuple[int, int]]
) -> Iterator[Restriction]:
    """The places of a question that names a matter as well, outside `spans`."""
    if nothing(folded, [*spans, *((one.start, one.end) for one in named)]):
        return
    for one in innermost(named):
        yield Restriction("region", one.surface, one.start, one.end, Filters(region=one.path))


def combined(filters: Filters, others: Mapping[str, Any]) -> Filters:
    """`filters` with the fields of `others` that it leaves open."""
    return replace(filters, **{k: v for k, v in others.items() if getattr(filters, k) is None})


def dates(moment: When) -> Filters:
    """A range of days as filters."""
    return Filters(since=moment.since.isoformat(), until=moment.until.isoformat())


NAMES = {
    "paper": "SELECT DISTINCT paper FROM issues WHERE ifnull(paper, '') IN",
    "column": 'SELECT DISTINCT "column" FROM articles WHERE "column" IN',
    "author": "SELECT DISTINCT author FROM article_authors WHERE author IN",
}


def named(
    db: Database,
    kind: str,
    folded: str,
    question: str,
    spans: Iterable[tuple[int, int]],
) -> str | None:
    """The longest name of this kind that stands in the question, outside `spans`."""
    free = {without(folded, spans, "\n"), without(question, spans, "\n")}
    wanted = list(frozenset().union(*map(grams, free)))
    held: list[str] = []
    for start in range(0, len(wanted), 500):
        batch = wanted[start : start + 500]
        marks = ",".join("?" * len(batch))
        held += (name for (name,) in db.execute(f"{NAMES[kind]} ({marks})", batch))
    return max(held, key=lambda name: (len(name), name), default=None)


@lru_cache(maxsize=8)
def grams(text: str) -> frozenset[str]:
    """What in a text may be a name: the same for every kind of name."""
    return frozenset(
        text[at:stop]
        for at in range(len(text))
        for stop in range(at + 2, min(at + LONGEST, len(text)) + 1)
    )


def accepted(
    kind: str, name: str, folded: str, spans: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where the name stands, when the question means it as a name; None when it may be a word."""
    plain = re.escape(fold(name))
    # A paper's office (日报社) is something else to ask about.
    hit = re.search(f"{plain}(?!社)" if kind == "paper" else plain, folded)
    if hit is None:
        return None
    alone = nothing(folded, [*spans, hit.span()]) and kind_of(folded) != "person"
    if kind == "author":
        said = re.search(f"{plain}{WROTE}{WRITING}(?:了|过|的)?|{BEFORE}{plain}", folded)
        return hit.span() if alone else said.span() if said else None
    corner = re.search(f'{plain}{CORNER}|栏目[“"「]?{plain}', folded) if kind == "column" else None
    return corner.span() if corner else hit.span() if alone or kind == "paper" else None


def placed(db: Database, named: Iterable[Mention]) -> tuple[str, int, int] | None:
    """The first region of those named that an article is about, and where it stands."""
    found: tuple[str, int, int] | None = None
    for mention in named:
        if found and (mention.start != found[2] or not mention.path.startswith(found[0] + "/")):
            break
        if any_fits(db, Filters(region=mention.path)):
            start = found[1] if found else mention.start
            found = (mention.path, start, mention.end)
    return found


def nothing(folded: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether the question holds nothing to look for outside `spans`."""
    return not left(folded, spans)


def left(folded: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The words of a question that are to be looked for, outside `spans`."""
    return FILLER.sub("\n", STRIP.sub("\n", without(folded, spans, "\n"))).split()


def without(text: str, spans: Iterable[tuple[int, int]], gap: str = " ") -> str:
    """The text with `gap` for every character of `spans`."""
    chars = list(text)
    for start, stop in spans:
        chars[start:stop] = gap * (stop - start)
    return "".join(chars)
